/** How one language says what is written in figures, signs and names; `aloudIn` knows where they stand. */
export interface Tongue {
  /** A whole number below 10¹² in words. */
  whole(value: number, isFeminine?: boolean): string;
  /** What follows the decimal mark. */
  decimals(figures: string): string;
  /** « 1er », « 2nd »: null when the letters are no ending of an ordinal. */
  ordinal(value: number, ending: string): string | null;
  date(year: number, month: number, day: number): string;
  time(hours: number, minutes: number): string;
  unit(name: Unit, isPlural: boolean): string;
  isPlural(value: number): boolean;
  /** Units that are « une ». */
  readonly feminine: ReadonlySet<Unit>;
  /** What stands between thousands in this language, as a pattern. */
  readonly thousands: string;
  /** What stands before decimals in prose, beside the point. */
  readonly decimalMark: string;
  readonly words: Readonly<Record<Word, string>>;
  /** Names and initials that a voice would misread, in small letters. */
  readonly names: Readonly<Record<string, string>>;
  /** What each code of the catalogue stands for. */
  readonly titles: Readonly<Record<string, string>>;
}

export type Word =
  | 'point'
  | 'decimal'
  | 'minus'
  | 'plus'
  | 'times'
  | 'outOf'
  | 'to'
  | 'and'
  | 'at'
  | 'number'
  | 'about'
  | 'port'
  | 'perSecond'
  | 'version'
  | 'root'
  | 'manyFigures'
  | 'endsWith'
  | 'hardwareEndsWith'
  | 'ipv6EndsWith'
  | 'everyIpv6';

/** Units as they are written, in either language. */
export const UNITS = {
  '%': 'percent',
  '°C': 'degree',
  '°': 'degree',
  Ko: 'kilobyte',
  kB: 'kilobyte',
  KB: 'kilobyte',
  Mo: 'megabyte',
  MB: 'megabyte',
  Go: 'gigabyte',
  GB: 'gigabyte',
  To: 'terabyte',
  TB: 'terabyte',
  Kio: 'kibibyte',
  KiB: 'kibibyte',
  Mio: 'mebibyte',
  MiB: 'mebibyte',
  Gio: 'gibibyte',
  GiB: 'gibibyte',
  Tio: 'tebibyte',
  TiB: 'tebibyte',
  'Mo/s': 'megabytePerSecond',
  'MB/s': 'megabytePerSecond',
  'Mb/s': 'megabitPerSecond',
  'Gb/s': 'gigabitPerSecond',
  'jetons/s': 'tokenPerSecond',
  'jeton/s': 'tokenPerSecond',
  'tokens/s': 'tokenPerSecond',
  'token/s': 'tokenPerSecond',
  'req/s': 'requestPerSecond',
  ms: 'millisecond',
  µs: 'microsecond',
  μs: 'microsecond',
  s: 'second',
  min: 'minute',
  W: 'watt',
  kW: 'kilowatt',
  kWh: 'kilowattHour',
  V: 'volt',
  Hz: 'hertz',
  kHz: 'kilohertz',
  MHz: 'megahertz',
  GHz: 'gigahertz',
  mm: 'millimetre',
  cm: 'centimetre',
  m: 'metre',
  km: 'kilometre',
  kg: 'kilogram',
  '€': 'euro',
} as const;
export type Unit = (typeof UNITS)[keyof typeof UNITS];
