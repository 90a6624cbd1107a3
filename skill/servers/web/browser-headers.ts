import type { FastifyHelmetOptions } from '@fastify/helmet';

const SELF = ["'self'"];
const NOTHING = ["'none'"];

/** Keeps a browser from being used against us: our page runs its own files and nothing else, and nobody frames it. */
export const BROWSER_HEADERS: FastifyHelmetOptions = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: NOTHING,
      scriptSrc: SELF,
      styleSrc: SELF,
      imgSrc: ['data:'],
      connectSrc: SELF,
      formAction: SELF,
      baseUri: NOTHING,
      frameAncestors: NOTHING,
    },
  },
  // with none at all, a form of our own page says that it comes from nowhere
  referrerPolicy: { policy: 'same-origin' },
  // a matter of whoever ends TLS before us
  hsts: false,
};
