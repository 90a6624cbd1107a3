import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { reportSample } from '../../support/report-sample.ts';
import { bearer, folder, KEY, outcome, post, serving, signed } from './serving.ts';
import { smallSkill } from './small-skill.ts';

const BODY = { utterance: 'état du cluster' };

async function metrics(url: string): Promise<string> {
  return await (await fetch(`${url}/metrics`, { headers: bearer })).text();
}

describe('metrics', () => {
  it('tell the newest report of each mode, and no number for a score that is null', async () => {
    const full = reportSample({ timestamp: '2026-02-23T14:30:00.000+01:00' });
    const quick = reportSample({ id: 'q', mode: 'quick', status: 'ok', timestamp: '2026-02-23T14:29:00.000+01:00' });
    const { url } = await serving({ skill: smallSkill(undefined, [full, quick]), now: () => new Date('2026-02-23T13:31:00Z') });
    const text = await metrics(url);
    expect(text).toContain('jarvis_audit_score{mode="full",dimension="stability"} 82\n');
    expect(text).not.toContain('dimension="security"} n');
    expect(text).not.toMatch(/jarvis_audit_score\{mode="full",dimension="security"\}/);
    expect(text).toContain('jarvis_audit_status{mode="full",status="warning"} 1\n');
    expect(text).toContain('jarvis_audit_status{mode="full",status="ok"} 0\n');
    expect(text).toContain('jarvis_audit_status{mode="quick",status="ok"} 1\n');
    expect(text).toContain('jarvis_audit_node_up{mode="full",node="M1"} 1\n');
    expect(text).toContain('jarvis_audit_node_up{mode="full",node="OL1"} 0\n');
    expect(text).toContain('jarvis_audit_open_findings{mode="full",severity="medium"} 2\n');
    expect(text).toContain('jarvis_audit_report_age_seconds{mode="full"} 60\n');
    expect(text).toContain('jarvis_audit_report_age_seconds{mode="quick"} 120\n');
  });

  it('before the first report tell of the requests alone', async () => {
    const { url } = await serving({ skill: smallSkill(undefined, []) });
    expect(await metrics(url)).not.toContain('jarvis_audit_report');
    expect(await metrics(url)).toContain('jarvis_audit_http_requests_total{method="GET",route="/metrics",status="200"} 1\n');
  });

  it('cannot be broken by the name of a node', async () => {
    const { nodes } = reportSample();
    const evil = reportSample({ nodes: { 'a"} 9\nevil 1\\': nodes['M1'] as never } });
    const { url } = await serving({ skill: smallSkill(undefined, [evil]) });
    const text = await metrics(url);
    expect(text).toContain('node="a\\"} 9\\nevil 1\\\\"} 1\n');
    expect(text).not.toMatch(/^evil/m);
  });

  it('count what was answered by route, and never by what was asked for', async () => {
    const { url } = await serving();
    await outcome(post(`${url}/v1/command`, BODY));
    await outcome(fetch(`${url}/${'x'.repeat(50)}`, { headers: bearer }));
    await outcome(fetch(`${url}/v1/reports/abc`, { headers: bearer }));
    const text = await metrics(url);
    expect(text).toContain('jarvis_audit_http_requests_total{method="POST",route="/v1/command",status="200"} 1\n');
    expect(text).toContain('jarvis_audit_http_requests_total{method="GET",route="/v1/reports/:id",status="404"} 1\n');
    expect(text).toContain('jarvis_audit_http_requests_total{method="GET",route="none",status="404"} 1\n');
    expect(text).toContain('jarvis_audit_http_request_duration_seconds_bucket{route="/v1/command",le="+Inf"} 1\n');
    expect(text).toContain('jarvis_audit_http_request_duration_seconds_count{route="/v1/command"} 1\n');
    expect(text).not.toContain('xxx');
  });

  it('have buckets that each hold those before', async () => {
    const { url } = await serving();
    for (let call = 0; call < 5; call += 1) await outcome(post(`${url}/v1/command`, BODY));
    const counts = [...(await metrics(url)).matchAll(/_bucket\{route="\/v1\/command",le="[^"]+"\} (\d+)/g)].map(([, count]) =>
      Number(count),
    );
    expect(counts).toEqual(counts.toSorted((a, b) => a - b));
    expect(counts.at(-1)).toBe(5);
  });
});

describe('readiness', () => {
  it('is more than life: reports can be written', async () => {
    const { url, out } = await serving();
    expect(await outcome(fetch(`${url}/ready`, { headers: bearer }))).toBe('200');
    await rm(out, { recursive: true });
    // it is made when it is needed
    expect(await outcome(fetch(`${url}/ready`, { headers: bearer }))).toBe('200');
  });

  it('is not there where no report can be written', async () => {
    const file = join(await folder(), 'a-file');
    await writeFile(file, '');
    const { url } = await serving({ out: join(file, 'data') });
    expect(await outcome(fetch(`${url}/ready`, { headers: bearer }))).toBe('503 busy');
  });
});

describe('the description of the API', () => {
  it('names every route of the contract, with its body and its answers', async () => {
    const { url } = await serving();
    const document = (await (await fetch(`${url}/openapi.json`, { headers: bearer })).json()) as {
      openapi: string;
      paths: Record<
        string,
        Record<string, { requestBody?: { content: Record<string, { schema: object }> }; responses: Record<string, { content: object }> }>
      >;
    };
    expect(document.openapi).toBe('3.1.0');
    expect(Object.keys(document.paths).toSorted()).toEqual(
      [
        '/health',
        '/login',
        '/logout',
        '/metrics',
        '/ready',
        '/v1/command',
        '/v1/diff',
        '/v1/jobs/{id}',
        '/v1/reports',
        '/v1/reports/latest',
        '/v1/reports/{id}',
      ].toSorted(),
    );
    const command = document.paths['/v1/command']?.['post'];
    expect(JSON.stringify(command?.requestBody?.content['application/json']?.schema)).toContain('utterance');
    expect(Object.keys(command?.responses ?? {})).toEqual(['200', '202', '400', '409']);
    expect(JSON.stringify(document.paths['/v1/reports/{id}'])).toContain('report_sections');
  });
});

describe('the log', () => {
  it('has one line a request, with what it was and how it ended', async () => {
    const { url, lines } = await serving();
    await outcome(post(`${url}/v1/command`, BODY));
    await expect.poll(() => lines.filter((line) => line.includes('"msg":"answered"')).length).toBe(1);
    expect(JSON.parse(lines.find((line) => line.includes('answered')) ?? '')).toMatchObject({
      level: 30,
      request: expect.any(String),
      method: 'POST',
      route: '/v1/command',
      status: 200,
      address: '127.0.0.1',
      caller: 'bearer',
    });
  });

  it('says nothing of keys, signatures, cookies, sentences or queries', async () => {
    const { url, lines } = await serving();
    const login = await post(`${url}/login`, { key: KEY }, {});
    const cookie = (login.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    const headers = signed('POST', '/v1/command?wait=1234', JSON.stringify(BODY));
    await outcome(post(`${url}/v1/command?wait=1234`, BODY, headers));
    await outcome(fetch(`${url}/v1/reports?after=${KEY}`, { headers: { cookie } }));
    await outcome(fetch(`${url}/${KEY}`, { headers: bearer }));
    await outcome(post(`${url}/v1/command`, '{"broken', { ...bearer, cookie, 'x-jarvis-delivery': 'delivery-1' }));
    const text = lines.join('');
    for (const secret of [
      KEY,
      cookie.split('=')[1] ?? '',
      headers['x-jarvis-signature'] ?? '',
      'état du cluster',
      '1234',
      'broken',
      'after',
    ])
      expect([secret, text.includes(secret)]).toEqual([secret, false]);
  });

  it('of a caller that went away has no status', async () => {
    const { url, lines } = await serving({
      skill: smallSkill(async function* (_command, signal) {
        await new Promise((resolve) => signal.addEventListener('abort', resolve));
        signal.throwIfAborted();
      }),
    });
    const call = fetch(`${url}/v1/command`, {
      method: 'POST',
      headers: { ...bearer, 'content-type': 'application/json' },
      body: JSON.stringify(BODY),
      signal: AbortSignal.timeout(200),
    });
    await expect(call).rejects.toThrow();
    await expect.poll(() => lines.join('')).toContain('"status":0');
    expect(lines.join('')).not.toContain('fault');
  });
});
