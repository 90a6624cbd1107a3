import { defineRule, type FailureCode, type Read, type Rule, type Target } from '../audit/define.ts';
import { nodeStates } from '../audit/nodes.ts';
import { ORCHESTRATION, routed, topologyOf } from '../audit/topology.ts';
import { type HostFacts, host } from '../probes/host.ts';
import { judge } from './judge.ts';
import { whoProvides } from './shell.ts';

const singlePoints = defineRule({
  code: 'ARCH-001',
  dimension: 'resilience',
  severity: 'high',
  about: 'cluster',
  needs: {},
  *check(_, { inventory, readings }) {
    const { components, singlePoints, possiblePoints, providers, idle } = topologyOf(inventory, readings);
    const certain = new Map(singlePoints.map((point) => [point.id, point]));
    const perhaps = new Map(possiblePoints.map((point) => [point.id, point]));
    const down = new Set(nodeStates(inventory, readings).flatMap(({ id, status }) => (status === 'down' ? [id] : [])));
    for (const component of components) {
      const point = certain.get(component);
      const possible = perhaps.get(component);
      const lost = providers.filter(({ capability }) => point?.loses.includes(capability));
      const on = judge('ARCH-001', 'cluster', component, {
        evidence: lost.map(({ capability, all }) => ({ value: `${capability}: provided by ${all.join(', ')} alone` })),
        verify: whoProvides(
          lost.flatMap(({ all }) => all),
          inventory,
        ),
      });
      if (point)
        yield on.violation(
          { id: 'single-point', values: { component, loses: point.loses, ...(down.has(component) && { isDown: true }) } },
          point.loses.includes(ORCHESTRATION) ? 'critical' : 'high',
        );
      else if (possible?.isSkipped) yield on.skipped();
      else if (possible) yield on.unknown({ id: 'single-point-unknown', values: { component, capabilities: possible.loses } });
      // what it carried is lost already: nothing proves that its removal would lose nothing
      else if (idle.includes(component)) yield on.notApplicable();
      else yield on.pass();
    }
  },
});

const fallbackPaths = defineRule({
  code: 'ARCH-002',
  dimension: 'resilience',
  severity: 'high',
  about: 'cluster',
  needs: {},
  *check(_, { inventory, readings }) {
    for (const { capability, all, up, maybe, maybeSkipped } of routed(topologyOf(inventory, readings), inventory)) {
      const value = `up: ${up.join(', ') || 'none'}; not read: ${maybe.join(', ') || 'none'}`;
      const on = judge('ARCH-002', 'cluster', capability, { evidence: [{ value }], verify: whoProvides(all, inventory) });
      if (up.length >= 2) yield on.pass({ id: 'fallback-exists', values: { capability, up } });
      else if (up.length + maybe.length < 2) yield on.violation({ id: 'no-fallback', values: { capability, up } });
      else if (maybeSkipped) yield on.skipped();
      else yield on.unknown({ id: 'fallback-unknown', values: { capability, unknown: maybe } });
    }
  },
});

const networkFallback = defineRule({
  code: 'ARCH-003',
  dimension: 'resilience',
  severity: 'low',
  about: 'cluster',
  needs: { host },
  *check({ host }) {
    // the same router seen from two machines is one
    const gateways = [
      ...new Set(
        host.flatMap(({ reading }) => (reading.ok ? (reading.facts.gateways ?? []).map((route) => route.split(' ')[0] ?? route) : [])),
      ),
    ].toSorted();
    const [gateway] = gateways;
    const unread = host.flatMap(withoutGateways)[0];
    const on = judge('ARCH-003', 'cluster', 'cluster', {
      evidence: gateways.map((value) => ({ command: 'ip route show default', value })),
      verify: 'ip route show default',
    });
    if (gateways.length > 1) yield on.pass();
    // the machine that was not read may have another way out
    else if (unread)
      yield unread.failure === null
        ? on.skipped()
        : on.unknown({ id: 'not-readable-here', values: { target: unread.target, what: 'gateways', failure: unread.failure } });
    else if (gateway === undefined) yield on.notApplicable();
    else yield on.violation({ id: 'one-gateway', values: { gateway } });
  },
});

/** Why a machine's routes are unknown; nothing when they are known, or when the machine is off on purpose. */
function withoutGateways({ target, reading }: Read<Target, HostFacts>): readonly {
  readonly target: string;
  readonly failure: FailureCode | HostFacts['missing'][number]['code'] | null;
}[] {
  if (!reading.ok) return target.planned === 'down' ? [] : [{ target: target.id, failure: reading.failure?.code ?? null }];
  const missing = reading.facts.missing.find(({ what }) => what === 'gateways');
  return reading.facts.gateways === null && missing && missing.code !== 'not-applicable'
    ? [{ target: target.id, failure: missing.code }]
    : [];
}

export const architectureRules: readonly Rule[] = [singlePoints, fallbackPaths, networkFallback];
