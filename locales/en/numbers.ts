import { grouped } from '../grouped.ts';

const UNITS = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
] as const;
const TENS = ['', 'ten', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'] as const;

/** A whole number as one says it in Britain, below a trillion: « one hundred and five », « twenty-one ». Larger ones stay digits. */
export function inWords(value: number): string {
  const whole = Math.round(value);
  if (whole < 0) return `minus ${inWords(-whole)}`;
  if (whole > 999_999_999_999) return String(whole);
  return whole < 1000 ? hundreds(whole) : whole < 1_000_000 ? thousands(whole) : millions(whole);
}

function millions(value: number): string {
  const [size, noun] = value >= 1_000_000_000 ? [1_000_000_000, 'billion'] : [1_000_000, 'million'];
  const rest = value % size;
  const head = `${inWords(Math.floor(value / size))} ${noun}`;
  return rest === 0 ? head : `${head}${rest < 100 ? ' and' : ''} ${inWords(rest)}`;
}

function thousands(value: number): string {
  const head = `${hundreds(Math.floor(value / 1000))} thousand`;
  const rest = value % 1000;
  if (rest === 0) return head;
  // « two thousand and five », but « two thousand one hundred »
  return rest < 100 ? `${head} and ${tens(rest)}` : `${head} ${hundreds(rest)}`;
}

function hundreds(value: number): string {
  const count = Math.floor(value / 100);
  const rest = value % 100;
  if (count === 0) return tens(rest);
  const head = `${UNITS[count]} hundred`;
  return rest === 0 ? head : `${head} and ${tens(rest)}`;
}

function tens(value: number): string {
  if (value < 20) return UNITS[value] ?? '';
  const ten = TENS[Math.floor(value / 10)] ?? '';
  const unit = value % 10;
  return unit === 0 ? ten : `${ten}-${UNITS[unit]}`;
}

/** « 1 node », « 0 nodes », « 3 nodes »: everything but one is plural. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return Math.abs(count) === 1 ? one : many;
}

/** 1234.5 → « 1,234.5 ». */
export function digits(value: number, decimals = 0): string {
  return grouped(value, decimals, ',', '.');
}

const STEPS: readonly [number, string][] = [
  [1024 ** 4, 'TiB'],
  [1024 ** 3, 'GiB'],
  [1024 ** 2, 'MiB'],
  [1024, 'KiB'],
];

export function bytes(value: number): string {
  const [size, unit] = STEPS.find(([step]) => value >= step) ?? [1, plural(value, 'byte')];
  return `${digits(value / size, value / size < 10 ? 1 : 0)} ${unit}`;
}

export function list(items: readonly string[], last = 'and'): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1)}`;
}

/** “twelve per cent”. */
export function percent(value: number): string {
  return `${inWords(value)} per cent`;
}

/** What is left of a whole, without calling “zero” what is not. */
export function share(part: number, whole: number): string {
  return 200 * part < whole ? 'less than one per cent' : percent((100 * part) / whole);
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
