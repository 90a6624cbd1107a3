import type { FailureCode } from '../../../skill/audit/define.ts';
import { phrase } from '../../locale.ts';
import { named, of } from '../names.ts';
import { digits, inWords, list, plural } from '../numbers.ts';

/** Words about GPUs. */
export const gpu = {
  'gpu-unreadable': phrase<{ target: string; failure: FailureCode; detail: string; isExporter?: boolean }>({
    text: ({ target, failure, detail, isExporter }) =>
      `Les GPU ${of(target)} n'ont pas pu être lus : ${failure === 'missing-tool' ? 'ni nvidia-smi ni rocm-smi ici' : failure === 'refused' ? "l'exportateur est arrêté (connexion refusée)" : `${isExporter ? "l'exportateur" : 'le pilote'} répond « ${detail.replace(/\.$/, '')} »`}.`,
    remedy: ({ isExporter }) =>
      isExporter
        ? "Sur cette machine, vérifier le service de l'exportateur, puis le pilote (nvidia-smi)."
        : 'Vérifier le pilote (sudo dmesg | grep NVRM), puis nvidia-smi.',
    action: ({ isExporter }) => (isExporter ? "Vérifier l'exportateur des GPU." : 'Vérifier le pilote des GPU.'),
    spoken: ({ target }) => `Les GPU${whose(target)} n'ont pas pu être lus.`,
  }),
  'gpu-none': phrase<{ target: string }>({
    text: ({ target }) => `${target} : le pilote répond mais ne voit aucun GPU.`,
    remedy: () => `Vérifier l'alimentation et les risers, puis redémarrer la machine.`,
    spoken: ({ target }) => `Le pilote${whose(target)} ne voit aucun GPU.`,
  }),
  'gpu-hot': phrase<{ target: string; index: string; name: string; temperatureC: number }>({
    text: ({ target, index, name, temperatureC }) => `Le GPU ${index} ${of(target)} (${name}) est à ${digits(temperatureC)} °C.`,
    remedy: ({ index }) =>
      `Nettoyer, augmenter la ventilation ou limiter la puissance (sudo nvidia-smi -i ${/^\d+$/.test(index) ? index : '<numéro>'} -pl <watts>).`,
    action: () => 'Refroidir le GPU.',
    spoken: ({ temperatureC }) => `Un GPU est à ${inWords(temperatureC)} degrés.`,
  }),
  'gpu-figure-unknown': phrase<{ target: string; index: string; what: 'temperature' | 'vram' }>({
    text: ({ target, index, what }) => `GPU ${index} ${of(target)} : ${named(what)} illisible.`,
    remedy: () => 'Vérifier la carte avec nvidia-smi -q.',
    spoken: ({ what }) => `La ${named(what)} d'un GPU est illisible.`,
  }),
  'gpu-memory-full': phrase<{ target: string; index: string; freeMiB: number; totalMiB: number }>({
    text: ({ target, index, freeMiB, totalMiB }) =>
      `Le GPU ${index} ${of(target)} n'a que ${digits(freeMiB)} Mio libres sur ${digits(totalMiB)}.`,
    remedy: () => 'Décharger un modèle (LM Studio : lms unload <modèle> ; Ollama : ollama stop <modèle>).',
    spoken: () => `La mémoire d'un GPU est presque pleine.`,
  }),
  'gpu-missing': phrase<{ target: string; seen: number; expected: number; uuids: readonly string[] }>({
    text: ({ target, seen, expected, uuids }) =>
      `${target} : ${digits(seen)} GPU ${plural(seen, 'vu')} sur ${digits(expected)} ${plural(expected, 'attendu')}${uuids.length > 0 ? ` (absents : ${list(uuids)})` : ''}.`,
    remedy: () => "Vérifier le branchement (risers) et l'alimentation des cartes, puis redémarrer la machine.",
    spoken: ({ target, seen, expected }) =>
      seen === 0
        ? `Aucun GPU${whose(target)} n'est visible.`
        : seen >= expected
          ? `Un GPU attendu${whose(target)} n'est pas visible.`
          : `Il manque ${inWords(expected - seen)} GPU sur ${inWords(expected)}.`,
    action: () => "Vérifier le branchement et l'alimentation des GPU.",
  }),
} as const;

/** Whose GPUs, unless the name says no more than GPU. */
function whose(target: string): string {
  return /^gpus?$/i.test(target) ? '' : ` ${of(target)}`;
}
