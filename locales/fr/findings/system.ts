import { phrase } from '../../locale.ts';
import { of } from '../names.ts';
import { bytes, digits, inWords, percent, plural, share } from '../numbers.ts';

/** Words about machines. */
export const system = {
  'disk-full': phrase<{ target: string; mount: string; percent: number; freeBytes: number | null }>({
    text: ({ target, mount, percent, freeBytes }) =>
      `Le disque ${mount} ${of(target)} est rempli à ${digits(percent)} %${freeBytes === null ? '' : ` (${bytes(freeBytes)} libres)`}.`,
    remedy: ({ mount }) => `Purger ${mount} ou déplacer des modèles.`,
    spoken: ({ target, percent: used }) => `Un disque ${of(target)} est rempli à ${percent(used)}.`,
    action: ({ target }) => `Faire de la place sur le disque ${of(target)}.`,
  }),
  'mount-unknown': phrase<{ target: string; mount: string }>({
    text: ({ target, mount }) => `Le montage ${mount} ${of(target)} ne répond pas : espace inconnu.`,
    spoken: ({ target }) => `Un disque ${of(target)} ne répond pas.`,
    remedy: ({ mount }) => `Vérifier le serveur qui porte ${mount}.`,
  }),
  'inodes-full': phrase<{ target: string; mount: string; percent: number }>({
    text: ({ target, mount, percent }) => `${mount}, sur ${target}, a consommé ${digits(percent)} % de ses inodes.`,
    remedy: ({ mount }) => `Supprimer les petits fichiers inutiles ${of(mount)}.`,
    spoken: ({ target }) => `Un disque ${of(target)} n'a presque plus d'inodes.`,
  }),
  'disk-read-only': phrase<{ target: string; mount: string; device: string }>({
    text: ({ target, mount, device }) =>
      `${mount} (${device}) ${of(target)} est en lecture seule alors qu'il devrait accepter les écritures.`,
    remedy: ({ device }) => `Lire dmesg, vérifier le disque ${device} (fsck, SMART), puis remonter en écriture.`,
    spoken: ({ target }) => `Un disque ${of(target)} est en lecture seule.`,
    action: ({ target }) => `Vérifier le disque ${of(target)}.`,
  }),
  'memory-low': phrase<{ target: string; availableBytes: number; totalBytes: number; process: string | null }>({
    text: ({ target, availableBytes, totalBytes, process }) =>
      `${target} n'a plus que ${bytes(availableBytes)} de mémoire disponible sur ${bytes(totalBytes)}${process ? ` (le plus gros : ${process})` : ''}.`,
    remedy: ({ process }) => (process ? `Fermer ou limiter ${process}.` : `Fermer ce qui consomme la mémoire.`),
    spoken: ({ target, availableBytes, totalBytes }) => `Mémoire disponible sur ${target} : ${share(availableBytes, totalBytes)}.`,
    action: ({ target }) => `Libérer de la mémoire sur ${target}.`,
  }),
  'load-high': phrase<{ target: string; load: number; cores: number }>({
    text: ({ target, load, cores }) => `La charge ${of(target)} est de ${digits(load, 1)} pour ${digits(cores)} ${plural(cores, 'cœur')}.`,
    remedy: () => 'Identifier le processus (top) et le limiter.',
    spoken: ({ target }) => `La charge ${of(target)} est trop forte.`,
  }),
  'security-updates': phrase<{ target: string; count: number }>({
    text: ({ target, count }) => `${target} a ${digits(count)} ${plural(count, 'mise')} à jour de sécurité en attente.`,
    remedy: () => "Lancer sudo apt upgrade, puis redémarrer ce qui doit l'être.",
    spoken: ({ target, count }) => `${target} a ${inWords(count, true)} ${plural(count, 'mise')} à jour de sécurité en attente.`,
    action: ({ target }) => `Mettre ${target} à jour.`,
  }),
  'reboot-required': phrase<{ target: string }>({
    text: ({ target }) => `${target} doit redémarrer pour appliquer ses mises à jour.`,
    remedy: () => `Planifier un redémarrage.`,
  }),
  'clock-unsynchronised': phrase<{ target: string }>({
    text: ({ target }) => `L'horloge ${of(target)} n'est pas synchronisée.`,
    remedy: () => `Activer la synchronisation (sudo timedatectl set-ntp true, ou chrony).`,
  }),
  'clock-skew': phrase<{ target: string; seconds: number }>({
    text: ({ target, seconds }) => `L'horloge ${of(target)} s'écarte de ${digits(seconds)} s de celle de cette machine.`,
    remedy: () => `Activer la synchronisation des deux côtés (sudo timedatectl set-ntp true, ou chrony).`,
    spoken: ({ target, seconds }) =>
      `L'horloge ${of(target)} s'écarte de la nôtre de ${inWords(seconds, true)} ${plural(seconds, 'seconde')}.`,
    action: () => 'Synchroniser les horloges.',
  }),
  'disk-failing': phrase<{ target: string; device: string }>({
    text: ({ target, device }) => `Le disque ${device} ${of(target)} annonce sa panne (SMART).`,
    remedy: ({ device }) => `Sauvegarder tout de suite, puis remplacer ${device}.`,
    spoken: ({ target }) => `Un disque ${of(target)} annonce sa panne.`,
    action: ({ target }) => `Sauvegarder tout de suite le disque ${of(target)}.`,
  }),
  'disk-health-unknown': phrase<{ target: string; device: string }>({
    text: ({ target, device }) => `La santé SMART du disque ${device} ${of(target)} n'a pas pu être lue.`,
    spoken: ({ target }) => `La santé d'un disque ${of(target)} n'a pas pu être lue.`,
    remedy: () => `Relancer l'audit avec le droit de lire SMART (sudo).`,
  }),
} as const;
