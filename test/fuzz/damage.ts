import type { HttpResponse, ListedFile, Listing, RunResult } from '../../skill/host/host.ts';
import { damaged } from '../support/damaged-json.ts';
import { mutations } from '../support/mutations.ts';
import type { Random } from '../support/random.ts';
import { type Exchange, textOf, withText } from './tape.ts';

const STATUSES = [200, 201, 204, 301, 400, 401, 403, 404, 429, 500, 503, 599];
const EXIT_CODES = [0, 1, 2, 9, 127, 128, 255];

/** One text as a broken, hostile or foreign target would give it. */
export function damageText(text: string, foreign: readonly string[], random: Random): string {
  const chance = random();
  // another product behind the same door, in good order or not
  const base = chance < 0.2 ? pick(foreign, random) : text;
  if (chance < 0.05) return base;
  const seed = Math.floor(random() * 2 ** 31);
  const generator = random() < 0.5 ? damaged([base], 1, seed) : mutations(base, 1, seed);
  return generator.next().value ?? '';
}

/** What a replay hands out: most answers damaged, some left whole, so that every path is walked. */
export function damageExchange(exchange: Exchange, foreign: readonly string[], random: Random): unknown {
  const text = textOf(exchange);
  if (exchange.method === 'list') return damageListing(exchange.value as Listing, random);
  if (text === null || random() < 0.25) return exchange.value;
  const value = withText(exchange, damageText(text, foreign, random));
  if (random() > 0.06) return value;
  if (exchange.method === 'request') return { ...(value as HttpResponse), status: pick(STATUSES, random) };
  return exchange.method === 'run' ? { ...(value as RunResult), exitCode: pick(EXIT_CODES, random) } : value;
}

/** What a folder may hold: files lost, empty, huge, of the future or before time, with names of any kind. */
function damageListing(listing: Listing, random: Random): Listing {
  const files = listing.files.filter(() => random() > 0.1).map((file) => (random() < 0.5 ? file : damageFile(file, random)));
  const isPartial = random() < 0.1;
  return { ...listing, files, isCut: isPartial, unread: isPartial ? [{ path: 'elsewhere', code: 'denied' }] : [] };
}

const SIZES = [0, 1, 511, 2 ** 31, 2 ** 53];
const MOMENTS = [0, -1, 1, 2 ** 31 * 1000, 8.64e15];
const ENDINGS = ['.part', '.tmp', '.1', '.gz', '.sha256', '~', '\u001b[2J', '\n', ' ', '-2026-11-20', '.log', 'é'.repeat(200)];

function damageFile(file: ListedFile, random: Random): ListedFile {
  const ending = random() < 0.4 ? pick(ENDINGS, random) : '';
  return {
    path: file.path + ending,
    absolute: file.absolute + ending,
    sizeBytes: random() < 0.4 ? pick(SIZES, random) : file.sizeBytes,
    modifiedAtMs: random() < 0.4 ? pick(MOMENTS, random) : file.modifiedAtMs,
  };
}

function pick<T>(list: readonly T[], random: Random): T {
  return list[Math.floor(random() * list.length)] as T;
}
