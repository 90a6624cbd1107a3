import type { enrolment as reference } from '../fr/enrolment.ts';
import type { Translated } from '../locale.ts';

export const enrolment: Translated<typeof reference> = {
  intro: (sentences, times) =>
    `${sentences} commands, ${times} times each. Speak as to the assistant, then leave a silence. Ctrl-C to stop.`,
  learning: 'Learning the commands, once and for all',
  ask: (sentence, number, total) => `${number}/${total}  Say: "${sentence}"`,
  flaws: {
    silent: 'I heard nothing clear. Once more.',
    short: 'That was too short. Once more.',
    long: 'That was too long: the sentence alone. Once more.',
    quiet: 'That was too soft: closer to the microphone. Once more.',
    clipped: 'That was too loud, the sound is distorted: further from the microphone. Once more.',
    unlike: 'That does not sound like the recordings before. Once more.',
  },
  restart: (sentence) => `"${sentence}" is begun anew.`,
  skip: (sentence) => `"${sentence}" is left out: the synthetic voice stays its model.`,
  kept: (recordings, sentences, file) =>
    `${recordings} recordings of ${sentences} commands are kept in ${file}: fingerprints only, no sound, and nothing was sent. To erase them: jarvis-audit enroll --forget`,
  forgotten: (file) => `The fingerprints of your voice are erased (${file}).`,
  nothingToForget: 'There were no fingerprints of your voice.',
  why: {
    nothingKept: 'no recording could be kept',
    noFolder: 'no folder of yours to keep the fingerprints in: give XDG_DATA_HOME',
    notWritten: (file, reason) => `${file} cannot be written (${reason})`,
    notHeard: (reason) => `nothing can be recorded (${reason})`,
  },
};
