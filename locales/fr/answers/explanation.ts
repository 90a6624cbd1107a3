import type { Horizon } from '../../../skill/audit/report.ts';
import { digits } from '../numbers.ts';

const HORIZONS: Readonly<Record<Horizon, string>> = { '48h': 'sous 48 heures', 'week-1': 'cette semaine', later: 'plus tard' };

/** One finding, at length. */
export const explanation = {
  title: (code: string, title: string, where: string) => `${code} — ${title} (${where})`,
  state: (outcome: string, severity: string, dimension: string) =>
    `État : ${outcome}. Gravité : ${severity}. Note concernée : ${dimension}.`,
  cvss: (score: number) => `CVSS : ${digits(score, 1)}.`,
  stake: (text: string) => `Enjeu : ${text}`,
  evidence: 'Ce qui a été lu :',
  noEvidence: "Aucune preuve gardée : rien n'a pu être lu.",
  line: (line: number) => `ligne ${digits(line)}`,
  remedy: (text: string, horizon: Horizon | null) => `À faire${horizon ? ` (${HORIZONS[horizon]})` : ''} : ${text}`,
  verify: (command: string) => `Pour vérifier : ${command}`,
  since: (when: string) => `Ouvert depuis ${when}.`,
  stale: (when: string) => `Non revérifié cette fois : vu pour la première fois ${when}.`,
  staleUndated: 'Non revérifié cette fois.',
  cause: (target: string) => `S'explique par ${target}, déjà signalé.`,
  ownNetwork: "S'explique par cette machine, qui n'a pas de réseau.",
  none: (key: string) => `Le rapport n'a pas de constat ${key}.`,
} as const;
