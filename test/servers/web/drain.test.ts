import { describe, expect, it } from 'vitest';
import { answersIn, raw } from './raw.ts';
import { KEY, outcome, post, serving } from './serving.ts';
import { held, smallSkill } from './small-skill.ts';

const BODY = JSON.stringify({ intent: 'audit_full' });
const head = (line: string, port: number) => `${line} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nAuthorization: Bearer ${KEY}\r\n`;

describe('a server that was told to end', () => {
  it('answers what runs, and refuses what comes on an open connection', async () => {
    const { behave, release } = held();
    const { port, url, skill, close } = await serving({ skill: smallSkill(behave) });
    const { socket, text } = raw(
      port,
      `${head('POST /v1/command?wait=50', port)}Content-Type: application/json\r\nContent-Length: ${Buffer.byteLength(BODY)}\r\n\r\n${BODY}`,
    );
    await expect.poll(() => skill.handled.length).toBe(1);
    const closed = close();
    socket.write(`${head('GET /ready', port)}\r\n`);
    await expect(post(`${url}/v1/command`, BODY)).rejects.toThrow('fetch failed');
    await new Promise((resolve) => setTimeout(resolve, 200));
    // nobody could ask for the job later
    expect(text()).toBe('');
    release();
    await closed;
    expect(answersIn(text())).toEqual(['200', '503 shutting-down']);
  });

  it('with nothing to do ends at once, also when told twice', async () => {
    const { url, close } = await serving();
    expect(await outcome(fetch(`${url}/health`))).toBe('200');
    const startedAt = performance.now();
    await Promise.all([close(), close()]);
    expect(performance.now() - startedAt).toBeLessThan(2_000);
  });
});
