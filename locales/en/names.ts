import type { FailureCode } from '../../skill/audit/define.ts';
import type { Unreadable } from '../fr/names.ts';
import type { Locale } from '../locale.ts';

/** Why something could not be read, as the end of a sentence. */
export const failures: Locale['failures'] = {
  timeout: 'no answer in time',
  refused: 'connection refused',
  reset: 'connection cut off',
  unreachable: 'machine unreachable',
  dns: 'name not found',
  tls: 'encryption refused',
  denied: 'access denied',
  'not-found': 'not found',
  'rate-limited': 'too many requests',
  'bad-status': 'failure reported',
  'too-large': 'answer too large',
  malformed: 'unreadable answer',
  'wrong-product': 'another program answers in its place',
  'missing-tool': 'tool missing',
  bug: 'fault in the auditor',
};

export const severities: Locale['severities'] = { critical: 'critical', high: 'high', medium: 'medium', low: 'low', info: 'information' };

export const outcomes: Locale['outcomes'] = {
  pass: 'passed',
  warn: 'warning',
  fail: 'failed',
  unknown: 'unknown',
  'not-applicable': 'not applicable',
  skipped: 'not examined',
};

export const dimensions: Locale['dimensions'] = {
  stability: 'Stability',
  resilience: 'Resilience',
  security: 'Security',
  scalability: 'Scalability',
  multimodal: 'Multimodal',
  observability: 'Observability',
};

const names: Readonly<Record<string, string>> = {
  text: 'text',
  embedding: 'embeddings',
  vision: 'vision',
  audio: 'audio',
  web: 'web search',
  code: 'code',
  orchestration: 'orchestration',
  lmstudio: 'LM Studio',
  ollama: 'Ollama',
  openai: 'OpenAI-compatible server',
  command: 'command',
  host: 'machine',
  mcp: 'MCP',
  gpu: 'GPU',
  docker: 'containers',
  compose: 'Compose files',
  temperature: 'temperature',
  vram: 'video memory',
  memory: 'memory',
  load: 'load',
  mounts: 'disks',
  updates: 'updates',
  reboot: 'pending restart',
  clock: 'clock synchronisation',
  smart: 'SMART health',
  gateways: 'gateways',
};

/** A capability, kind or figure as one names it; what the inventory invented keeps its own word. */
export function named(key: string): string {
  return names[key] ?? key;
}

/** A capability inside a sentence: « we lose embeddings ». Ours need no article, what the inventory invented stands in quotes. */
export function theOne(capability: string): string {
  return names[capability] ?? `“${capability}”`;
}

/** A target in a sentence: one that bears the name of what it reads is called by it. */
export function theTarget(id: string): string {
  return Object.hasOwn(OWN_NAMES, id.toLowerCase()) ? (OWN_NAMES[id.toLowerCase()] ?? id) : id;
}

const OWN_NAMES: Readonly<Record<string, string>> = {
  gpu: 'the GPUs',
  gpus: 'the GPUs',
  ports: 'the ports',
  docker: 'the containers',
  podman: 'the containers',
  compose: 'the Compose files',
};

type Reason = FailureCode | 'stale' | 'not-applicable' | 'not-exported';

/** Why a figure could not be read here, and what would let the next audit read it. */
export function unreadable(what: Unreadable, failure: Reason): { readonly reason: string; readonly remedy: string } {
  if (failure === 'not-applicable') return { reason: 'not applicable on this system', remedy: 'Nothing to do.' };
  if (failure === 'not-exported')
    return {
      reason: 'the exporter of that machine does not tell it',
      remedy: 'Switch that reading on in the exporter (a collector or a text file), or read the value on the machine.',
    };
  if (failure === 'denied') return { reason: 'access denied', remedy: 'Run the audit again with the necessary rights (sudo).' };
  const special = SPECIAL[`${what} ${failure}`];
  return (
    special ?? {
      reason: failure === 'stale' ? 'lists too old' : failures[failure],
      remedy: 'Run the audit again; if it persists, read the value by hand.',
    }
  );
}

const SPECIAL: Readonly<Partial<Record<`${Unreadable} ${Reason}`, { readonly reason: string; readonly remedy: string }>>> = {
  'updates stale': { reason: 'no recent package lists', remedy: 'Refresh the lists: sudo apt update.' },
  'clock missing-tool': {
    reason: 'nothing here says whether it is on (neither systemd nor timedatectl)',
    remedy: 'Install a synchronisation that timedatectl knows (systemd-timesyncd or chrony).',
  },
  'smart missing-tool': { reason: 'smartctl missing', remedy: 'Install smartmontools: sudo apt install smartmontools.' },
};
