import { createSessions } from '../../skill/conversation/sessions.ts';

// writes one conversation again and again, with as many words as make it long
const [out = '', word = '', times = '0'] = process.argv.slice(2);
const sessions = createSessions(out, () => new Date());
for (let count = 0; count < Number(times); count += 1) {
  const text = word.repeat(1 + (count % 500));
  const problem = await sessions.write('salon', {
    lastWordAt: Date.now(),
    answer: { speech: text, text },
    heard: [],
    grounds: null,
    report: null,
    topic: {},
  });
  if (problem !== null) throw new Error(problem);
}
