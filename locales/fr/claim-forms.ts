const CANNOT =
  "pas pu|n'ai pas pu|n'a pas pu|n'avons pas pu|pas réussi à|n'ai pas réussi à|pas su|n'ai pas su|sans pouvoir|sans avoir pu|impossible de|incapable de|suis incapable de|impossible à|impossibles à|impossible d'|échoué à|ai échoué à|pas moyen de|faute de pouvoir|faute d'avoir pu|pas été possible de|n'a pas été possible de|pas parvenu à|ne suis pas parvenu à|ne peux pas|je ne peux pas|ne peux donc pas|je ne peux donc pas|ne peut pas|ne peux plus|n'arrive pas à|je n'arrive pas à|ne parviens pas à|pas encore pu|n'ai pas encore pu";
const WAS_NOT =
  "pas pu être|n'a pas pu être|n'ont pas pu être|n'a pu être|n'ont pu être|pas été|n'a pas été|n'ont pas été|pas encore été|n'a pas encore été|n'ont pas encore été|plus été|n'a plus été|n'ont plus été|toujours pas été|toujours pas pu être|n'a toujours pas pu être|n'ont toujours pas pu être|sans avoir été|sans être|non|jamais pu être|n'a jamais pu être";
const LACKS =
  "pas de|n'ai pas de|je n'ai pas de|n'a pas de|n'y a pas de|n'avons pas de|pas d'|n'ai pas d'|je n'ai pas d'|n'a pas d'|aucun|aucune|n'ai aucun|je n'ai aucun|n'a aucun|n'ai aucune|je n'ai aucune|n'a aucune|sans|plus de|n'ai plus de|je n'ai plus de|n'a plus de|plus d'|n'ai plus d'|n'a plus d'|faute de|faute d'|privé de|privée de|privé d'|privée d'|absence de|l'absence de|pas eu|ai perdu le|a perdu le|perdu le";
const NETWORKS = [
  'réseau',
  'connexion',
  'connexion réseau',
  'connexion au réseau',
  'accès réseau',
  'accès au réseau',
  'liaison réseau',
  'lien réseau',
];
const PRONOUNS = ['', 'le ', 'la ', 'les '];

/** What was not read again, by its verbs: every form in which one says so. */
export const UNCHECKED = forms(
  ['revérifier', 'relire', 'recontrôler', 'reconfirmer', 'remesurer'],
  ['revérifi', 'recontrôl', 'reconfirm', 'remesur'].map((stem) => `${stem}é`).concat('relu'),
);

/** What was not read, by its verbs. */
export const UNREAD = forms(
  [
    'lire',
    'consulter',
    'examiner',
    'interroger',
    'vérifier',
    'contrôler',
    'inspecter',
    'atteindre',
    'joindre',
    'sonder',
    'observer',
    'auditer',
    'analyser',
    'évaluer',
    'tester',
    'juger',
  ],
  ['lu', 'consulté', 'examiné', 'interrogé', 'vérifié', 'contrôlé', 'inspecté', 'sondé', 'observé', 'audité', 'analysé', 'évalué', 'testé'],
);

/** Of those, what also says that nobody answered. */
export const UNREACHED = forms(['atteindre', 'joindre', 'contacter', 'interroger'], ['joint', 'atteint', 'contacté', 'interrogé']);

/** « Je ne peux pas vous dire si », « on ignore s'il ». */
export const WHETHER =
  "ne peux pas dire|ne peux pas vous dire|ne peux donc pas dire|ne peux donc pas vous dire|ne peux dire|ne peux pas savoir|ne peux pas affirmer|ne peux pas confirmer|ne saurais dire|ne saurais vous dire|ne sais pas|ne sais donc pas|ne sais pas dire|ignore|ignore donc|impossible de dire|impossible de vous dire|impossible de savoir|incapable de dire|incapable de vous dire|sans pouvoir dire|sans savoir|pas pu savoir|n'ai pas pu savoir|pas pu déterminer|n'ai pas pu déterminer|pas pu dire|n'ai pas pu dire|pas pu établir|n'ai pas pu établir|ne sait pas|ne dit pas"
    .split('|')
    .flatMap((cannot) => [`${cannot} si`, `${cannot} s'`, `je ${cannot} si`, `je ${cannot} s'`])
    .join('|');

/** « Je n'ai rien pu vérifier ». */
export const NOTHING_READ =
  "ne peux rien|je ne peux rien|ne peux donc rien|je ne peux donc rien|n'ai rien pu|je n'ai rien pu|n'a rien pu|n'ai donc rien pu|rien pu"
    .split('|')
    .flatMap((nothing) =>
      ['lire', 'vérifier', 'contrôler', 'consulter', 'examiner', 'juger', 'voir', 'savoir', 'auditer', 'mesurer'].map(
        (verb) => `${nothing} ${verb}`,
      ),
    )
    .join('|');

/** « Pas de réseau », « aucune connexion disponible ». */
export const NO_NETWORK = LACKS.split('|')
  .flatMap((lack) => NETWORKS.flatMap((network) => [`${lack} ${network}`, `${lack} ${network} disponible`]))
  .join('|');

/** « Pas pu le relire », « n'ont pas été relues », « non relue ». */
function forms(infinitives: readonly string[], participles: readonly string[]): string {
  const failed = CANNOT.split('|').flatMap((cannot) =>
    infinitives.flatMap((verb) => PRONOUNS.map((pronoun) => `${cannot} ${pronoun}${verb}`)),
  );
  const left = WAS_NOT.split('|').flatMap((wasNot) =>
    participles.flatMap((each) => ['', 'e', 's', 'es'].map((end) => `${wasNot} ${each}${end}`)),
  );
  return [...failed, ...left].join('|');
}
