import { isIPv6 } from 'node:net';
import type { Locale } from '../../locales/locale.ts';
import { CannotSucceed } from '../cannot-succeed.ts';
import type { Settings } from '../config.ts';
import { createSkill } from '../create-skill.ts';
import { errorCode } from '../error-code.ts';
import { createFileStore } from '../history/files.ts';
import { createNodeHost, type NodeHost } from '../host/node.ts';
import type { Environment } from '../inventory/expand.ts';
import { type FoundInventory, findInventory } from '../inventory/find.ts';
import { createRedactor } from '../redact.ts';
import type { McpHandler } from '../servers/mcp.ts';
import { accessKey, isLoopback } from '../servers/web/access-key.ts';
import { lineWriter } from '../servers/web/line-writer.ts';
import { createWebServer } from '../servers/web/server.ts';
import type { WyomingServer } from '../servers/wyoming.ts';

/** Tables of words are made for the first sentence, those of their sounds for the first that was misheard: not while a caller waits. */
const WARM_UP = 'etta du clusteur';

/** As many connections may wait to be taken as the system lets them. */
const BACKLOG = 4_096;

/** The webhook, the API and the page, until a signal; then what runs is answered. Resolves to the exit code. */
export async function serve(settings: Settings, locale: Locale, environment: Environment, signal: AbortSignal): Promise<number> {
  const key = accessKey(environment, settings.host);
  const host = createNodeHost();
  try {
    const inventory = await findInventory(settings.config, environment, host, signal);
    await serveSkill({ settings, locale, key, inventory, host }, signal);
    return 0;
  } catch (error) {
    // told to end before it began
    if (error === signal.reason) return 0;
    throw error;
  } finally {
    await host.close();
  }
}

interface Serving {
  readonly settings: Settings;
  readonly locale: Locale;
  readonly key: string | null;
  readonly inventory: FoundInventory;
  readonly host: NodeHost;
}

async function serveSkill({ settings, locale, key, inventory, host }: Serving, signal: AbortSignal): Promise<void> {
  const { out, port, host: name, allowedHosts, deadlineMs } = settings;
  const redact = createRedactor([...inventory.secrets, ...(key === null ? [] : [key])]);
  const write = lineWriter(process.stderr);
  const entry = (fields: object) => write(redact(`${JSON.stringify({ level: 30, time: new Date().toISOString(), ...fields })}\n`));
  const log = (msg: string) => entry({ msg });
  const skill = createSkill({ inventory, host, store: createFileStore(out), out, deadlineMs, locale: settings.locale, log });
  const hostNames = [...allowedHosts, ...(isIPv6(name) ? [] : [name])];
  const mcp = onDemand(async () => (await import('../servers/mcp.ts')).mcpHandler(skill, locale, (fault) => log(String(fault))));
  const server = await createWebServer({ skill, key, hostNames, out, redact, log: write, mcp: mcp.fetch });
  const door = settings.wyoming && (await import('../servers/wyoming.ts')).createWyomingServer({ skill, locale, log: entry });
  try {
    skill.match(WARM_UP, 'idle');
    const listening = await listen(
      () => server.app.listen({ host: addressOf(name), port, backlog: BACKLOG }),
      { host: name, port },
      '--port',
    );
    const wyoming = door && (await openDoor(door, settings));
    process.stdout.write(
      `${JSON.stringify({ listening: callable(listening), ...(wyoming !== null && { wyoming: callable(wyoming) }) })}\n`,
    );
    const announce = announcer({ settings, locale, inventory, host, log }, signal);
    await skill.schedules.start(announce, signal);
  } finally {
    await Promise.all([server.close(), door?.close()]);
    await mcp.close();
    await skill.close();
  }
}

/** Where Home Assistant finds it. What it lets in is said, as it asks nobody for a key. */
async function openDoor(door: WyomingServer, { wyoming, host: web }: Settings): Promise<string | null> {
  if (wyoming === null) return null;
  const { host, port } = wyoming;
  const at = await listen(() => door.listen(addressOf(host), port), wyoming, '--wyoming');
  const tell = (sentence: string) => process.stderr.write(`jarvis-audit: serve: ${sentence}\n`);
  if (!isLoopback(host)) tell(`Wyoming knows no key: whoever reaches ${host}:${at} may ask, and hears what is broken here`);
  else if (!isLoopback(web)) tell(`Wyoming knows no key and stays on ${host}; --wyoming ${web}:${at} would let in whoever reaches it`);
  return `tcp://${isIPv6(host) ? `[${host}]` : addressOf(host)}:${at}`;
}

/** What few callers speak is loaded for the first of them. */
function onDemand(load: () => Promise<McpHandler>) {
  let loading: Promise<McpHandler> | null = null;
  return {
    async fetch(request: Request): Promise<Response> {
      loading ??= load();
      return await (await loading).fetch(request);
    },
    close: async () => await (await loading)?.close(),
  };
}

/** What a planned audit found changed: logged, and said aloud where that was asked for. */
function announcer(
  { settings, locale, inventory, host, log }: Omit<Serving, 'key'> & { readonly log: (line: string) => void },
  signal: AbortSignal,
) {
  const { isSaid, voice, isDebug } = settings;
  const saying = {
    server: inventory.speech?.tts,
    report: Promise.resolve(null),
    redact: createRedactor(inventory.secrets),
    voice,
    isDebug,
  };
  return (text: string) => {
    log(text);
    return isSaid && import('../voice/speaking/say.ts').then(({ say }) => say(text, saying, locale, host, signal));
  };
}

/** One address: a name may stand for two, of which only one would be known. */
function addressOf(name: string): string {
  return name === 'localhost' ? '127.0.0.1' : name;
}

/** Who listens at every address is called at one: no caller's Host is `[::]`. */
function callable(url: string): string {
  return url.replace('//[::]:', '//[::1]:');
}

async function listen<T>(start: () => Promise<T>, { host, port }: NonNullable<Settings['wyoming']>, option: string): Promise<T> {
  try {
    return await start();
  } catch (error) {
    const reason = REASONS[errorCode(error)];
    if (reason === undefined) throw error;
    throw new CannotSucceed(`serve: ${host}:${port} cannot be listened on (${reason(option)})`);
  }
}

const otherAddress = (problem: string) => (option: string) =>
  `${problem}; choose another ${option === '--port' ? '--host' : `address for ${option}`}`;

/** What to do about it, with the option that named the port. */
const REASONS: Readonly<Record<string, (option: string) => string>> = {
  EADDRINUSE: (option) => `another program listens there; choose another ${option}`,
  EACCES: (option) => `no right to it; choose a ${option} above 1023`,
  EADDRNOTAVAIL: otherAddress('no address of this machine'),
  EINVAL: otherAddress('no address of this machine'),
  ENOTFOUND: otherAddress('no such name'),
  EAI_AGAIN: otherAddress('no such name'),
};
