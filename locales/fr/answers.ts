import { advice } from './answers/advice.ts';
import { changes } from './answers/changes.ts';
import { explanation } from './answers/explanation.ts';
import { fixed } from './answers/fixed.ts';
import { moments } from './answers/moments.ts';
import { schedule } from './answers/schedule.ts';
import { scores } from './answers/scores.ts';
import { stakes } from './answers/stakes.ts';
import { states } from './answers/states.ts';

/** The words of the answers to questions. Figures are figures here: `aloud` says them. One figure a sentence, never « erreur » nor « non reconnu ». */
export const answers = {
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
    summary: 'Le système',
    architecture: "L'architecture",
    nodes: 'Les nœuds',
    topology: 'La topologie',
    multimodal: 'Le multimodal',
    risks: 'Les risques',
    security: 'La sécurité',
    performance: 'Les performances',
    persistence: 'Les sauvegardes et les disques',
    scores: 'Les notes',
    stability: 'La stabilité',
    resilience: 'La résilience',
    scalability: "L'extensibilité",
    observability: "L'observabilité",
  },
  /** What the assistant's router throws away, said otherwise. */
  kept: (text: string): string =>
    text
      .replace(/\berreurs?\b/gi, 'échec')
      .replace(/erreur/gi, 'échec')
      .replace(/non[\s-]+reconnu/gi, 'inconnu'),
} as const;
