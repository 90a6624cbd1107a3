import { describe, expect, it } from 'vitest';
import { en } from '../../locales/en/locale.ts';
import { fr } from '../../locales/fr/locale.ts';
import { consoleReport } from '../../reporters/console.ts';
import { spoken } from '../../reporters/spoken.ts';
import { worded } from '../../reporters/words.ts';
import {
  asPrevious,
  assessed,
  auditor,
  card,
  composeFile,
  container,
  type Entry,
  failed,
  listener,
  mount,
  notAsked,
  on,
  published,
  type SceneOptions,
  service,
} from '../support/judged.ts';

const said = (entries: readonly Entry[], options: SceneOptions = {}) => spoken.render(worded(assessed(entries, options), fr), fr);
const shown = (entries: readonly Entry[], options: SceneOptions = {}) => consoleReport.render(worded(assessed(entries, options), fr), fr);
const LATER = '2026-02-24T14:30:00.000+01:00';

/** Situations that somebody may hear about at two in the morning. */
const SITUATIONS: Readonly<Record<string, readonly [readonly Entry[], SceneOptions?]>> = {
  'all well': [[on.lmstudio('M1'), on.lmstudio('M2'), on.host('tour')]],
  'one node down': [[on.lmstudio('M1', failed('refused')), on.lmstudio('M2'), on.lmstudio('M3')]],
  'all nodes down': [[on.lmstudio('M1', failed('refused')), on.lmstudio('M2', failed('refused')), on.ollama('OL1', failed('reset'))]],
  'answering, none usable': [[on.lmstudio('M1', failed('wrong-product')), on.lmstudio('M2', failed('bad-status'))]],
  'nothing answers in time': [[on.lmstudio('M1', failed('timeout')), on.lmstudio('M2', failed('timeout'))]],
  'no network': [
    [on.lmstudio('M2', failed('unreachable')), on.lmstudio('M3', failed('timeout'))],
    { auditor: auditor({ hasNetwork: false, addresses: [] }) },
  ],
  'no resolver': [
    [on.lmstudio('M2', failed('dns')), on.lmstudio('M3', failed('dns'))],
    { auditor: auditor({ names: { 'm2.lan': 'failed', 'm3.lan': 'failed' } }) },
  ],
  'all off on purpose': [
    [on.lmstudio('M1', failed('refused'), { planned: 'down' }), on.lmstudio('M2', failed('timeout'), { planned: 'down' })],
  ],
  'a hot GPU': [[on.lmstudio('M1'), on.gpu('gpus', [card(0), card(1, { temperatureC: 95 })])]],
  'a GPU missing': [[on.lmstudio('M1'), on.gpu('gpus', [card(0)], { expect: { count: 2 } })]],
  'a driver that is dead': [[on.lmstudio('M1'), on.gpu('gpus', failed('bad-status', 'NVIDIA-SMI has failed'))]],
  'a disk that is full': [[on.lmstudio('M1'), on.host('tour', { mounts: [mount('/', { usedPercent: 97, availableBytes: 3 })] })]],
  'a token refused': [[on.lmstudio('M1', failed('denied')), on.lmstudio('M2')]],
  'a database open to all': [
    [on.lmstudio('M1'), on.ports('ports', { listeners: [listener(6379, '0.0.0.0'), listener(9999), listener(9998)] })],
  ],
  'a container that restarts again and again': [
    [
      on.lmstudio('M1'),
      on.docker('docker', { containers: [container('grafana', { state: 'restarting', details: { restartCount: 14 } })] }),
    ],
  ],
  'containers that nobody may read': [[on.lmstudio('M1'), on.docker('docker', failed('denied'))]],
  'the engine in the hands of a container': [
    [
      on.lmstudio('M1'),
      on.docker('docker', {
        containers: [
          container('portainer', { mounts: [{ type: 'bind', source: '/var/run/docker.sock', destination: '/s', isWritable: true }] }),
        ],
      }),
    ],
  ],
  'a file that would run into a port': [
    [
      on.lmstudio('M1'),
      on.docker('docker', { containers: [container('ai-frontend', { published: [published(8002)] })] }),
      on.compose('stack', { files: [composeFile('ai/docker-compose.yml.OBSOLETE', [service('backend', [8002])], { isObsolete: true })] }),
    ],
  ],
  'one machine that carries all': [
    [on.lmstudio('M1', {}, { machine: 'tour', provides: ['text', 'vision'] }), on.host('tour', {}, { provides: ['orchestration'] })],
  ],
};

describe.each(Object.entries(SITUATIONS))('%s', (_, [entries, options]) => {
  it.each([fr, en])('is said in at most 55 words and 300 characters, figures in words, nothing twice', (locale) => {
    const text = spoken.render(worded(assessed(entries, options), locale), locale);
    const sentences = text.match(/[^.!?]+[.!?]/g)?.map((sentence) => sentence.trim()) ?? [];
    expect(text.split(/\s+/).length).toBeLessThanOrEqual(55);
    expect(text.length).toBeLessThanOrEqual(300);
    expect(text).not.toMatch(/\d|undefined|NaN|erreur|non reconnu|error|unrecogni/i);
    expect(new Set(sentences).size).toBe(sentences.length);
  });

  it('is what was said before', async () => {
    await expect(`${said(entries, options)}\n`).toMatchFileSnapshot(`../golden/spoken/${_.replace(/\W+/g, '-')}.txt`);
  });
});

describe('an auditor that is blind', () => {
  it('without a network says that, and not that everything is down', () => {
    const text = said(...(SITUATIONS['no network'] as [Entry[], SceneOptions]));
    expect(text).toBe("Je n'ai pas de réseau : je ne peux rien dire des autres machines.");
  });

  it('without a network still tells what it saw on this machine', () => {
    const text = said([on.lmstudio('M1', failed('refused')), on.lmstudio('M2', failed('timeout'))], {
      auditor: auditor({ hasNetwork: false, addresses: [] }),
    });
    expect(text).toMatch(/M-un ne répond pas.*Je n'ai pas de réseau/);
  });

  it('without a resolver names the resolver, and no node', () => {
    const text = said(...(SITUATIONS['no resolver'] as [Entry[], SceneOptions]));
    expect(text).toContain('ne résout aucun nom');
    expect(text).not.toMatch(/nœud|M-deux|M-trois/);
  });

  it('a refusal was seen: it is told', () => {
    const text = said([on.lmstudio('M1', failed('refused'))]);
    expect(text).not.toContain("Je n'ai rien pu lire");
    expect(text).toContain('M-un ne répond pas');
  });
});

it('in quick mode the inventory is not blamed for a score that is left out', () => {
  const text = said([on.lmstudio('M1'), on.ports('ports', notAsked)], { mode: 'quick' });
  expect(text).toContain('Pas de note en mode rapide.');
  expect(text).not.toContain("L'inventaire ne déclare pas");
});

it('every sentence begins with a capital, or a voice runs it into the one before', () => {
  const text = said([on.lmstudio('M1'), on.lmstudio('n8n', failed('refused')), on.lmstudio('m2', failed('refused'))]);
  expect(text).toContain('N-huit-n ne répond pas.');
  expect(text).not.toMatch(/[.!?] \p{Ll}/u);
});

describe('what could not be checked again', () => {
  const hot = assessed([on.lmstudio('M1'), on.gpu('gpus', [card(0, { temperatureC: 95 })])]);
  const now: readonly [readonly Entry[], SceneOptions] = [
    [on.lmstudio('M1'), on.gpu('gpus', failed('timeout'))],
    { previous: asPrevious(hot), at: LATER },
  ];

  it('is said to be so, aloud and on the screen', () => {
    expect(said(...now)).toContain('Non revérifié : un G-P-U est à');
    expect(said(...now)).not.toMatch(/(?<!Non revérifié : )un G-P-U est à/);
    for (const line of shown(...now)
      .split('\n')
      .filter((text) => text.includes('95 °C')))
      expect(line).toContain('Non revérifié');
  });

  it('is no reason to act before it is read again', () => {
    expect(said(...now)).not.toContain('refroidir');
  });

  it('comes after what was seen now, at the same severity', () => {
    const [entries, options] = now;
    expect(said([...entries, on.lmstudio('M2', failed('refused'))], options)).toContain('Le plus grave : M-deux ne répond pas.');
  });
});

it('a finding carried over from another version costs its words, not the report', () => {
  const before = asPrevious(assessed([on.lmstudio('M1', failed('refused'))]));
  const foreign = { ...before, findings: before.findings.map((finding) => ({ ...finding, message: { id: 'gone', values: {} } })) };
  const text = shown([on.lmstudio('M1', failed('timeout'))], { previous: foreign, at: LATER });
  expect(text).toContain("Non revérifié : Constat d'une autre version (gone).");
});

it('a thousand nodes are told in a few lines, and in no time', () => {
  const entries = Array.from({ length: 1_000 }, (_, index) =>
    on.lmstudio(`N${index}`, index % 10 === 0 ? failed('timeout') : {}, { provides: ['text'] }),
  );
  const startedAt = performance.now();
  const text = shown(entries);
  expect(performance.now() - startedAt).toBeLessThan(5_000);
  expect(text.split('\n').length).toBeLessThan(2_000);
});
