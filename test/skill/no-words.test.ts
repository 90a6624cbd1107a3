import { expect, test, vi } from 'vitest';
import { conversing, ending, heard, lmStudio, only } from '../support/conversing.ts';

// no report that the schema lets in breaks the real one
vi.mock('../../reporters/answers/answer.ts', () => ({
  answerTo: () => {
    throw new Error('a reporter broke');
  },
}));

test('a reporter that breaks costs its words, not the report', async () => {
  await using place = conversing([lmStudio('M1', 'http://127.0.0.1:9')]);
  const events = await heard(place.skill, { intent: 'audit_full' });
  expect(ending(events)).toEqual({ type: 'failed', code: 'failed', text: "L'audit est fait, mais je n'ai pas su le résumer." });
  const [report] = only(events, 'report');
  expect(report?.path).toMatch(/audit_.*\.json$/);
  expect((await place.skill.latest('full'))?.id).toBe(report?.id);
  expect(place.log).toEqual(['the answer could not be worded: a reporter broke']);
});
