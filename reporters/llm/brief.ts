import type { Locale } from '../../locales/locale.ts';
import { OWN_NETWORK } from '../../skill/audit/causes.ts';
import type { Report } from '../../skill/audit/report.ts';
import { createRedactor } from '../../skill/redact.ts';
import { factsToSay } from '../spoken.ts';
import { withKnownNames } from './known-names.ts';

/** What a model is given: who it is and what it may do, and what may be said. */
export interface Brief {
  readonly system: string;
  readonly user: string;
}

/** The facts of a report as short sentences, with no secret, no path and nothing that a target wrote as prose. */
export function brief(report: Report, locale: Locale): Brief {
  const { phrasing } = locale;
  // who has no network says nothing of the others
  const isCutOff = report.findings.some(({ cause }) => cause === OWN_NETWORK);
  const facts = [...(isCutOff ? [] : nodeFacts(report, locale)), ...factsToSay(withKnownNames(report, locale), locale)];
  return createRedactor([])({
    system: phrasing.orders.join('\n'),
    user: [phrasing.facts, ...[...new Set(facts)].map((fact) => `- ${fact}`)].join('\n'),
  });
}

/** More are too many to be told one by one. */
const MOST_NODES = 12;

function nodeFacts({ nodes }: Report, { phrasing }: Locale): readonly string[] {
  const words: Readonly<Record<string, (node: string) => string>> = {
    up: phrasing.nodeUp,
    down: phrasing.nodeDown,
    degraded: phrasing.nodeDegraded,
    unknown: phrasing.nodeUnknown,
    'planned-down': phrasing.nodePlannedDown,
  };
  return Object.entries(nodes)
    .slice(0, MOST_NODES)
    .flatMap(([id, { status }]) => words[status]?.(id) ?? []);
}
