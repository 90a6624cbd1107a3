import type { Vocabulary } from '../../../intents/vocabulary.ts';

export const sections: Vocabulary['sections'] = {
  architecture: ['architecture|architectures|archi'],
  nodes: ['(section|partie|chapitre|rubrique|volet) [des|les|sur les] (nœuds|nodes|machines)'],
  topology: [
    'topologie|topologies|(la|une) topo|(carte|schéma|organisation|agencement|câblage|architecture) [du|de] réseau|comment (est|sont) (organisé|organisée|organisés|organisées|relié|reliés|reliée|reliées|connecté|connectés|connectées|câblé|câblés|câblées|branché|branchés|branchées|interconnectés|interconnectées|agencé|agencés|agencées|répartis|réparties) [le réseau|les machines|les nœuds|le cluster]|comment (le réseau|les machines|les nœuds|le cluster|le système) [du cluster|du système] (est|sont) (organisé|organisés|relié|reliés|reliées|connecté|connectés|connectées|câblé|câblés|branchés|branchées|interconnectés)|qui (parle|cause|est relié|est connecté) à qui|cartographie|topologie [du|de] [cluster] réseau|plan du réseau|topologie du réseau',
  ],
  multimodal: [
    'multimodal|multimodale|multimodaux|multimodales|multimodalité|multi modal|multi modale|multi modalité|multi-modal|(capacité|capacités) (multimodale|multimodales)',
  ],
  risks: [
    'risque|risques|menace|menaces|vulnérabilité|vulnérabilités|points faibles|point faible|faille|failles|faiblesse|faiblesses|fragilités|ce qu on risque|qu est ce qu (on risque|nous risquons)|que (risque t on|risquons nous)|on risque quoi|(qui|qu est-ce qui) [nous|te|me] (menace|menacent|risque [de|d]|peut nous tomber dessus|nous pend au nez)|danger|dangers|points de (défaillance|rupture) [uniques|unique]|ce que je risque',
  ],
  security: [
    'sécurité|en sécurité|cybersécurité|cyber sécurité|sécurité informatique|cyber|sécu|sécurités|(est|sont|est il|est elle|sont ils|sommes nous|on est|nous sommes) [bien|assez|suffisamment|correctement|vraiment] (sécurisé|sécurisée|sécurisés|sécurisées)|plus (sûr|sûre|sûrs|sécurisé|sécurisée)',
  ],
  performance: ['performance|performances|perf|perfs|latence|latences|temps de réponse'],
  persistence: [
    'persistance|persistence|sauvegardes|backups|backup|la sauvegarde|données persistantes|persistance des données|persistances|(mes|les|nos|toutes les|ses) données [sont] [elles|t elles] [bien|toutes] (sauvegardées|sauvées|copiées|persistées|à l abri)|[la|les] (sauvegarde|sauvegardes) (a|ont) [bien|t elle|t elles] (marché|fonctionné|tourné|réussi|été faite|été faites|eu lieu)|(sauvegarde|sauvegardes) (automatique|automatiques|quotidienne|quotidiennes)',
  ],
  scores: [
    "scores|notes|les notes (globales|finales)|(note|score|notation) (globale|global|générale|général|finale|final|moyenne|moyen|d'ensemble)|tous les scores|toutes les notes|tableau des scores",
  ],
  stability: ['stabilité|stabilités|[soit|soient|devienne|deviennent|reste] plus (stable|stables)'],
  resilience: [
    'résilience|résiliance|tolérance aux pannes|redondance|haute disponibilité|résistance aux pannes|résiliences|résilient|résiliente|résilients|résilientes|[soit|soient|devienne] plus (résilient|résiliente|résilients)',
  ],
  scalability: [
    "scalabilité|passage à l'échelle|montée en charge|évolutivité|extensibilité|scalabilités|mise à l'échelle|élasticité|scalable|scalables|plus scalable|(encaisser|absorber|supporter) (la charge|plus de charge|une montée en charge)",
  ],
  observability: ['observabilité|monitoring|supervision|observabilités|observable|plus observable|mieux observé'],
};
