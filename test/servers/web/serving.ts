import { createHash, createHmac } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createRedactor } from '../../../skill/redact.ts';
import { createWebServer, type WebOptions } from '../../../skill/servers/web/server.ts';
import { type SmallSkill, smallSkill } from './small-skill.ts';

export const KEY = 'k3y-0123456789abcdef0123456789abcdef';

export interface Served {
  readonly url: string;
  readonly port: number;
  readonly skill: SmallSkill;
  /** Every line of the log, oldest first. */
  readonly lines: readonly string[];
  readonly out: string;
  close(): Promise<void>;
}

/** A server on a port of its own that ends with the test; with a key unless told otherwise. */
export async function serving(options: Partial<WebOptions> & { readonly skill?: SmallSkill } = {}): Promise<Served> {
  const { skill = smallSkill(), key = KEY } = options;
  const lines: string[] = [];
  const out = options.out ?? (await folder());
  const common = { key, hostNames: [], redact: createRedactor(key === null ? [] : [key]), log: (line: string) => void lines.push(line) };
  const { app, close } = await createWebServer({ ...common, ...options, skill, out });
  const url = await app.listen({ host: '127.0.0.1', port: 0, backlog: 4_096 });
  onTestFinished(close);
  return { url, port: Number(new URL(url).port), skill, lines, out, close };
}

export async function folder(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'jarvis-web-'));
  onTestFinished(() => rm(made, { recursive: true, force: true }));
  return made;
}

export const bearer = { authorization: `Bearer ${KEY}` };

/** A POST of JSON; with the key unless other headers are given. */
export function post(url: string, body: unknown, headers: Readonly<Record<string, string>> = bearer): Promise<Response> {
  const text = typeof body === 'string' || body instanceof Uint8Array ? (body as string) : JSON.stringify(body);
  return fetch(url, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: text });
}

export function signed(method: string, path: string, body = '', { at = Date.now(), key = KEY } = {}): Record<string, string> {
  const timestamp = String(Math.floor(at / 1000));
  const digest = createHash('sha256').update(body).digest('hex');
  const mac = createHmac('sha256', key).update(`v1:${timestamp}:${method}:${path}:${digest}`).digest('hex');
  return { 'x-jarvis-timestamp': timestamp, 'x-jarvis-signature': `v1=${mac}` };
}

/** Its status and the code of its error, such as `401 unauthorized`; the bare status when all went well. */
export async function outcome(answer: Promise<Response>): Promise<string> {
  const response = await answer;
  const text = await response.text();
  if (response.ok) return String(response.status);
  const { error } = JSON.parse(text) as { error: { code: string; message: string } };
  return Object.keys(error).join() === 'code,message' ? `${response.status} ${error.code}` : text;
}
