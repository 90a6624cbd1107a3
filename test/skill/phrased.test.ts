import type { ServerResponse } from 'node:http';
import { expect, test } from 'vitest';
import { type ChatRequest, saying, startChatServer } from '../support/chat-server.ts';
import { conversing, ending, heard, lmStudio } from '../support/conversing.ts';
import { startLmStudio } from '../support/lmstudio-server.ts';

const TOKEN = 'sk-lm-abcd1234:abcdefghij0123456789';

/** A cluster with one node up and one down, and a model that answers what `words` makes of the facts that it is given. */
async function cluster(words: (facts: readonly string[]) => string) {
  const up = await startLmStudio({});
  const chat: Awaited<ReturnType<typeof startChatServer>> = await startChatServer((response: ServerResponse) => {
    const facts = (factsOf(chat.requests.at(-1)) ?? '').split('\n').filter((line) => line.startsWith('- '));
    saying(words(facts.map((line) => line.slice(2))))(response);
  });
  const place = conversing(
    [lmStudio('M1', up.url), lmStudio('M2', 'http://127.0.0.1:9')],
    {},
    {
      llm: { url: chat.url, model: 'tiny', token: TOKEN },
    },
  );
  return { place, chat };
}

function factsOf(request: ChatRequest | undefined): string | undefined {
  return request?.body.messages?.find(({ role }) => role === 'user')?.content;
}

const audited = async (place: ReturnType<typeof conversing>, channel: 'voice' | 'chat' | 'api' = 'voice') =>
  ending(await heard(place.skill, { utterance: 'audit système', channel })) as { speech: string };

test('a model that keeps to the facts is heard', async () => {
  const { place, chat } = await cluster((facts) => facts.filter((fact) => /sur deux|plus grave/.test(fact)).join(' '));
  await using _ = place;
  const { speech } = await audited(place);
  expect(speech).toMatch(/^Un nœud sur deux répond\. Le plus grave : M-deux ne répond pas\.$/);
  expect(chat.requests).toHaveLength(1);
});

test.each([
  ['another number', 'Deux nœuds sur deux répondent. Le plus grave : M2 ne répond pas.'],
  ['another node', 'Un nœud sur deux répond. Le plus grave : M1 ne répond pas.'],
  ['praise', 'Un nœud sur deux répond. Le plus grave : M2 ne répond pas. Tout va bien.'],
  ['silence about the worst', 'Un nœud sur deux répond.'],
])('a model that says %s is replaced by the template', async (_, lie) => {
  const { place, chat } = await cluster(() => lie);
  await using __ = place;
  const { speech } = await audited(place);
  expect(speech).not.toBe(lie);
  expect(speech).toMatch(/^Un nœud sur deux répond\. Le plus grave : M-deux ne répond pas\..* D'abord : /);
  expect(chat.requests).toHaveLength(1);
  expect(place.log.join()).toContain('speech.llm phrased nothing');
});

test('who reads waits for no model', async () => {
  const { place, chat } = await cluster((facts) => facts.join(' '));
  await using _ = place;
  await audited(place, 'chat');
  expect(chat.requests).toEqual([]);
});

test('no secret of the inventory is in what the model is given', async () => {
  const { place, chat } = await cluster((facts) => facts.join(' '));
  await using _ = place;
  await audited(place);
  expect(JSON.stringify(chat.requests.map(({ body }) => body))).not.toContain('abcdefghij');
  expect(chat.requests[0]?.headers.authorization).toBe(`Bearer ${TOKEN}`);
});
