import type { Horizon } from '../../../skill/audit/report.ts';
import { digits, plural } from '../numbers.ts';

const HORIZONS: Readonly<Record<Horizon, string>> = { '48h': 'sous 48 heures', 'week-1': 'cette semaine', later: 'sans urgence' };

const lower = (text: string) => `${text.charAt(0).toLowerCase()}${text.slice(1)}`;

/** What to do, in order. */
export const advice = {
  first: (horizon: Horizon, text: string) => `D'abord, ${HORIZONS[horizon]} : ${lower(text)}`,
  next: (text: string) => `Puis : ${lower(text)}`,
  nextWithin: (horizon: Horizon, text: string) => `Puis, ${HORIZONS[horizon]} : ${lower(text)}`,
  step: (order: number, horizon: Horizon, text: string) => `${digits(order)}. ${text.replace(/\.$/, '')} (${HORIZONS[horizon]}).`,
  inReport: (component: string) => `Ce qui concerne ${component} dans le rapport.`,
  verify: (command: string) => `Pour vérifier le 1 : ${command}`,
  more: (count: number) => `${digits(count)} ${plural(count, 'autre point est', 'autres points sont')} dans le plan du rapport.`,
  nothing: "Rien d'urgent à faire, d'après ce que j'ai pu lire.",
  nothingAbout: (about: string) => `Rien à faire pour ${about}, d'après ce que j'ai pu lire.`,
  elsewhere: (text: string) => `Ailleurs, d'abord : ${lower(text)}`,
  toDo: (text: string) => `À faire : ${lower(text)}`,
  about: (where: string, text: string) => `${where} : ${lower(text)}`,
  nothingMore: "Je n'ai rien d'autre à signaler.",
} as const;
