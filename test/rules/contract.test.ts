import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { rules as titles } from '../../locales/fr/rules.ts';
import { DIMENSIONS, SEVERITIES } from '../../skill/audit/define.ts';
import { judgeAll } from '../../skill/audit/judge-all.ts';
import { probes } from '../../skill/probes/all.ts';
import { rules } from '../../skill/rules/all.ts';
import {
  access,
  assessed,
  auditor,
  backupSet,
  card,
  composeFile,
  container,
  type Entry,
  failed,
  foundSecret,
  inference,
  inventoryOf,
  listener,
  logPath,
  model,
  mount,
  on,
  published,
  readingsOf,
  routed,
  service,
  unit,
} from '../support/judged.ts';

describe('the catalogue of rules', () => {
  test('has a French title for each, and no title without a rule', () => {
    expect(rules.map(({ code }) => code).toSorted()).toEqual(Object.keys(titles).toSorted());
  });

  test('names each once, in the order of the catalogue', () => {
    const codes = rules.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    const sections = codes.map((code) =>
      ['NODE', 'GPU', 'SYS', 'NET', 'DOCKER', 'TRAEFIK', 'WEB', 'K8S', 'OBS', 'DATA', 'SVC', 'SEC', 'ARCH', 'DRIFT', 'CODE'].indexOf(
        code.split('-')[0] ?? '',
      ),
    );
    expect(sections).toEqual(sections.toSorted((a, b) => a - b));
  });

  test('gives each a dimension and a severity of the closed lists, and probes that exist', () => {
    for (const { dimension, severity, needs } of rules) {
      expect(DIMENSIONS).toContain(dimension);
      expect(SEVERITIES).toContain(severity);
      for (const probe of Object.values(needs)) expect(probes).toContain(probe);
    }
  });
});

test('every kind is the name of its file, and is there once', () => {
  const files = readdirSync(new URL('../../skill/probes/', import.meta.url));
  const kinds = probes.map(({ kind }) => kind);
  expect(new Set(kinds).size).toBe(kinds.length);
  for (const kind of kinds) expect(files).toContain(`${kind}.ts`);
});

/** A reading of every kind that failed so. */
const everything = (reading: Parameters<typeof on.host>[1]): readonly Entry[] => [
  on.lmstudio('M2', reading as never),
  on.ollama('OL1', reading as never),
  on.openai('V1', reading as never),
  on.command('GEMINI', reading as never),
  on.host('tour', reading),
  on.gpu('gpus', reading as never),
  on.ports('ports', reading as never),
  on.mcp('mcp', reading as never),
  on.backups('saves', reading as never),
  on.logs('journals', reading as never),
  on.docker('docker', reading as never),
  on.compose('stack', reading as never),
  on.systemd('units', reading as never),
  on.secrets('env', reading as never),
  on.sqlite('db', reading as never),
];
const aboutTargets = rules.filter(({ about }) => about === 'target');
const scopeOf = (entries: readonly Entry[], mode: 'full' | 'quick' = 'full') => ({
  inventory: inventoryOf(entries),
  auditor: auditor(),
  mode,
  readings: readingsOf(entries),
  messageBefore: () => null,
});

describe('every rule about a target', () => {
  test.each(aboutTargets.map((rule) => [rule.code, rule] as const))(
    '%s finds one unknown, with the id as subject, where the target was not read',
    (_, rule) => {
      const said = judgeAll(rule, scopeOf(everything(failed('timeout'))));
      for (const { target, subject, outcome } of said) {
        expect(subject).toBe(target);
        expect(['unknown', 'not-applicable']).toContain(outcome);
      }
      expect(new Set(said.map(({ target }) => target)).size).toBe(said.length);
    },
  );

  test.each(aboutTargets.map((rule) => [rule.code, rule] as const))('%s has nothing to say of what is planned down', (_, rule) => {
    const entries = everything(failed('refused')).map((entry) => ({ ...entry, target: { ...entry.target, planned: 'down' as const } }));
    expect(new Set(judgeAll(rule, scopeOf(entries)).map(({ outcome }) => outcome))).toEqual(new Set(['not-applicable']));
  });

  test.each(aboutTargets.map((rule) => [rule.code, rule] as const))(
    '%s is not applicable where the inventory has no such target',
    (_, rule) => {
      expect(judgeAll(rule, scopeOf([]))).toEqual([
        { target: 'cluster', subject: 'cluster', outcome: 'not-applicable', message: { id: 'no-target', values: { code: rule.code } } },
      ]);
    },
  );
});

test('a cluster where everything is wrong trips every rule', () => {
  const spilling = [model('a', { vramShare: 0.5 })];
  const entries: readonly Entry[] = [
    on.lmstudio('M1', failed('refused'), { provides: ['orchestration', 'vision'] }),
    on.lmstudio('M2', failed('denied')),
    on.lmstudio('M3', {
      models: [],
      allowedOrigin: '*',
      version: '1',
      clockSkewMs: 90_000,
      access: access({ anonymous: true }),
      inference: inference({ ok: false, failure: 'bad-status' }),
    }),
    on.lmstudio('M4', { version: '2' }),
    on.ollama('OL1', failed('refused')),
    on.ollama('OL2', { models: spilling }, { expect: { models: ['gemma'] } }),
    on.command('GEMINI', { state: 'failed', exitCode: 1 }),
    on.mcp('mcp', failed('refused')),
    on.host('tour', {
      mounts: [mount('/', { usedPercent: 99, inodesUsedPercent: 99, readOnly: true })],
      memory: { totalBytes: 100, availableBytes: 1 },
      load: [99, 99, 99],
      updates: { security: 3, total: 9, listsAgeDays: 1 },
      rebootRequired: true,
      disks: [{ device: '/dev/sda', healthy: false, detail: '' }],
      gateways: ['192.168.1.1 dev eth0'],
    }),
    on.gpu('gpus', [card(0, { temperatureC: 99, memoryFreeMiB: 0 })], { expect: { count: 2 } }),
    on.gpu('none', []),
    on.backups('saves', [backupSet('base', { newest: null, count: 0, restoreTest: { path: 'a', at: '', ageDays: 400, minutes: null } })]),
    on.logs('journals', [logPath('logs', { newest: null })]),
    on.docker(
      'docker',
      {
        containers: [
          container('crash', { state: 'restarting' }),
          container('redis', {
            image: 'redis',
            networks: [],
            networkMode: 'host',
            mounts: [{ type: 'bind', source: '/var/run/docker.sock', destination: '/var/run/docker.sock', isWritable: true }],
            details: { health: null, hasHealthcheck: false, user: '', restartPolicy: 'no', logMaxSize: null },
          }),
          container('sick', { details: { health: { status: 'unhealthy', failingStreak: 3, exitCode: 1 } } }),
          container('front', { published: [published(8002)], networks: [], traefik: routed }),
          container('traefik', { proxyNetwork: 'unified-net' }),
        ],
        firewall: { ufw: 'active', forwarding: 'open', failure: null },
      },
      { expect: { containers: ['gone'] } },
    ),
    on.compose('stack', {
      files: [
        composeFile('ai/docker-compose.yml.OBSOLETE', [service('backend', [8002])], { isObsolete: true }),
        composeFile('site/compose.yaml', [service('web', [8002])]),
      ],
    }),
    on.systemd('units', { units: [unit('a.service', { active: 'failed' })], failed: ['a.service'] }),
    on.secrets('env', {
      found: [foundSecret()],
      environments: [{ path: '.env', mode: '644', tracking: 'tracked' }],
      defaults: [{ path: '.env', line: 1, name: 'JWT_SECRET', example: null }],
      executionModes: [{ path: '.env', line: 2, isDirect: true, isSetting: true, hasAllowlist: false }],
    }),
    on.sqlite('db', { check: 'damaged' }),
    on.ports('ports', {
      expected: [{ port: 5678, service: 'n8n', state: 'refused', failure: 'refused', durationMs: 1 }],
      listeners: [listener(6379, '0.0.0.0'), listener(8002, '0.0.0.0', { process: 'a' }), listener(8002, '127.0.0.1', { process: 'b' })],
    }),
  ];
  const { findings } = assessed(entries, { auditor: auditor({ names: { 'm2.lan': 'failed' } }) });
  const open = new Set<string>(findings.filter(({ outcome }) => outcome === 'fail' || outcome === 'warn').map(({ code }) => code));
  expect(
    rules
      .filter(({ severity }) => severity !== 'info')
      .map(({ code }) => code)
      .filter((code) => !open.has(code)),
  ).toEqual([]);
});

describe('the engine around the rules', () => {
  const broken = {
    ...aboutTargets[0],
    check: () => {
      throw new Error('a defect');
    },
  } as (typeof rules)[number];

  test('a rule that throws leaves its targets unknown and the other rules go on', () => {
    const { findings } = assessed([on.lmstudio('M2')], { rules: [broken, ...rules.slice(1)] });
    expect(findings.find(({ code }) => code === broken.code)).toMatchObject({
      target: 'M2',
      outcome: 'unknown',
      message: { id: 'rule-failed' },
    });
    expect(findings.filter(({ outcome }) => outcome === 'pass').length).toBeGreaterThan(0);
  });

  test('a rule about the cluster that throws is unknown once, of the cluster', () => {
    const rule = { ...broken, about: 'cluster' as const };
    expect(judgeAll(rule, scopeOf([on.lmstudio('M2'), on.lmstudio('M3')])).map(({ target }) => target)).toEqual(['cluster']);
  });
});
