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
    summary: 'le système',
    architecture: "l'architecture",
    nodes: 'les nœuds',
    topology: 'la topologie',
    multimodal: 'le multimodal',
    risks: 'les risques',
    security: 'la sécurité',
    performance: 'les performances',
    persistence: 'les sauvegardes et les disques',
    scores: 'les notes',
    stability: 'la stabilité',
    resilience: 'la résilience',
    scalability: "l'extensibilité",
    observability: "l'observabilité",
  },
  /** What the assistant's router throws away, said otherwise. */
  kept: (text: string): string => text.replace(/erreur/gi, 'échec').replace(/non[\s-]+reconnu/gi, 'inconnu'),
} as const;
