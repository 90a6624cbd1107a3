import { readFileSync } from 'node:fs';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { locales } from '../../../locales/all.ts';
import type { Locale } from '../../../locales/locale.ts';
import { loginHtml, pageHtml } from './page-html.ts';
import { SESSION_COOKIE, type Sessions } from './sessions.ts';

/** Under `/login`, since who has yet to log in needs them too. */
const ASSETS = { 'page.css': 'text/css; charset=utf-8', 'page.js': 'text/javascript; charset=utf-8' } as const;

/** `/` and `/login`: what a browser shows. Every figure comes from the API, by the page's own script. */
export function servePage(app: FastifyInstance, { key, sessions }: { readonly key: string | null; readonly sessions: Sessions }): void {
  const schema = { hide: true } as object;
  const isOpen = { schema, config: { isOpen: true } };
  const type = 'text/html; charset=utf-8';

  app.get('/', { schema, config: { isForEyes: true } }, async (request, reply) =>
    reply.type(type).send(pageHtml(localeOf(request), request.caller === 'session')),
  );
  app.get('/login', isOpen, async (request, reply) => {
    const isIn = key === null || sessions.isOpen(request.cookies[SESSION_COOKIE] ?? '');
    return isIn ? reply.redirect('/', 303) : reply.type(type).send(loginHtml(localeOf(request)));
  });
  for (const [name, type] of Object.entries(ASSETS)) {
    const text = readFileSync(new URL(name, import.meta.url), 'utf8');
    app.get(`/login/${name}`, isOpen, async (_request, reply) => reply.type(type).send(text));
  }
}

/** French, unless the browser would rather have English. */
function localeOf({ headers }: FastifyRequest): Locale {
  const wishes = (headers['accept-language'] ?? '').split(',').map((wish) => {
    const [language = '', quality] = wish.trim().split(/;\s*q=/);
    return { language: language.slice(0, 2).toLowerCase(), weight: quality === undefined ? 1 : Number(quality) || 0 };
  });
  const weightOf = (wanted: string) => Math.max(0, ...wishes.filter(({ language }) => language === wanted).map(({ weight }) => weight));
  return locales[weightOf('en') > weightOf('fr') ? 'en' : 'fr'];
}
