import { dirname, isAbsolute, join } from 'node:path';
import { ProbeError } from '../../audit/define.ts';
import { localIso } from '../../audit/local-time.ts';
import { toProbeError } from '../../host/failures.ts';
import { hasWildcards } from '../../host/glob.ts';
import type { Host, ListedFile } from '../../host/host.ts';
import type { ComposeFacts, ComposeFile, ComposeTarget } from '../compose.ts';
import { cut } from '../cut.ts';
import { failureOf, lackOf } from '../file-ages.ts';
import { msLeft } from '../time-left.ts';
import { parseDotenv } from './dotenv.ts';
import type { Variables } from './interpolate.ts';
import { folderName, isNamedAfterCompose, isPutAside, projectName } from './names.ts';
import { isCompose, namedFiles, namedProject, type Opened, servicesOf } from './services.ts';
import { openYaml } from './yaml.ts';

/** More than any that people write: the worst of that size takes a quarter of a second to parse, in which nothing else happens. */
const MOST_CHARACTERS = 128 * 1024;
const MOST_FILES = 500;
/** Files that others include or extend, one after another. */
const DEEPEST = 4;
const MOST_INCLUDED = 20;
/** Files that are opened for others' sake, all in all: two that extend each other under many spellings end there. */
const MOST_EXTENDED = 200;
/** Shares of the time: what was not read by then is unknown, the rest is told. */
const SEARCH_SHARE = 0.5;
const READ_SHARE = 0.85;

/** What a path of the inventory led to; a file that was named must be one, others may be anything. */
interface Candidate extends ListedFile {
  readonly isNamed: boolean;
  /** Of the file that includes it. */
  readonly project?: string;
}

export async function readComposeFiles(target: ComposeTarget, host: Host, signal: AbortSignal): Promise<ComposeFacts> {
  const forMs = msLeft(target, host.now(), host);
  const inTime = host.deadline(Math.max(1, forMs * READ_SHARE), signal);
  const { candidates, lack, unread } = await search(target.paths, host, forMs * SEARCH_SHARE, inTime);
  const reader = readerOf(host, inTime);
  const files = new Map<string, ComposeFile | null>();
  let next = candidates;
  for (let depth = 0; depth < DEEPEST && next.length > 0; depth += 1) {
    const room = next.slice(0, MOST_FILES - files.size);
    const answers: Answer[] = [];
    // one after another: to parse holds everything up anyway
    for (const candidate of room) {
      const answer = await reader.read(candidate);
      answers.push(answer);
      files.set(candidate.absolute, answer.file);
    }
    const included = await Promise.all(answers.map((answer) => includedBy(answer, host, inTime)));
    next = distinct(included.flat()).filter(({ absolute }) => !files.has(absolute));
  }
  signal.throwIfAborted();
  const isCut = candidates.length > MOST_FILES;
  return {
    files: [...files.values()].filter((file) => file !== null),
    lack: lack ?? (isCut ? { path: null, code: 'cut' } : null),
    unread,
  };
}

interface Answer {
  readonly file: ComposeFile | null;
  readonly included: readonly string[];
}

/** Files that one includes; what is not there is for Compose to complain of. */
async function includedBy({ file, included }: Answer, host: Host, signal: AbortSignal): Promise<readonly Candidate[]> {
  const own = included.filter((path) => !isAbsolute(path) && /\.ya?ml/i.test(path)).slice(0, MOST_INCLUDED);
  const listings = await Promise.all(
    own.map((path) => host.list(join(dirname(file?.absolute ?? ''), path), { deepest: 1 }, signal).catch(unknown)),
  );
  return listings.flatMap((listing) =>
    listing?.kind === 'file' ? listing.files.map((each) => ({ ...each, isNamed: true, ...(file && { project: file.project }) })) : [],
  );
}

function distinct(candidates: readonly Candidate[]): readonly Candidate[] {
  return [...new Map(candidates.map((file) => [file.absolute, file])).values()];
}

async function search(
  paths: readonly string[],
  host: Host,
  forMs: number,
  signal: AbortSignal,
): Promise<Pick<ComposeFacts, 'lack' | 'unread'> & { readonly candidates: readonly Candidate[] }> {
  const found = await Promise.all(
    paths.map(async (path) => {
      try {
        return { path, listing: await host.list(path, { forMs }, signal), failure: null };
      } catch (error) {
        return { path, listing: null, failure: failureOf(error) };
      }
    }),
  );
  const candidates = found.flatMap(({ listing }) =>
    (listing?.files ?? [])
      .filter(({ path }) => listing?.kind === 'file' || isNamedAfterCompose(path) || (listing?.kind === 'glob' && /\.ya?ml/i.test(path)))
      .map((file) => ({ ...file, isNamed: listing?.kind === 'file' || isNamedAfterCompose(file.path) })),
  );
  return {
    candidates: distinct(candidates),
    lack: found.map(({ listing }) => listing && lackOf(listing)).find((lack) => lack !== null) ?? null,
    // a pattern that leads nowhere is one without files
    unread: found.flatMap(({ path, failure }) =>
      failure && !(failure.code === 'not-found' && hasWildcards(path)) ? [{ path: cut(path), failure }] : [],
    ),
  };
}

function readerOf(host: Host, signal: AbortSignal) {
  const variables = new Map<string, Promise<Variables>>();
  let opensLeft = MOST_EXTENDED;

  /** What `.env` beside a file says; nothing where it is missing or may not be read. */
  function variablesOf(folder: string): Promise<Variables> {
    const known = variables.get(folder) ?? host.read(join(folder, '.env'), signal).then(parseDotenv, nothing);
    variables.set(folder, known);
    return known;
  }

  async function open(path: string, depth: number): Promise<Opened & { readonly included: readonly string[] }> {
    const text = await host.read(path, signal);
    if (text.length > MOST_CHARACTERS) throw new ProbeError('too-large', `more than ${MOST_CHARACTERS} characters`);
    const yaml = openYaml(text);
    const own = await variablesOf(dirname(path));
    const { included, extended } = namedFiles({ yaml, variables: own });
    const others = new Map<string, Opened>();
    for (const other of depth < DEEPEST ? extended : []) {
      if (isAbsolute(other) || opensLeft <= 0) continue;
      opensLeft -= 1;
      // what it extends and cannot be read adds nothing that is known
      const opened = await open(join(dirname(path), other), depth + 1).catch(unknown);
      if (opened) others.set(other, opened);
    }
    const project = namedProject(yaml, own) ?? projectName(folderName(path));
    return { yaml, variables: own, project, included, other: (other) => others.get(other) ?? null };
  }

  async function read({ path, absolute, modifiedAtMs, isNamed, sizeBytes, project }: Candidate): Promise<Answer> {
    const about = {
      path: cut(path, 500),
      absolute: cut(absolute, 500),
      modifiedAt: localIso(new Date(modifiedAtMs)),
      isObsolete: isPutAside(path),
      project: project ?? projectName(folderName(absolute)),
    };
    try {
      if (sizeBytes > MOST_CHARACTERS * 4) throw new ProbeError('too-large', `${sizeBytes} bytes`);
      const opened = await open(absolute, 0);
      const named = { ...opened, project: project ?? opened.project };
      if (isCompose(opened.yaml))
        return { file: { ...about, project: named.project, failure: null, services: servicesOf(named) }, included: opened.included };
      if (!isNamed) return { file: null, included: [] };
      throw new ProbeError('malformed', 'no services in it');
    } catch (error) {
      return { file: { ...about, failure: failureOf(toProbeError(error)), services: [] }, included: [] };
    }
  }

  return { read };
}

const nothing = (error: unknown): Variables => {
  failureOf(error);
  return new Map();
};

const unknown = (error: unknown): null => {
  failureOf(error);
  return null;
};
