import type { FailureCode } from '../../../skill/audit/define.ts';
import { phrase } from '../../locale.ts';
import { failures, of, that } from '../names.ts';
import { digits, list, plural } from '../numbers.ts';

/** Words about ports and names. */
export const network = {
  'port-closed': phrase<{ service: string; port: number; host: string; failure: FailureCode }>({
    text: ({ service, port, host, failure }) =>
      failure === 'unreachable'
        ? `${service} est injoignable : ${host} ne répond pas (port ${port}).`
        : `${service} n'est pas en marche : le port ${port} ${of(host)} est fermé (${failures[failure]}).`,
    remedy: ({ service, host, failure }) =>
      failure === 'unreachable' ? `Vérifier ${that(host)} est allumé et sur le réseau.` : `Démarrer ${service}.`,
    spoken: ({ service, failure }) => (failure === 'unreachable' ? `${service} est injoignable.` : `${service} est arrêté.`),
    action: ({ service, failure }) => (failure === 'unreachable' ? `Vérifier la machine ${of(service)}.` : `Démarrer ${service}.`),
  }),
  'port-unclear': phrase<{ service: string; port: number; host: string; state: string }>({
    text: ({ service, port, host, state }) =>
      state === 'closed-at-once'
        ? `${service} : le port ${port} ${of(host)} accepte puis raccroche aussitôt ; rien n'est prouvé.`
        : `${service} : le port ${port} ${of(host)} est filtré ou muet.`,
    remedy: ({ service }) => `Vérifier le pare-feu et ${service}.`,
    spoken: ({ service, state }) =>
      state === 'closed-at-once' ? `Le port ${of(service)} raccroche aussitôt.` : `Le port ${of(service)} est filtré ou muet.`,
  }),
  'unknown-listener': phrase<{ port: number; address: string; process: string | null }>({
    text: ({ port, address, process }) =>
      `Le port ${port} (${address}), ouvert par ${process ?? 'un processus inconnu'}, n'est pas dans l'inventaire.`,
    remedy: ({ port, process }) => `Arrêter ${process ?? 'ce processus'}, ou le déclarer (known: [${port}]).`,
    spoken: () => "Un programme absent de l'inventaire écoute sur un port.",
    action: () => "Arrêter ou déclarer l'écouteur inconnu.",
  }),
  'listeners-unknown': phrase<{ target: string; detail: string }>({
    text: ({ target, detail }) => `${target} : les écouteurs de la machine n'ont pas pu être lus${detail ? ` (${detail})` : ''}.`,
    spoken: () => "Les écouteurs de la machine n'ont pas pu être lus.",
    remedy: () => `Lancer l'audit sur la machine elle-même, avec les droits suffisants.`,
  }),
  'not-declared': phrase<{ target: string }>({
    text: ({ target }) => `${target} : sans inventaire écrit, il n'y a rien à quoi comparer les écouteurs.`,
  }),
  'sensitive-open': phrase<{ service: string; port: number; address: string; process: string | null }>({
    text: ({ service, port, address, process }) =>
      `Le port ${port}, d'ordinaire celui ${of(service)}${process ? `, tenu par ${process}` : ''}, est ouvert à tout le réseau : lié à ${address}.`,
    remedy: ({ port }) => `Lier le port ${port} à 127.0.0.1, ou le fermer au pare-feu.`,
    spoken: ({ service }) => `Le port habituel ${of(service)} est ouvert à tout le réseau.`,
    action: ({ service }) => `Fermer au réseau le port ${of(service)}.`,
  }),
  'port-shared': phrase<{ port: number; owners: readonly string[] }>({
    text: ({ port, owners }) => `Plusieurs services se partagent le port ${port} : ${list(owners)}.`,
    remedy: ({ port }) => `Changer le port de l'un d'eux (aujourd'hui ${port}).`,
    spoken: () => 'Plusieurs services se partagent le même port.',
    action: () => 'Donner un port à chacun.',
  }),
  'owner-unknown': phrase<{ port: number }>({
    text: ({ port }) => `Le port ${port} a plusieurs écouteurs, dont un au moins sans propriétaire lisible.`,
    spoken: () => 'Un port a plusieurs écouteurs, dont un sans propriétaire lisible.',
    remedy: () => `Relancer l'audit avec le droit de voir les processus des autres (sudo).`,
  }),
  'resolver-broken': phrase<{ names: readonly string[] }>({
    text: ({ names }) => `Cette machine ne résout aucun nom (${list(names.slice(0, 3))}) : ce qui s'atteint par un nom reste inconnu.`,
    remedy: () => `Réparer le DNS (resolvectl status, /etc/resolv.conf).`,
    spoken: () => 'Cette machine ne résout aucun nom : je suis en partie aveugle.',
    action: () => 'Réparer le DNS de cette machine.',
  }),
  'names-resolved': phrase<{ resolved: number; total: number }>({
    text: ({ resolved, total }) => `${digits(resolved)} ${plural(resolved, 'nom')} sur ${digits(total)} ${plural(resolved, 'résolu')}.`,
  }),
} as const;
