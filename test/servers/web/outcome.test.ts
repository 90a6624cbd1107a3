import { expect, test } from 'vitest';
import { outcomeOf } from '../../../skill/servers/web/outcome.ts';
import type { SkillEvent } from '../../../skill/skill.ts';

const accepted: SkillEvent = { type: 'accepted', intent: 'repeat', slots: { pace: 'slow' } };

test('what was said slowly on the way is the speech of the answer', () => {
  const said: SkillEvent = { type: 'speech', text: 'Un nœud sur deux répond.', slow: true };
  const done: SkillEvent = { type: 'done', text: '1 nœud sur 2.', speech: '', status: 'warning' };
  expect(outcomeOf([accepted, said, done])).toMatchObject({ speech: 'Un nœud sur deux répond.', text: '1 nœud sur 2.' });
});

test('an acknowledgement is no part of the answer', () => {
  const said: SkillEvent = { type: 'speech', text: "J'audite le système." };
  const done: SkillEvent = { type: 'done', text: '1 nœud sur 2.', speech: 'Un nœud sur deux répond.', status: 'warning' };
  expect(outcomeOf([accepted, said, done])).toMatchObject({ speech: 'Un nœud sur deux répond.' });
});
