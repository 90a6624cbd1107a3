import type { Skill } from '../../skill.ts';

/** Who we are, as the protocol's reference reads it: one service that handles sentences, and no other. */
export function infoOf({ id, version, description, languages }: Skill['manifest']): Readonly<Record<string, unknown>> {
  const artifact = { name: id, attribution: { name: id, url: '' }, installed: true, description, version };
  const handle = {
    ...artifact,
    models: [{ ...artifact, languages }],
    supports_handled_streaming: true,
    supports_home_control: false,
  };
  return { asr: [], tts: [], handle: [handle], intent: [], wake: [], mic: [], snd: [] };
}
