import { endings, pairsOf } from '../claim-families.ts';
import { UNREACHED } from './claim-forms.ts';

/** « détecté » in its four forms. */
const agreed = (participles: string) => endings(participles, '|e|s|es');
/** A verb in -er as one reports with it: « relève », « relevé », « relevant ». */
const told = (stems: string) => endings(stems, 'e|ent|é|ée|és|ées|ait|aient|ant|er');

const AUDITS = 'audit|contrôle|passage|examen|bilan|rapport|diagnostic|test|vérification|lecture|analyse|inspection|fois';
/** Only behind « lors de »: by themselves they are the figure. */
const MEASURES = 'relevé|mesure|relève|chiffre|valeur';
const LAST = [
  pairsOf('le dernier|le précédent|du dernier|du précédent|au dernier|au précédent|ce dernier|un précédent|dernier|précédent', AUDITS),
  pairsOf('la dernière|la précédente|de la dernière|de la précédente|à la dernière|à la précédente|dernière|précédente', AUDITS),
  pairsOf(
    "l'|de l'|à l'",
    pairsOf('audit|examen|analyse|inspection', 'précédent|précédente|antérieur|passé|passée|dernier|dernière|de la veille'),
  ),
].join('|');

const CONNECTION_REFUSED = [
  pairsOf(
    'refuse|refusent|rejette|rejettent|décline|déclinent|refusant|rejetant|a refusé|ont refusé|a rejeté|ont rejeté|refusait|repousse|repoussent',
    'la connexion|les connexions|toute connexion|toutes les connexions|nos connexions|ma connexion|notre connexion|sa connexion|les connexions entrantes|la liaison',
  ),
  pairsOf(
    'connexion|connexions|la connexion|les connexions|leur connexion|une connexion|sa connexion',
    endings('refusé|rejeté', '|e|s|es'),
  ),
  pairsOf(
    pairsOf('connexion|connexions|la connexion|les connexions|sa connexion|leur connexion', 'est|sont|étant|a été|ont été|se trouve|était'),
    endings('refusé|rejeté', '|e|s|es'),
  ),
  'refus de connexion|un refus de connexion|le refus de connexion',
].join('|');
const CONNECTION_CUT = [
  pairsOf('coupe|coupent|a coupé|interrompt|ferme|réinitialise|coupant', 'la connexion|les connexions'),
  pairsOf(
    'connexion|la connexion|connexions|une connexion|sa connexion',
    pairsOf('|est|étant|a été', endings('coupé|interrompu|réinitialisé', '|e|s|es')),
  ),
].join('|');

/** How severe, as an adjective: one may be the most so of all. */
const GRAVE =
  'inquiétant|préoccupant|alarmant|pressant|important|marquant|frappant|embêtant|gênant|ennuyeux|ennuyeuse|sérieux|sérieuse|grave|critique|sévère|urgent|élevé|sensible|fort|gros|grosse|lourd|notable|saillant|délicat|problématique|significatif|significative|majeur|prioritaire|manifeste|criant';

/**
 * Families of words beside those of `claims.ts`, made from their stems and forms. A word that says how much, how bad, since when or
 * why has a concept that is checked against the report; only what says nothing at all is `_` or `adv`.
 */
export const families: Readonly<Record<string, string>> = {
  _: [
    'je vais|nous allons',
    'devait|devaient|concernés|concerné|concernées',
    'revu|revue|revus|est revu',
    "au chapitre|au chapitre des|au chapitre du|en matière de|en matière d'|au niveau de|au niveau du|au niveau des|au rayon|au rang des|ait|aient|soient|ayant|c'est là que|c'est là qu'|c'est ce que|c'est ce qu'|c'est donc là qu'|à l'horizon|en vue|pour cela|pour ce faire|lui",
    'ce nœud|ce noeud|ce dernier|cette dernière|ces nœuds|ces derniers|ce serveur-là',
    'de ce mode|de ce type',
    'pose|posent|pose également|le cas',
    'moment|du moment|en cours|terme|matière|compte tenu|proprement dit|bien sûr|lors|au cours|pendant|durant|ayez|auprès|au travers|à travers|au sein|au sein du|parmi nos|notre|eux-mêmes|elles-mêmes|elle-même|on a|vient|consiste|consistent|constituent|constituant|représentent|représentant|formant|se fait|se fait sentir|a été|ont été|ayant été|étant donné',
    "est apparu que|nommément|identifiables|type|de type|gravité|sévérité|criticité|importance|statut|liste|mérite|méritent|méritant|porte|pèse|pèsent|pesant|plane|planent|subsiste|subsistent|il subsiste|persistant|réside|résident|correspond|correspondent|se résume|se résument|concrètement|à son tour|jarvis|le cluster jarvis|du cluster jarvis|édifice|tant|intervention|exige une intervention|exigent une intervention|réclame une intervention|demande une intervention|nécessite une intervention|requiert une intervention|appelle une intervention|nécessitant une intervention|exigeant une intervention|surveillance|requête|requêtes|aux requêtes|à la requête|aux sollicitations|sollicitations|à l'appel|ligne de mire",
    pairsOf(
      "dans|de|pour|selon|d'après|sur|de tout",
      "l'audit|cet audit|le rapport|ce rapport|l'analyse|cette analyse|le contrôle|ce contrôle|l'examen|cet examen|l'inventaire actuel",
    ),
    agreed('localisé|dévoilé|pointé|mis en évidence|mis au jour|mis en lumière'),
  ].join('|'),
  adv: [
    'sans appel|le rapport est sans appel|à prendre avec prudence|dans ces conditions de|et voilà',
    'du côté des nouveautés|côté nouveautés',
    "l'audit s'achève|l'audit se termine|l'audit se conclut|mon audit s'achève|dans l'ordre|par ordre d'importance|par ordre de gravité|dans l'ordre d'importance|dans l'ordre de gravité|dans cet ordre",
    "en effet|de toute façon|en l'occurrence|justement|à vrai dire|au vrai|entre autres choses|pour l'essentiel",
    "tant que c'est le cas|comme c'est le cas",
    "néanmoins|malgré cela|malgré tout|malgré ça|pour autant|or|effectivement|là|là encore|en interne|du reste|pour conclure|en conclusion|en définitive|en fin de compte|somme toute|tout bien considéré|dans ces conditions|dans ce contexte|dans cet état|pour l’heure|pour l'heure|au moment présent|à l'instant|à cet instant|pour commencer le bilan|côté positif|côté négatif|côté services|côté notes|côté entretien|côté stabilité générale|côté maintenance|côté graphique|côté calcul|côté ia|côté réseau et services|point positif|point négatif|côté infrastructure|côté cluster|quant au reste|quant aux nœuds|quant au cluster|quant aux machines|pour ce qui concerne|en ce qui concerne|en ce qui concerne le reste|s'agissant du|s'agissant de la|relativement à|au sujet de|au sujet du|au sujet des|à propos de|à propos du|à propos des|du point de vue|sur le plan|au plan|à son sujet|à ce sujet|à cet égard|à ce propos|sur ce point|sur ce plan|à nouveau dit|d'autant que|je vous informe également|je vous rappelle que|je vous précise que|je vous confirme que|je confirme que|je peux vous dire que|je dois vous dire que|je dois vous signaler que|je tiens à vous signaler que|il convient de noter que|il faut noter que|il faut signaler que|il faut noter|il est à signaler que|il est important de noter que|force est de constater que|on constate aussi|on observe aussi|on remarque aussi|on relève aussi|on retiendra|on retient|on retient que|on retiendra surtout|retenons|retenons que|retenez|je retiens|je relève|je relève aussi|je note aussi|je vois aussi|je constate aussi|voyons|voici ce que j'ai trouvé|voici ce que j'ai relevé|voici ce qui ressort|voici ce qui en ressort|voici ce que je constate|voici l'essentiel|pour faire court|pour faire simple|pour le dire simplement|en un mot|en deux mots|en quelques mots|en une phrase|sans surprise|à première vue|au vu de l'audit|au vu du rapport|au vu des lectures|vu de l'audit|tout simplement|purement et simplement|à l'évidence|de toute évidence|assurément|certes|bien entendu|naturellement|heureusement que|comme indiqué|comme signalé|comme constaté|à ce titre|par conséquent aussi|pour finir aussi|en dernier lieu|en dernier|pour terminer|pour clore|enfin et surtout",
    pairsOf(
      'voici|voilà',
      pairsOf(
        'le|mon|votre|ce',
        pairsOf(
          "bilan|résumé|rapport|point|constat|compte rendu|diagnostic|résultat|tableau|tour d'horizon",
          "|complet|rapide|du jour|de l'audit|du cluster|de votre cluster|de la situation|de cet audit|de votre installation",
        ),
      ),
    ),
    pairsOf(
      'voici|voilà',
      pairsOf(
        "l'état|la situation|la synthèse|les résultats|les points",
        "|de l'audit|du cluster|de votre cluster|de la situation|à retenir",
      ),
    ),
  ].join('|'),
  sep: "contrairement à|contrairement au|contrairement aux|à la différence de|à la différence du|à l'inverse de|à l'inverse du|à l'opposé de|ce qui n'est pas le cas de|ce qui n'est pas le cas du|ce qui n'est pas le cas des|à cause de|à cause d'|à cause du|en raison de|en raison d'|en raison du|du fait de|du fait d'|du fait du|de même que|au même titre que|tandis qu'|alors qu'|si bien qu'|sachant qu'|pendant qu'|tout comme|ainsi qu'|bien que|quoique|même si|malgré|en plus de|laissant|étant|et ce|ce qui|soit|de sorte que|là où|à commencer par|au nombre desquels|parmi lesquels|parmi lesquelles",
  seen: [
    "n'a été constaté|n'a été constaté|a été trouvé|n'a été trouvé",
    'connu|connus',
    told(
      'constat|relev|signal|détect|repér|observ|remarqu|enregistr|mesur|recens|identifi|décel|révél|rapport|mentionn|déplor|trouv|rencontr|list|lev|remont|ouvr',
    ),
    "vu|vue|vus|vues|ouvert|ouverts|ouverte|présent|présents|présente|présentes|subi|apparu|ressort|ressortent|figure|figurent|figure au rapport|figurent au rapport|à déplorer|n'est à déplorer|recensé|recensés|visible|visibles|concret|particulier|particulière|notable|notables|en cours|à ce jour|est ouvert|n'est ouvert|sont ouverts|existe|existent|n'existe|en suspens|à recenser|à relever|à noter|à rapporter|à mentionner|à mettre en avant|à remonter",
  ].join('|'),
  expected:
    "qui devrait tourner|qui devrait fonctionner|qui devrait être en marche|censé tourner|censé fonctionner|qui était censé tourner|qui est censé tourner|qui devrait être chargé|qui devrait y être|que j'attendais|que j'attends|que l'on attend|qu'on attend|qui étaient attendus|qui sont attendus|attendus par l'inventaire|que l'inventaire attend|de l'inventaire|nœuds prévus|nœuds attendus|serveurs attendus|au programme|inventorié|inventoriés|de l'inventaire",
  up: [
    'vont bien|va bien|se portent bien|se porte bien|en bonne santé|en pleine santé|en pleine forme|en bon état|tout va bien pour|va bien de son côté',
    'fonctionne à vide',
    'répond à nouveau|répondent à nouveau|fonctionne à nouveau|fonctionne de nouveau|refonctionne|est remonté|sont remontés',
    'en route|en état de marche|en état de fonctionner|en état de fonctionnement|en ordre de marche|connecté|connectés|connectée|connectées|fait son travail|font leur travail|assure son service|assurent leur service|tient bon|tiennent bon|est opérationnel|en activité|a répondu|ont répondu|répondent tous|répondent toutes|joignable sans difficulté|disponibles|actives|active|rendent service|continue de répondre|continuent de répondre|continue de fonctionner|continuent de fonctionner|continue à répondre|continuent à répondre|continue de tourner|continuent de tourner|fonctionnent toujours|est à son poste|sont à leur poste|à son poste|à leur poste|opèrent|opère|est fonctionnel|sont fonctionnels|restent disponibles',
    pairsOf(
      'bien|bel et bien|tous|toutes|tous bien|bien tous',
      "présents|présent|en ligne|opérationnels|opérationnel|en marche|disponibles|disponible|accessibles|accessible|joignables|joignable|en service|en fonctionnement|répondu|debout|là|fonctionnels|fonctionnel|en route|à l'heure",
    ),
  ].join('|'),
  usable: 'opérationnelle|opérationnelles|exploitable|exploitables|pleinement opérationnel|pleinement opérationnels|pleinement utilisable',
  // praise of a node: only of one with nothing open
  well: 'vont bien|va bien|se portent bien|se porte bien|en bonne santé|en pleine santé|en pleine forme|en bon état|correctement|normalement|parfaitement|comme il faut|comme il se doit|sans souci|sans difficulté|sans encombre|sans accroc|sans heurt|de façon normale|de manière normale|convenablement|à merveille|sans incident|sans anomalie|nominal|nominale|sain|saine|sains|saines|impeccable|impeccables|impeccablement|sans problème',
  down: [
    'une panne générale|une panne totale|une panne complète|panne complète',
    "n'ai obtenu aucune réponse de|je n'ai obtenu aucune réponse de|n'ai reçu aucune réponse de|je n'ai reçu aucune réponse de|n'ai eu aucune réponse de|je n'ai eu aucune réponse de|n'ai pas eu de réponse de|n'ai pas obtenu de réponse de|n'ai pas reçu de réponse de|je n'ai pas eu de réponse de|je n'ai pas obtenu de réponse de|je n'ai pas reçu de réponse de|sans aucune réponse|laisse sans réponse",
    "le cluster est entièrement à l'arrêt|le cluster est à l'arrêt|le cluster est totalement à l'arrêt|le cluster est complètement à l'arrêt|cluster à l'arrêt",
    CONNECTION_REFUSED,
    CONNECTION_CUT,
    "hors d'atteinte|hors de portée|inaccessible|inaccessibles|indisponible|indisponibles|non joignable|non joignables|pas joignable|pas joignables|plus joignable|plus joignables|plus accessible|plus accessibles|pas accessible|pas accessibles|en défaut|défaillant|défaillants|défaillante|défaillantes|en échec|échoue|échouent|tombé en panne|tombés en panne|est tombé en panne|sont tombés en panne|a lâché|ont lâché|non disponible|non disponibles|non opérationnel|non opérationnels|plus opérationnel|plus opérationnels|pas opérationnel|pas opérationnels|aux abonnés absents|n'a donné aucune réponse|n'ont donné aucune réponse|n'a pas donné de réponse|n'ont pas donné de réponse|n'a renvoyé aucune réponse|ne renvoie aucune réponse|ne renvoie rien|ne renvoient rien|n'offre aucune réponse|ne fournit aucune réponse|ne fournissent aucune réponse|ne fonctionne plus|ne fonctionnent plus|ne tourne plus|ne tournent plus|sans signe de vie|hors course|hors circuit|hors réseau dit|hors-ligne|indisponibilité|l'indisponibilité|indisponibilités|absence de réponse|l'absence de réponse|absence|l'absence|défection|coupure complète|ne donne aucun signe|est aux abonnés absents|en souffrance de réponse|fait faux bond|font faux bond|fait défection|ne se manifeste pas|ne se manifestent pas|ne se manifeste plus|ne se manifestent plus|ne réagit pas|ne réagissent pas|ne réagit plus|ne réagissent plus|reste sans réponse|restent sans réponse|demeure sans réponse|demeurent sans réponse|n'est plus en ligne|ne sont plus en ligne",
    pairsOf(
      'totalement|complètement|entièrement|actuellement|tous|toutes|tout à fait|toujours autant|pour le moment|bel et bien|aussi|également|désormais comme avant',
      'injoignable|injoignables|hors ligne|hors service|en panne|à terre|muet|muets|inaccessible|inaccessibles|indisponible|indisponibles|silencieux|absent|absents|inopérant|inopérants',
    ),
    'inopérant|inopérants|inopérante|inopérantes|en carafe|en berne|sur le flanc|dans les choux',
  ].join('|'),
  'conn:refused': CONNECTION_REFUSED,
  'conn:reset': CONNECTION_CUT,
  unreached: UNREACHED,
  'conn:timeout':
    "délai dépassé|faute de réponse à temps|faute de réponse dans les délais|sans réponse à temps|faute de réponse|n'a pas répondu à temps",
  unknown: [
    "m'échappe|m'échappent|me sont inconnus|m'ont échappé|m'a échappé",
    "je ne sais pas dans quel état|ne sais pas dans quel état|j'ignore dans quel état|on ignore dans quel état",
    'restent à lire|à lire',
    "reste à vérifier|restent à vérifier|n'a rien renvoyé dans le délai imparti|n'a rien renvoyé dans les délais|n'a rien renvoyé dans les temps",
    "n'a rien renvoyé|rien renvoyé|n'a rien renvoyé dans|n'ai aucune information sur|ne dispose d'aucune information|je ne dispose d'aucune information|n'ai aucune donnée|aucune donnée sur|sans donnée|pas d'information|aucune information|dans l'inconnu|doute|le doute|en doute|non connu|non connue|non connus|inexploré|flou|floue|non déterminé|non déterminée|non déterminés|n'a pas abouti|n'ont pas abouti|n'a pas abouti à temps|n'ont pas abouti à temps|pas abouti|à éclaircir|reste à éclaircir|restent à éclaircir|à élucider|reste à déterminer|à déterminer|pas pu être lu à temps|n'a pas pu être lu à temps|pas déterminé|pas établi|n'est pas établi|n'a pas été établi|sans nouvelles|hors de ma vue|invisible|invisibles|pas visible|pas visibles|ne sait rien de plus|on ne sait rien|rien su|on ne sait rien de|on ne sait rien du|on ne sait rien des|nul ne sait|resté inconnu|restée inconnue|restés inconnus|restant inconnu|demeure inconnu|demeure inconnue|reste inconnu|reste inconnue|n'est pas disponible|ne sont pas disponibles|n'a pas livré|impossible à déterminer|impossible à connaître|impossible à établir|impossible à joindre à temps|pas donné de réponse dans les délais|n'a pas donné de réponse dans les délais|n'a pas donné de réponse à temps|n'a pas répondu dans les délais|n'ont pas répondu dans les délais|n'a pas répondu dans le délai|n'a pas répondu dans le délai imparti|pas répondu dans les délais|n'a rien renvoyé dans le délai|n'a rien renvoyé à temps|ne me prononce pas sur|impossible de me prononcer sur|impossible de me prononcer|me prononcer est impossible|n'ai pas d'information|n'ai pas d'informations|pas d'informations|aucune nouvelle de|pas de réponse dans les délais|pas de réponse dans le délai|tardé à répondre|a trop tardé à répondre|a trop tardé|a tardé à répondre|illisibles aujourd'hui|n'ait pas pu être lu|n'aient pas pu être lus|n'ait pas pu être vérifié|n'aient pas pu être vérifiés|ait pu être lu|n'ait pu être lu|n'aient pu être lus",
  ].join('|'),
  in_time:
    'dans le délai imparti|dans les délais impartis|dans le temps imparti|dans les temps impartis|en temps voulu|en temps utile|assez vite|suffisamment vite',
  planned:
    "ce n'est pas une panne|il ne s'agit pas d'une panne|il ne s'agit pas de pannes|sans que ce soit une panne|ce n'est donc pas une panne|prévu par l'inventaire|volontairement mis à l'arrêt|mis en veille exprès|c'est voulu|voulu|voulue|voulus|voulues|est voulu|conforme au plan|conforme à l'inventaire|selon l'inventaire|comme le prévoit l'inventaire|attendu comme tel|de façon volontaire|de manière volontaire|de façon planifiée|de manière planifiée|à l'arrêt prévu|arrêt prévu|arrêt planifié|arrêt volontaire|mise à l'arrêt volontaire",
  off: "à l'arrêt prévu|arrêt prévu|arrêt planifié|mis à l'arrêt|mise à l'arrêt|interrompu|interrompue|interrompus|non démarré|non démarrés|pas démarré|pas démarrés|non lancé|pas lancé|pas lancés|pas en cours d'exécution|hors tension|pas actif|plus actif|hors fonction|hors d'usage|désactivé|désactivés|en arrêt|au repos|arrêtant",
  all: 'tout le monde|chaque nœud attendu|intégralité|la totalité|totalité des|tous sans exception|toutes confondues|entièrement|intégralement|en totalité|complet|complète',
  none: "il n'y en a pas|il n'y en a aucun|il n'y en a aucune|il n'y en a plus|sans qu'aucun|sans qu'aucune|sans un seul|sans une seule|pas l'ombre d'aucunement|nulle|pas le moindre|absence de tout|nullement|rien de rien",
  half: 'un sur deux',
  other: 'autres nœuds',
  // score
  reach:
    "s'établit à|se monte à|se situe à|s'élève à|atteint|atteignent|affichent|parvient à|arrivent à|indique|marque|approche de|avoisine|se hisse à|frôle les|culmine|est fixé à|est fixée à|fixé à|fixée à|grimpe|grimpent|monte jusqu'|est relevé à|relevé à|relevée à|mesuré à|mesurée à|constaté à|chiffré à|chiffrée à|tourne autour|tourne autour de|est mesuré à|avec",
  score:
    "notées|notes|la note|les notes|s'en tient à|en reste à|se limite à|se borne à|notes par dimension|les notes par dimension|notes des dimensions|atteint|s'établit à|se monte à|se situe à|s'élève à|arrive à|affichent|obtiennent|obtient toujours|est ramené à|est ramenée à|ramené à|ramenée à|récoltent|valent|décrochent|reçoivent|totalisent|est évalué à|est évaluée à|évalué|évaluée|évalués|évaluées|s'établissent à|s'affiche|s'affichent|se voit attribuer|se voit donner|affiche un score|affiche une note|est crédité de|crédité de|hérite de|note d'ensemble|note générale|score général|score d'ensemble|note attribuée|note obtenue|résultat global|pour une note|pour un score|soit un score|d'où une note|d'où un score|se chiffre à|chiffré|chiffrée|se traduit par|est ramené|ramené|ramenée|se situe|termine à|finit à|se limite à|en reste à|culmine à|reçu de note|reçu|notation|noté|la sienne",
  points: 'points sur cent|pts',
  capped: 'plafonné|plafonnée|plafonnés|plafonnées|limité|limitée|limités|limitées|bridé|bridée|bridés|bridées|retenu|retenue|est plafonné',
  weak: 'faible|faibles|basse|basses|médiocre|médiocres|insuffisant|insuffisante|mauvaise|mauvais',
  nothing_to_measure: "rien à mesurer|il n'y a rien à mesurer|rien à y mesurer|n'y a rien à mesurer|faute d'éléments à mesurer",
  too_little:
    "faute de mesures suffisantes|faute de données suffisantes|faute de lectures suffisantes|faute d'éléments suffisants|faute d'éléments|trop peu d'éléments|trop peu d'éléments ont pu être lus|trop peu d'éléments ont été lus|trop peu de données|trop peu de données ont été lues|trop peu de données ont pu être lues|trop peu de données lues|trop peu d'informations|trop peu d'informations ont pu être lues|trop peu de choses ont pu être lues|trop peu de mesures|pas assez de données|pas assez d'éléments|pas assez de mesures|pas assez d'informations|trop peu lu|a été lu|faute d'avoir assez lu|lectures insuffisantes|données insuffisantes|mesures insuffisantes|faute de mesures|faute de données|lecture insuffisante|trop incomplet|insuffisamment de données",
  quick: 'contrôle express|audit express|mode abrégé|sommaire|audit sommaire|contrôle sommaire|survol|simple survol|mode accéléré',
  checked:
    "des vérifications|des contrôles|des éléments|du contrôle|de vérification|des points de contrôle|de l'audit|du rapport|contrôlées|vérifiées|couverts|couvertes|couvrent|contrôle|des vérifications prévues|des éléments prévus|examinées|a été vérifié|ont été vérifiés|ont été contrôlés|ont été vérifiées|est vérifié|n'est vérifié|est couvert|fiable|taux de couverture|de ce qui devait l'être",
  'dim:stability': 'stabilité|la stabilité',
  'dim:resilience': 'résilience|la résilience',
  'dim:security': 'sécurité|la sécurité|côté sécurité',
  'dim:scalability': "extensibilité|l'extensibilité|scalabilité|évolutivité",
  'dim:multimodal':
    'multimodal|le multimodal|multimodale|multimodalité|capacités multimodales|score multimodal|note multimodale|volet multimodal',
  'dim:observability': "observabilité|l'observabilité",
  'grade:a': 'soit un a|soit a|catégorie a|lettre a|grade a|classe a|mention a|note a',
  'grade:b': 'un b|soit b|catégorie b|lettre b|grade b|classe b|mention b|note b',
  'grade:c': 'un c|soit c|catégorie c|lettre c|grade c|classe c|mention c|note c',
  'grade:d': 'un d|soit d|catégorie d|lettre d|grade d|classe d|mention d|note d',
  'grade:e': 'un e|soit e|catégorie e|lettre e|grade e|classe e|mention e|note e',
  verdict: "verdict|le verdict|conclusion|verdict du rapport|verdict de l'audit|avis",
  ready: 'prêt|prête|prêts|prêtes|est prêt|déployable|prêt à déployer|prêt à être déployé|bon pour le service|favorable|positif',
  not_ready:
    "pas prêt|n'est pas prêt|pas encore prêt|ne pas déployer|ne déployez pas|ne pas le déployer|mieux vaut ne pas déployer|il vaut mieux ne pas déployer|il ne faut pas déployer|à ne pas déployer|déploiement déconseillé|déploiement à éviter|déploiement proscrit|déployer est déconseillé|non prêt|défavorable|n'est donc pas prêt|n'est pas encore prêt|évitez de déployer|ne le déployez pas",
  deemed:
    'déclaré|déclarée|jugé|jugée|considéré|considérée|considéré comme|estimé|donné pour|rendu|rendue|se prononcer|prononcé|donné|reste',
  first_audit:
    "premier audit|le premier audit|c'est le premier audit|un premier audit|premier audit de ce mode|le premier audit de ce mode|premier audit de ce type|tout premier audit|premier contrôle|premier rapport",
  no_comparison:
    "pas de comparaison|aucune comparaison|pas encore de comparaison|pas de comparaison possible|aucune comparaison possible|aucune comparaison n'est possible|impossible de comparer|impossible à comparer|pas de point de comparaison|aucun point de comparaison|sans point de comparaison|rien à comparer|sans comparaison|pas d'historique|pas d'audit précédent|aucun audit précédent|avec un précédent|avec le précédent|avec un audit précédent|pas d'évolution à signaler|comparaison impossible|toute comparaison est impossible|pas encore de point de comparaison|rien à quoi comparer|pas encore comparable|ne peut pas être comparé|ne peut être comparé",
  all_well: [
    pairsOf(
      "rien d'|rien de|rien de bien|rien de très|rien de vraiment|rien de particulièrement|rien de particulier|rien de spécialement|rien d'autre de",
      "alarmant|inhabituel|inquiétant|préoccupant|fâcheux|notable|particulier|suspect|problématique|anormal|grave|sérieux|méchant|marquant|dangereux|important|urgent|critique n'est à relever|spécial|cassé",
    ),
    "rien à redire|rien à déplorer|rien à relever|rien à noter|rien à craindre|rien ne cloche|aucun nuage|rien de grave n'est remonté|tout est normal|tout est nominal|tout est sain|tout est opérationnel|rien qui cloche|tout se passe bien|sans rien à signaler|aucune ombre au tableau|rien ne menace|tout est bon|tout est correct|tout fonctionne correctement|tout roule|tout se porte bien|tout va pour le mieux|au beau fixe|tout est au beau fixe|rien de particulier à signaler|rien de particulier|se portent bien|vont bien|sont sains|est en bonne santé|en parfait état|en parfaite santé|en excellent état|pas d'anomalie|pas de problème|pas de souci|pas de risque|pas d'incident|pas de défaut|pas le moindre souci|pas le moindre problème|zéro problème|zéro risque|zéro souci|zéro alerte|aucun problème ouvert",
  ].join('|'),
  risk: "élément|éléments|points critiques|point critique|points moyens|point moyen|points élevés|point élevé|vulnérabilité|vulnérabilités|fragilité|fragilités|complication|complications|désagrément|blocage|blocages|point d'attention|points d'attention|point de vigilance|points de vigilance|point à surveiller|points à surveiller|élément à surveiller|éléments à surveiller|contrariété|contrariétés|chose qui cloche|choses qui clochent|trouble|troubles|écart|écarts|réserve|réserves|urgence|urgences|questions|problématiques|contretemps|avarie|avaries|carence|carences|alertes ouvertes|grief|griefs|entorse|déficience|déficiences|point qui fâche|ce qui pose problème|motif d'inquiétude|motifs d'inquiétude|sujet d'inquiétude|sujets d'inquiétude|source d'inquiétude|signaux|signal|péril|périls|talon faible",
  worst: [
    "ce qui presse le plus|ce qui compte le plus|ce qui importe le plus|ce qui m'inquiète le plus|ce qui inquiète le plus|ce qui préoccupe le plus|ce qui est le plus grave|ce qui est le plus urgent|ce qu'il y a de plus grave|ce qu'il y a de plus urgent|ce qui est plus grave|le plus à craindre|ce qui menace le plus|ce qui pèse le plus",
    pairsOf(
      'le plus|la plus|les plus|plus|au plus|de loin le plus|de loin la plus|bien plus|nettement plus|plus encore',
      endings(GRAVE, '|e|s|es'),
    ),
    pairsOf('le problème le plus|le risque le plus|le point le plus|la chose la plus|ce qui est le plus|ce qui est de plus', GRAVE),
    'principaux|principales|majeurs|majeure|majeures|plus sérieux encore|pire encore|avant toute autre chose|au premier plan|en premier plan|numéro 1|au sommet|à la première place|tient la première place|en pole position|prioritaires|prioritairement|en première ligne|le plus gros|plus gros|le gros|gros point noir|en tête des|tête|qui prime|priment|premier point|premier souci|premier problème|première alerte|première préoccupation|premier sujet|premier risque|premier constat|point numéro un|sujet numéro un|risque numéro un|priorité numéro un',
  ].join('|'),
  critical:
    'points critiques|point critique|gravissime|gravissimes|de niveau critique|de gravité critique|de sévérité critique|niveau critique|situation critique|alerte critique|cas critique|en situation critique|état critique|en état critique|critiquement',
  high: [
    'points élevés|point élevé',
    'sévère|sévères|lourd|lourde|lourds|lourdes|alarmant|alarmante|conséquent|conséquente|gravement|sérieusement|dangereusement|de niveau élevé|de gravité élevée|de sévérité élevée|niveau élevé|gravité élevée|élevées|importantes|sérieuses|cruellement|fortement|de haut niveau|haute|haut|significatif|significative|préoccupants|préoccupantes|inquiétants|inquiétantes|dangereux|dangereuse|dangereuses|menaçant|menaçante|gros|grosse',
  ].join('|'),
  medium:
    'points moyens|point moyen|de niveau moyen|de gravité moyenne|de sévérité moyenne|niveau moyen|gravité moyenne|sévérité moyenne|gravité modérée|modérée|modérées|de gravité modérée|intermédiaire|intermédiaires|moyennement',
  next: "vient ensuite|viennent ensuite|suivi|suivis|suivie|vient après|viennent après|vient s'ajouter|viennent s'ajouter|vient s'y ajouter|viennent s'y ajouter|à quoi s'ajoute|à quoi s'ajoutent|auquel s'ajoute|auquel s'ajoutent|auxquels s'ajoute|s'ajoutant|s'y ajoutant|second|seconde|le second|la seconde|le premier|la première|l'autre|le deuxième|la deuxième|deuxième|autre|en second plan|au second plan|dans un second temps|figure aussi|figurent aussi|se joint|s'ajoute encore|s'accompagne|s'accompagnent|accompagné|accompagnée|complète|complètent",
  warn: [
    "retenir l'attention|retenir votre attention|doit retenir|doit retenir votre attention|doit retenir l'attention|mériter votre attention|doit attirer|doit vous alerter|doit alerter|doit inquiéter",
    pairsOf(
      'mérite|méritent|demande|demandent|réclame|réclament|requiert|requièrent|appelle|appellent|nécessite|nécessitent|retient|retiennent|attire|attirent|méritant|demandant',
      "votre attention|l'attention|toute votre attention|toute l'attention|notre attention|de l'attention|attention|une attention particulière|un coup d'œil|votre vigilance|une intervention|mon attention|un nettoyage",
    ),
    "pose souci|posent souci|fait problème|font problème|pose difficulté|fait tache|inquiétude|préoccupe le plus|est à surveiller|sont à surveiller|à surveiller|à surveiller de près|à ne pas négliger|à ne pas oublier|à garder à l'œil|à suivre|à suivre de près|à avoir à l'œil|ressort du lot|saute aux yeux|à déplorer|je déplore|on déplore|déplorons|est à déplorer|il faut surveiller|surveillez|surveillez aussi|méfiez-vous|prenez garde|gardez un œil sur|gardez à l'œil|alerte sur|urgence sur|souci sur|souci avec|problème sur|reste à surveiller|restent à surveiller|est en cause|sont en cause|fait des siennes|font des siennes|se distingue|se distinguent|se démarque",
  ].join('|'),
  // losses
  if: "advenant|dans le cas où|dans l'hypothèse où|au cas où|en cas de|en cas d'|si jamais|qu'arrive|supposons que|à supposer que|le jour où|s'il arrivait que|au moment où",
  falls:
    "tomber en panne|devait tomber|devait s'arrêter|devait lâcher|devait tomber en panne|venait à tomber en panne|s'arrêter|lâcher|lâchait|lâche|flanchait|cédait|tombe|défaillait|s'éteignait|venait à lâcher|venait à s'arrêter|venait à flancher|venait à défaillir|vient à s'arrêter|vient à lâcher|est arrêté|est arrêtée|est en panne|est indisponible|devient indisponible|devenait indisponible|était indisponible|était en panne|était arrêté|était arrêtée|cesse de répondre|cesse de fonctionner|cessait de fonctionner|ne fonctionne plus|disparaissait|s'effondre|s'effondrait|fait défaut|faisait défaut|rend l'âme|manque",
  loss_of:
    "en perdant|perdant|à perdre|défaillance|la défaillance|disparition|la disparition|indisponibilité|l'indisponibilité|chute|coupure|panne de|panne|la panne|arrêt|perte|la mise hors service",
  lose: [
    "perdent|perdraient|perdrait|perdez|perdriez|perdrions|fait perdre|ferait perdre|feraient perdre|entraînerait la perte|entraînerait celle|entraîne la perte|entraîne celle|provoquerait la perte|provoque la perte|causerait la perte|signifie la perte|signifierait la perte|conduirait à perdre|mettrait fin à|met fin à|emportent|emporteraient|couperait|coupe|couperaient|arrêterait|arrête|stopperait|interromprait|interrompt|priverait|priveraient|prive|disparaîtrait|disparaîtraient|s'arrêterait|s'arrêteraient|tomberait|tomberaient|tombe avec|s'interrompt|s'interrompent|cesse|cessent|cesserait|cesseraient|ne serait plus assuré|ne serait plus assurée|ne seraient plus assurés|ne seraient plus assurées|n'est plus assuré|n'est plus assurée|ne sont plus assurés|ne sont plus assurées|ne sera plus assurée|ne sera plus assuré|ne seront plus assurés|ne serait plus disponible|ne seraient plus disponibles|ne sera plus disponible|ne seront plus disponibles|n'est plus disponible|ne sont plus disponibles|ne serait plus possible|n'est plus possible|ne fonctionnerait plus|ne fonctionneraient plus|ne fonctionne plus|ne fonctionnent plus|deviendrait indisponible|deviendraient indisponibles|devient indisponible|deviennent indisponibles|serait perdu|est perdu|est perdue|sont perdus|sont perdues|serait interrompue|seraient interrompus|serait interrompu|est interrompue|s'éteint|s'éteindrait|rendrait indisponible|rendrait indisponibles|compromettrait|compromet|mettrait à l'arrêt|ferait tomber|fait tomber|ferait disparaître|fait disparaître|serait coupée|seraient coupés|serait fatale|plus personne pour",
  ].join('|'),
  without:
    "privé de|privée de|privés de|privées de|sans le moindre|dépourvu de|dépourvue de|dépourvu|en l'absence de|sans aucun|sans aucune|privé d'",
  rests: [
    'repose trop|dépend trop|reposent trop|dépendent trop|repose beaucoup|dépend beaucoup',
    'se joue|se jouent|tout se joue|est suspendu|sont suspendus',
    "indispensable|indispensable à|indispensable aux|est indispensable|concentre|concentrent|dépendent de|dépend de|dépend entièrement|dépendent entièrement|repose entièrement|repose exclusivement|repose intégralement|est portée|est porté|sont portés|est assurée|est assuré|sont assurés|est fournie|héberge seul|héberge seule|soutient|supporte|supportent|seule à assurer|seul à assurer|est seule à assurer|est seul à assurer|s'appuie|s'appuient|s'appuie sur|tiennent à|tient tout entier|est supporté|seul garant|garant de|centralise|regroupe|détient|pilier|maillon unique|point unique|point de passage unique|tout l'édifice dépend|tout dépend",
  ].join('|'),
  provides:
    "assure|assurent|assuré|assurée|assurés|assurées|est assurée|est assuré|sont assurés|sont assurées|fournit|fournissent|fourni|fournie|fournis|est fournie|porté|portée|couvert|couverte|d'assurer|continue d'assurer|continuent d'assurer|continuent à assurer|continue à assurer|est le seul à assurer|sont seuls à assurer|prend en charge|prennent en charge|est prise en charge|offre|offrent|propose|proposent|sert|servent|reste assurée|reste assuré|restent assurés|rend|rendent|délivre|délivrent|peut assurer|peuvent assurer|est seul à assurer|est seule à assurer|est le seul à fournir|dispose|disposent",
  spof: 'maillon unique|point unique|points uniques|point de rupture|point de rupture unique|point de fragilité unique|point faible unique|points faibles uniques|point unique de défaillance|points uniques de défaillance|point unique de rupture|unique point de défaillance|seul point de défaillance|point central de défaillance|point critique unique|maillon critique|maillon fragile|spof|points individuels de défaillance|point de fragilité',
  fallback:
    'prendre la suite|prendre sa place|prendre sa relève|prendre la relève|assurer la relève|assurer le relais|assure la relève|assure le relais|prendre le relais de|peut le remplacer|peut la remplacer|ne peut le remplacer|ne peut la remplacer|peut les remplacer|le remplacer|la remplacer|les remplacer|équivalent|substitut|repli possible|repli prévu|relève prévue|solution alternative|second exemplaire|doublon|doubler|dupliquer|redondante|redondance prévue|machine de secours|nœud de secours|serveur de secours|bascule',
  // things
  disk: "espace|espace de stockage|place disque|capacité de stockage|volume|volumes|partition|partitions|système de fichiers|volume disque|support de stockage|l'espace disque|l'espace de stockage|espace du disque|disque principal|disque système|capacité|sa capacité|de sa capacité|sa place|son espace|racine|la racine|disque racine|partition racine|montage|point de montage",
  machine: "l'hôte|serveur physique|l'ordinateur|la station|station",
  gpu: 'puce graphique|puces graphiques|processeur graphique|processeurs graphiques|cartes|carte|carte vidéo|accélérateur|accélérateurs|carte gpu|rtx 2060|une rtx 2060',
  memory: 'mémoire vidéo|vram|mémoire graphique|mémoire du gpu|mémoire du système|mémoire système',
  ram: 'mémoire du système|mémoire système',
  model: "modèle d'ia|modèle de langage|llm|modèles d'ia",
  port: "porte d'entrée réseau|port réseau|port tcp|ports réseau",
  service: 'application|applicatif|démon',
  program: 'application|appli|applications|démon|services|service|programmes|logiciels|outil',
  backup: 'copie de sauvegarde|copies de sauvegarde|jeu de sauvegarde|archive|archives',
  updates: 'patchs de sécurité|correctifs de sécurité|mises à jour de sécurité|paquets|paquet|paquets de sécurité|mises à niveau',
  inventory: "dans l'inventaire|de l'inventaire|à l'inventaire|liste de l'inventaire",
  // predicates
  full: [
    "occupation|d'occupation|taux d'occupation|taux de remplissage|taux d'utilisation|d'utilisation|utilisation|de remplissage|niveau de remplissage|plein aux|occupés|utilisés|utilisées|remplis|remplies|pris|prise|est pris|sont pris|sont déjà pris|déjà pris|déjà occupé|déjà utilisé|déjà rempli|consommé|consommés|consommée|employé|saturés|saturées|est saturé|chargé à|approche de la saturation|approche la saturation|approche du plein|s'approche de la saturation|frôle la saturation|frise la saturation|arrive à saturation|arrivé à saturation|est à saturation|à saturation|au bord du plein|bondé|comble|engorgé|encombré|encombrée|trop rempli|trop plein|trop pleine|se sature|se remplit|fait le plein|est presque plein|d'espace utilisé|d'espace occupé|d'espace consommé|espace utilisé|espace occupé|de place utilisée|de place occupée|limité|limitée|réduit|réduite|restreint|restreinte|épuisé|quasi épuisé|quasiment épuisé|presque épuisé|manque d'espace|manque cruellement d'espace|manque cruellement de place|n'a presque plus de place|il ne reste presque plus de place|il ne reste presque plus d'espace|il reste très peu d'espace|il reste très peu de place|il reste peu de place|il reste peu d'espace|reste très peu d'espace|reste très peu de place|très peu d'espace|très peu de place|peu d'espace|peu de place|a besoin d'espace|a besoin d'espace disque|a besoin de place|besoin de place|besoin d'espace|à l'étroit|dans le rouge|dépasse|dépassent|gonflé|à bloc|plein à craquer|ne dispose presque plus de place|n'a plus beaucoup de place|presque rempli",
    pairsOf(
      'quasiment|quasi|presque|pratiquement|bientôt|très|trop|bien',
      "plein|pleine|rempli|remplie|saturé|saturée|occupé|occupée|utilisé|utilisée|complet|à saturation|à court d'espace|à court de place",
    ),
  ].join('|'),
  readonly:
    "non inscriptible|non inscriptibles|n'est plus inscriptible|n'est pas inscriptible|plus inscriptible|pas inscriptible|bloqué en lecture|verrouillé en lecture seule|monté en lecture seule|est monté en lecture seule|basculé en lecture seule|a basculé en lecture seule|est passé en lecture seule|n'accepte aucune écriture|n'accepte pas les écritures|n'accepte plus aucune écriture|n'accepte plus d'écriture|refuse toute écriture|interdit l'écriture|ne permet plus d'écrire|impossible d'y écrire|ne peut plus être écrit|ne s'écrit plus|figé en lecture seule|accessible en lecture seule|accessible uniquement en lecture|ouvert en lecture seule|protégé en écriture|se trouve en lecture seule|devrait accepter les écritures|alors qu'il devrait accepter les écritures|devrait être inscriptible",
  hot: 'chauffage|échauffement|surchauffe thermique|thermique|température trop élevée|température excessive|température anormale|en surchauffe nette|surchauffant|chauffant|chauffe aussi|chauffe également|monte en chaleur|surcharge thermique|haute température|température mesurée|relevé de température|sa température|degrés celsius',
  left: "libres|de libre|disponible|encore disponible|encore libre|restants|restant|restante|de reste|il reste|reste|il n'en reste|subsiste|il subsiste|dispose encore|ne dispose plus que|ne dispose que|n'a plus que|ne conserve que|ne garde que",
  low: "presque vide|à sec|presque à sec|très basse|très faible|trop faible|insuffisante|manque|manque aussi|fait défaut|fait cruellement défaut|quasiment plus|quasi nulle|au minimum|très réduite|réduite|limitée|restreinte|à peine|presque entièrement utilisée|presque toute utilisée|s'épuise|s'amenuise|critique|tendue|saturée|presque pleine",
  open: "exposition|l'exposition|exposé|ouverte|ouvertes|ouvert trop largement|trop ouvert|trop exposé|largement ouvert|trop largement ouvert|trop largement exposé|laissé ouvert|est laissé ouvert|demeure accessible|est accessible|sont accessibles|accessibles|visible de|visible depuis|visible par|est visible|visibles|se voit de|atteignable|atteignables|est atteignable|consultable|lié à toutes les interfaces|est lié à toutes les interfaces|écoute sur toutes les interfaces|pas fermé|n'est pas fermé|n'est toujours pas fermé|toujours pas fermé|demeure ouvert|s'offre|offert|à la portée",
  whole_network: [
    pairsOf(
      'à|de|depuis|par|sur|pour|vers',
      "tout le réseau|l'ensemble du réseau|toute machine du réseau|toutes les machines du réseau|tous les appareils du réseau|tous sur le réseau|tous les postes du réseau|n'importe quelle machine du réseau|n'importe quel appareil du réseau|n'importe quel poste du réseau|tout appareil du réseau|la totalité du réseau|le réseau tout entier|l'intégralité du réseau|tout le réseau local|l'ensemble du réseau local|tout le monde sur le réseau|quiconque sur le réseau|le réseau entier|tout un chacun sur le réseau|le réseau local entier",
    ),
    "l'ensemble du réseau|de partout sur le réseau|partout sur le réseau|au réseau tout entier|au réseau local entier|depuis le réseau|à toutes les interfaces|toutes les interfaces|sur toutes les interfaces|au reste du réseau|au réseau local|sur le réseau local",
  ].join('|'),
  lan: "depuis tout le réseau local|sur tout le réseau local|à tout le réseau local|au réseau local entier|par tout le réseau local|dans tout le réseau local|à l'ensemble du réseau local",
  no_password:
    "sans mot de passe ni jeton|sans aucun mot de passe|sans aucune authentification|sans jeton d'sans protection|sans la moindre authentification|aucune authentification|aucun mot de passe|sans identification|sans contrôle d'ni mot de passe|n'exige aucun mot de passe|n'exige aucune authentification|n'exige pas d'authentification|ne demande aucun mot de passe|ne demande aucune authentification|ne demande pas de mot de passe|sans s'authentifier|sans rien demander",
  loaded: 'chargés en mémoire|est chargé|a chargé|ont chargé|en mémoire vive',
  unloaded:
    "pas en mémoire|n'est pas en mémoire|absent de sa mémoire|absente de la mémoire|hors de la mémoire|pas actif|n'est pas actif|non actif|inactif|n'est pas disponible en mémoire|pas encore chargé|n'est pas encore chargé|n'a pas encore été chargé|n'a pas été chargé|pas été chargé|attend d'être chargé|reste à être chargé|n'est toujours pas chargé|ne l'a pas chargé|ne sert pas|ne propose pas|n'est pas servi|n'a pas en mémoire|ne tient pas en mémoire|devrait être chargé|devrait être en mémoire|devrait avoir en mémoire|aurait dû être chargé|devait être chargé|n'a rien de chargé|rien de chargé",
  missing: [
    "introuvable|introuvables|est introuvable|n'y est pas|n'y est pas installé|pas installé|pas installés|non installé|non installés|n'est pas installé|n'a pas été installé|n'a pas installé|n'est pas présent|n'est pas disponible|indisponible|pas présent|pas disponible|fait encore défaut|manque encore|manquants|privé de|privée de|devrait posséder|devrait disposer de|devrait disposer d'|devrait avoir|devrait héberger|devrait proposer|devrait figurer|ne dispose pas de|ne dispose pas d'|ne dispose pas du|ne possède pas le|n'a pas le|n'a pas non plus|reste à installer|n'est pas au rendez-vous|il lui manque|lui font défaut|en manque|n'héberge pas|ne contient pas|ne trouve pas",
  ].join('|'),
  listens: "écoutant|à l'écoute sur|est en écoute|en écoute|ouvre|a ouvert|tient|utilise|occupe",
  undeclared: [
    pairsOf(
      "non|pas|qui n'est pas|qui ne sont pas|n'est pas|ne sont pas|n'étant pas",
      'répertorié|répertoriés|recensé|recensés|référencé|référencés|déclaré|déclarés|inscrit|inscrits|listé|listés|enregistré|enregistrés|inventorié|inventoriés|identifié|identifiés|prévu|prévus',
    ),
    pairsOf(
      pairsOf(
        "non|pas|qui n'est pas|qui ne sont pas|n'est pas|ne sont pas",
        'répertorié|répertoriés|recensé|recensés|référencé|référencés|déclaré|déclarés|inscrit|inscrits|listé|listés|enregistré|prévu|prévus',
      ),
      "dans l'inventaire|à l'inventaire|par l'inventaire|de l'inventaire",
    ),
    "inconnue de l'inventaire|inconnus dans l'inventaire|inconnu dans l'inventaire|absente de l'inventaire|étrangère à l'inventaire|étrangers à l'inventaire|hors de l'inventaire|en dehors de l'inventaire|que l'inventaire ne mentionne pas|que l'inventaire ne liste pas|que l'inventaire ne prévoit pas|inconnue|non identifié|ne figure pas à l'inventaire|ne figurent pas à l'inventaire|qui ne figurent pas dans l'inventaire|ne sont pas dans l'inventaire|n'est pas dans l'inventaire|n'apparaît pas dans l'inventaire|n'apparaissent pas dans l'inventaire|manque à l'inventaire|manquent à l'inventaire|n'appartient pas à l'inventaire",
  ].join('|'),
  waiting:
    "à déployer|à mettre en place|en attente d'installation|attendent d'être installées|attendent d'être appliquées|en attente d'application|doivent être installées|doivent être appliquées|doivent être faites|ne sont pas appliquées|ne sont pas encore installées|n'ont pas été appliquées|n'ont pas été faites|n'ont pas encore été installées|n'ont pas encore été appliquées|à installer sans tarder|restent en attente|restent à appliquer|restent à passer|manquent|non installés|non appliqués|pas installés|pas appliqués|en retard|disponibles",
  old: "n'est plus récent|n'est plus récente|vieux|vieille|vieilles|date d'il y a|datant|datant de|périmée|périmé|obsolète|dépassée|ancien|trop ancien|plus à jour|pas à jour",
  silent:
    "ne s'alimente plus|n'enregistre plus rien|n'est plus alimenté|sans activité|inactif|figé|à l'arrêt|sans nouvelle ligne|aucune ligne|n'a rien reçu|n'a rien enregistré|plus aucune écriture|aucune écriture|rien écrit|muets",
  again:
    "retrouvé|a retrouvé|ont retrouvé|remarche|refonctionne|répond à nouveau|fonctionne à nouveau|fonctionne de nouveau|est remonté|sont remontés|s'est rétabli|se sont rétablis|a repris|ont repris",
  still:
    "déjà là|persiste|persistent|persistait|était déjà là|demeure depuis|n'a pas changé|inchangé|inchangée|inchangés|inchangées|reste inchangé|sans changement",
  stale: [
    'mais non revérifié|pas revu|non revu',
    LAST,
    pairsOf("lors de|lors du|lors d'|au moment de|au moment du|pendant|durant", LAST),
    pairsOf(
      'lors du dernier|lors du précédent|au dernier|au précédent|lors de la dernière|lors de la précédente|à la dernière|à la précédente',
      MEASURES,
    ),
    "pas été revu|n'a pas été revu|pas été revus|n'ont pas été revus|non revu|non revue|n'a pas pu être revu|n'a pas pu être revue|pas pu être revu|reste donc à vérifier|restent donc à vérifier|restent à vérifier|restent à confirmer|à confirmer|n'a pu être revérifié|n'ont pu être contrôlés|n'a pu être contrôlé|n'a pu être contrôlée|n'ont pu être revérifiés|n'a pas été contrôlée de nouveau|n'a pas été contrôlé de nouveau|pas été contrôlé de nouveau|pas été contrôlée de nouveau|n'a pas été mesuré de nouveau|n'a pas été vérifié de nouveau|pas pu vérifier à nouveau|n'ai pas pu vérifier à nouveau|n'ai pas pu le vérifier à nouveau|pas pu vérifier de nouveau|pas pu être contrôlé à nouveau|n'a pas pu être contrôlé à nouveau|n'a pas pu être contrôlée à nouveau|pas pu être contrôlée de nouveau|n'a pas pu être contrôlé de nouveau|n'a pas pu être contrôlée de nouveau|n'a pas pu être mesuré à nouveau|n'a pas pu être mesurée à nouveau|n'a pas pu être relevé à nouveau|cette fois n'a pas pu être lu|ancienne mesure|mesure ancienne|mesure antérieure|relevé antérieur|précédent relevé|valeur antérieure|antérieurement|la fois dernière|au contrôle précédent|à la mesure précédente|lors du contrôle précédent|lors du précédent contrôle|lors de la mesure précédente|avant|plus tôt|naguère|en attente de vérification|en attente de revérification|non actualisé|non actualisée|non confirmés|faute de nouvelle mesure|faute de mesure|faute de lecture récente",
  ].join('|'),
  past: 'avait été relevé|avait été relevé|avait été mesuré|avait été vu|avait été constaté|a été mesuré|étaient à|était à|relevé|mesuré|affichait encore|chauffait|indiquait|marquait',
  since: [
    pairsOf('depuis|par rapport à|par rapport au|comparé à|comparé au|en regard de|vis-à-vis de|relativement à|depuis lors et', LAST),
    pairsOf(
      'depuis|par rapport à|par rapport au|comparé à|comparé au',
      "le dernier|le précédent|la précédente|celui d'hier|l'audit d'hier|la veille|la dernière",
    ),
  ].join('|'),
  fixed:
    "correction|corrections|levée|levées|clos|close|soldé|soldés|n'est plus d'actualité|ne sont plus d'actualité|ne pose plus de problème|ne posent plus de problème|ne pose plus problème|résolue|résolues|réglée|réglées|corrigée|corrigées|disparue|disparues|supprimé|supprimés|résorbé|résorbés|traité|traités|rentré dans l'ordre|rentrés dans l'ordre|est rentré dans l'ordre|sont rentrés dans l'ordre|solutionné|solutionnés|derrière nous|a été corrigé|ont été traités|éteints|éteint|amélioré|améliorés",
  fresh:
    "apparition|apparitions|apparaissent|est apparue|sont apparues|apparue|apparues|surgi|surgis|viennent d'apparaître|vient d'apparaître|se sont déclarés|s'est déclaré|se sont ajoutées|s'est ajoutée|ont surgi|ont émergé|a émergé|nouveau venu|nouveaux venus|nouvellement|récent|récents|récente|récemment|ajouté|ajoutés|ajoutée|ajoutées|de fraîche date|depuis peu",
  // network
  no_network:
    "réseau me fait défaut|le réseau me fait défaut|réseau me manque|le réseau me manque|n'est pas connectée au réseau|n'est pas connecté au réseau|n'est pas reliée au réseau|n'est pas relié au réseau|n'est plus connectée au réseau|n'est plus connecté au réseau|pas connectée au réseau|pas connecté au réseau|pas reliée au réseau|n'est connectée à rien|n'est raccordée à aucun réseau|n'est pas raccordée au réseau|n'est pas sur le réseau|n'est reliée à aucun réseau|plus connectée au réseau|n'ai plus accès au réseau|je n'ai plus accès au réseau|n'a plus accès au réseau|hors du réseau|isolement|déconnexion|absence de connexion|l'absence de connexion|d'autre réseau|pas d'autre réseau|n'a pas d'autre réseau|n'a aucun réseau|n'ai aucun réseau|aucun réseau disponible|sans aucun réseau|sans le moindre réseau|le réseau fait défaut|réseau fait défaut|réseau local fait défaut|le réseau étant absent|réseau étant absent|le réseau étant coupé|réseau étant coupé|réseau étant indisponible|réseau inaccessible|le réseau est inaccessible|réseau est inaccessible|réseau injoignable|réseau coupé|panne de réseau|panne réseau|coupure réseau|coupure de réseau|sans accès au réseau|sans accès réseau|sans connexion|privée de connexion|privé de connexion|réseau local absent|plus aucun réseau|hors connexion|coupé du reste|coupée du reste|réseau n'est pas disponible|le réseau n'est pas disponible|réseau n'est pas accessible|le réseau n'est pas accessible",
  cannot_tell: [
    "je ne peux rien en dire|je n'en sais rien|je ne peux rien en savoir|je n'en peux rien dire",
    "ne sais pas dans quel état|ne sais donc pas dans quel état|je ne sais donc pas dans quel état|je ne sais pas dans quel état|j'ignore dans quel état|ne sais donc pas|je ne sais donc pas|j'ignore donc|j'ignore|ignore",
    pairsOf(
      "impossible de|incapable de|impossible donc de|il m'est impossible de|il est impossible de|je suis incapable de|je suis dans l'incapacité de",
      "me prononcer|me prononcer sur|vous dire|dire quoi que ce soit|en dire plus|juger|juger de|vérifier quoi que ce soit|savoir quoi que ce soit|vérifier|évaluer|lire|joindre|consulter|contrôler|examiner|dire ce qu'il en est|connaître|dire|me prononcer à leur sujet|savoir|conclure",
    ),
    "ne peux pas me prononcer|je ne peux pas me prononcer|ne puis rien dire|je ne puis rien dire|ne peux rien vous dire|je ne peux rien vous dire|rien ne permet de dire|rien ne permet de savoir|rien ne permet d'affirmer|ne peut pas être jugé|ne peuvent pas être jugés|ne peuvent pas être jugées|ne peut être jugé|n'a pu être jugé|n'ont pu être jugées|n'a pas pu être jugé|n'ont pas pu être jugées|n'ont pas pu être vérifiées|empêche de vérifier|m'empêche de vérifier|m'empêche de lire|m'empêche de juger|m'empêche de dire|m'empêche de voir|m'empêche de joindre|m'empêche d'atteindre|m'empêche de consulter|empêche de lire|empêche de juger|empêche toute lecture|empêche toute vérification|empêche tout contrôle|empêche toute mesure|empêche d'en dire plus|m'empêche d'en dire plus|indéterminé|indéterminée|indéterminés|reste à vérifier|tout reste à vérifier|restent à vérifier|demeure indéterminé|demeure inconnu|restent inconnus|reste inconnu|sont inconnus|sont inconnues|est inconnu|n'est pas connu|ne sont pas connus|m'échappe|m'échappent|échappe|échappent|n'ont pas pu être lues|n'ont pas pu être lus|rien ne peut être dit|rien ne peut être affirmé|on ne peut rien dire|on ne peut rien affirmer|on ne sait rien|je n'ai donc rien pu lire|n'a donc rien pu lire|n'ai donc rien pu lire|rien n'a donc pu être lu|rien de distant n'a pu être jugé|je m'abstiens|je ne me prononce pas|ne me prononce pas|je ne me prononcerai pas|je ne saurais rien dire|ne saurais rien dire|aucune information|je n'ai aucune information|n'ai aucune information|sans information|pas d'information|aucune donnée|je n'ai aucune nouvelle|si les nœuds fonctionnent|si les autres fonctionnent|si les autres répondent|si elles fonctionnent|si elles répondent",
  ].join('|'),
  ask: 'contacter|atteindre|lire|interroger|sonder|observer|consulter|évaluer|vérifier|examiner|contrôler|noter',
  subjects:
    "à distance|distant|distants|distantes|ailleurs|ailleurs que sur lui-même|lui-même|elle-même|autre chose|leur sujet|à leur propos|de leur côté|l'état des nœuds|état des nœuds|machines distantes|les machines distantes|ordinateur|poste|chez moi|autour|alentour|ici|au-delà|au-delà de cette machine|extérieur|l'extérieur|qui mène l'audit|qui fait l'audit|qui réalise l'audit|qui conduit l'audit|qui audite|hors de cette machine|en dehors de cette machine",
  nothing_read:
    "rien n'a pu être jugé|rien n'a pu être vérifié|rien n'a pu être contrôlé|n'ai rien pu observer|je n'ai rien pu observer|rien pu observer|n'ai rien pu examiner|rien pu mesurer|rien pu joindre|n'ai rien pu joindre|je n'ai rien pu joindre",
  // actions
  first: [
    "s'occuper de|s'occuper d'|s'occuper du|occupez-vous de|occupez-vous d'|occupez-vous du|s'attaquer à|s'attaquer au",
    pairsOf(
      "il est|il serait|il paraît|c'est",
      pairsOf(
        'recommandé|conseillé|préférable|souhaitable|judicieux|nécessaire|indispensable|impératif|essentiel|prioritaire|urgent|important|utile|bon|prudent|sage|opportun|préconisé',
        "de|d'|de commencer par",
      ),
    ),
    pairsOf(
      'je vous|je',
      pairsOf(
        'recommande|conseille|suggère|préconise|propose|invite|encourage|demande',
        "de|d'|à|de commencer par|vivement de|fortement de|d'abord de|avant tout de|en priorité de",
      ),
    ),
    pairsOf(
      "la première|la meilleure|l'|la prochaine|la bonne",
      pairsOf(
        'action|mesure|étape|chose|démarche|opération|intervention|tâche',
        "à mener|à faire|à prendre|à entreprendre|est d'|consiste à|à mener est de|à faire est de|à prendre est de|à mener consiste à|à faire consiste à|sera de|serait de|prioritaire|prioritaire est de|immédiate|recommandée|conseillée|à mener est la suivante",
      ),
    ),
    "vous devriez|vous devriez d'abord|n'oubliez pas de|n'oubliez pas d'|veuillez|merci de|tâchez de|essayez de|prenez le temps de|prévoyez d'abord de|songez à|pensez d'abord à|au plus tôt|dans les meilleurs délais|immédiatement|rapidement|sans délai|sans plus attendre|tout de suite|dans l'immédiat|urgemment|mieux vaut|le mieux est de|le mieux serait de|la solution est de|le remède est de|le remède :|priorité numéro un|en première intention|prioritairement|il importe de|il importe d'|il conviendrait de|il conviendrait d'|il conviendra de|il conviendra d'|il y a lieu de|il suffit de|il suffira de|il suffirait de|on peut commencer par|vous pourriez|à faire sans tarder|à commencer sans tarder|à mener en priorité|à entreprendre en premier|première action conseillée|première action recommandée|conseil :|recommandation|recommandations|ma recommandation est de|mon conseil est de|la priorité est de|la priorité est d'|la priorité va à|la priorité revient à|priorité à la|priorité au|priorité aux|première priorité|la toute première chose|la marche à suivre|à prévoir|plan d'action|action à mener|action immédiate|action conseillée|action attendue",
  ].join('|'),
  must: "devrait|devraient|devra|devront|devrait être|devraient être|doivent être|devra être|mérite d'être|méritent d'être|méritent|appelle|requiert|nécessite|nécessitent|reste donc à|consiste à|est nécessaire|sont nécessaires|s'impose|s'imposent|est recommandé|est recommandée|est conseillé|est conseillée|est conseillée en premier|est souhaitable|serait utile|serait bienvenu|serait bienvenue|est de mise|est à prévoir|suffira de|conviendrait de|conviendra de|permettrait|permettra|dont il faut|il vous faut|il vous faudra|vous pouvez|pouvez|nécessaire|conseillé|conseillée|recommandé|recommandée|préconisé|préconisée|à mener|entreprendre|mener|procéder|procéder à|procédez|procédez à|prendre soin|effectuer|effectuez",
  later:
    "ensuite aussi|plus tard|à terme|par après|dans un deuxième temps|en deuxième lieu|puis aussi|viendra ensuite|il faudra ensuite|il faudra aussi|il faudra également|pensez aussi à|pensez également à|songez aussi à|n'oubliez pas non plus|n'oubliez pas aussi|à faire aussi|à prévoir aussi|à prévoir ensuite|à prévoir plus tard|de même|en complément|et aussi",
  'horizon:48h':
    "sous 48 heures|sous quarante-huit heures|dans les 48 heures|dans les quarante-huit heures|d'ici 48 heures|d'ici quarante-huit heures|sous deux jours|dans les deux jours|d'ici deux jours",
  'horizon:week-1':
    "cette semaine|dans la semaine|d'ici la fin de la semaine|sous une semaine|d'ici une semaine|avant la fin de la semaine|dans les sept jours|sous sept jours|dans le courant de la semaine|au cours de la semaine|sous huit jours",
  'horizon:later': 'plus tard|à plus tard|ultérieurement|par la suite|pour plus tard',
  'do:restart':
    "remise en marche|remise en route|remise en service|la remise en marche|la remise en route|redémarrage|relance|la relance|rétablir|rétablissez|le redémarrer|les redémarrer|le relancer|les relancer|redémarrer d'abord|redémarrage immédiat|faites redémarrer|faites repartir|faire repartir|ranimer|redonner vie",
  'do:put_back': 'remettre|remettez|remets|remettant|remise',
  'do:start':
    'le démarrer|remettre en marche|remettez en marche|activer|activez|mettre en route|mettez en route|mise en route|mettre en marche|mettez en marche|faire démarrer|démarrage|le lancer|redémarrer|redémarrez|redémarre|réactiver|remettre en service|remettez en service',
  'do:free':
    "purger|purgez|purge|une purge|la purge|le purger|purgeant|purgé|désengorger|désengorgez|faire le tri|faites le tri|du tri|supprimer des fichiers|libérer de l'espace disque|libérez de l'espace disque|un nettoyage|un peu de place|un peu d'espace|de l'espace|espace|de l'espace disque|de l'espace libre|déplacer|déplacez|déplacez des modèles|déplacer des modèles|fermer|fermez|réduire l'occupation|du volume|gagnez de la place|alléger le disque|le vider|y libérer|y faire|récupérer de l'espace|récupérez de l'espace|vide|un grand ménage|faire du ménage|faites du ménage|du ménage|désencombrez|allégez|videz",
  'do:cool':
    'refroidi|refroidie|refroidis|la ventilation|sa ventilation|ventilation|améliorer la ventilation|améliorez la ventilation|améliorer sa ventilation|améliorez sa ventilation|augmenter la ventilation|augmentez la ventilation|nettoyer|nettoyez|nettoyage|limiter la puissance|limitez la puissance|limiter sa puissance|limitez sa puissance|la puissance|faire descendre la température|faites descendre la température|abaisser la température|abaissez la température|réduire la température|réduisez la température|faire chuter la température|le refroidir|la refroidir|dissiper la chaleur|améliorer le refroidissement|améliorez le refroidissement|température',
  'do:load': 'le charger|mettre en mémoire|mettez en mémoire|charger en mémoire|chargez en mémoire|chargement|activer|activez|servir',
  'do:plan':
    "prévoir|envisager|envisagez|ajout|l'ajout|déployer|déployez|doter|dotez|mettre sur pied|installer|installez|assurer|assurez|créer|créez|doubler|doublez|renforcer|renforcez|dupliquer|dupliquez|à renforcer|mise en place",
  'do:update':
    'appliquer les correctifs|appliquez les correctifs|installer les correctifs|installez les correctifs|appliquer|appliquez|lancer les mises à jour|lancez les mises à jour|faire les mises à jour|faites les mises à jour|effectuer les mises à jour|effectuez les mises à jour|procéder aux mises à jour|mise à niveau|une mise à jour|de les installer|de les appliquer|les installer|les appliquer',
  'do:close':
    "restreindre|restreignez|le restreindre|limiter|limitez|limiter l'limitez l'restreindre l'restreignez l'le fermer|au pare-feu|pare-feu|bloquer|bloquez|isoler|isolez|verrouiller|verrouillez|lier|liez|à la machine locale|retirer|couper l'coupez l'refermer au réseau|filtrer|filtrez|masquer",
  'do:protect':
    'sécuriser|sécurisez|sécurise|ajouter un mot de passe|ajoutez un mot de passe|ajouter une authentification|mettre un mot de passe|mettez un mot de passe|exiger un mot de passe|exigez un mot de passe|exiger un jeton|exigez un jeton|restreindre|verrouiller',
  'do:install': "ajouter|ajoutez|l'installer|les installer|télécharger|téléchargez|récupérer|pose|mettre en place",
  'do:repair': 'remettre en marche|rétablir|rétablissez|corriger|corrigez|reprendre|relancer|relancez',
  'do:check': "vérifiez celui|inspecter|inspectez|regarder|regardez|jeter un œil|contrôle|vérifier l'état|vérifiez l'état",
  'do:recheck':
    "rendre|rendez|rendre lisible|rendre lisibles|rendre de nouveau lisible|rendre de nouveau lisibles|de nouveau lisible|de nouveau lisibles|à nouveau lisible|à nouveau lisibles|relancer l'audit|relancez l'audit|refaire l'audit|refaites l'audit|la remise en lecture|remise en lecture|une nouvelle lecture|nouvelle lecture|une nouvelle mesure|nouvelle mesure|relire|relisez|rétablir la lecture|rétablissez la lecture|revoir|nouveau contrôle|un nouveau contrôle|contrôler à nouveau|contrôlez à nouveau|contrôler de nouveau|contrôlez de nouveau|remesurer|remesurez|vérifier de nouveau|revérification|la revérification|une revérification",
  'cap:text': 'le texte|texte|du texte|de texte|génération du texte|la génération du texte|production de texte',
  'cap:embedding': "les embeddings|des embeddings|vecteurs|d'embeddings",
  'u:degree': 'degrés celsius|degré celsius|celsius',
  'u:gib': 'gio|gibioctets|gibioctet',
  'u:mib': 'mio|mébioctets',
  'u:ms': 'millisecondes|milliseconde|ms',
  maybe:
    'éventuellement|sans doute|probablement|vraisemblablement|semble|semblent|semblerait|pourrait|pourraient|paraît|paraissent|possiblement',
  none_critical:
    "rien n'est critique|rien de critique|rien n'est critique|rien de vraiment critique|aucun point critique|rien de très critique",
  or: 'ou|ou bien|ou encore',
  node: 'nœuds prévus|nœuds attendus|serveurs attendus',
  cause:
    "à cause de|à cause d'|à cause du|en raison de|en raison d'|en raison du|du fait de|du fait d'|du fait du|étant donné que|vu que|dès lors que|compte tenu de|compte tenu du",
  also: 'tout comme|de même que|au même titre que',
  no: 'mais pas',
  whole:
    "le cluster est entièrement à l'arrêt|le cluster est à l'arrêt|le cluster est totalement à l'arrêt|le cluster est complètement à l'arrêt|cluster à l'arrêt",
  both: 'tous deux|tous les deux|toutes deux|toutes les deux',
  not_able:
    "impossible de donner|impossible d'établir|impossible de rendre|impossible à donner|impossible à rendre|impossible à établir|ne peut pas être donné|ne peut pas être rendu|ne peut être rendu|ne peut être donné|ne peut pas|ne peut pas être|ne peut être|ne peuvent pas|ne peuvent pas être|ne peux pas",
  unchanged:
    "n'ont pas bougé|n'ont pas bougé par rapport à|se maintient à|se maintiennent à|n'a pas bougé|inchangée à|stagne à|reste stable à|restent stables à|est stable à|n'a pas changé|n'ont pas changé|stable|stables",
  moves: 'passe de|est passée de|est passé de|passant de|passe désormais de',
  empty: 'fonctionne à vide',
  powered_off: 'éteint|éteints|éteinte|éteintes|hors tension|coupé|coupés|débranché|débranchés',
  spare: 'il reste|il en reste|dispose encore|libre|libres|de libre|disponible|disponibles|encore libre|encore disponible',
  done: 'redémarré|redémarrés|redémarrée|relancé|relancés|démarré|démarrés|lancé|lancés|refroidi|refroidis|refroidie|réparé|réparés|réparée|réparées|purgé|purgés|nettoyé|nettoyés|libéré|libérés|libérée|protégé|protégés|sécurisé|sécurisés|renouvelé|renouvelée',
};

const MUST =
  "doit être|devrait être|devra être|doivent être|devraient être|mérite d'être|a besoin d'être|demande à être|reste à être|est à";
const DONE: Readonly<Record<string, string>> = {
  'do:load': 'chargé|mis en mémoire',
  'do:install': 'installé|ajouté',
  'do:close': 'fermé|restreint|limité',
  'do:start': 'démarré|lancé|remis en marche|activé',
  'do:restart': 'redémarré|relancé|remis en marche|remis en route',
  'do:repair': 'réparé|réparée|remise en marche|corrigée',
  'do:free': 'vidé|purgé|libéré|nettoyé|allégé|désengorgé',
  'do:cool': 'refroidi|ventilé|rafraîchi',
  'do:protect': 'protégé|sécurisé',
};

/** « Doit être chargé »: what is to be done, said of a thing. */
export const duties: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(DONE).map(([concept, participles]) => [concept, pairsOf(MUST, participles)])),
  must: Object.values(DONE)
    .map((participles) => pairsOf(MUST, participles))
    .join('|'),
  only: "n'est plus que|n'est que|ne sont que|ne sont plus que|n'est plus que de|n'est que de|n'obtient que|n'a que|ne dépasse pas",
  he: 'ce nœud|ce noeud|ce dernier|cette dernière|ces nœuds|ces derniers',
  topic:
    "du côté des nouveautés|côté nouveautés|au rayon des nouveautés|côté|du côté|du côté de|du côté du|du côté des|quant à|quant au|quant aux|concernant|s'agissant de|s'agissant du|s'agissant des|pour ce qui est de|pour ce qui est du|pour ce qui est des|au chapitre|au chapitre des|au chapitre du|en matière de|en matière d'|au niveau de|au niveau du|au niveau des|sur le plan de|sur le plan du|sur le plan des|en ce qui concerne|à propos de|à propos du|à propos des|au sujet de|au sujet du|au sujet des|au rayon|au rang des",
  unlike:
    "contrairement à|contrairement au|contrairement aux|à la différence de|à la différence du|à l'inverse de|à l'inverse du|à l'opposé de|ce qui n'est pas le cas de|ce qui n'est pas le cas du|ce qui n'est pas le cas des|ce n'est pas le cas de|ce n'est pas le cas du",
  one: 'celui|celle|celui-là|celle-là',
  watch:
    "doit être traité|doit être réglé|doit être corrigé|devrait être traité|devrait être réglé|devrait être corrigé|doivent être traités|doivent être réglés|doit être résolu|devrait être résolu|est à traiter|sont à traiter|est à régler|sont à régler|est à corriger|doit être pris en charge|mérite d'être traité|mérite d'être réglé",
  latter: 'ce dernier|cette dernière|ces derniers',
  self: "je|j'|nous|je vais|nous allons",
  can: 'possible|possibles|potentiel|potentiels|potentielle|éventuel|éventuels|éventuelle|imaginable|imaginables',
};
