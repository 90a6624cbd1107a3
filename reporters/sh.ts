import type { Locale } from '../locales/locale.ts';
import type { Report } from '../skill/audit/report.ts';
import { quoted } from '../skill/rules/shell.ts';
import type { Reporter } from './reporter.ts';
import { type Check, checksOf, type Group, type Selection } from './sh-checks.ts';
import { format, frame, SLOT } from './sh-frame.ts';
import { isPlainCommand, oneLine, toolsOf } from './shell-words.ts';

/** The verifications of a report as a POSIX script that anybody can run again: it reads and prints, and nothing of the report is code but the commands. */
export const sh: Reporter = {
  id: 'sh',
  render(report, locale) {
    const selection = checksOf(report, locale);
    return [
      '#!/bin/sh',
      ...head(report, selection, locale),
      // quotes, variables and backslashes of a command are for the shell that runs it; words may hold typographic quotes
      '# shellcheck disable=SC1003,SC1112,SC2016',
      frame(locale.script),
      `printf '%s\\n' ${quoted(title(report, locale))}`,
      `printf ${format(locale.script.run.begun(SLOT, SLOT), '')} "$(date '+%Y-%m-%d %H:%M')" "$(uname -n)"`,
      ...selection.groups.flatMap((group) => groupLines(group, locale)),
      ...(selection.groups.length === 0 ? ['', `told ${quoted(locale.script.nothing)}`] : []),
      ...(selection.left > 0 ? ['', `told ${quoted(locale.script.more(selection.left))}`] : []),
      '',
      "printf '\\n'",
      `printf ${format(locale.script.run.summary(SLOT, SLOT, SLOT), '')} "$ran" "$skipped" "$late"`,
      '',
    ].join('\n');
  },
};

function title({ cluster, version, mode, timestamp }: Report, { sections }: Locale): string {
  return oneLine(sections.heading(cluster.name, version, mode, timestamp));
}

/** Every line begins with a word of ours: a name must be neither a directive nor a command. */
function head(report: Report, { groups, variables }: Selection, locale: Locale): readonly string[] {
  const commands = groups.flatMap(({ checks }) =>
    checks.flatMap(({ command }) => (command !== null && isPlainCommand(command) ? [command] : [])),
  );
  const tools = [...new Set(commands.flatMap(toolsOf))].filter((tool) => tool !== 'echo').toSorted();
  const { score, grade, verdict } = report.overall;
  const { script, sections } = locale;
  const lines = [
    script.audit(title(report, locale)),
    sections.overall(score, grade, sections.verdicts[verdict]),
    script.purpose,
    script.harmless,
    script.folder,
    ...(tools.length > 0 ? [script.tools(tools)] : []),
    ...(variables.size > 0 ? [script.variables] : []),
    ...[...variables].map(([name, target]) => `– ${script.variable(name, target)}`),
  ];
  return lines.map((line) => `# ${oneLine(line)}`);
}

function groupLines({ id, checks }: Group, { script }: Locale): readonly string[] {
  return ['', `section ${quoted(script.groups[id])}`, ...checks.flatMap((check) => checkLines(check, script))];
}

function checkLines({ command, variable, lines }: Check, script: Locale['script']): readonly string[] {
  const told = ['told', ...lines.map(quoted)].join(' ');
  if (command === null) return [told, `printf ${format(script.noCommand, '  – ')}`];
  if (!isPlainCommand(command)) return [told, `printf ${format(script.unsafe, '  – ')}`, 'skip'];
  return [told, `check ${[quoted(variable ?? ''), ...[command, ...toolsOf(command)].map(quoted)].join(' ')}`];
}
