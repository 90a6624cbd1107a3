import type { PlainConcept } from '../../../intents/concepts.ts';
import { er, inflected, ir } from './conjugation.ts';

/** Verbs that only carry a question about what they are asked of: « quel score obtient-on », « que constatez-vous ». */
const SEE = 'constate note observe remarque relève trouve juge estime mesure enregistre compte ';
const asked = SEE.split(' ')
  .map((verb) => `${verb}s tu|${verb} t on|${verb}z vous`)
  .join('|');
const HAVE =
  'avons nous|avez vous|as tu|a t on|ai je|ont ils|aura t on|avait on|obtenons nous|obtient on|obtiens tu|obtenez vous|on obtient|nous obtenons|sommes nous|êtes vous|est on|on a obtenu|on a eu';
/** Parts of a day and of a life that a request is set against. */
const WHILE =
  'départ|départs|retour|arrivée|réveil|coucher|lever|dodo|sommeil|sieste|pause|repas|dîner|déjeuner|souper|goûter|petit déjeuner|café|apéro|boulot|travail|taf|service|garde|astreinte|nuit|soirée|journée|week end|weekend|vacances|congés|cours|examen|examens|partiel|partiels|soutenance|rendu|réunion|point|visio|appel|rendez vous|entretien|présentation|démo|démonstration|visite|formation|livraison|mise en prod|mise en production|bascule|migration|maintenance|sauvegarde|match|film|série|concert|messe|office|opération|consultation|train|avion|vol|voyage|déplacement';
const GONE =
  '(repasse|reviens|rentre|pars|sors|arrive|file|vais|y vais|dois y aller|redescends|remonte|finis|termine|mange|dîne|déjeune|dors|décolle|m absente|me couche|me lève|me douche|suis là|suis de retour|serai là|serai de retour|reviendrai|repasserai|rentrerai|te rappelle|prends ma douche|prends un café|bouge|m en vais)';
const LATER =
  '(dans [à peu près|environ|genre] # (minutes|minute|heures|heure|secondes|jours)|dans une (demi heure|petite heure|minute|seconde)|dans un (quart d heure|instant|moment)|demain|ce soir|à midi|à # heures|tout à l heure|bientôt|tout de suite|d ici là|plus tard|après)';
const WHO =
  'chef|cheffe|patron|patronne|boss|client|cliente|clients|collègue|collègues|femme|mari|copain|copine|parents|père|mère|frère|sœur|invités|enfants|technicien|prestataire|direction|directeur|directrice|prof|tuteur|livreur|voisin|équipe|visiteurs|auditeur|auditeurs';
const KIN =
  'papa|maman|mon père|ma mère|mes parents|papy|mamie|mon papa|ma maman|mon frère|ma sœur|mon mari|ma femme|mon chéri|ma chérie|la famille|mon grand père|ma grand mère|mon oncle|ma tante|mon fils|ma fille|les enfants|les gosses|les petits|les autres|tout le monde|nos amis|nos invités|mes invités|mon invité|mon invitée|nos clients|mon client|ma cliente|mes clients|mes collègues|mon collègue|ma collègue|mon équipe|l équipe|mon chef|ma cheffe|mon patron|ma patronne|le patron|le chef|la direction|le directeur|la directrice|le comité|le conseil|les administrateurs|les élèves|les étudiants|la classe|la salle|le public|les stagiaires|mon stagiaire|ma stagiaire|le stagiaire|la stagiaire|le technicien|mon tuteur|mon prof|le jury|les visiteurs|le client|la cliente|les clients|ceux du fond|ceux qui suivent|ceux qui arrivent|celui qui arrive';

/** Ways to say what other words say already: turns of phrase, of speech and of regions. */
export const turns: Readonly<Partial<Record<PlainConcept, readonly string[]>>> = {
  plain: [
    '(auriez vous|aurais tu|ayez|aie|veuillez avoir) [donc] (l|la) [extrême|infinie|grande|insigne] (amabilité|obligeance|bonté|gentillesse|courtoisie|complaisance) (de|d)|qu il (te|vous) plaise (de|d)|s il (te|vous) (agrée|sied)|à votre convenance|à ta convenance|jarvice|jarvisse|jarvise|charvis|jervis|jarviz|gervis|jarre vis|[attends|deux secondes] je (note tout|prends des notes|prends mes notes|cherche un stylo|cherche de quoi noter)|laisse moi noter|doucement je note|je note doucement',
    `${HAVE}|quant (à|au|aux)|par rapport au reste|selon (le|la|l|les|ton|votre|vos|tes|toi|vous)|d après (toi|vous|ce que tu (vois|sais|as vu))|autant [que|en profiter pour|profiter pour]|tant qu à faire|tant qu on y est|tant que tu y es|pendant que (tu y es|j y pense|j y suis|on y est|tu es là)|puisque (tu es là|t es là|j y pense|on en parle)|au point où on en est|à tout hasard|par acquit de conscience|par précaution|par prudence|par curiosité|pour info|pour information|pour mémoire|pour la forme|pour le principe|pour ma gouverne|pour être tranquille|pour en avoir le cœur net|pour (me|nous) rassurer|pour finir|pour commencer|pour changer|pour une fois|pour la route|pour ce que ça vaut|si tu veux bien|si ça ne t ennuie pas|si t as (deux minutes|cinq minutes|une minute|le temps|un moment)|si tu as un moment|quand t as (deux minutes|une minute|le temps|un moment)|dès que t as (deux minutes|une minute|le temps|un moment)|quand tu as (deux minutes|une minute|le temps|un moment)`,
    '(pas|rien) de (spécial|particulier|compliqué|méchant|grave)|rien (de plus|d autre|de spécial|de compliqué|de trop long|ne presse|qui presse)|sans (plus|chichi|chichis|trop de détail|trop de détails|entrer dans les détails|rentrer dans les détails|te presser|stress|faute|exception|te tromper|rien oublier)|pas (d heure|de jour|de date|d horaire) (précis|précise|particulier|particulière|fixe)|(peu importe|n importe) (l heure|le moment|quand|quelle heure)|(n|ne) importe (quand|comment)|à l heure que tu (veux|voudras)|quand ça t arrange|pas de panique|y a pas le feu [au lac]|y a pas d urgence|rien d urgent|(c est|ça) (presse|urge) [pas]|faut que ça (aille vite|presse|dépote)|et que ça saute|et plus vite que ça|vite vite [vite]|allez zou|zou|hop hop [hop]|hop là|roule|yallah|bismillah|go go|let s go|en avant|en route|au boulot|au travail|chauffe marcel|nom d un chien|nom de dieu|bon sang [de bonsoir]|bonté divine|mon dieu|doux jésus|purée|punaise|mince|zut|flûte|crotte|merde|putain|bordel|diantre|fichtre|sapristi|saperlipopette|palsambleu|tabarnak|tabarnouche|câlisse|câline|crisse|ostie|caramba|boudiou|boudu|fatche|fan|peuchère|té|vé|adieu|adissiatz|ouf|aïe|ouille|oups|hélas|chouette|youpi|super|génial|nickel|impec|impeccable|parfait|magnifique|excellent|formidable|tip top|top',
    '[j|je] (allais|ai failli|avais|ai presque) (oublié|oublier|oubliais|zappé|zapper) [de|d|que]|que (j|je) (n|ne) oublie pas [de]|comment (dire|dirais je|dirai je|on dit)|(enfin|bon|et|bah|ben) bref|(disons|mettons|admettons) [que|qu]|(je sais pas moi|chais pas|j sais pas|je ne sais quoi)|(en fait|au fond|dans le fond|à la base|à la limite|à la rigueur|au pire|au moins|au mieux|à la bonne heure)|si tu vois ce que je veux dire|tu vois quoi|(quoi|hein) (dis|donc)|faque|ça fait que|fait que là|de même|genre (là|un peu)|style|comme qui dirait|(m|me) (excuse|semble)|scuse [moi]|scusez [moi]|esscuse moi|mille pardons|navré|navrée|mes excuses|sauf erreur|si je ne m abuse|si je me trompe pas|sauf votre respect|avec tout le respect|ma foi|parole|promis|juré|je te jure',
    `(avant|après|pendant|durant|dès|depuis) (le|la|l|les|mon|ma|mes|notre|nos|ce|cet|cette|un|une) [petit|petite|grand|grande|gros|grosse|prochain|prochaine|premier|première] (${WHILE}) [(de|d|à) (# heures|# h|midi|demain|lundi|mardi|mercredi|jeudi|vendredi|ce soir|cet après midi)]`,
    `(je|j|on) ${GONE} ${LATER}|(mon|ma|le|la|les|mes|notre|nos) (${WHO}) (passe|passent|arrive|arrivent|vient|viennent|débarque|débarquent|rentre|rentrent|attend|attendent|est là|sont là) [me voir|nous voir] [${LATER}]|comme (tous les|toutes les|chaque|à chaque|d habitude tous les) (matins|matin|soirs|soir|jours|jour|semaines|semaine|nuits|nuit|lundis|lundi|fois|mois)`,
    `(pour|de|à|devant|avec|chez) (${KIN})`,
    '(dis|dites) [donc|voir|un peu|bien] à (nos invités|mes invités|mon invité|mon invitée|mes amis|nos amis|mon client|ma cliente|mes clients|nos clients|mes élèves|mes étudiants|mon équipe|la classe|la salle|l équipe|la stagiaire|le stagiaire|mon stagiaire|ma stagiaire|mes collègues|mes parents|mes enfants|ma femme|mon mari|mon chef|le chef|mon patron|la direction|tout le monde) (quel|quelle|quels|quelles|l|le|la|les)',
    'jusqu à (nouvel ordre|nouvel avis|ce que je (dise stop|te dise stop|revienne|rentre|te le dise|change d avis)|ce qu on te le dise|mon retour|dimanche|demain|la fin (du|de la|des) (mois|semaine|vacances|année))|à partir de (maintenant|demain|aujourd hui|lundi|ce soir)|dorénavant|désormais|à l avenir|sans limite|à l infini|tout (le mois|l été|l hiver|au long de la (journée|semaine|nuit))|en mon absence|pendant mon absence|(pendant|le temps|durant) (mes|les|nos) (vacances|congés|absences)',
    `(cher|chère|chers|chères|vieux|vieille|vieilles|brave|braves|pauvre|pauvres|fidèle|fidèles|foutu|foutue|foutus|maudit|maudite|maudits|fichu|fichue|fichus|petites|grand|grands|grande|grandes|gros|principaux|principales|différentes|divers|diverses|respectif|respectifs|respectives|cinq|quatre)`,
    'd intelligence artificielle|d ia|vocalement|oralement|de vive voix|par la voix|à l oral|en vocal|à voix haute|haut et fort|textuellement|verbatim|que tu (connais|surveilles|gères|administres|suis|pilotes)|que (j|on|nous) (ai|a|avons) [ici|chez nous|à la maison]|(que j administre|que je gère|que nous exploitons|qu on exploite|qu on utilise|que je paie)|(telle|tel|tels|telles) (que|qu) (l audit|tu|vous) (l|les) (a|as|avez) (trouvée|trouvé|vue|vu|relevée|relevé|notée|noté|décrite|décrit)|que (l audit|tu|vous) (a|as|avez) (trouvé|trouvée|trouvés|trouvées|relevé|relevés|relevées|noté|notés|détecté|détectés|identifié|identifiés|identifiées|vu|vus|calculé|calculée|donné|donnée|mis|mise)|(que|qu) (je|j|on|nous) (dois|doit|devons|vais|puisse|peux) (présenter|montrer|annoncer|communiquer|rapporter|transmettre|reporter|noter|inscrire|remplir|recopier) [à|au|aux|dans|sur]',
  ],
  gpu: ['gpu|gpus|cartes graphiques|carte graphique|vram|mémoire vidéo|températures'],
  instead: ['plutôt|à la place|tout compte fait|finalement|en fin de compte'],
  first: [
    '(les|le|la) (plus|pires|pire) (urgent|urgents|urgente|urgentes|grave|graves|critique|critiques|important|importants|importante|pressé|pressant|gros|grosse)|ce qui (presse|urge) [le plus]',
  ],
  how: [
    '(où|jusqu où) (nous|vous|j|je|tu|on|ça|elle|il|elles|ils|c) en (sommes|êtes|suis|es|est|sont|étions|étais|était)|(on|nous|j|je|tu|vous|ça|il|elle|ils|elles) en (est|sommes|suis|es|êtes|sont|était) (où|rendu où|rendus où|à quel point|à combien)|(je|j|nous|tu|vous|on) (suis|sommes|es|êtes|est|serais|serait|tourne|plafonne) à (combien|quel niveau|quel chiffre|quel score|quelle note)|(est|sont) (retombé|retombée|retombés|retombées|remonté|remontée|remontés|descendu|descendue|tombé|tombée|passé|passée|arrivé|arrivée) à (combien|quel chiffre|quel niveau|quelle note)|ça (dit|raconte|donne) quoi (du côté|côté|sur|pour)|(comment|qu est ce que) (ça|il|elle|ils|elles) (dit|disent|biche|zigouille|boume|gazouille)|(il|elle) est (bien|comment) ou (il|elle) est mal|il est comment|elle est comment|ils sont comment|elles sont comment|(va|vont) (il|elle|ils|elles) bien|(il|elle|ils|elles) (va|vont) bien',
    `(${asked})`,
  ],
  alive: [
    '(a|ont) disparu|est tombé [il|t il]|(a|ont|avait|avaient) l air (bizarre|bizarres|lent|lente|lents|mort|morte|fatigué|fatiguée|malade|chelou|planté|plantée|figé|figée|en forme|à la ramasse|en vrac|mal|mal en point|bloqué|bloquée|louche)|(semble|semblent|paraît|paraissent) (bizarre|lent|lente|lents|mort|morte|planté|plantée|figé|figée|bloqué|bloquée|à la ramasse|fatigué|fatiguée|en panne|hors ligne)|(fait|font) (du bruit|un drôle de bruit|des siennes|n importe quoi|la tête)|(est|sont|soit|soient) [elle|elles|il|ils|t elle|t il|bien|vraiment|toujours|encore] (bonne|bonnes|bon|bons|mauvaise|mauvaises|mauvais|suffisante|suffisantes|suffisant|acceptables|acceptable|correctes|correcte|satisfaisantes|à jour|au point|solide|solides|faites|faite|fiables|en ordre|rassurante|rassurantes|inquiétante|inquiétantes|bien protégé|bien protégés|assez bonne|assez bonnes)|(qu est ce qu|qu) (elle|il|elles|ils) (a|ont) [donc|encore|bien]|(elle|il) a quoi|qu a (t elle|t il)|qu est ce qui (lui arrive|arrive à)|(a|ont|aurait) [t il|t elle|t ils|t elles] (passé|eu) (une bonne|une mauvaise|la|une sale) nuit|(a|ont) bien dormi|(n|ne) (a|ont) pas (bougé|bronché|cillé|flanché|crashé)|(est|sont) [t elle|t il|elle|il|tu|ti] [bien|encore|toujours] (retombé|retombée|retombés|remonté|remontée|remontés|revenu|revenue|revenus|tombé|tombée|tombés|reparti|repartie|repartis)|(es|est) tu (revenu|revenue|retombé|tombé)|su l piton|d attaque|en santé|en shape|sur le piton|au bout du rouleau|(il|elle) (tient|tiens|tien) [toujours|encore|bon|le coup]|(est ce qu|est ce que) (ça|il|elle|ils|elles) (tient|tiens|tourne|marche|répond) [encore|toujours|bien]|(sont|est) [bien] (accordé|accordés|accordée|accordées|synchro|synchrones|raccord|à l heure|à l écoute|d accord entre eux)|fonctionne t il|fonctionnent ils|est t elle|est t il|lag|lague|ça lag|gelé|gelée|joignable ou pas|là ou pas',
  ],
  tell: [
    er('dessin schématis cartographi représent retrac croqu peign'),
    '(quelles|les) nouvelles (de|du|des|d)|état des (troupes|forces|effectifs)|(un|deux|trois|quelques) (mot|mots|petit mot|petits mots) (sur|de|du|des|à propos|au sujet)|(cause|causez|jase|jasez|parle|parlez|discute) [moi|nous] [donc|voir|un peu|vite fait] (de|du|des|d)|(touche|touchez) [moi|nous] un mot (de|du|des|d)|(fais|faites|faire) [moi|nous] (un|le|la) [petit|rapide|bref|court] (topo|laïus|exposé|speech|débrief|débriefing|récit|portrait|tableau|dessin|présentation|description|tour) (de|du|des|d|sur)|(donne|donnez|file|filez|sors|sortez|balance|envoie|lis|montre|dis) [moi|nous] (tout|tous|toute|toutes) (le|la|les|ce que tu sais (sur|de|du|des))|que (contient|contiennent|dit|disent|raconte|montre|révèle|indique|donne)|(il|elle|ça) (contient|montre|révèle|indique) quoi|qu y a t il (dans|à)|il y a quoi (dans|à)|qu est ce qu il y a (dans|à|sur)|(qu est ce que|que) (dit|donne|raconte|révèle|montre|contient|indique) (le|la|l|les)|(tu|vous) (as|avez) (quoi|quelque chose) (sur|pour|à propos)|à quoi ressemble|à quoi ressemblent|(ça|il|elle) ressemble à quoi|ce que (vaut|valent|donne|donnent)|à ta connaissance|revoir|revois|relever|relève|relevez|consigne|consigner',
  ],
  'what-is': [
    '(sait|ses|cé|c|cest|sé|sais|set) quoi|quel serait|qu en est il|c est combien|combien (fait|vaut|ça fait)|(on|j|nous|tu|vous) (a|ai|avons|as|avez) (quel|quelle|combien|quoi) [de|d|en|comme]',
  ],
  which: ['combien (y a t il|il y a) (de|d)|combien (de|d)|(lesquels|lesquelles|lequel|laquelle) (de|des|parmi)'],
  change: [
    '(c|ça) était (comment|quoi) [avant|la dernière fois]|comment c était [avant|la dernière fois]|(qu est ce qui|ce qui|quoi qui|qui est ce qui|qu es qui|quesqui|quès qui|qu est ce que qui) (a|à|as) [bien|pu|encore|donc] (changer|changé|bouger|bougé|évoluer|évolué|varier|varié|arriver|passer|lâcher|lâché|tomber|casser|péter|crasher)|(qu est ce qui|que) (s est|c est) [t il] (passé|passer) [de (beau|neuf|nouveau|spécial)]|(il s est|ça s est|il est|y s est) (passé|arrivé) (quelque chose|quoi|un truc|des choses|des trucs)|(il y a|y a|il y aurait|y aurait) [t il] (eu|t eu) [du|des|un|une|quelque chose] (de nouveau|nouveau|neuf|changement|changements|nouveautés|mouvement|évolution|différences|quelque chose)|(quelles|quels) (évolutions|changements|variations|mouvements) [y a t il [eu]|as tu|avez vous]|(a|ont) [ils|elles|il|elle] (évolué|changé|bougé|progressé)|(évolué|changé|bougé) (de|d) [combien]|a fait (bouger|évoluer|changer)|(sommes nous|on est|est on) (plus|moins|mieux|aussi) (solides|solide|stables|stable|résilients|résilient|sûrs|protégés|exposés|performants|rapides) qu (à|au|en|l|la|hier)|(c|ça|cela) (était|étais) [déjà|pareil|le cas] (comme ça|le cas|pareil|ainsi)|(déjà|encore) (le cas|comme ça|pareil)',
  ],
  repeat: [
    'rembobine|rembobinez|reviens (en arrière|au début)|retour (en arrière|au début)|(je|j) (n|ne) (ai|avais) (pas|rien) pu [l|le|tout|bien|rien] (entendre|suivre|écouter|noter|saisir|comprendre|capter)|(j|je) [n] (ai|avais) [rien|pas|mal|point] (pogné|catché|chopé|gaulé|imprimé|calculé|tilté|entendu|entravé|bité|retenu) [ce que|ce qu] [tu|vous|t] [as|avez|dis|disais] [dit]|(tu|vous|t) (as|a|à|avez) (dit|di|dis) [quoi|combien]|(quoi|hein) (tu|vous|t) (as|a|à|dis|disais) [dit]|(quoi|comment) (t|tu|vous) (as|a|dis) [dit]|(redit|redis|redites) (moi|nous|le|la|ça|sa)|(encore|une) [une] fois plus (lent|lentement|doucement)|(tu peux|peux tu|veux tu) [bien] (la|me la|le|me le) (refaire|rejouer)|la même (chose|phrase) (mais|en) (plus|moins)|de quoi (tu parlais|parlais tu|parliez vous)|comment (tu dis|dis tu|vous dites|dites vous)|(que|qu est ce que) (tu dis|dis tu|dites vous|vous dites)',
  ],
  slow: [
    '(plus|moins) (lent|vite|rapide|speed)|(plus|encore plus) (lent|lente|posé|calme)|au ralenti|mollo|piano|(vas|va|allez) y (mollo|doucement|lentement|piano|molo)|moins (vite|rapidement|speed)|lente ment|plus l entement|à vitesse (normale|humaine)',
  ],
  answer: [
    '[les|la|le] [deux|trois|quatre] (derniers|dernières|dernier|dernière) (points|point|phrases|valeur|valeurs|chiffre|chiffres|mots|éléments|choses|infos|informations)',
  ],
  problem: [
    '(c est|est ce|c est y|est ce que c est|ça l est) [vraiment|très|si|bien|tant que ça] (grave|inquiétant|dangereux|critique|sérieux|embêtant|alarmant|risqué|préoccupant|gênant|bloquant)|(faut|dois je|doit on|je dois) [il|que je] [m|s] (inquiéter|inquiète|alarmer|en faire)|(souci|soucis|problème|problèmes|bug|bugs|pépin|pépins|galère|ennui|ennuis|panne) (avec|chez)',
  ],
  again: ['recommence|la refais|refais la|rejoue|replay|même chose|rebelote'],
  detail: [
    'et concrètement|lesquels (ça|donc)|lesquelles (ça|donc)|quoi par exemple|par exemple|comme quoi|et (quoi encore|avec ça)|[donne|file] [moi|nous] [un peu] plus de (jus|matière|biscuits|biscuit|billes|grain|contenu|substance|viande|profondeur|contexte|précision|chiffres|explications|éléments)|(soyez|sois|soit|essaie d être) [un peu] plus (précis|précise|explicite|complet|clair|concret|concrète|bavard)|(sans|pas) (employer|utiliser|trop) [de|d] (jargon|termes techniques)|dé taille|dés taille|détail moi|des tailles|va au fond (des choses|du sujet)|allez au fond|et (dans le|plus en) détail|la version longue|l intégrale|(dis|dites|raconte|jase|cause|parle) (moi|nous) [z|zen|en] (plus|davantage|plus long)|point par point|(et|mais) encore|ça dit pas grand chose|c est un peu (court|léger|maigre|vague)|(trop|un peu) (vague|succinct|flou)',
  ],
  more: ['ensuite|la suite|les suivants|les suivantes'],
  cancel: [
    '(plus|pas) (maintenant|aujourd hui|ce soir) finalement|(c est|laisse|laissez) (mort|béton|courir)|fausse alerte|fausse alarme|on (remballe|oublie [ça|tout]|efface tout|laisse béton)|je (change|ai changé) d (avis|idée)|oublie [moi] (ça|tout|cet|l)|au temps pour moi',
  ],
  silence: [
    '(ça|sa) (sufi|suffi|suffit|sufit|me saoule|me soûle|me gonfle|me fatigue|me gave)|(tu|vous) (vas|allez) réveiller (la maison|tout le monde|le petit|la petite|les enfants|bébé|le bébé)|(ça|sa) (ira|va) (comme ça|merci)|(c est|ça) correct [là|merci]|(ferme|fermez) (la|ton clapet|ta bouche)|clos la discussion|on en reste là|restons en là|tenons nous en là',
  ],
  planned: ['réservé|réservée|booké|bookée|au programme|au calendrier|à l agenda|en attente|à venir'],
  advise: [
    '(tu|vous) (as|avez|aurais|auriez|vois|voyez) [pas] (une|un|des|quoi comme|d autres) (piste|pistes|solution|solutions|remède|remèdes|conseil|conseils|suggestion|suggestions|idée|idées|astuce|astuces|truc|trucs|reco|recos|parade|parades|levier|leviers)|(je|on) (lui|leur|te|vous) (propose|conseille|suggère|recommande) quoi|(venez|viens) en (aux|à|au)|(quels|quelles) (leviers|travaux|réglages|chantiers|ajustements|efforts|investissements|améliorations|modèles ou réglages|arguments ou travaux|parades|précautions|garde fous|protections|verrous)|(que|quoi) (me|nous) (conseillez|conseilles|recommandez|recommandes|suggérez|suggères) [vous|tu]',
  ],
  fix: [
    er(
      'augment fortifi bonifi perfectionn peaufin affin maximis maîtris palli compens mitig rehauss élev hauss étay épaul endigu neutralis jugul',
    ),
    `${inflected('accroî', 'tre t s')}|accroissez|accroisse|${ir('ralent affranch rétréc')}|(mieux|plus) (résister|résiste|tenir|encaisser|absorber|supporter|protéger|surveiller|observer|répartir|sauvegarder) [à|au|aux|le|la|les] [une|un] [coupure|coupures|panne|pannes|choc|chocs|charge|courant|de courant]|(tenir|tienne|tiennent|résister|encaisser) [mieux|davantage] [à|au|aux|le|la|les|aux] (coup|choc|chocs|charge|coupure|coupures|panne|pannes)|monter en (charge|puissance|gamme|grade)|passer à l échelle|faire des progrès|prendre du galon|donner un coup de boost|mettre (le paquet|un coup)|muscler|serrer les boulons|monter d un cran`,
  ],
  'what-to-do': [
    '(je|on) fais quoi (avec ça|de ça|avec tout ça|moi|là|après ça|maintenant) [avec ça|moi]|(ben|et|alors|du coup|faque|bon) je fais quoi|on fait quoi (avec ça|de ça|du coup|là|maintenant)|(cé|sait|c est) quoi (à|a|qu il faut|qu y faut) faire|(que|qu) (suggérez|proposez|recommandez|conseillez|préconisez|suggères|proposes|recommandes|conseilles|préconises) (vous|tu) [de|d] [faire] [pour|que|qu]|(lesquels|lesquelles|lequel|laquelle) (traiter|corriger|régler|attaquer|prioriser) (et comment|en premier|d abord)|y a (t il|ti|tu) (moyen|quelque chose à faire)|comment (on|je|nous) (en sort|m en sors|s en sort)|pour que (ça|le système|le cluster|l ensemble) (aille|tienne|soit|marche|tourne|fonctionne)|(c est|ça serait|ce serait) quoi (le mieux|la marche à suivre|la solution|la suite|l étape d après|le plan|la parade)',
  ],
  why: [
    '(d où (ça|il|elle|ils|elles) (vient|viennent|sort|sortent)|d ou (vient|sort)|comment (on|vous|tu) (en) (arrive|arrivez|arrives) (là|à ce score|à cette note|à ça)|(qu est ce qui|ce qui) (fait|fait donc) (que|qu)|(qu est ce qui) (cloche|pèche|coince|plombe|tire vers le bas) (dans|sur|avec) (la note|le score|cette note|ce score|ce chiffre)|pour quoi (ça|la|le|ce|cette)|(comment|pourquoi) [on|nous] [s est|s sont] fait (capper|plafonner|saquer|descendre|sabrer|massacrer)|sur quels critères|selon quels critères|en vertu de quoi|de quel droit|par quel miracle)',
  ],
  degree: [
    'à %|à % (sur #|pour cent)|[si|aussi|trop|très|tellement|plus|moins|pas|autant] (claqué|claquée|dégueu|ridicule|ridicules|honteux|honteuse|affreux|affreuse|piteux|piteuse|minable|misérable|lamentable|merdique|cata|catastrophique|naze|naz|pétée|pété|à chier|déplorable|désolant|décevant|décevante|timide|tiède|moyenne|fragile|pas terrible|en berne|dans les choux|au ras des pâquerettes|en chute libre|plate|ordinaire|moche|chenu|croche)|(au dessus|en dessous|au delà|en deçà) (de|des|du) [la|les] [#|moyenne|barre]|[on|elle|il] (dépasse|dépassent|franchit|atteint|passe) [t on|t elle|t il] [bien|enfin] (les|la|le|la barre (de|des)) [#|moyenne|barre]|(elle|il) était [si|plus|pourtant] (bonne|bon|haute|haut|mieux) [pourtant|avant]',
  ],
  computed: [
    'comment (t|tu|vous|on) (arrives|arrivez|arrive|obtiens|obtenez|trouves|trouvez|sors|sortez|fais|faites) (à|pour arriver à|pour obtenir|pour trouver|pour avoir) [ce|cette|ça|un|une]|(on|tu|vous|il) [en] (arrive|arrives|arrivez|obtient|obtiens|obtenez|calcule|calcules|calculez|tire|établit) [à|au]|sur quels (critères|éléments|indicateurs|chiffres)|ce (sur quoi|qui compose|qui entre dans)|comment (elle|il|ça) (est|se) (calculé|calculée|calcule|fait|faite|fabrique|fabriquée|fabriqué|obtient|obtenue|construit|construite)',
  ],
  mean: [
    'ce que c est [que|donc|exactement|au juste]|ce que (mesure|mesurent|représente|représentent|recouvre|recouvrent|signifie|signifient|veut dire|veulent dire|raconte)|(qu est ce que|que) (mesure|mesurent|représente|recouvre|recouvrent|raconte) [au juste|exactement|vraiment]|au juste (la|le|l)|kézako|késako|c est quoi au juste',
  ],
  launch: [
    'diligenter|diligentez|diligente|ordonnancer|missionner|faire procéder à|faites procéder à|mener à bien|menez à bien|(profite|profitez|profitons) (de|en|d) [ça|cela|ce moment] (pour)|(il est|c est) l heure (de|d|du|pour)|place (à|au)|on (lance|démarre|part|fait|attaque|relance|repart) [donc|vite|tout de suite] [sur]|qu on (lance|démarre|fasse)|(balance|envoie|claque|cale|fous|fourre|colle|tape|pousse|flanque|torche|expédie|tire|sors) (moi|nous) (un|une|l|le|la)|(vas|va) y (envoie|balance|lance|fais|pars)|je (réclame|commande|requiers|exige|sollicite|prends|veux bien|demande)|(on|tu) (mérite|mérites)|(pars|partez|part) (moi|nous) [donc] [un|une|l]|(prêt|prête|prêts|parés|paré) pour (l|un|une|le)',
  ],
  inspect: [
    er('survol inspectionn zyeut reluqu ratiss'),
    `passe (moi|nous|donc) [donc|voir|un peu] [le|la|l] [système|cluster|infra] (au (crible|peigne fin|scanner|rayon x|microscope)|en revue|à la loupe)`,
  ],
  system: [
    '(la|ta|notre|ma|l) (plateforme|plate forme|infra|infrastructure|installation|stack|boutique|machinerie|usine à gaz|config|configuration|tuyauterie|mécanique) [d ia|d intelligence artificielle|ia|au complet|entière]|(le|mon|notre|ton|tout le) (setup|rig|lab|homelab|labo|parc|bazar|bousin|fourbi|barda|bastringue|dispositif) [d ia|ia|complet|entier|au complet]|dispositif|l ensemble (du|des) (système|systèmes)|toute la (machinerie|tuyauterie|clique|smala)',
  ],
  cluster: [
    '[le|du|au] reste (du|des) (cluster|système|nœuds|machines|serveurs)|(notre|ton|mon|le|ce|du) (clusteur|cleusteur|closteur|clustair|clusterre|claster|cluste|class teur|clos tert|closed heure|clou ster|clé steur|cristère|clustère)|class teur|clos tert|closed heure|clou ster|closteur|clusterre|cloche tour',
  ],
  nodes: [
    'autres (nœuds|machines|serveurs|bécanes|nodes)|neuds|neud|noeux|nœux|noeuts|neuxs|neux|(les|nos|mes|des|tous les|toutes les|chaque|combien de) [chers|chères|autres|petits|petites|vieux|vieilles|brave|braves] (nœuds|neuds|nodes|machines|serveurs|bécanes|ordis|boxs|boîtes|tours|pc|pécé)|les (bécanes|ordis|tours)|bécanes|ordis',
  ],
  report: [
    '[qu|que|ce que|ce qu] (a|ont) [t il|t elle] (donné|trouvé|révélé|relevé|montré|conclu|détecté|constaté|remonté|mis au jour|mis en évidence)',
  ],
  'in-short': [
    'en (deux mots|trois mots|bref|gros|résumé|une phrase|deux phrases|quelques mots)|pour faire (court|simple|bref)|fais (court|bref|simple)|faites court',
  ],
  audit: [
    '(mets|mettez|mettre) [moi|nous] (un|l|cet|ton) audit en (route|marche|branle|place|chantier)|au dit|eau dit|ô dit|haut dit|oh dit|o dit|au dis|odie|audits|l odit|audi|audis|odits|haudit|hodit|audite|audité|ôdit',
  ],
};
