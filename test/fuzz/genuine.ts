import type { HttpResponse, Listing, RunResult } from '../../skill/host/host.ts';
import { type Exchange, textOf } from './tape.ts';

/*
 * Whether an answer has the shape that its product documents. Loose about values, strict about identity, and
 * written without the parsers, so that they are judged by something else than themselves.
 */

type Delivered = readonly Exchange[];
type Json = Readonly<Record<string, unknown>>;

/** One of the three lists: models with keys and instances, entries with a state, or names that no other product signed. */
export function isLmStudioList(delivered: Delivered): boolean {
  return goodBodies(delivered).some(({ path, json }) => {
    if (path.includes('/api/v1/'))
      return hasSome(json['models'], ({ key, loaded_instances }) => isName(key) && Array.isArray(loaded_instances));
    if (path.includes('/api/v0/')) return hasSome(json['data'], ({ id, state }) => isName(id) && typeof state === 'string');
    return json['models'] === undefined && hasOnly(json['data'], ({ id }) => isName(id));
  });
}

/** Both the version and the list of tags, each entry with a name and a digest. */
export function isOllama(delivered: Delivered): boolean {
  const bodies = goodBodies(delivered);
  const isVersioned = bodies.some(({ path, json }) => path.includes('/api/version') && isName(json['version']));
  return (
    isVersioned &&
    bodies.some(
      ({ path, json }) =>
        path.includes('/api/tags') &&
        (json['models'] === null || hasOnly(json['models'], ({ name, digest }) => isName(name) && isName(digest))),
    )
  );
}

export function isOpenAiList(delivered: Delivered): boolean {
  return goodBodies(delivered).some(
    ({ json }) => (json['data'] === null && json['object'] === 'list') || hasOnly(json['data'], ({ id }) => isName(id)),
  );
}

/** It ended well, said something, and no line of it reports a failure last. */
export function isCommandAnswer(delivered: Delivered): boolean {
  return runs(delivered).some(({ exitCode, stdout }) => {
    const statuses = [...stdout.matchAll(/"status"\s*:\s*"(ok|error|degraded)"/g)].map((match) => match[1]);
    return exitCode === 0 && stdout.trim() !== '' && (statuses.length === 0 || statuses.includes('ok'));
  });
}

/** Each card that is told stands on a line that begins with an index, or holds a UUID of a card. */
export function isRowOfEachGpu(delivered: Delivered, { gpus }: { readonly gpus: readonly { readonly lost: boolean }[] }): boolean {
  const rows = runs(delivered).map(({ stdout }) => stdout.split('\n').filter((line) => /^\s*\d+\s*,|\b(?:GPU|MIG)-/.test(line)));
  return gpus.filter(({ lost }) => !lost).length <= Math.max(0, ...rows.map(({ length }) => length));
}

/** Memory is told only where the kernel's file names it. */
export function isMemoryOf(delivered: Delivered, { memory }: { readonly memory: object | null }): boolean {
  const file = delivered.find(({ question }) => question.includes('/proc/meminfo'))?.value;
  return memory === null || (typeof file === 'string' && /^MemTotal:\s+\d/m.test(file));
}

/** Some message is JSON-RPC, and its result presents a server in one of the two ways. */
export function isMcpServer(delivered: Delivered): boolean {
  return delivered.some(({ method, value }) => method === 'request' && presentsServer((value as HttpResponse).body));
}

/** One message, a batch, or the data lines of an event stream. */
export function presentsServer(text: string): boolean {
  const parts = [text, ...text.split(/\r\n|\n|\r/).map((line) => line.replace(/^data: ?/, ''))];
  return [...parts, parts.slice(1).join('\n')].some((part) => {
    const json = parsed(part);
    return (Array.isArray(json) ? json : [json]).some(
      (message) => isObject(message) && message['jsonrpc'] === '2.0' && isGreeting(message['result']),
    );
  });
}

function isGreeting(result: unknown): boolean {
  if (!isObject(result) || !isObject(result['capabilities'])) return false;
  return typeof result['protocolVersion'] === 'string' || Array.isArray(result['supportedVersions']);
}

/** Each figure stands on some line of the metrics; none is told of a page without any. */
export function isExporter(prefix: RegExp) {
  return (delivered: Delivered): boolean =>
    delivered.some(
      ({ method, value }) =>
        method === 'request' && new RegExp(`^\\s*(?:${prefix.source})\\w*[\\s{]`, 'm').test((value as HttpResponse).body),
    );
}

/** The version is an engine's, and each container stands in a list. */
export function isEngine(delivered: Delivered, { containers }: { readonly containers: readonly unknown[] }): boolean {
  const isVersioned = goodBodies(delivered).some(
    ({ path, json }) => path.includes('/version') && isName(json['Version']) && /^\d+\.\d+$/.test(String(json['ApiVersion'])),
  );
  const lists = delivered.map(({ question, value }) => (question.includes('all=1') ? parsed((value as HttpResponse).body) : null));
  return isVersioned && lists.some((list) => hasOnly(list, ({ Id }) => isName(Id)) && (list as unknown[]).length >= containers.length);
}

/** Every port that a file would publish stands in a text. */
export function areWrittenPorts(
  delivered: Delivered,
  { files }: { readonly files: readonly { readonly services: readonly { readonly ports: readonly { from: number; to: number }[] }[] }[] },
): boolean {
  const text = delivered.map((exchange) => textOf(exchange) ?? '').join('\n');
  const ports = files.flatMap(({ services }) => services.flatMap((service) => service.ports));
  return ports.every(({ from, to }) => text.includes(String(from)) && text.includes(String(to)));
}

interface Newest {
  readonly newest: { readonly path: string; readonly sizeBytes: number } | null;
}

/** Every port was said by a table of sockets: in hexadecimal by the kernel, in decimal by the programs. */
export function areSaidPorts(
  delivered: Delivered,
  { listeners }: { readonly listeners: readonly { readonly port: number }[] | null },
): boolean {
  const text = delivered
    .map((exchange) => textOf(exchange) ?? '')
    .join('\n')
    .toUpperCase();
  return (listeners ?? []).every(
    ({ port }) => text.includes(`:${port}`) || text.includes(`:${port.toString(16).padStart(4, '0').toUpperCase()}`),
  );
}

/** The newest file was listed, is not hidden and is not of the future. */
export function isListed(sets: readonly Newest[], delivered: Delivered): boolean {
  const files = delivered.filter(({ method }) => method === 'list').flatMap(({ value }) => (value as Listing).files);
  return sets.every(
    ({ newest }) =>
      newest === null ||
      files.some(
        ({ path, sizeBytes, modifiedAtMs }) =>
          sizeBytes === newest.sizeBytes && modifiedAtMs <= Date.now() + 3_600_000 && !/(^|\/)\.[^./]/.test(path),
      ),
  );
}

function goodBodies(delivered: Delivered): readonly { readonly path: string; readonly json: Json }[] {
  return delivered.flatMap(({ method, question, value }) => {
    const { status, body } = value as HttpResponse;
    const json = method === 'request' && status >= 200 && status < 300 ? objectOf(body) : null;
    return json ? [{ path: question, json }] : [];
  });
}

const runs = (delivered: Delivered) => delivered.filter(({ method }) => method === 'run').map(({ value }) => value as RunResult);

function objectOf(text: string): Json | null {
  const json = parsed(text);
  return isObject(json) ? json : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return null;
  }
}

function hasSome(list: unknown, test: (entry: Json) => boolean): boolean {
  return Array.isArray(list) && (list.length === 0 || list.some((entry) => isObject(entry) && test(entry)));
}

function hasOnly(list: unknown, test: (entry: Json) => boolean): boolean {
  return Array.isArray(list) && list.every((entry) => isObject(entry) && test(entry));
}

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;
const isName = (value: unknown): value is string => typeof value === 'string' && value !== '';
