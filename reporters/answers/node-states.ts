import type { Locale } from '../../locales/locale.ts';
import type { Report } from '../../skill/audit/report.ts';
import { nodesLine } from '../sections.ts';
import { nodesSentence } from '../spoken.ts';
import type { Point } from './point.ts';

/** How many nodes answer of those that ought to. */
export function statesOf(report: Report, locale: Locale): Point {
  return {
    said: nodesSentence(report, locale)
      .map(({ text }) => text)
      .join(' '),
    shown: nodesLine(report.nodes, report.cluster, locale.sections),
    optional: 0,
  };
}
