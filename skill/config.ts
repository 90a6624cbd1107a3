import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { reporters } from '../reporters/all.ts';
import type { Mode } from './audit/define.ts';
import { homeFolder } from './host/paths.ts';

/** A command line that cannot be obeyed, said in one sentence. */
export class UsageError extends Error {}

export interface Output {
  readonly reporter: string;
  /** Null: standard output. */
  readonly file: string | null;
}

export interface Settings {
  readonly command: (typeof COMMANDS)[number] | 'help' | 'version';
  /** What follows the command: the sentence of `ask`, the sentences of `intent`. */
  readonly words: readonly string[];
  readonly mode: Mode;
  readonly isJson: boolean;
  readonly outputs: readonly Output[];
  readonly config: string | undefined;
  readonly out: string;
  /** Somebody asked for a folder by name: a replay is then written too. */
  readonly hasOut: boolean;
  readonly isSaved: boolean;
  readonly deadlineMs: number;
  readonly isSaid: boolean;
  readonly voice: string | undefined;
  readonly locale: 'fr' | 'en';
  readonly failOn: 'warning' | 'critical' | null;
  readonly saveReadings: string | null;
  readonly replay: string | null;
  readonly isDebug: boolean;
  /** A conversation that `ask` goes on with; null: each sentence stands alone. */
  readonly session: string | null;
  /** Where `serve` listens; 0 is any free port. */
  readonly port: number;
  readonly host: string;
  /** Names beside its own address by which callers may reach `serve`. */
  readonly allowedHosts: readonly string[];
  /** Where `serve` listens for Home Assistant; null: nowhere. An address of its own, as this protocol knows no key. */
  readonly wyoming: { readonly host: string; readonly port: number } | null;
  /** The assistant's SQLite registry and its skills file, that `register` writes to. */
  readonly jarvisDb: string | null;
  readonly skillsFile: string | null;
  readonly isUndo: boolean;
  /** `listen` hears all the time, and answers to its name. */
  readonly isWake: boolean;
  /** The user's own recordings are erased. */
  readonly isForgotten: boolean;
  /** A WAV file that `listen` or `enroll` hears in place of a microphone. */
  readonly input: string | null;
}

export const USAGE = `jarvis-audit [audit] [options]   audit this cluster
jarvis-audit checks [--json]     what can be found
jarvis-audit discover            an inventory of this machine, ready to edit: discover > jarvis.yaml
jarvis-audit doctor [--json]     what this machine lacks, and what brings it; exit 1 when something needed is missing
jarvis-audit ask "SENTENCE" [--session ID]    a question, answered on standard output
jarvis-audit intent [--json] ["SENTENCE"…]    what a sentence is understood as; without one, a line of standard input each
jarvis-audit serve [--port N] [--host A] [--allow-host NAME]   webhook, API and page on 127.0.0.1:8787; JARVIS_AUDIT_KEY is what callers show
                   [--wyoming [ADDRESS:]PORT]   also Home Assistant, by Wyoming: on 127.0.0.1 unless said so, as it knows no key
jarvis-audit listen [--wake | --input FILE.wav]   speak with it: Enter, then the command; --wake answers to « Jarvis, … »
jarvis-audit enroll [--input FILE.wav | --forget]   your own recordings of the commands, kept as fingerprints and never as sound
jarvis-audit mcp                 MCP server on standard input and output
jarvis-audit register --jarvis-db FILE | --skills-file FILE [--undo]   enters the skill into the assistant's registry

  --quick                 the state of the cluster, in a second
  --json                  the report as JSON on standard output, and nothing else
  --reporter ID           ${reporters.map(({ id }) => id).join(', ')}; repeatable
  --output FILE           where the reporter before it writes
  --config FILE           the inventory (./jarvis.yaml, else the environment, else this machine)
  --out DIR               where reports are kept (data/)
  --no-save               keep no report
  --deadline SECONDS      for the whole audit (10; quick 6)
  --say                   speak the summary; without a loudspeaker, a WAV beside the report
  --voice ID              who speaks first: server, system, pico2wave, espeak-ng,
                          espeak-ng-npm, or a voice of espeak-ng such as fr-be
  --locale fr|en          language of the words (fr)
  --fail-on warning|critical   exit by status: 0 ok, 1 warning, 2 critical, 3 unknown
  --save-readings FILE    keep what was read, too
  --replay FILE           judge saved readings again, touching nothing
  --debug                 stack traces
  --help, --version
`;

const options = {
  quick: { type: 'boolean' },
  json: { type: 'boolean' },
  reporter: { type: 'string', multiple: true },
  output: { type: 'string', multiple: true },
  config: { type: 'string' },
  out: { type: 'string' },
  'no-save': { type: 'boolean' },
  deadline: { type: 'string' },
  say: { type: 'boolean' },
  voice: { type: 'string' },
  locale: { type: 'string' },
  'fail-on': { type: 'string' },
  'save-readings': { type: 'string' },
  replay: { type: 'string' },
  debug: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
  session: { type: 'string' },
  port: { type: 'string' },
  host: { type: 'string' },
  'allow-host': { type: 'string', multiple: true },
  wyoming: { type: 'string' },
  'jarvis-db': { type: 'string' },
  'skills-file': { type: 'string' },
  undo: { type: 'boolean' },
  wake: { type: 'boolean' },
  input: { type: 'string' },
  forget: { type: 'boolean' },
} as const;

const COMMANDS = ['audit', 'checks', 'discover', 'doctor', 'ask', 'intent', 'serve', 'listen', 'enroll', 'mcp', 'register'] as const;
type CommandName = (typeof COMMANDS)[number];
/** Options that mean something to these commands alone. */
const OWN_OPTIONS: Readonly<Record<string, readonly CommandName[]>> = {
  session: ['ask'],
  port: ['serve'],
  host: ['serve'],
  'allow-host': ['serve'],
  wyoming: ['serve'],
  'jarvis-db': ['register'],
  'skills-file': ['register'],
  undo: ['register'],
  wake: ['listen'],
  input: ['listen', 'enroll'],
  forget: ['enroll'],
};
export const FULL_S = 10;
export const QUICK_S = 6;
const LONGEST_S = 3_600;

/** Reads the command line. Throws a {@link UsageError} that names what is wrong and what was expected. */
export function settingsFrom(argv: readonly string[]): Settings {
  const { values, positionals, tokens } = parsed(argv);
  const [word = 'audit', ...words] = positionals;
  const command = COMMANDS.find((name) => name === word);
  if (!command) throw new UsageError(`unknown command "${word}"; expected ${COMMANDS.join(', ')}`);
  checkWords(command, words);
  const stray = Object.keys(values).find((name) => !(OWN_OPTIONS[name] ?? [command]).includes(command));
  if (stray !== undefined) throw new UsageError(`--${stray} belongs to ${OWN_OPTIONS[stray]?.join(' and ')}`);
  const mode = values.quick ? 'quick' : 'full';
  const replay = path(values.replay);
  if (replay !== null && values.config !== undefined) throw new UsageError('--replay brings its own inventory: leave out --config');
  const outputs = outputsOf(tokens);
  const second = values.json ? outputs.find(({ file }) => file === null) : undefined;
  if (second) throw new UsageError(`--json is all of standard output: give --reporter ${second.reporter} an --output`);
  return {
    command: values.help ? 'help' : values.version ? 'version' : command,
    words,
    mode,
    isJson: values.json ?? false,
    outputs,
    config: path(values.config) ?? undefined,
    out: path(values.out) ?? 'data',
    hasOut: values.out !== undefined,
    isSaved: !values['no-save'] && (replay === null || values.out !== undefined),
    deadlineMs: 1000 * seconds(values.deadline, mode === 'quick' ? QUICK_S : FULL_S),
    isSaid: (values.say ?? false) || values.voice !== undefined,
    voice: voice(values.voice),
    locale: oneOf('--locale', values.locale, ['fr', 'en'] as const) ?? 'fr',
    failOn: oneOf('--fail-on', values['fail-on'], ['warning', 'critical'] as const),
    saveReadings: path(values['save-readings']),
    replay,
    isDebug: values.debug ?? false,
    session: session(values.session),
    ...serving(values),
    ...registration(command, path(values['jarvis-db']), path(values['skills-file'])),
    isUndo: values.undo === true,
    ...hearing(values),
    isForgotten: values.forget === true,
  };
}

/** How many words follow each command: one sentence, any number of sentences, none. */
function checkWords(command: CommandName, words: readonly string[]): void {
  const most = command === 'intent' ? Number.POSITIVE_INFINITY : command === 'ask' ? 1 : 0;
  if (command === 'ask' && words.length === 0) throw new UsageError('ask: expected a sentence, such as ask "état du cluster"');
  if (words.length > most)
    throw new UsageError(`unexpected argument "${words[most]}"${command === 'ask' ? ': put the sentence in quotes' : ''}`);
}

function hearing({ wake: isWake = false, input }: ReturnType<typeof parsed>['values']) {
  if (isWake && input !== undefined) throw new UsageError('--wake listens to the microphone: leave out --input');
  return { isWake, input: path(input) };
}

function registration(command: CommandName, jarvisDb: string | null, skillsFile: string | null) {
  if (command === 'register' && jarvisDb === null && skillsFile === null)
    throw new UsageError('register: expected --jarvis-db FILE or --skills-file FILE');
  return { jarvisDb, skillsFile };
}

/** A conversation's name becomes a file's. */
export const SESSION = /^[\w-][\w.-]{0,63}$/;

function session(text: string | undefined): string | null {
  if (text === undefined) return null;
  if (!SESSION.test(text)) throw new UsageError(`--session ${text}: expected at most 64 letters, digits, . _ -`);
  return text;
}

/** As a caller writes it after `http://`. */
const HOST_NAME = /^(?:[\w.-]+|\[[\da-f:.]+\])(?::\d{1,5})?$/i;

const HERE = '127.0.0.1';

function serving({ port: text, host = HERE, 'allow-host': allowedHosts = [], wyoming }: ReturnType<typeof parsed>['values']) {
  const odd = allowedHosts.find((name) => !HOST_NAME.test(name));
  if (odd !== undefined)
    throw new UsageError(`--allow-host ${odd}: expected a host name, such as jarvis.lan, with its port where that is another`);
  // as a URL writes it
  return { port: port(text), host: unbracketed(host), allowedHosts, wyoming: wyomingAt(wyoming) };
}

function unbracketed(host: string): string {
  return host.replace(/^\[(.*)\]$/, '$1');
}

function wyomingAt(text: string | undefined): Settings['wyoming'] {
  if (text === undefined) return null;
  const [, host = HERE, number = ''] = /^(?:(\[[^\]]+\]|[^:]+):)?(\d+)$/.exec(text) ?? [];
  if (!isPort(number))
    throw new UsageError(`--wyoming ${text}: expected a number from 0 (any free one) to 65535, or ADDRESS:NUMBER to be reached there`);
  return { host: unbracketed(host), port: Number(number) };
}

function port(text: string | undefined): number {
  if (text === undefined) return 8787;
  if (!isPort(text)) throw new UsageError(`--port ${text}: expected a number from 0 (any free one) to 65535`);
  return Number(text);
}

function isPort(text: string): boolean {
  return /^\d{1,5}$/.test(text) && Number(text) <= 65_535;
}

function parsed(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options, allowPositionals: true, tokens: true });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const [, option] = /^Option '(--[\w-]+)[^']*' argument is ambiguous/.exec(message) ?? [];
    if (option) throw new UsageError(`${option}: expected a value; one that starts with "-" is written ${option}=-…`);
    throw new UsageError(message.split('. ')[0] ?? message);
  }
}

type Token = ReturnType<typeof parsed>['tokens'][number];

/** Each `--output` belongs to the `--reporter` before it. */
function outputsOf(tokens: readonly Token[]): readonly Output[] {
  const outputs: Output[] = [];
  for (const token of tokens) {
    if (token.kind !== 'option' || token.value === undefined) continue;
    if (token.name === 'reporter') outputs.push({ reporter: reporterId(token.value), file: null });
    if (token.name !== 'output') continue;
    const last = outputs.pop();
    if (!last || last.file !== null) throw new UsageError('--output FILE belongs after a --reporter ID');
    outputs.push({ ...last, file: path(token.value) });
  }
  return outputs;
}

function reporterId(id: string): string {
  if (!reporters.some((reporter) => reporter.id === id))
    throw new UsageError(`unknown reporter "${id}"; expected one of ${reporters.map((reporter) => reporter.id).join(', ')}`);
  return id;
}

function seconds(text: string | undefined, usual: number): number {
  if (text === undefined) return usual;
  const value = Number(text);
  if (!(value > 0 && value <= LONGEST_S)) throw new UsageError(`--deadline ${text}: expected seconds, from more than 0 to ${LONGEST_S}`);
  return value;
}

function oneOf<const T extends string>(option: string, value: string | undefined, allowed: readonly T[]): T | null {
  if (value === undefined) return null;
  const found = allowed.find((each) => each === value);
  if (!found) throw new UsageError(`${option} ${value}: expected ${allowed.join(' or ')}`);
  return found;
}

function voice(id: string | undefined): string | undefined {
  if (id !== undefined && !/^[a-z][\w+-]{1,40}$/i.test(id))
    throw new UsageError(`--voice ${id}: expected the name of a voice, such as fr-fr`);
  return id;
}

/** A shell expands `~` only at the start of a word; `--out=~/x` arrives as it is. */
function path(text: string | undefined): string | null {
  if (text === undefined) return null;
  if (text === '') throw new UsageError('expected a path, not an empty word');
  return text === '~' || text.startsWith('~/') ? join(homeFolder(), text.slice(1)) : text;
}
