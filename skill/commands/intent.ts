import type { Locale } from '../../locales/locale.ts';
import { CannotSucceed } from '../cannot-succeed.ts';
import type { Settings } from '../config.ts';
import type { Environment } from '../inventory/expand.ts';

/** Resolves to the exit code. */
export async function intent(_settings: Settings, _locale: Locale, _environment: Environment, _signal: AbortSignal): Promise<number> {
  throw new CannotSucceed('intent: not built yet');
}
