import { defineRule, type Rule, type RuleCode } from '../audit/define.ts';
import type { Engine } from '../audit/port-owners.ts';
import type { Container } from '../probes/docker/container.ts';
import { docker } from '../probes/docker.ts';
import { eachContainer, type Inspected, type Look } from './container-engine.ts';
import { read } from './containers.ts';

/** Sockets that hand over the machine to whoever may write to them; and reading them is writing. */
const ENGINE_SOCKET = /(?:^|\/)(?:docker|podman)\.sock$/;
const DANGEROUS: ReadonlySet<string> = new Set(['ALL', 'SYS_ADMIN', 'NET_ADMIN', 'SYS_PTRACE', 'SYS_MODULE', 'DAC_READ_SEARCH']);
/** Drivers that write to a file which grows until somebody says how far. */
const GROWING: ReadonlySet<string> = new Set(['', 'json-file', 'k8s-file']);

/** A rule about how each living container is set up. */
function settingRule(rule: Pick<Rule, 'code' | 'dimension' | 'severity'>, look: Look | ((engine: Engine) => Look)): Rule {
  const code: RuleCode = rule.code;
  return defineRule({
    ...rule,
    about: 'target',
    needs: { docker },
    *check({ docker }) {
      for (const engine of read(docker)) yield* eachContainer(code, engine, typeof look === 'function' ? look(engine) : look);
    },
  }) as Rule;
}

const engineSocket = settingRule(
  { code: 'DOCKER-008', dimension: 'security', severity: 'critical' },
  {
    format: '{{json .Mounts}}',
    evidence: (container) =>
      socketsOf(container)
        .map(({ source, isWritable }) => `${source} ${isWritable ? 'rw' : 'ro'}`)
        .join(', ') || 'no socket',
    judgement: (container, on) => {
      const sockets = socketsOf(container);
      if (sockets.length === 0) return on.pass();
      const isWritable = sockets.some((socket) => socket.isWritable);
      return on.violation({ id: 'socket-mounted', values: { name: container.name, isWritable } }, isWritable ? 'critical' : 'medium');
    },
  },
);

const socketsOf = ({ mounts }: Container) =>
  mounts.filter(({ source, destination }) => ENGINE_SOCKET.test(source) || ENGINE_SOCKET.test(destination));

const powers = settingRule(
  { code: 'DOCKER-009', dimension: 'security', severity: 'high' },
  {
    format: '{{.HostConfig.Privileged}} {{.HostConfig.NetworkMode}} {{json .HostConfig.CapAdd}}',
    evidence: (container) => powersOf(container).join(', ') || 'none',
    judgement: (container, on) => {
      const found = powersOf(container);
      return found.length === 0 ? on.pass() : on.violation({ id: 'container-powerful', values: { name: container.name, powers: found } });
    },
  },
);

function powersOf({ details, networkMode }: Inspected): readonly string[] {
  return [
    ...(details.isPrivileged ? ['privileged'] : []),
    ...(networkMode === 'host' ? ['network_mode: host'] : []),
    ...details.capabilities.filter((name) => DANGEROUS.has(name)),
  ];
}

const root = settingRule({ code: 'DOCKER-010', dimension: 'security', severity: 'low' }, ({ facts }) => ({
  format: '{{json .Config.User}}',
  evidence: ({ details }) => `user ${details.user || 'of the image, root by default'}${facts.isRootless ? ', rootless engine' : ''}`,
  judgement: ({ name, details }, on) =>
    // in a rootless engine root is the user who started it
    facts.isRootless || !/^(?:|0|root)(?::.*)?$/.test(details.user) ? on.pass() : on.violation({ id: 'container-root', values: { name } }),
}));

const pinned = settingRule(
  { code: 'DOCKER-011', dimension: 'stability', severity: 'low' },
  {
    format: '{{.Config.Image}}',
    evidence: ({ image }) => image,
    judgement: ({ name, image }, on) => (isPinned(image) ? on.pass() : on.violation({ id: 'image-unpinned', values: { name, image } })),
  },
);

/** By a digest, or by a tag that is not the one that moves. A registry's port is no tag. */
function isPinned(image: string): boolean {
  if (/@sha256:|^(?:sha256:)?[0-9a-f]{64}$/.test(image)) return true;
  const [, tag] = /:([^:/]+)$/.exec(image) ?? [];
  return tag !== undefined && tag !== 'latest';
}

const rotated = settingRule(
  { code: 'DOCKER-012', dimension: 'stability', severity: 'low' },
  {
    format: '{{json .HostConfig.LogConfig}}',
    evidence: ({ details }) => `${details.logDriver || 'default driver'}, max-size ${details.logMaxSize ?? 'none'}`,
    judgement: ({ name, details }, on) =>
      GROWING.has(details.logDriver) && details.logMaxSize === null
        ? on.violation({ id: 'container-logs-endless', values: { name } })
        : on.pass(),
  },
);

const restarted = settingRule(
  { code: 'DOCKER-013', dimension: 'resilience', severity: 'low' },
  {
    format: '{{json .HostConfig.RestartPolicy}}',
    evidence: ({ details, managedBy }) => managedBy ?? (details.restartPolicy || 'no'),
    judgement: ({ name, details, managedBy }, on) => {
      // what goes away with its end was started for a moment
      if (details.isRemovedAfterwards) return null;
      const isKept = managedBy !== null || (details.restartPolicy !== '' && details.restartPolicy !== 'no');
      return isKept ? on.pass() : on.violation({ id: 'no-restart-policy', values: { name } });
    },
  },
);

export const containerSettingRules: readonly Rule[] = [engineSocket, powers, root, pinned, rotated, restarted];
