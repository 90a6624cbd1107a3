import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { en } from '../../locales/en/locale.ts';
import { fr } from '../../locales/fr/locale.ts';
import { reporters } from '../../reporters/all.ts';
import { reportSchema } from '../../skill/audit/report.ts';
import { judge } from '../../skill/audit/run.ts';
import { readingsFromText } from '../../skill/audit/saved-readings.ts';

/** What the world `jarvis` was read as, once: the words may change, the readings do not. */
const saved = readingsFromText(readFileSync(new URL('../golden/jarvis.readings.json', import.meta.url), 'utf8'));
const tool = { name: 'jarvis-audit', version: '0.0.0' };
const MOST_COLUMNS = 80;
const MOST_WORDS = 55;
/** Where the assistant cuts. */
const MOST_CHARACTERS = 300;

describe.each([fr, en])('in $language', (locale) => {
  const report = { ...judge(saved, locale, tool).report, id: '00000000-0000-7000-8000-000000000000' };

  it('the document is one that the schema accepts', () => {
    expect(reportSchema.safeParse(report).error).toBeUndefined();
  });

  // the document is the same data in both languages: one is enough to see it change
  it.each(reporters.filter(({ id }) => id !== 'json' || locale === fr))('$id says what it said before', async ({ id, render }) => {
    await expect(render(report, locale)).toMatchFileSnapshot(`../golden/jarvis.${locale.language}.${id}.${id === 'json' ? 'json' : 'txt'}`);
  });

  it('every finding that is open carries evidence, a remedy and a command that shows it again', () => {
    const open = report.findings.filter(({ outcome }) => outcome === 'fail' || outcome === 'warn');
    expect(open.length).toBeGreaterThan(5);
    expect(open.filter(({ evidence, remediation, verify }) => evidence.length === 0 || !remediation || !verify)).toEqual([]);
  });

  it('the console fits eighty columns, commands to paste apart', () => {
    const text = reporters.find(({ id }) => id === 'console')?.render(report, locale) ?? '';
    const long = text.split('\n').filter((line) => line.length > MOST_COLUMNS && !/^\s*\$ /.test(line));
    expect(long).toEqual([]);
  });

  it('the spoken summary is short, says its figures in words, and no word that the assistant discards', () => {
    const text = reporters.find(({ id }) => id === 'spoken')?.render(report, locale) ?? '';
    expect(text.split(/\s+/).length).toBeLessThanOrEqual(MOST_WORDS);
    expect(text.length).toBeLessThanOrEqual(MOST_CHARACTERS);
    expect(text).not.toMatch(/erreur|non reconnu|error|unrecogni[sz]ed/i);
    expect(text).not.toMatch(/\d/);
  });
});
