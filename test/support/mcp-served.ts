import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { locales } from '../../locales/all.ts';
import { createSkill } from '../../skill/create-skill.ts';
import { createFileStore } from '../../skill/history/files.ts';
import { createNodeHost } from '../../skill/host/node.ts';
import { findInventory } from '../../skill/inventory/find.ts';
import { type McpHandler, mcpHandler } from '../../skill/servers/mcp.ts';
import type { Skill } from '../../skill/skill.ts';
import { scratch } from './cli.ts';
import type { Place } from './mcp-clients.ts';
import { serveWeb } from './web-server.ts';

const MAIN = new URL('../../skill/main.ts', import.meta.url).pathname;

export interface Served {
  readonly place: Place;
  /** Where the reports go. */
  readonly out: string;
}

/** A folder with this inventory, gone with the test. */
async function home(inventory: object): Promise<string> {
  const files = await scratch({ 'jarvis.yaml': JSON.stringify(inventory) });
  onTestFinished(() => files[Symbol.asyncDispose]());
  return files.folder;
}

/** Our program, to be started by a client. */
export async function onStdio(inventory: object): Promise<Served> {
  const cwd = await home(inventory);
  const env = { PATH: process.env['PATH'] ?? '' };
  return { place: { command: process.execPath, args: [MAIN, 'mcp'], cwd, env }, out: join(cwd, 'data') };
}

/** What does not do as it should, and who hears of it. */
interface Breakage {
  readonly broken?: Partial<Skill>;
  readonly log?: (fault: unknown) => void;
}

/** Our handler, mounted on a real server. */
export async function onHttp(
  inventory: object,
  { broken = {}, log = () => {} }: Breakage = {},
): Promise<Served & { readonly place: URL; readonly handler: McpHandler }> {
  const folder = await home(inventory);
  const out = join(folder, 'data');
  const skill = await skillOver(join(folder, 'jarvis.yaml'), out);
  const handler = mcpHandler({ ...skill, ...broken }, locales.fr, log);
  onTestFinished(() => handler.close());
  return { place: await serveWeb(handler.fetch), out, handler };
}

async function skillOver(file: string, out: string): Promise<Skill> {
  const host = createNodeHost();
  const inventory = await findInventory(file, {}, host, new AbortController().signal);
  const skill = createSkill({ inventory, host, store: createFileStore(out), out });
  onTestFinished(async () => {
    await skill.close();
    await host.close();
  });
  return skill;
}
