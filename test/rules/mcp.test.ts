import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { assessed, type Entry, failed, findingOf, notAsked, on, verdict } from '../support/judged.ts';
import { startLegacyMcp, startModernMcp } from '../support/mcp-servers.ts';
import { during } from '../support/read-node.ts';

describe('NODE-010: the MCP server is active', () => {
  test.each([
    ['refused', 'warn medium'],
    ['reset', 'warn medium'],
    ['unreachable', 'warn medium'],
    ['bad-status', 'warn medium'],
    ['timeout', 'unknown'],
    ['dns', 'unknown'],
    ['denied', 'unknown'],
    ['not-found', 'unknown'],
    ['wrong-product', 'unknown'],
    ['malformed', 'unknown'],
    ['too-large', 'unknown'],
    ['missing-tool', 'unknown'],
    ['tls', 'unknown'],
  ] as const)('%s is %s', (failure, said) => {
    expect(verdict('NODE-010', [on.mcp('mcp', failed(failure))])).toBe(said);
  });

  test('an answer passes, with or without tools', () => {
    expect(verdict('NODE-010', [on.mcp('mcp')])).toBe('pass');
    expect(verdict('NODE-010', [on.mcp('mcp', { tools: null })])).toBe('pass');
  });

  test('not asked is skipped, planned down is not applicable', () => {
    const url = 'http://127.0.0.1:8901/mcp';
    expect(verdict('NODE-010', [on.mcp('mcp', notAsked)])).toBe('skipped');
    expect(verdict('NODE-010', [on.mcp('mcp', failed('refused'), { url, planned: 'down' })])).toBe('not-applicable');
  });
});

const evidenceOf = (entry: Entry) => findingOf(assessed([entry]), 'NODE-010:mcp:mcp').evidence[0];
const verifyOf = (entry: Entry) => findingOf(assessed([entry]), 'NODE-010:mcp:mcp').verify ?? '';

test.each([
  [{ count: 8, isComplete: true, names: [] }, '12 ms, 8 tools, house 1.2.3, protocol 2025-11-25'],
  [{ count: 40, isComplete: false, names: [] }, '12 ms, at least 40 tools, house 1.2.3, protocol 2025-11-25'],
  [null, '12 ms, tools unknown, house 1.2.3, protocol 2025-11-25'],
])('the tools are told: %j', (tools, value) => {
  expect(evidenceOf(on.mcp('mcp', { tools }))).toMatchObject({ request: 'POST http://127.0.0.1:8901/mcp (initialize)', value });
});

test('no secret is shown, in a URL or in a command', () => {
  const atUrl = on.mcp('mcp', failed('refused'), { url: 'http://anna:hunter2x@127.0.0.1:1/mcp?key=hunter2x#hunter2x', token: 'hunter2x' });
  const program = on.mcp('mcp', failed('reset'), { command: ['node', 'server.js', '--api-key', 'hunter2x'] });
  expect(JSON.stringify([evidenceOf(atUrl), verifyOf(atUrl), evidenceOf(program), verifyOf(program)])).not.toContain('hunter2x');
});

describe('the line to verify, in a real shell', () => {
  async function shown(line: string): Promise<string> {
    const env = { ...process.env, TOKEN: 'house-key-1' };
    const { stdout } = await promisify(execFile)('/bin/sh', ['-c', line], { encoding: 'utf8', timeout: 20_000, env });
    return stdout;
  }

  test.each([
    ['of today', startModernMcp, { era: 'modern' }, 'supportedVersions'],
    ['of the years before', startLegacyMcp, {}, 'protocolVersion'],
    ['that was not read', startLegacyMcp, failed('bad-status'), 'protocolVersion'],
  ] as const)('shows a server %s', async (_, start, read, word) => {
    const { url } = await during(start({ token: 'house-key-1' }));
    expect(await shown(verifyOf(on.mcp('mcp', read, { url, token: 'house-key-1' })))).toContain(word);
  });

  test('shows a server on standard input and output', async () => {
    const command = [process.execPath, fileURLToPath(new URL('../support/mcp-legacy-program.ts', import.meta.url))];
    expect(await shown(verifyOf(on.mcp('mcp', failed('reset'), { command })))).toContain('"serverInfo"');
  });

  test('asks for the stream where that is how the server answers', () => {
    const verify = verifyOf(on.mcp('mcp', { transport: 'sse' }, { url: 'http://127.0.0.1:8901/sse' }));
    expect(verify).toBe("curl -sS -m 5 -H 'Accept: text/event-stream' http://127.0.0.1:8901/sse");
  });
});
