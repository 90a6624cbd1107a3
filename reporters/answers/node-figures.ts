import type { Locale } from '../../locales/locale.ts';
import type { Report } from '../../skill/audit/report.ts';
import { few, type Point, point } from './point.ts';
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
  const node = report.nodes[id];
  const { gpus = [] } = tableOf(report, 'performance');
  const own = gpus.filter(({ target, machine }) => target === id || machine === id).map(({ temperatureC }) => temperatureC);
  const all = node ? node.gpuTemperatures : own;
  const read = all.filter((celsius) => celsius !== null);
  if (all.length === 0) return [];
  const unread = all.length - read.length;
  const hottest = Math.max(...read);
  const said = node ? states.hottest(hottest) : states.hottestHere(hottest);
  const [shown] = few(
    read.map((celsius) => locale.sections.number(celsius, 0)),
    MOST_CARDS,
  );
  return [
    ...(read.length > 0 ? [{ said, shown: read.length > MOST_CARDS + 1 ? said : states.gpusHere(shown), optional: 3 }] : []),
    ...(unread > 0 ? [point(locale, 4, () => states.gpusUnread(unread))] : []),
  ];
}

const MOST_CARDS = 8;
