/**
 * What a word sounds like, in French and roughly: enough to hear that « eau dit » is « audit ». Letters stand for sounds:
 * A, I, O are nasal; S is « ch », Z « j », N « gn », 2 « eu », y « u » and u « ou ».
 */
export function soundOf(written: string): string {
  const word = written.replace(/œ/g, 'oe');
  let sound = '';
  for (let at = 0; at < word.length; ) {
    const rules = RULES.get(word.charAt(at));
    const heard = rules ? matchAt(rules, word, at) : null;
    sound += heard?.sound ?? '';
    at += heard?.length ?? 1;
  }
  return sound.replace(/(.)\1+/g, '$1');
}

/** {@link soundOf}, each word once. */
export function soundsOnce(): (written: string) => string {
  const known = new Map<string, string>();
  return (written) => {
    const sound = known.get(written) ?? soundOf(written);
    known.set(written, sound);
    return sound;
  };
}

/** How the spellings that begin with a letter sound: one expression, a group for each. */
interface Rules {
  readonly spellings: RegExp;
  readonly sounds: readonly string[];
}

function matchAt({ spellings, sounds }: Rules, word: string, at: number): { readonly sound: string; readonly length: number } | null {
  spellings.lastIndex = at;
  const match = spellings.exec(word);
  if (!match) return null;
  const group = match.findIndex((each, index) => index > 0 && each !== undefined);
  return { sound: sounds[group - 1] ?? '', length: match[0].length };
}

/** A nasal vowel is one before a consonant or the end. */
const N = '(?![aeiouyhàâéèêëîïôûùnm])';

/** By first letters, in order of precedence. */
const SPELLINGS: Readonly<Record<string, readonly (readonly [spelling: string, sound: string])[]>> = {
  aàâ: [
    ['aient$', 'e'],
    ['au[xd]?$', 'o'],
    ['au', 'o'],
    ['aill?(?=e|$)', 'aj'],
    ['a[iîy](?:t|s|x|d)?$', 'e'],
    ['a[iîy]', 'e'],
    [`a[nm]${N}`, 'A'],
    ['[aàâ]', 'a'],
  ],
  b: [['b', 'b']],
  c: [
    ['ch', 'S'],
    ['ck', 'k'],
    ['c(?=[eiyéèêîï])', 's'],
    ['c', 'k'],
  ],
  d: [
    ['(?<=.)ds?$', ''],
    ['d', 'd'],
  ],
  eéèêë: [
    ['eau[xs]?', 'o'],
    ['eu[xst]?$', '2'],
    ['eu', '2'],
    ['(?<=.)e?ille', 'ej'],
    ['e[iî]', 'e'],
    [`e[nm]${N}(?:t|d|ts|ds|s|ps)?$`, 'A'],
    [`e[nm]${N}`, 'A'],
    ['e[rztd]$', 'e'],
    ['ets$', 'e'],
    ['(?<=^.)es$', 'e'],
    ['est$', 'e'],
    ['es?$', ''],
    ['e(?=[^aeiouyéèêhlrs][^aeiouyéèêh])', 'e'],
    ['e(?=[lrsxf](?:[^aeiouyéèêh]|$))', 'e'],
    ['e', '2'],
    ['ée?s?$', 'e'],
    ['[éèêë]', 'e'],
  ],
  f: [['f', 'f']],
  g: [
    ['ge(?=[aoâ])', 'Z'],
    ['gn', 'N'],
    ['gu(?=[eiéè])', 'g'],
    ['g(?=[eiyéèê])', 'Z'],
    ['g$', ''],
    ['g', 'g'],
  ],
  h: [['h', '']],
  iîï: [
    [`i[nm]${N}`, 'I'],
    [`ien${N}`, 'jI'],
    ['ill(?=[eaoé])', 'j'],
    ['i(?=[aeoéè])(?![e]s?$)', 'j'],
    ['ies?$', 'i'],
    ['[iîï](?:t|s|d)?$', 'i'],
    ['[iîï]', 'i'],
  ],
  j: [['j', 'Z']],
  k: [['k', 'k']],
  l: [['l', 'l']],
  m: [['m', 'm']],
  n: [['n', 'n']],
  oô: [
    ['oe?u', '2'],
    ['oin(?:t|s)?', 'wI'],
    ['oi(?:s|t|x|d)?$', 'wa'],
    ['oi|oî|oy', 'wa'],
    ['oeu(?:d|ds|x|f)?$', '2'],
    ['oeu', '2'],
    ['o[uùû](?:s|t|x|p)?$', 'u'],
    ['o[uùû]', 'u'],
    ['om$', 'om'],
    [`o[nm]${N}[tds]?$`, 'O'],
    [`o[nm]${N}`, 'O'],
    ['oo', 'u'],
    ['[oô](?:t|s|p)?$', 'o'],
    ['[oô]', 'o'],
  ],
  p: [
    ['ph', 'f'],
    ['p$', ''],
    ['p', 'p'],
  ],
  q: [['qu?', 'k']],
  r: [['r', 'r']],
  s: [
    ['sh|sch', 'S'],
    ['ss', 's'],
    ['s(?=[ci][eiéè])', 's'],
    ['(?<=[aeiouyéèê])s(?=[aeiouyéèê])', 'z'],
    ['(?<=.)s$', ''],
    ['s', 's'],
  ],
  t: [
    ['ti(?=on)', 'sj'],
    ['th', 't'],
    ['(?<=.)ts?$', ''],
    ['t', 't'],
  ],
  uùûü: [
    [`u[nm]${N}`, 'I'],
    ['[uûùü](?:t|s|e|es)?$', 'y'],
    ['[uûùü]', 'y'],
  ],
  v: [['v', 'v']],
  w: [['w', 'w']],
  x: [
    ['x$', ''],
    ['x', 'ks'],
  ],
  y: [
    [`y[nm]${N}`, 'I'],
    ['y', 'i'],
  ],
  z: [
    ['z$', ''],
    ['z', 'z'],
  ],
  ç: [['ç', 's']],
};

const RULES: ReadonlyMap<string, Rules> = new Map(
  Object.entries(SPELLINGS).flatMap(([letters, rules]) => {
    const spellings = new RegExp(rules.map(([spelling]) => `(${spelling})`).join('|'), 'y');
    const sounds = rules.map(([, sound]) => sound);
    return [...letters].map((letter) => [letter, { spellings, sounds }] as const);
  }),
);
