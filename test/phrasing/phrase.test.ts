import { describe, expect, test, vi } from 'vitest';
import { fr } from '../../locales/fr/locale.ts';
import { worded } from '../../reporters/words.ts';
import { phrase } from '../../skill/phrasing/phrase.ts';
import { type ChatAnswer, chunk, pouring, saying, startChatServer } from '../support/chat-server.ts';
import { assessed, failed, on } from '../support/judged.ts';

const REPORT = worded(
  assessed([
    on.lmstudio('M1', {}, { machine: 'm1' }),
    on.lmstudio('M2', {}, { machine: 'm2' }),
    on.lmstudio('M3', failed('refused'), { machine: 'm3', token: 'sk-lm-secret12:abcdefghij0123456789' }),
  ]),
  fr,
);
const TRUE = 'Deux nœuds sur trois répondent. M3 ne répond pas. Commencez par redémarrer le serveur de M3.';
const OTHER = "M3 est en panne. D'abord : redémarrer le serveur de M3.";
const silence: ChatAnswer = () => {};
/** The promise of phrase is 1.5 s; a machine that runs other tests is given more. */
const IN_TIME_MS = 1_500 + 1_500;

async function ask(answers: readonly ChatAnswer[], signal: AbortSignal = new AbortController().signal) {
  const servers = await Promise.all(answers.map(startChatServer));
  const phrasers = servers.map(({ url }, index) => ({ id: `P${index + 1}`, url, token: undefined, model: 'tiny' }));
  const begun = performance.now();
  const phrased = await phrase(REPORT, phrasers, fr, signal);
  return { ...phrased, ms: performance.now() - begun, servers };
}

const open = (servers: readonly { open(): number }[]) => servers.reduce((sum, server) => sum + server.open(), 0);
const closed = (servers: readonly { open(): number }[]) => vi.waitFor(() => expect(open(servers)).toBe(0), { timeout: 3_000 });

/** Says it word by word, one each `everyMs`. */
function slowly(text: string, everyMs: number): ChatAnswer {
  return (response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    const words = text.split(/(?<= )/);
    const timer = setInterval(() => {
      const word = words.shift();
      if (response.destroyed) clearInterval(timer);
      else if (word !== undefined) response.write(chunk({ content: word }, null));
      else {
        clearInterval(timer);
        response.end(`${chunk({}, 'stop')}data: [DONE]\n\n`);
      }
    }, everyMs);
  };
}

describe('a truth', () => {
  test('is heard in the words of the model', async () => {
    expect(await ask([saying(TRUE)])).toMatchObject({ text: TRUE, attempts: [] });
  });

  test('is heard without the thoughts before it', async () => {
    const { text } = await ask([saying(`<think>Tout va bien. M9 répond.\nVraiment ?</think>\n\n${TRUE}`)]);
    expect(text).toBe(TRUE);
  });

  test('is heard where it comes word by word', async () => {
    expect((await ask([slowly(TRUE, 10)])).text).toBe(TRUE);
  });

  test('may be laid out over lines', async () => {
    expect((await ask([saying(TRUE.replaceAll('. ', '.\n'))])).text).toBe(TRUE);
  });
});

test.each([
  ['another number', TRUE.replace('Deux', 'Trois')],
  ['an invented node', TRUE.replace('M3 ne', 'M9 ne')],
  ['another status', TRUE.replace('M3 ne répond pas', 'M3 répond')],
  ['praise', `Tout va bien. ${TRUE}`],
  ['silence about the worst', 'Deux nœuds sur trois répondent.'],
  ['an action of its own', TRUE.replace('redémarrer', 'supprimer')],
  ['a cause', TRUE.replace('M3 ne répond pas', 'M3 ne répond pas, faute de mémoire')],
  ['a lie after the truth', `${TRUE} M1 est en panne.`],
  ['a thought that never ends', `<think>${TRUE}`],
  ['mark-up', `**${TRUE}**`],
  ['another language', 'Two nodes out of three answer. M3 is down.'],
  ['nothing at all', ''],
])('%s is not heard: the template speaks', async (_, text) => {
  const { text: heard, attempts, servers } = await ask([saying(text)]);
  expect(heard).toBeNull();
  expect(attempts).toMatchObject([{ id: 'P1', outcome: expect.stringMatching(/^unbacked: /) }]);
  await closed(servers);
});

test('a lie ends the talk before the model is done', async () => {
  const { text, servers } = await ask([slowly(`Tout va bien. ${'M1 répond. '.repeat(60)}`, 10)]);
  expect(text).toBeNull();
  await closed(servers);
});

test.each<[string, ChatAnswer, string]>([
  ['half a stream', saying('Deux nœuds sur trois répondent. M3 ne', { finish: null }), 'malformed'],
  ['a server that failed', (response) => void response.writeHead(500).end('no'), 'bad-status'],
  ['garbage', (response) => void response.writeHead(200, { 'content-type': 'text/event-stream' }).end('data: }{\n\n'), 'malformed'],
  ['words without end', pouring(chunk({ content: 'M1 répond et ' }, null)), 'too-large'],
  ['nobody at that port', (response) => void response.destroy(), 'reset'],
])('%s: the template speaks, in time, and nothing stays open', async (_, answer, outcome) => {
  const { text, ms, attempts, servers } = await ask([answer]);
  expect({ text, attempts }).toEqual({ text: null, attempts: [{ id: 'P1', outcome }] });
  expect(ms).toBeLessThan(IN_TIME_MS);
  await closed(servers);
});

test.each<[string, readonly ChatAnswer[]]>([
  ['one server that is silent for ever', [silence]],
  ['three of them', [silence, silence, silence]],
  ['words that come too slowly', [slowly(TRUE, 400)]],
  ['headers, and then nothing', [(response) => void response.writeHead(200, { 'content-type': 'text/event-stream' }).flushHeaders()]],
])('%s: null within the budget, and no connection is left', async (_, answers) => {
  const { text, ms, servers } = await ask(answers);
  expect(text).toBeNull();
  expect(ms).toBeLessThan(IN_TIME_MS);
  await closed(servers);
});

describe('a second server', () => {
  test('is asked as soon as the first failed', async () => {
    const { text, attempts } = await ask([(response) => void response.writeHead(500).end(), saying(OTHER)]);
    expect({ text, attempts }).toEqual({ text: OTHER, attempts: [{ id: 'P1', outcome: 'bad-status' }] });
  });

  test('is asked as soon as the first lied', async () => {
    const { text } = await ask([saying('Tout va bien.'), saying(OTHER)]);
    expect(text).toBe(OTHER);
  });

  test('is the rival of one that is slow to begin, and the slow one is let go', async () => {
    const { text, servers } = await ask([silence, saying(OTHER)]);
    expect(text).toBe(OTHER);
    await closed(servers);
  });

  test('is not troubled while the first speaks', async () => {
    const { text, servers } = await ask([slowly(TRUE, 40), saying(OTHER)]);
    expect(text).toBe(TRUE);
    expect(servers[1]?.requests).toEqual([]);
  });
});

test('nobody to ask: null at once', async () => {
  expect(await ask([])).toMatchObject({ text: null, attempts: [] });
});

test('the abort of the caller rejects at once, and no connection is left', async () => {
  const control = new AbortController();
  const server = await startChatServer(silence);
  const phrased = phrase(REPORT, [{ id: 'P1', url: server.url, token: undefined, model: 'tiny' }], fr, control.signal);
  await vi.waitFor(() => expect(server.open()).toBe(1));
  const begun = performance.now();
  control.abort(new Error('stop'));
  await expect(phrased).rejects.toThrow('stop');
  expect(performance.now() - begun).toBeLessThan(IN_TIME_MS / 2);
  await closed([server]);
});

test('the prompt holds the facts and no secret, path or address', async () => {
  const { servers } = await ask([saying(TRUE)]);
  const said = JSON.stringify(servers[0]?.requests[0]?.body);
  expect(said).toContain('M3 ne répond pas.');
  expect(said).not.toMatch(/sk-lm|abcdefghij|https?:|127\.0\.0\.1|192\.168|\/home|Bearer/);
});
