import { grouped } from '../grouped.ts';

const UNITS = [
  'zéro',
  'un',
  'deux',
  'trois',
  'quatre',
  'cinq',
  'six',
  'sept',
  'huit',
  'neuf',
  'dix',
  'onze',
  'douze',
  'treize',
  'quatorze',
  'quinze',
  'seize',
] as const;
const TENS = ['', 'dix', 'vingt', 'trente', 'quarante', 'cinquante', 'soixante'] as const;

/** A whole number as one says it, below a thousand milliards (1990 spelling, hyphens up to the million); `feminine` makes « un » « une ». Larger ones stay digits. */
export function inWords(value: number, feminine = false): string {
  const whole = Math.round(value);
  if (whole < 0) return `moins ${inWords(-whole, feminine)}`;
  if (whole > 999_999_999_999) return String(whole);
  const words = whole < 1000 ? hundreds(whole) : whole < 1_000_000 ? thousands(whole) : millions(whole);
  return feminine ? words.replace(/un$/, 'une') : words;
}

/** « million » and « milliard » are nouns: they take an s, and leave theirs to « quatre-vingts » and « deux-cents ». */
function millions(value: number): string {
  const [size, noun] = value >= 1_000_000_000 ? [1_000_000_000, 'milliard'] : [1_000_000, 'million'];
  const count = Math.floor(value / size);
  const rest = value % size;
  return `${inWords(count)} ${plural(count, noun)}${rest === 0 ? '' : ` ${inWords(rest)}`}`;
}

function thousands(value: number): string {
  const count = Math.floor(value / 1000);
  const rest = value % 1000;
  // « quatre-vingts » and « deux-cents » lose their s before « mille »
  const head = count === 1 ? 'mille' : `${hundreds(count).replace(/(vingt|cent)s$/, '$1')}-mille`;
  return rest === 0 ? head : `${head}-${hundreds(rest)}`;
}

function hundreds(value: number): string {
  const count = Math.floor(value / 100);
  const rest = value % 100;
  if (count === 0) return tens(rest);
  const head = count === 1 ? 'cent' : `${UNITS[count]}-cent`;
  if (rest === 0) return count > 1 ? `${head}s` : head;
  return `${head}-${tens(rest)}`;
}

function tens(value: number): string {
  if (value < 17) return UNITS[value] ?? '';
  if (value < 20) return `dix-${UNITS[value - 10]}`;
  if (value === 80) return 'quatre-vingts';
  if (value > 80) return `quatre-vingt-${tens(value - 80)}`;
  if (value > 60) return value === 71 ? 'soixante-et-onze' : value === 61 ? 'soixante-et-un' : joined('soixante', value - 60);
  const ten = TENS[Math.floor(value / 10)] ?? '';
  const unit = value % 10;
  return unit === 1 ? `${ten}-et-un` : joined(ten, unit);
}

function joined(head: string, rest: number): string {
  return rest === 0 ? head : `${head}-${tens(rest)}`;
}

/** « 3 nœuds », « 1 nœud », « 0 nœud »: French has a plural from two. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return Math.abs(count) >= 2 ? many : one;
}

/** 1234.5 → « 1 234,5 », with ordinary spaces: a no-break space looks odd in files and trips speech engines. */
export function digits(value: number, decimals = 0): string {
  return grouped(value, decimals, ' ', ',');
}

const STEPS: readonly [number, string][] = [
  [1024 ** 4, 'Tio'],
  [1024 ** 3, 'Gio'],
  [1024 ** 2, 'Mio'],
  [1024, 'Kio'],
];

export function bytes(value: number): string {
  const [size, unit] = STEPS.find(([step]) => value >= step) ?? [1, plural(value, 'octet')];
  return `${digits(value / size, value / size < 10 ? 1 : 0)} ${unit}`;
}

export function list(items: readonly string[], last = 'et'): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1)}`;
}

/** « douze pour cent ». */
export function percent(value: number): string {
  return `${inWords(value)} pour cent`;
}

/** What is left of a whole, without calling « zéro » what is not. */
export function share(part: number, whole: number): string {
  return 200 * part < whole ? "moins d'un pour cent" : percent((100 * part) / whole);
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
