import { list, plural } from './numbers.ts';

/** Words of the check script: what its head promises, and what it prints when it runs. */
export const script = {
  purpose: "Rejoue les vérifications de cet audit, une par une, et montre ce qu'on y voit maintenant.",
  harmless: "Il ne fait que lire et afficher : il ne change rien, ne demande rien, et rien ne l'arrête en route.",
  folder: "À lancer depuis la machine et le dossier d'où l'audit a été fait : sh CE_FICHIER",
  audit: (heading: string) => `Audit : ${heading}`,
  tools: (tools: readonly string[]) => `Outils : ${list(tools)}. Une commande dont l'outil manque est passée, en le disant.`,
  variables: 'Secrets, facultatifs, pris dans ces variables ; sans elles, les commandes qui en ont besoin sont passées :',
  variable: (name: string, target: string) => `${name} : pour ${target}`,
  groups: {
    '48h': 'À faire sous 48 heures',
    'week-1': 'À faire cette semaine',
    later: 'À faire plus tard',
    unknown: "Ce qui n'avait pas pu être vu",
    pass: 'Ce qui allait bien',
  },
  noCommand: 'aucune commande ne le montre : à regarder sur place',
  unsafe: 'commande à caractères invisibles ou à plusieurs lignes : non lancée',
  more: (count: number) => `${count} ${plural(count, 'autre constat est', 'autres constats sont')} dans le rapport, sans commande ici.`,
  nothing: 'Rien à vérifier : ni problème, ni inconnu, ni contrôle réussi dans cet audit.',
  /** Printed by the script: the parameters are what it knows when it runs. */
  run: {
    begun: (date: string, machine: string) => `Rejoué le ${date} sur ${machine}.`,
    missing: (tool: string) => `passée : l'outil « ${tool} » est absent`,
    unset: (variable: string) => `passée : la variable ${variable} n'est pas donnée`,
    silent: "(rien ne s'affiche)",
    moreLines: (count: string) => `… (lignes de plus : ${count})`,
    code: (code: string) => `(code de sortie ${code})`,
    late: '(arrêtée : pas de réponse à temps)',
    summary: (ran: string, skipped: string, late: string) =>
      `Commandes lancées : ${ran} ; passées : ${skipped} ; sans réponse à temps : ${late}. Rien n'a été changé.`,
  },
} as const;
