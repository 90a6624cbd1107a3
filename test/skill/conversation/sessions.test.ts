import { execFile } from 'node:child_process';
import { chownSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { createSessions, isActive, isSessionName, NEW_SESSION, type Session } from '../../../skill/conversation/sessions.ts';
import { temporaryFolder } from '../../support/fake-program.ts';

const NOW = Date.now();
const session: Session = {
  lastWordAt: NOW,
  answer: { speech: 'Tout va bien.', text: 'Tout va bien.' },
  heard: ['Quatre nœuds sur cinq répondent.'],
  grounds: null,
  report: '019c8a5e-7a40-7c3e-9d53-1f0f0d1a2b3c',
  topic: { section: 'security' },
};

/** Sessions of a folder, at a time. */
function at(out: string, now = NOW) {
  return createSessions(out, () => new Date(now));
}

const fileOf = (out: string, id = 'salon') => join(out, 'sessions', `${id}.json`);

test('what is written is read again, by its owner alone', async () => {
  using place = temporaryFolder();
  expect(await at(place.path).write('salon', session)).toBeNull();
  expect(await at(place.path).read('salon')).toEqual(session);
  expect(statSync(fileOf(place.path)).mode & 0o777).toBe(0o600);
  expect(statSync(join(place.path, 'sessions')).mode & 0o777).toBe(0o700);
  expect(readdirSync(join(place.path, 'sessions'))).toEqual(['salon.json']);
});

test.each([
  ['nine minutes old', 9 * 60_000, true],
  ['eleven minutes old', 11 * 60_000, false],
  ['half a minute ahead, as when we still speak', -30_000, true],
  ['an hour ahead, as after a clock was set back', -3_600_000, false],
])('a conversation %s', async (_, age, isKnown) => {
  using place = temporaryFolder();
  await at(place.path).write('salon', session);
  expect(await at(place.path, NOW + age).read('salon')).toEqual(isKnown ? session : NEW_SESSION);
});

test('context is active for a minute after the last word', () => {
  expect(isActive(session, NOW + 59_000)).toBe(true);
  expect(isActive(session, NOW - 10_000)).toBe(true);
  expect(isActive(session, NOW + 61_000)).toBe(false);
  expect(isActive(NEW_SESSION, NOW)).toBe(false);
});

describe('a new conversation is what', () => {
  test.each([
    ['is torn', '{"schema":"jarvis-session/1","lastWor'],
    ['is empty', ''],
    ['is no object', '[]'],
    ['is of another program', '{"name":"salon"}'],
    ['lacks a key', JSON.stringify({ schema: 'jarvis-session/1', lastWordAt: NOW })],
    ['has one too many', JSON.stringify({ schema: 'jarvis-session/1', ...session, more: 1 })],
    ['has a prototype', '{"__proto__":{"lastWordAt":1},"schema":"jarvis-session/1"}'],
    ['is huge', `${JSON.stringify({ schema: 'jarvis-session/1', ...session })}${' '.repeat(10_000_000)}`],
    ['is binary', '\u0000\u0001\ufffd'],
  ])('%s', async (_, text) => {
    using place = temporaryFolder();
    mkdirSync(join(place.path, 'sessions'));
    writeFileSync(fileOf(place.path), text);
    expect(await at(place.path).read('salon')).toEqual(NEW_SESSION);
    // and it can go on from there
    expect(await at(place.path).write('salon', session)).toBeNull();
    expect(await at(place.path).read('salon')).toEqual(session);
  });

  test('is a link, whose target is left alone', async () => {
    using place = temporaryFolder();
    using elsewhere = temporaryFolder();
    const secret = join(elsewhere.path, 'secret.json');
    writeFileSync(secret, JSON.stringify({ schema: 'jarvis-session/1', ...session }));
    mkdirSync(join(place.path, 'sessions'));
    symlinkSync(secret, fileOf(place.path));
    const before = readFileSync(secret, 'utf8');
    expect(await at(place.path).read('salon')).toEqual(NEW_SESSION);
    await at(place.path).write('salon', { ...session, report: null });
    expect(readFileSync(secret, 'utf8')).toBe(before);
  });

  test('is a folder, or a pipe that nobody writes', async () => {
    using place = temporaryFolder();
    mkdirSync(fileOf(place.path, 'dossier'), { recursive: true });
    await promisify(execFile)('mkfifo', [fileOf(place.path, 'tube')]);
    expect(await at(place.path).read('dossier')).toEqual(NEW_SESSION);
    expect(await at(place.path).read('tube')).toEqual(NEW_SESSION);
  });

  test.skipIf(process.getuid?.() !== 0)('is somebody else’s', async () => {
    using place = temporaryFolder();
    await at(place.path).write('salon', session);
    chownSync(fileOf(place.path), 65_534, 65_534);
    expect(await at(place.path).read('salon')).toEqual(NEW_SESSION);
  });
});

test('what cannot be written is told, and remembered as long as this process lives', async () => {
  using place = temporaryFolder();
  writeFileSync(join(place.path, 'sessions'), 'a file in the place of the folder');
  const sessions = at(place.path);
  expect(await sessions.write('salon', session)).toMatch(/EEXIST|ENOTDIR|not a/);
  expect(await sessions.read('salon')).toEqual(session);
  expect(await at(place.path).read('salon')).toEqual(NEW_SESSION);
});

test('forgotten conversations are swept, other files are not', async () => {
  using place = temporaryFolder();
  const folder = join(place.path, 'sessions');
  mkdirSync(folder);
  for (const name of ['old.json', 'new.json', 'notes.txt', '.hidden.json', 'bad name.json']) writeFileSync(join(folder, name), '{}');
  mkdirSync(join(folder, 'folder.json'));
  const longAgo = (NOW - 3_600_000) / 1_000;
  for (const name of ['old.json', 'notes.txt', '.hidden.json', 'bad name.json', 'folder.json'])
    utimesSync(join(folder, name), longAgo, longAgo);
  await at(place.path).write('salon', session);
  expect(readdirSync(folder).toSorted()).toEqual(['.hidden.json', 'bad name.json', 'folder.json', 'new.json', 'notes.txt', 'salon.json']);
});

test('two processes that write one conversation never tear it', { timeout: 60_000 }, async () => {
  using place = temporaryFolder();
  const program = join(import.meta.dirname, '../../support/session-loop.ts');
  const writers = ['a', 'b'].map((word) => promisify(execFile)(process.execPath, [program, place.path, word, '300']));
  const readers = at(place.path);
  const seen = new Set<string>();
  let isOver = false;
  const all = Promise.all(writers).finally(() => {
    isOver = true;
  });
  while (!isOver) {
    const text = await readFile(fileOf(place.path), 'utf8').catch(() => null);
    if (text !== null) JSON.parse(text);
    seen.add((await readers.read('salon')).answer?.text[0] ?? 'none');
  }
  await all;
  expect([...seen].filter((word) => word !== 'none').toSorted()).toEqual(['a', 'b']);
  expect(readdirSync(join(place.path, 'sessions'))).toEqual(['salon.json']);
});

test.each([
  ['a', true],
  ['A-b.c_9', true],
  ['-x', true],
  ['.x', false],
  ['..', false],
  ['a b', false],
  ['a/b', false],
  ['a\n', false],
  ['', false],
])('%j as a name', (name, isOne) => {
  expect(isSessionName(name)).toBe(isOne);
});
