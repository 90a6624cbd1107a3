import type { FastifyInstance, RawRequestDefaultExpression } from 'fastify';
import { refuse } from './errors.ts';

/** Says 405 with what is allowed where there is a route for another method, else 404. Before the first route. */
export function refuseUnknownRoutes(app: FastifyInstance): void {
  const routes = new Map<string, { readonly pattern: RegExp; readonly methods: Set<string> }>();
  app.addHook('onRoute', ({ url, method }) => {
    const known = routes.get(url) ?? { pattern: patternOf(url), methods: new Set() };
    for (const each of [method].flat()) known.methods.add(each);
    routes.set(url, known);
  });
  app.setNotFoundHandler(({ url }, reply) => {
    if (url === MALFORMED) return refuse(reply, 'bad-url');
    const [path = ''] = url.split('?', 1);
    const allowed = [...routes.values()].filter(({ pattern }) => pattern.test(path)).flatMap(({ methods }) => [...methods]);
    if (allowed.length === 0) return refuse(reply, 'not-found');
    return refuse(reply.header('allow', [...new Set(allowed)].join(', ')), 'method-not-allowed');
  });
}

/** Where what cannot be decoded goes, so that it passes what every other call passes. */
const MALFORMED = '/malformed-url';

/** The URL that a route is looked for by. */
export function routable({ url = '' }: RawRequestDefaultExpression): string {
  if (!url.startsWith('/')) return MALFORMED;
  try {
    decodeURI(url);
    return url;
  } catch {
    return MALFORMED;
  }
}

function patternOf(url: string): RegExp {
  return new RegExp(`^${url.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/:\w+/g, '[^/]+')}$`);
}
