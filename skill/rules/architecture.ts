import { defineRule, type Rule } from '../audit/define.ts';
import { nodeStates } from '../audit/nodes.ts';
import { ORCHESTRATION, routed, topologyOf } from '../audit/topology.ts';
import { host } from '../probes/host.ts';
import { judge } from './judge.ts';

const singlePoints = defineRule({
  code: 'ARCH-001',
  dimension: 'resilience',
  severity: 'high',
  about: 'cluster',
  needs: {},
  *check(_, { inventory, readings }) {
    const { components, singlePoints, possiblePoints } = topologyOf(inventory, readings);
    for (const component of components) {
      const point = singlePoints.find(({ id }) => id === component);
      const possible = possiblePoints.find(({ id }) => id === component);
      const on = judge('ARCH-001', 'cluster', component, { evidence: (point?.loses ?? []).map((capability) => ({ value: `${capability}: no other provider` })) });
      if (point) yield on.violation({ id: 'single-point', values: { component, loses: point.loses } }, point.loses.includes(ORCHESTRATION) ? 'critical' : 'high');
      else if (possible) yield on.unknown({ id: 'single-point-unknown', values: { component, capabilities: possible.loses } });
      else yield on.pass();
    }
    // a node that promises nothing and was not read may carry something alone
    const blind = nodeStates(inventory, readings).filter(({ status, promised }) => promised.length === 0 && (status === 'unknown' || status === 'skipped'));
    for (const { id, status } of blind.filter(({ id }) => !components.includes(id))) {
      const on = judge('ARCH-001', 'cluster', id);
      yield status === 'skipped' ? on.skipped() : on.unknown({ id: 'single-point-unknown', values: { component: id, capabilities: [] } });
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
    for (const { capability, up, maybe, maybeSkipped } of routed(topologyOf(inventory, readings), inventory)) {
      const value = `up: ${up.join(', ') || 'none'}; not read: ${maybe.join(', ') || 'none'}`;
      const on = judge('ARCH-002', 'cluster', capability, { evidence: [{ value }] });
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
    const gateways = [...new Set(host.flatMap(({ reading }) => (reading.ok ? (reading.facts.gateways ?? []).map((route) => route.split(' ')[0] ?? route) : [])))];
    const [gateway] = gateways;
    const on = judge('ARCH-003', 'cluster', 'cluster', { evidence: gateways.map((value) => ({ command: 'ip route show default', value })), verify: 'ip route show default' });
    if (gateway === undefined) yield on.notApplicable();
    else if (gateways.length === 1) yield on.violation({ id: 'one-gateway', values: { gateway } });
    else yield on.pass();
  },
});

export const architectureRules: readonly Rule[] = [singlePoints, fallbackPaths, networkFallback];
