import { describe, expect, test } from 'vitest';
import { parseInventory } from '../../skill/inventory/load.ts';

const load = (speech: string) => parseInventory(`targets: []\nspeech: ${speech}\n`, 'jarvis.yaml', { K: 'key-of-the-ear-42' });

describe('speech.stt of the inventory', () => {
  test('is kept apart from what reports show, its key among the secrets', () => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: what an inventory writes
    const loaded = load('{ stt: { url: "http://127.0.0.1:8000/v1", model: whisper-1, key: "${K}" } }');
    expect(loaded.speech?.stt).toEqual({ url: 'http://127.0.0.1:8000/v1', model: 'whisper-1', key: 'key-of-the-ear-42' });
    expect(loaded.secrets).toContain('key-of-the-ear-42');
    expect(JSON.stringify(loaded.inventory)).not.toContain('key-of');
  });

  test.each([
    '{ wyoming: "tcp://127.0.0.1:10300" }',
    '{ wyoming: "tcp://whisper.lan:10300/" }',
    '{ wyoming: "tcp://[::1]:10300" }',
    '{ url: "http://127.0.0.1:8000/v1", model: m, wyoming: "tcp://127.0.0.1:10300" }',
  ])('%s is understood', (stt) => {
    expect(load(`{ stt: ${stt} }`).speech?.stt).toMatchObject({ wyoming: expect.stringMatching(/^tcp:/) });
  });

  test.each([
    ['{}', 'speech.stt: expected url and model, or wyoming'],
    ['{ url: "http://127.0.0.1:8000/v1" }', 'speech.stt: "model" is missing'],
    ['{ model: m }', 'speech.stt: "url" is missing'],
    ['{ key: k, wyoming: "tcp://127.0.0.1:10300" }', 'speech.stt: "url" is missing'],
    ['{ wyoming: 10300 }', 'speech.stt.wyoming: expected a text (in quotes), not the number 10300'],
    ['{ wyoming: "127.0.0.1:10300" }', 'speech.stt.wyoming: expected a URL such as tcp://127.0.0.1:10300'],
    ['{ wyoming: "tcp://127.0.0.1" }', 'speech.stt.wyoming: expected a URL such as tcp://127.0.0.1:10300'],
    ['{ wyoming: "tcp://127.0.0.1:70000" }', 'speech.stt.wyoming: expected a port from 1 to 65535, not 70000'],
    ['{ wyoming: "tcp://localhost:10300" }', 'speech.stt.wyoming: expected 127.0.0.1 instead of localhost'],
    ['{ wyoming: "tcp://$(id):10300" }', 'speech.stt.wyoming: expected a host name or an IP address'],
    ['{ wyoming: "tcp://u:p@127.0.0.1:10300" }', 'speech.stt.wyoming: expected a URL such as tcp://127.0.0.1:10300'],
    ['{ wyoming: "tcp://127.0.0.1:10300/x" }', 'speech.stt.wyoming: expected a URL such as tcp://127.0.0.1:10300'],
    ['{ voice: v, wyoming: "tcp://127.0.0.1:10300" }', 'speech.stt: unknown key "voice"; expected one of url model key wyoming'],
  ])('%s is refused', (stt, sentence) => {
    expect(() => load(`{ stt: ${stt} }`)).toThrow(`jarvis.yaml:2: ${sentence}`);
  });
});
