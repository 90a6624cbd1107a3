import { ProbeError } from '../../audit/define.ts';
import { toFailure } from '../../host/failures.ts';
import type { SpeechSettings } from '../../inventory/schema.ts';
import { publicUrl } from '../../public-url.ts';
import { curl } from '../../rules/shell.ts';
import { openAiTranscriber } from '../../voice/hearing/recognizers/openai.ts';
import { RATE_HZ } from '../../voice/hearing/sound-source.ts';
import { hears } from '../../wyoming/hears.ts';
import { type Check, type Diagnosis, fine, type Patient } from '../check.ts';
import { describeCommand } from '../describe-command.ts';
import { speechOf } from '../speech.ts';
import { TRIAL_MS } from './voice.ts';

/** Whether the servers that the inventory names to hear would: each is given half a second of silence, or asked what it is. */
export const hearing: Check = {
  id: 'hearing',
  async look(patient, signal) {
    const trials = trialsOf((await speechOf(patient, signal)).stt, patient);
    return await Promise.all(trials.map((trial) => diagnosed(trial, patient.host.deadline(TRIAL_MS, signal))));
  },
};

interface Trial {
  readonly url: string;
  /** Shows the same thing. */
  readonly command: string;
  run(signal: AbortSignal): Promise<unknown>;
}

function trialsOf({ url, model, key, wyoming }: NonNullable<SpeechSettings['stt']> = {}, { host, language }: Patient): readonly Trial[] {
  const trials: Trial[] = [];
  if (url !== undefined && model !== undefined)
    trials.push({
      url: publicUrl(url),
      command: `${curl(`${publicUrl(url)}/audio/transcriptions`, { hasToken: key !== undefined, body: '' })} -o /dev/null -w '%{http_code} %{content_type}\\n'`,
      run: (signal) => openAiTranscriber({ url, model, key })(new Float32Array(RATE_HZ / 2), language, signal),
    });
  if (wyoming !== undefined)
    trials.push({
      url: publicUrl(wyoming),
      command: describeCommand(wyoming),
      run: async (signal) => {
        if (!(await hears(wyoming, host, signal))) throw new ProbeError('wrong-product', 'it names no service that hears');
      },
    });
  return trials;
}

async function diagnosed({ url, command, run }: Trial, signal: AbortSignal): Promise<Diagnosis> {
  try {
    await run(signal);
    return fine({ id: 'hearingFine', values: { url } });
  } catch (error) {
    return { state: 'optional', note: { id: 'hearingSilent', values: { url, failure: toFailure(error).code } }, command };
  }
}
