import { z } from 'zod';
import { tool } from '../../tool.ts';
import { cut } from '../cut.ts';
import { fieldOf } from '../entries.ts';
import { foreignText } from '../foreign.ts';
import type { Answer } from './messages.ts';

/** The version since which there is no handshake. */
export const MODERN = '2026-07-28';
/** The versions that begin with `initialize`, newest first. */
const LEGACY = ['2025-11-25', '2025-06-18', '2025-03-26', '2024-11-05'] as const;

/** How a server presents itself. */
export interface Greeting {
  readonly era: 'modern' | 'legacy';
  readonly protocolVersion: string;
  readonly server: { readonly name: string | null; readonly version: string | null };
  readonly offersTools: boolean;
}

const META = 'io.modelcontextprotocol';

/** What every request since {@link MODERN} says of the asker. */
export const modernParams = {
  _meta: { [`${META}/protocolVersion`]: MODERN, [`${META}/clientInfo`]: tool, [`${META}/clientCapabilities`]: {} },
};

export const initializeParams = (protocolVersion: string = LEGACY[0]) => ({ protocolVersion, capabilities: {}, clientInfo: tool });

const ServerInfo = z.object({ name: foreignText, version: foreignText }).catch({ name: null, version: null });
const Capabilities = z.looseObject({});
const Version = z
  .string()
  .regex(/^[\w.-]{1,32}$/)
  .transform((version) => cut(version));

const Discovery = z.object({ supportedVersions: z.array(z.string()), capabilities: Capabilities, _meta: z.looseObject({}).catch({}) });
const Initialization = z.object({ protocolVersion: Version, capabilities: Capabilities, serverInfo: ServerInfo });

/** Null unless it answers `server/discover` and speaks {@link MODERN}. */
export function greetingOfDiscovery(answer: Answer | null): Greeting | null {
  const found = answer?.ok ? Discovery.safeParse(answer.result).data : undefined;
  if (!found?.supportedVersions.includes(MODERN)) return null;
  const server = ServerInfo.parse(fieldOf(found._meta, `${META}/serverInfo`));
  return { era: 'modern', protocolVersion: MODERN, server, offersTools: 'tools' in found.capabilities };
}

/** Null unless it answers `initialize`. */
export function greetingOfInitialization(answer: Answer | null): Greeting | null {
  const found = answer?.ok ? Initialization.safeParse(answer.result).data : undefined;
  if (!found) return null;
  const { protocolVersion, serverInfo: server, capabilities } = found;
  return { era: 'legacy', protocolVersion, server, offersTools: 'tools' in capabilities };
}

/** The newest of our versions that a server names which refuses the one that we asked for. */
export function versionOffered(answer: Answer | null): string | null {
  if (!answer || answer.ok) return null;
  const supported = fieldOf(answer.error.data, 'supported');
  return Array.isArray(supported) ? (LEGACY.find((version) => version !== LEGACY[0] && supported.includes(version)) ?? null) : null;
}
