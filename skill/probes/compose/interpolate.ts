export type Variables = ReadonlyMap<string, string>;

export interface Interpolated {
  readonly text: string;
  /** Variables without which the text is not known. */
  readonly missing: readonly string[];
}

/** What these hold never stands in a reading, wherever a file puts it. */
const SECRET = /KEY|TOKEN|SECRET|PASS|PWD|CREDENTIAL|AUTH/i;
const LONGEST = 4_096;
const DEEPEST = 8;

/** A value as Compose reads it: `$NAME`, `${NAME}`, `${NAME:-default}`, `${NAME:+other}`, `${NAME:?needed}`; `$$` is a dollar. */
export function interpolate(text: string, variables: Variables, depth = 0): Interpolated {
  const missing: string[] = [];
  let out = '';
  let rest = text.slice(0, LONGEST);
  while (rest !== '') {
    const dollar = rest.indexOf('$');
    if (dollar < 0) break;
    out += rest.slice(0, dollar);
    rest = rest.slice(dollar + 1);
    const plain = /^[A-Za-z_][A-Za-z0-9_]*/.exec(rest)?.[0];
    const braced = plain === undefined && rest.startsWith('{') ? bracedOf(rest) : null;
    if (rest.startsWith('$')) {
      out += '$';
      rest = rest.slice(1);
    } else if (plain !== undefined || braced !== null) {
      const value = valueOfReference(braced ?? { name: plain ?? '', operator: '', word: '' }, variables, depth);
      out += value.text;
      missing.push(...value.missing);
      rest = rest.slice(braced?.length ?? plain?.length ?? 0);
    } else out += '$';
  }
  return { text: out + rest, missing };
}

interface Reference {
  readonly name: string;
  readonly operator: string;
  readonly word: string;
}

function valueOfReference({ name, operator, word }: Reference, variables: Variables, depth: number): Interpolated {
  const value = variables.get(name);
  const isSet = value !== undefined && (value !== '' || !operator.startsWith(':'));
  const other = () => (depth < DEEPEST ? interpolate(word, variables, depth + 1) : { text: '', missing: [name] });
  if (operator.endsWith('+')) return isSet ? other() : { text: '', missing: [] };
  if (!isSet) return operator.endsWith('-') ? other() : { text: '', missing: [name] };
  return SECRET.test(name) ? { text: '', missing: [name] } : { text: value, missing: [] };
}

/** What stands in braces that may hold others. */
function bracedOf(text: string): (Reference & { readonly length: number }) | null {
  let depth = 0;
  let end = 0;
  for (; end < text.length; end += 1) {
    if (text[end] === '{') depth += 1;
    else if (text[end] === '}') depth -= 1;
    if (depth === 0) break;
  }
  if (depth !== 0) return null;
  const [, name, operator = '', word = ''] = /^([A-Za-z_][A-Za-z0-9_]*)(?:(:?[-+?])(.*))?$/s.exec(text.slice(1, end)) ?? [];
  return name === undefined ? null : { name, operator, word, length: end + 1 };
}
