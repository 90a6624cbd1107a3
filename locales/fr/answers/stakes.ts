import type { Dimension } from '../../../skill/audit/define.ts';
import { own } from '../../own.ts';

/** What a violation endangers, in one sentence, where the dimension alone does not say it. A code that is not here has the sentence of its dimension. */
const byCode: Readonly<Record<string, string>> = {
  'NODE-001': "Ce qu'il servait échoue, ou retombe sur les autres nœuds.",
  'NODE-002': 'La première demande attendra un chargement, ou sera refusée.',
  'NODE-003': "L'assistant ne peut plus se servir de ce nœud.",
  'NODE-004': "N'importe qui sur ce réseau peut se servir du nœud, et lire ce qu'on lui confie.",
  'NODE-005': 'Les modèles de ce nœud ne servent plus.',
  'NODE-006': 'Les demandes faites à ce modèle seront refusées.',
  'NODE-007': 'Les réponses de ce modèle sont lentes.',
  'NODE-008': 'Le nœud paraît en marche, mais ne produit rien.',
  'NODE-009': 'Ce que cette commande sert manque.',
  'NODE-010': 'Les outils de ce serveur manquent aux agents.',
  'NODE-011': 'Deux versions ne se comportent pas de la même façon : les pannes deviennent difficiles à comprendre.',
  'NODE-012': "L'assistant ne peut pas faire ce qui est promis.",
  'NODE-013': 'Une page web ouverte par mégarde pourrait se servir du nœud.',
  'GPU-001': 'Les modèles risquent de tourner sur le processeur, ou pas du tout.',
  'GPU-002': "La carte va ralentir, puis s'arrêter pour se protéger.",
  'GPU-003': 'Le prochain modèle ne tiendra pas en mémoire vidéo.',
  'GPU-004': 'Il manque de la mémoire vidéo, et les modèles se serrent ailleurs.',
  'SYS-001': 'Un disque plein arrête les journaux, les sauvegardes et les modèles.',
  'SYS-002': 'Plus aucun fichier ne pourra être créé.',
  'SYS-003': "Plus rien ne s'enregistre.",
  'SYS-004': 'Le système va tuer un programme pour retrouver de la place.',
  'SYS-005': 'Tout répond plus lentement.',
  'SYS-006': 'Des failles connues restent ouvertes.',
  'SYS-007': 'Les mises à jour installées ne protègent pas encore.',
  'SYS-008': 'Les journaux se datent mal et les jetons expirent à contretemps.',
  'SYS-009': 'Le disque peut lâcher avec ses données.',
  'NET-001': 'Ce service ne rend plus rien.',
  'NET-002': "Quelque chose tourne que personne n'a déclaré.",
  'NET-003': "N'importe quelle machine du réseau peut s'y connecter.",
  'NET-004': "L'un des deux ne répond pas quand on l'appelle.",
  'NET-008': "Tout ce qui s'atteint par un nom reste invisible.",
  'OBS-007': "Le jour de la panne, il n'y aura rien à lire.",
  'DATA-008': "En cas de perte, tout ce qui date d'après la dernière sauvegarde est perdu.",
  'DATA-009': "Une sauvegarde jamais restaurée n'est peut-être pas restaurable.",
  'ARCH-001': 'Une seule panne suffit à tout perdre de ce qui en dépend.',
  'ARCH-002': 'À la première panne, cette capacité disparaît.',
  'ARCH-003': "Sans ce lien, plus d'accès extérieur.",
};

const byDimension: Readonly<Record<Dimension, string>> = {
  stability: "Le service peut s'interrompre.",
  resilience: 'Une panne ne serait pas rattrapée.',
  security: "Quelqu'un pourrait s'en servir ou lire ce qui ne le regarde pas.",
  scalability: "Il n'y a pas de place pour plus de travail.",
  multimodal: "L'assistant ne peut pas faire tout ce qui est promis.",
  observability: 'Une panne passerait inaperçue.',
};

/** What it endangers. */
export const stakes = {
  of: (code: string, dimension: Dimension): string => own(byCode, code) ?? byDimension[dimension],
} as const;
