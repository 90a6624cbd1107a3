import type { PlainConcept } from '../../../intents/concepts.ts';
import { agreed, er, inflected, ir, irregular, re } from './conjugation.ts';

const FAIRE = irregular('fais fait faisons faites font faire faisant', 'fass', 'fer');
const REFAIRE = irregular('refais refait refaisons refaites refont refaire', 'refass', 'refer');
const DIRE = irregular('dis dit disons dites disent dire disant', 'dis', 'dir');
const LIRE = irregular('lis lit lisons lisez lisent lire lisant', 'lis', 'lir');
const ECRIRE = irregular('décris décrit décrivons décrivez décrivent décrire', 'décriv', 'décrir');
const VOIR = irregular('vois voit voyons voyez voient voir', 'voi voy', 'verr');
const METTRE = irregular('mets met mettons mettez mettent mettre', 'mett', 'mettr');
const REMETTRE = irregular('remets remet remettons remettez remettent remettre', 'remett', 'remettr');
const PRENDRE = irregular('prends prend prenons prenez prennent prendre', 'prenn', 'prendr');
const REPRENDRE = irregular('reprends reprend reprenons reprenez reprennent reprendre', 'reprenn', 'reprendr');
const TENIR = irregular('tiens tient tenons tenez tiennent tenir', 'tienn', 'tiendr');
const PREVOIR = irregular('prévois prévoit prévoyons prévoyez prévoient prévoir', 'prévoi prévoy', 'prévoir');
const CONDUIRE = `${inflected('condui produi instrui', 's t sons sez sent re se ses')}|réduire|réduis|réduisez`;
const ALLER = irregular('vas va allons allez vont aller aille ailles', 'aill', 'ir');
const TRANSMETTRE = irregular('transmets transmet transmettons transmettez transmettent transmettre', 'transmett', 'transmettr');

/** What is asked, in every form of its verbs. */
export const verbs: Readonly<Partial<Record<PlainConcept, readonly string[]>>> = {
  launch: [
    's impose|s imposerait|(serait|est) (le bienvenu|bienvenu|nécessaire|de rigueur)|tombe à pic',
    er(
      'lanc relanc démarr exécut effectu réalis déclench enclench opèr opér entam attaqu initi commenc recommenc mèn men amorc engag enchaîn dégain claqu coll pond dress génèr génér boucl pilot procèd procéd expédi inaugur mitonn concoct bricol pass repass tent lâch prépar',
    ),
    `${FAIRE}|${REFAIRE}|${CONDUIRE}|${re('entreprend')}|${ir('accompl')}|${inflected('entrepren', 'ds d ons ez dre ne nes')}|(${METTRE}) en (route|marche|place|branle|œuvre|train)|(${FAIRE}) (tourner|péter|partir|passer)|refaire un tour|on recommence|recommençons|(fais|lance|faites) (le|la|ça)|en avant pour|(enchaîne|enchaînez|passe|passons|poursuis|reprends|reprenez) (sur|par|avec) [un|une|l]|(on|je) (part|pars) sur|un coup d|en place pour|kick [off]|go pour|run|runner|runne|soumettre|soumets|soumettez|(vas|va|allez) y (avec|pour)|(te|vous) (mets|mettre|mettez) (à|au)|ait lieu|aura lieu|ait bien lieu|soit (fait|lancé|réalisé|effectué|exécuté|mené|prêt)|(tourne|parte|démarre|se fasse|se lance) [tout|toute] [seul|seule]|partir tout seul|mérite`,
  ],
  inspect: [
    er(
      'vérifi revérifi contrôl recontrôl inspect examin réexamin scann analys réanalys diagnostiqu check test retest sond confirm regard auscult évalu surveill ping pingu scrut jaug explor épluch décortiqu fouill dissèqu disséqu quadrill radiographi sondé étudi observ expertis tât recens assur zieut mat lorgn guett jug',
    ),
    `(au|aux) (crible|peigne fin|scanner|rayon x|rayons x|karcher|microscope|banc d essai)|en revue|à la loupe|joindre|contacter|atteindre|sous toutes (les|ses) coutures|(${VOIR}) si|(${VOIR}) (un peu|donc|voir) si|vois (si|comment)|voyez (si|comment|donc si)|(${PRENDRE}) (le pouls|la température|des nouvelles) [de|du|des]|(${FAIRE}) (le tour|un tour|une ronde|la tournée|l appel|l inventaire|une vérif|un check|une vérification|un point|le point|le bilan|un état des lieux) [complet|rapide] (de|du|des|sur)|fais l appel|faire l appel|(jet|jett)* [donc|voir|vite] un (œil|coup d œil) [à|a|sur|au|aux|dans|du côté]|t assurer|t assures|assure toi|assurez vous|(confirme|confirmez) (moi|nous)|demande (des|les) nouvelles`,
  ],
  tell: [
    '(je|on) (venais|viens|vient) aux nouvelles [de|du|des]|(venir|prendre) (aux|des) nouvelles [de|du|des]',
    er(
      'donn redonn montr affich indiqu signal présent parl racont inform annonc communiqu énonc récit expos brief renseign fil chuchot murmur souffl rappel rappell cit balanc livr dévoil révèl révél confi éclair rapport remémor précis visit esquiss caus jas bavard étal déball sort crach quantifi chiffr estim',
    ),
    `${DIRE}|${LIRE}|${ECRIRE}|${TRANSMETTRE}|${VOIR}|(${FAIRE}|fais) [moi|nous] (voir|savoir|entendre|visiter|lire|part|un topo|un point|un état|un récap|un rapport|un compte rendu|un retour|un brief|un petit point) [de|du|sur]|(${METTRE}) [moi|nous] (au courant|au parfum) [de|du|des|sur]|(${TENIR}) [moi|nous] (au courant|informé|au jus) [de|du|des|sur]|au courant|[tu|vous|t] [n|ne] (a|as|t as|tu as|avez vous|vous avez|auriez vous|aurais tu|t aurais|vous auriez|tu aurais|as tu) [pas] [des|de] [bonnes] [mes|ses|leurs] (nouvelles|infos|une idée|l heure) [de|du|des|sur]|rendre compte [de|du|des]|apprends|apprenez|apprendre|fournir|fournis|fournissez|dépeins|dépeindre|définir|définis|fais lire|(dis|dites|donne|donnez|montre) moi tout de suite`,
  ],
  repeat: [
    '(reviens|revenez|revenir) sur',
    er(
      'répèt répét redonn remontr reformul réitèr réitér rejou radot retransmett rediffus ressort ressass réénonc relat rabâch bégaye rebalanc rélis',
    ),
    `${REPRENDRE}|re${DIRE.split('|').join('|re')}|re${LIRE.split('|').join('|re')}|réentendre|ré entendre|entendre (à|de) nouveau|(reprends|reprenez|reprendre|reprend|recommence|recommencer|recommencez|reprenons|on reprend|refais) [tout|ça|cela] (à|depuis|du|au|ta|votre) [le|ta|votre] [début|zéro|phrase|départ]|reprenons|on reprend|(depuis|dès) le (début|départ)|au début`,
    '[attends|pardon] (tu|vous|t) (disais|disiez|racontais|racontiez|as dit|avez dit|viens de dire|venez de dire) [que|quoi|quoi déjà|combien|hein]|que (disiez vous|disais tu|racontais tu|me disais tu)|(qu est ce que|quossé que|c est quoi que|que) (tu|vous|t) (as|avez|disais|disiez|dis|dites|viens de|venez de|racontes|racontais) [dit|dire|raconté|raconter]|(ce que|ce qu) (tu|vous|t) (as|avez|disais|disiez|viens de|venez de) [dit|dire|raconter|énoncer|donner|conclure|lire] [là|déjà|tout à l heure|à l instant]|(c était|c est) quoi (la fin|le début|déjà|la suite|ta phrase|la dernière phrase)|(t|tu|vous) (as|avez) dit (combien|quoi)|(redis|redites|répète|répétez|répéter|redire) (le|la|lui|leur|les|nous|moi|ça|cela) [donc|encore]|(dis|dites|dire) (moi|nous|le|ça) [le] (encore|de nouveau|à nouveau) [une fois]|(ce que|ce qu) (tu|vous|t) (viens|venez) (de|d) (dire|raconter|énoncer|annoncer|donner|conclure|lire|expliquer|trouver)|(parl*|répèt*|répét*|redis|redites|redire|redire ça) [le|ça] (plus|moins) (fort|haut|bas|clairement|distinctement)|parle* (plus|moins) (fort|haut|bas|clairement|distinctement|près)|plus (clairement|distinctement)|articul*|hausse* (le ton|la voix)|je te fais répéter',
    '(je|j|on|nous|il|elle|ils) [n|ne] [l|y|en|vous|t|te|m] (ai|a|avons|ont|avais|avait|suis|était|étais) (pas|rien|mal|plus|jamais) [tout|très|trop|bien|rien|du tout] (compris|entendu|suivi|saisi|capté|écouté|noté|retenu|attrapé|enregistré|pigé|percuté|eu le temps de noter|fait attention|attentif|attentive|concentré|concentrée) [la fin|le début|ça|un mot|de l histoire|le dernier mot]|(je|j|on) [ne|n] [te|vous|t] (entends|entendais|comprends|comprenais|saisis|capte|captais|écoutais|suis|suivais) (pas|rien|mal|plus) [bien|tout|très bien]|(j ai|je l ai|on a|j avais) (raté|loupé|manqué|zappé|mal entendu|mal compris|décroché) [la fin|le début|ça|le fil|un bout|un mot|un morceau|tout|ta phrase|ta réponse|la moitié|ce que tu (as dit|disais)]|(je|j) (avais|ai|étais) (la tête ailleurs|ailleurs|distrait|distraite|parti|partie|pas là|occupé|occupée|sourd|sourde|dans la lune)',
  ],
  detail: [
    er(
      'détaill précis développ approfondi creus élabor zoom étoff expliciter explicit étay décompos ventil dérouler déroul illustr argument',
    ),
    `${ir('approfond')}|(${ENTRER()}) [davantage|plus] dans (le|les) (détail|détails|vif du sujet)|(en|m en|nous en) (${DIRE}|dis|dites|diras|direz|raconter) [bien] [un peu] (plus|davantage) [long|là dessus]|(${DIRE}) (moi|nous|m en) en (plus|davantage)|plus (de|d) (matière|contenu|contexte|données|chiffres|explications|détails|précisions|infos|informations|éléments)|davantage (de|d) (matière|contenu|contexte|données|chiffres|explications|détails|précisions|infos|informations|éléments)|(un par un|une par une|point par point|ligne par ligne|poste par poste|mesure par mesure|un à un|une à une|un point après l autre|élément par élément)|de long en large|par le menu|par le détail|dans le détail|[ne|n] [me|nous|m] (suffit|satisfait|suffisent) pas|(carte|nœud|machine|section|poste|point|ligne|mesure|rubrique|chiffre) par (carte|nœud|machine|section|poste|point|ligne|mesure|rubrique|chiffre)|(reste|restons) sur (ça|ce point)|(donne|raconte|transmets|dis|déroule|déballe|balance) [moi|nous] tout|au complet|le cas de|la partie sur|(${ALLER}|va|allez) [un peu] plus loin|encore (des|un peu de) (détails|infos|précisions|trucs)|quoi d autre|pas (que|juste|seulement) le (résumé|titre)|la version longue|en long`,
  ],
  explain: [
    '(je veux|je voudrais|j aimerais|je cherche à|aide moi à|on aimerait|on voudrait|il faut) [bien] [mieux] comprendre',
    er('expliqu réexpliqu justifi éclair décrypt décod démystifi clarifi interprèt interprét motiv vulgaris'),
    `éclaircir|éclaircis|éclaircissement|explication|explications|élucid*|traduire en clair|pour les nuls|comme à un enfant`,
  ],
  mean: [
    '(je|j|on) [ne|n] (comprends|comprend|saisis|saisit|pige) (pas|rien|mal) [bien|trop] [à]',
    '(que|qu|qu est ce que|quoi) (signifie|signifient|désigne|désignent|recouvre|recouvrent|représente|représentent|mesure|mesurent|traduit|traduisent|englobe|englobent|entend) [t il|t elle|t on] [exactement|au juste] [par]|ce (que|qu) (signifie|signifient|désigne|désignent|recouvre|recouvrent|représente|mesure|mesurent|traduit|englobe|veut dire|veulent dire|c est)|(qu|que) (entend|entends|entendez|mesure|mesures|mesurez) (on|tu|vous|t on) [exactement|au juste] [par|quand]|(ça|cela|il|elle) (veut dire|signifie|désigne|recouvre|représente|mesure|correspond à|concerne) quoi|veut dire|signifie|désigne|à quoi (ça|cela|il|elle) (sert|correspond|rime|renvoie)|c est (une|un) (note|score|mesure|chiffre|indice) de quoi|qu y a t il (dans|derrière)|c est quoi (exactement|au juste|donc)|ce que c est|quand on note|(ni queue ni tête|n y (comprends|comprend|entends|pige) (rien|goutte))',
  ],
  computed: [
    '(est|sont) [t il|t elle|t ils|t elles|il|elle|ils|elles] (obtenu|obtenue|obtenus|obtenues|calculé|calculée|établi|établie|déterminé|déterminée|attribué|attribuée|fixé|fixée|construit|construite|mesuré|mesurée)',
    er('calcul recalcul comput pondèr pondér'),
    '(sur|selon|d après|avec) (quoi|quel|quelle|quels|quelles) (critère|critères|mesure|mesures|base|bases|méthode|méthodes|formule|formules|barème|données|règle|règles|définition|principe) [est|sont|se|te|vous] [ce que|repose|reposent|fonde|fondent|base|basent|bases|fondes|établi|établie|calculé|calculée|obtenu|obtenue|fondé|fondée|t elle|t il]|(repose|reposent|fonde) [t elle|t il|t ils]|(a|ont|est|sont) été (établi|établie|calculé|calculée|obtenu|obtenue|attribué|attribuée|déterminé|déterminée|fixé|fixée)|établi|établie|établis|(comment|par quel calcul) (obtient|obtiens|obtenez|arrive|arrives|arrivez|parvient|parviens|parvenez|trouves|trouvez|calcules|calculez|fait|fais|fabrique|fabriques|sors|sort|établis|établit|attribues|mesures|notes) (on|tu|vous|t on|l on|il|elle) [à|pour|là]|(on|tu|vous) (obtient|obtiens|obtenez|arrive|arrives|arrivez|parvient|parviens|parvenez|trouves|calcules|calcule|sors|établis|attribues|attribuez|mesures|notes) [à|là]|l obtient on|l obtient|(quels|les|tes|vos|sur quels) critères|barème|pondération|pondérations|ingrédients|méthodologie|méthode|mode de calcul|formule|règle de calcul|qu est ce qui (entre|rentre|compte|joue|pèse) (dans|pour)|entre dans|rentre dans|pèse|pèsent|prend en compte|prends en compte|tient compte|(c est|ça) basé sur (quoi|quels|quelles)|d où (tu|vous) (sors|sort|sortez|tires|tirez|tiens|tenez) [ça|cela]',
  ],
  why: [
    '(ça|cela|il|elle) vient (de quoi|d où)|de quoi (ça|il|elle) vient|[mais] (pourquoi|pour quelle raison|pour quelles raisons|d où vient|d où vient il) [donc|diable|est-ce que|est-ce qu|ça|précisément|exactement]|d où (ça|il|elle|ils|elles|cela) (vient|viennent|sort|sortent|provient|tient|tire)|(ça|il|elle|ils|elles) (sort|vient|provient|viennent|tient) d où [ça]|d où (vient|viennent|sort|sortent|provient|proviennent)|qu est ce qui (cause|provoque|motive|explique|justifie|entraîne|fait (baisser|chuter|plonger|descendre)|plombe|pénalise|tire|fait que|vaut|coûte|nous vaut)|(la|une|l|sa|leur) (cause|raison|origine|explication) [racine|profonde]|root cause|(en raison de|à cause de|dû à|due à) quoi|à quoi (est|sont|c est|tient|tiennent) [ce] [dû|due|dus|t il|t elle]|tient elle|tient il|vers le bas|(tire|tirent|tirer|pousse) [vers] (le|la) bas|fait baisser|font baisser|comment (ça se fait|se fait il|cela se fait|est-ce possible|expliques tu|expliquez vous|tu expliques|on explique|justifier|justifies tu|je justifie) [que|qu]|comment ça|à quoi la|à quoi le|s est (effondré|effondrée)',
  ],
  compare: [
    er('compar confront rapproch mesur diffèr opposer'),
    '(l|les|d|un|des|quel|quels) (écart|écarts|delta|deltas|différence|différences|décalage|comparatif|comparaison)|par rapport (à|au|aux|a)|en comparaison (de|d|avec)|comparé (à|au|aux)|comparée (à|au|aux)|face à|vis à vis (de|du)|en face (de|du)|versus|vs|contre|côte à côte|en delta|en regard|ce qui (diffère|change|a changé|bouge|a bougé)|en quoi|quelle évolution',
  ],
  change: [
    `[où|qui|qu est ce qui|quelque chose qui|un truc qui] [ne|n] [s|se] (a|ont|est|sont|avait|auraient|aurait) [t il|t elle|t ils|t elles|t on|on|il|elle|y] [été|eu|pas|rien|bien|beaucoup|encore|un peu|vraiment|nettement|du] (${agreed('changé bougé évolué varié progressé régressé empiré baissé monté remonté augmenté diminué modifié chuté gagné avancé reculé décliné grimpé plongé dégradé amélioré aggravé détérioré redressé dégringolé effondré transformé déréglé arrangé stagné glissé')}|perdu|du changement|du nouveau|du mouvement)`,
    '(s|se|ça|ça s|ça se|on s) (améliore|améliorent|dégrade|dégradent|aggrave|empire|arrange|arrangent|détériore|redresse|progresse|régresse|recule|avance|stagne|bouge|monte|baisse|évolue|change|varie) [t il|t elle] [pas|ou pas|ou|un peu|vraiment]|(que|qu) (s est il|s est t il|est il) (passé|produit|arrivé)|(il s est|s est|ça s est) passé quoi|ce qui (s est passé|a changé|a bougé|a évolué|change|bouge|diffère)|du nouveau|du neuf|de changé|de différent|de neuf|(qu est ce qui|quelque chose qui|un truc qui|qu y a t il qui) (a|ont|s est) (pété|lâché|sauté|planté|cassé|claqué|crashé|dérapé|tombé)|(a|ont) (changer|bouger|évoluer)|survenu|survenus|survenue|apparu|apparus|apparue|constaté|constatés|constatées|(une|quelle|la|l|les|des|de la) (variation|évolution|évolutions|tendance|dérive|progression|amélioration|dégradation|baisse|hausse)|mieux|moins bien|pire|meilleur|meilleure|autrement|(plus|moins) (ou|que|qu|bien|mal) [moins]|gagné des points|perdu des points|(gagner|perdre|gagné|perdu) (du terrain|des points|quelque chose)|bouger|évoluer|changer|fait bouger|(got|gotten) (worse|better)',
  ],
  news: [
    '(quoi|qu y a t il|il y a quoi|y a quoi|c est quoi|rien|du|quelque chose) de (neuf|nouveau|changé|différent|beau|spécial)|du (nouveau|neuf|changement)|[il] y a (t il|tu) [eu] [du|de la|des] (nouveau|neuf|changement|changements|nouveautés)|quelles sont les nouvelles|les (dernières|nouvelles) nouvelles',
  ],
  put: [METTRE, `(place|placer|placez|cale|caler|calez|colle|coller|collez|pose|fixe|case|inscris|note) [moi|nous|en] [un|l]`],
  plan: [
    er('planifi programm reprogramm instaur institu agend organis réserv automatis échelonn orchestr'),
    `${PREVOIR}|${inflected('inscri', 's t vons vez vent re ve')}|(${METTRE}|pose|poser|colle|cale|place|inscris|inscrivez) [moi|nous] [ça|le] (sur|à|au|dans) (le|l|mon|ton|notre) (planning|agenda|calendrier|programme|ordre du jour)|rendez vous (pour|avec)|en tâche planifiée|tâche planifiée|lanceras|lancerez|feras|ferez|referas|auditeras|auditerez|mettras|passeras|que ce soit fait|à intervalles [réguliers]|régulièrement`,
  ],
  cancel: [
    er('annul abandonn décommand déprogramm déplanifi avort renonc zapp abrèg abrég ajourn révoqu biff oubli trac'),
    `${re('interromp suspend')}|reporte|reporter|reportez|laisse [moi|donc|le|la] (béton|tomber|faire|de côté)|laissez [donc|moi] (tomber|faire)|laissons tomber|on laisse [tomber|faire]|(laisse|laissez|lâche|lâchez) [donc] [ça|tout|l affaire|le]|(faire|fais|faites) (une croix sur|l impasse sur|sans|marche arrière)|(${METTRE}) (un terme|fin|en suspens|en pause|un stop) [à|au]|(n|ne) (est|sera) (plus|pas|pus) (nécessaire|utile|la peine|besoin)|(c est|ce n est) (plus|pas|pus) (nécessaire|utile|la peine|le moment) [de continuer]|plus besoin|pas la peine de continuer|(plus la peine|plus besoin) (de|d)|(il|elle|ça) (attendra|peut attendre)|peut attendre|(sera|remis|reporté) [pour|à] (plus tard|une autre fois)|finalement (non|pas|plus)|tout compte fait non|à annuler|(j ai|on a) changé d avis|(remets|reporte|repousse) (ça|le|la) à plus tard|(reporte|repousse) (ça|le|la)|(vire|virez|enlève|enlevez|retire|retirez|supprime|supprimez|efface|effacez|saute|raye|rayez|biffe) (l|cet|mon|ton|le|cette)`,
  ],
  stop: [
    er('stopp arrêt cess termin halt frein coup'),
    'arrêêête|arrêêtes|arrete|arrêt|stop stop|stoppe stoppe|fin de|mets fin|freine|coupe|coupez|couper|kill|stop|halte là|halte',
  ],
  silence: [
    '(tais|taisez|taire) [toi|vous|te] [un peu|donc|là|maintenant|s il te plaît]|(ça|cela) (suffit|suffira|ira|va faire|fait|va comme ça)|assez (entendu|parlé|causé|bavardé)|assez|plus un (mot|bruit)|(parle|parles|parlez|bavarde) (trop|moins)|tu parles trop|tu me (fatigues|saoules|soûles|gonfles)|chut|silence|motus|la paix|fiche moi la paix|(coupe|ferme) (ton micro|le micro)|(c est|ça) (bon|tout|ok) (merci|pour (aujourd hui|ce soir|ce midi|moi|l instant|le moment))|bonne nuit|arrête (toi|vous|de parler|ça|tout|là)|arrêtez (vous|de parler|ça|tout|là)|(on|peut|vais) s arrêter|on peut s arrêter|stop là|ça suffit',
  ],
  slow: [
    '(tu|vous) (as|avez) (parlé|été|répondu|lu) (trop|un peu) vite|(parl*|va*) [beaucoup|un peu] trop vite|(c est|c était|c est allé) trop (vite|rapide)',
    '(un peu|encore|beaucoup|bien) plus (lentement|doucement|calmement)|(un peu|beaucoup) moins vite',
  ],
  more: ['d autre|d autres|autre chose'],
  fix: [
    er(
      'corrig répar amélior renforc sécuris augment optimis stabilis boost dop consolid protég relev remont rehauss gonfl blind durc hard fiabilis accélér trait règl régl arrang dépann débloqu débogu débug soign redress rattrap colmat bétonn verrouill assain muscl pér enrichi surmont élimin limit diminu attén diminu gagn mont grimp progress bump',
    ),
    `${ir('enrich guér rafferm durc assain rétabl assoupl')}|(${REMETTRE}|${METTRE}) (d aplomb|en ligne|en route|en état|en selle|d équerre|au vert|à niveau|sur pied|sur les rails|à l abri|en place)|(rend|rends|rendre|rendez|rendrait|rendrions|rendrais|rendent) [ce|cet|le|la|l|les|mon|notre] [cluster|système] [plus|moins]|(plus|moins|mieux) (${agreed('résilient stable rapide sûr sécurisé solide robuste fiable performant plat fort fragile tolérant')}|scalable|observable|forte|observé)|(soit|soient|devienne|deviennent|redevienne) [plus|moins|mieux|à nouveau]|(aille|aillent|marche|marchent|reparte|remarche|s améliore|s améliorent|remonte|remontent|remonterait|progresse|grimpe|tienne|sonne) [t il|t elle] [mieux|plus|enfin]|(remonter|monter|gagner) [en|au dessus de|la pente|des points]|(${FAIRE}) (mieux|évoluer|remonter|monter|grimper|progresser|gagner)|peut mieux faire|hardener|au dessus de|bump up|points de défaillance|s occuper|${inflected('résou résolv', 's t ez ons dre')}`,
  ],
  advise: [
    er('recommand conseill suggèr suggér préconis propos prescri orient aiguill prioris'),
    `préconises|prescris|prescrire|prescrivez|(tu|vous) (vois|voyez|ferais|feriez|proposes|suggères|prescris|attaquerais|commencerais|changerais|verrais) (quoi|comment) [toi|vous]|ferais tu|feriez vous|à (ma|notre) place|(tes|vos|les|des|tes meilleures) (recos|conseils|recommandations)|(une|la|des|tes) (reco|recos|piste|pistes|idée|idées|astuce|astuces|solution|solutions|parade)|traitement|un arrangement|arrangement|contournement|contournements|(un|des) (truc|trucs|tuyau|tuyaux|plan|remède|remèdes|fix|conseil|conseils|correctif|contournement|quick win|quick wins)|quick wins|le plan|dispositions|mesures (à prendre|correctives)|correctives|c est quoi le (plan|remède)`,
  ],
  'what-to-do': [
    '(que|quoi|qu est ce que|qu est ce qu|ce que|ce qu) (dois|devrais|peux|pourrais|puis|vais|faut|faudrait|doit|devrait|peut|pourrait|pourrions|devons|conviendrait|convient) [je|il|on|tu|nous|t on|t il|vous] [que|qu] [je|on|nous|elle|il] [encore|y|me|te|vous|à ma place] (faire|fasse|corriger|corrige|corrigions|améliorer|améliore|changer|change|réparer|répare|régler|règle|mettre en place|entreprendre|revoir|bricoler|bricole|proposer|traiter|renforcer|ajouter|prévoir|surveiller|tenter|dise|dire|attaquer)|(qu est ce que|qu est ce qu|que) (je|on|tu|vous|nous|elle|il) (fais|fait|ferais|feriez|ferait|faut|faudrait|règle|corrige|répare|attaque|change|devrait|devrais|pourrais|pourrait|peut|peux|dois|doit) [corriger|faire|améliorer|réparer|changer|mettre en place|que je|qu on] [faire]|(je|on|nous|j) (dois|doit|devrais|devrait|peux|peut|pourrais|fais|fait|corrige|règle|attaque|répare|branche|change|commence|démarre|améliore|arrange|renforce) [faire|corriger|améliorer|régler|réparer] [ça] (quoi|par quoi|par où|comment|dans quel ordre|par quel bout) [maintenant|moi|donc]|(par (quoi|où|quel bout)|sur quoi|dans quel ordre|à quoi) (je|on|faut|faut il|dois|devrais|doit|nous|convient|tu|vous|est-ce que|est-ce qu|commencer|démarrer|investir|agir) [je|il|on|que|qu] [investir|agir|commencer|s y prendre|procéder|commence|démarre|attaque|me concentrer|porter l effort]|comment (éviter|empêcher|prévenir) [que|qu|de|d]|(par|de) quel bout|dans quel ordre|(sur) quoi (faut|dois|devrait) (il|je|on) (investir|agir|miser|porter|travailler)|(je|on) (m|s) y (prends|prend) comment|comment (m|s) y (prendre|prend)|comment (je|on) (m|s) y (prends|prend)|(pour|afin) (que|qu|de|d)|(quelle|quelles|quel|quels) (action|actions|mesure|mesures|disposition|dispositions|démarche|démarches|correctif|correctifs|réglages|priorité|priorités|urgence) [prendre|mener|engager|faut il]|(lesquels|laquelle|lequel|lesquelles) (dois je|faut il|devrais je|je|on) (traiter|corriger|régler)|(il faut|faut il|faudrait il) (que je|que j|qu on|que nous) [y]|y remédier|remédier [à|au]',
  ],
  manner: [
    '(comment|de quelle manière|de quelle façon) (pourrait|pourraient|peut|peuvent|faire|font|pourrions|puis|pourrais|dois|devrais|faut) [t on|t il|t elle|elle|il|on|je|nous|ils|elles]|comment [est-ce que|est-ce qu] (on|je|nous|tu|vous) (fait|fais|rend|rends|rendrait|améliore|améliorerait|renforce|arrange|corrige|répare|règle|ferais|ferait|pourrait|peut|peux|gagne|monte|remet)|on fait comment|(il est|c est) possible d améliorer|(un|le|quel) moyen',
  ],
  status: [
    '(l|les|leur|son|des|de) (état|états|statut|santé|situation|forme|nouvelle|nouvelles)|état des lieux|posture|niveau|bulletin|(l|en) état de marche|la vérité|le verdict|tableau|inventaire|(comment|quel) temps|dans quel état|version courte|une phrase sur',
  ],
  how: [
    '[ça|il|elle|ils|elles] (va|vont|tourne|tournent|mijote|marche|roule|se présente|se passe|se porte|se portent|donne) [t il|t elle|t ils|t elles] comment|comment (s|se) (est|sont) (comporté|comportée|comportés|passé|porté|portés)|comment (ça|il|elle|ils|elles) (mijote|va|vont|tourne|tournent|marche|marchent|roule|se présente|se passe|se porte|se portent|se comporte|évolue|tient|tiennent|a évolué)|où (en|on) (est|sont|sommes|se situe|se trouve|se place|était|serait) [t il|t elle|on|nous|t on]|où (ça|il|elle) en (est|était)|(on|ça|il|elle|c) (en est|est|se situe|se place|est rendu|se trouve) où|c est rendu où|(on|nous|ça|il|elle) (est|sont|sommes|tape|plafonne|a|ont|avons|vaut|atteint|fait|tourne|en est|monte|montent|retombe|est retombé|est retombée|a eu|obtient) (à|à combien|combien|quel chiffre|quel niveau)|à (combien|quel niveau|quel chiffre|quelle note|quelle hauteur) [en] [est|sont|se situe|se situent]|[est|sont] (noté|notée|notés|notées|montés|monté|montée|descendu|descendue) [à] [combien]|c est [à] combien|(atteint|atteignent)|(vaut|valent|atteint|fait|a|a eu|ont eu) [t il|t elle] combien|combien (on|tu|nous) (a|ai|as|avons|avez)|(on a|j ai|tu as|nous avons) (quoi|combien|quel) [comme]|(que|qu est ce que) (fabrique|fait|fout|devient|raconte|vaut|donne|deviennent|donnent|valent)|ce (que|qu) (fabrique|fait|devient|deviennent|donne|donnent|vaut|valent|raconte)|ce (que|qu) (ça|il|elle) (donne|devient|vaut|dit|raconte)|(tu|vous) (en) (dis|dites|penses|pensez) quoi|tu dirais quoi|qu en dis tu',
  ],
  advice: [
    'urgence [numéro un]|priorité [numéro un]|corrections|actions recommandées|points à (corriger|traiter|revoir)|à (traiter|corriger|réparer|améliorer|régler)|(quelles|quels|des|les) (améliorations|corrections|correctifs|mesures|solutions|actions|changements|travaux|aménagements) (faire|apporter|prévoir|appliquer|prendre|mener|à faire|à apporter|à appliquer|à prendre|envisager)',
  ],
  again: ['refaire|recommencez|recommencer|refais|refaites|on recommence'],
  problem: [
    '(qui|qu est ce qui) [nous] (cloche|coince|déconne|plante|pète|lâche) [de] [le plus]|couac|brol|dégâts|casse|galère|merdier|bazar',
  ],
  answer: [
    '[le|la|ce|les] (premier|première|deuxième|second|seconde|troisième|quatrième|dernier|dernière) (point|partie|sujet|élément|truc|chose|remarque|mot|phrase)|(ta|votre|la|cette|l) (réponse|phrase|explication|annonce|dernière valeur|dernière réponse|dernière phrase|conclusion|teneur|tirade|déclaration)|(tes|vos|les) (conclusions|derniers mots|paroles|propos|constats|chiffres)|conclusions|teneur|verdict|constat|chiffres|la dernière valeur|les mêmes mots|le troisième mot|le dernier mot|la fin|le début|phrase|ce point|ce constat',
  ],
};

function ENTRER(): string {
  return er('entr rentr');
}
