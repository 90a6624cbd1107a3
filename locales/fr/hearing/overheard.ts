import type { Overheard } from '../../../intents/vocabulary.ts';

const OUR = 'audit|audits|audite|cluster|clusters|diagnostic|diagnostics|grappe';
const AUDIT = 'audit|audits|audite|diagnostic|diagnostics';
const AN = 'un|une|des|d|l|le|la|les|du|de|cet|ce|notre';
const WHOSE = 'mon|ma|mes|ton|ta|tes|son|sa|ses|notre|nos|votre|vos|leur|leurs|le|la|les|l|un|une|des|certains|quelques';
const PEOPLE =
  'collègue|collègues|frère|frères|sœur|sœurs|fils|fille|père|mère|papa|maman|oncle|tante|cousin|cousine|voisin|voisine|voisins|chef|cheffe|chefs|patron|patronne|boss|prof|professeur|ami|amie|amis|pote|potes|copain|copine|stagiaire|prestataire|client|cliente|clients|mari|femme|équipe|dsi|directeur|directrice|technicien|expert|experts|spécialiste|spécialistes|gens|grand père|grand mère|beau frère|belle mère|comptable|consultant|formateur|médecin|manuel|doc|documentation|livre|site|tuto|article|guide';
const SOMEBODY = `((${WHOSE}) [ancien|ancienne|petit|petite|grand|grande|autre|nouveau|nouvelle] (${PEOPLE})|papa|maman|tonton|tata|mamie|papy|quelqu un|tout le monde|les autres)`;
const SAYS =
  'dit|disent|disait|disaient|répète|répètent|répétait|pense|pensent|pensait|croit|croient|affirme|affirment|prétend|prétendent|soutient|estime|estiment|raconte|racontent|jure|explique|conseille|conseillent|recommande|recommandent|préconise|préconisent|suggère|exige|insiste|rabâche';
const OFTEN =
  'toujours|souvent|sans arrêt|sans cesse|tout le temps|encore|aussi|parfois|régulièrement|chaque fois|à chaque fois|constamment|jamais';
const HABIT = 'toujours|souvent|sans arrêt|sans cesse|tout le temps|parfois|régulièrement|chaque fois|constamment|jamais';
const MUST =
  'il faut|il faudrait|il vaut mieux|faut|on doit|on devrait|tu dois|tu devrais|je dois|je devrais|je devais|tu devais|on devait|il fallait|il suffit';
const WHAT_IS_SAID = 'je|j|on|le|la|les|l|il|elle|ils|elles|nous|tu|mon|ma|mes|un|une|c|ça|tout|ce|cet|cette|notre|nos|m|tout';
const DO =
  'lancer|relancer|démarrer|faire|refaire|programmer|planifier|annuler|arrêter|auditer|commencer|exécuter|effectuer|demander|déclencher|réaliser';
const DOES = 'lance|fais|fait|démarre|programme|planifie|annule|arrête|audite|déclenche|commence|demande';
const FIX = 'corrige|répare|règle|arrange|résous|améliore|débloque|dépanne|remédie|soigne|fixe|patche';
const MEASURE =
  'recommandation|recommandations|correction|corrections|correctif|correctifs|réparation|réparations|action|actions|mesure|mesures|conseil|conseils|solution|solutions|suggestion|suggestions|remédiation|remédiations|préconisation|préconisations|plan|étape|étapes|nécessaire';
const HARD = 'cher|long|utile|compliqué|dur|risqué|dangereux|gratuit|payant|pénible|obligatoire|nul|inutile|difficile|facile|chiant';
const RANK = 'première|premier|deuxième|seconde|second|troisième|dernière|dernier|premières|deux|trois|prochaine|autre|autres';
const BEFORE = 'bon|ben|bah|ok|okay|alors|oui|ouais|et|eh bien|d accord|jarvis|hey|allez|bien|parfait|donc|du coup|super|merci|maintenant';
const OPEN = `^ [${BEFORE}] [${BEFORE}] [${BEFORE}] [tu peux|peux tu|pourrais tu|tu pourrais|veux tu|tu veux|je veux que tu|il faut que tu] [bien|me|nous] [vas y|allez y|allez] [${BEFORE}]`;

/** What no words beside it make a request to us. */
export const overheard: Overheard = {
  'not-for-us': [
    // what others say, or always say
    `${SOMEBODY} [me|nous|lui|m|y] [a|ont|avait] (${SAYS}|dit|répété|conseillé|recommandé|raconté|suggéré) [${OFTEN}] (que|qu|de|d)`,
    `${SOMEBODY} [me|nous|lui] (${SAYS}) [${OFTEN}] (un|une|l|des) (${OUR})`,
    `(il|elle|ils|elles|on) [me|nous|lui|leur|te|vous] (${SAYS}|demande|demandent|réclame|réclament|veut|veulent) (${HABIT})`,
    `(il|elle|ils|elles) [me|nous|lui|leur] (${SAYS}) (que|qu) [_] (${MUST})`,
    `${SOMEBODY} (veut|veulent|voulait|voulaient|voudrait|aimerait|souhaite|demande|demandait|exige|exigeait|tient à ce|tenait à ce|a demandé) (que|qu) (je|j|on|nous|il|elle) (lance|lances|lancions|fasse|fassions|audite|programme|planifie|vérifie|démarre|annule|arrête)`,
    `(il paraît|paraît|il paraîtrait|paraît il|il semblerait|il est dit|il est écrit|on dit|on raconte|on prétend|l on dit|certains disent|j ai (lu|entendu|entendu dire|appris|vu)) (que|qu) [tu|vous|on|c est|pour|des fois|parfois] (${MUST}|un audit|une|l audit|les audits|le mieux)`,
    `(d après|selon) ${SOMEBODY}|dans ${SOMEBODY} (${MUST}|un audit|lance|on)`,
    '(on|il|elle|ils|elles|quelqu un) (m|nous|lui|leur|t|vous) (a|ont|avait|avaient) [toujours|souvent|déjà|fortement|vivement] (conseillé|recommandé|suggéré|dit qu il faut|dit qu il fallait|dit qu il faudrait)',
    // what is to be said to others
    `(dis|dites|dire|annonce|annoncez|annoncer|rappelle|rappelez|signale|signaler|explique|expliquer|précise|préviens|confirme|fais savoir|répète|réponds|répondez) (à|au|aux) (_|(${WHOSE}) _|tout le monde) (que|qu) (${WHAT_IS_SAID})`,
    `(dis|dites|dire|annonce|rappelle|signale|explique|précise|confirme|répète|réponds|fais) (lui|leur) [savoir|bien|juste] (que|qu) (${WHAT_IS_SAID})`,
    `(préviens|prévenez|prévenir|avertis|avertir|informe|informer|contacte|appelle|appeler|rappelle|rappeler|rassure) ${SOMEBODY}|(préviens|prévenez|prévenir|avertis|avertir|informe|informer|rassure) (la|le|lui|les)`,
    `(demande|demandez|demander|ordonne|propose|conseille|interdis|apprends) (à|au|aux) ${SOMEBODY} (de|d|s il|si|comment|où|ce|pourquoi)`,
    '(demande|demandez|propose|conseille) (lui|leur) (de|d|s il|si|comment|où|ce|pourquoi)',
    // what a word means, what we can do
    `(c est quoi|c quoi|cest quoi|qu est ce que c est|qu est ce qu|qu est ce que|qu est ce que c est qu|c est quoi donc|kesako) [ça] (un|une|des|d) [_] (${OUR}|odit|système|nœud)`,
    `(un|une|l|les|des) (${OUR}|nœud) [_] (c est quoi|qu est ce que c est|kesako|ça sert à quoi|à quoi ça sert|ça consiste en quoi)`,
    `(définis|définir|définissez|définition|synonyme|étymologie|orthographe|pluriel) [de|d|du] [la notion de|ce qu est] [${AN}] [mot|terme] (${OUR})`,
    `(que|qu est ce que) (veut dire|signifie|ça veut dire) [le|l|un|une] [mot|terme] (${OUR})|(ça|cela) (veut dire|signifie) quoi [le|l|un|une] [mot|terme] (${OUR})|(le|ce|du) (mot|terme) [de|d] (${OUR}|système)`,
    `(à quoi (sert|servent)|à quoi ça sert|ça sert à quoi|quel est l intérêt|quelle est l utilité) [de|d] [faire|lancer] [${AN}] (${OUR})|pourquoi (faire|lancer|programmer|refaire) [${AN}] (${OUR})`,
    `autre chose (que|qu) [${AN}] [faire|lancer] [${AN}] (${OUR})|(à part|hormis|excepté|en dehors|en plus) [de|d] [faire|${AN}] [${AN}] (audit|audits)|(tu|vous) (sais|savez|peux|pouvez) faire (quoi|autre chose)|(que|qu est ce que) (sais|savez|peux|pouvez) (tu|vous) faire`,
    `(sais|savez|peux|pouvez|fais|faites) (tu|vous) [faire] (des|d autres|les) (audits|diagnostics)|(tu|vous) (sais|savez|fais|faites) [faire] [souvent|aussi|parfois|toujours] (des|d autres|les) (audits|diagnostics)|(est ce que|est-ce que) (tu|vous) (sais|savez|fais|faites) [faire] (des|les) (audits|diagnostics)`,
    `(comment|que dire|quoi dire|que dois je dire|quoi je dis|qu est ce que (je dis|je dois dire|il faut dire)|quelle (phrase|commande)|que (faut il|faut-il) [dire|faire]|comment (je fais|on fait|faire|fait on|dois je faire|puis je|je peux|peut on|on peut|je dois)) [pour] (${DO}) [${AN}] (${AUDIT})`,
    `comment [est ce qu|est ce que|est-ce qu|est-ce que] (je|on|tu|nous) (${DOES}) [${AN}] (${AUDIT})`,
    `(vaut|vaudrait) [il|t il] le coup|(audit|audits) ou pas (audit|d audit)|l avis (du|de|des) (cluster|système|nœuds)`,
    `(qui|lequel) (peut|doit|va|sait|veut|devrait) (${DO}) [${AN}] (${AUDIT})|pourquoi (tu|vous|on|je) (lances|fais|faites|lance|fait|veux|voulez) [${DO}] [${AN}] (${AUDIT})|pourquoi (lances|fais|faites|veux|voulez) (tu|vous) [${DO}] [${AN}] (${AUDIT})`,
    `(est ce|est-ce|est il|c est|ce n est pas|c est pas) [vraiment|trop|très|si|bien] (${HARD}) [de|d|que|qu] [faire|lancer] (un|l|les|des) (${AUDIT})|(un|l|les|des) (${AUDIT}) [ça] (c est|est ce|est-ce) [vraiment|trop|très|toujours] (${HARD})|ça (fait|change|consiste) [en] quoi [de|d] [faire|lancer] (un|des) (${AUDIT})`,
    `(que|qu est ce que|qu est ce qu|quoi) [tu|vous|il|on] (vérifie|vérifies|vérifiez|contrôle|contrôles|regarde|regardes|teste|testes|mesure|mesures) [exactement|donc] [pendant|lors|dans|avec|quand tu fais] [de|d] (un|une|l|ton|cet|ces) (${AUDIT})|(parle|parlez|parler) [moi|nous|m] (des|d|de) (audits|clusters)|ce (qu|que) (est|sont|c est qu) (un|une|des|les) (${OUR})`,
    `^ [${BEFORE}] [${BEFORE}] (pourquoi pas|[et toi] comment (ça|tu|vous) (va|vas|allez) [toi|vous|aujourd hui]|je note [ça]) $|pourquoi (tu|vous) (parles|parlez|cries|ris)`,
    // what should have been, and what somebody does himself
    '(j|je|tu|on|nous|vous|il|elle|ils|elles|qu on|qu il) [n] (aurais|aurait|aurions|auriez|auraient) [jamais|bien|pas|mieux|peut-être|quand même|vraiment] (dû|fallu|mieux fait)|(si seulement|dommage (que|qu)|(il|t) fallait (lancer|faire|auditer))',
    `(je|j|on|nous) (vais|irai|va|allons|ferai|lancerai|lance|fais|compte|préfère) [_] [_] [_] (moi même|nous mêmes|tout seul|toute seule|à la main)|laisse [moi] je (lance|fais|m en occupe)|je m occupe (de|d|du) [${AN}] (${OUR})`,
    `(normalement|d habitude|d ordinaire|habituellement|en général|en temps normal) (on|je|nous|j|ils|tu|il|elle) (${DOES}|font|faisons|lançons)|(on|je|nous|ils|il|elle) (fait|fais|faisons|font|lance|lancent|lançons) (${HABIT}) [${AN}] (${AUDIT})`,
    `(tu|t|vous) (as|avez) [déjà|encore|bien|vraiment|souvent|jamais] (lancé|fait|démarré|exécuté|programmé|annulé) [${AN}] (${AUDIT})|(as|avez) (tu|vous) [déjà|encore|bien|vraiment] (lancé|fait|démarré|exécuté|programmé|annulé)|(avais|avait|avions|ai|a|avons) (pensé|failli|envisagé) [à|de|d] [${DO}] [${AN}] (${AUDIT})`,
    `(un|le|mon) (rappel|pense bête|mémo) (pour|de|sur|à propos)|(assez|marre|ras le bol|trop|fatigué) (de|d) [l|ces|tes|vos|des|tous] (audits|diagnostics)|tout le monde (me|nous) (demande|réclame)|(arrête|arrêtez) (ton|votre) char`,
    `(différence|différences|distinction) entre (un|une) _ et (un|une)|(l|cet|ton|notre) (${AUDIT}) s est [très|plutôt|assez] [bien|mal] (passé|déroulé|fini|terminé)|tu parles (d|de) (un|une|l)|^ (quel|quels) (${AUDIT}) $`,
    `(cluster|système|serveur|nœud|audit|rapport|score|bureau) (de|d) (mon|ma|ton|ta|son|sa) (collègue|voisin|voisine|ami|amie|pote|copain|beau frère)|(corriger|réparer|arranger|améliorer|soigner|aider) (mon|ma|mes) (fils|fille|frère|sœur|mari|femme|chien|chat|couple|mariage)|(performance|performances) au (lit|travail|volant)`,
    'pourquoi [est ce qu] (il|fait il) [fait] [si|aussi|encore|tellement] (froid|chaud|nuit|noir|sombre|moche|beau) $|(neuf|nouveau|changé) (chez|avec|pour) (toi|vous|elle|lui|eux)|quoi de neuf docteur',
    '(on|j|je|nous) en (parlait|parlais|parlions|discutait|discutais)|(dis|dites) (bonjour|bonsoir|merci|au revoir|coucou|salut) à|(tu|vous) (aimes|aimez|adores|détestes|préfères) |je sais [déjà|bien|très bien] (pourquoi|tout ça|tout cela|comment)',
    // what is only written down
    '(mets|mettre|mettez|note|noter|notez|ajoute|ajouter|ajoutez|inscris|inscrire|écris|marque) [moi|le|ça|donc] [_] (dans|sur|à) (ma|mes|la|les|une|l|notre|nos) [_] (liste|listes|tâche|tâches|todo|notes|note|courses|pense bête|carnet|tableau|post it|frigo)',
    // how loud it is
    `(monte|montez|monter|baisse|baissez|baisser|augmente|diminue|remets|mets) (le|du|la) (son|volume|musique)|^ [${BEFORE}] [un peu|beaucoup|encore] [un peu] (plus|moins|trop) (fort|haut|bas|de son|de volume|de musique|de basses) $`,
    '(ça|cela) (devrait|doit|va) (aller|être|marcher) [_] mieux|c est [déjà|beaucoup|bien|quand même] mieux (comme|ainsi|que rien)',
  ],
  refused: [
    `(remets|remet|remettez|relève|ramène) (le|la|les|ça|moi ça|moi le) [tout] [de suite] (en|sur|d|à) (marche|route|ligne|état|aplomb|pied|service|jour|zéro|la vie)|${OPEN} (le|la|les) (remettre|relever|ramener|rallumer|réparer|corriger) [en|sur|d|à] [marche|route|ligne|état|aplomb|pied|service|jour|zéro|la vie]`,
    `${OPEN} (exécute|exécutes|exécuter|exécutez|applique|appliques|appliquer|appliquez|réalise|effectue|effectuer|suis|suivre|déroule|lance|lancer|fais|faire|faites|mets en œuvre|mettre en œuvre|mets en place|implémente) (la|les|le|ta|tes|cette|ces|l|vos|toutes les|toutes tes) [${RANK}] [${RANK}] (${MEASURE})`,
    `${OPEN} (${FIX}|corriger|réparer|régler|arranger) (le|la|les|ça|cela|tout|moi ça|moi tout|tout ça) [toi|vous] [même] [${BEFORE}|s il te plaît|stp|maintenant|tout de suite|toi même] $`,
    `${OPEN} (fais|faites|faire|applique|appliquer|exécute|exécuter|mets en œuvre) (ce|tout ce) (que|qu) [tu|vous|il] (recommandes|recommandez|conseilles|conseillez|proposes|proposez|suggères|suggérez|faut|préconises)`,
    `(vas y|allez y) [${BEFORE}] (${FIX})|(${FIX}|corrections|correction|réparation|réparations|fais le|fais ça|faites le) (toi|vous) même`,
  ],
  negated: [
    '(tu|vous) [n] (as|avez) pas à [m|me|nous|le] (expliquer|détailler|répéter|redire|comparer|préciser|justifier)',
    '(pas|plus|nul) (besoin|la peine|utile|nécessaire|la nécessité|envie) (de|d|que|qu) [tu|vous] [m|me|nous|le|la|tout] (expliqu*|expliquer|expliques|détailler|détailles|répéter|répètes|redire|redises|comparer|compares|préciser|précises|développer|développes|justifier|conseiller|épiloguer|approfondir|insister)',
    '(inutile|superflu) (de|d|que|qu) [tu|vous] [m|me|nous|le|la|tout] (expliquer|expliques|détailler|détailles|répéter|répètes|redire|redises|comparer|compares|préciser|précises|développer|développes|justifier|conseiller|épiloguer|approfondir|insister)',
  ],
};
