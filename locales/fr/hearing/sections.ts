import type { Vocabulary } from '../../../intents/vocabulary.ts';

export const sections: Vocabulary['sections'] = {
  architecture: ['architecture|architectures|archi'],
  nodes: ['(section|partie|chapitre|rubrique|volet) [des|les|sur les] (nœuds|nodes|machines)'],
  topology: [
    'topologie|topologies|(la|une) topo|carte [du] réseau|cartographie|topologie [du|de] [cluster] réseau|plan du réseau|topologie du réseau',
  ],
  multimodal: [
    'multimodal|multimodale|multimodaux|multimodales|multimodalité|multi modal|multi modale|multi modalité|multi-modal|(capacité|capacités) (multimodale|multimodales)',
  ],
  risks: [
    'risque|risques|menace|menaces|vulnérabilité|vulnérabilités|points faibles|point faible|faille|failles|faiblesse|faiblesses|fragilités|ce qu on risque|(qui|qu est-ce qui) [nous|te|me] (menace|menacent|risque [de|d]|peut nous tomber dessus|nous pend au nez)|danger|dangers|points de (défaillance|rupture) [uniques|unique]|ce que je risque',
  ],
  security: ['sécurité|en sécurité|cybersécurité|cyber sécurité|sécurité informatique|cyber|sécu|sécurités'],
  performance: ['performance|performances|perf|perfs|latence|latences|temps de réponse'],
  persistence: [
    'persistance|persistence|sauvegardes|backups|backup|la sauvegarde|données persistantes|persistance des données|persistances',
  ],
  scores: [
    "scores|notes|les notes (globales|finales)|(note|score|notation) (globale|global|générale|général|finale|final|moyenne|moyen|d'ensemble)|tous les scores|toutes les notes|tableau des scores",
  ],
  stability: ['stabilité|stabilités'],
  resilience: ['résilience|résiliance|tolérance aux pannes|redondance|haute disponibilité|résistance aux pannes|résiliences'],
  scalability: ["scalabilité|passage à l'échelle|montée en charge|évolutivité|extensibilité|scalabilités|mise à l'échelle|élasticité"],
  observability: ['observabilité|monitoring|supervision|observabilités'],
};
