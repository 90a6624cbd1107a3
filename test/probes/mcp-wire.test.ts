import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createEventReader } from '../../skill/probes/mcp/events.ts';
import { answerTo, messagesIn } from '../../skill/probes/mcp/messages.ts';
import { greetingOfDiscovery, greetingOfInitialization } from '../../skill/probes/mcp/protocol.ts';
import { listTools } from '../../skill/probes/mcp/tools.ts';
import { damaged } from '../support/damaged-json.ts';
import { RECORDED } from '../support/recorded.ts';

describe('a stream of events', () => {
  const STREAM =
    'event: endpoint\r\ndata: /a\r\n\r\n: comment\ndata:one\ndata:  two\n\nid: 7\nretry: 5\n\rdata\n\nevent: ping\n\ndata: last\r\r';
  const EVENTS = [
    { type: 'endpoint', data: '/a' },
    { type: 'message', data: 'one\n two' },
    { type: 'message', data: '' },
    { type: 'message', data: 'last' },
  ];

  test('is read whole', () => {
    expect(createEventReader()(`${STREAM}\n`)).toEqual(EVENTS);
  });

  test.each([1, 2, 3, 7])('is the same in pieces of %i', (size) => {
    const read = createEventReader();
    const pieces = (`${STREAM}\n`.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? []).flatMap((piece) => read(piece));
    expect(pieces).toEqual(EVENTS);
  });

  test('of many pieces without a line costs little', () => {
    const read = createEventReader();
    const startedAt = performance.now();
    for (let piece = 0; piece < 200_000; piece += 1) read('x');
    expect(performance.now() - startedAt).toBeLessThan(2_000);
  });
});

test('two thousand damaged answers give a greeting or none', () => {
  const sound = [
    '{"jsonrpc":"2.0","id":1,"result":{"protocolVersion":"2025-06-18","capabilities":{"tools":{}},"serverInfo":{"name":"a","version":"1"}}}',
    '{"jsonrpc":"2.0","id":1,"result":{"supportedVersions":["2026-07-28"],"capabilities":{},"_meta":{"io.modelcontextprotocol/serverInfo":{"name":"a"}}}}',
  ];
  const eras = [...damaged(sound, 2_000)].map((text) => {
    const [answer = null] = messagesIn(text).map((message) => answerTo(1, message));
    return (greetingOfDiscovery(answer) ?? greetingOfInitialization(answer))?.era ?? null;
  });
  expect(new Set(eras)).toEqual(new Set(['modern', 'legacy', null]));
});

describe.skipIf(!existsSync(join(RECORDED, 'live', 'mcp')))('recorded servers', () => {
  const live = (name: string) => readFileSync(join(RECORDED, 'live', 'mcp', name), 'utf8');
  const bodyOf = (http: string) =>
    http
      .split(/\r?\n\r?\n/)
      .slice(1)
      .join('\n\n');
  const answersOf = (texts: readonly string[], ids: readonly number[]) =>
    texts
      .flatMap(messagesIn)
      .flatMap((message) => ids.map((id) => answerTo(id, message)))
      .filter((answer) => answer !== null);
  const eventsOf = (http: string) => createEventReader()(`${bodyOf(http)}\n\n`).map(({ data }) => data);
  const ANY_ID = Array.from({ length: 20 }, (_, id) => id);

  test('everything greets in a stream and lists its tools', async () => {
    const [greeted = null] = answersOf(eventsOf(live('everything-initialize.http.txt')), ANY_ID);
    const greeting = greetingOfInitialization(greeted);
    expect(greeting).toEqual({
      era: 'legacy',
      protocolVersion: '2025-06-18',
      server: { name: 'mcp-servers/everything', version: '2.0.0' },
      offersTools: true,
    });
    const [listed = null] = answersOf(eventsOf(live('everything-tools-list.http.txt')), ANY_ID);
    const tools = greeting && (await listTools(greeting, () => Promise.resolve(listed)));
    expect(tools?.count).toBeGreaterThan(5);
    expect(tools).toMatchObject({ isComplete: true });
    expect(tools?.names.slice(0, 2)).toEqual(['echo', 'get-annotated-message']);
  });

  test.each(['everything-server-discover-legacy.400', 'everything-accept-json-only.406', 'everything-bad-session'])(
    '%s is a refusal in JSON-RPC',
    (name) => {
      expect(answersOf([bodyOf(live(`${name}.http.txt`))], [1])).toMatchObject([{ ok: false, error: { code: -32_000 } }]);
    },
  );

  test('filesystem, on standard output, does not know the modern question and greets as before', () => {
    const lines = (name: string) => live(name).split('\n');
    expect(answersOf(lines('filesystem-stdio-discover.jsonl'), [1])).toMatchObject([{ ok: false, error: { code: -32_601 } }]);
    const [greeted = null] = answersOf(lines('filesystem-stdio.jsonl'), [1]);
    expect(greetingOfInitialization(greeted)).toMatchObject({ server: { name: 'secure-filesystem-server', version: '0.2.0' } });
  });

  test('the examples of the modern specification are understood', async () => {
    const folder = join(RECORDED, 'mcp', 'spec-2026-07-28');
    const example = (start: string) => readFileSync(join(folder, readdirSync(folder).find((name) => name.startsWith(start)) ?? ''), 'utf8');
    const asNumbered = (text: string) => text.replace(/"id": "[^"]*"/, '"id": 1');
    const [discovered = null] = answersOf([asNumbered(example('DiscoverResultResponse__'))], [1]);
    const greeting = greetingOfDiscovery(discovered);
    expect(greeting).toMatchObject({ era: 'modern', server: { name: 'ExampleServer', version: '1.0.0' }, offersTools: true });
    const [listed = null] = answersOf([asNumbered(example('ListToolsResultResponse__'))], [1]);
    const tools = greeting && (await listTools(greeting, () => Promise.resolve(listed)));
    expect(tools).toEqual({ count: 1, isComplete: false, names: ['get_weather'] });
  });
});
