import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Bench, Figure } from './figures.ts';
import { fiveNodes, inventoryOf } from './inventories.ts';

const RATE = 200;
const SECONDS = 5;
const MOST_P50_MS = 40;
const MOST_P99_MS = 150;
const KEY = 'bench-0123456789abcdef0123456789abcdef';

const CALM = `webhook, « état du cluster » ${RATE} times a second`;
const FLOODED = `${CALM} beside a flood without the key`;

/** How long a caller waits for « état du cluster » on five healthy nodes, alone and beside callers without the key. */
export async function* webhook(bench: Bench, isWanted: (name: string) => boolean): AsyncGenerator<Figure> {
  if (![CALM, FLOODED].some(isWanted)) return;
  const server = await serve(bench);
  try {
    await load(server, 1);
    if (isWanted(CALM)) yield figure(CALM, await load(server, SECONDS), {});
    if (!isWanted(FLOODED)) return;
    const flood = fork(new URL('flood-child.ts', import.meta.url), [String(server.port), `127.0.0.1:${server.port}`]);
    await load(server, 1);
    const loaded = await load(server, SECONDS);
    flood.send('enough');
    const [refused] = await once(flood, 'message');
    flood.disconnect();
    yield figure(FLOODED, loaded, { refused });
  } finally {
    server.child.kill('SIGTERM');
    await once(server.child, 'close');
  }
}

interface Server {
  readonly child: ChildProcess;
  readonly port: number;
}

async function serve({ main, folder, places }: Bench): Promise<Server> {
  const here = join(folder, 'webhook');
  mkdirSync(here);
  writeFileSync(join(here, 'jarvis.yaml'), inventoryOf(fiveNodes(places)));
  const child = spawn(process.execPath, [main, 'serve', '--port', '0'], {
    cwd: here,
    env: { ...process.env, JARVIS_AUDIT_KEY: KEY },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  return { child, port: Number(new URL((JSON.parse(line) as { listening: string }).listening).port) };
}

interface Load {
  /** What the server took of the processor for them; null where the system does not tell. */
  readonly cpuMs: number | null;
  readonly latenciesMs: readonly number[];
  /** Answers by status. */
  readonly statuses: Readonly<Record<string, number>>;
}

/** Calls at their times, whether or not those before were answered: who asks does not wait for others. */
async function load({ child, port }: Server, seconds: number): Promise<Load> {
  const before = cpuMsOf(child);
  const agent = new Agent({ keepAlive: true });
  const startedAt = performance.now();
  const calls: Promise<readonly [status: number, durationMs: number]>[] = [];
  while (calls.length < RATE * seconds) {
    const due = Math.floor(((performance.now() - startedAt) * RATE) / 1000);
    while (calls.length < Math.min(due, RATE * seconds)) calls.push(call(port, agent));
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  const answers = await Promise.all(calls);
  agent.destroy();
  const statuses = Object.entries(Object.groupBy(answers, ([status]) => status)).map(([status, each = []]) => [status, each.length]);
  const after = cpuMsOf(child);
  return {
    cpuMs: before === null || after === null ? null : after - before,
    latenciesMs: answers.map(([, durationMs]) => durationMs).toSorted((a, b) => a - b),
    statuses: Object.fromEntries(statuses),
  };
}

/** In hundredths of a second, as /proc counts. */
function cpuMsOf({ pid }: ChildProcess): number | null {
  if (process.platform !== 'linux') return null;
  // the name of the program may hold spaces
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  return 10 * (Number(fields[11]) + Number(fields[12]));
}

function call(port: number, agent: Agent): Promise<readonly [status: number, durationMs: number]> {
  const body = JSON.stringify({ utterance: 'état du cluster' });
  const headers = { authorization: `Bearer ${KEY}`, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
  const startedAt = performance.now();
  return new Promise((resolve) => {
    const sent = request({ host: '127.0.0.1', port, path: '/v1/command', method: 'POST', agent, headers }, (response) => {
      response.resume().once('end', () => resolve([response.statusCode ?? 0, performance.now() - startedAt]));
    });
    sent.once('error', () => resolve([0, performance.now() - startedAt])).end(body);
  });
}

function figure(name: string, { cpuMs, latenciesMs, statuses }: Load, more: object): Figure {
  const at = (share: number) => latenciesMs[Math.floor(share * latenciesMs.length)] ?? Number.POSITIVE_INFINITY;
  const [p50Ms, p99Ms] = [at(0.5), at(0.99)];
  const isAnswered = Object.keys(statuses).join() === '200';
  return {
    name,
    value: `p50 ${p50Ms.toFixed(1)} ms, p99 ${p99Ms.toFixed(1)} ms${isAnswered ? '' : `, ${JSON.stringify(statuses)}`}`,
    target: `${MOST_P50_MS} ms, ${MOST_P99_MS} ms`,
    cpuMs,
    ratio: null,
    isKept: isAnswered && p50Ms <= MOST_P50_MS && p99Ms <= MOST_P99_MS,
    dominated: null,
    data: { p50Ms, p99Ms, statuses, ...more },
  };
}
