import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { locales } from '../../../../locales/all.ts';
import { ProbeError } from '../../../../skill/audit/define.ts';
import type { Host } from '../../../../skill/host/host.ts';
import { createNodeHost } from '../../../../skill/host/node.ts';
import { type EmbeddedRecognizer, openEmbeddedRecognizer } from '../../../../skill/voice/hearing/embedded/embedded-recognizer.ts';
import { openEmbedder } from '../../../../skill/voice/hearing/embedded/embedder.ts';
import { keepEnrolled } from '../../../../skill/voice/hearing/embedded/enrolled.ts';
import { prepared } from '../../../../skill/voice/hearing/embedded/prepared.ts';
import { temporaryFolder } from '../../../support/fake-program.ts';
import { noisy, overTelephone, spoken, withPauses } from '../../../support/hearing.ts';
import { isMissing } from '../../../support/voices.ts';

const NODES = ['M1', 'M2'];
const MAKING_MS = 120_000;
const never = new AbortController().signal;
/** None of them speaks templates. */
const STRANGERS = [
  { voice: 'fr-fr+Annie', wordsPerMinute: 170 },
  { voice: 'fr-be+m2', wordsPerMinute: 150 },
] as const;

const cache = temporaryFolder();
const host = createNodeHost();
let shared: Promise<EmbeddedRecognizer> | null = null;
const recognizer = () => {
  shared ??= openEmbeddedRecognizer({ nodes: NODES, language: 'fr', folders: { cache: cache.path, data: null }, host }, never);
  return shared;
};
afterAll(async () => {
  await (await shared)?.close();
  await host.close();
  cache[Symbol.dispose]();
});

const aloud = (text: string) => locales.fr.aloud(text);
async function heard(samples: Float32Array, context: 'idle' | 'active' = 'active') {
  return (await (await recognizer()).recognize(samples, { language: 'fr', context }, never))?.text ?? null;
}

describe.skipIf(isMissing('espeak-ng'))('the recogniser that needs no server', () => {
  // its templates are spoken first, on a machine that may be busy
  beforeAll(recognizer, MAKING_MS);

  test.each([
    ['audit système', 'audit système', 'idle'],
    ['Jarvis, audit système', 'Jarvis, audit système', 'idle'],
    ['état du cluster', 'état du cluster', 'idle'],
    ['comment va M2', 'état de M2', 'idle'],
    ["qu'est-ce que je fais en premier", "qu'est-ce que je fais en premier ?", 'active'],
    ['moins vite', 'moins vite', 'active'],
    ['stop', 'stop', 'active'],
  ] as const)('knows « %s » of voices that it has never heard', async (said, sentence, context) => {
    for (const stranger of STRANGERS) expect(await heard(spoken(aloud(said), stranger), context)).toBe(sentence);
  });

  test('knows a command in noise, over a telephone, too loud, and between pauses', async () => {
    const sound = spoken(aloud('état du cluster'), STRANGERS[0]);
    expect(await heard(noisy(sound, 15))).toBe('état du cluster');
    expect(await heard(overTelephone(sound))).toBe('état du cluster');
    expect(await heard(sound.map((sample) => 4 * sample))).toBe('état du cluster');
    expect(await heard(sound.map((sample) => sample / 50))).toBe('état du cluster');
    expect(await heard(withPauses(sound, 300, 600))).toBe('état du cluster');
  });

  test.each([
    'il fait froid dans la cuisine ce matin',
    'passe-moi le sel et le poivre',
    'tu as vu mes lunettes quelque part',
    'je rentre du bureau vers dix-huit heures',
  ])('takes « %s » for nothing', async (said) => {
    for (const stranger of STRANGERS)
      for (const context of ['idle', 'active'] as const) expect(await heard(spoken(said, stranger), context)).toBeNull();
  });

  test('a follow-up is none out of a conversation', async () => {
    const sound = spoken(aloud('répète'), STRANGERS[0]);
    expect(await heard(sound, 'active')).toBe('répète');
    expect(await heard(sound, 'idle')).toBeNull();
  });

  test('nothing, a click, silence, noise and numbers that are none are nothing', async () => {
    expect(await heard(new Float32Array(0))).toBeNull();
    expect(await heard(new Float32Array(160).fill(0.5))).toBeNull();
    expect(await heard(new Float32Array(32_000))).toBeNull();
    expect(await heard(new Float32Array(32_000).fill(Number.NaN))).toBeNull();
    expect(await heard(noisy(spoken('a', STRANGERS[0]), -60).slice(0, 16_000))).toBeNull();
    expect(await heard(new Float32Array(32_000).map((_, at) => (at % 2 === 0 ? Number.POSITIVE_INFINITY : -5)))).toBeNull();
  });

  test('ten minutes are refused at once', async () => {
    const startedAt = performance.now();
    await expect(heard(new Float32Array(600 * 16_000))).rejects.toMatchObject({ code: 'too-large' });
    expect(performance.now() - startedAt).toBeLessThan(2_000);
  });

  test('another language and a call that was taken back are refused', async () => {
    const sound = spoken(aloud('stop'), STRANGERS[0]);
    const asked = await recognizer();
    await expect(asked.recognize(sound, { language: 'en', context: 'active' }, never)).rejects.toBeInstanceOf(ProbeError);
    await expect(asked.recognize(sound, { language: 'fr', context: 'active' }, AbortSignal.abort())).rejects.toThrow(/abort/i);
  });

  test('two sentences at once are both understood', async () => {
    const [one, other] = [spoken(aloud('audit rapide'), STRANGERS[0]), spoken(aloud('les détails'), STRANGERS[1])];
    expect(await Promise.all([heard(one), heard(other), heard(one)])).toEqual(['audit rapide', 'les détails', 'audit rapide']);
  });

  test('memory is flat over a thousand recordings', { timeout: 120_000 }, async () => {
    const embedder = await openEmbedder();
    const sound = prepared(spoken(aloud('stop'), STRANGERS[0]))?.samples ?? new Float32Array(0);
    setFlagsFromString('--expose-gc');
    const collect: () => void = runInNewContext('gc');
    const heldAfter = async (times: number) => {
      for (let time = 0; time < times; time += 1) await embedder.embed(sound);
      collect();
      const { heapUsed, external } = process.memoryUsage();
      return (heapUsed + external) / 1024 ** 2;
    };
    const before = await heldAfter(200);
    // the heap breathes; what a thousand of them hold is 150 MiB
    expect(await heldAfter(1_000)).toBeLessThan(before + 20);
    await embedder.close();
  });
});

describe.skipIf(isMissing('espeak-ng'))('its templates', () => {
  const open = (folders: { readonly cache: string | null; readonly data: string | null }, by: Host = host) =>
    openEmbeddedRecognizer({ nodes: [], language: 'fr', folders, host: by }, never);
  const mute: Host = { ...host, platform: 'darwin', run: () => Promise.reject(new ProbeError('missing-tool', 'no such program')) };

  test('are made once; a second start makes none', async () => {
    await recognizer();
    const files = readdirSync(cache.path);
    expect(files).toEqual(['spoken-fr.frames']);
    const written = statSync(join(cache.path, 'spoken-fr.frames')).mtimeMs;
    const again = await open({ cache: cache.path, data: null }, mute);
    await again.close();
    expect(statSync(join(cache.path, 'spoken-fr.frames')).mtimeMs).toBe(written);
  });

  test('that are kept in a file that is not ours are made anew, and a folder that cannot be written costs nothing else', {
    timeout: MAKING_MS,
  }, async () => {
    using folder = temporaryFolder();
    writeFileSync(join(folder.path, 'spoken-fr.frames'), 'mine');
    // a folder of this name cannot be written by anybody, root included
    mkdirSync(join(folder.path, 'nowhere', 'spoken-fr.frames'), { recursive: true });
    const [anew, unwritten] = await Promise.all([
      open({ cache: folder.path, data: null }),
      open({ cache: join(folder.path, 'nowhere'), data: null }),
    ]);
    const sound = spoken(aloud('audit système'), STRANGERS[0]);
    for (const each of [anew, unwritten]) {
      expect((await each.recognize(sound, { language: 'fr', context: 'idle' }, never))?.text).toBe('audit système');
      await each.close();
    }
    expect(statSync(join(folder.path, 'spoken-fr.frames')).size).toBeGreaterThan(100_000);
    expect(readdirSync(join(folder.path, 'nowhere'))).toEqual(['spoken-fr.frames']);
  });

  test('where nobody can speak them and the user recorded none, it says so', async () => {
    await expect(open({ cache: null, data: null }, mute)).rejects.toMatchObject({ code: 'missing-tool' });
  });

  test('where nobody can speak them, the user’s own recordings are enough', async () => {
    using folder = temporaryFolder();
    const embedder = await openEmbedder();
    const own = async (text: string) =>
      Promise.all(
        [140, 155, 170].map(async (wordsPerMinute) =>
          embedder.embed(prepared(spoken(aloud(text), { voice: 'fr-fr+Annie', wordsPerMinute }))?.samples ?? new Float32Array(0)),
        ),
      );
    const said = ['audit système', 'état du cluster', 'stop', 'les détails'];
    await keepEnrolled(folder.path, 'fr', new Map(await Promise.all(said.map(async (text) => [text, await own(text)] as const))));
    await embedder.close();
    const hearing = await open({ cache: null, data: folder.path }, mute);
    for (const text of said) {
      const sound = spoken(aloud(text), { voice: 'fr-fr+Annie', wordsPerMinute: 162 });
      expect((await hearing.recognize(sound, { language: 'fr', context: 'active' }, never))?.text).toBe(text);
    }
    await hearing.close();
  });
});
