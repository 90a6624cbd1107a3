import type { FailureCode } from '../../skill/audit/define.ts';
import { failures, of } from './names.ts';
import { digits, list, plural } from './numbers.ts';

const MOST_MODELS = 6;

function models(names: readonly string[] | null): string {
  if (names === null) return '';
  const shown = names.slice(0, MOST_MODELS);
  const more = names.length > shown.length ? ' …' : '';
  return names.length === 0 ? ', aucun modèle' : `, ${digits(names.length)} ${plural(names.length, 'modèle')} : ${shown.join(', ')}${more}`;
}

/** The comments of the inventory that `discover` prints. */
export const discover = {
  head: (machine: string, moment: string) => [
    `Inventaire ${of(machine)}, tel que vu ${moment} par « jarvis-audit discover ».`,
    "À relire et à corriger, puis à garder sous le nom jarvis.yaml, là où l'audit est lancé.",
    'À ajouter à la main : les autres machines, et pour chaque cible',
    "  provides: [text, embedding, vision, audio, web, code, orchestration]   ce qu'elle assure",
    '  dependsOn: [id]   ce sans quoi elle ne marche pas',
    '  planned: down     son arrêt est normal',
    `Aucun jeton n'est écrit ici : \${NOM} est lu dans l'environnement au moment de l'audit.`,
  ],
  notes: {
    answers: ({
      product,
      version,
      at,
      models: names,
      isLocked,
      process,
      token,
    }: {
      product: string;
      version: string | null;
      at: string;
      models: readonly string[] | null;
      isLocked: boolean;
      process: string | null;
      token: string | null;
    }) =>
      `${at} répond comme ${product}${version ? ` ${version}` : ''}${isLocked ? `, et demande à s'identifier${token ? ` : mettre son jeton dans ${token}` : ''}` : models(names)}${process ? ` (processus ${process})` : ''}.`,
    environment: ({ name }: { name: string }) => `D'après ${name} dans l'environnement.`,
    machine: () => 'Cette machine : charge, mémoire, disques, mises à jour, horloge.',
    gpus: ({ tool, names }: { tool: string; names: readonly string[] }) =>
      names.length === 0
        ? `${tool} répond, mais ne voit aucun GPU.`
        : `${digits(names.length)} GPU vu${names.length > 1 ? 's' : ''} par ${tool} : ${list([...new Set(names)])}.`,
    gpusUnread: ({ failure }: { failure: FailureCode }) =>
      `Un pilote de GPU est là, mais les GPU n'ont pas pu être lus : ${failures[failure]}.`,
    socket: ({ product, path, version, isAllowed }: { product: string; path: string; version: string | null; isAllowed: boolean }) =>
      isAllowed
        ? `${path} : ${version ? `${product} ${version} répond` : `${product} n'a pas répondu`}.`
        : `${path} : ${product} est là, mais cet utilisateur n'a pas le droit de lui parler.`,
    kubeconfig: ({ path, isReadable }: { path: string; isReadable: boolean }) =>
      isReadable ? `${path} donne accès à un cluster Kubernetes.` : `${path} existe, mais n'a pas pu être lu.`,
    compose: ({ count, shown }: { count: number; shown: number }) =>
      `${digits(count)} ${plural(count, 'fichier')} compose ${plural(count, 'trouvé')}${shown < count ? `, dont ${digits(shown)} ici` : ''}.`,
    units: ({ count }: { count: number }) =>
      `${digits(count)} ${plural(count, 'service')} systemd ${plural(count, 'installé')} et ${plural(count, 'activé')}.`,
    secrets: ({ count, shown }: { count: number; shown: number }) =>
      `${digits(count)} ${plural(count, 'fichier')} d'environnement${shown < count ? `, dont ${digits(shown)} ici` : ''} : leurs secrets seront cherchés, jamais montrés.`,
    backups: () => "Seul le nom de ces dossiers fait penser à des sauvegardes : retirer le « # » si c'en est.",
  },
  ports: 'Ce qui écoute sur cette machine.',
  portsMissing: (why: string) => `La liste de ce qui écoute n'a pas pu être lue (${why}) : seuls les ports habituels ont été essayés.`,
  noPort: "Rien n'écoute en TCP sur cette machine.",
  expected: 'attendus : leur fermeture est signalée',
  known: 'tolérés : ni surveillés ni signalés ; passer dans expect ceux qui doivent rester ouverts',
  unknownOwner: 'propriétaire inconnu sans sudo',
  otherKinds: [
    'Vu aussi, mais que cette version ne sait pas encore lire.',
    'Le jour où elle le saura, retirer le « # » devant ces lignes suffira.',
  ],
  suggested: ['À confirmer avant de retirer le « # ».'],
} as const;
