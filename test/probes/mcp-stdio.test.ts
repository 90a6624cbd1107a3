import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { mcp } from '../../skill/probes/mcp.ts';
import { failureOf, readNode } from '../support/read-node.ts';

const support = (name: string) => fileURLToPath(new URL(`../support/${name}`, import.meta.url));
const MODERN = [process.execPath, support('mcp-modern-program.ts')];
const LEGACY = [process.execPath, support('mcp-legacy-program.ts')];
/** Programs start slowly on a busy machine. */
const timeoutMs = 20_000;

const HOUSE = {
  transport: 'stdio',
  server: { name: 'house', version: '1.2.3' },
  tools: { count: 2, isComplete: true, names: ['echo', 'add'] },
  access: null,
};

test.each([
  ['of today', MODERN, { era: 'modern', protocolVersion: '2026-07-28' }],
  ['of today that turns older clients away', [...MODERN, 'strict'], { era: 'modern', protocolVersion: '2026-07-28' }],
  ['of the years before', LEGACY, { era: 'legacy', protocolVersion: '2025-11-25' }],
])('a server %s is read', async (_, command, era) => {
  expect(await readNode(mcp, { command, timeoutMs })).toMatchObject({ ...HOUSE, ...era });
});

test('a missing script is a missing tool', async () => {
  expect(await failureOf(readNode(mcp, { command: [process.execPath, '/nonexistent/server.js'], timeoutMs }))).toBe('missing-tool');
});
