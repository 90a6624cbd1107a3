import type { Locale } from '../../locales/locale.ts';
import { own } from '../../locales/own.ts';
import { isOpen } from '../../skill/audit/assessment.ts';
import type { Report } from '../../skill/audit/report.ts';
import { few, type Point, point } from './point.ts';
import { isAbout } from './scopes.ts';
import { tableOf } from './tables.ts';

/** Models that the eye is shown by name. */
const MOST_MODELS = 4;

/** What a node holds in memory now. */
export function loadedPoints({ models, kind }: Report['nodes'][string], locale: Locale): readonly Point[] {
  const { states } = locale.answers;
  // a command has no models to tell of
  if (kind === 'command') return [];
  const loaded = models.filter(({ loaded: isLoaded, cloud }) => isLoaded === true && !cloud);
  const [only] = loaded;
  if (!only)
    return [point(locale, 2, () => (models.some(({ loaded: isLoaded }) => isLoaded === null) ? states.loadedUnknown : states.noModel))];
  if (loaded.length === 1) return [point(locale, 2, (name) => states.loadedOne(name(only.id)))];
  const [names, more] = few(
    loaded.map(({ id }) => id),
    MOST_MODELS,
  );
  const { shown } = point(locale, 2, (name) => states.loadedNames(names.map(name), more));
  return [{ said: states.loaded(loaded.length), shown, optional: 2 }];
}

/** The temperatures of the GPUs of a node's machine, or of a target's own. */
export function gpuPoints(id: string, report: Report, locale: Locale): readonly Point[] {
  const { states } = locale.answers;
  const node = own(report.nodes, id);
  const { gpus = [] } = tableOf(report, 'performance');
  const cards = gpus.filter(({ target, machine }) => target === id || machine === id).map(({ temperatureC }) => temperatureC);
  const all = node ? node.gpuTemperatures : cards;
  const read = all.filter((celsius) => celsius !== null);
  // a command uses none of them
  if (all.length === 0 || node?.kind === 'command') return [];
  const unread = all.length - read.length;
  const hottest = Math.max(...read);
  // a GPU that is too hot has been told with its figure
  const isTold = report.findings.some(
    (finding) => finding.code === 'GPU-002' && isOpen(finding) && !finding.stale && isAbout(id, report)(finding),
  );
  const said = isTold ? '' : node ? states.hottest(hottest) : states.hottestHere(hottest);
  const [shown] = few(
    read.map((celsius) => locale.sections.number(celsius, 0)),
    MOST_CARDS,
  );
  return [
    ...(read.length > 0
      ? [{ said, shown: read.length > MOST_CARDS + 1 ? states.hottestHere(hottest) : states.gpusHere(shown), optional: 3 }]
      : []),
    ...(unread > 0 ? [point(locale, 4, () => states.gpusUnread(unread))] : []),
  ];
}

const MOST_CARDS = 8;
