import type { gpu as french } from '../../fr/findings/gpu.ts';
import type { Locale } from '../../locale.ts';
import { named } from '../names.ts';
import { digits, inWords, list, plural } from '../numbers.ts';

/** Words about GPUs. */
export const gpu: Pick<Locale['findings'], keyof typeof french> = {
  'gpu-unreadable': {
    text: ({ target, failure, detail, isExporter }) =>
      `The GPUs on ${target} could not be read: ${failure === 'refused' ? 'the exporter is not running (connection refused)' : isExporter ? `the exporter answers “${detail}”` : detail}.`,
    remedy: ({ isExporter }) =>
      isExporter
        ? 'On that machine, check the service of the exporter, then the driver (nvidia-smi).'
        : 'Check the driver (sudo dmesg | grep NVRM), then nvidia-smi.',
    spoken: ({ target }) => `The GPUs${on(target)} could not be read.`,
    action: ({ isExporter }) => (isExporter ? 'Check the GPU exporter.' : 'Check the GPU driver.'),
  },
  'gpu-none': {
    text: ({ target }) => `${target}: the driver answers but sees no GPU.`,
    remedy: () => 'Check the power supply and the risers, then restart the machine.',
    spoken: ({ target }) => `The driver${on(target)} sees no GPU.`,
  },
  'gpu-hot': {
    text: ({ target, index, name, temperatureC }) => `GPU ${index} on ${target} (${name}) is at ${digits(temperatureC)} °C.`,
    remedy: ({ index }) =>
      `Clean it, add ventilation or limit the power (sudo nvidia-smi -i ${/^\d+$/.test(index) ? index : '<number>'} -pl <watts>).`,
    spoken: ({ target, temperatureC }) => `A GPU${on(target)} is at ${inWords(temperatureC)} ${plural(temperatureC, 'degree')}.`,
    action: () => 'Cool the GPU down.',
  },
  'gpu-figure-unknown': {
    text: ({ target, index, what }) => `GPU ${index} on ${target}: ${named(what)} could not be read.`,
    remedy: () => 'Check the card with nvidia-smi -q.',
    spoken: ({ target, what }) => `The ${named(what)} of a GPU${on(target)} could not be read.`,
  },
  'gpu-memory-full': {
    text: ({ target, index, freeMiB, totalMiB }) =>
      `GPU ${index} on ${target} has only ${digits(freeMiB)} MiB free out of ${digits(totalMiB)}.`,
    remedy: () => 'Unload a model (LM Studio: lms unload <model>; Ollama: ollama stop <model>).',
    spoken: ({ target }) => `The memory of a GPU${on(target)} is almost full.`,
  },
  'gpu-missing': {
    text: ({ target, seen, expected, uuids }) =>
      `${target}: ${digits(seen)} ${plural(seen, 'GPU')} seen, ${digits(expected)} expected${uuids.length > 0 ? ` (missing: ${list(uuids)})` : ''}.`,
    remedy: () => 'Check the connection (risers) and the power of the cards, then restart the machine.',
    // a card replaced by another leaves the count right
    spoken: ({ target, seen, expected }) =>
      seen >= expected
        ? `An expected GPU${on(target)} is not visible.`
        : seen === 0
          ? `No GPU${on(target)} is visible.`
          : `Only ${inWords(seen)} of the ${inWords(expected)} GPUs${on(target)} ${plural(seen, 'is', 'are')} visible.`,
    action: () => 'Check the connection and the power of the GPUs.',
  },
};

/** On which target, unless its name says no more than GPU. */
function on(target: string): string {
  return /^gpus?$/i.test(target) ? '' : ` on ${target}`;
}
