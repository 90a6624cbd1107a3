import type { PlainConcept } from '../../../intents/concepts.ts';

/** What it is about, by other names. */
export const nouns: Readonly<Partial<Record<PlainConcept, readonly string[]>>> = {
  audit: ['à l audit|(ce|le|ton) run|auditage|audite|odite|audité|audités|auditée'],
  exam: ['auscultation|check list|checklist|passe complète|ronde|tournée|screening|contrôle|vérif|vérification|vérifications|revue|tour'],
  system: [
    'système (entier|informatique|local)|toute la (boutique|baraque|maison|plateforme|plate-forme|stack|bécane)|(l|toute l|notre|mon) (installation|infra|infrastructure)|bazar|matos|matériel',
  ],
  cluster: [
    '(cet|ce|le|du|notre|mon|ton) cluster (là|de calcul|de machines|entier|complet|ia)|(ordinateurs|machines|serveurs) (d intelligence artificielle|d ia|du cluster|de calcul)|claustère|cloustère|(le reste|le restant|l ensemble|la totalité|toutes les machines|tous les nœuds) du cluster',
  ],
  nodes: [
    '(une|aucune|quelle|quelque|l une des) (machine|machines|bécane|bécanes)|(un|aucun|chaque|quelque|l un des|un des|aucun des|quel) (nœud|nœuds|node|serveur|machine)|toutes (les|ces|mes|nos) machines|tous (les|ces|mes|nos) (nœuds|nodes|serveurs)|nœux|noeux',
  ],
  'node-word': ['proxy|la machine|box|bécane|carte|le proxy|la bécane|nœud numéro|machine principale|le petit|la brave'],
  score: [
    '(notre|nos) (score|scores|note|notes)|(on|nous) (a|avons) eu combien|combien (on a|a t on|avons nous|nous avons) (eu|obtenu)|appréciation|cotation|moyenne|barème|total|valeurs|verdict chiffré|pointages|mention|chiffres|résultat|taux|mesure',
  ],
  report: ['verdict|verdicts|bulletin|restitution|retour|relevé|relevés|mesures|conclusions|constats|rapport complet|historique'],
  everything: [
    'tout ça|le tout|tout le bazar|le reste|le restant|chaque|chacun|chacune|l un|l une|tous ensemble|globalement|personne|quelqu un|quelque chose',
  ],
  it: [
    'ce truc|cette chose|là dessus|celui ci|celle là|celle ci|ces|celui là|ceux là|celles ci|le reste|l autre|les autres|même chose|la même chose|pareil|ça même|un autre|une autre|celle|celles|ceux',
  ],
  first: [
    "en premier (lieu|ressort)|en tout premier|tout d'abord|d'abord|avant (tout|toute chose|le reste)|au plus (pressé|urgent)|en urgence|numéro un|le plus|la plus|les plus|top",
  ],
  degree: [
    '(j ai|on a|tu as|nous avons|vous avez|tu (me|nous) (donnes|mets)) [eu] (que|qu|seulement|droit à|juste|à peine)|si peu|aussi peu|(si|aussi|trop|tellement|très|tout) (bas|basse|nul|nulle|mauvais|mauvaise|faible|pauvre|moche|poche|pourri|médiocre|loin|rouge|maigre|minable|juste)|bas|basse|faible|peu|une telle|un tel|telle|tel|pareille|pareil|mauvaise|maigre|minable|poche|plate|plat|de même|que ça|à ce point|[pas|n a pas] (la note|le score|la moyenne) (maximale|maximal|max|parfaite|parfait)|pas (la note maximale|le maximum|au maximum|bonne|bon|terrible|fameux|fameuse|brillant|parfait|parfaite|mieux)|en dessous|sous la moyenne|(septante|huitante|nonante|octante)|plafonne|plafonner|plafonnons|stagne|on (tape|plafonne|stagne) [que|à]|(n|ne) (a|ont) (que|qu|pas)|(c est|est) (aussi|si|trop) (nul|bas|mauvais)',
  ],
  plain: [
    "(avant|après|depuis) (la|le|l|mon|ma|notre) [dernière|dernier] (panne|coupure|passage|départ|tempête|orage|mise à jour|garde|tournée|absence|déplacement) [de courant|de ce matin|d'hier]|(à|au) [la|l] (orage|panne|coupure|tempête|redémarrage|mise à jour|nuit|canicule)|en mon absence",
  ],
  'that-time': ['(ce|cet|cette|à ce|à cette|pour cette|pour ce) (jour|moment|heure|instant|soir|date) là|à ce moment'],
  before: [
    '(depuis|avant|après) (la|le|l|mon|ma|notre) [dernière|dernier] (panne|coupure|passage|départ|tempête|orage|mise à jour|redémarrage|garde|tournée|absence|déplacement)|fois|depuis|en mon absence|ce temps là',
  ],
  mean: ['ça veut dire quoi|qu est ce que ça veut dire|définition|le sens'],
  running: [
    'que (j ai|je t ai|on a|nous avons|je viens de|je t avais|j avais|tu as|on avait) (demandé|lancé|programmé|planifié|prévu|inscrit|mis|calé|réclamé)|que tu fais|qui (tourne|est lancé|est prévu|devait|doit|est programmé|était prévu|était agendé)|en cours de route|agendé|agendée|inscrit|calé',
  ],
  told: [
    '(je|j|il|elle|ils|elles) (lance|lancent|fait|font|programme|programment|audite|auditent|planifie|planifient|lancerai|ferai|auditerai|lancera|fera|auditera|démarre|relance) (un|une|l|des|son|leur|mon|notre|le) (audit|audits|système|cluster|diagnostic|contrôle|bilan)|je fais (un|l|mon|des) (audit|audits|diagnostic|bilan|contrôle)',
    '(tu|vous) (sais|savez) ce (qu|que|qui) [est|c est] [un|une|l] [audit|cluster]|(on|j|il|elle|nous|ils|elles) (a|ai|avons|ont|aura|aurons|auront|avait|avais|avions|passe|passons|subit|subissons|attend|attendons|prépare|préparons) [encore|déjà|bientôt] (un|une|l|des|notre|mon|ton|son|leur|cet) [gros|grosse|petit|autre|nouvel|premier|dernier] (audit|audits|contrôle|diagnostic|bilan)|(veut|veulent|exige|exigent|attend|attendent|réclament|subit|subissent|prépare|passent) [absolument|encore] (un|une|des|l|son|leur) (audit|audits)|(sais|savez|sait) [tu|vous] [bien] ce (qu|que) (est|c est qu|sont) [un|une|des|les]|(est|sont|était|étaient) en audit|(audit|audits) (est|sera|était|tombe|a lieu|aura lieu|approche|commence) [prévu] (demain|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|aujourd hui|ce soir|ce matin|à|dans|le|la semaine|long|bientôt)|(bel|super|bon) audit|(c est|c était) (l|un|notre|mon) audit',
    'si (tu|vous|on|il|elle|je) (lances|lancez|lance|fais|faites|fait|audites|auditez|audite|programmes|programmez|programme|vérifies|vérifie)|(mon|ma|mes|ton|ta|son|sa|le|la|un|une|notre|leur) (collègue|frère|sœur|fils|fille|père|mère|cousin|cousine|voisin|voisine|chef|patron|boss|prof|ami|amie|pote|copain|copine|stagiaire|prestataire|client|mari|femme|beau frère|papa|maman|équipe|dsi|directeur|technicien) [me|nous|lui] (programme|lance|fait|audite|planifie|vérifie|annule|démarre|contrôle|analyse)|plus (vite|fort|bas|haut)|(merci|bravo|félicitations|chapeau|désolé) (pour|de|du) (l|cet|ton|ce|cette|le|tes|ces|les)|(rappelle|rappelez|rappelles|rappeler) (moi|nous) (de|d)|(qui|c est toi qui|est-ce toi qui|c est lui qui|c est elle qui|lui qui) (fais|fait|font|lance|s occupe|gère|audite|vérifie)|(c est|était|c était) (quand|où|quel jour)|(où|quand) (est|sont|était|a lieu|ont lieu|aura lieu|se trouve|se trouvent)|(combien|ça) (de temps|coûte)|(combien de) (temps|gens|personnes|fois)|(vient|viens|viennent) de (faire|lancer|finir|vérifier|passer|terminer)|(faisait|faisaient|lançait|lançaient|annulait|annulaient|programmait|vérifiait) [toujours|souvent|jamais]|je vous présente|(audits|audit) (tournait|tournaient|était|étaient|a duré|m a|a été|fut)|avec (quel|quelle|quels|quelles) (logiciel|outil|programme|machine)|(avec|grâce à) (m 1|m 2|m 3|gemini)|si je (lançais|faisais)',
  ],
  denial: [
    '(t|vous) (occupe|occupez) pas (de|d|du|des)|je m en (passe|passerai|fiche|fous|moque|balance|tape|tamponne|contrefiche)|(on|nous) s en (passe|passera|fiche|fout|moque)|on se passera (d|de)|peu m importe|(ça|cela) m est égal|sans façon|sans moi|(très peu|pas) pour moi|nul besoin (de|d)|(aucun|pas) (besoin|envie|intérêt) (de|d)|(t|vous) avise[z] pas|hors de question|(lanc*|relanc*|démarr*|fais|fait|faites|refais|refait|expliqu*|répèt*|redis|redites|dis|dites|détaill*|développ*|audit*|vérifi*|contrôl*|analys*|programm*|planifi*|compar*|donn*|montr*|conseill*|recommand*|parl*|raconte) [moi|nous|le|la|les|lui|m|me|toi] (pas|rien|jamais)|pas plus [d|de] (audit|audits|détails|contrôle|vérification)|(ça|cela) [ne] (sert|servirait) à rien|pas question|plutôt mourir|zéro (audit|vérification|contrôle)|(personne|nul) ne|plus jamais (de|d)|fais tout sauf|tout sauf|garde toi bien|abstiens toi|dispense moi|épargne moi|fais l économie|j aimerais autant que tu n|nullement|aucunement|(on|je|nous) (verra|verrai|verrons) [ça|l audit|le reste] (plus tard|demain|après|une autre fois)',
  ],
};
