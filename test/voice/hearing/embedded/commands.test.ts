import { describe, expect, test } from 'vitest';
import { createMatcher } from '../../../../intents/matcher.ts';
import { SAID, spokenCommands } from '../../../../skill/voice/hearing/embedded/commands.ts';

const NODES = ['M1', 'M2', 'OL1', 'GEMINI', 'gpu-box'];
const match = createMatcher(NODES);

/** What each sentence asks, by the words of it that say so. */
const ASKED = {
  fr: [
    [/^audit système$/, 'audit_full', {}],
    [/^audit complet$/, 'audit_full', { mode: 'full' }],
    [/^audit rapide$/, 'audit_full', { mode: 'quick' }],
    [/^état du cluster$|panne/, 'cluster_status', {}],
    [/scores$/, 'section_status', { section: 'scores' }],
    [/^résumé/, 'section_status', { section: 'summary' }],
    [/risques$/, 'section_status', { section: 'risks' }],
    [/^état de la sécurité$/, 'section_status', { section: 'security' }],
    [/depuis hier$/, 'compare', { since: 'yesterday' }],
    [/changé \?$/, 'compare', {}],
    [/^arrête l'audit$|^stop$/, 'cancel', {}],
    [/^détaille/, 'details', { section: 'security' }],
    [/^les détails$/, 'details', {}],
    [/^pourquoi/, 'explain_score', {}],
    [/premier/, 'remediation', {}],
    [/^répète$/, 'repeat', {}],
    [/^moins vite$/, 'repeat', { pace: 'slow' }],
  ],
  en: [
    [/^system audit$/, 'audit_full', {}],
    [/^full audit$/, 'audit_full', { mode: 'full' }],
    [/^quick audit$/, 'audit_full', { mode: 'quick' }],
    [/^cluster status$|down$/, 'cluster_status', {}],
    [/scores$/, 'section_status', { section: 'scores' }],
    [/^summary/, 'section_status', { section: 'summary' }],
    [/risks$/, 'section_status', { section: 'risks' }],
    [/^security status$/, 'section_status', { section: 'security' }],
    [/yesterday$/, 'compare', { since: 'yesterday' }],
    [/^what changed$/, 'compare', {}],
    [/^cancel|^stop$/, 'cancel', {}],
    [/^detail security/, 'details', { section: 'security' }],
    [/^the details$/, 'details', {}],
    [/^why/, 'explain_score', {}],
    [/first$/, 'remediation', {}],
    [/^repeat$/, 'repeat', {}],
    [/^slower$/, 'repeat', { pace: 'slow' }],
  ],
} as const;

describe.each(['fr', 'en'] as const)('the closed set in %s', (language) => {
  const all = spokenCommands(language, NODES).filter(({ said }) => said !== SAID[language].name);

  test('is understood by the matcher as it should be, in its context', () => {
    for (const { sentence, context } of all) {
      const bare = sentence.replace(`${SAID[language].name}, `, '');
      const node = NODES.find((each) => bare.includes(each));
      const asked = ASKED[language].find(([words]) => words.test(bare));
      const { intent, slots } = match(sentence, context);
      if (node !== undefined) expect([sentence, intent, slots]).toEqual([sentence, 'node_status', { node }]);
      else expect([sentence, intent, slots]).toEqual([sentence, asked?.[1], asked?.[2]]);
    }
  });

  test('says nothing that the matcher takes for something else than what it hands on', () => {
    for (const { said, sentence } of all) {
      const { intent, slots } = match(sentence, 'active');
      expect([said, match(said, 'active')]).toMatchObject([said, { intent, slots }]);
    }
  });

  test('holds every sentence that the user records', () => {
    const said = all.map((command) => command.said);
    for (const sentence of SAID[language].enrolled) expect(said).toContain(sentence);
  });

  test('follow-ups are none out of a conversation', () => {
    const followUps = all.filter(({ context, isNamed }) => context === 'active' && !isNamed).map(({ said }) => said);
    expect(followUps).toEqual(expect.arrayContaining(['stop']));
    for (const command of all) if (command.context === 'idle') expect(match(command.sentence, 'idle').intent).not.toBe('none');
  });

  test('what is foreign is no command to the matcher either', () => {
    for (const sentence of SAID[language].foreign) expect([sentence, match(sentence, 'idle').intent]).toEqual([sentence, 'none']);
  });
});
