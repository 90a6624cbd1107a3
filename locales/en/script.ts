import type { Locale } from '../locale.ts';
import { list } from './numbers.ts';

/** Words of the check script: what its head promises, and what it prints when it runs. */
export const script: Locale['script'] = {
  purpose: 'Runs the verifications of this audit again, one by one, and shows what is to be seen now.',
  harmless: 'It only reads and prints: it changes nothing, asks nothing, and nothing stops it half-way.',
  folder: 'To be run on the machine and in the folder that the audit was made from: sh THIS_FILE',
  audit: (heading) => `Audit: ${heading}`,
  tools: (tools) => `Tools: ${list(tools)}. A command whose tool is missing is passed over, and says so.`,
  variables: 'Secrets, optional, taken from these variables; without them the commands that need one are passed over:',
  variable: (name, target) => `${name}: for ${target}`,
  groups: {
    '48h': 'To do within 48 hours',
    'week-1': 'To do this week',
    later: 'To do later',
    unknown: 'What could not be seen',
    pass: 'What was well',
  },
  noCommand: 'no command shows it: have a look on the spot',
  unsafe: 'a command with invisible characters or of several lines: not run',
  more: (count) => `${count} more ${count === 1 ? 'finding is' : 'findings are'} in the report, without a command here.`,
  nothing: 'Nothing to verify: no problem, nothing unknown and no check that passed in this audit.',
  run: {
    begun: (date, machine) => `Run again on ${date} on ${machine}.`,
    missing: (tool) => `passed over: the tool "${tool}" is missing`,
    unset: (variable) => `passed over: the variable ${variable} is not given`,
    silent: '(nothing is printed)',
    moreLines: (count) => `… (more lines: ${count})`,
    code: (code) => `(exit code ${code})`,
    late: '(stopped: no answer in time)',
    summary: (ran, skipped, late) => `Commands run: ${ran}; passed over: ${skipped}; no answer in time: ${late}. Nothing was changed.`,
  },
};
