import { describe, expect, test } from 'vitest';
import { access, assessed, type Entry, failed, inference, judged, model, notAsked, on, verdict } from '../support/judged.ts';

describe.each([
  ['NODE-001', on.lmstudio],
  ['NODE-001', on.openai],
  ['NODE-005', on.ollama],
] as const)('%s: the node can be reached', (code, node) => {
  const read = node as typeof on.ollama;

  test.each([
    ['refused', 'fail high'],
    ['reset', 'fail high'],
    ['unreachable', 'fail high'],
    ['timeout', 'unknown'],
    ['dns', 'unknown'],
    ['denied', 'unknown'],
    ['rate-limited', 'unknown'],
    ['bad-status', 'unknown'],
    ['wrong-product', 'unknown'],
    ['malformed', 'unknown'],
    ['too-large', 'unknown'],
    ['tls', 'unknown'],
  ] as const)('%s is %s', (failure, said) => {
    expect(verdict(code, [read('N1', failed(failure))])).toBe(said);
  });

  test('an answer passes, however slow', () => {
    expect(verdict(code, [read('N1', { latencyMs: 4_999 })])).toBe('pass');
  });

  test('not asked is skipped, planned down is not applicable', () => {
    expect(verdict(code, [read('N1', notAsked)])).toBe('skipped');
    expect(verdict(code, [read('N1', failed('refused'), { planned: 'down' })])).toBe('not-applicable');
  });
});

describe('NODE-003: the token is accepted', () => {
  test.each<[string, Entry, string]>([
    ['401 with a token', on.lmstudio('M2', failed('denied'), { token: 'x' }), 'fail high'],
    ['401 without one', on.lmstudio('M2', failed('denied')), 'fail high'],
    ['an answer with a token', on.lmstudio('M2', {}, { token: 'x' }), 'pass'],
    ['an answer without one', on.lmstudio('M2'), 'pass'],
    ['silence', on.lmstudio('M2', failed('timeout'), { token: 'x' }), 'unknown'],
    ['429', on.ollama('OL1', failed('rate-limited'), {}), 'unknown'],
  ])('%s', (_, entry, said) => {
    expect(verdict('NODE-003', [entry])).toBe(said);
  });
});

describe('NODE-004: a stranger is refused', () => {
  test.each<[string, ReturnType<typeof access> | null, string]>([
    ['answered on the network', access({ anonymous: true }), 'fail high'],
    ['answered from the Internet', access({ anonymous: true, scope: 'wan' }), 'fail critical'],
    ['refused', access({ anonymous: false }), 'pass'],
    ['refused from the Internet', access({ anonymous: false, scope: 'wan' }), 'pass'],
    ['on loopback only', access({ scope: 'loopback', anonymous: null }), 'not-applicable'],
    ['could not be told', access({ anonymous: null, status: null }), 'unknown'],
    ['not asked although all is', null, 'unknown'],
  ])('%s', (_, found, said) => {
    expect(verdict('NODE-004', [on.lmstudio('M2', { access: found })])).toBe(said);
  });

  test('quick mode does not ask', () => {
    expect(verdict('NODE-004', [on.lmstudio('M2', { access: null })], { mode: 'quick' })).toBe('skipped');
  });

  test('a node that was not read is unknown', () => {
    expect(verdict('NODE-004', [on.openai('V1', failed('timeout'))])).toBe('unknown');
  });
});

describe('NODE-009: the command answers', () => {
  test.each([
    ['ok', 'pass'],
    ['degraded', 'warn medium'],
    ['failed', 'warn medium'],
  ] as const)('%s is %s', (state, said) => {
    expect(verdict('NODE-009', [on.command('GEMINI', { state })])).toBe(said);
  });

  test('a program that is not there, or late, is unknown', () => {
    expect(verdict('NODE-009', [on.command('GEMINI', failed('missing-tool'))])).toBe('unknown');
    expect(verdict('NODE-009', [on.command('GEMINI', failed('timeout'))])).toBe('unknown');
  });

  test('quick mode does not run it', () => {
    expect(verdict('NODE-009', [on.command('GEMINI', notAsked)], { mode: 'quick' })).toBe('skipped');
  });

  test('shows no secret among its arguments, and no control character', () => {
    const command = ['sh', 'fail\x1b[31m.sh', '--api-key', "it's", '--token=s3cr3tTOKEN99', '-H', 'X-Api-Key: abcdefghi', '-v'];
    const [found] = assessed([on.command('GEMINI', { state: 'failed' }, { command })]).findings.filter(({ code }) => code === 'NODE-009');
    expect(found?.evidence[0]).toMatchObject({ command: `sh 'fail[31m.sh' '--api-key' […] --token=[…] '-H' 'X-Api-Key: '[…] '-v'` });
    expect(found?.verify).toBe(`sh 'fail[31m.sh' '--api-key' "$SECRET" --token="$SECRET" '-H' 'X-Api-Key: '"$SECRET" '-v'; echo $?`);
  });

  test('shows no secret in a line for a shell', () => {
    const command = ['sh', '-c', 'tool --api-key correcthorse; exit 3'];
    const [found] = assessed([on.command('GEMINI', { state: 'failed' }, { command })]).findings.filter(({ code }) => code === 'NODE-009');
    expect(found?.evidence[0]).toMatchObject({ command: "sh '-c' 'tool --api-key […]; exit 3'" });
    expect(found?.verify).toBe(`sh '-c' 'tool --api-key "$SECRET"; exit 3'; echo $?`);
  });

  test('one that fails while it is planned down is no risk', () => {
    expect(verdict('NODE-009', [on.command('GEMINI', { state: 'failed' }, { planned: 'down' })])).toBe('not-applicable');
  });
});

describe('NODE-013: browsers of others are kept out', () => {
  test.each([
    ['*', 'warn medium'],
    ['https://audit.invalid', 'warn medium'],
    ['', 'pass'],
    ['https://jarvis.lan', 'pass'],
    [null, 'unknown'],
  ])('%s is %s', (allowedOrigin, said) => {
    expect(verdict('NODE-013', [on.ollama('OL1', { allowedOrigin })])).toBe(said);
  });

  test('quick mode does not ask', () => {
    expect(verdict('NODE-013', [on.ollama('OL1', { allowedOrigin: null })], { mode: 'quick' })).toBe('skipped');
  });
});

describe('NODE-002: a model is loaded', () => {
  test.each<[string, Entry, string]>([
    ['one', on.lmstudio('M2'), 'pass'],
    ['none of two', on.lmstudio('M2', { models: [model('a', { loaded: false }), model('b', { loaded: false })] }), 'warn medium'],
    ['none installed', on.lmstudio('M2', { models: [] }), 'warn medium'],
    ['another than expected', on.lmstudio('M2', { models: [model('a')] }, { expect: { loaded: ['b'] } }), 'warn medium'],
    ['the one expected', on.lmstudio('M2', { models: [model('a')] }, { expect: { loaded: ['a'] } }), 'pass'],
    ['nobody says', on.lmstudio('M2', { api: 'openai', models: [model('a', { loaded: null })] }), 'unknown'],
    ['not read', on.lmstudio('M2', failed('timeout')), 'unknown'],
  ])('%s', (_, entry, said) => {
    expect(verdict('NODE-002', [entry])).toBe(said);
  });
});

describe('NODE-006: the expected models are installed', () => {
  const expect2 = { expect: { models: ['qwen3', 'gemma:2b'] } };

  test('each is a subject of its own', () => {
    expect(judged('NODE-006', [on.ollama('OL1', { models: [model('qwen3:latest')] }, expect2)])).toEqual([
      { key: 'OL1:qwen3', outcome: 'pass', severity: 'medium', message: 'passed' },
      { key: 'OL1:gemma:2b', outcome: 'warn', severity: 'medium', message: 'model-missing' },
    ]);
  });

  test('another tag is another model', () => {
    expect(verdict('NODE-006', [on.ollama('OL1', { models: [model('gemma:7b')] }, { expect: { models: ['gemma:2b'] } })])).toBe(
      'warn medium',
    );
  });

  test('without expectation there is nothing to judge, read or not', () => {
    expect(verdict('NODE-006', [on.ollama('OL1')])).toBe('not-applicable');
    expect(verdict('NODE-006', [on.ollama('OL1', failed('timeout'))])).toBe('not-applicable');
  });

  test('a list that was not read is unknown', () => {
    expect(judged('NODE-006', [on.ollama('OL1', failed('timeout'), expect2)])).toMatchObject([{ key: 'OL1:OL1', outcome: 'unknown' }]);
  });
});

describe('NODE-007: a loaded model sits in video memory', () => {
  test.each([
    [1, 'pass'],
    [0.99, 'pass'],
    [0.989, 'warn medium'],
    [0, 'warn medium'],
    [null, 'not-applicable'],
  ])('a share of %s is %s', (vramShare, said) => {
    expect(verdict('NODE-007', [on.ollama('OL1', { models: [model('a', { vramShare })] })])).toBe(said);
  });

  test('nothing loaded is not applicable, not read is unknown', () => {
    expect(verdict('NODE-007', [on.ollama('OL1', { models: [model('a', { loaded: false, vramShare: 0 })] })])).toBe('not-applicable');
    expect(verdict('NODE-007', [on.ollama('OL1', failed('timeout'))])).toBe('unknown');
  });
});

describe('NODE-008: a prompt is answered', () => {
  const late = inference({ ok: false, failure: 'timeout', totalMs: null });
  const previously = (id: string) => ({
    previous: { findings: [{ code: 'NODE-008', target: 'M2', subject: 'M2', message: { id, values: {} } }] } as never,
  });

  test.each<[string, Entry, string]>([
    ['answered', on.lmstudio('M2', { inference: inference() }), 'pass'],
    ['failed', on.lmstudio('M2', { inference: inference({ ok: false, failure: 'bad-status' }) }), 'fail high'],
    ['late for the first time', on.lmstudio('M2', { inference: late }), 'unknown'],
    ['no model to prompt', on.lmstudio('M2', { inference: null }), 'not-applicable'],
    ['no prompt allowed', on.lmstudio('M1', { inference: null }, { prompt: 'never' }), 'not-applicable'],
    ['not read', on.lmstudio('M2', failed('timeout')), 'unknown'],
  ])('%s', (_, entry, said) => {
    expect(verdict('NODE-008', [entry])).toBe(said);
  });

  test('late a second time fails', () => {
    expect(verdict('NODE-008', [on.lmstudio('M2', { inference: late })], previously('inference-late'))).toBe('fail high');
    expect(verdict('NODE-008', [on.lmstudio('M2', { inference: late })], previously('inference-failed'))).toBe('fail high');
    expect(verdict('NODE-008', [on.lmstudio('M2', { inference: late })], previously('inference-ok'))).toBe('unknown');
  });

  test('quick mode prompts nobody', () => {
    expect(verdict('NODE-008', [on.lmstudio('M2', { inference: null })], { mode: 'quick' })).toBe('skipped');
  });
});

describe('NODE-011: one version of each engine', () => {
  const of = (...versions: readonly (string | null)[]) => versions.map((version, index) => on.lmstudio(`M${index}`, { version }));

  test.each<[string, readonly Entry[], string]>([
    ['two versions', of('0.4.0', '0.4.1'), 'warn low'],
    ['the same twice', of('0.4.0', '0.4.0'), 'pass'],
    ['one of two read', [...of('0.4.0'), on.lmstudio('M9', failed('timeout'))], 'unknown'],
    ['neither tells', of(null, null), 'unknown'],
    ['a single node', of('0.4.0'), 'not-applicable'],
    [
      'a single node of another version than expected',
      [on.lmstudio('M2', { version: '0.3.0' }, { expect: { version: '0.4.0' } })],
      'warn low',
    ],
    ['a single node of the expected version', [on.lmstudio('M2', { version: '0.4.0' }, { expect: { version: '0.4.0' } })], 'pass'],
    ['no node', [], 'not-applicable'],
  ])('%s', (_, entries, said) => {
    expect(verdict('NODE-011', entries)).toBe(said);
  });

  test('each kind is compared with its own', () => {
    expect(
      judged('NODE-011', [...of('1', '1'), on.ollama('A', { version: '8' }), on.ollama('B', { version: '9' })]).map(({ key, outcome }) => [
        key,
        outcome,
      ]),
    ).toEqual([
      ['cluster:lmstudio', 'pass'],
      ['cluster:ollama', 'warn'],
    ]);
  });
});

describe('NODE-012: what is promised is proven', () => {
  const matrix = (entries: readonly Entry[], mode: 'full' | 'quick' = 'full') =>
    Object.fromEntries(judged('NODE-012', entries, { mode }).map(({ key, outcome }) => [key.replace('cluster:', ''), outcome]));
  const NONE = { text: 'not-applicable', embedding: 'not-applicable', vision: 'not-applicable', audio: 'not-applicable' };

  test('by a loaded model of the right type', () => {
    const models = [model('a'), model('b', { type: 'embedding' }), model('c', { vision: true })];
    expect(matrix([on.lmstudio('M2', { models })])).toEqual({ ...NONE, text: 'pass', embedding: 'pass', vision: 'pass' });
  });

  test('not by an LM Studio model that is not loaded, but by an Ollama one', () => {
    const models = [model('a', { type: 'embedding', loaded: false })];
    expect(matrix([on.lmstudio('M2', { models }, { provides: ['embedding'] })])).toEqual({ ...NONE, embedding: 'warn' });
    expect(matrix([on.ollama('OL1', { models }, { provides: ['embedding'] })])).toEqual({ ...NONE, embedding: 'pass' });
  });

  test('not by a model in the cloud', () => {
    expect(matrix([on.ollama('OL1', { models: [model('a', { cloud: true })] }, { provides: ['text'] })])).toEqual({
      ...NONE,
      text: 'warn',
    });
  });

  test('for sound and for commands by their word', () => {
    expect(
      matrix([on.lmstudio('M2', { models: [] }, { provides: ['audio'] }), on.command('GEMINI', {}, { provides: ['vision'] })]),
    ).toEqual({ ...NONE, audio: 'pass', vision: 'pass' });
  });

  test('is unknown while one that may have it was not read', () => {
    expect(matrix([on.lmstudio('M1', failed('timeout'), { provides: ['embedding'] })])).toEqual({ ...NONE, embedding: 'unknown' });
    expect(matrix([on.command('GEMINI', notAsked, { provides: ['vision'] })], 'quick')).toEqual({ ...NONE, vision: 'skipped' });
  });

  test('fails where the one that promised it is down', () => {
    expect(matrix([on.lmstudio('M1', failed('refused'), { provides: ['embedding'] })])).toEqual({ ...NONE, embedding: 'warn' });
  });
});
