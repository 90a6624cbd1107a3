import type { Locale } from '../../locales/locale.ts';
import { worded } from '../../reporters/words.ts';
import type { AuditorFacts, FailureCode, Target } from '../../skill/audit/define.ts';
import { plainStrings } from '../../skill/audit/plain-strings.ts';
import type { Report } from '../../skill/audit/report.ts';
import {
  access,
  asPrevious,
  assessed,
  auditor,
  card,
  composeFile,
  container,
  type Entry,
  failed,
  foundSecret,
  inference,
  listener,
  model,
  mount,
  on,
  published,
  routed,
  service,
  unit,
} from './judged.ts';

/** The file that no command may make: redirections need no program. */
export const CANARY = 'canary';

/** What a target or an inventory may call something, by what it tries. */
export const HOSTILE: Readonly<Record<string, string>> = {
  quotes: `it's "so" ‘called’`,
  parentheses: ') ( ]]] {{{ }',
  'espeak phonemes': "[[h@'loU]] [[ ]]",
  tags: '<script>alert(1)</script></td><audio src=x><break time="9s"/>',
  markdown: '[a](javascript:alert(1)) **b** `c` | d |\n# e',
  backslashes: 'a\\ \\n \\u001b \\',
  'an option': '--help',
  'a short option': '-e/etc/passwd',
  controls: 'a\u0000b\u0007c\bd\re\u007ff\u0085g',
  colours: '\u001b[31mred\u001b[2J\u001b[H\u009b5m',
  'a title of the terminal': '\u001b]0;owned\u0007\u001b]8;;http://evil\u001b\\x\u001b]52;c;aGk=\u0007',
  bidi: 'abc\u202etxt.exe\u2066x\u2069\u200f\u061c',
  'zero width': 'a\u200bb\u200dc\ufeffd\u2060e\u00adf',
  lines: 'a\nb\r\nc\u2028d\u2029e\u0085f\n✓ tout va bien',
  tabs: 'a\tb\t\tc',
  substitution: `$(: >${CANARY})`,
  backticks: `\`: >${CANARY}\``,
  'end of a word': `'; : >${CANARY}; '`,
  'end of a double quote': `"; : >${CANARY}; "$(: >${CANARY})"`,
  'end of a line': `x\n: >${CANARY}\n`,
  operators: `& : >${CANARY} | : >${CANARY} || : >${CANARY} && : >${CANARY} > ${CANARY}`,
  'end of a quote after an escape': `\\'; : >${CANARY}; #`,
  'an escaped line': `'\\''$(: >${CANARY})'\n'$(: >${CANARY})`,
  'a format': '%s%n%x %% \\012',
  'half a surrogate': 'a\ud800b\udc00c',
  'a prototype': '__proto__',
  'a method': 'constructor',
  'right to left': 'שלום עולם مرحبا',
  emoji: '👩‍👩‍👧‍👦 🔥 e\ufe0f\u20e3',
  'combining marks': `e${'\u0301\u0489'.repeat(5_000)}`,
  'one long word': 'x'.repeat(10_000),
  'long in wide letters': '😀'.repeat(5_000),
  'many words': '9.9.9.9 a1 '.repeat(1_000),
  'a sentence': 'Redis. Tout va bien. Note globale : cent sur cent. Erreur, non reconnu',
  'nothing to see': '\u200b\u3164',
  'a template': `\${process.env.HOME} {{7*7}} #{x} %(x)s`,
};

const WELL_NAMED: readonly FailureCode[] = ['refused', 'timeout', 'malformed', 'wrong-product', 'bug'];

/** A cluster where each string that is not of a closed set is this one. */
export function hostileEntries(text: string): readonly Entry[] {
  const machine = text.slice(0, 64).toWellFormed() || 'm';
  // what is read of a file is cut
  const short = text.slice(0, 200).toWellFormed();
  const models = [model(text), model(`${text}2`, { type: 'embedding', loaded: false }), model(`${text}3`, { vramShare: 0.5 })];
  const node = {
    product: text,
    version: text,
    models,
    access: access({ address: text, anonymous: true }),
    allowedOrigin: text,
    inference: inference({ model: text, ok: false, failure: 'timeout' }),
  };
  return [
    on.lmstudio('M1', node, { machine, expect: { models: [text, `${text}?`], loaded: [text], version: text } }),
    on.ollama('OL1', { ...node, models: [], inference: inference({ model: text }) }, { machine, ping: text, expect: { models: [text] } }),
    on.openai('V1', { ...node, models: [] }, { url: "http://$(id);`id`&x'y:8000/v1", machine }),
    on.command('GEMINI', { state: 'failed', exitCode: 1, answer: text }, { command: ['node', text, `--token=${text}`, '-e', text] }),
    on.host('tour', {
      hostname: text,
      os: text,
      kernel: text,
      cpu: { model: text, cores: 1 },
      largestProcess: { name: text, bytes: 400 },
      memory: { totalBytes: 1_000, availableBytes: 10 },
      mounts: [
        mount(text, { device: text, usedPercent: 99, inodesUsedPercent: 99 }),
        mount(`/${text}`, { device: text, readOnly: true }),
        mount(`${text}/`, { usedPercent: null, inodesUsedPercent: null }),
      ],
      disks: [
        { device: text, healthy: false },
        { device: `${text}2`, healthy: null },
      ] as never,
      gateways: [`${text} dev eth0`],
    }),
    on.gpu('gpus', [card(0, { index: text, name: text, uuid: text, temperatureC: 95, memoryFreeMiB: 1 })], {
      expect: { count: 2, uuids: [text] } as never,
    }),
    on.ports(
      'ports',
      {
        expected: [
          { port: 5678, service: text, state: 'refused', failure: 'refused', durationMs: 1 },
          { port: 5679, service: text, state: 'filtered', failure: 'timeout', durationMs: 1 },
        ],
        listeners: [
          listener(6379, '0.0.0.0', { process: text }),
          listener(9999, text, { process: text }),
          listener(8080, '127.0.0.1', { process: text }),
          listener(8080, '127.0.0.1', { process: `${text}2`, pid: 7 }),
        ],
      },
      { expect: [{ port: 5678, service: text || 'x' }] },
    ),
    on.docker(
      'docker',
      {
        version: text,
        containers: [
          container(text, {
            image: text,
            state: 'restarting',
            networks: [{ name: text, address: text, gateway: text }],
            published: [published(8443)],
            mounts: [{ type: text, source: '/var/run/docker.sock', destination: text, isWritable: true }],
            traefik: { ...routed, network: `${text}?` },
            details: { capabilities: [text, 'ALL'], user: '', hasHealthcheck: false, restartPolicy: '', logMaxSize: null, health: null },
          }),
          container(`${text}2`, {
            image: text,
            networks: [{ name: text, address: text, gateway: text }],
            published: [published(8444)],
            traefik: { ...routed, network: `${text}?`, routers: routed.routers.map((router) => ({ ...router, rule: text })) },
            details: { health: { status: 'unhealthy', failingStreak: 3, exitCode: 1 } },
          }),
          container(`${text}3`, { state: 'created', details: { takenPort: 8444 } }),
          container('proxy', { proxyNetwork: text }),
        ],
        firewall: { ufw: 'active', forwarding: 'open', failure: null },
      },
      { socket: `/${text.slice(0, 900)}`, expect: { containers: [`${text}?`] } },
    ),
    on.compose('stack', {
      files: [
        composeFile(text, [service(text, [8443, 8445], { containerName: { name: 'redis', line: 3 } })], {
          isObsolete: true,
          project: text,
        }),
        composeFile(`${text}/b`, [service(text, [8445], { unclearPorts: [{ line: 4, variables: [text] }] })], { project: `${text}b` }),
        composeFile(`${text}/c`, [], { failure: { code: 'malformed', detail: text } }),
      ],
      unread: [{ path: text, failure: { code: 'denied', detail: text } }],
    }),
    on.ports('ports2', { listeners: null, listenersMissing: { code: 'denied', detail: text } }),
    on.secrets(
      'env',
      {
        found: [foundSecret({ path: short, name: short }), foundSecret({ path: short, name: null, nth: 2, service: short })],
        lost: [{ path: short, failure: { code: 'denied', detail: short } }],
        environments: [
          { path: short, mode: '644', tracking: 'tracked' },
          { path: `${short}/.env`, mode: null, tracking: 'bad-status' },
        ],
        defaults: [{ path: short, line: 1, name: short, example: { path: short, line: 2 } }],
        executionModes: [{ path: short, line: 2, isDirect: true, isSetting: true, hasAllowlist: false }],
        unlisted: { path: short, code: 'denied' },
        lack: { path: short, code: 'denied' },
      },
      { paths: [short || 'x'] },
    ),
    on.systemd('units', {
      units: [
        unit(short, { active: 'failed', result: short, sub: short, file: short, execution: { isDirect: true, hasAllowlist: true } }),
        unit(`${short}2`, { load: 'not-found' }),
        unit(`${short}3`, { sub: 'auto-restart' }),
      ],
      failed: [short],
    }),
    on.sqlite('db', { path: short, check: 'damaged', first: short }),
    ...WELL_NAMED.map((code, index) => on.lmstudio(`N${index}`, failed(code, text), { machine })),
    on.gpu('gpus2', failed('bad-status', text)),
  ];
}

export function hostileAuditor(text: string): AuditorFacts {
  return auditor({ names: { [text]: 'failed' }, addresses: [text], hostname: text, platform: text });
}

const made = new Map<string, Report>();

/** The report of that cluster, with a past that is as hostile; `isRead` as the engine reads, else as if nobody had cleaned anything. */
export function hostileReport(text: string, locale: Locale, isRead: boolean): Report {
  const key = `${locale.language} ${isRead} ${text}`;
  const report = made.get(key) ?? makeReport(text, locale, isRead);
  made.set(key, report);
  return report;
}

function makeReport(text: string, locale: Locale, isRead: boolean): Report {
  const clean: Clean = isRead ? plainStrings : (value) => value;
  const entries = hostileEntries(text).map(({ target, reading }) => ({ target: cleanTarget(target, clean), reading: clean(reading) }));
  const options = { auditor: clean(hostileAuditor(text)) };
  const before = asPrevious(assessed(entries, options));
  const stale = clean(
    {
      ...before,
      findings: before.findings.map((finding) => ({
        ...finding,
        message: { id: finding.message.id, values: { ...finding.message.values, node: text, target: text } },
      })),
    },
    20_000,
  );
  const later = entries.map((entry) => (entry.target.id === 'tour' ? { ...entry, reading: clean(failed('timeout', text)) } : entry));
  const report = worded(assessed(later, { ...options, previous: stale, at: '2026-02-24T14:30:00.000+01:00' }), locale);
  return { ...report, version: clean(text), cluster: { ...report.cluster, name: clean(text) } };
}

type Clean = <T>(value: T, longest?: number) => T;

/** Its URL and its command stay as they are written. */
function cleanTarget(target: Target, clean: Clean): Target {
  const { url, command } = target as { url?: unknown; command?: unknown };
  return { ...clean(target), ...(url === undefined ? {} : { url }), ...(command === undefined ? {} : { command }) };
}
