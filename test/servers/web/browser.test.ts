import { describe, expect, it } from 'vitest';
import { browse, hasBrowser } from '../../support/browser.ts';
import { reportSample } from '../../support/report-sample.ts';
import { KEY, serving } from './serving.ts';
import { smallSkill } from './small-skill.ts';

const textOf = (id: string) => `document.getElementById('${id}')?.textContent ?? null`;

describe.skipIf(!hasBrowser)('in a real browser (needs chromium)', () => {
  it('one logs in, sees the latest audit, asks, and logs out', async () => {
    const { url, skill } = await serving();
    const page = await browse(url);
    await expect.poll(() => page.evaluate('location.pathname')).toBe('/login');
    await expect.poll(() => page.evaluate("document.readyState === 'complete'")).toBe(true);
    await page.evaluate("document.getElementById('key').value = 'wrong'; document.querySelector('button').click()");
    await expect.poll(() => page.evaluate(textOf('refusal'))).toBe("Cette clé n'est pas la bonne.");
    await page.evaluate(`document.getElementById('key').value = '${KEY}'; document.querySelector('button').click()`);
    await expect.poll(() => page.evaluate(textOf('status'))).toBe('à surveiller');
    expect(await page.evaluate(textOf('overall'))).toBe('61 / 100 (D)');
    expect(await page.evaluate(textOf('scores'))).toContain('Sécuritésans note');
    expect(await page.evaluate('document.cookie')).toBe('');
    await page.evaluate("document.getElementById('question').value = 'état du cluster'; document.querySelector('form button').click()");
    await expect.poll(() => page.evaluate(textOf('answer'))).toBe('Tout va bien : 1 nœud sur 2.');
    expect(skill.handled).toEqual([{ utterance: 'état du cluster', channel: 'chat', locale: 'fr' }]);
    await page.evaluate("document.getElementById('logout').click()");
    await expect.poll(() => page.evaluate('location.pathname')).toBe('/login');
    // a wrong key is said by the browser too
    expect(page.complaints.filter((text) => !text.includes('401'))).toEqual([]);
  });

  it('one logs in by the bare form, where no script runs', async () => {
    const { url } = await serving();
    const page = await browse(url);
    await expect.poll(() => page.evaluate('location.pathname')).toBe('/login');
    await expect.poll(() => page.evaluate("document.readyState === 'complete'")).toBe(true);
    await page.evaluate(`document.getElementById('key').value = '${KEY}'; document.getElementById('login').submit()`);
    await expect.poll(() => page.evaluate(textOf('status'))).toBe('à surveiller');
  });

  it('what a target calls itself is text', async () => {
    const evil = '<img src=x onerror="document.title=1"><script>document.title=2</script>';
    const risks = [{ code: 'GPU-002', target: 'tour', subject: '0', severity: 'high', component: 'tour', text: evil }] as const;
    const { url } = await serving({ key: null, skill: smallSkill(undefined, [reportSample({ risks: [...risks] })]) });
    const page = await browse(url, 'en');
    await expect.poll(() => page.evaluate(textOf('risks'))).toBe(`high${evil}`);
    expect(await page.evaluate('[document.title, document.images.length, document.documentElement.lang]')).toEqual([
      'JARVIS – system audit',
      0,
      'en',
    ]);
    expect(page.complaints).toEqual([]);
  });

  it('before the first audit says that there is none', async () => {
    const { url } = await serving({ key: null, skill: smallSkill(undefined, []) });
    const page = await browse(url);
    await expect.poll(() => page.evaluate("document.getElementById('none')?.hidden")).toBe(false);
    expect(await page.evaluate("document.getElementById('details').hidden")).toBe(true);
  });
});
