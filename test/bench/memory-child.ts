import { readdirSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { fr } from '../../locales/fr/locale.ts';
import { runAudit } from '../../skill/audit/run.ts';
import { createFileStore } from '../../skill/history/files.ts';
import { createNodeHost } from '../../skill/host/node.ts';
import { parseInventory } from '../../skill/inventory/load.ts';
import { tool } from '../../skill/tool.ts';

/** What the process holds after so many audits, all garbage collected. */
export interface Held {
  readonly audits: number;
  readonly heapKiB: number;
  readonly rssMiB: number;
  /** Open descriptors, sockets included, where the system shows them. */
  readonly descriptors: number;
  /** Sockets, timers, children and requests that keep the process alive. */
  readonly active: number;
}

const [text = '', folder = '', settleMs = '', ...counts] = process.argv.slice(2);
const { inventory, secrets } = parseInventory(text, 'jarvis.yaml', {});
const controller = new AbortController();
const held: Held[] = [];
for (let audits = 1; audits <= Math.max(...counts.map(Number)); audits += 1) {
  await audit();
  if (counts.includes(String(audits))) held.push(await look(audits));
}
process.stdout.write(JSON.stringify(held));

async function audit() {
  const host = createNodeHost();
  const store = createFileStore(folder);
  const common = { inventory, secrets, mode: 'quick', locale: fr, deadlineMs: 6_000, host, folder, store, tool } as const;
  await store.save((await runAudit(common, controller.signal)).report);
  await host.close();
}

async function look(audits: number): Promise<Held> {
  // sockets close in their own time, and a deadline holds its reading until it has passed
  await sleep(Number(settleMs));
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, rss } = process.memoryUsage();
  const active = process.getActiveResourcesInfo().filter((name) => name !== 'PipeWrap' && name !== 'TTYWrap').length;
  return { audits, heapKiB: heapUsed / 1024, rssMiB: rss / 2 ** 20, descriptors: descriptors(), active };
}

function descriptors(): number {
  return process.platform === 'linux' ? readdirSync('/proc/self/fd').length : 0;
}
