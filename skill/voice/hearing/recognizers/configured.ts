import type { Host } from '../../../host/host.ts';
import type { SpeechSettings } from '../../../inventory/schema.ts';
import type { Recognizer } from '../recognizer.ts';
import { openAiRecognizer } from './openai.ts';
import { wyomingRecognizer } from './wyoming.ts';

/** The servers that the inventory names to hear, in the order in which they are asked; none without any: nothing is sent anywhere then. */
export function configuredRecognizers(stt: SpeechSettings['stt'], names: readonly string[], host: Host): readonly Recognizer[] {
  const { url, model, key, wyoming } = stt ?? {};
  return [
    ...(url !== undefined && model !== undefined ? [openAiRecognizer({ url, model, key }, names)] : []),
    ...(wyoming !== undefined ? [wyomingRecognizer(wyoming, host)] : []),
  ];
}
