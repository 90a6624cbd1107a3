import type { Locale } from '../../locale.ts';
import { theTarget } from '../names.ts';
import { digits, list, plural } from '../numbers.ts';

const others = (names: readonly string[], more: number) => list(more > 0 ? [...names, `${digits(more)} ${plural(more, 'other')}`] : names);

/** Nodes and other targets, one by one. */
export const states: Locale['answers']['states'] = {
  down: (names, more) => `${others(names, more)} ${plural(names.length + more, 'is', 'are')} not answering.`,
  up: (names, more) => `${others(names, more)} ${plural(names.length + more, 'is', 'are')} answering.`,
  degraded: (names, more) => `${others(names, more)} ${plural(names.length + more, 'answers but is', 'answer but are')} not usable.`,
  unknown: (names, more) => `I could not read ${others(names.map(theTarget), more)}.`,
  'planned-down': (names, more) => `${others(names, more)} ${plural(names.length + more, 'is', 'are')} off, as planned.`,
  plannedBy: (name) => `The inventory says that ${name} is off: I do not count it as a failure.`,
  skipped: (names, more) => `${others(names, more)} ${plural(names.length + more, 'is', 'are')} not looked at in quick mode.`,
  because: (sentence, why) => `${sentence.replace(/\.$/, '')}: ${why}.`,
  upIn: (name, ms) => `${name} answers in ${digits(ms)} ms.`,
  latencies: (each) => `Latencies: ${each.join(', ')}.`,
  latency: (name, ms) => `${name} ${digits(ms)} ms`,
  noModel: 'No model is loaded there.',
  loadedUnknown: 'It does not say what it has loaded.',
  loadedOne: (model) => `Model loaded: ${model}.`,
  loaded: (count) => `${digits(count)} models are loaded there.`,
  loadedNames: (models, more) => `Models loaded: ${others(models, more)}.`,
  hottest: (celsius) => `The hottest GPU of its machine is at ${digits(celsius)} °C.`,
  hottestHere: (celsius) => `The hottest GPU is at ${digits(celsius)} °C.`,
  gpusHere: (celsius) => `GPUs: ${celsius.join(', ')} °C.`,
  gpusUnread: (count) =>
    count === 1 ? 'The temperature of one GPU could not be read.' : `The temperatures of ${digits(count)} GPUs could not be read.`,
  nodesOn: (names, more) => `Running there: ${others(names, more)}.`,
  nothingOn: (name) => `No problem on ${theTarget(name)} in what I could read.`,
  nothingInHaste: (name) => `At first glance, no problem on ${theTarget(name)}: the full audit looks at more.`,
  causedBy: (name) => `The failure of ${name} explains it.`,
  noNames: 'This machine resolves no name, so I cannot reach it.',
  explains: (count) => `That explains ${digits(count)} other ${plural(count, 'finding')}.`,
  stranger: (name) => `The inventory does not know ${name}.`,
  known: (names, more) => `I know ${others(names, more)}.`,
};
