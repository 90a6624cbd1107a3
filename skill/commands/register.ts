import type { Locale, RegistryWarning } from '../../locales/locale.ts';
import { printable } from '../audit/plain-strings.ts';
import type { Settings } from '../config.ts';
import type { Environment } from '../inventory/expand.ts';
import { cut } from '../probes/cut.ts';
import { createRedactor } from '../redact.ts';
import { askingLine } from '../registry/command-line.ts';
import { enterCommands } from '../registry/database.ts';
import type { Outcome } from '../registry/plan.ts';
import { skills } from '../registry/skills.ts';
import { enterSkills } from '../registry/skills-file.ts';
import { voiceCommands } from '../registry/voice-commands.ts';

const LONGEST_WARNING = 500;

/** Enters us into the assistant's own registries, or takes us out of them. Resolves to the exit code. */
export async function register(settings: Settings, locale: Locale, _environment: Environment, signal: AbortSignal): Promise<number> {
  const { jarvisDb, skillsFile, isUndo } = settings;
  if (jarvisDb !== null) {
    const commands = isUndo ? null : voiceCommands(locale, await askingLine(settings));
    const outcome = await enterCommands(jarvisDb, commands, signal);
    tell(jarvisDb, outcome, isUndo, locale);
    // its skills are read at each sentence
    if (outcome.backup !== null) process.stdout.write(`${locale.registry.restart}\n`);
  }
  if (skillsFile !== null) tell(skillsFile, await enterSkills(skillsFile, isUndo ? null : skills(locale), signal), isUndo, locale);
  return 0;
}

function tell(file: string, outcome: Outcome, isUndo: boolean, { registry }: Locale): void {
  const { add, replace, remove, keep, backup, warnings } = outcome;
  const done = [
    ...(add.length > 0 ? [registry.added(file, add)] : []),
    ...(replace.length > 0 ? [registry.replaced(file, replace)] : []),
    ...(remove.length > 0 ? [registry.removed(file, remove)] : []),
    ...(keep.length > 0 ? [registry.kept(file, keep.length)] : []),
  ];
  const nothing = isUndo ? registry.nothingRemoved(file) : registry.nothingAdded(file);
  const lines = [...(done.length > 0 ? done : [nothing]), ...(backup === null ? [] : [registry.backup(backup)])];
  process.stdout.write(`${lines.join('\n')}\n`);
  for (const warning of warnings) process.stderr.write(`jarvis-audit: ${inWords(warning, registry)}\n`);
}

/** Names and triggers there were written by others. */
function inWords({ id, values }: RegistryWarning, { warnings }: Locale['registry']): string {
  const words: (values: never) => string = warnings[id];
  return printable(cut(createRedactor([])(words(values as never)), LONGEST_WARNING));
}
