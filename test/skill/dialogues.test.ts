import { readdirSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { createFileStore } from '../../skill/history/files.ts';
import type { Command } from '../../skill/skill.ts';
import { closing, conversing, ending, heard, lmStudio, only } from '../support/conversing.ts';
import { startLmStudio } from '../support/lmstudio-server.ts';
import { reportSample } from '../support/report-sample.ts';

const DOWN = 'http://127.0.0.1:9';
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
type Place = ReturnType<typeof conversing>;

/** One sentence in the conversation `salon`. */
async function say(place: Place, utterance: string, command: Omit<Command, 'utterance'> = { channel: 'chat', session: 'salon' }) {
  const events = await heard(place.skill, { utterance, ...command });
  const [accepted] = only(events, 'accepted');
  const [report] = only(events, 'report');
  const speeches = only(events, 'speech');
  return {
    ...ending(events),
    intent: accepted?.intent,
    report: report?.id,
    path: report?.path,
    speeches: speeches.map(({ text }) => text),
    events,
  };
}

/** A report of the history, made so many milliseconds ago. */
async function past(place: Place, agoMs: number, changes: Parameters<typeof reportSample>[0] = {}) {
  const timestamp = new Date(Date.now() - agoMs).toISOString();
  const id = `00000000-0000-7000-8000-${String(agoMs).padStart(12, '0')}`;
  await createFileStore(place.out).save(reportSample({ timestamp, id, ...changes }));
  return id;
}

describe('bare follow-ups', () => {
  test.each(['pourquoi ?', 'répète', "qu'est-ce qui a changé", 'plus de détails', 'stop'])(
    '« %s » out of nowhere is not for us',
    async (utterance) => {
      await using place = conversing([lmStudio('M1', DOWN)]);
      expect(await say(place, utterance)).toMatchObject({ type: 'failed', code: 'not-for-us', text: '' });
      expect(readdirSync(place.out)).toEqual([]);
    },
  );

  test('are ours for a minute after our last word, and not for longer', async () => {
    await using place = conversing([lmStudio('M1', DOWN)]);
    await say(place, 'état du cluster');
    place.time.pass(50_000);
    expect(await say(place, 'pourquoi ?')).toMatchObject({ type: 'done', intent: 'explain_score' });
    place.time.pass(70_000);
    expect(await say(place, 'pourquoi ?')).toMatchObject({ type: 'failed', code: 'not-for-us' });
  });

  test('are ours while a long answer is still being said', async () => {
    await using place = conversing([lmStudio('M1', DOWN)]);
    const { speech } = (await say(place, 'audit système', { channel: 'voice' })) as { speech: string };
    place.time.pass(60_000 + Math.min(5_000, speech.length * 40));
    expect(await say(place, 'pourquoi ?', { channel: 'voice' })).toMatchObject({ type: 'done' });
  });

  test('of another conversation, or of none, are not ours', async () => {
    await using place = conversing([lmStudio('M1', DOWN)]);
    await say(place, 'état du cluster');
    expect(await say(place, 'pourquoi ?', { channel: 'chat', session: 'bureau' })).toMatchObject({ code: 'not-for-us' });
    expect(await say(place, 'pourquoi ?', { channel: 'chat' })).toMatchObject({ code: 'not-for-us' });
    expect(await say(place, 'pourquoi ?', { channel: 'voice' })).toMatchObject({ code: 'not-for-us' });
  });

  test('by voice need no session, by chat and api they do', async () => {
    await using place = conversing([lmStudio('M1', DOWN)]);
    for (const channel of ['chat', 'api'] as const) {
      await say(place, 'état du cluster', { channel });
      expect(await say(place, 'pourquoi ?', { channel })).toMatchObject({ code: 'not-for-us' });
    }
    await say(place, 'état du cluster', { channel: 'voice' });
    expect(await say(place, 'pourquoi ?', { channel: 'voice' })).toMatchObject({ type: 'done' });
    expect(readdirSync(`${place.out}/sessions`)).toEqual(['voice.json']);
  });

  test('go on in another process', async () => {
    await using place = conversing([lmStudio('M1', DOWN)]);
    const first = await say(place, 'audit système');
    await using other = conversing([lmStudio('M1', DOWN)], { out: place.out });
    expect(await say(other, 'pourquoi ?')).toMatchObject({ type: 'done', report: first.report });
  });

  test('« stop » during an audit is ours', async () => {
    await using node = closing(await startLmStudio({ delayMs: 10_000 }));
    await using place = conversing([lmStudio('M1', node.url)]);
    const running = say(place, 'audit système');
    await sleep(150);
    expect(await say(place, 'stop')).toMatchObject({ type: 'done', text: "D'accord, j'arrête." });
    expect(await running).toMatchObject({ type: 'failed', code: 'aborted' });
  });
});

describe('« répète »', () => {
  test('says the last answer again, with the age that it has by then', async () => {
    await using place = conversing([lmStudio('M1', DOWN)]);
    const first = await say(place, 'état du cluster');
    expect((await say(place, 'répète')).text).toBe(first.text);
    place.time.pass(30_000);
    const again = await say(place, 'répète');
    expect(again.text).toBe(`Relevé d'il y a 30 secondes.\n${first.text}`);
    expect(again.report).toBe(first.report);
    place.time.pass(30_000);
    const later = (await say(place, 'répète')).text;
    expect(later).toMatch(/^Relevé d'il y a (1|une) minute\.\n/);
    expect(later.endsWith(first.text)).toBe(true);
  });

  test('slowly is said once, slowly', async () => {
    await using place = conversing([lmStudio('M1', DOWN)]);
    const first = (await say(place, 'état du cluster')) as { speech?: string; text: string };
    const { events } = await say(place, 'répète plus lentement');
    expect(only(events, 'speech')).toEqual([{ type: 'speech', text: first.speech, slow: true }]);
    expect(ending(events)).toMatchObject({ type: 'done', speech: '', text: first.text });
  });

  test("a model's words are said again, told their age", async () => {
    await using place = conversing([lmStudio('M1', DOWN)], { phrase: async () => 'Le premier nœud dort.' });
    expect(await say(place, 'audit système', { channel: 'voice' })).toMatchObject({ speech: 'Le premier nœud dort.' });
    place.time.pass(30_000);
    expect(await say(place, 'répète', { channel: 'voice' })).toMatchObject({
      speech: "Relevé d'il y a trente secondes. Le premier nœud dort.",
    });
  });

  test('what rests on no report is said again without one', async () => {
    await using place = conversing([lmStudio('M1', DOWN)]);
    await say(place, 'état du cluster');
    await say(place, "annule l'audit");
    const again = await say(place, 'répète');
    expect(again).toMatchObject({ text: "Rien n'est en cours.", status: null });
    expect(again.report).toBeUndefined();
  });

  test('« relis-moi le dernier audit » means the audit, whatever we said last', async () => {
    await using place = conversing([lmStudio('M1', DOWN)]);
    const { text, report } = await say(place, 'audit système');
    expect((await say(place, 'où en est la sécurité')).text).not.toBe(text);
    expect(await say(place, 'relis-moi le dernier audit')).toMatchObject({ text, report });
  });

  test('« relis-moi le dernier audit » is the last audit of the history, however old, and says when', async () => {
    await using place = conversing([lmStudio('M1', DOWN)]);
    expect((await say(place, 'relis-moi le dernier audit', { channel: 'chat' })).text).toContain("pas encore d'audit");
    const id = await past(place, 26 * HOUR);
    await past(place, HOUR, { mode: 'quick' });
    const { report, text, speeches } = await say(place, 'relis-moi le dernier audit', { channel: 'chat' });
    expect({ report, speeches }).toEqual({ report: id, speeches: [] });
    expect(text).toMatch(/^D'après l'audit d/);
  });
});

describe('which report answers', () => {
  test('a section: an audit is made when there is none, and none when one is fresh', async () => {
    await using place = conversing([lmStudio('M1', DOWN)]);
    const first = await say(place, 'où en est la sécurité', { channel: 'chat' });
    expect(first.speeches).toEqual(["Je n'ai pas d'audit récent : j'audite le système."]);
    place.time.pass(4 * MINUTE);
    const second = await say(place, 'où en est la sécurité', { channel: 'chat' });
    expect(second).toMatchObject({ report: first.report, speeches: [] });
    expect(second.text).toContain('4 minutes');
    place.time.pass(2 * MINUTE);
    expect((await say(place, 'où en est la sécurité', { channel: 'chat' })).report).not.toBe(first.report);
  });

  test("a section: the conversation's own report counts however old, a quick one does not", async () => {
    await using place = conversing([lmStudio('M1', DOWN)]);
    const { report } = await say(place, 'audit système');
    place.time.pass(8 * MINUTE);
    expect(await say(place, 'où en est la sécurité')).toMatchObject({ report, speeches: [] });
    await say(place, 'état du cluster', { channel: 'chat', session: 'autre' });
    const asked = await say(place, 'où en est la sécurité', { channel: 'chat', session: 'autre' });
    expect((await place.skill.report(asked.report ?? ''))?.mode).toBe('full');
  });

  test('a fresh report of another process counts', async () => {
    await using place = conversing([lmStudio('M1', DOWN)]);
    await using other = conversing([lmStudio('M1', DOWN)], { out: place.out });
    const { report } = await say(other, 'audit système', { channel: 'chat' });
    expect(await say(place, 'où en est la sécurité', { channel: 'chat' })).toMatchObject({ report, path: expect.stringMatching(/audit_/) });
  });

  test('a report of the future is not fresh', async () => {
    await using place = conversing([lmStudio('M1', DOWN)]);
    const id = await past(place, -30 * MINUTE);
    expect((await say(place, 'où en est la sécurité', { channel: 'chat' })).report).not.toBe(id);
  });

  test('a node is looked at again, quickly', async () => {
    await using node = closing(await startLmStudio());
    await using place = conversing([lmStudio('M1', node.url)]);
    const { report } = await say(place, 'audit système');
    const asked = await say(place, 'et M1 ?');
    expect(asked.report).not.toBe(report);
    expect(asked).toMatchObject({ intent: 'node_status', speeches: [] });
    expect((await place.skill.report(asked.report ?? ''))?.mode).toBe('quick');
  });

  test('a node that a quick look leaves out is taken from a fresh full audit, else one is made', async () => {
    const gemini = '{ id: GEMINI, kind: command, command: [node, -e, "console.log(1)"], provides: [text] }';
    await using place = conversing([lmStudio('M1', DOWN), gemini]);
    const first = await say(place, 'comment va Gemini', { channel: 'chat' });
    expect((await place.skill.report(first.report ?? ''))?.mode).toBe('full');
    expect(first.speeches).toHaveLength(1);
    expect(await say(place, 'comment va Gemini', { channel: 'chat' })).toMatchObject({ report: first.report, speeches: [] });
  });

  test("« résumé de l'audit » and « plus de détails sur l'audit » are of the last audit, however old", async () => {
    await using place = conversing([lmStudio('M1', DOWN)]);
    const id = await past(place, 50 * HOUR);
    for (const utterance of ["résumé de l'audit", "plus de détails sur l'audit"])
      expect(await say(place, utterance, { channel: 'chat' })).toMatchObject({ report: id, speeches: [] });
  });

  test('a follow-up goes on with what we talk about', async () => {
    await using place = conversing([lmStudio('M1', DOWN)]);
    await say(place, 'audit système');
    await say(place, 'où en est la sécurité');
    const why = await say(place, 'pourquoi ?');
    expect(why.text).toMatch(/^Sécurité/);
    await say(place, 'audit système');
    expect((await say(place, 'pourquoi ?')).text).not.toMatch(/^Sécurité/);
  });

  test('a report that the disk refused still answers', async () => {
    const store = { ...createFileStore('/nonexistent'), save: () => Promise.reject(new Error('no space left')) };
    await using place = conversing([lmStudio('M1', DOWN)], { store });
    const { report } = await say(place, 'audit système');
    expect(await say(place, 'pourquoi ?')).toMatchObject({ report, path: null });
    expect((await say(place, 'pourquoi ?')).text).not.toContain('enregistré');
  });
});

describe('« plus de détails »', () => {
  const targets = ['M1', 'M2', 'M3', 'M4', 'M5'].map((id) => lmStudio(id, DOWN));

  test('goes on each time, and « répète » says the last of them again', async () => {
    await using place = conversing(targets);
    await say(place, 'audit système');
    const first = await say(place, 'plus de détails');
    const second = await say(place, 'plus de détails');
    expect(second.text).not.toBe(first.text);
    expect((await say(place, 'répète')).text).toBe(second.text);
    expect((await say(place, 'plus de détails')).text).not.toBe(second.text);
  });

  test('leaves out what a model has said in its own words', async () => {
    await using place = conversing(targets, { phrase: async () => 'Le premier nœud dort.' });
    const voice = { channel: 'voice' } as const;
    await say(place, 'audit système', voice);
    const { speech } = (await say(place, 'plus de détails', voice)) as { speech: string };
    expect(speech).not.toContain('M-un ne répond pas');
  });

  test('starts again where one says about what', async () => {
    await using place = conversing(targets);
    await say(place, 'audit système');
    const first = await say(place, 'détaille la stabilité');
    expect((await say(place, 'plus de détails')).text).not.toBe(first.text);
    expect((await say(place, 'détaille la stabilité')).text).toBe(first.text);
  });
});

describe('what we talk about', () => {
  test('stays through bare questions', async () => {
    await using place = conversing([lmStudio('M1', DOWN)]);
    await say(place, 'audit système');
    await say(place, 'où en est la sécurité');
    await say(place, 'pourquoi ?');
    expect((await say(place, 'plus de détails')).text).toMatch(/la sécurité/);
  });

  test('is the node for « pourquoi ? », and for what to do', async () => {
    await using node = closing(await startLmStudio());
    await using place = conversing([lmStudio('M1', DOWN), lmStudio('M2', node.url)]);
    await say(place, 'audit système');
    await say(place, 'et M1 ?');
    expect((await say(place, 'pourquoi ?')).text).toMatch(/^(Relevé.*\n)?M1 ne répond pas/);
    expect((await say(place, 'en premier ?')).text).not.toContain('M2');
  });

  test('is everything for « en premier ? » after a section', async () => {
    await using place = conversing([lmStudio('M1', DOWN)]);
    await say(place, 'audit système');
    const { text } = await say(place, "qu'est-ce que je fais en premier");
    await say(place, 'où en est la sécurité');
    expect((await say(place, 'en premier ?')).text).toBe(text);
  });

  test('has no age that we have just heard', async () => {
    await using place = conversing([lmStudio('M1', DOWN)]);
    await say(place, 'audit système');
    place.time.pass(20_000);
    expect((await say(place, 'pourquoi ?')).text).not.toContain('Relevé');
    place.time.pass(50_000);
    expect((await say(place, 'où en est la sécurité')).text).toMatch(/^Relevé d'il y a une minute/);
  });
});

describe('« depuis »', () => {
  test('the last audit, when none is fresh, is compared with one that is made', async () => {
    await using place = conversing([lmStudio('M1', DOWN)]);
    await past(place, 30 * MINUTE);
    await past(place, 20 * MINUTE, { mode: 'quick' });
    const { text, speeches } = await say(place, "qu'est-ce qui a changé depuis le dernier audit", { channel: 'chat' });
    expect(speeches).toHaveLength(1);
    expect(text).toMatch(/epuis (29|30) minutes/);
  });

  test('without an audit of then it is said', async () => {
    await using place = conversing([lmStudio('M1', DOWN)]);
    await past(place, HOUR, { mode: 'quick' });
    expect((await say(place, "qu'est-ce qui a changé depuis hier", { channel: 'chat' })).text).toContain("pas d'audit d'hier");
  });

  test('after a look at the nodes, full audits count where there is no other look', async () => {
    await using place = conversing([lmStudio('M1', DOWN)]);
    await past(place, 30 * HOUR);
    await say(place, 'état du cluster');
    expect((await say(place, 'et depuis hier ?')).text).not.toContain("pas d'audit");
  });

  test("the conversation's own report is what is compared", async () => {
    await using place = conversing([lmStudio('M1', DOWN)]);
    await past(place, 30 * HOUR);
    const { report } = await say(place, 'audit système');
    expect(await say(place, 'et depuis hier ?')).toMatchObject({ report, speeches: [], intent: 'compare' });
  });
});

describe('planning by sentences', () => {
  test('asks back when it was not said when', async () => {
    await using place = conversing([lmStudio('M1', DOWN)]);
    expect((await say(place, 'programme un audit')).text).toMatch(/quand/);
    expect(await place.skill.schedules.list()).toEqual([]);
  });

  test.each([
    ['programme un audit', 'demain à 8 heures', { date: 'tomorrow', at: '08:00' }],
    ['programme un audit rapide', 'toutes les heures', { mode: 'quick', every: 'hour' }],
  ])('« %s » is answered by « %s »', async (asked, when, slots) => {
    await using place = conversing([lmStudio('M1', DOWN)]);
    await say(place, asked);
    expect(await say(place, 'quel temps fait-il')).toMatchObject({ code: 'not-for-us' });
    expect(await say(place, when)).toMatchObject({ type: 'done', intent: 'schedule' });
    expect(await place.skill.schedules.list()).toMatchObject([{ slots }]);
  });

  test('« annule » takes the question back', async () => {
    await using place = conversing([lmStudio('M1', DOWN)]);
    await say(place, 'programme un audit');
    expect(await say(place, 'annule')).toMatchObject({ type: 'done', text: "D'accord, je ne lance rien." });
    expect(await say(place, 'demain à 8 heures')).toMatchObject({ code: 'not-for-us' });
  });

  test('a time that answers nothing is not for us', async () => {
    await using place = conversing([lmStudio('M1', DOWN)]);
    await say(place, 'état du cluster');
    expect(await say(place, 'demain à 8 heures')).toMatchObject({ code: 'not-for-us' });
  });

  test('what cannot be written down is not promised', async () => {
    await using place = conversing([lmStudio('M1', DOWN)], { out: '/dev/null' });
    expect(await say(place, 'programme un audit tous les jours à 8 heures', { channel: 'chat' })).toMatchObject({
      type: 'failed',
      code: 'failed',
      text: "Je n'ai pas pu le faire.",
    });
    expect(place.log).toEqual([expect.stringContaining('/dev/null')]);
  });

  test('« annule » right after takes back what was just planned, and nothing else', async () => {
    await using place = conversing([lmStudio('M1', DOWN)]);
    await say(place, 'programme un audit tous les jours à 8 heures');
    await say(place, 'programme un audit dans deux heures');
    expect((await say(place, 'annule')).text).toBe("L'audit prévu est annulé.");
    expect((await place.skill.schedules.list()).map(({ slots }) => slots)).toEqual([{ every: 'day', at: '08:00' }]);
  });

  test("« annule l'audit programmé » takes all of them back, and says how many", async () => {
    await using place = conversing([lmStudio('M1', DOWN)]);
    await say(place, 'programme un audit tous les jours à 8 heures');
    await say(place, 'programme un audit rapide toutes les heures');
    expect((await say(place, "annule l'audit programmé", { channel: 'chat' })).text).toBe('Les deux audits prévus sont annulés.');
    expect((await say(place, "annule l'audit programmé", { channel: 'chat' })).text).toBe("Aucun audit n'est prévu.");
  });

  test("« annule l'audit programmé » leaves the audit that runs", async () => {
    await using node = closing(await startLmStudio({ delayMs: 400 }));
    await using place = conversing([lmStudio('M1', node.url)]);
    await say(place, 'programme un audit tous les jours à 8 heures');
    const running = say(place, 'audit système');
    await sleep(150);
    expect((await say(place, "annule l'audit programmé")).text).toBe("L'audit prévu est annulé.");
    expect(await running).toMatchObject({ type: 'done' });
  });

  test('« stop » during an audit leaves what is planned', async () => {
    await using node = closing(await startLmStudio({ delayMs: 10_000 }));
    await using place = conversing([lmStudio('M1', node.url)]);
    await say(place, 'programme un audit tous les jours à 8 heures');
    const running = say(place, 'audit système');
    await sleep(150);
    expect((await say(place, 'stop')).text).toBe("D'accord, j'arrête.");
    await running;
    expect(await place.skill.schedules.list()).toHaveLength(1);
  });

  test("« annule l'audit » when none runs does not touch what is planned, and says how to", async () => {
    await using place = conversing([lmStudio('M1', DOWN)]);
    await say(place, 'programme un audit tous les jours à 8 heures', { channel: 'chat' });
    expect((await say(place, "annule l'audit", { channel: 'chat' })).text).toContain('programmé');
    expect(await place.skill.schedules.list()).toHaveLength(1);
  });
});

test.each([
  ['redémarre le cluster', 'refused', /ne/],
  ["n'audite pas", 'negated', /rien/],
  ['quel temps fait-il', 'not-for-us', /^$/],
])('« %s » does nothing', async (utterance, code, text) => {
  await using place = conversing([lmStudio('M1', DOWN)]);
  expect(await say(place, utterance)).toMatchObject({ type: 'failed', code, text: expect.stringMatching(text) });
  expect(readdirSync(place.out)).toEqual([]);
});

test('who says what they want details of has changed the subject', async () => {
  await using place = conversing([lmStudio('M1', DOWN), lmStudio('M2', DOWN)]);
  await say(place, 'audit système');
  await say(place, 'et M2 ?');
  const { text } = (await say(place, 'détaille la sécurité')) as { text: string };
  expect(text).toMatch(/sécurité/);
  // of everything, not of M2 alone
  expect(text).toContain('M1');
});
