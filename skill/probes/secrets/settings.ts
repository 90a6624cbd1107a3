import { assignmentsIn } from './assignments.ts';
import { heldBy } from './names.ts';
import { isElsewhere, isPlaceholder } from './values.ts';

/** What one name is set to, as far as it may be secret. */
interface Setting {
  readonly name: string;
  readonly value: string;
  readonly line: number;
  /** Everybody knows it from the instructions, and it lets everybody in. */
  readonly isDefault: boolean;
}

const PASSWORD_IN_URL = /:\/\/[^\s:/@]*:[^\s/@]+@/;

/** The names of a `.env` that are set to something secret, each as its last line sets it. */
export function settingsIn(text: string): readonly Setting[] {
  const settings = new Map<string, Setting>();
  for (const { name, value, start, isLine, isOff } of assignmentsIn(text)) {
    if (!isLine || isOff) continue;
    const holds = heldBy(name);
    settings.delete(name);
    if (holds === null ? !PASSWORD_IN_URL.test(value) : value.length < 3 || isElsewhere(value)) continue;
    const line = text.slice(0, start).split('\n').length;
    settings.set(name, { name, value, line, isDefault: holds !== null && isKnown(name, value) });
  }
  return [...settings.values()];
}

/** A door of ours that opens with a placeholder; a key for somebody else's door is merely missing. */
function isKnown(name: string, value: string): boolean {
  return OURS.test(name) && !/api|client/i.test(name) && isPlaceholder(value, name) && !/^<.*>$|^(.)\1*$/.test(value);
}

const OURS = /pass|pwd|mdp|secret|jwt|session|encrypt|sign|cookie|admin|root/i;
