import type { FailureCode } from '../../../skill/audit/define.ts';
import { phrase } from '../../locale.ts';
import { failures, named, of, theOne } from '../names.ts';
import { digits, inWords, list, percent, plural } from '../numbers.ts';

/** Words about AI nodes. */
export const nodes = {
  'node-down': phrase<{ node: string; failure: FailureCode }>({
    text: ({ node, failure }) => `${node} ne répond pas : ${failures[failure]}.`,
    remedy: ({ node }) =>
      `Démarrer le serveur ${of(node)} (LM Studio : Developer > Start Server ; Ollama : sudo systemctl restart ollama), ou le marquer « planned: down ».`,
    spoken: ({ node }) => `${node} ne répond pas.`,
    action: ({ node }) => `Redémarrer le serveur ${of(node)}.`,
  }),
  'no-model-loaded': phrase<{ node: string; installed: number }>({
    text: ({ node, installed }) => `${node} n'a aucun modèle chargé (${digits(installed)} ${plural(installed, 'installé')}).`,
    remedy: () => 'Charger un modèle (lms load <modèle>) ou activer le chargement à la demande.',
    action: ({ node }) => `Charger un modèle sur ${node}.`,
    spoken: ({ node }) => `${node} n'a aucun modèle chargé.`,
  }),
  'model-not-loaded': phrase<{ node: string; models: readonly string[] }>({
    text: ({ node, models }) => `${node} n'a pas chargé ${list(models)}, pourtant ${plural(models.length, 'attendu')}.`,
    remedy: ({ models }) => `Charger ${list(models.map((model) => `« ${model} »`))} (lms load <modèle>).`,
    spoken: ({ node, models }) =>
      models.length === 1
        ? `Sur ${node}, un modèle attendu n'est pas chargé.`
        : `Sur ${node}, ${inWords(models.length)} modèles attendus ne sont pas chargés.`,
  }),
  'loaded-unknown': phrase<{ node: string }>({
    text: ({ node }) => `${node} ne dit pas quels modèles sont chargés (API trop ancienne).`,
    remedy: () => 'Mettre LM Studio à jour (0.4.0 ou plus récent).',
  }),
  'token-refused': phrase<{ node: string; hasToken: boolean }>({
    text: ({ node, hasToken }) =>
      hasToken ? `${node} refuse le jeton configuré.` : `${node} exige un jeton, et l'inventaire n'en donne pas.`,
    remedy: ({ node, hasToken }) =>
      hasToken
        ? `Renouveler le jeton ${of(node)} (LM Studio : Developer > Server Settings) et le mettre à jour dans l'environnement.`
        : `Créer un jeton pour ${node} et l'ajouter à l'inventaire : token: "\${NOM_DE_VARIABLE}".`,
    spoken: ({ node, hasToken }) => (hasToken ? `${node} refuse notre jeton.` : `${node} exige un jeton que je n'ai pas.`),
    action: ({ node, hasToken }) => (hasToken ? `Renouveler le jeton ${of(node)}.` : `Donner à l'audit un jeton pour ${node}.`),
  }),
  'node-open': phrase<{ node: string; scope: 'lan' | 'wan' | 'loopback'; address: string }>({
    text: ({ node, scope, address }) =>
      `${node} répond sans authentification ${scope === 'wan' ? 'depuis Internet' : 'à tout le réseau local'} (${address}).`,
    remedy: () => `Exiger un jeton, ou lier le serveur à 127.0.0.1 et le placer derrière un proxy authentifié.`,
    spoken: ({ node, scope }) => `${node} est ouvert sans mot de passe ${scope === 'wan' ? 'sur Internet' : 'sur le réseau local'}.`,
    action: ({ node }) => `Protéger ${node} par un jeton.`,
  }),
  'node-on-loopback': phrase<{ node: string }>({ text: ({ node }) => `${node} n'écoute que sur cette machine.` }),
  'access-unknown': phrase<{ node: string }>({
    text: ({ node }) => `Impossible de dire si ${node} répond sans authentification.`,
    remedy: () => "Refaire l'appel à la main, sans jeton, depuis une autre machine du réseau.",
  }),
  'model-missing': phrase<{ node: string; model: string }>({
    text: ({ node, model }) => `Le modèle ${model} est attendu sur ${node} et n'y est pas installé.`,
    remedy: ({ model }) =>
      `Installer le modèle (Ollama : ollama pull ${model} ; LM Studio : lms get ${model}), ou le retirer de l'inventaire.`,
    spoken: ({ node }) => `Il manque à ${node} un modèle attendu.`,
    action: ({ node }) => `Installer sur ${node} le modèle attendu.`,
  }),
  'model-spills': phrase<{ node: string; model: string; percent: number }>({
    text: ({ node, model, percent }) =>
      `Sur ${node}, ${model} ne tient qu'à ${digits(percent)} % en mémoire vidéo : le reste tourne sur le processeur.`,
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
    remedy: ({ node }) => `Redémarrer le moteur ${of(node)} ; vérifier sa file d'attente et sa mémoire vidéo.`,
    spoken: ({ node }) => `${node} est joignable mais ne répond pas aux invites.`,
    action: ({ node }) => `Redémarrer le moteur ${of(node)}.`,
  }),
  'inference-late': phrase<{ node: string; model: string }>({
    text: ({ node, model }) => `${node} n'a pas répondu à temps à une invite (${model}) ; à confirmer au prochain audit.`,
    remedy: ({ node }) => `Vérifier la file d'attente et la mémoire vidéo ${of(node)}.`,
    spoken: ({ node }) => `${node} n'a pas répondu à temps à une invite.`,
  }),
  'no-prompt': phrase<{ node: string }>({ text: ({ node }) => `${node} : aucune invite n'est permise par l'inventaire.` }),
  'nothing-to-prompt': phrase<{ node: string }>({ text: ({ node }) => `${node} : aucun modèle chargé à qui envoyer une invite.` }),
  'command-failed': phrase<{ node: string; exitCode: number }>({
    text: ({ node, exitCode }) => `La commande ${of(node)} échoue (code ${digits(exitCode)}).`,
    remedy: ({ node }) => `Lancer la commande ${of(node)} à la main ; vérifier sa clé et le réseau sortant.`,
    spoken: ({ node }) => `La commande ${of(node)} échoue.`,
  }),
  'command-degraded': phrase<{ node: string }>({
    text: ({ node }) => `${node} se dit lui-même dégradé.`,
    remedy: ({ node }) => `Lancer la commande ${of(node)} à la main ; vérifier sa clé, son quota et le réseau sortant.`,
  }),
  'mcp-down': phrase<{ name: string; failure: FailureCode; isProgram: boolean }>({
    text: ({ name, failure, isProgram }) => {
      if (isProgram)
        return `Le serveur MCP ${name} ${failure === 'bad-status' ? 'démarre, mais refuse de dialoguer' : "s'arrête sans répondre"}.`;
      return `Le serveur MCP ${name} ne répond pas${failure === 'bad-status' ? ' comme il faut' : ''} : ${failures[failure]}.`;
    },
    remedy: ({ name, isProgram }) =>
      isProgram
        ? `Lancer à la main la commande du serveur MCP ${name} et lire ce qu'elle affiche, ou le marquer « planned: down ».`
        : `Relancer le serveur MCP ${name}, ou le marquer « planned: down ».`,
    spoken: ({ name }) => `Le serveur MCP ${name} ne fonctionne pas.`,
    action: ({ name }) => `Relancer le serveur MCP ${name}.`,
  }),
  'versions-differ': phrase<{ kind: string; versions: readonly string[] }>({
    text: ({ kind, versions }) => `Les versions ${of(named(kind))}, lues ou attendues, ne concordent pas : ${list(versions)}.`,
    remedy: () => 'Mettre à jour le plus ancien.',
    spoken: ({ kind }) => `Les versions ${of(named(kind))} ne concordent pas.`,
  }),
  'too-few-versions': phrase<{ kind: string }>({ text: ({ kind }) => `${named(kind)} : moins de deux versions lues, rien à comparer.` }),
  'capability-unproven': phrase<{ capability: string }>({
    text: ({ capability }) => `Aucun nœud en marche ne prouve la capacité « ${named(capability)} », pourtant promise par l'inventaire.`,
    remedy: ({ capability }) => `Charger ou installer un modèle pour ${theOne(capability)}, ou corriger « provides ».`,
    spoken: ({ capability }) => `Aucun nœud en marche ne prouve qu'il assure ${theOne(capability)}.`,
    action: ({ capability }) => `Charger un modèle pour ${theOne(capability)}.`,
  }),
  'capability-unknown': phrase<{ capability: string; nodes: readonly string[] }>({
    text: ({ capability, nodes }) =>
      `Capacité « ${named(capability)} » non vérifiable : ${list(nodes)} ${plural(nodes.length, "n'a", "n'ont")} pas pu être ${plural(nodes.length, 'lu')}.`,
  }),
  'capability-not-promised': phrase<{ capability: string }>({
    text: ({ capability }) => `Aucun nœud ne promet la capacité « ${named(capability)} ».`,
  }),
  'any-origin': phrase<{ node: string; origin: string }>({
    text: ({ node, origin }) => `${node} accepte les appels de n'importe quelle page web (Access-Control-Allow-Origin: ${origin}).`,
    remedy: () => `Restreindre les origines (OLLAMA_ORIGINS, ou couper CORS dans LM Studio).`,
    spoken: ({ node }) => `N'importe quelle page web peut appeler ${node}.`,
    action: ({ node }) => `Restreindre les origines acceptées par ${node}.`,
  }),
  'origin-unknown': phrase<{ node: string }>({ text: ({ node }) => `Les origines acceptées par ${node} n'ont pas pu être lues.` }),
} as const;
