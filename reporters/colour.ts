import { styleText } from 'node:util';

const STYLES = [
  [/^\s*(?:║ )?✗/, 'red'],
  [/^\s*(?:║ )?!/, 'yellow'],
  [/^\s*\?/, 'magenta'],
  [/^\s*(?:║ )?✓/, 'green'],
  [/^§|^[A-ZÀ-Ý' ’]{8,}$/, 'bold'],
  [/^\s*\$ /, 'cyan'],
] as const;

/** Colours a console report by the sign that each line begins with; the signs alone say the same without colour. */
export function coloured(text: string): string {
  return text
    .split('\n')
    .map((line) => {
      const style = STYLES.find(([pattern]) => pattern.test(line))?.[1];
      return style ? styleText(style, line, { validateStream: false }) : line;
    })
    .join('\n');
}
