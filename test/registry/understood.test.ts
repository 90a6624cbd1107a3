import { expect, it } from 'vitest';
import { createMatcher } from '../../intents/matcher.ts';
import { en } from '../../locales/en/locale.ts';
import { fr } from '../../locales/fr/locale.ts';

const MEANT = {
  jarvis_audit_complet: { intent: 'audit_full', slots: { mode: 'full' } },
  jarvis_audit_rapide: { intent: 'audit_full', slots: { mode: 'quick' } },
  jarvis_audit_etat: { intent: 'cluster_status', slots: {} },
  jarvis_audit_comparer: { intent: 'compare', slots: { since: 'last' } },
  jarvis_audit_priorites: { intent: 'remediation', slots: {} },
  jarvis_audit_notes: { intent: 'section_status', slots: { section: 'scores' } },
  jarvis_audit_securite: { intent: 'section_status', slots: { section: 'security' } },
  jarvis_audit_repeter: { intent: 'repeat', slots: {} },
} as const satisfies Record<keyof typeof fr.registry.commands, unknown>;

it.each([fr, en])('what the assistant is made to ask us in $language is what we understand, whoever spoke last', ({ registry }) => {
  const understand = createMatcher(['M1', 'M2', 'M3', 'OL1', 'GEMINI']);
  for (const context of ['idle', 'active'] as const) {
    const understood = Object.entries(registry.commands).map(([name, { sentence }]) => {
      const { intent, slots } = understand(sentence, context);
      return [name, { intent, slots }];
    });
    expect(Object.fromEntries(understood)).toEqual(MEANT);
  }
});
