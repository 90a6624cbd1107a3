import type { services as french } from '../../fr/findings/services.ts';
import type { Locale } from '../../locale.ts';
import { digits, inWords, plural } from '../numbers.ts';

/** Words about what systemd runs, and about how a service runs commands. */
export const services: Pick<Locale['findings'], keyof typeof french> = {
  'unit-running': {
    text: ({ unit, sub, restarts }) =>
      `${unit} is running (${sub}${restarts === null || restarts === 0 ? '' : `, ${digits(restarts)} ${plural(restarts, 'restart')}`}).`,
  },
  'unit-ready': { text: ({ unit }) => `${unit} has done its task, or waits to be called.` },
  'unit-missing': {
    text: ({ unit }) => `systemd knows no ${unit}.`,
    remedy: ({ unit }) => `Install ${unit}, or correct its name in the inventory.`,
    spoken: ({ unit }) => `The service ${short(unit)} does not exist.`,
    action: ({ unit }) => `Install the service ${short(unit)}.`,
  },
  'unit-down': {
    text: ({ unit, active, result, exitStatus }) =>
      `${unit} ${active === 'failed' ? 'has failed' : 'is stopped'}${result === null || result === 'success' ? '' : ` (${result}${exitStatus === null || exitStatus === 0 ? '' : `, status ${digits(exitStatus)}`})`}.`,
    remedy: ({ fix }) => `Read its journal, correct the cause, then start it again (${fix}).`,
    spoken: ({ unit, active }) => `The service ${short(unit)} ${active === 'failed' ? 'has failed' : 'is stopped'}.`,
    action: ({ unit }) => `Start the service ${short(unit)} again.`,
  },
  'unit-looping': {
    text: ({ unit, restarts }) => `${unit} restarts again and again (${digits(restarts)} times).`,
    remedy: ({ unit }) => `Read the journal of ${unit}, correct the cause, then start it again.`,
    spoken: ({ unit, restarts }) => `The service ${short(unit)} restarts again and again: ${inWords(restarts)} times.`,
    action: ({ unit }) => `Read the journal of the service ${short(unit)}.`,
  },
  'unit-changing': {
    text: ({ unit, active }) => `${unit} is changing its state (${active}).`,
    remedy: () => 'Run the audit again in a moment.',
    spoken: ({ unit }) => `The service ${short(unit)} is changing its state.`,
  },
  'unit-failed': {
    text: ({ unit }) => `systemd counts ${unit} among its failed units.`,
    remedy: ({ fix }) => `Read its journal and correct the cause (${fix}).`,
    spoken: ({ unit }) => `The unit ${short(unit)} has failed.`,
    action: ({ unit }) => `Read the journal of the unit ${short(unit)}.`,
  },
  'execute-direct': {
    text: ({ place, line, hasAllowlist, isDefault }) =>
      `Commands run directly on the machine (EXECUTE_MODE=direct${isDefault ? ', by default' : ''}): ${place}${line === null ? '' : `, line ${digits(line)}`}${hasAllowlist ? ', with a list of allowed commands' : ', without a list of allowed commands'}.`,
    remedy: ({ place }) => `Write EXECUTE_MODE=sandbox in ${place}, then restart the service.`,
    spoken: ({ hasAllowlist }) => `A service runs commands directly on the machine${hasAllowlist ? ', by a list of allowed ones' : ''}.`,
    action: () => 'Let commands run in a sandbox.',
  },
};

/** As one says it: what is a service is called one already. */
const short = (unit: string) => unit.replace(/\.service$/, '');
