import type { Locale } from '../locale.ts';
import { theTarget } from './names.ts';
import { capital, inWords, plural } from './numbers.ts';

const STALE = 'Not checked again: ';

const allUp = (count: number) => (count === 1 ? 'The expected node is answering.' : `All ${inWords(count)} expected nodes are answering.`);
const problems = (count: number) => `${inWords(count)} ${plural(count, 'problem')}`;

/** What is said aloud: short, the worst first, one figure a sentence. Never « error » nor « unrecognised »: the assistant's router throws such answers away. */
export const speech: Locale['speech'] = {
  nodes: (up: number, expected: number, someDegraded: boolean) => {
    const can = someDegraded ? 'usable' : 'answering';
    if (up === expected) return allUp(up);
    if (up === 0) return `None of the ${inWords(expected)} expected nodes is ${can}.`;
    return `${capital(inWords(up))} ${plural(up, 'node')} out of ${inWords(expected)} ${plural(up, 'is', 'are')} ${can}.`;
  },
  theOnlyNodeDown: (isDegraded: boolean) =>
    isDegraded ? 'The only expected node is not usable.' : 'The only expected node is not answering.',
  allPlannedDown: 'All nodes are off, as planned.',
  stale: (text: string) => `${STALE}${lowerFinding(text)}`,
  recheck: (target: string) => `Check ${theTarget(target)} again.`,
  nothingToMeasure: 'The inventory does not declare enough for an overall score.',
  noNodes: 'No node is declared.',
  allWell: 'Nothing serious in what I could read.',
  nothingRead: 'I could not read anything, so I cannot say anything for certain.',
  blindNetwork: 'I have no network, so I cannot say anything about the other machines.',
  worst: (text: string) => (text.startsWith(STALE) ? `The most serious, ${lower(text)}` : `The most serious: ${lowerFinding(text)}`),
  inAll: (count: number) => `${capital(inWords(count))} ${plural(count, 'risk')} in all.`,
  notSeen: (target: string) => `I could not read ${theTarget(target)}.`,
  manyNotSeen: (count: number) => `I could not read ${inWords(count)} ${plural(count, 'item')}.`,
  masks: (count: number) => `That explains ${inWords(count)} other ${plural(count, 'finding')}.`,
  first: (text: string) => `First: ${lower(text)}`,
  firstInReport: (component: string) => `First: what concerns ${component} in the report.`,
  score: (score: number) => `Score: ${inWords(score)} out of one hundred.`,
  noScoreInHaste: 'No score in quick mode.',
  noScore: 'Too little could be read to give a score.',
  coverage: (percent: number) => `${capital(inWords(percent))} per cent checked.`,
  evolution: (fixed: number, fresh: number) => {
    if (fixed === 0) return `Since the last audit, ${inWords(fresh)} new ${plural(fresh, 'problem')}.`;
    return `Since the last audit, ${problems(fixed)} fixed.${fresh > 0 ? ` ${capital(inWords(fresh))} ${plural(fresh, 'is', 'are')} new.` : ''}`;
  },
  machineOf: (target: string) => `the machine of ${target}`,
  nameless: 'something whose name cannot be said',
  unsaved: 'Please note: the report could not be saved.',
  noSound: 'No sound output on this machine: the summary is written below.',
  soundKept: (file) => `No sound output on this machine: the spoken summary is in ${file}.`,
  noOutput: 'sound output absent or busy',
  noPlayer: 'To hear it here, install alsa-utils, pulseaudio-utils or pipewire-bin.',
  noVoice:
    'No voice on this machine: the summary is written below. To hear it, install espeak-ng, or name a voice server (speech.tts) in the inventory.',
  otherVoice: (wished, used, reason) => `The voice ${wished} could not speak (${reason}): ${used} speaks instead.`,
};

/** The words that begin our own sentences; any other first word may be a name, whose capital is part of it. */
const OPENERS = /^(?:A|An|Any|If|No|On|Only|Several|The|This|Two|Whether)\s/;

/** A finding inside a sentence: its first letter goes down unless it begins a name. */
function lowerFinding(text: string): string {
  return OPENERS.test(text) ? lower(text) : text;
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
