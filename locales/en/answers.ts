import type { Locale } from '../locale.ts';
import { advice } from './answers/advice.ts';
import { changes } from './answers/changes.ts';
import { explanation } from './answers/explanation.ts';
import { fixed } from './answers/fixed.ts';
import { moments } from './answers/moments.ts';
import { schedule } from './answers/schedule.ts';
import { scores } from './answers/scores.ts';
import { stakes } from './answers/stakes.ts';
import { states } from './answers/states.ts';

/** The words of the answers to questions. Figures are figures here: `aloud` says them. */
export const answers: Locale['answers'] = {
  ...fixed,
  schedule,
  moments,
  states,
  scores,
  changes,
  advice,
  explanation,
  stakes,
  sections: {
    summary: 'the system',
    architecture: 'the architecture',
    nodes: 'the nodes',
    topology: 'the topology',
    multimodal: 'multimodality',
    risks: 'the risks',
    security: 'security',
    performance: 'performance',
    persistence: 'backups and disks',
    scores: 'the scores',
    stability: 'stability',
    resilience: 'resilience',
    scalability: 'scalability',
    observability: 'observability',
  },
  kept: (text) =>
    text
      .replace(/error/gi, 'failure')
      .replace(/erreur/gi, 'échec')
      .replace(/non[\s-]+reconnu|unrecogni[sz]ed/gi, 'unknown'),
};
