import { own } from '../../own.ts';
import { inWords, plural } from '../numbers.ts';

/** The slots of a planned audit, as they were said. */
export interface Planned {
  readonly mode?: string;
  readonly every?: string;
  readonly at?: string;
  readonly date?: string;
  readonly in?: string;
}

const DAYS: Readonly<Record<string, string>> = {
  monday: 'lundi',
  tuesday: 'mardi',
  wednesday: 'mercredi',
  thursday: 'jeudi',
  friday: 'vendredi',
  saturday: 'samedi',
  sunday: 'dimanche',
  today: "aujourd'hui",
  tomorrow: 'demain',
};

const EVERY: Readonly<Record<string, string>> = {
  PT1M: 'toutes les minutes',
  PT60M: 'toutes les heures',
  PT1H: 'toutes les heures',
  hour: 'toutes les heures',
  day: 'tous les jours',
  week: 'toutes les semaines',
  month: 'tous les mois',
};

/** Planned audits. */
export const schedule = {
  planned: (slots: Planned): string => `Entendu : ${whatAndWhen(slots)}, tant que le serveur tourne.`,
  whenUnknown: 'Dites-moi quand : « demain à huit heures », ou « toutes les heures ».',
  passed: "Ce moment est déjà passé : je n'ai rien prévu.",
  tooMany: "J'ai déjà trop d'audits prévus. Dites « annule » d'abord.",
  cancelled: (count: number): string => (count === 1 ? "L'audit prévu est annulé." : `Les ${inWords(count)} audits prévus sont annulés.`),
  nothingPlanned: "Aucun audit n'est prévu.",
  foundChanges: (slots: Planned): string => `${theAudit(slots)} a vu du changement.`,
} as const;

function whatAndWhen(slots: Planned): string {
  return [`audit ${slots.mode === 'quick' ? 'rapide' : 'complet'}`, whenOf(slots)].filter(Boolean).join(' ');
}

/** « demain » and « dans deux heures » are over once it is done. */
function theAudit({ mode, every, at }: Planned): string {
  const when = whenOf({ ...(every === undefined ? {} : { every }), ...(at === undefined ? {} : { at }) });
  return [`L'audit ${mode === 'quick' ? 'rapide ' : ''}prévu`, when].filter(Boolean).join(' ');
}

function whenOf({ every, at, date, in: wait }: Planned): string {
  const day = date === undefined ? '' : (own(DAYS, date) ?? '');
  const hour = at === undefined || !/^\d\d:\d\d$/.test(at) ? '' : `à ${clock(at)}`;
  if (every !== undefined) return [everyOf(every), hour].filter(Boolean).join(' ');
  if (wait !== undefined) return `dans ${lengthOf(wait) ?? 'un moment'}`;
  return [day, hour].filter(Boolean).join(' ');
}

function everyOf(every: string): string {
  const day = own(DAYS, every);
  if (day) return `chaque ${day}`;
  const usual = own(EVERY, every);
  if (usual) return usual;
  const length = lengthOf(every);
  if (length === null) return '';
  return `${every.startsWith('PT') ? 'toutes' : 'tous'} les ${length}`;
}

/** « huit heures », « huit heures trente ». */
function clock(at: string): string {
  const [hour = 0, minute = 0] = at.split(':').map(Number);
  if (minute === 0 && hour === 0) return 'minuit';
  if (minute === 0 && hour === 12) return 'midi';
  return `${inWords(hour, true)} ${plural(hour, 'heure')}${minute === 0 ? '' : ` ${inWords(minute)}`}`;
}

/** « deux heures », « une heure et trente minutes »; null for what is no duration. */
function lengthOf(duration: string): string | null {
  const [, days, hours, minutes, seconds] = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(duration) ?? [];
  const parts = [
    days ? `${inWords(Number(days))} ${plural(Number(days), 'jour')}` : '',
    hours ? `${inWords(Number(hours), true)} ${plural(Number(hours), 'heure')}` : '',
    minutes ? `${inWords(Number(minutes), true)} ${plural(Number(minutes), 'minute')}` : '',
    seconds ? `${inWords(Number(seconds), true)} ${plural(Number(seconds), 'seconde')}` : '',
  ].filter(Boolean);
  return parts.length === 0 ? null : parts.join(' et ');
}
