/** One word as it was heard. */
export interface Word {
  /** Lower case, without accents: what is looked up. */
  readonly text: string;
  /** Lower case, with accents: what it sounds like. */
  readonly written: string;
  /** Of a figure or a number word. */
  readonly number: number | null;
  /** A comma, a full stop… stood before it. */
  readonly isAfterPause: boolean;
  /** What it may be in phrases: itself, a number, a stem. */
  readonly keys: readonly string[];
}

/** What a word is made of, before anything is known of it. */
export type Piece = Pick<Word, 'written' | 'isAfterPause'>;

/** The words of a text; letters and figures part, and so do words at whatever stands between them: « M2 » is « m 2 », « l'audit » « l audit ». */
export function piecesOf(text: string): readonly Piece[] {
  return text.split(PAUSE).flatMap((clause) => split(clause).map((written, at) => ({ written, isAfterPause: at === 0 })));
}

/** « 8:30 » and « 10.2 » hold no pause. */
const PAUSE = /[,;:.!?…()—–\n]+(?!\p{N})/u;

export function split(text: string): readonly string[] {
  return text.normalize('NFC').toLowerCase().match(PIECES) ?? [];
}

const PIECES = /[\p{L}\p{M}]+|\p{N}+/gu;

/** Without accents or ligatures. */
export function folded(text: string): string {
  if (PLAIN.test(text)) return text;
  return text.replace(/œ/g, 'oe').replace(/æ/g, 'ae').normalize('NFKD').replace(/\p{M}/gu, '');
}

const PLAIN = /^[a-z0-9 ]*$/;
