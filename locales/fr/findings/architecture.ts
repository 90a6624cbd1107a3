import { mainOf, phrase } from '../../locale.ts';
import { named, theOne } from '../names.ts';
import { list, plural } from '../numbers.ts';

/** Words about the architecture. */
export const architecture = {
  'single-point': phrase<{ component: string; loses: readonly string[]; isDown?: boolean }>({
    text: ({ component, loses, isDown }) =>
      isDown
        ? `${component} est en panne, et rien d'autre n'assure ${list(loses.map(theOne))}.`
        : `Si ${component} tombe, on perd ${list(loses.map(theOne))}.`,
    remedy: ({ loses }) => `Ajouter un repli, sur une autre machine, pour ${list(loses.map(theOne))}.`,
    spoken: ({ component, loses, isDown }) => {
      const others = loses.length > 1 ? ', entre autres' : '';
      return isDown
        ? `${component} est en panne, et rien d'autre n'assure ${theOne(mainOf(loses))}${others}.`
        : `Si ${component} tombe, on perd ${theOne(mainOf(loses))}${others}.`;
    },
    action: ({ loses }) => `Prévoir un repli pour ${theOne(mainOf(loses))}.`,
  }),
  'single-point-unknown': phrase<{ component: string; capabilities: readonly string[] }>({
    text: ({ component, capabilities }) =>
      capabilities.length === 0
        ? `Impossible de dire si ${component} porte seul quelque chose : il n'a pas pu être lu.`
        : `Impossible de dire si ${component} est seul à porter ${list(capabilities.map(theOne))} : des nœuds n'ont pas pu être lus.`,
  }),
  'no-fallback': phrase<{ capability: string; up: readonly string[] }>({
    text: ({ capability, up }) =>
      up.length === 0
        ? `Aucun nœud vu en marche n'assure ${theOne(capability)}.`
        : `Pas de repli pour ${theOne(capability)} : tout repose sur ${list(up)}.`,
    remedy: ({ capability }) => `Ajouter un nœud pour ${theOne(capability)}.`,
    spoken: ({ capability, up }) =>
      up.length === 0 ? `Aucun nœud vu en marche n'assure ${theOne(capability)}.` : `Pas de repli pour ${theOne(capability)}.`,
  }),
  'fallback-exists': phrase<{ capability: string; up: readonly string[] }>({
    text: ({ capability, up }) => `La capacité « ${named(capability)} » est assurée par ${list(up)}.`,
  }),
  'fallback-unknown': phrase<{ capability: string; unknown: readonly string[] }>({
    text: ({ capability, unknown }) =>
      `Repli de « ${named(capability)} » inconnu : ${list(unknown)} ${plural(unknown.length, "n'a", "n'ont")} pas pu être ${plural(unknown.length, 'lu')}.`,
  }),
  'one-gateway': phrase<{ gateway: string }>({
    text: ({ gateway }) => `Une seule passerelle réseau (${gateway}) : sans elle, plus d'accès extérieur.`,
    remedy: () => `Prévoir un accès de secours (4G).`,
    spoken: () => `Il n'y a qu'une passerelle réseau.`,
  }),
} as const;
