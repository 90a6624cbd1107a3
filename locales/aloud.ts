import { type Tongue, UNITS, type Unit } from './tongue.ts';

/** Longer is no speech. */
const LONGEST = 2_000;
/** A number of more figures is not read out. */
const MOST_FIGURES = 12;
const MOST_DECIMALS = 4;

const NO_WORD_BEFORE = '(?<![\\p{L}\\p{M}\\p{N}])';
const NO_WORD_AFTER = '(?![\\p{L}\\p{M}\\p{N}])';
/** A number that stands by itself, not within a name. */
const FREE_BEFORE = '(?<![\\p{L}\\p{M}\\p{N}_.,:/@-])';
const FREE_AFTER = '(?![\\p{L}\\p{M}\\p{N}_@/]|[-.,:][\\p{L}\\p{N}])';

/** What follows a host and its port. */
const PATH = '(?:/[^\\s«»"\'()<>,;]*(?<![.:!?]))?';

/** A function from written text to what any voice reads right: no figure, no sign, no markup is left. What it returns it leaves alone. */
export function aloudIn(tongue: Tongue): (text: string) => string {
  // most audits are read, not heard, and the patterns take long to make
  let steps: ReturnType<Step>[] | null = null;
  return (text) => {
    steps ??= [codes, places, identifiers, addresses, moments, paths, numbers, names, leftovers].map((step) => step(tongue));
    return clipped(steps.reduce((said, step) => step(said), plainLetters(text)));
  };
}

type Step = (tongue: Tongue) => (text: string) => string;

/** One way to write each letter, and none that is not seen. */
function plainLetters(text: string): string {
  return clipped(
    clipped(text)
      .toWellFormed()
      // shown as a space, or as nothing
      .replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ')
      .replace(/\p{C}|\p{Variation_Selector}/gu, '')
      .replace(/[^…]+/g, (part) => part.normalize('NFKC'))
      .replace(/(?<![\p{L}\p{M}])\p{M}+/gu, '')
      .replace(/(\p{M}{2})\p{M}+/gu, '$1')
      .replace(/\u2044/g, '/')
      .replace(/\u2212/g, '-'),
  );
}

/** Cut between words where there are any. */
function clipped(text: string): string {
  if (text.length <= LONGEST) return text;
  const cut = text
    .slice(0, LONGEST)
    .toWellFormed()
    .replace(/\ufffd$/, '');
  const end = cut.lastIndexOf(' ');
  return end > 0 ? cut.slice(0, end) : cut;
}

/** A code of the catalogue is for the eyes: what it stands for is said. */
const codes: Step =
  ({ titles }) =>
  (text) =>
    text.replace(pattern(`${NO_WORD_BEFORE}[A-Z]{2,10}-\\d{3}${NO_WORD_AFTER}`), (code) =>
      Object.hasOwn(titles, code) ? (titles[code] ?? code) : code,
    );

/** Of a URL, the host and the port. */
const places: Step = () => (text) =>
  text.replace(/\b[a-z][a-z0-9+.-]{1,15}:\/\/([^\s«»"'()<>]*)/giu, (_, rest: string) => {
    const [authority = ''] = rest.split(/[/?#]/);
    const place = authority.slice(authority.lastIndexOf('@') + 1).replace(/[.,;:!?]+$/, '');
    return `${place}${/[.,;:!?]*$/.exec(rest)?.[0] ?? ''}`;
  });

/** Nobody compares more than the end of a long identifier by ear. */
const identifiers: Step = (tongue) => {
  const { words } = tongue;
  const tail = (id: string, length: number) => spelled(id.replace(/[^0-9a-z]/gi, '').slice(-length), tongue);
  const uuid = pattern(`${NO_WORD_BEFORE}(?:GPU-|sha256:)?[0-9a-f]{8}(?:-[0-9a-f]{4}){2,3}-?[0-9a-f]{0,12}${NO_WORD_AFTER}`, 'i');
  const hexadecimal = pattern(`${NO_WORD_BEFORE}(?:GPU-|sha256:)?(?=[a-f]{0,64}\\d)(?=\\d{0,64}[a-f])[0-9a-f]{8,}${NO_WORD_AFTER}`);
  const hardware = pattern(`${NO_WORD_BEFORE}[0-9a-f]{2}(?:[:-][0-9a-f]{2}){5}${NO_WORD_AFTER}`, 'i');
  return (text) =>
    text
      .replace(uuid, (id) => `${words.endsWith} ${tail(id, 4)}`)
      .replace(hexadecimal, (id) => `${words.endsWith} ${tail(id, 4)}`)
      .replace(hardware, (id) => `${words.hardwareEndsWith} ${tail(id, 4)}`);
};

const addresses: Step = (tongue) => {
  const { words } = tongue;
  const port = (figures: string | undefined) => (figures === undefined ? '' : `, ${words.port} ${figureByFigure(figures, tongue)}`);
  const ipv6 =
    /(?<![\p{L}\p{N}:.])\[?([0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,8}(?:(?<=:[0-9]{1,3})(?:\.\d{1,3}){3})?)(?:%\w+)?(?:\](?::(\d{1,5}))?|\/\d{1,3})?(?![\p{L}\p{N}:])/giu;
  const ipv4 = pattern(
    `${FREE_BEFORE}(\\d{1,3}(?:\\.\\d{1,3}){3})(?:/\\d{1,2}(?![\\p{L}\\p{N}]))?(?::(\\d{1,5}))?${PATH}(?![\\p{L}\\p{N}_]|\\.\\p{N})`,
  );
  const host = pattern(`${NO_WORD_BEFORE}(\\p{L}[\\p{L}\\p{N}.-]{0,252}):(\\d{2,5})${PATH}(?![\\p{L}\\p{N}_:]|[.,-][\\p{L}\\p{N}])`);
  return (text) =>
    text
      .replace(ipv6, (written: string, address: string, figures: string | undefined) => {
        if (!address.includes('::') && address.split(':').length !== 8) return written;
        const last = address.split(':').findLast((group) => group !== '');
        if (last === undefined) return words.everyIpv6 + port(figures);
        return `${words.ipv6EndsWith} ${last.includes('.') ? dotted(last, tongue) : spelled(last, tongue)}${port(figures)}`;
      })
      .replace(ipv4, (_, address: string, figures: string | undefined) => dotted(address, tongue) + port(figures))
      .replace(host, (_, name: string, figures: string) => name + port(figures));
};

const moments: Step = ({ date, time, words }) => {
  const clock = (hours: string, minutes = '0') =>
    Number(hours) > 24 || Number(minutes) > 59 ? null : time(Number(hours), Number(minutes));
  const day = (year: string, month: string, of: string) =>
    Number(month) < 1 || Number(month) > 12 || Number(of) < 1 || Number(of) > 31 ? null : date(Number(year), Number(month), Number(of));
  const iso = pattern(
    `${FREE_BEFORE}(\\d{4})-(\\d{2})-(\\d{2})(?:[T ](\\d{2}):(\\d{2})(?::\\d{2}(?:[.,]\\d{1,9})?)?(?:Z|[+-]\\d{2}:?\\d{2})?)?${NO_WORD_AFTER}`,
  );
  const slashed = pattern(`${FREE_BEFORE}(\\d{1,2})/(\\d{1,2})/(\\d{4})(?![\\p{L}\\p{N}/])`);
  const hour = pattern(`${FREE_BEFORE}(\\d{1,2})(?: ?h(?: ?(\\d{2}))?|:(\\d{2})(?::\\d{2})?)${FREE_AFTER}`);
  return (text) =>
    text
      .replace(iso, (written: string, year: string, month: string, of: string, hours?: string, minutes?: string) => {
        const said = day(year, month, of);
        const at = hours === undefined ? '' : clock(hours, minutes);
        return said === null || at === null ? written : at === '' ? said : `${said} ${words.at} ${at}`;
      })
      .replace(slashed, (written: string, of: string, month: string, year: string) => day(year, month, of) ?? written)
      .replace(hour, (written: string, hours: string, spaced?: string, colon?: string) => clock(hours, spaced ?? colon) ?? written);
};

/** The last two names of a path say enough. */
const paths: Step =
  ({ words }) =>
  (text) =>
    text
      .replace(/(?<=^|[\s«(])\/(?=$|[\s»),.;:!?])/g, words.root)
      .replace(/(?<![\p{L}\p{N}.])(?:[a-z]:\\|~?\/|\.{1,2}\/)[^\s«»"'()<>,;]*/giu, (path) => {
        const end = /[.,;:!?]*$/.exec(path)?.[0] ?? '';
        const names = path
          .slice(path.startsWith('.') || /^[a-z]:/i.test(path) ? 2 : 0, path.length - end.length)
          .split(/[/\\]/)
          .filter((name) => name !== '' && !/^[.~]+$/.test(name));
        return `${names.slice(-2).join(' ')}${end}`;
      })
      .replace(/(?<![\p{L}\p{N}.])\.(?=\p{L})/gu, ` ${words.point} `);

const numbers: Step = (tongue) => {
  const { words, thousands, decimalMark } = tongue;
  const amount = `(\\d{1,3}(?:${thousands}\\d{3})+|\\d+)(?:([.${decimalMark}])(\\d+))?`;
  const sign = '(?<![\\p{L}\\p{M}\\p{N}_.,:/@-])([-+~≈])? ?';
  const longestFirst = (Object.keys(UNITS) as (keyof typeof UNITS)[]).toSorted((a, b) => b.length - a.length);
  const measured = pattern(`${sign}${amount} ?(${longestFirst.join('|')})(?![\\p{L}\\p{M}\\p{N}_/]|-\\p{L})`);
  const plain = pattern(`${sign}${amount}${FREE_AFTER}`);
  const version = pattern(`(?<![\\p{L}\\p{M}\\p{N}_,:/@-])(v?)(\\d+(?:\\.\\d+){2,})(?![\\p{N}]|\\.\\p{N})`, 'i');
  const fraction = pattern(`${FREE_BEFORE}(\\d+) ?/ ?(\\d+)(?![\\p{L}\\p{N}/]|[.,]\\p{N})`);
  const range = pattern(`${FREE_BEFORE}(\\d+) ?[–-] ?(?=\\d+(?![-\\d.:]))`);
  const ordinal = pattern(`${NO_WORD_BEFORE}(\\d{1,6})(\\p{L}{1,3})${NO_WORD_AFTER}`);
  const SIGNS: Readonly<Record<string, string>> = { '-': words.minus, '+': words.plus, '~': words.about, '≈': words.about };

  const said = (written: string | undefined, whole: string, mark: string | undefined, figures: string | undefined, unit?: Unit) => {
    const digits = whole.replace(/\D/g, '');
    const value = Number(`${digits}.${figures ?? 0}`);
    const head = figureByFigure(digits, tongue, figures === undefined && unit !== undefined && tongue.feminine.has(unit));
    const isVersion = mark === '.' && unit === undefined;
    const tail =
      figures === undefined
        ? ''
        : isVersion
          ? ` ${words.point} ${figureByFigure(figures, tongue)}`
          : ` ${words.decimal} ${tongue.decimals(figures.slice(0, MOST_DECIMALS))}`;
    const before = written === undefined ? '' : `${SIGNS[written]} `;
    return `${before}${head}${tail}${unit === undefined ? '' : ` ${tongue.unit(unit, tongue.isPlural(value))}`}`;
  };

  return (text) =>
    text
      .replace(/(?<=\p{L}{2})\/s(?![\p{L}\p{N}/])/gu, ` ${words.perSecond}`)
      .replace(/(?:n°|#) ?(?=\d)/gi, `${words.number} `)
      .replace(/(?<=[\d\s]) ?× ?(?=[\p{L}\d])/gu, ` ${words.times} `)
      .replace(version, (_, v: string, figures: string) => `${v === '' ? '' : `${words.version} `}${dotted(figures, tongue)}`)
      .replace(
        fraction,
        (_, part: string, whole: string) => `${figureByFigure(part, tongue)} ${words.outOf} ${figureByFigure(whole, tongue)}`,
      )
      .replace(range, (_, from: string) => `${figureByFigure(from, tongue)} ${words.to} `)
      .replace(measured, (_, minus, whole, mark, figures, unit: keyof typeof UNITS) => said(minus, whole, mark, figures, UNITS[unit]))
      .replace(plain, (_, minus, whole, mark, figures) => said(minus, whole, mark, figures))
      .replace(ordinal, (written: string, figures: string, ending: string) => tongue.ordinal(Number(figures), ending) ?? written);
};

/** Names of nodes, models, containers, files and products. */
const names: Step = (tongue) => (text) =>
  text
    .replace(/[\p{L}\p{M}\p{N}]+(?:[-_.:/@+~\\]+[\p{L}\p{M}\p{N}]+)*/gu, (name) => (isOrdinary(name) ? name : nameAloud(name, tongue)))
    .replace(/[\p{L}\p{M}]+/gu, (word) => known(word, tongue) ?? word);

/** Letters and hyphens: « est-il », `nomic-embed-text`. */
function isOrdinary(name: string): boolean {
  return /^[\p{L}\p{M}-]*$/u.test(name);
}

function nameAloud(name: string, tongue: Tongue): string {
  const { words } = tongue;
  const whole = known(name, tongue);
  if (whole !== null) return whole;
  // « M1 » is one word of the listener's, as it is one of the reader's
  const [, letters = '', figures = ''] = /^([A-Z]|[A-Z]{2,3})(\d{1,3})$/i.exec(name) ?? [];
  if (letters !== '' && (letters.length === 1 || isInitials(letters)))
    // a voice slurs « I-un » into one sound
    return `${[...letters].join('-')}${/[ijy]$/i.test(letters) ? ' ' : '-'}${figureByFigure(figures, tongue).replaceAll(' ', '-')}`;
  const hasFigures = /\d/.test(name);
  const parts = name.match(/\d+(?:\.\d+)*|[\p{L}\p{M}]+|[-_.:/@+~\\]+/gu) ?? [];
  const BETWEEN: Readonly<Record<string, string>> = { '.': ` ${words.point} `, ':': ', ', '@': ' ', '+': ` ${words.plus} ` };
  return parts
    .map((part, index) => {
      // « 1.7b » counts milliards of parameters, « v1.5 » is a version
      if (/^\d/.test(part)) return ` ${dotted(part, tongue, /^[bm]$/i.test(parts[index + 1] ?? '') ? words.decimal : words.point)} `;
      if (/^[-_.:/@+~\\]/.test(part)) return BETWEEN[part.charAt(0)] ?? ' ';
      return known(part, tongue) ?? (hasFigures && isInitials(part) ? [...part].join(' ') : part);
    })
    .join('')
    .replace(/ +/g, ' ')
    .replace(/ ,/g, ',')
    .trim();
}

/** « OL » of OL1; what people say as a word is left to the voice. */
function isInitials(letters: string): boolean {
  return /^[A-Z]{2,3}$/.test(letters) && !['LAN', 'WAN', 'RAM', 'SAN', 'NAS', 'BOX'].includes(letters);
}

function known(name: string, { names: said }: Tongue): string | null {
  const key = name.toLowerCase();
  return Object.hasOwn(said, key) ? (said[key] ?? null) : null;
}

/** What no voice needs, and the spaces that it leaves. */
const leftovers: Step =
  ({ words }) =>
  (text) =>
    text
      .replace(/&/g, ` ${words.and} `)
      .replace(/ *[–—] */g, ', ')
      .replace(/[^\p{L}\p{M}\s.,;:!?'’()«»“”…-]/gu, ' ')
      .replace(/(?<![\p{L}\p{M}])-+|-+(?![\p{L}\p{M}])/gu, ' ')
      .replace(/\s+/g, ' ')
      .replace(/[(«“] *[)»”]/g, ' ')
      .replace(/ +(?=[,.)])/g, '')
      .replace(/([.,;:!?])(?: ?[,;:])+/g, '$1')
      .replace(/([.,;:!?])(?=\p{L})/gu, '$1 ')
      .replace(/\( +/g, '(')
      .replace(/ +/g, ' ')
      .replace(/^[\s,;:.!?)»”]+/, '')
      .trim();

/** « cent-quatre-vingt-douze point un »: each part as a number. */
function dotted(figures: string, tongue: Tongue, mark = tongue.words.point): string {
  return figures
    .split('.')
    .slice(0, 8)
    .map((part) => figureByFigure(part, tongue))
    .join(` ${mark} `);
}

/** A number, with the zeros that it begins with; one that nobody could follow is only measured. */
function figureByFigure(figures: string, { whole, words }: Tongue, isFeminine = false): string {
  if (figures.length > MOST_FIGURES) return words.manyFigures.replace('*', whole(figures.length));
  const zeros = /^0*(?=\d)/.exec(figures)?.[0].length ?? 0;
  return [...Array.from({ length: zeros }, () => whole(0)), whole(Number(figures), isFeminine)].join(' ');
}

/** A short number as one, anything else sign by sign. */
function spelled(signs: string, tongue: Tongue): string {
  if (/^\d{1,3}$/.test(signs)) return figureByFigure(signs, tongue);
  return [...signs].map((sign) => (/\d/.test(sign) ? tongue.whole(Number(sign)) : sign.toUpperCase())).join(' ');
}

function pattern(source: string, flags = ''): RegExp {
  return new RegExp(source, `gu${flags}`);
}
