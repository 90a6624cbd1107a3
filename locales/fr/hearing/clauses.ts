import { agreed } from './conjugation.ts';

const DETERMINED =
  'mon|ma|mes|le|la|les|l|un|une|notre|nos|votre|ce|cet|cette|ces|son|sa|ses|leur|du|des|au|aux|deux|trois|que|qu|de|d|ne pas|nous|vous|moi|lui|elle|eux';

/** What begins a clause beside the request, and is no obstacle within it either. */
export const circumstances: readonly string[] = [
  `(pour|durant|pendant|devant|lors|suite|vu|malgré|dès|sitôt|à cause|grâce|faute|en vue|en attendant) (${DETERMINED})|entre (deux|trois)|histoire (de|d|que|qu)|le temps (que|qu|de|d)|afin (de|d|que|qu)|comme|puisque|puisqu|vu que|vu qu|car|parce que|parce qu|étant donné|sachant (que|qu)|pour que|pour qu|sinon|maintenant (que|qu)|alors (que|qu)|avec (le|la|ce|cette|tout ce|tes|les) (bruit|boucan|vent|tempête|orage|vacarme|canicule|chaleur|panne|coupure|déménagement)|pour (pouvoir|valider|être|dormir|me rassurer|rassurer|finir|conclure|partir|pas que|confirmer|préparer|remplir)`,
];

/** What may compare, too: « avant la panne ». */
export const before = `(avant|après) (${DETERMINED})`;

/** What begins a clause beside the request, and cannot be part of one. */
export const openings: readonly string[] = [
  `sans|(avant|après) (${DETERMINED})|(avant|après) (réunion|départ|coucher|dodo|déjeuner|démo|dîner|weekend|café|boulot|travail)|que (je|j|on|nous|ça|il|elle) (puisse|puissions|sois|soit|soyons|voie|sache|aie|ait|dorme|comprenne|suive|note|prenne|plante)|(hormis|sauf|excepté|à part|outre) (${DETERMINED})|lorsque|lorsqu|quand|tandis (que|qu)|tant (que|qu)|dès (que|qu)|aussitôt (que|qu)|une fois (que|qu)|depuis (que|qu)|pendant (que|qu)|au cas où|des fois (que|qu)|de peur (que|qu|de)|de sorte (que|qu)|de façon (que|qu)|à moins (que|qu)|bien (que|qu)|quoique|jusqu à ce (que|qu)|d ici à ce (que|qu)|en attendant (que|qu|de)|à l occasion|dans le cadre|conformément|conforme|en raison|à la demande|sur demande|comme (je|j|on|le|la|mon|ma|les|il|elle|d habitude)|puisque (je|j|on|le|la|mon|ma|les)`,
];

const SAID = agreed('dit raconté répondu annoncé écrit crié hurlé affirmé prétendu expliqué demandé déclaré lu entendu');

/** What others said, wrote or showed: a request in it is none. */
export const reported: readonly string[] = [
  `dit|disent|crie|crient|chante|chantent|murmure|ordonne|note (dans|que|sur)|(si|quand) (quelqu un|on|l on|il|elle|ils) (me|te|nous|vous|lui|leur) (dit|demande|parle|redit) [encore]|quelqu un (me|te|nous|vous) (dit|demande|a dit|a demandé)|comme (dirait|disait|dit)|[m|nous|lui|leur|t|vous] (a|ont|avait|avaient|ai) [encore|déjà|toujours|juste|pas|bien] (${SAID})|(disait|disaient|disent|raconte|racontent|racontait|racontaient|prétend|affirme|écrivait|demandait|dit que|dit qu|dis que|dicte|dictée|vidéo|film|série|chanson|poème|roman|article|dialogue|réplique|traduis|traduire|écris|écrire|envoie|envoyer|note que|ajoute|inscris dans|épelle|prononce|conjugue|orthographe|définition|synonyme|s écrit|se dit|message|mail|courriel|texto|sms)`,
];

/** Words that may stand between two clauses. */
export const joints: readonly string[] = ['et', 'mais', 'puis', 'pis', 'car', 'donc', 'alors', 'sinon', 'ou', 'or'];

/** Words after which comes no request of its own. */
export const governing: readonly string[] =
  'que qu de d à a pour si s sans tu vous il elle on je j ne n pas jamais qui dont le la les l un une des du et ou avec par quoi comment pourquoi combien où quand quel quelle quels quelles lequel laquelle mais moi'.split(
    ' ',
  );
