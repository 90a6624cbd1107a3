import type { Host } from '../../../host/host.ts';
import type { SpeechSettings } from '../../../inventory/schema.ts';
import { ENGINE_IDS, type EngineId, type Synthesizer, type Voice } from '../../speaker.ts';
import { espeak } from './espeak.ts';
import { espeakNpm } from './espeak-npm.ts';
import { pico2wave } from './pico2wave.ts';
import { server } from './server.ts';
import { system } from './system.ts';
import { wyomingVoice } from './wyoming.ts';

/** What `--voice` and the inventory chose. */
export interface Wishes {
  readonly server?: SpeechSettings['tts'];
  /** An engine, or one of espeak's own voices; the usual order when absent. */
  readonly voice?: string | undefined;
}

/** One engine to try, with espeak's own voice where that was chosen. */
export interface Ask {
  readonly engine: Voice;
  readonly voice?: string | undefined;
}

/** Whom to ask, first to last: what was chosen, then the usual order. Without a choice `chosen` is empty. */
export function asks(
  host: Host,
  { server: configured, voice }: Wishes,
): { readonly chosen: readonly Ask[]; readonly usual: readonly Ask[] } {
  const all = enginesHere(host, configured);
  const isEngine = ENGINE_IDS.some((id) => id === voice);
  const wished = voice === undefined ? [] : isEngine ? [voice] : ESPEAKS;
  const { chosen = [], others = [] } = Object.groupBy(all, ({ id }) => (wished.includes(id) ? 'chosen' : 'others'));
  if (isEngine) return { chosen: chosen.map(only), usual: others.map(only) };
  // a voice that does not exist costs the voice, not the engine
  return { chosen: chosen.map((engine) => ({ engine, voice })), usual: all.map(only) };
}

/** The engines that can exist on this platform, in the usual order: the configured server, then the better voice. */
export function enginesHere(host: Host, configured: SpeechSettings['tts']): readonly Voice[] {
  const all: readonly Voice[] = [...configuredVoice(configured, host), system(host), pico2wave(host), espeak(host), espeakNpm(host)];
  return all.filter(({ platforms }) => platforms?.includes(host.platform) ?? true);
}

function configuredVoice(settings: SpeechSettings['tts'], host: Host): readonly Synthesizer[] {
  const { url, model, voice, key, wyoming } = settings ?? {};
  if (wyoming !== undefined) return [wyomingVoice({ wyoming, voice }, host)];
  return url !== undefined && model !== undefined ? [server({ url, model, voice, key })] : [];
}

const ESPEAKS: readonly string[] = ['espeak-ng', 'espeak-ng-npm'] satisfies readonly EngineId[];
const only = (engine: Voice): Ask => ({ engine });
