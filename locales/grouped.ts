/**
 * A number in figures, rounded to so many decimals at most, in groups of three. `Intl.NumberFormat` does the same and takes
 * as long to be made as all else that an audit prints.
 */
export function grouped(value: number, decimals: number, group: string, point: string): string {
  const rounded = Number(value.toFixed(decimals));
  // what has an exponent, or is no number, stays as it is
  const [, sign = '', whole, fraction] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(String(rounded)) ?? [];
  if (whole === undefined) return String(rounded);
  return `${sign}${whole.replace(/\B(?=(?:\d{3})+$)/g, group)}${fraction === undefined ? '' : point + fraction}`;
}
