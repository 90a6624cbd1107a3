import { joined } from '../claim-families.ts';
import type { Claims } from '../claims.ts';
import { duties, families } from './claim-families.ts';
import { NO_NETWORK, NOTHING_READ, UNCHECKED, UNREAD, WHETHER } from './claim-forms.ts';
import { inWords } from './numbers.ts';

/**
 * The words that a claim may be made of, by concept: all ways to say one thing, separated by bars. A word that stands nowhere here, nor in
 * the sentence of a finding, is explained by nobody. `_` says nothing. Opposites of concepts come with a negation.
 */
const own: Readonly<Record<string, string>> = {
  _: `selon|resté|restés|restée|restées|leurs|lequel|laquelle|lesquels|desquels|duquel|auquel|auxquels|tel|telle|tels|quel|quelle|présente|présentent|touche|touchent|affecte|affectent|vise|connaît|rencontre|subit|souffre|apparaît|figure|signifie|implique|impliquerait|revient|reviendrait|équivaut|voudrait|contrôle|passage|examen|inspection|niveau|taux|parc|ensemble|moi|soi|ceci|voit|fut|peuvent|doit|doivent|rapport d'audit|réseau d'ia|infrastructure|installation actuelle|tenir|rester|bilan du jour|le bilan|constitue|représente|occupe|le|la|l'|les|de|d'|du|des|au|aux|à|en|y|on|je|j'|nous|vous|il|ils|elle|elles|lui|eux|c'|ce|cet|cette|ces|ça|cela|se|s'|me|m'|te|t'|mon|ma|mes|vos|votre|notre|nos
    |que|qu'|où|est|sont|était|étaient|être|été|étant|a|as|ai|avez|avons|ont|avoir|ayant|eu|lui-même|dans|par|chez|vers|quant à|quant au|quant aux|côté|entre autres|vrai|vraie|véritable|celui|celle|ceux|celles|même
    |suis|ici|du cluster|le cluster|cluster|d'entre eux|d'entre elles|état|l'audit|audit|de l'audit|relève|signale|compte|constate|indique|montre|concerne|concernent|nommé|nommée|appelé|dit|s'appelle|on trouve|je trouve|trouve
    |on compte|a compté|il y a|il y en a|existe|existent|n'existe|reste|restent|il reste|demeure|demeurent|se trouve|se trouvent|et même|aussi grave|toujours aussi|se retrouve|se retrouvent|s'y trouve|se trouvait|actuel|actuelle|actuels|actuelles|situation|configuration|plateforme|environnement|révèle|révèlent|met en évidence|fait état de|fait état d'|fait apparaître|ressort|ressortent|se dégage|souligne|mentionne|il s'agit de|il s'agit du|il s'agit d'|concentre|cumule|accuse|reporte|remonte aussi|identifié|identifiée|identifiés|se trouvant|installation|se situe|se situent|fait partie|font partie`,
  adv: `effectivement|réellement|vraiment|précisément|exactement|bel et bien|justement|simplement dit|autre chose|une chose|deux choses|d'une part|d'ailleurs|à ce stade|pour le moment|à cette heure|aussi bien que|dans l'immédiat|au moment de l'audit|lors de cet audit|pendant l'audit|au total|à part cela|cela dit|ceci dit|du reste|de fait|en fait|en l'état|globalement|concrètement|au bout du compte|tout compte fait|au terme de l'audit|à l'issue de l'audit|d'après l'audit|selon l'audit|après vérification|vérification faite|c'est-à-dire|autrement dit|à savoir que|par contre|à part ça|s'agissant de|s'agissant des|concernant|pour ce qui est de|pour ce qui est des|autrement|notons|notons que|précisons|précisons que|on note|on note que|je note|je note que|j'observe|on observe|je constate|j'ai constaté|on constate|je vois|hélas|de plus|en plus|d'autre part|en outre|de surcroît|dans le même temps|pendant ce temps|à noter aussi|à noter que|pour information|pour mémoire|au niveau des nœuds|côté matériel|au final|finalement|à signaler|à signaler aussi|signalons|signalons que|signalons aussi|je vous signale|je vous informe que|il faut savoir que|ainsi|donc|puis|ensuite|enfin|maintenant|aujourd'hui|actuellement|à ce jour|à l'heure actuelle|en ce moment|pour l'instant|cette fois|cette fois-ci|en revanche|par ailleurs|toutefois|cependant|pourtant
    |de mon côté|de son côté|de leur côté|voici|voilà|sachez|sachez que|notez|notez que|à noter|notamment|également|malheureusement|en résumé|en bref|pour résumer|résultat|bilan|à savoir|soit|en tout cas
    |je viens de regarder|le tour d'horizon est court|mauvaise nouvelle|par où commencer|côté note|à retenir|sinon|tout de même|quand même|au passage|pour finir|en attendant|en clair|ce qui cloche|d'un côté|de l'autre|bref|en somme|dans ce que j'ai lu|dans ce que j'ai pu lire|dans ce que j'ai vu|d'après ce que j'ai lu|d'après ce que j'ai pu lire|d'après ce que j'ai vu|pour ce que j'ai pu lire|pour ce que j'ai lu|parmi ce que j'ai lu|parmi ce que j'ai vu|parmi ce que j'ai pu lire|sur ce que j'ai pu lire|sur ce que j'ai lu|à ma connaissance|pour le reste|pour tout le reste|audit terminé|l'audit est terminé|l'audit s'est terminé|analyse terminée|l'analyse est terminée|vérification terminée|contrôle terminé|c'est terminé|voici le résultat|voici le bilan|voici la situation|bonjour|bonsoir|monsieur|madame|simplement|clairement|manifestement|visiblement|il ressort que|il ressort de l'audit que|je relève que|on relève que|je remarque que|on remarque que|je souligne que|soulignons que|il apparaît que|je retiens que|on retiendra que|retenez que|j'ai noté que|j'ai relevé que|j'ai vu que|j'ai remarqué que|je vous informe|sachez aussi que|notez aussi que|à savoir aussi|il est à noter que|je précise que|je rappelle que|en plus de cela|en plus de ça|au-delà de cela|quoi qu'il en soit|pour être précis|plus précisément|en particulier|d'abord et avant tout|au demeurant|dans l'ensemble`,
  sep: "et|mais|qui|dont|alors que|tandis que|pendant que|puis|ainsi que|où|or|donc|d'où|avec|comme|outre|sachant que|avec en plus|quand",
  // nodes
  node: "nœud|nœuds|noeud|noeuds|serveurs d'ia|nœuds d'ia",
  expected: 'attendu|attendus|attendue|attendues|prévus|déclarés|étaient attendus|sont attendus|en attend|attendait|attend',
  usable: 'utilisable|utilisables|opérationnel|opérationnels|est utilisable|sont utilisables',
  up: `répondre|fonctionner|tourner|répondent présent|répond présent|a répondu présent|ont répondu présent|fonctionnel|fonctionnels|en vie|vivant|vivants|à portée|sur pied|au rendez-vous|sont au rendez-vous|bien actifs|réagit|réagissent|a réagi|tous là|sont tous là|se manifeste|se manifestent|donne des nouvelles|bien en marche|répond|répondent|répond bien|répondent bien|bien répondu|répondu|répondant|répondaient|a bien répondu|ont bien répondu|bien en ligne|bien là|bien joignables|bien joignable|bien debout|en ligne|en marche|debout|joignable|joignables|présent|présents|est là|sont là|sont bien là|actif|actifs
    |fonctionne|fonctionnent|marche|marchent|tourne|tournent|ont répondu à l'appel|a répondu à l'appel|répond à l'appel|répondent à l'appel|disponible|disponibles|en service|accessible|accessibles|en fonctionnement|allumé|allumés|donne signe de vie|donnent signe de vie|en état de marche|en ligne et répond|lancé|lancée|lancés|lancées|revenu|revenus|est revenu|sont revenus|de retour|est de retour|sont de retour|rétabli|rétablis|est rétabli|sont rétablis`,
  down: `décroché|a décroché|s'est tu|se tait|se taisent|ne dit rien|fait défaut|font défaut|en rade|ne donne rien|reste silencieux|restent silencieux|reste muet|restent muets|ne donne plus rien|plus de nouvelles|à l'arrêt de réponse|ne répond plus du tout|ne répondent plus du tout|ne répond pas du tout|ne répondent pas du tout|hors ligne|en panne|muet|muets|muette|muettes|injoignable|injoignables|tombé|tombés|tombée|tombées|à terre|manque à l'appel|manquent à l'appel|manque|manquent|manquant|manquants|il manque|sans réponse|pas de réponse|aucune réponse
    |aucun signe de vie|ne donne pas de réponse|ne donne aucune réponse|perdu le contact avec|hors service|silence|silencieux|aux abonnés absents|absent|absents|absente|silence complet|panne générale|panne totale|ne donne plus signe de vie|ne donnent plus signe de vie|indisponible|indisponibles|est en panne|à plat|aucun nœud en ligne|par terre|au tapis|ko|hors jeu|donne pas signe de vie|donnent pas signe de vie|donne pas de signe de vie|donnent pas de signe de vie|donne plus aucun signe de vie|donne aucun signe de vie|donnent aucun signe de vie|donnent plus aucun signe de vie|on n'entend plus|je n'entends plus|on n'a plus|nous n'avons plus|on a perdu|nous avons perdu|j'ai perdu|on a perdu le contact avec|nous avons perdu le contact avec|j'ai perdu le contact avec|a cessé de répondre|cessé de répondre|cesse de répondre|ont cessé de répondre|cessent de répondre`,
  // with no other state beside
  lost: "on n'entend plus|je n'entends plus|on n'a plus|nous n'avons plus|on a perdu|nous avons perdu|j'ai perdu",
  empty: 'à vide',
  more: 'en plus',
  no_proof:
    "rien ne dit que|rien ne dit qu'|rien ne dit qu'il|rien ne dit qu'elle|rien ne dit qu'ils|rien ne prouve que|rien ne prouve qu'|rien ne prouve qu'il|rien ne prouve qu'elle|rien n'indique que|rien n'indique qu'|rien n'indique qu'il|rien ne montre que|rien ne montre qu'|rien ne montre qu'il|sans preuve que|sans preuve qu'|sans preuve qu'il",
  he: 'il|elle|ils|elles|celui-ci|celle-ci',
  therefore: "donc|d'où|ainsi|par conséquent|de ce fait|c'est pourquoi|du coup|en conséquence|si bien que",
  upon: 'sur',
  except: "sauf|à part|hormis|excepté|à l'exception de|à l'exception d'|à l'exception du|en dehors de|mis à part|hors",
  later: 'puis|ensuite|après|après cela|aussi|également|enfin|dans un second temps|deuxièmement|en second lieu|par la suite',
  closed: 'fermé|fermée|fermés|clos',
  none_here: "n'en ai pas|je n'en ai pas|n'en ai aucun|je n'en ai aucun",
  of_which: 'dont|parmi lesquels|parmi eux|au nombre desquels',
  outage: 'panne|pannes|défaillance|défaillances',
  degraded: 'dégradé|dégradés|inutilisable|inutilisables|mal en point',
  // read
  unknown: `${UNREAD}|n'affirme rien sur|je n'affirme rien sur|n'affirme rien de|je n'affirme rien|n'affirme rien|on ne sait rien|ne sait rien|on ne sait pas|je n'ai pas d'information sur|pas d'information sur|aucune information sur|n'ai aucune information sur|sans information|trop lent à répondre|trop lent|a mis trop de temps|mis trop de temps à répondre|délai dépassé|hors délai|n'ai pas pu le lire|n'ai pas pu la lire|n'ai pas pu les lire|pas pu les lire|pas pu le lire|pas pu consulter|n'ai pas pu consulter|pas pu être consulté|pas pu être consultés|pas pu être consultées|n'ai pas pu examiner|pas pu examiner|n'ai pas pu interroger|pas pu interroger|n'ai pas pu contrôler|pas pu contrôler|pas pu accéder|n'ai pas pu accéder|n'ai pas pu atteindre|hors de ma portée|pas de nouvelles|sans nouvelles|sans nouvelle|aucune nouvelle|reste à lire|échappé à la lecture|échappe à la lecture|n'ont rien donné|muettes|impossibles à lire|impossible d'accéder|impossible de lire|pas été possible de lire|n'a pas été possible de lire|pas eu accès|n'ai pas eu accès|n'a pas eu accès|je ne peux rien dire|ne peux rien dire|ne peux rien affirmer|n'ai pu lire ni|m'est inconnu|n'est pas connu|ne sont pas connus|n'a pu être lu|n'ont pu être lus|n'a pas été lu|n'ont pas été lus|n'a pas été lue|n'ont pas été lues|n'ont pu être lues|n'a pu être lue|inconnu|inconnus|inconnue|inconnues|illisible|illisibles|non lu|non lus|état inconnu|n'a pas pu être déterminé|n'a pas pu être établi|pas pu être déterminé|pas pu être établi|n'a pas pu être joint à temps|pas pu être joint à temps|m'est inconnue|impossible à lire|impossible de lire|impossible de dire|pas pu lire|n'a pas pu lire|pas pu être lu|pas pu être lue|pas pu être lus|pas pu être lues|n'ai pas pu lire|n'ai pu lire
    |impossible de savoir|on ignore|j'ignore|ne sais rien|je ne sais rien|ne sais pas|échappe|échappent|n'a pas répondu à temps|n'ont pas répondu à temps|pas répondu à temps|pas de réponse à temps|indéterminé|indéterminée|ni en marche ni en panne|n'ai pas réussi à lire|pas réussi à lire|pas eu de réponse à temps|reste un mystère|pas pu être examiné|pas pu être examinée|pas pu être examinés|pas pu être vérifié|pas pu être vérifiés|pas pu être vérifiée|pas pu vérifier|n'ai pas pu vérifier|rien dire|rien affirmer|pas pu savoir|lecture impossible|pas lisible|pas lisibles|en état inconnu|sans pouvoir être lu|pas accessible à l'audit|échappé à l'audit|échappe à l'audit|pas de nouvelle|dans l'ombre|dans le flou|reste dans l'ombre|restent dans l'ombre|mystère|énigme|point d'interrogation|impossible de conclure|impossible de trancher|ne peux pas conclure|ne peux pas trancher|ne peux conclure|ne peux rien conclure|n'ai rien pu lire de|n'ai rien pu lire sur|n'ai rien pu lire des|n'ai rien pu lire du|rien pu lire de|rien pu lire sur|rien pu savoir de|n'ai rien pu savoir de|n'ai rien su de|ne sais rien de|je ne sais rien de|ne sais rien des|ne sais rien du|aveugle sur|suis aveugle sur|aveugle quant à|aveugle pour|suis aveugle pour|ne peux rien vous dire|je ne peux rien vous dire|ne peux pas me prononcer|ne peux me prononcer|ne me prononce pas|je ne me prononce pas|incertain|incertaine|incertains|incertaines|indéterminés|indéterminées|manquent à ma lecture|manque à ma lecture|n'a pas pu être consulté|resté illisible|restés illisibles|restées illisibles|je n'ai rien pu lire de|je n'ai rien pu lire sur|je n'ai rien pu lire des|je n'ai rien pu lire du|je n'ai rien pu lire d'|n'ai rien pu lire d'|je ne sais rien d'|ne sais rien d'|silence inexpliqué|silence que je ne sais pas interpréter|silence que je ne sais pas expliquer|silence que je n'explique pas`,
  has: 'a|ont|possède|possèdent|dispose|avoir',
  of_it: "ne peux rien en dire|je ne peux rien en dire|n'en sais rien|je n'en sais rien|je ne sais rien d'eux|ne sais rien de plus",
  know: 'connu|connue|connus|lisible|lisibles',
  planned: `délibérément|délibéré|intentionnellement|intentionnel|intentionnels|sciemment|de manière prévue|comme convenu|selon le plan|prévue|prévues|étaient prévus|était prévu|est prévu|sont prévus|comme prévu|volontairement|volontaire|volontaires|programmé|programmés|exprès|à dessein|prévu|prévus|planifié|planifiés|est prévu|c'est prévu|conformément au plan|c'est normal et prévu|de façon prévue`,
  partly:
    "pas pu tout lire|n'ai pas pu tout lire|n'a pas pu tout lire|n'ai pas tout lu|pas tout lu|pas pu tout vérifier|n'ai pas pu tout vérifier|tout n'a pas pu être lu|pas tout vu|n'ai pas tout vu|pas pu tout voir|n'ai pas pu tout voir|une partie reste dans l'ombre|une partie m'échappe|une partie m'a échappé|tout n'a pas été lu|tout n'a pas été vérifié|tout n'a pas pu être vérifié|l'audit est partiel|audit partiel|l'audit est incomplet|audit incomplet|ma lecture est partielle|lecture partielle|la lecture est incomplète|ma lecture est incomplète|une partie n'a pas pu être lue|une partie n'a pas pu être vérifiée",
  in_time: 'à temps|dans les temps|dans le délai|dans les délais|au-delà du délai|avant la fin du délai',
  off: "hors service|à l'arrêt|éteint|éteints|éteinte|arrêté|arrêtés|arrêtée|arrêtées|coupé|coupée|coupés|stoppé|stoppée|l'arrêt|arrêt|arrêts|les arrêts|inactif|inactifs",
  // quantities
  all: "tous|tout|toutes|toute|chacun|chacune|sans exception|au complet|tous les deux|tous deux|toutes les deux|l'un et l'autre|chaque|l'ensemble|en entier|totalité|l'ensemble des|dans son ensemble",
  nor: 'ni|non plus|pas plus|ni même|pas davantage|pas mieux',
  none: "aucun|aucune|personne|pas un seul|zéro|nul|rien|plus rien|pas de|pas d'|pas un seul des|plus aucun|plus aucune|plus personne|absolument aucun|absolument rien|pas le moindre|pas la moindre|le moindre",
  single: "unique|l'unique|seul|seule|un seul|une seule|le seul|la seule|c'est le seul|est le seul",
  only: "unique|l'unique|seul|seule|seuls|seules|un seul|une seule|uniquement|seulement|le seul|la seule|c'est le seul|est le seul",
  ordinal: 'le troisième|troisième|le quatrième|quatrième|le cinquième|cinquième|le dixième|dixième|le dernier|le sixième',
  former: 'ancien|anciens',
  watch: 'à surveiller|à traiter|à régler|à corriger|à signaler',
  other:
    "autres machines|autre machine|autre|autres|restant|restants|second|seconde|l'autre|deuxième|le reste|reste des|un autre|une autre|les autres",
  the: 'les|des',
  one: "un|une|l'un|l'une|en attend un|en attend un autre",
  most: 'la majorité|la plupart|majorité|plupart',
  half: 'la moitié|moitié',
  also: 'aussi|également|de même|compris|y compris|et de même|dans le même cas|est dans le même cas|sont dans le même cas|idem|idem pour|pareil|pareil pour|même chose pour|même constat pour|même situation pour|de la même façon|même sort pour|logé à la même enseigne|de même pour',
  but_not: 'mais pas',
  maybe: 'peut-être',
  whether: `${WHETHER}|je ne sais pas si|ne sais pas si|impossible de savoir si|on ignore si|impossible de dire si|j'ignore si|ignore si|sans savoir si|ne sait pas si|on ne sait pas si|ne sais pas s'|je ne sais pas s'|ignore s'|j'ignore s'|on ignore s'|impossible de savoir s'|impossible de dire s'|ne sait pas s'|on ne sait pas s'|sans savoir s'|ne peux pas dire si|ne peux pas dire s'|ne saurais dire si|ne saurais dire s'|ne sais donc pas s'|je ne sais donc pas s'|ne sais donc pas si|je ne sais donc pas si`,
  item: 'élément|éléments|cible|cibles|choses|chose',
  denied: "accès refusé|refusé|pas le droit de lire|pas le droit d'accès|n'ai pas le droit de lire|accès|l'accès|refusée|interdit",
  good_news: 'bonne nouvelle',
  no: 'non|ne répond non plus',
  yes: 'oui|si',
  of: 'sur|parmi|sur un total de|pour|sur les',
  over: "plus de|plus d'|plus que|au-delà de|dépasse|dépassent|passé|il y a plus de|supérieur à|supérieure à",
  // score
  whole:
    "cluster|le cluster|tout le cluster|du cluster|ensemble du cluster|système|le système|de l'ensemble|de l'installation|de l'ensemble du cluster",
  score:
    "note finale|score final|nous en sommes à|on en arrive à|ce qui nous met à|le tout pour|ressort à|s'en sort avec|reçoit|récolte|est noté|sont notés|vaut|notation|on obtient|vous obtenez|ce qui fait une note de|soit une note de|avec une note de|note de|une note de|ne note pas|ne peux pas noter|ne permet pas de noter|n'ai pas pu noter|n'ai pas de quoi noter|note|noter le cluster|noter|score|noté|notés|notée|notes|évaluation|obtient|obtenez|obtenons|décroche|totalise|note globale|score global|globale|global|cela donne|ça donne|ça fait|cela fait|ce qui donne|ce qui fait|on est à|on en est à|on arrive à|on est notés|nous sommes à|vous êtes à|atteint la note|s'établit|s'arrête|s'élève|pour un total de|total|s'affiche à|affiche|plafonne",
  points: 'points|point',
  too_little:
    "n'ai pas pu lire assez|n'a pas pu lire assez|trop peu|pas assez|faute de lectures|sans lectures|pas pu lire assez|trop peu de lectures|trop peu a pu être lu|trop peu ayant pu être lu|trop peu a été lu|pas assez pu être lu|pas assez de lectures|faute d'avoir pu lire assez|pas assez lu|pas assez d'éléments lus|insuffisamment lu",
  read: "calculer|calculée|calculé|calcule|fournie|fournir|fournis|chiffrer|établie|prononcer|obtenir|afficher|communiquer|mesuré|mesurée|enregistré|connu|connue|relevée|disait|montrait|comptait|indiquait|avait|avaient|donne|donnent|donnerai|attribue|signaler|annoncer|rapporter|mentionner|déplorer|recenser|noter|remarqué|rencontré|rapporté|signalé|signalés|noté|lu|lus|lue|lues|lire|lecture|lectures|vu|vus|vue|pu|pu lire|ai pu lire|examiné|examinés|regardé|constaté|trouvé|trouvée|relevé|relevés|relevée|détecté|détectée|détectés|repéré|découvert|remonté|voir|vois|trouver|ouvert à ce jour|j'ai relevé|observé|affirmer|dire|dis|peut|peux|pouvoir|saurais|sais|possible|donnée|donné|donner|ai|attribuer|établir|attribuée",
  not_able:
    "ne note pas|ne peux pas noter|ne permet pas de noter|n'ai pas pu noter|n'ai pas de quoi noter|impossible|incapable|je ne peux pas|je ne saurais|ne permet pas|ne peux|ne peut",
  quick:
    "express|mode express|abrégé|version rapide|passage rapide|tour rapide|audit éclair|éclair|examen rapide|rapidement|coup d'œil rapide|mode|mode rapide|en mode rapide|rapide|audit rapide|en rapide|contrôle rapide|vérification rapide",
  checked:
    "pu vérifier|vérifier|porte sur|la vérification porte sur|ai vérifié|ai pu vérifier|a couvert|a pu vérifier|été vérifiés|pu être vérifiés|pu être vérifié|a pu être vérifié|ont pu être vérifiés|contrôlés|vérifié|vérifiés|vérifiée|couverture|couvert|lu à|vérification|de couverture|la couverture|contrôlé|examiné à|couvre|part vérifiée|du parc vérifié|ce que j'ai vérifié",
  all_well:
    "rien de grave|pas d'alerte|rien à signaler|rien de cassé|rien de cassé à signaler|rien d'anormal|aucune panne|pas de panne|aucune alerte|rien n'est en panne|rien d'inquiétant|rien de sérieux|rien de critique|en bonne santé|en pleine santé|en pleine forme|se porte bien|va bien|tout va bien|est sain|en bon état|au mieux|en ordre|tout est en ordre|au vert|tout est au vert|rien à corriger|rien à régler|rien à traiter|aucune anomalie|sans aucun problème|sans problème|sans le moindre problème|sans aucun risque",
  // risks
  risk: `hic|bémol|point noir|ombre au tableau|difficulté|difficultés|pépin|pépins|ennui|ennuis|préoccupation|préoccupations|alarme|alarmes|avertissement|avertissements|faiblesse|faiblesses|menace|menaces|tracas|point sensible|points sensibles|point à régler|points à régler|inquiétude|signalement|signalements|chose à régler|côté risques|risque|risques|problème|problèmes|souci|soucis|alerte|alertes|panne|pannes|point faible|constat|constats|manques|problème ouvert|problèmes ouverts|points|anomalie|anomalies|défaut|défauts|situation|danger|sujet|sujets|incident|incidents|point|problèmes à la fois|plusieurs problèmes à la fois|d'anormal|anormal|d'inquiétant|de préoccupant|constatation|signal d'alarme|souci majeur|dysfonctionnement|dysfonctionnements|problématique|faille|failles`,
  in_all: "en tout|au total|en tout et pour tout|ouverts|ouvert|dans l'ensemble",
  worst: `inquiétant|inquiétante|préoccupant|préoccupante|le plus inquiétant|plus inquiétant|le plus préoccupant|domine|prime|passe avant tout|numéro un|capital|primordial|à traiter d'urgence|urgent|urgente|prioritaire|au premier rang|le plus grave|plus grave|la plus grave|le pire|pire|le point le plus grave|principal|principale|majeur|majeure|le plus urgent|plus urgent|le plus sérieux|plus sérieux|en tête|premier|première|le problème du jour|du jour|en priorité|avant tout|à retenir|d'abord|plus grave encore|le plus préoccupant|plus préoccupant|le plus important|plus important|la plus importante|le plus pressant|l'essentiel|surtout|essentiel|compte le plus|importe le plus|pèse le plus|inquiète le plus|préoccupe le plus|de plus grave|de plus sérieux|de plus urgent|de plus important|de plus préoccupant|de plus inquiétant`,
  critical: 'critique|critiques|point critique',
  high: 'sérieux|sérieuse|sérieuses|élevé|élevés|élevée|grave|graves|important|importants|importante',
  medium: 'moyen|moyens|moyenne|moyennes|modéré|modérés',
  several: 'plusieurs|à la fois|plusieurs problèmes à la fois',
  next: "s'ajoute|s'ajoutent|s'y ajoute|s'y ajoutent|s'ajoute à cela|à cela s'ajoute|à cela s'ajoutent|suit|suivent|arrive|arrivent|passe|passent|après lui|dernier point|en second|en deuxième|en troisième|secondairement|ensuite|puis|deuxième point|premier point|second point|troisième|autre point|viennent|vient|viendront|viendra|suivi de|suivie de|après",
  warn: "demande de l'attention|demande attention|réclame de l'attention|mérite de l'attention|mérite attention|appelle l'attention|attention|gare|attention à|gare à|alerte|vigilance|prudence|ça coince|rien ne va|ce qui cloche|cloche|coince|ce sont|c'est du côté|du côté|le point à retenir|point à retenir|l'équilibre est fragile|fragile|le danger vient|tout le danger vient|vient|provient|en cause|inquiète|inquiètent|m'inquiète|préoccupe|préoccupent|me préoccupe|pose problème|posent problème|fait souci|vous inquiéter|doit vous inquiéter",
  // losses
  if: "si|s'|qu'elle|qu'il|au cas où|en cas de|venait à|le jour où|dès que",
  falls:
    "tombe|tombait|tombent|tomber|s'arrête|s'arrêtait|arrête|arrêtait|lâche|lâchait|cède|flanche|défaille|disparaît|s'éteint|vient à tomber|venait à tomber|plante|tombe en panne|tombait en panne|vient à manquer|venait à manquer",
  loss_of: "la perte|perte|panne|une panne|perdre|arrêt|l'arrêt|chute|la chute",
  lose: "plus d'|plus de|perd|perdrait|perdre|perdons|perdez|perdue|perdues|perdu|perdus|disparaît|disparaissent|s'en va|s'en vont|adieu|adieu à|priverait|prive|ce serait perdre|c'est perdre|celle|entraînerait|entraîne|emporte|emporterait|il n'y a plus|n'existe plus|s'effondre|tombe|tombent|avec|ferait perdre|fait perdre|serait perdue|seraient perdus|nous|coûterait|plus|s'arrêtent aussi|s'arrête aussi|tombent aussi|tombe aussi",
  without: 'sans|sans elle|sans lui',
  rests:
    "à lui tout seul|à elle toute seule|seul à tenir|est seul pour|seul pour|tout entier|tout entière|entièrement|uniquement|exclusivement|de lui seul|d'elle seule|sur lui seul|sur elle seule|est le seul à fournir|est seul à fournir|est le seul à assurer|est le seul à porter|est la seule à assurer|est la seule à porter|le seul à fournir|seul à fournir|la seule à fournir|fournit|fournit seul|fourni|le seul à assurer|la seule à assurer|le seul à porter|la seule à porter|dépend|dépendent|dépendant|repose|reposent|tient|tiennent|porte|portent|porté|portés|portée|assure|assurent|assuré|assurés|assurée|tombent avec|tombe avec|disparaissent avec|disparaît avec|partent avec|tout repose|tout tient|ne tient qu'à|ne repose que sur|ne dépend que de|dépend de cette seule machine|cette seule machine|dépend uniquement|et de rien d'autre|à elle seule|à lui seul|porte seul|porte seule|est seule à porter|est seul à porter|est seul à assurer|est seule à assurer|uniquement sur",
  spof: "point de panne unique|point unique de défaillance|points uniques de défaillance|point unique de panne|point individuel de défaillance|talon d'achille|le talon d'achille|points de panne uniques|maillon faible|point de défaillance unique|points de défaillance uniques",
  fallback:
    'doublure|relais|roue de secours|filet de sécurité|alternative|solution de remplacement|remplacement|redondant|secours prévu|repli|replis|secours|solution de repli|solution de secours|remplaçant|plan b|relève|redondance|remplace|remplacer|remplacerait|peut remplacer|pourrait remplacer|supplée|suppléer|prendre le relais|prend le relais|prendrait le relais|pour le remplacer|pour la remplacer|second fournisseur|autre fournisseur|plan de secours|redondances|suppléant',
  // things
  disk: 'stockage|espace disque|disque dur|disque|disques|dans le disque',
  machine: 'ordinateur|poste|appareil|machine|machines|hôte|cette machine|autres machines|autre machine',
  gpu: 'gpu|gpus|carte graphique|cartes graphiques|g p u',
  memory: 'mémoire',
  ram: 'mémoire vive|ram',
  model: 'modèle|modèles',
  port: 'port|ports|port habituel|le port habituel',
  service: 'service|services|le service',
  server: 'serveur|serveurs',
  program: 'programme|programmes|logiciel|processus|écouteur',
  backup: 'sauvegarde|sauvegardes|sauvegardé|sauvegardée|sauvegardées|sauvegardés',
  log: 'journal|journaux|log|logs',
  network: 'réseau',
  token: "jeton que je n'ai pas|un jeton que je n'ai pas|jeton|jetons",
  updates: 'patchs|patch|rustines|correctifs|correctif|mises à jour|mise à jour',
  security: 'sécurité|de sécurité',
  inventory: "inventaire|l'inventaire",
  // predicates
  full: 'presque saturé|presque saturée|saturée|plein de|se remplit|remplit|rempli|remplie|plein|pleine|plein à|rempli à|occupé|occupé à|déborde presque|déborde|sature|saturé|utilisé à|presque plein|presque pleine|presque rempli|réclame de la place|remplissage|plus que trois pour cent libre|manque de place|bientôt plein|quasi plein|presque plus de place|quasiment plus de place|plus beaucoup de place|plus guère de place|frôle le plein|frôle la saturation|frise la saturation|au bord de la saturation|proche de la saturation|proche du plein|arrive à saturation|à ras bord|presque à saturation|utilisé|utilisée|occupée|quasi saturé|quasiment plein|à court de place|en manque de place|presque à court de place|saturation',
  readonly:
    "en lecture seule|lecture seule|ne s'écrit plus|refuse les écritures|bloqué en lecture seule|passé en lecture seule|n'accepte plus d'écritures|n'accepte plus les écritures|refuse l'écriture",
  reach:
    "atteint|monte à|monte|grimpe à|est monté à|arrive à|culmine à|s'élève à|est rendu à|affiche|en est à|se situe à|se monte à|pointe à|grimpe jusqu'à|monte jusqu'à|est monté jusqu'à|flirte avec|tourne à|arrivé à|a atteint|a grimpé à|a grimpé jusqu'à",
  hot: 'chauffe|chauffe à|trop chaud|chaud|surchauffe|chaleur|température|brûlant|très chaud|en surchauffe|chauffe trop|dangereusement chaud|beaucoup trop chaud|extrêmement chaud|anormalement chaud|bien trop chaud|élevée|trop élevée|température élevée|bouillant|bouillante|brûlante|surchauffé|surchauffent|chauffent|en chauffe|excessive|monte en température|chauffe beaucoup|chauffe fort',
  left: 'disponible|libre|libres|restante|reste disponible|il ne reste que|ne reste que|reste',
  low: 'presque épuisée|presque plus|presque pleine|presque saturée|presque|à bout|presque à bout|au plus bas|épuisée|quasi épuisée|quasiment épuisée|presque à court de|à court de',
  open: 'ouvert|ouverte|exposé|exposée|accessible|visible|grand ouvert|atteindre|peut atteindre|accès|a accès|y a accès|atteint|ouvert à tout le réseau|joignable|est ouvert|exposés|ouverts|à découvert|en accès libre|accessible depuis|accessible à|accessible par|est exposé|exposant',
  whole_network:
    "à tout le réseau|tout le réseau|sur tout le réseau|de tout le réseau|du réseau entier|au réseau entier|réseau entier|au réseau|sur le réseau|à l'ensemble du réseau|tout le réseau local|depuis tout le réseau|ouvert à tout le réseau",
  lan: 'sur le réseau local|réseau local|au réseau local|depuis le réseau local',
  no_password: 'sans mot de passe|sans authentification|sans jeton|sans protection par mot de passe',
  loaded: "chargé|chargés|chargée|en mémoire|chargé en mémoire|n'y est pas chargé",
  unloaded: 'pas chargé|pas chargés|absent de la mémoire|reste à charger|non chargé',
  installed: 'installé|installés|y est installé',
  missing:
    "en attend un|en attend un autre|manque|manquent|il manque|manquant|absent|absents|lacune|manque d'|manque de|lui manque|fait défaut|lui fait défaut|ne possède pas|devrait avoir|qu'il devrait avoir|manque aussi",
  listens: "écoute|écoutent|est à l'écoute|à l'écoute",
  undeclared:
    "absent de l'inventaire|inconnu de l'inventaire|hors inventaire|pas dans l'inventaire|non déclaré|qui n'est pas dans l'inventaire|qui n'est pas déclaré|étranger à l'inventaire|absents de l'inventaire|qui ne figure pas dans l'inventaire|ne figure pas dans l'inventaire|ne figurent pas dans l'inventaire|ne figurant pas dans l'inventaire|inconnus|inconnu|non répertorié|non répertoriés|que l'inventaire ne connaît pas|que l'inventaire ignore|absente de l'inventaire|non prévu|non prévus|inattendu|inattendus",
  waiting:
    "restent à faire|reste à faire|à passer|à effectuer|à lancer|en retard|non installées|non appliquées|pas appliquées|n'ont pas été installées|pas encore installées|ne sont pas installées|à prévoir|en suspens|en attente|attendent|attend|à installer|à faire|à appliquer|pas installées|patientent|en souffrance|restent à installer|à poser|en instance|pas encore faites|ne sont pas faites|non faites|n'attendent que|sont disponibles|reste à installer",
  last: 'dernière|dernier|la dernière|le dernier|plus récente|plus récent',
  old: 'date de|remonte à|remonte|date|datent|vieux de|vieille de|âgée|ancienne|âge',
  silent: "n'a plus rien reçu|plus rien reçu|plus rien écrit|muet|silencieux|n'écrit plus|rien reçu|rien n'a été écrit|ne reçoit plus rien",
  refuses: 'refuse|refusé|rejette|rejeté',
  requires: "exige|réclame|demande|requiert|exige un jeton|jeton que je n'ai pas|un jeton que je n'ai pas|veut",
  // stale and comparison
  figure:
    'chiffre|valeur|mesure|relevé|dernier relevé|le dernier relevé|dernière mesure|la dernière mesure|dernière valeur|dernier chiffre',
  past: 'affichait|atteignait|montait à|donnait|avait atteint|était|étaient|avait été|avaient été|avait|avait atteint|a été vu|fut',
  again:
    'de nouveau|à nouveau|revenu|revenus|est revenu|sont revenus|de retour|est de retour|sont de retour|rétabli|rétablis|est rétabli|sont rétablis',
  still: 'toujours|encore',
  unchecked: UNCHECKED,
  stale: `${UNCHECKED}|pas pu être contrôlé|pas pu être contrôlée|pas pu être contrôlés|pas pu être vérifiée|n'a pas pu être vérifié|n'a pas pu être vérifiée|n'a pas pu être contrôlé|n'a pas été vérifié|n'a pas été vérifiée|n'a pas été contrôlé|n'a pas pu être mesuré|n'a pas pu être mesurée|pas été vérifié|pas été contrôlé|pas pu mesurer|pas pu contrôler|pas pu le contrôler|pas pu le relire|n'ai pas pu le relire|pas pu le vérifier|n'ai pas pu le vérifier|n'ai pas pu le lire|n'ai pas pu vérifier|sans nouvelle|sans nouvelles|attend d'être revérifié|demande à être revérifié|doit être revérifié|revérification|reste à vérifier|à vérifier de nouveau|toujours pas revérifié|toujours pas été revérifié|pas encore revérifié|pas encore été revérifié|n'a pas encore été revérifié|n'a pu être confirmé|n'a pu être confirmée|date d'hier|l'alerte d'hier|n'a pas pu être confirmé|n'a pas pu être confirmée|pas pu les relire|n'ont pas pu être relus|pas pu être relus|n'a pas pu l'être|n'a pu l'être|de nouveau lu|le dernier audit|dernier audit|du dernier audit|en suspens|suspens|ne peux pas revérifier|ne peux pas le revérifier|sans pouvoir revérifier|pas été relue|n'a pas été relu|plus été relu|pas pu les revérifier|n'ai pas pu les revérifier|pas pu être revérifiés|n'ont pas pu être revérifiés|pas été revérifiés|n'ont pas été revérifiés|n'a pu être revérifié|n'a pu être revérifiée|faute de revérification|faute de nouvelle lecture|dernière lecture|la dernière lecture|auparavant|lors de la dernière lecture|d'hier|la fois précédente|audit précédent|l'audit précédent|le précédent audit|précédent audit|précédente fois|la dernière fois|dernière fois|pas pu être relu|pas pu être relue|n'a pas pu être relu|n'a pas pu être relue|pas pu relire|n'ai pas pu relire|à l'audit d'avant|resté non revérifié|pas pu confirmer|n'ai pas pu confirmer|pas pu être confirmé|pas pu être confirmée|sans confirmation|non confirmé|plus pu être lu|non relu|non relue|pas relu|précédemment|non vérifié depuis|reste à confirmer|sous réserve|la veille|non revérifiés|pas été relu|non vérifié|non vérifiée|non vérifié cette fois|non revérifié cette fois|reste à revérifier|à revérifier|pas pu être vérifié de nouveau|pas pu être vérifié à nouveau|constaté hier|relevé hier|vu hier|au relevé précédent|non revérifié|non revérifiée|pas pu être revérifié|pas pu être revérifiée|pas pu le revérifier|pas pu la revérifier|pas pu revérifier|n'ai pas pu revérifier|n'a pas pu être revérifié|n'a pas pu être revérifiée|n'ai pas pu le revérifier|pas revérifié|pas revérifiée|à revérifier|reste à revérifier|sans avoir pu le revérifier|sans revérification|sans pouvoir le revérifier|pas été revérifié|pas été revérifiée|n'a pas été revérifié|n'a pas été revérifiée|hier|au dernier audit|lors du dernier audit|au précédent audit|à l'audit précédent|lors de l'audit précédent|au dernier relevé|au dernier passage|dernière fois qu'on a pu le lire|reste non revérifié|faute de lecture|faute d'avoir pu le relire|faute d'avoir pu le revérifier|faute de l'avoir relu|faute de l'avoir revérifié`,
  since:
    "depuis le dernier audit|depuis la dernière fois|depuis l'audit précédent|par rapport au dernier audit|depuis hier|par rapport à l'audit précédent|depuis le précédent audit|depuis le dernier passage|depuis l'audit d'avant|en comparaison du dernier audit|depuis|depuis lors",
  fixed:
    'réglé|réglés|résolu|résolus|corrigé|corrigés|réparé|réparés|disparu|ont disparu|a disparu|ont été réglés|a été réglé|ont été résolus|ont été corrigés|disparus|de moins|éliminés|éliminé|en moins|parti|partis|partie|parties|sont partis|envolé|envolés|levé|levés',
  fresh:
    "la nouveauté|nouveauté|nouveau|nouveaux|nouvelle|nouvelles|est nouveau|sont nouveaux|apparu|apparus|est apparu|sont apparus|de plus|s'est ajouté|se sont ajoutés|de nouveau apparu|a surgi|a fait son apparition|inédit|supplémentaire|arrivé|arrivés|arrivée|arrivées|venu|venus|survenu|survenus|survenue|survenues|s'ajoute|s'ajoutent|nouveautés|les nouveautés",
  // network
  no_network: `${NO_NETWORK}|pas de réseau|aucun réseau|sans réseau|coupée du réseau|coupé du réseau|isolé du réseau|isolée du réseau|le réseau manque|réseau manque|le réseau est absent|réseau absent|réseau est absent|faute de réseau|n'est reliée à aucun réseau|n'ai accès à aucun réseau|accès à aucun réseau|pas accès au réseau|hors réseau|privé de réseau|privée de réseau|n'y a pas de réseau|n'ai pas de réseau|n'a pas de réseau|je n'ai plus de réseau|plus de réseau|réseau indisponible|le réseau est indisponible|déconnecté du réseau|déconnectée du réseau|le réseau est coupé|réseau est coupé|le réseau est en panne|réseau est en panne|le réseau est tombé|le réseau est injoignable|isolé|isolée|n'ai pas accès au réseau|je n'ai pas accès au réseau|n'a pas accès au réseau|déconnecté|déconnectée|connexion au réseau manque|connexion manque|connexion est coupée|connexion est absente|a perdu le réseau|perdu le réseau|ai perdu le réseau|n'est connectée à aucun réseau|n'est connecté à aucun réseau|connectée à aucun réseau|connecté à aucun réseau|reliée à aucun réseau|relié à aucun réseau`,
  cannot_tell: `n'affirme rien sur|je n'affirme rien sur|n'affirme rien de|je n'affirme rien|m'est inconnu|me sont inconnus|me sont inconnues|m'est inconnue|leur état m'est inconnu|je ne saurais dire si les autres répondent|je ne peux rien dire|ne peux rien dire|ne peux donc rien affirmer|ne peux donc rien dire|je ne peux rien affirmer|ne peux rien affirmer|ne sais donc rien|ne sais rien|je n'en sais rien|n'affirme rien|n'affirme donc rien|je ne dis rien|ne dis rien|n'en dis rien|impossible de dire quoi que ce soit|quoi que ce soit|inconnu|inconnue|inconnues|inconnus|restent inconnues|aveugle|suis aveugle|n'ai pu lire aucune|n'ai pu lire aucun|n'ai rien pu lire|rien n'a pu être lu|n'a rien pu lire|rien pu lire|impossible d'interroger|je ne vois pas|ne vois pas|invisibles|me sont invisibles|ne saurais dire si|ne saurais dire|peut-être en marche peut-être pas|peut-être pas|m'abstiens de juger|abstiens de juger|n'ai pu joindre personne|pu joindre personne|ne conclus rien|aucun verdict possible|aucun verdict|pas de lecture|ne peux rien en dire|rien à dire|aucune nouvelle|ne peux pas en juger|ne sais pas|ni en bien ni en mal|ne peux pas juger|ne peux rien conclure|n'ai rien pu vérifier|ne saurais dire si les autres répondent|autres machines sont peut-être en marche|sont peut-être en marche|hors de ma vue|hors de vue|hors de portée|hors de ma portée|pas de verdict|pas de jugement`,
  cause: "car|parce que|parce qu'|puisque|puisqu'",
  ask: 'interroger|joindre|juger|voir',
  subjects:
    "machines|autres machines|les autres|cette machine|autre machine|nœuds|des autres|leur|leur état|sujet|à leur sujet|mon côté|depuis|ma machine|auditeur|l'auditeur|la machine d'audit",
  nothing_read: `${NOTHING_READ}|je n'ai rien pu lire|rien n'a pu être lu|n'ai rien pu lire|rien pu lire|aucune lecture|aucune lecture possible|pas de lecture possible`,
  // actions
  first:
    "la première chose est de|il faudrait d'abord|je vous conseille de commencer par|je vous conseille|je conseille|je recommande|je suggère|je vous recommande|je vous suggère|vous pouvez commencer par|pensez d'abord à|pensez à|songez à|la première urgence est de|le plus pressé|au plus vite|dès que possible|sans attendre|sans tarder|l'urgence est de|action recommandée|première étape conseillée|l'action à mener|première chose à faire est de|le premier réflexe|le mieux est de commencer par|premier point à régler|en tout premier lieu|en premier lieu|à faire d'abord|à faire avant tout|premièrement|commencer|débuter|attaquez-vous|à commencer par|en tout premier|d'abord|en premier|en premier lieu|première chose à faire|la première chose à faire|première chose|première action|la première action|premier travail|le premier travail|premier réflexe|première étape|la première étape|premier geste|le premier geste|priorité|la priorité|priorité à|commencez par|commence par|commencer par|commençons par|on commence par|pour commencer|à faire en premier|à traiter en premier|avant tout|avant le reste|avant tout le reste|voilà par où commencer|par où commencer|le premier|en priorité|première|premier|le premier pas|si vous ne faites qu'une chose|occupez-vous d'abord|occupez-vous|urgence|tout d'abord|avant toute chose|par quoi commencer|la première urgence|premier chantier|première mesure|en tête de liste|pour débuter|débutez par|débuter par|commencez|commence|l'action prioritaire|action prioritaire|priorité absolue|mon conseil|conseil|je préconise de|je préconise|mieux vaut commencer par|il est urgent de|il est conseillé de|il est recommandé de|en urgence|la première mesure est de|la première action est de|la première étape est de|le premier geste est de|je commencerais par|il est prioritaire de|le plus urgent est de|ma recommandation|je vous invite à|en toute priorité|d'urgence",
  must: "à traiter|à régler|à corriger|à examiner|traiter|faites|fais|faire|il faut|faut|il s'agit|à faire|chose à faire|reste à|il faudra|il faudrait|il convient|vous devez|doit être|devez|pensez à|sera|veillez à|il est temps|action|étape|alors|qu'il faut|qu'il faudra|qu'il faudrait|qu'il convient de|qu'il convient d'|on fait|on y fait|qu'il faut donc",
  it: "le|la|les|l'|y|ce|cette|celui-ci|celle-ci|en",
  its: 'son|sa|ses',
  report: 'rapport|dans le rapport',
  'do:restart':
    'redémarrer|redémarrez|redémarre|redémarrant|redémarrage|relancer|relancez|relance|relançant|à redémarrer|à relancer|redémarré|remettre en route|remettez en route|remettre en marche|remettez en marche|réactiver|faire redémarrer|un redémarrage|le redémarrage|le relancer|à remettre en route|à remettre en marche|remettre en service|remettez en service|rallumer|rallumez',
  'do:start': 'démarrer|démarrez|démarre|démarrage|lancer|lancez|à démarrer|relancer|relancez|relance|démarré|démarrant|lançant',
  'do:free':
    "faire de la place|faites de la place|fais de la place|faites-y de la place|libérer|libérez|libère|libérer de la place|libérez de la place|libère de la place|dégager de la place|dégagez de la place|de la place|place|vider|libérer de l'espace|libérez de l'espace|faire du vide|gagner de la place|du ménage|faisant de la place|en faisant de la place|libérant de la place|en libérant de la place|y faisant de la place|libération de place|nettoyer|nettoyez|nettoyage|faire le ménage|faites le ménage|alléger|désencombrer|dégager de l'espace|dégagez de l'espace|faire un peu de place|récupérer de la place|récupérez de la place",
  'do:cool':
    'refroidir|refroidissez|refroidis|refroidissement|à refroidir|faire baisser la température|rafraîchir|refroidi|refroidissant|en le refroidissant|rafraîchissant|baisser la température|faites baisser la température|faites refroidir|faire refroidir|ventiler|ventilez|le refroidissement',
  'do:load': 'charger|chargez|charge|à charger|recharger|chargement|chargeant|en le chargeant',
  'do:plan':
    'prévoir|prévoyez|prévois|à prévoir|ajouter|ajoutez|mettre en place|organiser|préparer|préparez|trouver|donner|donnez|un repli',
  'do:update':
    'mettre à jour|mettez à jour|mets à jour|mettre à niveau|actualiser|mise à jour de|appliquer les mises à jour|appliquez les mises à jour|installer les mises à jour|installez les mises à jour|mettre|mettez|passer les mises à jour|à jour|mise à jour|mettant à jour|appliquant les mises à jour|installant les mises à jour',
  'do:close': 'fermer|fermez|ferme|à fermer|refermer|refermez|fermer au réseau|fermeture|fermant|en le fermant|refermant',
  'do:protect': 'protéger|protégez|protège|à protéger|exiger|exigez|protégeant|exigeant',
  'do:install': 'installer|installez|installe|à installer|installation|installant',
  'do:repair': 'réparer|réparez|répare|à réparer|réparation|remettre en état|remettez en état|réparant',
  'do:check': 'vérifier|vérifiez|vérifie|à vérifier|contrôler|contrôlez|examiner|examinez|vérification|vérifiant|contrôlant',
  'do:recheck':
    'revérifier|revérifiez|à revérifier|revérifie|vérifier de nouveau|vérifier à nouveau|vérifiez à nouveau|relire|relisez|refaire la lecture|recontrôler|revérifiant|relisant',
  'do:renew': 'renouveler|renouvelez|renouvelle|à renouveler|changer|remplacer',
  'do:stop': 'arrêter|arrêtez|stopper|stoppez',
  'do:declare': 'déclarer|déclarez',
  // capabilities
  'cap:text': 'génération de texte|la génération de texte|texte|production de texte',
  'cap:embedding': 'embeddings|embedding|plongements',
  'cap:vision': "vision|analyse d'images|analyse d'image",
  'cap:audio': "audio|l'audio",
  'cap:web': 'recherche web|recherche sur le web',
  'cap:code': 'code|génération de code',
  'cap:orchestration': "orchestration|l'orchestration",
  // what only a finding's own sentence needs
  'do:give': 'donner|donnez|donne|fournir|fournissez|à donner|donnant|fournissant|donne-moi|donnez-moi|fournissez-moi',
  owned: "que j'ai déjà|déjà fourni",
  access: "accès à|droit d'accès",
  late: 'en retard sur|trop ancienne|trop vieille',
  // units
  'u:percent': 'pour cent|pourcent|%',
  'u:degree': 'degrés|degré|°c|°',
  'u:day': 'jours|jour',
  'u:hour': 'heures|heure',
  'u:minute': 'minutes|minute',
  'u:second': 'secondes|seconde',
  'u:month': 'mois',
  'u:year': 'ans|an|années',
  'u:week': 'semaines|semaine',
  'u:thousandth': 'pour mille',
};

/** Swiss and Belgian tens. */
const TENS: readonly (readonly [string, number])[] = [
  ['septante', 70],
  ['huitante', 80],
  ['octante', 80],
  ['nonante', 90],
];

/** Every way to say a number below two thousand. */
function numbers(): ReadonlyMap<string, number> {
  const said = new Map<string, number>([
    ['zéro', 0],
    ['une douzaine de', 12],
    ['une douzaine d', 12],
  ]);
  for (let value = 2; value < 2_000; value++)
    for (const form of [inWords(value), inWords(value, true)]) {
      const spaced = form.replaceAll('-', ' ');
      said.set(spaced, value);
      said.set(spaced.replace(/\bcents\b/, 'cent').replace(/\bvingts\b/, 'vingt'), value);
    }
  for (const [ten, value] of TENS)
    for (let unit = 0; unit < 10; unit++)
      said.set(unit === 0 ? ten : unit === 1 ? `${ten} et un` : `${ten} ${inWords(unit)}`, value + unit);
  return said;
}

const SMALL = 'une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|\\d+';
const OUT_OF = new RegExp(
  `(?<![\\p{L}-])(${SMALL}|aucun|seul) (?:des|de (?:vos|nos|mes|ses|ces|tous les)|parmi (?:les|vos|nos|ces)) (?=(?:${SMALL})(?![\\p{L}-]))`,
  'giu',
);

// « comme M7 ne répond pas, … » gives a reason
const AS = /^comme (?=les? |la |l'|une? |aucun|\p{Lu})/iu;

// « que tour s'arrête et … » is « si tour s'arrête, … »
const THAT = /^que (?=\S+ (?:s'arrête|tombe|lâche|cède|flanche|disparaisse)(?!\p{L}))/iu;
// « cinq nœuds, dont quatre qui répondent »
const OF_WHICH = new RegExp(
  `(?<![\\p{L}-])(${SMALL}) (nœuds?)(?: attendus| en tout| au total)?,? dont (${SMALL}) (?:qui )?(?=répond|sont|est |ont |fonctionn)`,
  'giu',
);

const words = joined(own, families, duties);

export const claims: Claims = {
  words,
  numbers,
  // « 69/100 »
  // « quatre de vos cinq nœuds », « quatre des cinq »
  spelt: (text) =>
    text
      .replace(/(\d)\s?\/\s?(?=\d)/g, '$1 sur ')
      .replace(OUT_OF, '$1 sur ')
      .replace(AS, 'Puisque ')
      .replace(THAT, 'Si ')
      .replace(OF_WHICH, '$3 $2 sur $1 '),
  needy:
    "le|la|l'|les|de|d'|du|des|au|aux|à|en|par|sur|son|sa|ses|leur|mon|ma|que|qu'|et|ou|mais|est|sont|était|a|ont|ne|n'|se|s'|c'|j'|je|on|pour|sans|dans|ce|cette|cet|ni|car|dont|qui|vers|très",
  light: "est|sont|étant|était|le|la|les|l'|m'|me|reste|restent|demeure|demeurent",
  joints: 'et|mais|ou|est|sont|de|du|des|à|au|aux|car|qui|dont|que|ne|pour',
  mayMeet:
    'ne sont|ne est|et de|et du|et des|et à|et au|et aux|et que|et qui|et dont|et est|et pour|et ne|mais de|mais à|mais est|mais ne|ou de|ou à|est de|est du|est à|est que|est au|est pour|sont à|sont de|sont des|sont du|est des|de que|qui est|qui sont|qui ne|dont est|que de|que des|pour que|pour des|pour du|car de|car des|à des|à du|à que|à de|pour de|que du|que à|et car|pour au|pour et',
  negation: () => ({ before: "ne|n'", after: 'pas|plus', closed: "que|qu'|rien|aucun|aucune|personne|seul" }),
  /** What a negated concept says. */
  opposites: {
    up: 'down|off',
    usable: 'degraded|down',
    loaded: 'unloaded',
    installed: 'missing',
    know: 'unknown',
    read: 'unknown',
    has: 'missing',
  },
};
