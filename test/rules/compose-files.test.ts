import { describe, expect, test } from 'vitest';
import type { ComposeFacts } from '../../skill/probes/compose.ts';
import {
  assessed,
  composeFile,
  container,
  type Entry,
  failed,
  findingOf,
  judged,
  listener,
  notAsked,
  on,
  published,
  service,
  verdict,
} from '../support/judged.ts';

const stack = (...files: ComposeFacts['files']): Entry => on.compose('stack', { files });
const listening = (...listeners: Parameters<typeof listener>[]) =>
  on.ports('ports', { listeners: listeners.map((each) => listener(...each)) });
const engine = (...containers: Parameters<typeof container>[]) =>
  on.docker('docker', { containers: containers.map((each) => container(...each)) });
const opens = (code: Parameters<typeof judged>[0], entries: readonly Entry[]) =>
  judged(code, entries).flatMap(({ key, outcome, severity }) => (outcome === 'fail' || outcome === 'warn' ? [`${key} ${severity}`] : []));
const legacy = composeFile('ai/docker-compose.yml.OBSOLETE', [service('backend', [8002])], { isObsolete: true });
const of = (project: string, name = 'web') => ({ project, service: name, files: [] });

describe('NET-005: no file would run into a port', () => {
  const frontend = engine(['ai-frontend', { published: [published(8002, '0.0.0.0', 80)], compose: of('ai', 'frontend') }]);

  test.each<[string, readonly Entry[], string]>([
    ['a container’s', [stack(legacy), frontend, listening([8002, '0.0.0.0', { process: 'docker-proxy' }])], 'warn medium'],
    ['a program’s', [stack(legacy), engine(), listening([8002, '127.0.0.1', { process: 'python3' }])], 'warn medium'],
    ['nobody’s', [stack(legacy), engine(), listening([8003])], 'pass'],
    [
      'its own',
      [stack(legacy), engine(['ai-backend-1', { published: [published(8002)], compose: of('ai', 'backend') }]), listening()],
      'pass',
    ],
    ['another program’s, for UDP', [stack(legacy), engine(), listening([8002, '0.0.0.0', { protocol: 'udp' }])], 'pass'],
    ['nobody may tell whose', [stack(legacy), engine(), listening([8002, '0.0.0.0', { process: null, pid: null }])], 'unknown'],
    [
      'Docker’s, which cannot be read',
      [stack(legacy), on.docker('docker', failed('denied')), listening([8002, '0.0.0.0', { process: 'docker-proxy' }])],
      'unknown',
    ],
    [
      'a program’s, whatever Docker says',
      [stack(legacy), on.docker('docker', failed('denied')), listening([8002, '0.0.0.0', { process: 'python3' }])],
      'warn medium',
    ],
  ])('%s', (_, entries, said) => {
    expect(verdict('NET-005', entries)).toBe(said);
  });

  test('an address of its own is no collision', () => {
    const port = { line: 5, address: '127.0.0.1', from: 8002, to: 8002, protocol: 'tcp' as const, target: 80 };
    const file = composeFile('a/compose.yaml', [service('web', [], { ports: [port] })]);
    expect(verdict('NET-005', [stack(file), engine(), listening([8002, '192.168.1.20'])])).toBe('pass');
    expect(verdict('NET-005', [stack(file), engine(), listening([8002, '0.0.0.0'])])).toBe('warn medium');
  });

  test('of a range the port that is taken is meant', () => {
    const port = { line: 5, address: null, from: 3000, to: 3005, protocol: 'tcp' as const, target: 3000 };
    const file = composeFile('a/compose.yaml', [service('web', [], { ports: [port] })]);
    expect(opens('NET-005', [stack(file), engine(), listening([3003, '0.0.0.0'])])).toEqual(['stack:3003 medium']);
  });

  test('two files of two projects that want one port are a collision, two of one project are variants', () => {
    const at = (path: string, name: string) => composeFile(path, [service(name, [9000])]);
    const here = [engine(), listening()];
    expect(opens('NET-005', [stack(at('a/compose.yaml', 'x'), at('b/compose.yaml', 'x')), ...here])).toEqual(['stack:9000 medium']);
    expect(opens('NET-005', [stack(at('a/compose.yaml', 'x'), at('a/compose.prod.yaml', 'y')), ...here])).toEqual([]);
    const twice = composeFile('a/compose.yaml', [service('x', [9000]), service('y', [9000])]);
    expect(opens('NET-005', [stack(twice), ...here])).toEqual(['stack:9000 medium']);
  });

  test('a service that is not started by default wants nothing', () => {
    const file = composeFile('a/compose.yaml', [service('web', [8002], { isEnabled: false })]);
    expect(verdict('NET-005', [stack(file), frontend, listening()])).toBe('not-applicable');
  });

  test('a port that is free is proposed, to each another', () => {
    const files = [
      legacy,
      composeFile('site/compose.yaml', [service('web', [8003])]),
      composeFile('low/compose.yaml', [service('web', [80])]),
    ];
    const { findings } = assessed([
      stack(...files),
      frontend,
      listening([8003], [80, '0.0.0.0'], [8004]),
      on.lmstudio('M9', {}, { url: 'http://127.0.0.1:8005' }),
    ]);
    const frees = findings
      .filter(({ code }) => code === 'NET-005')
      .map(({ subject, message }) => [subject, (message.values as { free?: number }).free]);
    expect(frees).toEqual([
      ['80', 8080],
      ['8002', 8006],
      ['8003', 8007],
    ]);
  });

  test('without a list of what listens no port is free, and none is proposed', () => {
    expect(verdict('NET-005', [stack(legacy), engine()])).toBe('unknown');
    const found = findingOf(assessed([stack(legacy), frontend]), 'NET-005:stack:8002');
    expect([found.outcome, (found.message.values as { free: number | null }).free]).toEqual(['warn', null]);
  });

  test('a file that cannot be read, and a port that hangs on a variable, leave a gap', () => {
    const broken = composeFile('a/compose.yaml', [], { failure: { code: 'malformed', detail: '' } });
    expect(judged('NET-005', [stack(broken), engine(), listening()])).toMatchObject([
      { key: 'stack:stack', outcome: 'unknown', message: 'compose-unreadable' },
    ]);
    const unclear = composeFile('a/compose.yaml', [service('web', [], { unclearPorts: [{ line: 4, variables: ['PORT'] }] })]);
    expect(judged('NET-005', [stack(unclear), engine(), listening()])).toMatchObject([
      { key: 'stack:stack', outcome: 'unknown', message: 'compose-port-unclear' },
    ]);
  });

  test('the evidence is the line of the file and who has the port', () => {
    const { evidence, verify } = findingOf(assessed([stack(legacy), frontend, listening()]), 'NET-005:stack:8002');
    expect(evidence).toMatchObject([{ file: 'ai/docker-compose.yml.OBSOLETE', line: 5 }, { value: '8002 held by ai-frontend' }]);
    expect(verify).toBe("sed -n 5p ai/docker-compose.yml.OBSOLETE; ss -Hlntup 'sport = :8002'");
  });
});

describe('DOCKER-007: names of their own', () => {
  const named = (name: string) => composeFile('stack/compose.yaml', [service('x', [], { containerName: { name, line: 4 } })]);

  test('are judged in the file, and in the engine where no file says them', () => {
    expect(opens('DOCKER-007', [stack(named('postgres')), engine(['postgres'], ['redis'], ['stack-redis-1'])])).toEqual([
      'stack:postgres low',
      'docker:redis low',
    ]);
    expect(opens('DOCKER-007', [stack(named('unified-postgres'))])).toEqual([]);
  });

  test('are judged in the file where the engine cannot be read', () => {
    expect(
      judged('DOCKER-007', [stack(named('postgres')), on.docker('docker', failed('denied'))]).map(
        ({ key, outcome }) => `${key} ${outcome}`,
      ),
    ).toEqual(['stack:postgres warn', 'docker:docker unknown']);
  });
});

describe('DOCKER-014: projects in use', () => {
  const file = composeFile('robin/docker-compose.yml', [service('app')]);

  test.each<[string, readonly Entry[], string]>([
    ['never started', [stack(file), engine()], 'warn low'],
    ['stopped', [stack(file), engine(['robin-app-1', { state: 'exited', compose: of('robin') }])], 'warn low'],
    ['running by its name', [stack(file), engine(['robin-app-1', { compose: of('robin') }])], 'pass'],
    [
      'running by its file',
      [stack(file), engine(['x', { compose: { ...of('other'), files: ['/home/jarvis/robin/docker-compose.yml'] } }])],
      'pass',
    ],
    ['put aside', [stack({ ...file, isObsolete: true }), engine()], 'not-applicable'],
    ['without an engine', [stack(file)], 'not-applicable'],
    ['beside an engine that cannot be read', [stack(file), on.docker('docker', failed('denied'))], 'unknown'],
    [
      'on another machine than the engine',
      [on.compose('stack', { files: [file] }, { machine: 'a' }), on.docker('docker', {}, { machine: 'b' })],
      'not-applicable',
    ],
  ])('%s', (_, entries, said) => {
    expect(verdict('DOCKER-014', entries)).toBe(said);
  });
});

describe('DRIFT-003: nothing put aside lies about', () => {
  test('a file that was put aside is a violation by its path, with the ports that live', () => {
    const entries = [stack(legacy, composeFile('site/compose.yaml', [service('web', [8002])])), engine(), listening([8002, '0.0.0.0'])];
    expect(opens('DRIFT-003', entries)).toEqual(['stack:ai/docker-compose.yml.OBSOLETE medium']);
    const found = findingOf(assessed(entries), 'DRIFT-003:stack:ai/docker-compose.yml.OBSOLETE');
    expect(found.message.values).toEqual({ path: 'ai/docker-compose.yml.OBSOLETE', ports: [8002] });
    expect(found.evidence).toMatchObject([{ file: 'ai/docker-compose.yml.OBSOLETE', line: 5 }]);
  });

  test('none is not applicable, not asked is skipped', () => {
    expect(verdict('DRIFT-003', [stack()])).toBe('not-applicable');
    expect(verdict('DRIFT-003', [on.compose('stack', notAsked)])).toBe('skipped');
  });
});
