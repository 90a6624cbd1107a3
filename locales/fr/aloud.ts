import { aloudIn } from '../aloud.ts';
import type { Tongue, Unit } from '../tongue.ts';
import { inWords, plural } from './numbers.ts';
import { rules } from './rules.ts';

const MONTHS = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
] as const;

const UNITS: Readonly<Record<Unit, string>> = {
  percent: 'pour cent',
  degree: 'degré',
  kilobyte: 'kilooctet',
  megabyte: 'mégaoctet',
  gigabyte: 'gigaoctet',
  terabyte: 'téraoctet',
  kibibyte: 'kibioctet',
  mebibyte: 'mébioctet',
  gibibyte: 'gibioctet',
  tebibyte: 'tébioctet',
  megabytePerSecond: 'mégaoctet par seconde',
  megabitPerSecond: 'mégabit par seconde',
  gigabitPerSecond: 'gigabit par seconde',
  tokenPerSecond: 'jeton par seconde',
  requestPerSecond: 'requête par seconde',
  millisecond: 'milliseconde',
  microsecond: 'microseconde',
  second: 'seconde',
  minute: 'minute',
  watt: 'watt',
  kilowatt: 'kilowatt',
  kilowattHour: 'kilowattheure',
  volt: 'volt',
  hertz: 'hertz',
  kilohertz: 'kilohertz',
  megahertz: 'mégahertz',
  gigahertz: 'gigahertz',
  millimetre: 'millimètre',
  centimetre: 'centimètre',
  metre: 'mètre',
  kilometre: 'kilomètre',
  kilogram: 'kilogramme',
  euro: 'euro',
};

/** As a French voice must see them. What it says well already is not here; initials without a vowel every voice spells. A name stays one word. */
const NAMES: Readonly<Record<string, string>> = {
  api: 'A-P-I',
  cpu: 'C-P-U',
  gpu: 'G-P-U',
  gpus: 'G-P-U',
  ia: 'I A',
  rpo: 'R-P-O',
  rto: 'R-té-O',
  ui: 'U-I',
  url: 'U-R-L',
  usb: 'U-S-B',
  uuid: 'U-U-I-D',
  webui: 'web-U-I',
  comfyui: 'comfi-U-I',
  openai: 'open-A-I',
  vram: 'V-RAM',
  ipv: 'I-P-V',
  json: 'djizonne',
  yaml: 'yamel',
  nas: 'nasse',
  nvme: 'N-V-M-E',
  systemd: 'système-D',
  kubectl: 'cube-C-T-L',
  nginx: 'ènn-djine-X',
  traefik: 'Trafik',
  postgres: 'Postgrèsse',
  postgresql: 'Postgrèsse',
  mysql: 'maille-SQL',
  redis: 'Rédisse',
  kubernetes: 'Kubernétesse',
  k8s: 'Kubernétesse',
  qdrant: 'Q-drant',
  milvus: 'Milvusse',
  docker: 'dockeur',
  etcd: 'étcédé',
  gemini: 'Gémini',
  jarvis: 'Jarvisse',
  cluster: 'cleusteur',
  riser: 'raïzeur',
  risers: 'raïzeurs',
  piper: 'Païpeur',
};

const ORDINAL: readonly (readonly [RegExp, string])[] = [
  [/cinq$/, 'cinqu'],
  [/neuf$/, 'neuv'],
  [/e$/, ''],
  // « quatre-vingts », « deux-cents »
  [/(vingt|cent)s$/, '$1'],
];

const french: Tongue = {
  whole: inWords,
  decimals: (figures) => {
    const zeros = /^0*/.exec(figures)?.[0].length ?? 0;
    const rest = figures.slice(zeros);
    return [...Array.from({ length: zeros }, () => 'zéro'), ...(rest === '' ? [] : [inWords(Number(rest))])].join(' ');
  },
  ordinal: (value, ending) => {
    if (value === 1 && ending === 'er') return 'premier';
    if (value === 1 && /^(?:re|ère)$/.test(ending)) return 'première';
    if (!/^(?:e|è|ème|nde?)$/.test(ending) || value < 2) return null;
    const words = inWords(value);
    const found = ORDINAL.find(([end]) => end.test(words));
    return `${found ? words.replace(...found) : words}ième`;
  },
  date: (year, month, day) => `${day === 1 ? 'premier' : inWords(day)} ${MONTHS[month - 1]} ${inWords(year)}`,
  time: (hours, minutes) => [inWords(hours, true), plural(hours, 'heure'), ...(minutes === 0 ? [] : [inWords(minutes)])].join(' '),
  unit: (name, isPlural) => (isPlural ? pluralOf(UNITS[name]) : UNITS[name]),
  isPlural: (value) => value >= 2,
  feminine: new Set<Unit>(['second', 'millisecond', 'microsecond', 'minute', 'requestPerSecond']),
  thousands: ' ',
  decimalMark: ',',
  words: {
    point: 'point',
    decimal: 'virgule',
    minus: 'moins',
    plus: 'plus',
    times: 'fois',
    outOf: 'sur',
    to: 'à',
    and: 'et',
    at: 'à',
    number: 'numéro',
    about: 'environ',
    port: 'port',
    perSecond: 'par seconde',
    version: 'version',
    root: 'racine',
    manyFigures: 'un nombre de * chiffres',
    endsWith: 'un identifiant qui finit par',
    hardwareEndsWith: 'une adresse matérielle qui finit par',
    ipv6EndsWith: 'une adresse I-P-V six qui finit par',
    everyIpv6: 'toutes les adresses I-P-V six',
  },
  names: { ...NAMES, ipv4: 'I-P-V quatre', ipv6: 'I-P-V six', n8n: 'n-huit-n' },
  titles: rules,
};

function pluralOf(unit: string): string {
  return /^pour|hertz$/.test(unit) ? unit : unit.replace(/^\S+/, '$&s');
}

/** French as a voice reads it right: « 192.168.1.26 » is « cent-quatre-vingt-douze point… », `M1` is « M un ». Idempotent; figures and signs never come out. */
export const aloud = aloudIn(french);
