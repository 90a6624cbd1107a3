import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, onTestFinished, test } from 'vitest';
import { en } from '../../locales/en/locale.ts';
import { fr } from '../../locales/fr/locale.ts';
import { type Locale, type Message, wordsOf } from '../../locales/locale.ts';
import { reporters } from '../../reporters/all.ts';
import { coloured } from '../../reporters/colour.ts';
import { type Report, reportSchema } from '../../skill/audit/report.ts';
import { readingsFromText } from '../../skill/audit/saved-readings.ts';
import { progressLine } from '../../skill/progress.ts';
import { plainSpeech } from '../../skill/voice/speaking/plain-speech.ts';
import { CANARY, HOSTILE, hostileReport } from '../support/hostile.ts';
import { messages, rarer } from '../support/message-samples.ts';

/** Controls but the line feed, what is not seen, what reorders, and halves of characters. */
const UNPRINTABLE = /[^\P{C}\n]|[\u2028\u2029\u115f\u1160\u3164\uffa0]|\p{M}{5}/u;
const MOST_COLUMNS = 80;
const SLOWEST_MS = 4_000;

/** What holds of each form whatever the names are. A new reporter says here what it promises. */
const CLAIMS: Readonly<Record<string, (text: string, report: Report) => void>> = {
  console(text) {
    expect(UNPRINTABLE.exec(text)?.[0]).toBeUndefined();
    expect(text.split('\n').filter((line) => line.length > MOST_COLUMNS && !/^\s*\$ /.test(line))).toEqual([]);
    // what begins a section is ours alone
    expect(text.split('\n').filter((line) => /^§\d/.test(line))).toHaveLength(10);
    expect(stripVTControlCharacters(coloured(text))).toBe(text);
  },
  json(text, report) {
    expect(UNPRINTABLE.exec(text.replace(/\p{M}+/gu, ''))?.[0]).toBeUndefined();
    expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(report)));
    expect(reportSchema.safeParse(JSON.parse(text)).error).toBeUndefined();
  },
  sh(text) {
    expect(UNPRINTABLE.exec(text)?.[0]).toBeUndefined();
    expect(spawnSync('sh', ['-n'], { input: text, encoding: 'utf8' })).toMatchObject({ status: 0, stderr: '' });
  },
  spoken(text) {
    expect(text.split(/\s+/).length).toBeLessThanOrEqual(55);
    expect(text.length).toBeLessThanOrEqual(500);
    // nothing that an engine obeys, and nothing is lost where the last barrier stands
    expect(plainSpeech(text)).toBe(text);
    expect(text).toMatch(/^[\p{L}\p{M} .,;:!?'’()«»“”…-]+$/u);
    expect(text).not.toMatch(/^[\s-]|\p{M}{5}|\s-/u);
  },
};

test('every reporter says what holds of it when names are hostile', () => {
  expect(Object.keys(CLAIMS)).toEqual(expect.arrayContaining(reporters.map(({ id }) => id)));
});

describe.each(Object.entries(HOSTILE))('%s', (_, text) => {
  describe.each([fr, en])('in $language', (locale: Locale) => {
    test.each(locale === fr ? [true, false] : [true])('no reporter gives way (cleaned as it was read: %s)', (isRead) => {
      const report = hostileReport(text, locale, isRead);
      for (const { id, render } of reporters) {
        const startedAt = performance.now();
        const shown = render(report, locale);
        expect(performance.now() - startedAt).toBeLessThan(SLOWEST_MS);
        CLAIMS[id]?.(shown, report);
      }
    });

    test('every message has its words', () => {
      for (const message of [...messages, ...rarer]) {
        const { text: said, spoken, remedy, action } = wordsOf(locale, hostileMessage(message, text));
        for (const words of [said, spoken, remedy ?? '', action ?? '']) {
          expect(words).not.toMatch(/undefined|\[object|NaN/);
        }
        expect(locale.aloud(spoken)).not.toMatch(/[\d<>[\]{}\\`$|]/);
      }
    });
  });

  test('the line of progress stays one line', () => {
    const written: string[] = [];
    const stream = { isTTY: true, columns: 60, write: (part: string) => written.push(part) > 0 };
    progressLine(stream).show(1, 2, { id: text });
    const line = written.join('').replace('\r\u001b[2K', '');
    expect(UNPRINTABLE.exec(line)?.[0]).toBeUndefined();
    expect(line).not.toContain('\n');
    expect(line.length).toBeLessThan(60);
  });
});

/** Names take the text; codes of a closed set stay. */
function hostileMessage({ id, values }: Message, text: string): Message {
  const closed = /^(?:failure|why|what|code|scope|state|capability|capabilities|loses|kind)$/;
  const hostile = (value: unknown): unknown => (typeof value === 'string' ? text : Array.isArray(value) ? value.map(hostile) : value);
  return {
    id,
    values: Object.fromEntries(Object.entries(values).map(([key, value]) => [key, closed.test(key) ? value : hostile(value)])),
  } as Message;
}

test('a file that is replayed is cleaned as what is read', () => {
  const saved = readFileSync(new URL('../golden/jarvis.readings.json', import.meta.url), 'utf8');
  const { inventory } = readingsFromText(saved.replace('"JARVIS"', '"JAR\\u001b[2J\\u202eVIS"'));
  expect(inventory.cluster.name).toBe('JAR[2JVIS');
});

describe('a command that verifies', () => {
  const commands = [...new Set(Object.values(HOSTILE).flatMap((text) => [true, false].flatMap((isRead) => verifiesOf(text, isRead))))];

  test('is one line that a person can read and paste', () => {
    expect(commands.length).toBeGreaterThan(100);
    expect(commands.filter((command) => UNPRINTABLE.test(command) || command.includes('\n'))).toEqual([]);
  });

  test('is a line that a shell understands', () => {
    expect(eachInShell(commands, '/bin/sh -n -c "$each" || printf "%s\\n" "$each"')).toBe('');
    expect(eachInShell(["echo 'open"], '/bin/sh -n -c "$each" || printf "%s\\n" "$each"')).toContain('open');
  });

  test('runs nothing that a name holds', () => {
    const folder = mkdtempSync(join(tmpdir(), 'verify-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const tempted = commands.filter((command) => command.includes(CANARY));
    expect(tempted.length).toBeGreaterThan(50);
    // redirections and substitutions need no program: nothing else is there
    const run = `/bin/sh -c "$each" </dev/null >/dev/null; test ! -e ${CANARY} || printf "%s\\n" "$each"`;
    expect(eachInShell(tempted, run, folder)).toBe('');
    expect(eachInShell([`df -h $(: >${CANARY})`], run, folder)).toContain('df -h');
    expect(readdirSync(folder)).toEqual([CANARY]);
  });

  test('hands a program no option that is a name', () => {
    expect(commands.filter((command) => /(?<! --| -e) '?-(?:-help|e\/etc)/.test(command) && !command.startsWith('node '))).toEqual([]);
  });
});

/** Standard output of a loop over commands, few enough at a time for an argument list. No program is on its PATH. */
function eachInShell(commands: readonly string[], body: string, cwd = '/'): string {
  const chunks = Array.from({ length: Math.ceil(commands.length / 20) }, (_, index) => commands.slice(20 * index, 20 * (index + 1)));
  return chunks
    .map((chunk) => {
      const script = `for each in "$@"; do ${body}; done`;
      const { stdout, error } = spawnSync('/bin/sh', ['-c', script, 'sh', ...chunk], {
        cwd,
        env: { PATH: '/nonexistent' },
        encoding: 'utf8',
      });
      if (error) throw error;
      return stdout;
    })
    .join('');
}

function verifiesOf(text: string, isRead: boolean): readonly string[] {
  return hostileReport(text, fr, isRead).findings.flatMap(({ verify }) => verify ?? []);
}
