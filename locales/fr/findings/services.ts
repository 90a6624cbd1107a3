import { phrase } from '../../locale.ts';
import { of } from '../names.ts';
import { digits, inWords, plural } from '../numbers.ts';

/** Words about what systemd runs, and about how a service runs commands. */
export const services = {
  'unit-running': phrase<{ unit: string; sub: string; restarts: number | null }>({
    text: ({ unit, sub, restarts }) =>
      `${unit} est en marche (${sub}${restarts === null || restarts === 0 ? '' : `, ${digits(restarts)} ${plural(restarts, 'redémarrage')}`}).`,
  }),
  'unit-ready': phrase<{ unit: string }>({ text: ({ unit }) => `${unit} a fini sa tâche, ou attend d'être appelé.` }),
  'unit-missing': phrase<{ unit: string }>({
    text: ({ unit }) => `systemd ne connaît pas ${unit}.`,
    remedy: ({ unit }) => `Installer ${unit}, ou corriger son nom dans l'inventaire.`,
    spoken: ({ unit }) => `Le service ${short(unit)} n'existe pas.`,
    action: ({ unit }) => `Installer le service ${short(unit)}.`,
  }),
  'unit-down': phrase<{ unit: string; active: string; result: string | null; exitStatus: number | null; fix: string }>({
    text: ({ unit, active, result, exitStatus }) =>
      `${unit} est ${active === 'failed' ? 'en échec' : "à l'arrêt"}${result === null || result === 'success' ? '' : ` (${result}${exitStatus === null || exitStatus === 0 ? '' : `, code ${digits(exitStatus)}`})`}.`,
    remedy: ({ fix }) => `Lire son journal, corriger la cause, puis le relancer (${fix}).`,
    spoken: ({ unit, active }) => `Le service ${short(unit)} est ${active === 'failed' ? 'en échec' : "à l'arrêt"}.`,
    action: ({ unit }) => `Relancer le service ${short(unit)}.`,
  }),
  'unit-looping': phrase<{ unit: string; restarts: number }>({
    text: ({ unit, restarts }) => `${unit} redémarre sans cesse (${digits(restarts)} fois).`,
    remedy: ({ unit }) => `Lire le journal ${of(unit)}, corriger la cause, puis le relancer.`,
    spoken: ({ unit, restarts }) => `Le service ${short(unit)} redémarre sans cesse : ${inWords(restarts)} fois.`,
    action: ({ unit }) => `Lire le journal du service ${short(unit)}.`,
  }),
  'unit-changing': phrase<{ unit: string; active: string }>({
    text: ({ unit, active }) => `${unit} est en train de changer d'état (${active}).`,
    remedy: () => "Relancer l'audit dans un instant.",
    spoken: ({ unit }) => `Le service ${short(unit)} est en train de changer d'état.`,
  }),
  'unit-failed': phrase<{ unit: string; fix: string }>({
    text: ({ unit }) => `systemd compte ${unit} parmi ses unités en échec.`,
    remedy: ({ fix }) => `Lire son journal et corriger la cause (${fix}).`,
    spoken: ({ unit }) => `L'unité ${short(unit)} est en échec.`,
    action: ({ unit }) => `Lire le journal de l'unité ${short(unit)}.`,
  }),
  'execute-direct': phrase<{ place: string; line: number | null; hasAllowlist: boolean; isDefault: boolean }>({
    text: ({ place, line, hasAllowlist, isDefault }) =>
      `Les commandes s'exécutent directement sur la machine (EXECUTE_MODE=direct${isDefault ? ', par défaut' : ''}) : ${place}${line === null ? '' : `, ligne ${digits(line)}`}${hasAllowlist ? ', avec une liste de commandes permises' : ', sans liste de commandes permises'}.`,
    remedy: ({ place }) => `Écrire EXECUTE_MODE=sandbox dans ${place}, puis redémarrer le service.`,
    spoken: ({ hasAllowlist }) =>
      `Un service exécute des commandes directement sur la machine${hasAllowlist ? ', selon une liste permise' : ''}.`,
    action: () => 'Passer l’exécution des commandes en bac à sable.',
  }),
} as const;

/** As one says it: what is a service is called one already. */
const short = (unit: string) => unit.replace(/\.service$/, '');
