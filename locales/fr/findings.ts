import type { FailureCode } from '../../skill/audit/define.ts';
import { phrase } from '../locale.ts';
import { bytes, digits, inWords, list, plural } from './numbers.ts';
import { failures, named, theOne, type Unreadable, unreadable } from './names.ts';
import { rules } from './rules.ts';

const percent = (value: number) => `${inWords(value)} pour cent`;
/** What is left, without calling « zéro » what is not. */
const share = (part: number, whole: number) => (200 * part < whole ? "moins d'un pour cent" : percent((100 * part) / whole));
/** The master first: without it the assistant itself is gone. */
const mainOf = (capabilities: readonly string[]) => capabilities.find((capability) => capability === 'orchestration') ?? capabilities[0] ?? '';
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** The words of every finding, by message. A new rule adds its sentences here; the compiler asks for the English ones. */
export const findings = {
  // about any rule
  passed: phrase<{ code: keyof typeof rules; subject: string }>({ text: ({ code, subject }) => `${rules[code]} : vérifié (${subject}).` }),
  'not-read': phrase<{ target: string; failure: FailureCode }>({
    text: ({ target, failure }) => `${target} n'a pas pu être lu : ${failures[failure]}.`,
    remedy: ({ target, failure }) =>
      failure === 'timeout' ? `Vérifier que ${target} est allumé et joignable, ou le marquer « planned: down ».` : `Lever ce qui empêche de lire ${target}, puis relancer l'audit.`,
  }),
  skipped: phrase<{ target: string }>({ text: ({ target }) => `${target} : non examiné en mode rapide.` }),
  'planned-down': phrase<{ target: string }>({ text: ({ target }) => `${target} est à l'arrêt, comme prévu.` }),
  'no-target': phrase<{ code: keyof typeof rules }>({ text: ({ code }) => `${rules[code]} : rien dans l'inventaire à examiner.` }),
  'nothing-to-judge': phrase<{ code: keyof typeof rules; target: string }>({ text: ({ code, target }) => `${rules[code]} : sans objet pour ${target}.` }),
  'rule-failed': phrase<{ code: keyof typeof rules }>({ text: ({ code }) => `${rules[code]} : le contrôle lui-même a échoué, rien n'est affirmé.` }),
  'not-readable-here': phrase<{ target: string; what: Unreadable; failure: FailureCode | 'stale' | 'not-applicable' }>({
    text: ({ target, what, failure }) => `${target}, ${named(what)} : ${unreadable(what, failure).reason}.`,
    remedy: ({ what, failure }) => unreadable(what, failure).remedy,
  }),

  // NODE
  'node-down': phrase<{ node: string; failure: FailureCode }>({
    text: ({ node, failure }) => `${node} ne répond pas : ${failures[failure]}.`,
    remedy: ({ node }) => `Démarrer le serveur de ${node} (LM Studio : Developer > Start Server ; Ollama : systemctl restart ollama), ou le marquer « planned: down ».`,
    spoken: ({ node }) => `${node} ne répond pas.`,
    todo: ({ node }) => `Redémarrer le serveur de ${node}.`,
  }),
  'no-model-loaded': phrase<{ node: string; installed: number }>({
    text: ({ node, installed }) => `${node} n'a aucun modèle chargé (${digits(installed)} ${plural(installed, 'installé')}).`,
    remedy: () => 'Charger un modèle (lms load <modèle>) ou activer le chargement à la demande.',
    todo: ({ node }) => `Charger un modèle sur ${node}.`,
    spoken: ({ node }) => `${node} n'a aucun modèle chargé.`,
  }),
  'model-not-loaded': phrase<{ node: string; models: readonly string[] }>({
    text: ({ node, models }) => `${node} n'a pas chargé ${list(models)}, pourtant ${plural(models.length, 'attendu')}.`,
    remedy: ({ models }) => `Charger ${list(models.map((model) => `« ${model} »`))} (lms load <modèle>).`,
    spoken: ({ node, models }) => (models.length === 1 ? `Sur ${node}, un modèle attendu n'est pas chargé.` : `Sur ${node}, ${inWords(models.length)} modèles attendus ne sont pas chargés.`),
  }),
  'loaded-unknown': phrase<{ node: string }>({ text: ({ node }) => `${node} ne dit pas quels modèles sont chargés (API trop ancienne).`, remedy: () => 'Mettre LM Studio à jour (0.4.0 ou plus récent).' }),
  'token-refused': phrase<{ node: string; hasToken: boolean }>({
    text: ({ node, hasToken }) => (hasToken ? `${node} refuse le jeton configuré.` : `${node} exige un jeton, et l'inventaire n'en donne pas.`),
    remedy: ({ node, hasToken }) =>
      hasToken ? `Renouveler le jeton de ${node} (LM Studio : Developer > Server Settings) et le mettre à jour dans l'environnement.` : `Créer un jeton pour ${node} et l'ajouter à l'inventaire : token: "\${NOM_DE_VARIABLE}".`,
    spoken: ({ node, hasToken }) => (hasToken ? `${node} refuse notre jeton.` : `${node} exige un jeton que je n'ai pas.`),
    todo: ({ node, hasToken }) => (hasToken ? `Renouveler le jeton de ${node}.` : `Donner à l'audit un jeton pour ${node}.`),
  }),
  'node-open': phrase<{ node: string; scope: 'lan' | 'wan' | 'loopback'; address: string }>({
    text: ({ node, scope, address }) => `${node} répond sans authentification ${scope === 'wan' ? 'depuis Internet' : 'à tout le réseau local'} (${address}).`,
    remedy: () => `Exiger un jeton, ou lier le serveur à 127.0.0.1 et le placer derrière un proxy authentifié.`,
    spoken: ({ node, scope }) => `${node} est ouvert sans mot de passe ${scope === 'wan' ? 'sur Internet' : 'sur le réseau local'}.`,
    todo: ({ node }) => `Protéger ${node} par un jeton.`,
  }),
  'node-on-loopback': phrase<{ node: string }>({ text: ({ node }) => `${node} n'écoute que sur cette machine.` }),
  'access-unknown': phrase<{ node: string }>({ text: ({ node }) => `Impossible de dire si ${node} répond sans authentification.`, remedy: () => "Refaire l'appel à la main, sans jeton, depuis une autre machine du réseau." }),
  'model-missing': phrase<{ node: string; model: string }>({
    text: ({ node, model }) => `Le modèle ${model} est attendu sur ${node} et n'y est pas installé.`,
    remedy: ({ model }) => `Installer le modèle (ollama pull ${model}), ou le retirer de l'inventaire.`,
    spoken: ({ node }) => `Il manque à ${node} un modèle attendu.`,
    todo: ({ node }) => `Installer sur ${node} le modèle attendu.`,
  }),
  'model-spills': phrase<{ node: string; model: string; percent: number }>({
    text: ({ node, model, percent }) => `Sur ${node}, ${model} ne tient qu'à ${digits(percent)} % en mémoire vidéo : le reste tourne sur le processeur.`,
    remedy: () => `Réduire le contexte, choisir une quantification plus légère ou décharger un autre modèle.`,
    spoken: ({ node, percent: share }) => `Sur ${node}, un modèle ne tient qu'à ${percent(share)} en mémoire vidéo.`,
  }),
  'inference-ok': phrase<{ node: string; model: string; ms: number | null; tokensPerSecond: number | null }>({
    text: ({ node, model, ms, tokensPerSecond }) =>
      `${node} a répondu à une invite avec ${model}${ms === null ? '' : ` en ${digits(ms)} ms`}${tokensPerSecond === null ? '' : ` (${digits(tokensPerSecond, 1)} jetons/s)`}.`,
    spoken: ({ node }) => `${node} a répondu à une invite.`,
  }),
  'inference-failed': phrase<{ node: string; model: string; failure: FailureCode }>({
    text: ({ node, model, failure }) => `${node} est joignable, mais ${model} ne répond pas à une invite : ${failures[failure]}.`,
    remedy: ({ node }) => `Redémarrer le moteur de ${node} ; vérifier sa file d'attente et sa mémoire vidéo.`,
    spoken: ({ node }) => `${node} est joignable mais ne répond pas aux invites.`,
    todo: ({ node }) => `Redémarrer le moteur de ${node}.`,
  }),
  'inference-late': phrase<{ node: string; model: string }>({
    text: ({ node, model }) => `${node} n'a pas répondu à temps à une invite (${model}) ; à confirmer au prochain audit.`,
    remedy: ({ node }) => `Vérifier la file d'attente et la mémoire vidéo de ${node}.`,
    spoken: ({ node }) => `${node} n'a pas répondu à temps à une invite.`,
  }),
  'no-prompt': phrase<{ node: string }>({ text: ({ node }) => `${node} : aucune invite n'est permise par l'inventaire.` }),
  'nothing-to-prompt': phrase<{ node: string }>({ text: ({ node }) => `${node} : aucun modèle chargé à qui envoyer une invite.` }),
  'command-failed': phrase<{ node: string; exitCode: number }>({
    text: ({ node, exitCode }) => `La commande de ${node} échoue (code ${digits(exitCode)}).`,
    remedy: ({ node }) => `Lancer la commande de ${node} à la main ; vérifier sa clé et le réseau sortant.`,
    spoken: ({ node }) => `La commande de ${node} échoue.`,
  }),
  'command-degraded': phrase<{ node: string }>({
    text: ({ node }) => `${node} se dit lui-même dégradé.`,
    remedy: ({ node }) => `Lancer la commande de ${node} à la main ; vérifier sa clé, son quota et le réseau sortant.`,
  }),
  'versions-differ': phrase<{ kind: string; versions: readonly string[] }>({
    text: ({ kind, versions }) => `Les versions de ${named(kind)}, lues ou attendues, ne concordent pas : ${list(versions)}.`,
    remedy: () => 'Mettre à jour le plus ancien.',
    spoken: ({ kind }) => `Les versions de ${named(kind)} ne concordent pas.`,
  }),
  'too-few-versions': phrase<{ kind: string }>({ text: ({ kind }) => `${named(kind)} : moins de deux versions lues, rien à comparer.` }),
  'capability-unproven': phrase<{ capability: string }>({
    text: ({ capability }) => `Aucun nœud en marche ne prouve la capacité « ${named(capability)} », pourtant promise par l'inventaire.`,
    remedy: ({ capability }) => `Charger ou installer un modèle pour ${theOne(capability)}, ou corriger « provides ».`,
    spoken: ({ capability }) => `Aucun nœud en marche ne prouve qu'il assure ${theOne(capability)}.`,
    todo: ({ capability }) => `Charger un modèle pour ${theOne(capability)}.`,
  }),
  'capability-unknown': phrase<{ capability: string; nodes: readonly string[] }>({
    text: ({ capability, nodes }) => `Capacité « ${named(capability)} » non vérifiable : ${list(nodes)} ${plural(nodes.length, "n'a", "n'ont")} pas pu être ${plural(nodes.length, 'lu')}.`,
  }),
  'capability-not-promised': phrase<{ capability: string }>({ text: ({ capability }) => `Aucun nœud ne promet la capacité « ${named(capability)} ».` }),
  'any-origin': phrase<{ node: string; origin: string }>({
    text: ({ node, origin }) => `${node} accepte les appels de n'importe quelle page web (Access-Control-Allow-Origin: ${origin}).`,
    remedy: () => `Restreindre les origines (OLLAMA_ORIGINS, ou couper CORS dans LM Studio).`,
    spoken: ({ node }) => `N'importe quelle page web peut appeler ${node}.`,
    todo: ({ node }) => `Restreindre les origines que ${node} accepte.`,
  }),
  'origin-unknown': phrase<{ node: string }>({ text: ({ node }) => `Les origines que ${node} accepte n'ont pas pu être lues.` }),

  // GPU
  'gpu-unreadable': phrase<{ target: string; failure: FailureCode; detail: string }>({
    text: ({ target, failure, detail }) => `Les GPU de ${target} n'ont pas pu être lus : ${failure === 'missing-tool' ? 'ni nvidia-smi ni rocm-smi ici' : `le pilote répond « ${detail.replace(/\.$/, '')} »`}.`,
    remedy: () => 'Vérifier le pilote (chercher NVRM dans dmesg), puis nvidia-smi.',
    todo: () => 'Vérifier le pilote des GPU.',
    spoken: ({ target }) => `Les GPU de ${target} n'ont pas pu être lus.`,
  }),
  'gpu-none': phrase<{ target: string }>({
    text: ({ target }) => `${target} : le pilote répond mais ne voit aucun GPU.`,
    remedy: () => `Vérifier l'alimentation et les risers, puis redémarrer la machine.`,
    spoken: ({ target }) => `Le pilote de ${target} ne voit aucun GPU.`,
  }),
  'gpu-hot': phrase<{ target: string; index: string; name: string; temperatureC: number }>({
    text: ({ target, index, name, temperatureC }) => `Le GPU ${index} de ${target} (${name}) est à ${digits(temperatureC)} °C.`,
    remedy: () => 'Nettoyer, augmenter la ventilation ou limiter la puissance (nvidia-smi -pl).',
    todo: () => 'Refroidir le GPU.',
    spoken: ({ temperatureC }) => `Un GPU est à ${inWords(temperatureC)} degrés.`,
  }),
  'gpu-figure-unknown': phrase<{ target: string; index: string; what: 'temperature' | 'vram' }>({
    text: ({ target, index, what }) => `GPU ${index} de ${target} : ${named(what)} illisible.`,
    remedy: () => 'Vérifier la carte avec nvidia-smi -q.',
    spoken: ({ what }) => `La ${named(what)} d'un GPU est illisible.`,
  }),
  'gpu-memory-full': phrase<{ target: string; index: string; freeMiB: number; totalMiB: number }>({
    text: ({ target, index, freeMiB, totalMiB }) => `Le GPU ${index} de ${target} n'a que ${digits(freeMiB)} Mio libres sur ${digits(totalMiB)}.`,
    remedy: () => `Décharger un modèle.`,
    spoken: () => `La mémoire d'un GPU est presque pleine.`,
  }),
  'gpu-missing': phrase<{ target: string; seen: number; expected: number; uuids: readonly string[] }>({
    text: ({ target, seen, expected, uuids }) => `${target} : ${digits(seen)} GPU ${plural(seen, 'vu')} sur ${digits(expected)} ${plural(expected, 'attendu')}${uuids.length > 0 ? ` (absents : ${list(uuids)})` : ''}.`,
    remedy: () => 'Carte tombée du bus : vérifier risers et alimentation, puis redémarrer.',
    spoken: ({ target, seen, expected }) =>
      seen === 0 ? `Aucun GPU de ${target} n'est visible.` : seen >= expected ? `Un GPU attendu de ${target} n'est pas visible.` : `${capital(inWords(seen))} GPU sur ${inWords(expected)} ${plural(seen, 'est visible', 'sont visibles')} sur ${target}.`,
    todo: () => 'Vérifier les risers et l’alimentation des GPU.',
  }),

  // SYS
  'disk-full': phrase<{ target: string; mount: string; percent: number; freeBytes: number | null }>({
    text: ({ target, mount, percent, freeBytes }) => `Le disque ${mount} de ${target} est rempli à ${digits(percent)} %${freeBytes === null ? '' : ` (${bytes(freeBytes)} libres)`}.`,
    remedy: ({ mount }) => `Purger ${mount} ou déplacer des modèles.`,
    spoken: ({ target, percent: used }) => `Un disque de ${target} est rempli à ${percent(used)}.`,
    todo: ({ target }) => `Faire de la place sur le disque de ${target}.`,
  }),
  'mount-unknown': phrase<{ target: string; mount: string }>({
    text: ({ target, mount }) => `Le montage ${mount} de ${target} ne répond pas : espace inconnu.`,
    spoken: ({ target }) => `Un disque de ${target} ne répond pas.`,
    remedy: ({ mount }) => `Vérifier le serveur qui porte ${mount}.`,
  }),
  'inodes-full': phrase<{ target: string; mount: string; percent: number }>({
    text: ({ target, mount, percent }) => `${mount}, sur ${target}, a consommé ${digits(percent)} % de ses inodes.`,
    remedy: ({ mount }) => `Supprimer les petits fichiers inutiles de ${mount}.`,
    spoken: ({ target }) => `Un disque de ${target} n'a presque plus d'inodes.`,
  }),
  'disk-read-only': phrase<{ target: string; mount: string; device: string }>({
    text: ({ target, mount, device }) => `${mount} (${device}) de ${target} est en lecture seule alors qu'il devrait accepter les écritures.`,
    remedy: ({ device }) => `Lire dmesg, vérifier le disque ${device} (fsck, SMART), puis remonter en écriture.`,
    spoken: ({ target }) => `Un disque de ${target} est en lecture seule.`,
    todo: ({ target }) => `Vérifier le disque de ${target}.`,
  }),
  'memory-low': phrase<{ target: string; availableBytes: number; totalBytes: number; process: string | null }>({
    text: ({ target, availableBytes, totalBytes, process }) => `${target} n'a plus que ${bytes(availableBytes)} de mémoire disponible sur ${bytes(totalBytes)}${process ? ` (le plus gros : ${process})` : ''}.`,
    remedy: ({ process }) => (process ? `Fermer ou limiter ${process}.` : `Fermer ce qui consomme la mémoire.`),
    spoken: ({ target, availableBytes, totalBytes }) => `Mémoire disponible sur ${target} : ${share(availableBytes, totalBytes)}.`,
    todo: ({ target }) => `Libérer de la mémoire sur ${target}.`,
  }),
  'load-high': phrase<{ target: string; load: number; cores: number }>({
    text: ({ target, load, cores }) => `La charge de ${target} est de ${digits(load, 1)} pour ${digits(cores)} ${plural(cores, 'cœur')}.`,
    remedy: () => 'Identifier le processus (top) et le limiter.',
    spoken: ({ target }) => `${target} est surchargé.`,
  }),
  'security-updates': phrase<{ target: string; count: number }>({
    text: ({ target, count }) => `${target} a ${digits(count)} ${plural(count, 'mise')} à jour de sécurité en attente.`,
    remedy: () => 'apt upgrade, puis redémarrer ce qui doit l’être.',
    spoken: ({ target, count }) => `${target} a ${inWords(count, true)} ${plural(count, 'mise')} à jour de sécurité en attente.`,
    todo: ({ target }) => `Mettre ${target} à jour.`,
  }),
  'reboot-required': phrase<{ target: string }>({ text: ({ target }) => `${target} doit redémarrer pour appliquer ses mises à jour.`, remedy: () => `Planifier un redémarrage.` }),
  'clock-unsynchronised': phrase<{ target: string }>({
    text: ({ target }) => `L'horloge de ${target} n'est pas synchronisée.`,
    remedy: () => `Activer la synchronisation (timedatectl set-ntp true, ou chrony).`,
  }),
  'clock-skew': phrase<{ target: string; seconds: number }>({
    text: ({ target, seconds }) => `L'horloge de ${target} s'écarte de ${digits(seconds)} s de celle de cette machine.`,
    remedy: () => `Activer la synchronisation des deux côtés (timedatectl set-ntp true, ou chrony).`,
    spoken: ({ target, seconds }) => `L'horloge de ${target} s'écarte de la nôtre de ${inWords(seconds, true)} ${plural(seconds, 'seconde')}.`,
    todo: () => 'Synchroniser les horloges.',
  }),
  'disk-failing': phrase<{ target: string; device: string }>({
    text: ({ target, device }) => `Le disque ${device} de ${target} annonce sa panne (SMART).`,
    remedy: ({ device }) => `Sauvegarder tout de suite, puis remplacer ${device}.`,
    spoken: ({ target }) => `Un disque de ${target} annonce sa panne.`,
    todo: ({ target }) => `Sauvegarder tout de suite le disque de ${target}.`,
  }),
  'disk-health-unknown': phrase<{ target: string; device: string }>({ text: ({ target, device }) => `La santé SMART du disque ${device} de ${target} n'a pas pu être lue.`, spoken: ({ target }) => `La santé d'un disque de ${target} n'a pas pu être lue.`, remedy: () => `Relancer l'audit avec le droit de lire SMART (sudo).` }),

  // NET
  'port-closed': phrase<{ service: string; port: number; host: string; failure: FailureCode }>({
    text: ({ service, port, host, failure }) =>
      failure === 'unreachable' ? `${service} est injoignable : ${host} ne répond pas (port ${port}).` : `${service} n'est pas en marche : le port ${port} de ${host} est fermé (${failures[failure]}).`,
    remedy: ({ service, host, failure }) => (failure === 'unreachable' ? `Vérifier que ${host} est allumé et sur le réseau.` : `Démarrer ${service}.`),
    spoken: ({ service, failure }) => (failure === 'unreachable' ? `${service} est injoignable.` : `${service} est arrêté.`),
    todo: ({ service, failure }) => (failure === 'unreachable' ? `Vérifier la machine de ${service}.` : `Démarrer ${service}.`),
  }),
  'port-unclear': phrase<{ service: string; port: number; host: string; state: string }>({
    text: ({ service, port, host, state }) =>
      state === 'closed-at-once' ? `${service} : le port ${port} de ${host} accepte puis raccroche aussitôt ; rien n'est prouvé.` : `${service} : le port ${port} de ${host} est filtré ou muet.`,
    remedy: ({ service }) => `Vérifier le pare-feu et ${service}.`,
    spoken: ({ service, state }) => (state === 'closed-at-once' ? `Le port de ${service} raccroche aussitôt.` : `Le port de ${service} est filtré ou muet.`),
  }),
  'unknown-listener': phrase<{ port: number; address: string; process: string | null }>({
    text: ({ port, address, process }) => `Le port ${port} (${address}) est ouvert par ${process ?? 'un processus inconnu'}, absent de l'inventaire.`,
    remedy: ({ port, process }) => `Arrêter ${process ?? 'ce processus'}, ou le déclarer (known: [${port}]).`,
    spoken: () => "Un programme absent de l'inventaire écoute sur un port.",
    todo: () => "Arrêter ou déclarer l'écouteur inconnu.",
  }),
  'listeners-unknown': phrase<{ target: string; detail: string }>({
    text: ({ target, detail }) => `${target} : les écouteurs de la machine n'ont pas pu être lus${detail ? ` (${detail})` : ''}.`,
    spoken: () => "Les écouteurs de la machine n'ont pas pu être lus.",
    remedy: () => `Lancer l'audit sur la machine elle-même, avec les droits suffisants.`,
  }),
  'not-declared': phrase<{ target: string }>({ text: ({ target }) => `${target} : sans inventaire écrit, il n'y a rien à quoi comparer les écouteurs.` }),
  'sensitive-open': phrase<{ service: string; port: number; address: string; process: string | null }>({
    text: ({ service, port, address, process }) => `Le port ${port}, d'ordinaire celui de ${service}${process ? `, tenu par ${process}` : ''}, est ouvert à tout le réseau : lié à ${address}.`,
    remedy: ({ port }) => `Lier le port ${port} à 127.0.0.1, ou le fermer au pare-feu.`,
    spoken: ({ service }) => `Le port habituel de ${service} est ouvert à tout le réseau.`,
    todo: ({ service }) => `Fermer au réseau le port de ${service}.`,
  }),
  'port-shared': phrase<{ port: number; owners: readonly string[] }>({
    text: ({ port, owners }) => `Plusieurs services se partagent le port ${port} : ${list(owners)}.`,
    remedy: ({ port }) => `Changer le port de l'un d'eux (aujourd'hui ${port}).`,
    spoken: () => 'Plusieurs services se partagent le même port.',
    todo: () => 'Donner un port à chacun.',
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
    todo: () => 'Réparer le DNS de cette machine.',
  }),
  'names-resolved': phrase<{ resolved: number; total: number }>({ text: ({ resolved, total }) => `${digits(resolved)} ${plural(resolved, 'nom')} sur ${digits(total)} ${plural(resolved, 'résolu')}.` }),

  // ARCH
  'single-point': phrase<{ component: string; loses: readonly string[] }>({
    text: ({ component, loses }) => `Si ${component} tombe, on perd ${list(loses.map(theOne))}.`,
    remedy: ({ loses }) => `Ajouter un repli, sur une autre machine, pour ${list(loses.map(theOne))}.`,
    spoken: ({ component, loses }) => `Si ${component} tombe, on perd ${theOne(mainOf(loses))}${loses.length > 1 ? ', entre autres' : ''}.`,
    todo: ({ loses }) => `Prévoir un repli pour ${theOne(mainOf(loses))}.`,
  }),
  'single-point-unknown': phrase<{ component: string; capabilities: readonly string[] }>({
    text: ({ component, capabilities }) =>
      capabilities.length === 0
        ? `Impossible de dire si ${component} porte seul quelque chose : il n'a pas pu être lu.`
        : `Impossible de dire si ${component} est seul à porter ${list(capabilities.map(theOne))} : des nœuds n'ont pas pu être lus.`,
  }),
  'no-fallback': phrase<{ capability: string; up: readonly string[] }>({
    text: ({ capability, up }) =>
      up.length === 0 ? `Aucun nœud en marche n'assure ${theOne(capability)}.` : `Pas de repli pour ${theOne(capability)} : ${list(up)} est seul à l'assurer.`,
    remedy: ({ capability }) => `Ajouter un nœud pour ${theOne(capability)}.`,
    spoken: ({ capability, up }) => (up.length === 0 ? `Aucun nœud en marche n'assure ${theOne(capability)}.` : `Pas de repli pour ${theOne(capability)}.`),
  }),
  'fallback-exists': phrase<{ capability: string; up: readonly string[] }>({ text: ({ capability, up }) => `La capacité « ${named(capability)} » est assurée par ${list(up)}.` }),
  'fallback-unknown': phrase<{ capability: string; unknown: readonly string[] }>({
    text: ({ capability, unknown }) => `Repli de « ${named(capability)} » inconnu : ${list(unknown)} ${plural(unknown.length, "n'a", "n'ont")} pas pu être ${plural(unknown.length, 'lu')}.`,
  }),
  'one-gateway': phrase<{ gateway: string }>({ text: ({ gateway }) => `Une seule passerelle réseau (${gateway}) : sans elle, plus d'accès extérieur.`, remedy: () => `Prévoir un accès de secours (4G).`, spoken: () => `Il n'y a qu'une passerelle réseau.` }),
} as const;
