import type { Vocabulary } from '../../../intents/vocabulary.ts';

/** What is said most, and looked for by ear. */
export const words: Vocabulary['words'] = {
  plain: [
    'le|la|les|l|un|une|des|du|de|d|au|aux|à|ce|cet|cette|ces|mon|ma|mes|ton|ta|tes|notre|nos|votre|vos|leur|leurs|son|sa|ses',
    'tu|vous|on|nous|me|m|te|t|se|s|y|en|toi|moi|lui|eux|et|ou|que|qu|qui|dont|sur|pour|dans|avec|par|si|comme|entre|chez|c|sont|est|es|soit|soient|être|sera|serait',
    "est-ce que|est-ce qu|est-ce|n'est-ce pas|pas vrai|ce que|ce qu|ce qui|il y a|y a-t-il|est-ce qu'il y a|y a",
    "s'il (te|vous) plaît|stp|svp|siouplait|silteplait|je (te|vous) prie|merci [bien|beaucoup|d'avance]|si (tu veux|vous voulez) [bien]|si (tu peux|vous pouvez)|si possible|si c'est possible|quand (tu peux|tu veux|tu auras le temps)|si (ça|cela) [ne] te (dérange|gêne|embête) pas|sans (te|vous) (presser|commander)",
    "(tu serais|vous seriez|tu es|sois|soyez) (gentil|gentille|sympa|mignon|aimable) [de]|(aurais-tu|auriez-vous|aie) la gentillesse de|aie l'amabilité de|(ce|ça) serait (bien|sympa|gentil|cool|top|super|parfait|chouette|génial|idéal|pratique|formidable|utile|mieux|l'idéal|pas mal|prudent|judicieux|aimable) [de|d|que|qu|si]|(j'aurais|on aurait|j'avais) (voulu|aimé|souhaité|besoin) [de|d|que|qu|avoir]|serait-il (envisageable|pensable|possible) [de|d|que]|est-il (envisageable|possible) (de|d)|(il est|il serait) (grand|plus que) temps (de|d|que)|l'extrême gentillesse|(ça|cela) (ne) me (ferait|déplairait) (plaisir|pas) [de|d|que]|ça me ferait plaisir [de|d|que]|y a-t-il moyen (de|d|que)|(y a|il y a) moyen (de|d|que)|moyen que|un grand merci|pardon|excuse-moi|excusez-moi|désolé",
    "(j'aimerais|je voudrais|je veux|je souhaite|je souhaiterais|j'apprécierais|je désire) [bien] [que|qu|de|d]|(j'ai|j'aurais|on a|on aurait) (besoin|envie) [de|d|que|qu]|(il me|il nous|me) (faut|faudrait)|il (faut|faudrait) [que|qu]|faut [que|qu]|faudrait [que|qu]|il serait temps [de|d|que]|il est temps [de|d|que]",
    '(tu|vous) (peux|pourrais|saurais|veux|voudrais|pouvez|pourriez|voulez|voudriez|sais|dois|devrais) [bien|me|nous|m]|(peux|pourrais|veux|voudrais|saurais)-tu [bien|me|nous|m]|(pouvez|pourriez|voulez|voudriez)-vous [bien|me|nous|m]|(tu|vous|on) (ne|n) (peux|pourrais|pouvez|pourriez|voudrais|peut|pourrait) pas|(tu|vous|on) (pourrais|pourriez|pourrait) pas|(ne|n) (peux|pourrais)-tu pas|(ne|n) (pouvez|pourriez)-vous pas',
    "(c'est|ce serait|ça serait|est-ce|est-il|il est|serait-il) possible [de|d|que]|possible de|(je peux|puis-je|je pourrais|pourrais-je|on peut|on pourrait|peut-on|pourrait-on) [avoir|voir|savoir|entendre|connaître|obtenir]|est-ce que (je|on) (peux|peut|pourrais|pourrait) [avoir|voir|savoir|connaître]|(je te|je vous) demande [de|d]|(je compte|compte) sur toi pour|charge-toi (de|d)|occupe-toi (de|d)|pense à|n'oublie pas (de|d)|n'hésite pas à|(tâche|essaie|essaye) (de|d)|j'attends [de toi]",
    "vas-y|allez|allez-y|allons-y|hop|bon|alors|donc|puis|ensuite|après|eh bien|et puis|eh|hé|oh|ah|ok|okay|d'accord|oui|ouais|dis|dis-moi donc|dis donc|dites|tiens|voilà|écoute|écoutez|salut|bonjour|bonsoir|coucou|hello|hey|hep|jarvis|djarvis|jarvi|mon (ami|vieux|grand|cher|gars|pote|chou)|mec|gars|chef|patron|très cher|au fait|du coup|en fait|genre|voyons|franchement|sérieusement|sinon|enfin|bref|tu sais|tu vois|hein|non",
    'là|là-bas|ici|juste|simplement|seulement|uniquement|vraiment|bien|un peu|un [petit|rapide] coup|petit|petite|petits|gros|grosse|bon|bonne|vrai|vraie|nouvel|nouveau|nouvelle|autre|exactement|précisément|justement|déjà|aussi|même|voire|peut-être|toujours|encore|plutôt|encore une fois|à nouveau|de nouveau|une (nouvelle|autre) fois|tout court|à la fois|ensemble|chacun|chacune|chaque',
    "maintenant|tout de suite|immédiatement|dès maintenant|dès que possible|sans (attendre|tarder)|actuellement|en ce moment|à l'instant|pour (le moment|l'instant)|à (l'heure actuelle|cette heure|ce stade)|présentement|aussitôt|illico|desuite",
    'au niveau (de|du|des)|du côté (de|du|des)|côté|concernant|à propos (de|du|des)|au sujet (de|du|des)|en (matière|termes) de|niveau|question|pour ce qui est (de|du|des)|vis-à-vis de|à la maison|de la maison|chez nous|de (jarvis|chez nous)|local|locale|locaux|actuel|actuelle|actuels|actuelles|courant|courante|général|générale|ia|gpu|gpus|principal|du jour|récent|récente',
    "je me (demande|demandais) [bien]|je (voulais|voudrais|veux|aimerais|souhaitais) (savoir|voir|être (sûr|sûre|certain|certaine)|m'assurer|avoir|comprendre)|je me pose des questions sur|(ça|cela) m (intéresse|intéresserait|arrangerait|arrange|aiderait|plairait|embêterait|rassurerait) [de|d|que|si]|(je préfère|je préférerais|j'apprécie|j'ai hâte|je tiens à|j'ai intérêt à) [que|qu|de|d]|on m'a demandé (si|de|d)|(on|quelqu'un) me demande (si|de|d)|pas mal (de|d|que)|si jamais|si (tu voulais|vous vouliez|tu pouvais|vous pouviez) [bien]|si (tu as|t'as|vous avez) (une minute|deux minutes|le temps|cinq minutes|un moment|une seconde)|(tu as|t'as) (une minute|deux minutes|le temps|un moment)|une minute|deux secondes|attends|attendez|minute",
    "veuillez|(auriez-vous|aurais-tu|ayez|aie|voulez-vous avoir|veuillez avoir|ayez donc) (l'amabilité|l'obligeance|la bonté|la gentillesse|la bienveillance|le temps|la patience) (de|d)|(sauriez|saurez|pourrez|pouviez|daignez|daignez)-vous|(sauriez|pourrez|daigneriez) vous|que (pouvez-vous|peux-tu|sais-tu|savez-vous)|quand (vous voudrez|tu voudras|vous pourrez|tu pourras|vous voulez)|je vous (prie|saurais gré) [de|d]|s'te plaît|steuplaît|steplaît|te plait|je vous en prie|s'il te plait s'il te plait|à (toi|vous) de jouer|(tu|vous) (sais|savez|saurais|sauras)|peux-tu|tu pourras|vous pourrez|pourras-tu|tu veux bien|tu voudrais",
    "[tu|vous|on|il|ça|nous|elle] [ne|n] (pourrais|pourriez|pourrait|saurais|sauriez|saurait|voudrais|voudriez|aurais|auriez|aurait|serait|seraient|ferais|feriez|ferait|dérangerait|gênerait|embêterait|irais|iriez) [pas] [tu|vous|on|il|elle|t il] pas|il n'y aurait pas|(ça|cela) [ne|n] te (dérangerait|gênerait|embêterait|dérange|gêne|embête) pas [de|d]|si (ça|cela) (te|vous) (va|convient|dit)|ou pas|ou non|oui ou non|par hasard|des fois|pas vrai",
    "ce jour|du moment|du coin|à cette heure-ci|à cette heure|ce coup-ci|cette fois|sur-le-champ|séance tenante|entendu|compris|tu veux|avoue|hein que|pas vrai|m'entends-tu|tu m'entends|tu es là|une [petite|vague|bonne] idée (de|du|des|sur)|quoi|que (dirais-tu|diriez-vous|penserais-tu|penses-tu) (de|d|du|des)|(et si|si) (tu|on|vous) (faisais|faisait|faisiez|lançais|lançait|lanciez)|(ça te|ça vous) (dit|dirait) (de|d)|(j'ai|on a) (l'impression|le sentiment) que|(tu|vous) (confirmes|confirmez)|prochain|prochaine|suivant|suivante|mieux|faut|faudrait|devrais|devrait|veut|vouloir|s'appelle|nommé|nommée|appelé|appelée|était|étaient|avait|avaient|valait|valaient|reste-t-il|là là|coudonc|pantoute|comme il faut|tantôt|une fois|à soir|maxi|demande|besoin|immédiat|immédiate|effectif|de nos|du moment|dorénavant|désormais|pile poil|a priori|à vrai dire|à ton avis|à votre avis|d'après toi|selon toi|d'après vous|selon vous|en réalité|finalement|au final|en gros|grosso modo|en clair|concrètement|informatique|prod|production|maison|perso|personnel|personnelle|interne|existant|existante|en place|pour moi|pour nous|moi avec|rester|restent|tous ensemble|donc|voir|plus que|je crois|il paraît|il me semble|on dirait|je pense|je trouve|je dirais|je sais|tu crois|tu penses|d'ailleurs|quand même|de suite|bonne|tout de même|au passage|vite|tout simplement|carrément|direct|directement|comme d'habitude|comme toujours|comme l'autre jour|comme hier|comme prévu|comme convenu|pour voir|convenablement|correctement|normalement",
    "bons|bonnes|bons en|présence|mal|attribué|attribuée|attribués|donné|donnée|obtenu|obtenue|établi|établie|affiché|affichée|aller|allant|pesant|constaté|vu|vus|vue|relevé|trouvé|trouve|trouvent|doit|doivent|dois|devons|auriez|aurais|aurait|auras|voulait|voulons|propre|propres|réel|réelle|précis|précise|différents|certains|certaines|quelque|quelques|plusieurs|toutes|surtout|notamment|particulièrement|ton côté|mon côté|de ton côté|depuis chez moi|à distance|en local|sous la main|vite et bien|bien propre|comme un pro|comme un grand|stp jarvis|ma belle|mon beau|le pauvre|ce pauvre|cher|chère|fameux|fameuse|sacré|satané|brave|tes|la maison|chez moi|au labo|dans le labo|du labo|au garage|dans le garage|de la cave|à la cave|du bureau|au bureau|monsieur|madame|majordome|l'ami|camarade|assistant",
    'vers|dès|parte|partir|aux alentours de|jusqu à|autour de|du matin|pile|précises|tapantes|heures pile',
    'avoir|obtenir|recevoir|histoire (de|d)|afin (de|d|que)|pour (que|qu)|de façon à|rapport',
  ],
  'first-person': ['je|j'],
  'third-person': ['il|elle|ils|elles|t il|t elle'],
  negation: [
    'ne|n|pas|jamais|rien|aucun|aucune|sans|ni|inutile (de|d)|inutile|surtout pas|(évite|évitez|éviter) [de|d]|hors de question|interdit|interdis|interdiction|interdire|refuse|(empêche|empêchez|empêcher)|non pas|(pas|plus) (besoin|la peine|question|envie) [de|d]|pas nécessaire|garde-toi (de|d)|abstiens-toi|renonce',
  ],
  denial: ['(plus|aucun) [jamais] [d|de|un|le] [seul|moindre] (audit|audits|diagnostic)|rien [du tout] à auditer'],
  told: [
    '(a|as|ai|avons|avez|ont|avait|avais|aurait|avoir) [déjà|bien|encore|été|ete] (lancé|fait|démarré|exécuté|effectué|réalisé|audité|vérifié|contrôlé|analysé|programmé|planifié|annulé|arrêté|terminé|fini|demandé|vu|reçu)|(quand|qui|combien|depuis quand) (as|a|avez|ont)|où (as|avez|ont)',
    "qui (fait|lance|audite|vérifie|contrôle|programme|analyse|planifie)|(qu'est-ce qu'|qu'est-ce que c'est qu'|c'est quoi|c'est quoi donc) (un|une|l) (audit|cluster|nœud|node|système|grappe|diagnostic)|(dis|dites|dire|demande|demander|demandez|parle) (à|au|aux) |(répète|répétez|répéter|redis) (après|avec) moi|(audit|audits|analyse) (est|sont|était|a été|ont été) [déjà|bien|enfin] (terminé|terminés|fini|finis|lancé|lancés|annulé|annulés|arrêté|arrêtés|prêt|passé|réussi)|(on|nous|ils|il|elle) (a|avons|ont) [déjà|bien|encore] (fait|lancé|démarré|audité|programmé|planifié|annulé|vérifié|contrôlé|analysé)",
  ],
  audit: ['audit|audits|audit*|autoaudit|auto-audit'],
  exam: [
    "auscultation|contrôle technique|point de contrôle|état général|tour du propriétaire|coup d'œil|coup d'œil (a|sur)|coup de sonde|diagnostic|diagnostics|diagnostique|diag|bilan|bilans|contrôle|contrôles|vérification|vérifications|vérif|inspection|examen|check-up|checkup|check|scan|scanner|analyse|analyses|état des lieux|tour d'horizon|revue|passage en revue|évaluation|autodiagnostic|auto-diagnostic|test|tests|radiographie|tour complet|révision|expertise|point complet",
  ],
  checkup: [
    'health check|healthcheck|health-check|elf check|bilan de santé|check santé|check de santé|contrôle de santé|test de santé|check-up de santé|visite médicale',
  ],
  system: [
    "système [ia|informatique|jarvis]|systèmes|sistème|infra|infrastructure|infrastructures|installation|plateforme|plate-forme|stack|parc [informatique|de machines]|environnement|homelab|tout le bazar|toute l'installation|toute l'infra|ton système|l'ensemble [du système|de l'infrastructure|des systèmes]|dispositif",
  ],
  cluster: [
    'cluster [ia|jarvis|local|gpu|de gpu|maison]|clusters|grappe [de serveurs|de machines]|ferme de (serveurs|gpu|calcul)|clustère|clusteur|cleuster|clustaire',
  ],
  nodes: [
    'nœuds|nodes|noeud s|(un|chaque|quel|aucun|quelque) (nœud|node)|machines|serveurs|ordinateurs|instances|hôtes|(les|des|mes|nos|tes|ces) (ne|neu|neux|nœud|node)|tous les (ne|nœud|node)',
  ],
  'node-word': ['nœud|node|machine|serveur|ordinateur|hôte|instance|ordi|bécane|(du|le|au|un) (ne|neu|neux)|modèle'],
  'section-word': [
    'section|sections|partie|chapitre|rubrique|volet|onglet|session|sessions|domaine|thème|aspect|dimension|catégorie|indicateur|critère',
  ],
  score: ['score|scores|note|notes|notation|points|pointage|chiffre|résultat|indice|pourcentage|valeur|niveau'],
  summary: [
    "résumé|résumés|résum*|synthèse|synthétis*|récap|récapitulatif|récapitul*|vue d'ensemble|grandes lignes|l'essentiel|points clés|en résumé|conclusion|conclusions",
  ],
  report: [
    "rapport|rapports|compte-rendu|comptes-rendus|résultat|résultats|constats|constat|conclusion|conclusions|rapport d'audit|bulletin|relevé",
  ],
  answer: [
    'réponse|dernière réponse|dernière phrase|votre dernière phrase|votre réponse|phrase|ta réponse|message|(ce que|ce qu) (tu|vous) (as|viens de|disais|avez|venez de) [dit|dire|raconté|annoncé]|tout ça|ta dernière (réponse|phrase)|la fin|le début|les derniers mots',
  ],
  problem: [
    "problème|problèmes|souci|soucis|anomalie|anomalies|panne|pannes|défaut|défauts|incident|incidents|alerte|alertes|erreur|erreurs|bug|bugs|dysfonctionnement|dysfonctionnements|points (noirs|rouges|critiques)|pépin|pépins|hic|truc qui cloche|ce qui ne va pas|ce qui cloche|ce qui coince|ce qui est cassé|(ce qui|qu'est-ce qui|qui) (ne|n) (va|vont|marche|marchent|fonctionne|tourne) (pas|plus)|(ce qui|qu'est-ce qui) (cloche|coince|déconne|est cassé|plante|bloque|pose problème|va mal|pèche)|(ce|c) qui (va|marche) pas",
  ],
  everything: ["tout le monde|tout|tous|toute|toutes|l'ensemble|la totalité|entièreté"],
  it: [
    "ça|cela|ceci|celui|celle|celui-ci|celui-là|celle-là|ceux|c'|truc|chose|celui-ci|lequel|laquelle|ces points|tout ça|tout cela|les deux",
  ],
  launch: [
    "lanc*|relanc*|pars|partir|parte|passer en revue|donne un coup de|coup de|sors-moi|veux|demand*|démarr*|exécut*|effectu*|réalis*|déclench*|enclench*|opèr*|entam*|attaqu*|fais|fait|faire|faites|fasse|fasses|fassiez|ferais|feras|fera|feriez|ferait|refais|refaire|refaites|refasse|procède|procèdes|procéder|procédez|initi*|commenc*|mets en (route|marche|place)|mettre en (route|marche)|mettez en (route|marche)|fais tourner|faire tourner|passe|passer|passez|balance|balancer|conduis|conduire|mène|mener|menez|lancement|démarrage|exécution|run|runner|pars (sur|pour)|partons sur|part sur|envoie|envoyer|go pour|go|c'est parti pour|vas-y pour|place à|recommenc*|un coup de",
  ],
  inspect: [
    "vérifi*|revérifi*|repass*|contrôl*|regarde voir|va voir|allez voir|aller voir|jette un œil [à|a|sur|au|aux|du côté]|jeter un œil [à|a|sur|au|aux]|jetez un œil [à|a|sur|au|aux]|fais un tour|fais le tour|prends le pouls (de|du|des)|prendre le pouls (de|du|des)|prends des nouvelles (de|du|des)|tâte le pouls (de|du|des)|inspecte-moi|décortiqu*|dissèqu*|fouill*|épluch*|vérif|passer au peigne fin|mets à l'épreuve|bilan*|monitor*|veill*|inspect*|examin*|scann*|analys*|diagnostiqu*|check|checke|checker|checkez|checkes|tcheck|tchèque|tcheque|test*|sond*|passe en revue|passer en revue|en revue|assur*|confirm*|passez en revue|(jette|jeter|jetez|jettes) un (œil|coup d'œil) [a|sur]|regard*|fais le tour|faire le tour|faites le tour|passe au (crible|peigne fin)|passer au crible|auscult*|évalu*|pass* au scanner|t'assur*|assure-toi|s'assurer|surveill*|ping|pinger|pinge|scrut*|jauge*|explor*",
  ],
  tell: [
    'donn*|redonne-moi|dump*|montr*|dis|dit|dites|dire|dises|affich*|indiqu*|présent*|lis|lit|lire|lisez|fais voir|fais-moi voir|faire voir|parl*|racont*|inform*|annonc*|communiqu*|fournis|fournir|fournissez|sors|sortir|sortez|énonc*|récit*|expos*|tiens-moi au courant (de|du|des)|mets-moi au courant (de|du|des)|tenir au courant|(savoir|connaître|voir|entendre|consulter|comprendre)|fais [moi] (un|le) (point|topo|état|récap|brief) [sur|de|du|des]|faire (un|le) (point|topo) [sur|de|du|des]|(un|le) (point|topo) (sur|de|du|des)|point|topo|brief*|brieffe|rafraîchis|as-tu|tu as|avez-vous|renseign*|aperçu|passe en revue|rends compte',
  ],
  'what-is': [
    "(quel|quelle|quels|quelles) (est|sont|serait|seraient|est-ce)|c'est quoi|combien (vaut|valent|fait)|j'ai quoi|on a quoi|tu as quoi",
  ],
  which: [
    "quel|quels|quelle|quelles|combien|lequel|lesquels|lesquelles|liste*|lister|liste|(y a-t-il|est-ce qu'il y a|il y a|y a) [t il] (des|un|une)|qu'y a-t-il|qu'est-ce qu'on a|énumèr*",
  ],
  status: [
    'état (du|de|des)|santé (du|de|des)|statut (du|de|des)|état|états|statut|statuts|status|santé|état de santé|bulletin de santé|situation|forme|nouvelles|disponibilité|condition|conditions|météo|température générale|fonctionnement|comportement|marche|bilan de santé|tableau de bord|conditions de fonctionnement',
  ],
  how: [
    "comment va|comment vont|comment ça va|(il|elle|ils|elles|ça) (fait|font) quoi|comment (va|vas|vont|allez|se porte|se portent|se comporte|se comportent|ça va|tourne|tournent|fonctionne|fonctionnent|marche|marchent|est|sont|se sent|se sentent|s'en sort|s'en sortent|se présente|se présentent|se passe|évolue|roule|roulent)|comment ça (va|se passe|tourne|marche|roule|se présente)|ça va|ça roule|ça (tourne|marche|fonctionne|se passe)|dans quel (état|sens) (est|sont|se trouve|se trouvent)|ça donne quoi|qu'est-ce que ça donne|(que|qu) (devient|deviennent|donne|donnent|dit|disent|vaut|valent|raconte)|(ça|il|elle) (dit|donne|raconte|vaut) quoi|(où|ou) (en|on) (est|sont|es|et|son|sommes|ai)|où ça en est|(qu'en|quen) est-il|(qu'en|quen) est-il (de|du|des)|quid (de|du|des)|qu'est-ce que (vaut|valent|devient|deviennent|donne|donnent|dit|disent)|à quel point|à combien (est|sont|en est)|sommes-nous|on en est où|(en est|en sont) où|(est|sont) comment|va comment|vont comment|il va comment|qu'est-ce qui se passe|que se passe-t-il|il se passe quoi|quoi de beau|la forme|tout se passe bien",
  ],
  alive: [
    "content|contents|contente|contentes|heureux|malade|malades|dort|dorment|endormi|endormie|en rideau|à terre|chamboulé|détraqué|détraquée|patraque|grippé|réveillé|réveillée|d'aplomb|correct|corrects|correctes|de retour|revenu|revenue|revenus|présent|présente|présents|encore là|(ça|il|elle|ils) (joue|jouent|roule|baigne|gaze)|ça joue pas|absent|absente|malade ou pas|au rendez-vous|au vert|au rouge|tranquille|satisfaisant|satisfaisante|manque|manquent|éveillé|encore debout|(ne|n) (manque|plante|souffre|rame) pas|tourne encore|tient|tiennent|crashé|crashée|se (porte|portent) [t il|t elle|t ils|t elles]|porte t il|portent ils|tient bon|tiennent bon|debout|sur pied|sur pattes|vaillant|vaillants|en pleine forme|bien portants|(mort|morte) ou (vif|vive|vivant|vivante)|en sécurité|à l'abri|exposé|exposée|vulnérable|vulnérables|fragile|fragiles|saturé|saturée|saturés|plein|pleins|occupé|occupée|occupés|libre|libres|chaud|chauds|chaude|en surchauffe|en souffrance|à la traîne|au ralenti|aux fraises|HS ou pas|décroché|perdu|perdue|perdus|isolé|en ligne|au ligne|hors ligne|hors service|hors circuit|en panne|en rade|en vie|en forme|en route|en marche|en état|en bonne santé|en bon état|en fonction|en service|en ordre|en bonne forme|en carafe|en rideau|en danger|disponible|disponibles|dispo|indisponible|indisponibles|joignable|joignables|injoignable|injoignables|accessible|accessibles|inaccessible|opérationnel|opérationnels|opérationnelle|fonctionnel|fonctionnels|vivant|vivants|vivante|mort|morts|morte|debout|allumé|allumés|allumée|éteint|éteints|éteinte|up|down|ok|okay|actif|actifs|(est|sont|bien|encore|toujours) (connecté|connectée|connectés|déconnecté|déconnectée|déconnectés|actif|active|actifs)|planté|plantés|plantée|tombé|tombés|tombée|sain|sains|saine|au vert|stable|stables|surchargé|surchargée|surchargés|lent|lente|lents|bloqué|chargé|HS|KO|prêt|prêts|prête|d'attaque|à genoux|par terre|au top|cassé|cassée|cassés|à jour|normal|nickel|propre|fiable|solide|robuste|performant|performants",
    "(répond|répondent) [bien|encore|toujours|correctement|normalement|plus]|(ne|n) (répond|répondent|marche|marchent|tourne|tournent|fonctionne|fonctionnent|va|vont|réagit|réagissent) (pas|plus) [bien]|(répond|répondent|marche|marchent|tourne|tournent|fonctionne|fonctionnent|va|vont) (pas|plus)|va [t il] [toujours] (bien|mal|mieux)|va-t-elle bien|(vont) [ils|elles] (bien|mal|mieux)|va|vont|tient le (coup|choc)|tiennent le coup|tient la (route|charge)|(tourne|tournent|fonctionne|fonctionnent|marche|marchent) [t il] [toujours|encore] [bien|correctement|normalement|rond|comme il faut]|tout (va|est|roule|fonctionne|marche|tourne) [bien|ok|bon|vert|en ordre|normal|nickel|au vert]|se (porte|portent) (bien|mal)|(est|sont) (là|bien là|toujours là|encore là)|(a|ont) (planté|crashé|lâché|un problème|un souci|des problèmes|des soucis|une panne)|réagit|souffre|rame|rament|plante|plantent|est bon|sont bons|vit|vivent|s'en sort|s'en sortent|se passe bien|bien portant|rien (de cassé|à signaler|d'anormal|de grave)",
  ],
  'what-about': [
    '(enchaîne|enchaînez|enchaînons|poursuis|poursuivez|poursuivons|continue|continuez|continuons) (avec|sur|par)|(passe|passez|passons|on passe) (à|au|aux)|au tour (de|du|des)|et (le|la|les|l|pour|sur|côté|du|de|au|aux|chez|avec|à)|et|et pour ce qui est|quid',
  ],
  compare: [
    'diffère|différer|différentiel|en quoi|compare avec|comparer avec|différence avec|différences avec|différent avec|compar*|comparaison|comparaisons|comparatif|différence|différences|diff|par rapport (à|a|au|aux|avec)|versus|vs|écart|écarts|delta|deltas|confront*|mets en regard|mise en regard|en comparaison|mets côte à côte|face à',
  ],
  change: [
    'a changé|ont changé|qui a changé|(changement|changements|évolution|évolutions|modification|modifications|variation|variations|mouvement|mouvements|historique|tendance|tendances|progression|progrès|régression|régressions|amélioration|améliorations|dégradation|dégradations|aggravation)',
    "(a|ont|avait|avaient|est-ce qui a|aurait) [t il|tu|elles|ils|elle|il|t elle|t ils|t elles|t on] [beaucoup|bien|vraiment|encore|un peu] (changé|bougé|évolué|varié|progressé|régressé|empiré|baissé|monté|augmenté|diminué|été modifié|été changé|chuté|avancé)|(changé|évolué|bougé) quoi|quoi (a|ont) (changé|bougé)|qu'est-ce qui (change|bouge|diffère|a bougé)|(a|ont) (pas|rien) (changé|bougé)",
    "(s est|se sont|s est elle|s est il|se sont ils|se sont elles|s) (amélioré|améliorée|améliorés|améliorées|dégradé|dégradée|dégradés|dégradées|aggravé|aggravée|améliore|dégrade|arrangé|arrangée|arrange)|(en|est en|sont en) (hausse|baisse|progrès)|plus bas qu|a-t-on (progressé|régressé)|on (progresse|régresse|s'améliore)|ça (progresse|empire|s'améliore|se dégrade)|qu'est-ce qui est (différent|nouveau|mieux|pire|réparé|corrigé|résolu|tombé|cassé)|(réparé|corrigé|résolu) depuis",
  ],
  better: [
    "est-ce (mieux|pire)|(c'est|est|va|ça va|vont|sont) (mieux|pire|moins bien)|mieux qu|mieux|pire|moins bien|différent|différente|différents",
  ],
  news: [
    "quoi de (neuf|nouveau|nœuf)|(nouveau|nouveaux|nouvelle|nouvelles) (panne|pannes|problème|problèmes|alerte|alertes|souci|soucis|anomalies)|(pannes|problèmes|alertes|soucis|anomalies) (nouvelles|nouveaux)|de nouveau|du (neuf|nouveau)|nouveauté|nouveautés|quelles nouvelles|les nouveautés|rien de (neuf|nouveau)|des nouveautés|(qu'y a-t-il|il y a quoi) de (neuf|nouveau)",
  ],
  repeat: [
    'répèt*|reprends|reprendre|reprenez|redis|redit|redire|redites|redises|rerépète|redonn*|relis|relire|relisez|reformul*|redis-le|répète-le|répétition|ressors|repass*|rejou*|remontre|remontr*|réitèr*',
    "(j ai|je n ai|on a|je) [pas|rien|mal] [tout] (compris|entendu|suivi|saisi|capté|écouté)|(j ai|je n ai) (pas|rien) [bien|tout] (compris|entendu|suivi|saisi|capté)|(je) (comprends|entends) (pas|rien)|qu'est-ce que tu (as dit|disais|dis|racontes|viens de dire)|(tu as|t as|tu) (dit|disais) (quoi|quoi déjà)|tu disais|que disais-tu|qu'as-tu dit|plaît-il|comment ça|j'étais (distrait|distraite|ailleurs|absent|absente)|(j|je) (n|ne) écoutais pas|je (n|ne) (ai|suis) pas (suivi|entendu|écouté)|j'écoutais pas|j'ai (raté|loupé|manqué) [la fin|le début|ça]|(je|j) [n] ai pas eu le temps de (noter|suivre|entendre|lire)|je m'endormais|j'ai (décroché|zappé)|tu peux (répéter|redire)|rappelle-moi (ce que tu as dit|ta réponse)|(dis|dites) (le|ça) encore|(dis|dites) encore",
  ],
  again: [
    'encore [une fois|un coup]|une (deuxième|seconde|autre|nouvelle) fois|une fois (encore|de plus)|à nouveau|de nouveau|bis|pardon|comment|quoi|hein|déjà',
  ],
  slow: [
    'moins vite|(parle|parler|parlez) (plus|moins) (lentement|doucement|vite)|plus lentement|tout doucement|plus doucement|plus calmement|lentement|doucement|ralentis|ralentir|ralentissez|pas si vite|trop vite|tu (parles|vas) trop vite|moins rapidement|posément|à vitesse réduite|en articulant',
  ],
  detail: [
    "détail|détails|lesquels exactement|laquelle exactement|lequel exactement|mais encore|c'est-à-dire|ce point|suffit pas|(ça|cela) (ne me|me) suffit pas|détaill*|en détail|en détails|précis*|précision|précisions|développ*|approfondi*|approfondis|creus*|élabor*|zoom*|zoom|explications|explication|information|informations|info|infos|éléments",
    "dis m'en plus|dis-moi plus|(dis|dites|dire|dit|raconte|parle) [m] [en] (plus|davantage)|en savoir (plus|davantage)|va plus loin|aller plus loin|allez plus loin|plus (précisément|en détail|en détails|d'infos|d'informations|d'explications|de précisions|de détails|d'éléments|loin)|davantage|un peu plus|(entre|entrer|entrez) dans (le|les) (détail|détails)|(entre|entres|entrez|entrer|rentre|rentres|rentrez|rentrer|plonge|plongez|descends) dans (le|les) (détail|détails|détaille|détailles)|entre dans (le|les) détail|entrer dans les détails|entre dans les détails|version longue|réponse longue|explique [moi] en détail|les détails",
  ],
  more: ['plus|davantage|encore|suite|la suite|continue|continuer|autres|reste|le reste'],
  plan: [
    'planifi*|programm*|instaur*|instaurer|cronn*|cron|met en place|mettons|fixe-moi|prévoyons|caler|arrange-toi pour|pens* à|lanceras|feras|auditeras|prévois|prévoir|prévoyez|prévoies|mets en place|agend*|cale|caler|calez|organis*|réserv*|inscri*|inscris|inscrire|planification|programmation|schedule|scheduler|automatis*|mets un|mettre un',
  ],
  planned: [
    'programmé|programmés|programmée|planifié|planifiés|planifiée|prévu|prévus|prévue|automatique|automatiques|automatiquement|périodique|périodiques|périodiquement|régulier|réguliers|régulièrement|récurrent|récurrents|planning|plannings|planification|planifications|programmation|agenda',
  ],
  running: ["en cours|en train de tourner|en exécution|en marche|qui tourne|actuellement en cours|en route|lancé|en cours d'exécution"],
  cancel: [
    "annul*|annulation|on annule|coupe court|remballe|rappelle-le|(ne|n) (fais|lance) plus rien|stoppe tout|arrête tout|j'arrête|tout annuler|remets à plus tard|reporte ça|plus tard|finalement pas|(c'est|c est) annulé|(c'est|c est) bon (arrête|stop)|basta|laisse [moi] tomber|laissez tomber|laisser tomber|oublie|oublier|oubliez|oublie (ça|tout)|abandonn*|(c'est|ce n'est|c est) (plus|pas) la peine|tant pis|finalement non|interromps|interrompre|interrompez|interromp*|mets fin|mettre fin|mettez fin|suspend*|suspends|suspendre|non merci|laisse|laisser|fais marche arrière|décommand*|déprogramm*|déplanifi*|avort*|renonc*|mets en pause|met fin|j'ai changé d'avis|on arrête [tout|là]|on laisse tomber|peu importe|t'occupe|on oublie|on laisse|ça ira|plus besoin|je n'en veux plus|j'en veux plus|c'est plus la peine|pas la peine|j'abandonne",
  ],
  stop: ['stop|stopp*|arrêt*|arrêt|coup*|cess*|termin*|halt|halte|fin|quitt*|met fin'],
  silence: [
    "tais-toi|taisez-vous|tais toi|silence|chut|ça suffit|ça ira|suffit|assez|c'est bon|ferme-la|la ferme|boucle-la|plus un mot|merci ça suffit|(arrête|arrêter|arrêtez|cesse) de parler|on s'arrête|basta|j'en ai assez [entendu]|ça va comme ça|tu peux te taire|stop stop",
  ],
  remove: ['supprim*|effac*|retir*|enlèv*|enlev*|vir*|détruis|détruire|détruisez|désactiv*|dégag*|suppression'],
  why: [
    "plombe|plombent|pénalise|pénalisent|pourquoi|pour quoi|pourquoi ça|c'est quoi qui|qu'est-ce qui (plombe|pénalise|tire|fait baisser|fait chuter|coûte)|fait baisser|(vers|par) le bas|si peu|comment tu (sors|arrives)|pour quelle raison|pour quelles raisons|à cause de quoi|d'où (vient|viennent|sort|sortent|provient|proviennent)|comment (ça se fait|se fait-il|expliques-tu|expliquer|s'explique|tu expliques)|qu'est-ce qui (explique|fait|justifie|plombe|pénalise|tire)|la (raison|cause)|les (raisons|causes)|raison|cause|causes|origine|en quel honneur|à quoi (est due|est dû|sont dus|tient)|c'est dû à quoi|(tu|on) m'expliques pourquoi|(que|qu) (justifie|explique)|quelle (en|est) (est la|la) (cause|raison)",
  ],
  explain: [
    'expliqu*|expliques|explication|explications|justifi*|justification|éclair*|comment*-moi|décortiqu*|décrypt*|démystifi*|clarifi*|interprèt*|interprétation',
  ],
  mean: [
    "(que|qu est ce que|qu) [ça|cela] (veut dire|veulent dire|recouvre|recouvrent|signifie|signifient|représente|représentent|mesure|mesurent|veut)|(ça|cela) (veut dire|signifie|représente|correspond à) quoi|veut dire|veulent dire|signifie|signifient|recouvre|recouvrent|je [ne|n] (comprends|saisis|pige) (pas|rien|mal)|n'y (entends|comprends) rien|signification|sens|à quoi (correspond|correspondent|sert|servent|rime)|que faut-il comprendre|comment (comprendre|interpréter|lire|lis-tu)|que comprend|qu'y a-t-il derrière|qu'est-ce qu'il y a (dans|derrière)|ça mesure quoi|qu'est-ce que c'est que|qu'est-ce que",
  ],
  computed: [
    "calcul*|calcul|calculé|calculée|calculés|(sur quoi|à partir de quoi|d'après quoi) (est|sont|c est|se) [basé|basée|base|basent|fonde|fondé|fondée|calculé|calculée|calcule|obtenu|obtenue|établi|établie|construit|construite|attribué|attribuée|mesuré|mesurée|évalué|évaluée|fait|faite|déterminé|déterminée]|comment (est|sont|c est|se) (basé|basée|base|basent|fonde|fondé|fondée|calculé|calculée|calcule|obtenu|obtenue|établi|établie|attribué|attribuée|mesuré|mesurée|évalué|évaluée|déterminé|déterminée)|repose|reposent|méthode [de calcul]|formule|sur quoi (te|vous) (fondes-tu|fondez-vous|bases-tu|basez-vous)|sur quoi tu te (bases|fondes)|pour noter|se calcule|se calculent|se compose|composé|composée|tu (calcules|obtiens|notes|arrives à|fais pour)|(mesur*|évalué|évaluée)|critères|prend en compte|en quoi consiste",
  ],
  degree: [
    "[si|aussi|trop|très|tellement|plus|moins|pas|autant] (bas|basse|basses|faible|faibles|mauvais|mauvaise|mauvaises|élevé|élevée|haut|haute|hauts|nul|nulle|médiocre|moyen|moyenne|bon|bonne|insuffisant|insuffisante|pourri|pourrie|dégueulasse|catastrophique|inquiétant|inquiétante|critique|critiques|grave|graves|rouge|orange|pénalisé|pénalisée|sévère|sale|nuls|zéro|correct|correcte|petit|petite)|si|aussi|seulement|que|ne (est|dépasse) (que|pas)|n'est (que|pas) (de|à|bonne|bon|meilleur|meilleure|terrible|parfaite|parfait|maximale)|n'a que|n'ai que|#|# (sur|pour) cent|# sur #|pas (100|cent)|(a|ont) (baissé|chuté|diminué|dégringolé|plongé|perdu des points)|baisse|chute|dégringole|plafonne|plafonné|plafonnée|meilleur|meilleure|autant|tellement|perd des points|(est|sont) en baisse|descend*|cette (valeur|cote)",
  ],
  manner: [
    "comment|de quelle (façon|manière)|par quel moyen|la (façon|manière) de|quel est le moyen (de|d)|moyen (de|d)|comment (faire pour|fait-on pour|on fait pour|je fais pour|puis-je|peut-on|pourrait-on|est-ce qu on peut|est-ce que je peux|pourrais-je|dois-je)|aide-moi à|aider à|aide-nous à|(qu'est-ce qui|ce qui) (permettrait|pourrait|peut) [de|d]|il faut",
  ],
  advise: [
    "que recommandes-tu|que tu recommandes|recommand*|conseill*|suggèr*|suggérer|suggérez|préconis*|propos*|ton (conseil|avis)|qu'en penses-tu|que ferais-tu|tu ferais quoi|que feriez-vous|tu me conseilles|prioris*|orient*",
  ],
  advice: [
    "idées|astuce|astuces|ordonnance|feuille de route|liste des (corrections|actions|priorités|choses à faire)|recommandation|recommandations|conseil|conseils|suggestion|suggestions|préconisation|préconisations|plan (d'action|d'actions|de remédiation|de correction|d'attaque|de bataille)|remédiation|remédiations|solution|solutions|pistes|mesures|action|actions|action corrective|actions correctives|priorité|priorités|marche à suivre|démarche|étape|étapes|prochaine étape|prochaines étapes|correctif|correctifs|correction|corrections|remède|remèdes|urgence|urgences|quoi corriger|quoi réparer",
  ],
  'what-to-do': [
    "(quessé|quoi est-ce) que je peux faire|(ce que|qu) je (pourrais|peux|dois|devrais) faire|par (quel|quelle) (correctif|correction|problème|action|chantier|point) (devrais-je|dois-je|faut-il|je) (commencer|commence)|c'est quoi le (fix|remède|correctif)|quel est le (fix|remède|correctif)|pour que|(que|quoi|qu est ce que|qu) (dois-je|faut-il|faire|fait-on|puis-je|devrais-je|devrait-on|peut-on|doit-on|je dois|je peux|je fais|je devrais|on fait|on peut|on doit|on devrait|il faut|il faudrait|tu ferais|tu conseilles|tu proposes|tu suggères) [faire|corriger|réparer]|(on fait|je fais|je dois faire|il faut faire|faut faire|tu ferais|on peut faire|je peux faire|je devrais faire) quoi|par (quoi|où) (je commence|on commence|commencer|commence-t-on|dois-je commencer|faut-il commencer|je dois commencer|démarrer|tu commencerais|attaquer)|je commence par (quoi|où)|on commence par (quoi|où)|(je|on) (commence|attaque) (par quoi|où|par où)|comment (faire|je fais|on fait|fait-on|faire pour|m'y prendre|s'y prendre)|qu'est-ce qui (est|serait) [le plus] (urgent|prioritaire|pressant)|qu'est-ce qui (presse|urge)|(des|quelques|les) (trucs|choses|points) à (corriger|réparer|améliorer|faire|revoir|régler)|(qu'y a-t-il|qu'est-ce qu'il y a|il y a quoi|y a quoi) à (corriger|réparer|améliorer|faire|revoir|régler)|sur quoi (je|on) (me concentre|se concentre|travaille|me penche|dois-je)|sur quoi (me concentrer|se concentrer|travailler|mettre l'accent|agir)|à quoi (je|on) (m'attaque|s'attaque)|à quoi (m'attaquer|s'attaquer)|que (me|nous) (reste-t-il|faut-il) à faire|qu'est-ce qu'il reste à faire|comment (m'en|s'en) sortir|comment réagir|que puis-je y faire|quoi corriger en premier|(il y a|y a-t-il|y a) quelque chose à (faire|corriger|réparer)|j'ai (quoi|quelque chose) à (faire|corriger|réparer)|(on|je) peut (faire|y faire) quelque chose|comment je (m'y prends|règle ça)|(tu|vous) (aurais|auriez) une (idée|solution)|une idée pour|des idées pour|(un|le) moyen (de|d)|quoi (en premier|d'abord|en priorité|corriger|réparer)|(lequel|laquelle) (en premier|d'abord)|qu'est-ce que je (fais|dois faire|peux faire|devrais faire|corrige|répare) [en premier|d'abord]|qu'est-ce qu'(on|il) (fait|faut|faut faire|faudrait|peut faire|doit faire)|que me (conseilles-tu|recommandes-tu|proposes-tu|suggères-tu)|qu'est-ce que je dois|quelle est la (priorité|première chose [à faire]|prochaine étape)|la première chose|que corriger|que réparer",
  ],
  first: [
    "en premier [lieu]|d'abord|en priorité|le plus (urgent|grave|important|critique|pressé|pressant)|urgent|urgente|urgents|urgemment|prioritaire|prioritaires|avant tout|premier|première|en tout premier|plus urgent|prioritairement|important|importante|importants",
  ],
  fix: [
    "rendre|rends|rattrap*|remédier [à|a]|s'attaquer (à|au|aux)|venir à bout (de|du|des)|faire monter|faire remonter|faire grimper|grimper|remonter|gagner [des points]|atteindre|arriver à|passer à|dépasser|mettre fin aux|durcir|durcis|durcissez|muscl*|fiabilis*|rassur*|corrig*|corrigé|répar*|amélior*|amélioration|améliorations|assur*|faire mieux|remonte|joue de nouveau|revienne|reparte|remarche|aill* mieux|progress*|monte|résous|résoudre|résout|résolvez|résolv*|rectifi*|remédi*|régler|règle|réglez|augment*|remont*|renforc*|sécuris*|rétabl*|rétablir|rétablis|remettre|remets|remettez|remettre (en ligne|en route|en marche|en état|d'aplomb|sur pied|d'équerre)|remets (en ligne|en route|d'aplomb|en état)|arrang*|dépann*|optimis*|débug*|fix*|fixer|trait*|évit*|réduis|réduire|diminu*|limit*|monter|mont*|passer au vert|retrouver|relever|s'en occuper|m'en sortir|boost*|protég*|soign*|récupér*|redress*|colmat*|blind*|patch*|accélér*|stabilis*|éliminer|me débarrasser (de|du|des)|supprimer ces|consolid*|assainir|faire face",
  ],
  forbidden: [
    'redémarr*|reboot*|rebout*|éteins|éteindre|éteignez|éteint|éteignes|rallum*|allum*|déploi*|déploy*|install*|réinstall*|désinstall*|(mets|mettre|mettez) à jour|update*|mise à jour|configur*|reconfigur*|cré*|tue|tuer|tuez|kill*|reset|resette|reseter|réinitialis*|format*|purg*|vide|vider|videz|nettoi*|nettoy*|libèr*|libér*|déplac*|migr*|bascul*|synchronis*|sauvegard*|restaur*|charge|charger|chargez|décharg*|débranch*|branch*|connect*|déconnect*|isol*|prépar*|équilibr*|renomm*|expuls*|ferm*|bloqu*|débloqu*|relaie|modifi*|chang*|remplac*|ajout*|mets (hors ligne|hors tension|en veille|en maintenance|en pause)|mettre (hors ligne|hors tension|en veille)|extinction|redémarrage|reconnect*|réveill*|recycl*|upgrad*|répliqu*|écras*|drain*|scal*|clon*|dupliqu*|réparti*|mets en veille',
  ],
  before: [
    "avant|d'avant|auparavant|antérieur|antérieure|antérieurement|depuis|depuis la|il y a|autrefois|jusqu ici|ces derniers temps|récemment|avec celui|d'il y a",
  ],
  evening: ["du soir|le soir|dans la soirée|de l'après-midi|l'après-midi|cet après-midi|en soirée|après-midi"],
  correction: [
    'enfin|euh non|non plutôt|ou plutôt|non pardon|pardon non|je veux dire|je voulais dire|enfin non|enfin plutôt|non attends|attends non|non attends plutôt|correction|ou plutôt non|non non|pardon|non',
  ],
};
