import { isDirect } from '../execution.ts';
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
const ALLOWLIST =
  /^(?!\s*(?:#|\/\/|;)).{0,80}?\b\w{0,40}(?:allow(?:ed)?_?list|allowed_?commands?|commands?_?(?:allowed|allow_?list|white_?list)|white_?list)\w{0,20}["']?\s{0,4}[:=]\s{0,4}(?!["']?\s*(?:["']|$)|\[\s*\])\S/im;

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
  return { line: last.line, isDirect: isDirect(last.mode), isSetting: style !== 'code', hasAllowlist: ALLOWLIST.test(text) };
}
