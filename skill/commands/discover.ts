import type { Locale } from '../../locales/locale.ts';
import { type Draft, type DraftTarget, inventoryDraft } from '../../reporters/inventory-draft.ts';
import { localIso } from '../audit/local-time.ts';
import { plainStrings } from '../audit/plain-strings.ts';
import type { Settings } from '../config.ts';
import type { NodeHost } from '../host/node.ts';
import { createNodeHost } from '../host/node.ts';
import { homeFolder } from '../host/paths.ts';
import { lookAround } from '../inventory/discover/look.ts';
import type { SeenPort, Sighting, Surroundings, Value } from '../inventory/discover/sighting.ts';
import { type Environment, expandVariables } from '../inventory/expand.ts';
import { targetSchema } from '../inventory/schema.ts';
import { createRedactor } from '../redact.ts';

const SECRET_NAME = /KEY|TOKEN|SECRET|PASS|CREDENTIAL/i;

/** An inventory of this machine, ready to be edited, on standard output. */
export async function discoverCommand(_settings: Settings, locale: Locale, environment: Environment, signal: AbortSignal): Promise<number> {
  const host: NodeHost = createNodeHost();
  try {
    const surroundings = await lookAround({ folder: process.cwd(), home: homeFolder(), environment }, host, signal);
    process.stdout.write(inventoryText(surroundings, locale, environment, host.clock()));
    return 0;
  } finally {
    await host.close();
  }
}

/** What was seen, as the YAML of an inventory that the loader accepts as it is. */
export function inventoryText(surroundings: Surroundings, locale: Locale, environment: Environment, now: Date): string {
  const secrets = Object.entries(environment).flatMap(([name, value]) => (SECRET_NAME.test(name) && value ? [value] : []));
  return inventoryDraft(draftOf(surroundings, environment, now), locale, createRedactor(secrets));
}

function draftOf({ machine, sightings, ports, portsMissing }: Surroundings, environment: Environment, now: Date): Draft {
  const taken = new Set<string>(['ports', ...sightings.filter(({ kind }) => kind === 'host').map(({ id }) => id)]);
  const targets = sightings.map((sighting) => draftTarget(sighting, environment, taken));
  const covered = new Set(targets.flatMap((target) => (target.state === 'read' ? portOf(target) : [])));
  const open = ports.filter(({ port }) => !covered.has(port)).toSorted((a, b) => a.port - b.port);
  const isNamed = ({ product }: SeenPort) => product !== null;
  return {
    machine,
    timestamp: localIso(now),
    targets,
    portsId: machine === 'ports' ? 'ports-2' : 'ports',
    expected: open.filter(isNamed),
    known: open.filter((seen) => !isNamed(seen)),
    portsMissing,
  };
}

/** What today's schema takes is read today; anything else waits as a comment, so that the file is valid as printed. */
function draftTarget(sighting: Sighting, environment: Environment, taken: Set<string>): DraftTarget {
  const { kind, fields, notes, isSuggested = false } = sighting;
  const id = kind === 'host' ? sighting.id : freeId(sighting.id, taken);
  const isRead = targetSchema.safeParse(resolved({ id, kind, ...fields }, environment)).success;
  return { id, kind, fields, notes, state: isSuggested ? 'suggested' : isRead ? 'read' : 'later' };
}

const LONGEST_ID = 60;

function freeId(wanted: string, taken: Set<string>): string {
  const plain =
    wanted
      .replace(/[^\p{L}\p{N}._-]+/gu, '-')
      .replace(/^[^\p{L}\p{N}]+/u, '')
      .slice(0, LONGEST_ID) || 'target';
  let id = plain === 'cluster' ? 'cluster-1' : plain;
  for (let number = 2; taken.has(id); number += 1) id = `${plain}-${number}`;
  taken.add(id);
  return id;
}

/** The value as the loader will see it, here and now. A token that is not set is left out, as it does. */
function resolved(value: Value, environment: Environment): unknown {
  // of what cannot be shown nothing is left in the file
  if (typeof value === 'string') return plainStrings(value);
  if (typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map((item) => resolved(item, environment));
  if ('env' in value && typeof value.env === 'string') {
    const expanded = expandVariables(`\${${value.env}:-}`, environment);
    return 'text' in expanded && expanded.text !== '' ? expanded.text : undefined;
  }
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, item]) => [key, resolved(item as Value, environment)])
      .filter(([, item]) => item !== undefined),
  );
}

/** The port of this machine that a target's own URL already declares. */
function portOf({ fields: { url, machine } }: DraftTarget): readonly number[] {
  if (typeof url !== 'string' || machine === undefined || !URL.canParse(url)) return [];
  return [Number(new URL(url).port) || (url.startsWith('https:') ? 443 : 80)];
}
