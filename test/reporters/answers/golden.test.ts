import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { en } from '../../../locales/en/locale.ts';
import { fr } from '../../../locales/fr/locale.ts';
import type { Locale } from '../../../locales/locale.ts';
import { answerTo, type Grounds } from '../../../reporters/answers/answer.ts';
import { comparisonOf } from '../../../reporters/answers/comparison.ts';
import { explanationOf } from '../../../reporters/answers/explanation.ts';
import { worded } from '../../../reporters/words.ts';
import { differenceOf } from '../../../skill/audit/difference.ts';
import { judge } from '../../../skill/audit/run.ts';
import { readingsFromText } from '../../../skill/audit/saved-readings.ts';
import { asPrevious, assessed, card, type Entry, failed, model, mount, notAsked, on } from '../../support/judged.ts';
import { type Question, SECTIONS } from '../../support/questions.ts';

const saved = readingsFromText(readFileSync(new URL('../../golden/jarvis.readings.json', import.meta.url), 'utf8'));
const tool = { name: 'jarvis-audit', version: '0.0.0' };

const ask = (intent: Question['intent'], slots: Question['slots'] = {}): Question => ({ intent, slots });

/** What somebody may ask of the cluster that the golden readings were taken from. */
const JARVIS: readonly Question[] = [
  ask('audit_full'),
  ask('cluster_status'),
  ...SECTIONS.slice(1).map((section) => ask('section_status', { section })),
  ...['M1', 'M2', 'M3', 'OL1', 'GEMINI', 'gpus', 'tour', 'ports', 'saves', 'M9'].map((node) => ask('node_status', { node })),
  ask('compare'),
  ask('details'),
  ask('details', { section: 'security' }),
  ask('details', { section: 'multimodal' }),
  ask('details', { node: 'OL1' }),
  ask('explain_score'),
  ...['security', 'resilience', 'stability', 'multimodal', 'performance'].map((section) => ask('explain_score', { section })),
  ask('remediation'),
  ask('remediation', { section: 'security' }),
  ask('remediation', { node: 'M3' }),
];

interface Night {
  readonly before: readonly Entry[];
  readonly after: readonly Entry[];
  readonly mode?: 'full' | 'quick';
  readonly questions: readonly Question[];
  readonly nowAt: string;
}

const FOLLOW_UPS: readonly Question[] = [
  ask('audit_full'),
  ask('cluster_status'),
  ask('compare'),
  ask('details'),
  ask('explain_score'),
  ask('remediation'),
];

const AT_ONCE = '2026-02-24T02:10:00.500+01:00';

/** Two audits of a small cluster, the second at ten past two at night. */
const NIGHTS: Readonly<Record<string, Night>> = {
  'a node fell and a disk was cleaned': {
    before: [on.lmstudio('M1'), on.lmstudio('M2'), on.host('tour', { mounts: [mount('/', { usedPercent: 97, availableBytes: 3 })] })],
    after: [on.lmstudio('M1', failed('refused')), on.lmstudio('M2'), on.host('tour', { mounts: [mount('/')] })],
    questions: [
      ...FOLLOW_UPS,
      ask('compare', { node: 'M1' }),
      ask('compare', { section: 'persistence' }),
      ask('compare', { section: 'stability' }),
      ask('node_status', { node: 'M1' }),
      ask('remediation', { node: 'M1' }),
      ask('remediation', { node: 'M2' }),
    ],
    nowAt: AT_ONCE,
  },
  'the GPUs went blind': {
    before: [on.lmstudio('M1', {}, { machine: 'tour' }), on.gpu('gpus', [card(0, { temperatureC: 95 }), card(1)], { machine: 'tour' })],
    after: [on.lmstudio('M1', {}, { machine: 'tour' }), on.gpu('gpus', failed('timeout'), { machine: 'tour' })],
    questions: [...FOLLOW_UPS, ask('node_status', { node: 'gpus' }), ask('section_status', { section: 'performance' })],
    nowAt: AT_ONCE,
  },
  'all is well': {
    before: [on.lmstudio('M1'), on.lmstudio('M2'), on.host('tour')],
    after: [on.lmstudio('M1'), on.lmstudio('M2'), on.host('tour')],
    questions: [
      ...FOLLOW_UPS,
      ask('section_status', { section: 'security' }),
      ask('section_status', { section: 'persistence' }),
      ask('node_status', { node: 'M1' }),
      ask('details', { node: 'M1' }),
      ask('remediation', { node: 'M1' }),
    ],
    nowAt: AT_ONCE,
  },
  'a quick look three seconds old': {
    mode: 'quick',
    before: [on.lmstudio('M1'), on.ollama('OL1'), on.command('GEMINI', notAsked)],
    after: [
      on.lmstudio('M1', failed('denied')),
      on.ollama('OL1', { models: [model('qwen3:1.7b')] }),
      on.lmstudio('M3', failed('timeout'), { planned: 'down' }),
      on.command('GEMINI', notAsked),
    ],
    questions: [
      ...FOLLOW_UPS,
      ask('section_status', { section: 'security' }),
      ask('section_status', { section: 'persistence' }),
      ask('section_status', { section: 'scores' }),
      ...['M1', 'OL1', 'M3', 'GEMINI'].map((node) => ask('node_status', { node })),
    ],
    nowAt: '2026-02-24T02:10:03.500+01:00',
  },
  'nobody can be asked': {
    before: [on.lmstudio('M2'), on.lmstudio('M3')],
    after: [on.lmstudio('M2', failed('timeout')), on.lmstudio('M3', failed('timeout'))],
    questions: [...FOLLOW_UPS, ask('section_status', { section: 'security' }), ask('node_status', { node: 'M2' })],
    nowAt: '2026-02-25T09:00:00.000+01:00',
  },
};

function told(questions: readonly Question[], grounds: Grounds, locale: Locale): string {
  return questions
    .map((question) => {
      const { speech, text } = answerTo(question, grounds, locale);
      const slots = Object.values(question.slots).join(' ');
      return `# ${question.intent}${slots ? ` ${slots}` : ''}\n${speech}\n\n${text.replace(/^/gm, '  ')}\n`;
    })
    .join('\n');
}

describe.each([fr, en])('in $language', (locale) => {
  const { report } = judge(saved, locale, tool);
  const justNow = new Date(Date.parse(report.timestamp) + report.durationMs);

  it('the answers about the world jarvis are what they were', async () => {
    const grounds = { report, earlier: null, now: justNow };
    await expect(told(JARVIS, grounds, locale)).toMatchFileSnapshot(`../../golden/answers/jarvis.${locale.language}.txt`);
  });

  it('its worst problem is explained as before', async () => {
    const keys = ['ARCH-001:cluster:tour', 'NET-003:ports:6379', 'NODE-001:M1:M1'];
    const all = keys.map((key) => explanationOf(key, report, locale)).join('\n\n');
    await expect(`${all}\n`).toMatchFileSnapshot(`../../golden/answers/explanation.${locale.language}.txt`);
  });

  it.each(Object.entries(NIGHTS))('%s', async (name, { before, after, mode = 'full', questions, nowAt }) => {
    const first = assessed(before, { mode, at: '2026-02-23T14:30:00.000+01:00' });
    const second = assessed(after, { mode, at: '2026-02-24T02:10:00.000+01:00', previous: asPrevious(first) });
    const grounds = { report: worded(second, locale), earlier: worded(first, locale), now: new Date(nowAt) };
    const file = `../../golden/answers/${name.replace(/\W+/g, '-')}.${locale.language}.txt`;
    const difference = differenceOf(grounds.earlier, grounds.report);
    const side = difference ? `\n# side by side\n${comparisonOf(difference, grounds.earlier, grounds.report, locale)}\n` : '';
    await expect(told(questions, grounds, locale) + side).toMatchFileSnapshot(file);
  });
});
