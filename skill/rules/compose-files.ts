import { defineRule, type Rule, type Scope, type Verdict } from '../audit/define.ts';
import { type Engine, enginesOn, hasUnreadEngine, isLive } from '../audit/port-owners.ts';
import { type ComposeFacts, type ComposeFile, type ComposeTarget, compose } from '../probes/compose.ts';
import { docker } from '../probes/docker.ts';
import { program } from './container-engine.ts';
import { read } from './containers.ts';
import { lineOfFile, statOf } from './files.ts';
import { judge } from './judge.ts';
import { livePorts, type Surroundings, surroundings } from './live-ports.ts';
import { quoted } from './shell.ts';

/** Names that the next project will want, too. */
const GENERIC = /^(?:postgres|redis|db|app|web|api|nginx|mysql|backend|frontend)$/;

const ownNames = defineRule({
  code: 'DOCKER-007',
  dimension: 'stability',
  severity: 'low',
  about: 'target',
  needs: { docker, compose },
  *check({ docker, compose }, { inventory }) {
    const written = new Set<string>();
    for (const { target, reading } of compose) {
      if (!reading.ok) continue;
      const named = reading.facts.files.flatMap((file) =>
        file.services.flatMap(({ containerName }) => (containerName ? [{ file, containerName }] : [])),
      );
      // the file in use before the ones that were put aside
      const inOrder = named.toSorted((a, b) => Number(a.file.isObsolete) - Number(b.file.isObsolete));
      for (const [name, [first]] of Map.groupBy(inOrder, ({ containerName }) => containerName.name)) {
        if (!first) continue;
        written.add(name);
        const { path: file, project } = first.file;
        const { line } = first.containerName;
        const on = judge('DOCKER-007', target.id, name, {
          evidence: [{ file, line, value: `container_name: ${name}`, at: reading.startedAt }],
          verify: lineOfFile(file, line, inventory),
        });
        yield GENERIC.test(name) ? on.violation({ id: 'generic-name', values: { name, project, file, line } }) : on.pass();
      }
      const gap = gapOf('DOCKER-007', target.id, reading.facts);
      if (gap) yield gap;
    }
    for (const engine of read(docker)) yield* namesOf(engine, written);
  },
});

/** A name that a file gives is told of the file. */
function* namesOf({ target, facts, at }: Engine, written: ReadonlySet<string>): Generator<Verdict> {
  for (const { name, compose: labels } of facts.containers) {
    if (written.has(name)) continue;
    const on = judge('DOCKER-007', target.id, name, {
      evidence: [{ request: 'GET /containers/json?all=1', value: name, at }],
      verify: `${program(target, facts.product)} ps -a --filter ${quoted(`name=^/?${name}$`)}`,
    });
    const values = { name, project: labels?.project ?? null, file: null, line: null };
    yield GENERIC.test(name) ? on.violation({ id: 'generic-name', values }) : on.pass();
  }
}

const inUse = defineRule({
  code: 'DOCKER-014',
  dimension: 'stability',
  severity: 'low',
  about: 'target',
  needs: { compose },
  *check({ compose }, { inventory, readings }) {
    for (const { target, reading } of compose) {
      if (!reading.ok) continue;
      const engines = enginesOn(target.machine, inventory, readings);
      const isBlind = hasUnreadEngine(target.machine, inventory, readings);
      const files = reading.facts.files.filter(
        ({ isObsolete, failure, services }) => !isObsolete && failure === null && services.length > 0,
      );
      for (const [project, those] of Map.groupBy(files, (file) => file.project)) {
        if (engines.length === 0 && !isBlind) continue;
        yield isProjectUsed(target, project, those, engines, isBlind, inventory);
      }
      const gap = gapOf('DOCKER-014', target.id, reading.facts);
      if (gap) yield gap;
    }
  },
});

function isProjectUsed(
  target: ComposeTarget,
  project: string,
  files: readonly ComposeFile[],
  engines: readonly Engine[],
  isBlind: boolean,
  inventory: Scope['inventory'],
): Verdict {
  const [newest] = files.toSorted((a, b) => (a.modifiedAt < b.modifiedAt ? 1 : -1));
  const file = newest?.path ?? '';
  const [engine] = engines;
  const label = `label=com.docker.compose.project=${project}`;
  const on = judge('DOCKER-014', target.id, project, {
    evidence: files.map(({ path, modifiedAt }) => ({ file: path, value: `modified ${modifiedAt}`, at: engine?.at ?? null })),
    verify: engine ? `${program(engine.target, engine.facts.product)} ps -a --filter ${quoted(label)}` : statOf(file, inventory),
  });
  const paths = new Set(files.map(({ absolute }) => absolute));
  const own = engines.flatMap(({ facts }) =>
    facts.containers.filter(({ compose }) => compose?.project === project || compose?.files.some((path) => paths.has(path))),
  );
  if (own.some(isLive)) return on.pass();
  if (isBlind) return on.unknown({ id: 'engine-not-read', values: { what: project } });
  return on.violation({ id: 'project-stopped', values: { project, file, stopped: own.length } });
}

const putAside = defineRule({
  code: 'DRIFT-003',
  dimension: 'stability',
  severity: 'medium',
  about: 'target',
  needs: { compose },
  *check({ compose }, scope) {
    for (const { target, reading } of compose) {
      if (!reading.ok) continue;
      const around = surroundings(target, scope);
      for (const file of reading.facts.files) yield isKept(file, target, reading.startedAt, around, scope);
      const gap = gapOf('DRIFT-003', target.id, { ...reading.facts, files: [] });
      if (gap) yield gap;
    }
  },
});

function isKept(file: ComposeFile, { id }: ComposeTarget, at: string, around: Surroundings, { inventory }: Scope): Verdict {
  const { path, isObsolete } = file;
  const live = isObsolete ? livePorts(file, around) : [];
  const [first] = live;
  const name = isObsolete ? 'put aside' : 'in use';
  const on = judge('DRIFT-003', id, path, {
    evidence: [first ? { file: path, line: first.line, value: `${name}, publishes ${first.port}`, at } : { file: path, value: name, at }],
    verify: first ? `${lineOfFile(path, first.line, inventory)}; ss -Hlntup 'sport = :${first.port}'` : statOf(path, inventory),
  });
  if (!isObsolete) return on.pass();
  return on.violation({ id: 'compose-obsolete', values: { path, ports: [...new Set(live.map(({ port }) => port))] } });
}

type Code = 'DOCKER-007' | 'DOCKER-014' | 'DRIFT-003' | 'NET-005';

/** What could not be read may hold what is looked for: one unknown for the list. */
export function gapOf(
  code: Code,
  target: string,
  { files, lack, unread }: Pick<ComposeFacts, 'files' | 'lack' | 'unread'>,
): Verdict | null {
  const broken = files.flatMap(({ path, failure }) => (failure ? [{ path, failure }] : []));
  const all = [...broken, ...unread];
  const [first] = all;
  const evidence = all.slice(0, 20).map(({ path, failure }) => ({ file: path, value: `${failure.code}: ${failure.detail}` }));
  const on = judge(code, target, target, { evidence });
  if (first) return on.unknown({ id: 'compose-unreadable', values: { path: first.path, failure: first.failure.code, count: all.length } });
  if (lack) return on.unknown({ id: 'files-partly-read', values: { name: target, folder: lack.path, why: lack.code } });
  return null;
}

export const composeFileRules: readonly Rule[] = [ownNames, inUse, putAside];
