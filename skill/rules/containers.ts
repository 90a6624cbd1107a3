import type { Message } from '../../locales/locale.ts';
import { defineRule, type Evidence, type Read, type Rule, type Scope, type Verdict } from '../audit/define.ts';
import { type Engine, isLive, isSame } from '../audit/port-owners.ts';
import type { Container } from '../probes/docker/container.ts';
import { type DockerFacts, type DockerTarget, docker } from '../probes/docker.ts';
import { publicUrl } from '../public-url.ts';
import { eachContainer, type Inspected, inspect, program } from './container-engine.ts';
import { judge } from './judge.ts';
import { curl, quoted } from './shell.ts';

/** So many restarts, the last of them moments ago, are a loop even where it is caught running. */
const LOOP_RESTARTS = 3;
const LOOP_SECONDS = 120;

export type DockerReads = readonly Read<DockerTarget, DockerFacts>[];

/** The engines that were read. */
export function read(docker: DockerReads): readonly Engine[] {
  return docker.flatMap(({ target, reading }) => (reading.ok ? [{ target, facts: reading.facts, at: reading.startedAt }] : []));
}

const readable = defineRule({
  code: 'DOCKER-001',
  dimension: 'observability',
  severity: 'info',
  about: 'target',
  needs: { docker },
  *check({ docker }) {
    for (const { target, reading } of docker) {
      if (!reading.ok && reading.failure === null) continue;
      const verify = ask(target);
      if (reading.ok) {
        const { product, version, containers } = reading.facts;
        const evidence: readonly Evidence[] = [{ request: 'GET /version', value: `${product} ${version}`, at: reading.startedAt }];
        const values = { target: target.id, product, version, containers: containers.length };
        yield judge('DOCKER-001', target.id, target.id, { evidence, verify }).pass({ id: 'engine-readable', values });
      } else {
        const { code: failure, detail } = reading.failure;
        const evidence: readonly Evidence[] = [{ request: 'GET /version', value: `${failure}: ${detail}`, at: reading.startedAt }];
        const values = { target: target.id, failure, socket: target.socket ?? null };
        yield judge('DOCKER-001', target.id, target.id, { evidence, verify }).unknown({ id: 'engine-unreadable', values });
      }
    }
  },
});

function ask({ socket, url }: DockerTarget): string {
  if (url !== undefined) return curl(`${publicUrl(url)}/version`);
  const path = (socket ?? '').replace(/^unix:\/\//, '');
  const word = path.startsWith('~/') ? `"$HOME"/${quoted(path.slice(2))}` : quoted(path);
  return `ls -l -- ${word}; curl -sS -m 5 --unix-socket ${word} http://docker/version`;
}

const expectedRunning = defineRule({
  code: 'DOCKER-002',
  dimension: 'stability',
  severity: 'high',
  about: 'target',
  needs: { docker },
  *check({ docker }) {
    for (const { target, facts, at } of read(docker)) {
      for (const name of target.expect?.containers ?? []) {
        const found = facts.containers.find((container) => container.name === name);
        const on = judge('DOCKER-002', target.id, name, {
          evidence: [{ request: 'GET /containers/json?all=1', value: found ? stateOf(found) : 'absent', at }],
          verify: `${program(target, facts.product)} ps -a --filter ${quoted(`name=^/?${name}$`)}`,
        });
        if (found?.state === 'running') yield on.pass();
        // its loop is told once, by the rule of loops
        else if (found?.state === 'restarting') yield on.notApplicable();
        else if (found?.state === 'unknown') yield on.unknown({ id: 'container-state-unknown', values: { name } });
        else
          yield on.violation({
            id: 'container-down',
            values: {
              name,
              state: found?.state ?? 'absent',
              service: found?.compose?.service ?? null,
              exitCode: found?.details?.exitCode ?? null,
            },
          });
      }
    }
  },
});

const stateOf = ({ state, details }: Container) => (details && !isLive({ state }) ? `${state}, exit code ${details.exitCode}` : state);

const steady = defineRule({
  code: 'DOCKER-003',
  dimension: 'stability',
  severity: 'high',
  about: 'target',
  needs: { docker },
  *check({ docker }, scope) {
    for (const engine of read(docker))
      yield* eachContainer('DOCKER-003', engine, {
        format: '{{.State.Status}} {{.RestartCount}} {{.State.ExitCode}} {{.State.OOMKilled}}',
        isAbout: (container) => isLive(container) || hasGivenUp(container),
        evidence: ({ state, details }) =>
          `${state}, ${details.restartCount} restarts, exit code ${details.exitCode}${details.isOutOfMemory ? ', out of memory' : ''}`,
        judgement: (container, on) => {
          const { name, details } = container;
          const { restartCount: restarts, isOutOfMemory } = details;
          // of one that runs at this moment the code is that of nothing yet
          const exitCode = container.state === 'running' ? null : details.exitCode;
          const isGivenUp = hasGivenUp(container);
          if (isGivenUp || isLooping(container, engine, scope))
            return on.violation({ id: 'container-looping', values: { name, restarts, exitCode, isOutOfMemory, isGivenUp } });
          return on.pass({ id: 'container-steady', values: { name, restarts } });
        },
      });
  },
});

/** Between two restarts it looks as if it ran: then its count tells, against a moment ago or the last audit. */
function isLooping({ name, state, details }: Inspected, { target }: Engine, { messageBefore }: Scope): boolean {
  if (state === 'restarting') return true;
  const { restartCount, startedAgoSeconds } = details;
  if (restartCount >= LOOP_RESTARTS && startedAgoSeconds !== null && startedAgoSeconds < LOOP_SECONDS) return true;
  const before = messageBefore('DOCKER-003', target.id, name);
  return before?.id === 'container-steady' && restartCount - before.values.restarts >= LOOP_RESTARTS;
}

/** The engine has tried as often as it may. */
function hasGivenUp({ state, details }: Container): boolean {
  return state === 'exited' && details !== null && details.restartPolicy === 'on-failure' && details.exitCode !== 0;
}

const isRunning = ({ state }: Container) => state === 'running';

const healthy = defineRule({
  code: 'DOCKER-004',
  dimension: 'stability',
  severity: 'high',
  about: 'target',
  needs: { docker },
  *check({ docker }) {
    for (const engine of read(docker))
      yield* eachContainer('DOCKER-004', engine, {
        format: '{{json .State.Health.Status}} {{.State.Health.FailingStreak}}',
        isAbout: isRunning,
        evidence: ({ details: { health } }) =>
          health ? `${health.status}, ${health.failingStreak} failures in a row, exit code ${health.exitCode ?? '?'}` : 'no healthcheck',
        judgement: ({ name, details: { health } }, on) => {
          if (!health) return null;
          if (health.status === 'healthy') return on.pass();
          return health.status === 'starting'
            ? on.unknown({ id: 'health-starting', values: { name } })
            : on.violation({ id: 'container-unhealthy', values: { name, failures: health.failingStreak } });
        },
      });
  },
});

const watched = defineRule({
  code: 'DOCKER-005',
  dimension: 'observability',
  severity: 'low',
  about: 'target',
  needs: { docker },
  *check({ docker }) {
    for (const engine of read(docker))
      yield* eachContainer('DOCKER-005', engine, {
        format: '{{json .Config.Healthcheck}}',
        isAbout: isRunning,
        evidence: ({ details }) => (details.hasHealthcheck ? 'healthcheck' : 'no healthcheck'),
        judgement: ({ name, details }, on) =>
          details.hasHealthcheck ? on.pass() : on.violation({ id: 'no-healthcheck', values: { name } }),
      });
  },
});

const onProxyNetwork = defineRule({
  code: 'DOCKER-006',
  dimension: 'stability',
  severity: 'high',
  about: 'target',
  needs: { docker },
  *check({ docker }, scope) {
    for (const engine of read(docker)) {
      if (!hasProxy(engine, scope)) continue;
      for (const container of engine.facts.containers.filter(isRouted)) yield isReached(container, engine, scope);
    }
  },
});

/** A Traefik is in the inventory, or runs here. */
export function hasProxy({ target, facts }: Engine, { inventory }: Scope): boolean {
  return (
    facts.containers.some((container) => isProxy(container) && isLive(container)) ||
    inventory.targets.some(({ kind, machine }) => kind === 'traefik' && isSame(machine, target.machine))
  );
}

export const isProxy = ({ proxyNetwork }: Container): boolean => proxyNetwork !== null;

/** Traefik is told to lead to it. */
export function isRouted(container: Container): boolean {
  const { traefik } = container;
  return traefik !== null && isRunning(container) && !isProxy(container) && (traefik.isEnabled ?? traefik.routers.length > 0);
}

function isReached(container: Container, engine: Engine, scope: Scope): Verdict {
  const { name } = container;
  const own = networksOf(container, engine);
  const on = judge('DOCKER-006', engine.target.id, name, {
    evidence: [{ command: `inspect ${name}`, value: `on ${own?.join(', ') || 'no network'}`, at: engine.at }],
    verify: inspect(engine, name, '{{json .NetworkSettings.Networks}}'),
  });
  if (own === null) return on.unknown({ id: 'container-networks-unknown', values: { name, mode: container.networkMode } });
  if (container.networkMode === 'host') return on.pass();
  const wanted = proxyNetworks(container, engine, scope);
  // a Traefik outside of any container reaches every network of its machine
  if (wanted === null) return on.notApplicable();
  const isThere = wanted.some((network) => own.includes(network));
  const message: Message = { id: 'off-proxy-network', values: { name, network: wanted[0] ?? '', networks: own } };
  return isThere ? on.pass() : on.violation(message);
}

/** One that shares another's network is on that one's; null where the other is not known. */
function networksOf({ networkMode, networks }: Container, { facts }: Engine): readonly string[] | null {
  const [, other] = /^container:(.+)$/.exec(networkMode) ?? [];
  if (other === undefined) return networks.map(({ name }) => name);
  const owner = facts.containers.find(({ id, name }) => name === other || other.startsWith(id));
  return owner ? owner.networks.map(({ name }) => name) : null;
}

/** Where Traefik looks for it: what its label says, then the inventory, then Traefik's own settings, else any network that both are on. */
function proxyNetworks({ traefik }: Container, { target, facts }: Engine, { inventory }: Scope): readonly string[] | null {
  const declared = inventory.targets.find(({ kind, machine }) => kind === 'traefik' && isSame(machine, target.machine));
  const proxies = facts.containers.filter((container) => isProxy(container) && isLive(container));
  const settings = proxies.map(({ proxyNetwork }) => proxyNetwork).find(Boolean);
  const named = traefik?.network ?? (declared as { readonly network?: string } | undefined)?.network ?? settings;
  if (named) return [named];
  if (proxies.length === 0 || proxies.some(({ networkMode }) => networkMode === 'host')) return null;
  return proxies.flatMap(({ networks }) => networks.map(({ name }) => name));
}

export const containerRules: readonly Rule[] = [readable, expectedRunning, steady, healthy, watched, onProxyNetwork];
