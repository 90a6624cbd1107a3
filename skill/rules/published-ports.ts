import type { Message } from '../../locales/locale.ts';
import { defineRule, type Evidence, type Rule, type Scope, type Verdict } from '../audit/define.ts';
import { type Engine, isLive } from '../audit/port-owners.ts';
import { scopeOf } from '../probes/addresses.ts';
import { type ComposeFacts, type ComposeTarget, compose } from '../probes/compose.ts';
import type { Container } from '../probes/docker/container.ts';
import { docker } from '../probes/docker.ts';
import { gapOf } from './compose-files.ts';
import { hasProxy, isRouted, read } from './containers.ts';
import { lineOfFile } from './files.ts';
import { judge } from './judge.ts';
import { freePort, type Holder, holderOf, isSharedAddress, type Surroundings, surroundings, type Wish, wishesOf } from './live-ports.ts';

const latent = defineRule({
  code: 'NET-005',
  dimension: 'stability',
  severity: 'medium',
  about: 'target',
  needs: { compose },
  *check({ compose }, scope) {
    const wishes = compose.flatMap(({ reading }) => (reading.ok ? reading.facts.files.flatMap(wishesOf) : []));
    const everywhere = Map.groupBy(wishes, ({ port }) => port);
    const taken = new Set([...everywhere.keys(), ...declaredPorts(scope)]);
    for (const { target, reading } of compose) {
      if (reading.ok) yield* collisions(target, reading.facts, reading.startedAt, everywhere, taken, scope);
    }
  },
});

/** Ports that the inventory names are nobody's to be proposed. */
function declaredPorts({ inventory }: Scope): readonly number[] {
  return inventory.targets.flatMap((target) => {
    const { url, port, expect, known } = target as { url?: unknown; port?: unknown; expect?: unknown; known?: unknown };
    const fromUrl = typeof url === 'string' && URL.canParse(url) ? [Number(new URL(url).port)] : [];
    const expected = Array.isArray(expect) ? expect.map((each: { readonly port?: unknown }) => each.port) : [];
    return [...fromUrl, port, ...expected, ...(Array.isArray(known) ? known : [])].filter((each) => typeof each === 'number');
  });
}

/** A port that a file would bind, with who is in the way. */
interface Found {
  readonly wish: Wish;
  readonly holder: Holder;
  readonly rival: Wish | null;
}

function* collisions(
  target: ComposeTarget,
  facts: ComposeFacts,
  at: string,
  everywhere: ReadonlyMap<number, readonly Wish[]>,
  taken: Set<number>,
  scope: Scope,
): Generator<Verdict> {
  const around = surroundings(target, scope);
  const own = facts.files.flatMap(wishesOf);
  for (const [port, wishes] of [...Map.groupBy(own, (wish) => wish.port)].toSorted(([a], [b]) => a - b)) {
    const found = worstOf(wishes, everywhere.get(port) ?? [], around);
    const verdict = found && verdictOn(found, target, at, around, taken, scope);
    if (verdict) yield verdict;
  }
  const gap = gapOf('NET-005', target.id, facts) ?? unclear(target.id, facts) ?? (own.length > 0 ? unlisted(target.id, around) : null);
  if (gap) yield gap;
}

/** Of several that want a port, the one whose trouble is the most certain. */
function worstOf(wishes: readonly Wish[], others: readonly Wish[], around: Surroundings): Found | undefined {
  const all = wishes.map((wish) => {
    const holder = holderOf(wish, around);
    return { wish, holder, rival: holder === null ? rivalOf(wish, others) : null };
  });
  return (
    all.find(({ holder }) => holder?.kind === 'other') ??
    all.find(({ rival }) => rival !== null) ??
    all.find(({ holder }) => holder?.kind === 'unnamed') ??
    all[0]
  );
}

function verdictOn(
  found: Found,
  target: ComposeTarget,
  at: string,
  around: Surroundings,
  taken: Set<number>,
  { inventory }: Scope,
): Verdict | null {
  const { wish, holder, rival } = found;
  const { port, file, line } = wish;
  const on = judge('NET-005', target.id, String(port), {
    evidence: evidenceOf(found, at),
    verify: `${lineOfFile(file.path, line, inventory)}; ss -Hlntup 'sport = :${port}'`,
  });
  if (holder?.kind === 'other' || rival) {
    const free = freePort(port, around, taken);
    if (free !== null) taken.add(free);
    return on.violation(messageOf(found, free));
  }
  if (holder?.kind === 'unnamed') return on.unknown({ id: 'latent-owner-unknown', values: { port, file: file.path, line } });
  // a port is free only where everything that listens is known
  return around.listeners !== null || holder?.kind === 'own' ? on.pass() : null;
}

/** Another file that wants the same port while neither has it. Files of one project are often variants of each other. */
function rivalOf(wish: Wish, others: readonly Wish[]): Wish | null {
  const isRival = (other: Wish) =>
    other.protocol === wish.protocol &&
    (other.address === null ? true : isSharedAddress(other.address, wish.address)) &&
    (other.file.absolute === wish.file.absolute ? other.service.name !== wish.service.name : other.file.project !== wish.file.project);
  return others.find(isRival) ?? null;
}

function messageOf({ wish: { port, file, line, service }, holder, rival }: Found, free: number | null): Message {
  const place = { port, file: file.path, line, service: service.name, free };
  if (rival === null) return { id: 'port-latent', values: { ...place, owner: holder?.kind === 'other' ? holder.name : '' } };
  return { id: 'port-wished-twice', values: { ...place, other: rival.service.name, otherFile: rival.file.path, otherLine: rival.line } };
}

function evidenceOf({ wish: { file, line, port, service, protocol }, holder, rival }: Found, at: string): readonly Evidence[] {
  const shown = [{ file: file.path, line, value: `${service.name} publishes ${port}/${protocol}`, at }];
  const now = holder?.kind === 'other' ? [{ command: 'ss -ltnup', value: `${port} held by ${holder.name}`, at }] : [];
  const other = rival
    ? [{ file: rival.file.path, line: rival.line, value: `${rival.service.name} publishes ${port}/${protocol}`, at }]
    : [];
  return [...shown, ...now, ...other];
}

/** A port that nobody can tell may be any. */
function unclear(target: string, { files }: ComposeFacts): Verdict | null {
  const all = files.flatMap((file) =>
    file.services.flatMap(({ unclearPorts }) => unclearPorts.map((each) => ({ path: file.path, ...each }))),
  );
  const [first] = all;
  if (!first) return null;
  const evidence = all
    .slice(0, 20)
    .map(({ path, line, variables }) => ({ file: path, line, value: `not known: ${variables.join(', ') || 'no port'}` }));
  const values = { file: first.path, line: first.line, variables: first.variables };
  return judge('NET-005', target, target, { evidence }).unknown({ id: 'compose-port-unclear', values });
}

function unlisted(target: string, { listeners }: Surroundings): Verdict | null {
  return listeners === null ? judge('NET-005', target, target).unknown({ id: 'listeners-needed', values: { target } }) : null;
}

const besideProxy = defineRule({
  code: 'NET-006',
  dimension: 'security',
  severity: 'high',
  about: 'target',
  needs: { docker },
  *check({ docker }, scope) {
    for (const engine of read(docker)) if (hasProxy(engine, scope)) yield* bypasses(engine);
  },
});

/** Ports through which a routed container is reached without its proxy. */
function* bypasses(engine: Engine): Generator<Verdict> {
  const { target, facts, at } = engine;
  const doors = facts.containers.filter(isRouted).flatMap((container) => doorsOf(container).map((door) => ({ ...door, container })));
  for (const [port, those] of Map.groupBy(doors, (door) => door.port)) {
    const open = those.find(({ address }) => isOutside(address, engine));
    const [first] = those;
    const { container, address } = open ?? first ?? {};
    if (!container) continue;
    const rule = container.traefik?.routers.map((router) => router.rule).find((each) => each !== null) ?? null;
    const on = judge('NET-006', target.id, String(port), {
      evidence: [
        { request: 'GET /containers/json', value: `${container.name} published on ${address}:${port}`, at },
        ...(rule === null ? [] : [{ command: `inspect ${container.name}`, value: `routed by ${rule}`, at }]),
      ],
      verify: `ss -ltn 'sport = :${port}'`,
    });
    const values = { port, container: container.name, address: address ?? '', gateway: gatewayOf(container) };
    yield open ? on.violation({ id: 'proxy-bypassed', values }) : on.pass();
  }
}

/** What is published of the ports that Traefik leads to; of all where no label tells which. */
function doorsOf({ traefik, published }: Container): Container['published'] {
  const routed = new Set((traefik?.services ?? []).flatMap(({ port }) => port ?? []));
  return published.filter(({ protocol, privatePort }) => protocol === 'tcp' && (routed.size === 0 || routed.has(privatePort)));
}

/** A network's gateway is this machine as its containers see it: nobody else does. */
function isOutside(address: string, { facts }: Engine): boolean {
  if (scopeOf(address) === 'loopback') return false;
  const gateways = [
    ...(facts.networks ?? []).flatMap((network) => network.gateways),
    ...facts.containers.flatMap(({ networks }) => networks.map(({ gateway }) => gateway)),
  ];
  return !gateways.includes(address);
}

const gatewayOf = ({ networks }: Container): string | null =>
  networks.map(({ gateway }) => gateway).find((gateway) => gateway !== '') ?? null;

const behindFirewall = defineRule({
  code: 'NET-007',
  dimension: 'security',
  severity: 'high',
  about: 'target',
  needs: { docker },
  *check({ docker }) {
    for (const engine of read(docker)) yield* throughFirewall(engine);
  },
});

/** Docker forwards before UFW is asked, unless a rule of one's own stands before Docker's. */
function* throughFirewall({ target, facts, at }: Engine): Generator<Verdict> {
  const { firewall, isRootless } = facts;
  const doors = facts.containers
    .filter((container) => isLive(container))
    .flatMap((container) => container.published.map((door) => ({ ...door, container: container.name })))
    .filter(({ address }) => scopeOf(address) === 'all');
  // a rootless engine has programs that listen, and those are filtered as others are
  if (doors.length === 0 || isRootless) return;
  const whole = judge('NET-007', target.id, target.id, { verify: 'grep ENABLED /etc/ufw/ufw.conf; sudo iptables -S DOCKER-USER' });
  if (!firewall) return yield whole.unknown({ id: 'firewall-elsewhere', values: { target: target.id } });
  if (firewall.ufw === 'absent' || firewall.ufw === 'inactive' || firewall.forwarding === 'none') return;
  if (firewall.ufw === 'unknown' || firewall.forwarding === 'unknown')
    return yield whole.unknown({ id: 'firewall-unread', values: { target: target.id, failure: firewall.failure ?? 'denied' } });
  for (const [port, those] of Map.groupBy(doors, (door) => door.port)) {
    const [{ container, address }] = those as [(typeof those)[number]];
    const on = judge('NET-007', target.id, String(port), {
      evidence: [
        { request: 'GET /containers/json', value: `${container} published on ${address}:${port}`, at },
        { command: 'iptables -S', value: `ufw ${firewall.ufw}, DOCKER-USER ${firewall.forwarding}`, at },
      ],
      verify: 'sudo iptables -S DOCKER-USER',
    });
    yield firewall.forwarding === 'filtered' ? on.pass() : on.violation({ id: 'firewall-bypassed', values: { port, container } });
  }
}

export const publishedPortRules: readonly Rule[] = [latent, besideProxy, behindFirewall];
