import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createJobs, KEPT_MS } from '../../../skill/servers/web/jobs.ts';
import { atOnce, held, smallSkill } from './small-skill.ts';

describe('a job', () => {
  it('that is kept can be asked for until a quarter of an hour after its end', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    const { behave, release } = held();
    const jobs = createJobs(smallSkill(behave), () => {});
    const job = jobs.start({ utterance: 'audit système' });
    if (!job) throw new Error('not started');
    expect(jobs.find(job.id)).toBeNull();
    jobs.keep(job);
    vi.advanceTimersByTime(2 * KEPT_MS);
    expect(jobs.find(job.id)?.end).toBeNull();
    release();
    while (jobs.running() > 0) await job.next();
    vi.advanceTimersByTime(KEPT_MS - 1);
    expect(jobs.find(job.id)?.end).toMatchObject({ handled: true, text: 'Fini.' });
    vi.advanceTimersByTime(1);
    expect(jobs.find(job.id)).toBeNull();
  });

  it('that nobody keeps leaves nothing behind', async () => {
    const jobs = createJobs(smallSkill(atOnce), () => {});
    const job = jobs.start({ utterance: 'état du cluster' });
    while (jobs.running() > 0) await job?.next();
    expect([job?.end, jobs.find(job?.id ?? '')]).toMatchObject([{ handled: true }, null]);
  });

  it('of a thousand steps is kept without them', async () => {
    const skill = smallSkill(async function* () {
      for (let done = 1; done <= 1_000; done += 1) yield { type: 'progress', done, total: 1_000, target: 'M1' };
      yield* atOnce();
    });
    const jobs = createJobs(skill, () => {});
    const job = jobs.start({ utterance: 'audit système' });
    if (!job) throw new Error('not started');
    jobs.keep(job);
    while (jobs.running() > 0) await job.next();
    expect([job.events.length, jobs.find(job.id)?.events.length]).toEqual([1_003, 3]);
  });

  it('is one of so many', () => {
    const { behave } = held();
    const jobs = createJobs(smallSkill(behave), () => {});
    const started = Array.from({ length: 5_000 }, () => jobs.start({ utterance: 'x' })).filter((job) => job !== null);
    expect(started.length).toBe(4_096);
    jobs.stopAll();
  });
});
