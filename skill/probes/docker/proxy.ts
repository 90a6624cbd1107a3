import { cut } from '../cut.ts';
import type { Inspected } from './wire.ts';

const FLAG = /^--providers\.docker\.network=(.+)$/i;
const VARIABLE = /^TRAEFIK_PROVIDERS_DOCKER_NETWORK=(.+)$/;

/** The network on which a Traefik looks for its containers, `''` when neither flag nor variable says; null for anything else. */
export function proxyNetworkOf(image: string, inspected: Inspected | null): string | null {
  const flags = (inspected?.Args ?? []).flatMap((argument) => FLAG.exec(argument)?.[1] ?? []);
  const variables = (inspected?.Config.Env ?? []).flatMap((variable) => VARIABLE.exec(variable)?.[1] ?? []);
  const [named] = [...flags, ...variables];
  if (named !== undefined) return cut(named);
  return /(?:^|\/)traefik(?:[:@]|$)/.test(image) ? '' : null;
}
