import { expect, test } from 'vitest';
import { DIMENSIONS } from '../../skill/audit/define.ts';
import { profile } from '../../skill/audit/profile.ts';

test('every dimension has three or four components whose weights make a hundred', () => {
  expect(Object.keys(profile)).toEqual([...DIMENSIONS]);
  for (const components of Object.values(profile)) {
    expect([3, 4]).toContain(components.length);
    expect(components.reduce((sum, { weight }) => sum + weight, 0)).toBe(100);
  }
});

test('the components are those of the design, with their weights', () => {
  expect(
    Object.fromEntries(
      Object.entries(profile).map(([dimension, components]) => [
        dimension,
        Object.fromEntries(components.map(({ id, weight }) => [id, weight])),
      ]),
    ),
  ).toEqual({
    stability: { 'nodes-up': 40, latency: 30, 'gpu-temperature': 30 },
    resilience: { failover: 40, 'model-redundancy': 30, 'no-single-point': 30 },
    security: { authentication: 40, 'safe-ports': 30, 'no-exposed-keys': 30 },
    scalability: { 'gpu-headroom': 40, 'routing-diversity': 30, 'node-count': 30 },
    multimodal: { text: 40, embedding: 20, vision: 20, audio: 20 },
    observability: { logs: 40, monitoring: 30, backups: 30 },
  });
});
