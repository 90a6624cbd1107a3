import type { registry as french } from '../fr/registry.ts';
import type { Translated } from '../locale.ts';

const named = (names: readonly string[]) => `${names.length} ${names.length === 1 ? 'entry' : 'entries'} (${names.join(', ')})`;

export const registry: Translated<typeof french> = {
  commands: {
    jarvis_audit_complet: {
      description: 'Full audit of the cluster: what is broken, what it endangers, what to do first',
      sentence: 'run a full audit',
      triggers: [
        'full audit',
        'full system audit',
        'run a full audit',
        'run the full audit',
        'run a system audit',
        'full audit of the system',
        'run a full system audit',
      ],
    },
    jarvis_audit_rapide: {
      description: 'Quick audit of the cluster: the essentials in a few seconds',
      sentence: 'run a quick audit',
      triggers: ['quick audit', 'quick system audit', 'run a quick audit', 'run the quick audit', 'run a quick system audit'],
    },
    jarvis_audit_etat: {
      description: 'State of the cluster: the nodes that answer and those that no longer do',
      sentence: 'cluster status',
      triggers: ['state of the nodes', 'how are the nodes', 'are all nodes online', 'which nodes are offline'],
    },
    jarvis_audit_comparer: {
      description: 'What changed since the audit before',
      sentence: 'what changed since the last audit',
      triggers: [
        'compare the audits',
        'compare with the last audit',
        'compare with the previous audit',
        'what changed since the last audit',
      ],
    },
    jarvis_audit_priorites: {
      description: 'What to repair first, by the last audit',
      sentence: 'what should I fix first in the cluster',
      triggers: ['what should i do first', 'what should i fix first', 'what should i repair first', 'what to repair first'],
    },
    jarvis_audit_notes: {
      description: 'The scores of the last audit',
      sentence: 'show me the scores',
      triggers: ['scores of the audit', 'audit scores', 'show me the audit scores'],
    },
    jarvis_audit_securite: {
      description: 'The security of the cluster, as the last audit measured it',
      sentence: 'how is security doing',
      triggers: ['how is security doing', 'how is the security of the cluster', 'security score of the cluster'],
    },
    jarvis_audit_repeter: {
      description: 'Says the results of the last audit again',
      sentence: 'repeat the last audit report',
      triggers: ['repeat the audit', 'repeat the audit report', 'tell me the audit results again'],
    },
  },
  added: (file, names) => `${file}: ${named(names)} added.`,
  replaced: (file, names) => `${file}: ${named(names)} brought up to date.`,
  removed: (file, names) => `${file}: ${named(names)} removed.`,
  kept: (file, count) => `${file}: ${count} ${count === 1 ? 'entry is' : 'entries are'} up to date already.`,
  nothingAdded: (file) => `${file}: nothing to register.`,
  nothingRemoved: (file) => `${file}: nothing to undo.`,
  backup: (path) => `Copy from before: ${path}`,
  restart: 'The assistant reads its commands when it starts next.',
  warnings: {
    owned: ({ trigger, owner, as }) =>
      `"${trigger}" belongs to ${owner} already${as === trigger ? '' : ` ("${as}")`}: the assistant will choose.`,
    nameTaken: ({ name }) => `${name} exists already and is not ours: left as it is.`,
    changed: ({ name }) => `${name} was changed since we wrote it: left as it is.`,
    triggersUnreadable: ({ name }) => `${name}: its sentences are no JSON list; what follows may stay hidden from the assistant.`,
    noConfirm: ({ file }) =>
      `${file}: the table voice_commands has no column confirm, which the assistant asks for when it reads: it will find no command there. To add it: ALTER TABLE voice_commands ADD COLUMN confirm INTEGER DEFAULT 0`,
  },
};
