import { isAllowlist, isDirect } from '../execution.ts';
import { isExample, styleOf } from './scan.ts';

/** Where a text says how a service runs the commands that it is given. */
export interface ExecutionMode {
  readonly line: number;
  readonly isDirect: boolean;
  /** Set on purpose, and not what a program falls back on. */
  readonly isSetting: boolean;
  /** Beside it stands which commands are allowed. */
  readonly hasAllowlist: boolean;
}

const MODE =
  /^(?!\s*(?:#|\/\/|;)).{0,200}?(?<![A-Z\d])EXECUT(?:E|ION)_MODE["']?(?:\s{0,4}:\s{0,4}[\w.[\]"', |]{1,80}?)?\s{0,4}[=:,]\s{0,4}(?:Field\(\s{0,4}(?:default\s{0,2}=\s{0,2})?)?["']?([A-Za-z_-]{2,40})/i;
const NAMED = /^(?!\s*(?:#|\/\/|;)).{0,80}?(?<!\w)(\w{4,80})["']?\s{0,4}[:=]\s{0,4}(\S.*)$/gm;
/** What a program says of a type before it gives the value. */
const TYPE = /^[\w.[\]"', |]{1,80}=\s*/;
const EMPTY = /^(?:\[\s*\]|\{\s*\}|(["'])\s*\1|none|null)?\s*,?$/i;

/** The last word of a text on that; null where it has none, or only shows how. */
export function executionModeIn(text: string, path: string): ExecutionMode | null {
  const style = styleOf(path);
  if (isExample(path) || style === 'prose' || !/EXECUT(?:E|ION)_MODE/i.test(text)) return null;
  const said = text.split('\n').flatMap((line, index) => {
    const mode = MODE.exec(line)?.[1];
    return mode === undefined ? [] : [{ line: index + 1, mode }];
  });
  const last = said.at(-1);
  if (!last) return null;
  return { line: last.line, isDirect: isDirect(last.mode), isSetting: style !== 'code', hasAllowlist: hasAllowlist(text) };
}

function hasAllowlist(text: string): boolean {
  return [...text.matchAll(NAMED)].some(([, name = '', value = '']) => isAllowlist(name) && !EMPTY.test(value.replace(TYPE, '').trim()));
}
