import { digits, plural } from './numbers.ts';

const named = (names: readonly string[]) => `${digits(names.length)} ${plural(names.length, 'entrée')} (${names.join(', ')})`;

/** What the assistant's registry is given, and what is told of it. */
export const registry = {
  /** Under each name: what the assistant shows, the sentence that we are asked, and what makes the assistant ask it. */
  commands: {
    jarvis_audit_complet: {
      description: "Audit complet du cluster : ce qui est en panne, ce que cela met en danger, ce qu'il faut faire d'abord",
      sentence: 'lance un audit complet',
      // « lance un audit système » would open an application of that name
      triggers: [
        'audit complet',
        'audit complet du système',
        'lance un audit complet',
        "lance l'audit complet",
        'fais un audit complet',
        'lance un audit système',
        'lance un audit du système',
      ],
    },
    jarvis_audit_rapide: {
      description: "Audit rapide du cluster : l'essentiel en quelques secondes",
      sentence: 'lance un audit rapide',
      triggers: ['audit rapide', 'audit rapide du système', 'lance un audit rapide', "lance l'audit rapide", 'fais un audit rapide'],
    },
    jarvis_audit_etat: {
      description: 'État du cluster : les nœuds qui répondent et ceux qui ne répondent plus',
      sentence: 'état du cluster',
      triggers: ['état des nœuds', 'comment vont les nœuds', 'quels nœuds sont hors ligne', 'combien de nœuds sont en ligne'],
    },
    jarvis_audit_comparer: {
      description: "Ce qui a changé depuis l'audit précédent",
      sentence: "qu'est-ce qui a changé depuis le dernier audit",
      triggers: [
        'compare les audits',
        'compare avec le dernier audit',
        "compare avec l'audit précédent",
        "qu'est-ce qui a changé depuis le dernier audit",
      ],
    },
    jarvis_audit_priorites: {
      description: "Ce qu'il faut réparer d'abord, d'après le dernier audit",
      sentence: 'que dois-je réparer en premier dans le cluster',
      triggers: ['que faire en premier', "que faire d'abord", "qu'est-ce que je fais en premier", 'que dois-je réparer en premier'],
    },
    jarvis_audit_notes: {
      description: 'Les notes du dernier audit',
      sentence: "donne-moi les scores de l'audit",
      // « note … » would be written down
      triggers: ["scores de l'audit", "quels sont les scores de l'audit", "quelles sont les notes de l'audit"],
    },
    jarvis_audit_securite: {
      description: 'La sécurité du cluster, mesurée par le dernier audit',
      sentence: 'où en est la sécurité',
      triggers: ['où en est la sécurité', 'où en est la sécurité du cluster', 'score de sécurité du cluster'],
    },
    jarvis_audit_repeter: {
      description: 'Redit les résultats du dernier audit',
      sentence: "répète le rapport d'audit",
      triggers: ["répète l'audit", "répète le rapport d'audit", "redis-moi les résultats de l'audit"],
    },
  },
  added: (file: string, names: readonly string[]) => `${file} : ${named(names)} en plus.`,
  replaced: (file: string, names: readonly string[]) => `${file} : ${named(names)} à jour maintenant.`,
  removed: (file: string, names: readonly string[]) => `${file} : ${named(names)} en moins.`,
  kept: (file: string, count: number) => `${file} : ${digits(count)} ${plural(count, 'entrée')} déjà à jour.`,
  nothingAdded: (file: string) => `${file} : rien à inscrire.`,
  nothingRemoved: (file: string) => `${file} : rien à retirer.`,
  backup: (path: string) => `Copie d'avant : ${path}`,
  restart: "L'assistant lira ses commandes à son prochain démarrage.",
  warnings: {
    owned: ({ trigger, owner, as }: { trigger: string; owner: string; as: string }) =>
      `« ${trigger} » appartient déjà à ${owner}${as === trigger ? '' : ` (« ${as} »)`} : l'assistant choisira.`,
    nameTaken: ({ name }: { name: string }) => `${name} existe déjà et n'est pas de nous : laissé tel quel.`,
    changed: ({ name }: { name: string }) => `${name} a été modifié depuis son inscription : laissé tel quel.`,
    triggersUnreadable: ({ name }: { name: string }) =>
      `${name} : ses phrases ne sont pas une liste JSON ; ce qui suit peut rester invisible pour l'assistant.`,
    noConfirm: ({ file }: { file: string }) =>
      `${file} : la table voice_commands n'a pas la colonne confirm, que l'assistant demande en la lisant : il n'y trouvera aucune commande. Pour l'ajouter : ALTER TABLE voice_commands ADD COLUMN confirm INTEGER DEFAULT 0`,
  },
};
