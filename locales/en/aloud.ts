import { aloudIn } from '../aloud.ts';
import type { Tongue, Unit } from '../tongue.ts';
import { inWords } from './numbers.ts';
import { rules } from './rules.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

const UNITS: Readonly<Record<Unit, string>> = {
  percent: 'per cent',
  degree: 'degree',
  kilobyte: 'kilobyte',
  megabyte: 'megabyte',
  gigabyte: 'gigabyte',
  terabyte: 'terabyte',
  kibibyte: 'kibibyte',
  mebibyte: 'mebibyte',
  gibibyte: 'gibibyte',
  tebibyte: 'tebibyte',
  megabytePerSecond: 'megabyte per second',
  megabitPerSecond: 'megabit per second',
  gigabitPerSecond: 'gigabit per second',
  tokenPerSecond: 'token per second',
  requestPerSecond: 'request per second',
  millisecond: 'millisecond',
  microsecond: 'microsecond',
  second: 'second',
  minute: 'minute',
  watt: 'watt',
  kilowatt: 'kilowatt',
  kilowattHour: 'kilowatt-hour',
  volt: 'volt',
  hertz: 'hertz',
  kilohertz: 'kilohertz',
  megahertz: 'megahertz',
  gigahertz: 'gigahertz',
  millimetre: 'millimetre',
  centimetre: 'centimetre',
  metre: 'metre',
  kilometre: 'kilometre',
  kilogram: 'kilogram',
  euro: 'euro',
};

/** As an English voice must see them. What it says well already is not here. */
const NAMES: Readonly<Record<string, string>> = {
  gpus: "G-P-U's",
  vram: 'V-ram',
  ipv: 'I-P-V',
  traefik: 'traffic',
  postgres: 'Postgress',
  postgresql: 'Postgress',
  redis: 'Reddiss',
  kubernetes: 'Koober-netties',
  k8s: 'Koober-netties',
  qdrant: 'Quadrant',
  etcd: 'et-C-D',
  qwen: 'kwen',
};

const IRREGULAR: Readonly<Record<string, string>> = {
  one: 'first',
  two: 'second',
  three: 'third',
  five: 'fifth',
  eight: 'eighth',
  nine: 'ninth',
  twelve: 'twelfth',
};

function ordinalOf(value: number): string {
  return inWords(value).replace(/[a-z]+$/, (last) => IRREGULAR[last] ?? `${last.replace(/y$/, 'ie')}th`);
}

const english: Tongue = {
  whole: (value) => inWords(value),
  decimals: (figures) => [...figures].map((figure) => inWords(Number(figure))).join(' '),
  ordinal: (value, ending) => (value > 0 && /^(?:st|nd|rd|th)$/.test(ending) ? ordinalOf(value) : null),
  date: (year, month, day) => `the ${ordinalOf(day)} of ${MONTHS[month - 1]} ${inWords(year)}`,
  time: (hours, minutes) => `${inWords(hours)} ${minutes === 0 ? "o'clock" : minutes < 10 ? `oh ${inWords(minutes)}` : inWords(minutes)}`,
  unit: (name, isPlural) => (isPlural && !/^per|hertz$/.test(UNITS[name]) ? UNITS[name].replace(/^\S+/, '$&s') : UNITS[name]),
  isPlural: (value) => value !== 1,
  feminine: new Set<Unit>(),
  thousands: ',',
  decimalMark: '.',
  words: {
    point: 'point',
    decimal: 'point',
    minus: 'minus',
    plus: 'plus',
    times: 'times',
    outOf: 'out of',
    to: 'to',
    and: 'and',
    at: 'at',
    number: 'number',
    about: 'about',
    port: 'port',
    perSecond: 'per second',
    version: 'version',
    root: 'root',
    manyFigures: 'a number of * figures',
    endsWith: 'an identifier that ends in',
    hardwareEndsWith: 'a hardware address that ends in',
    ipv6EndsWith: 'an I-P-V six address that ends in',
    everyIpv6: 'every I-P-V six address',
  },
  names: { ...NAMES, ipv4: 'I-P-V four', ipv6: 'I-P-V six', n8n: 'n-eight-n' },
  titles: rules,
};

/** English as a voice reads it right: `M1` is “M one”, « 0.9.6 » “zero point nine point six”. Idempotent; figures and signs never come out. */
export const aloud = aloudIn(english);
