import { parseApiJson } from '../../../probes/api-json.ts';
import type { HttpFingerprint, RawFingerprint } from '../fingerprint.ts';
import { textOf } from './text-of.ts';

export const traefik: HttpFingerprint = {
  product: 'Traefik',
  kind: 'traefik',
  over: 'http',
  ports: [8080],
  process: /^traefik/,
  front: /<title>Traefik/,
  path: '/api/version',
  recognise({ body }) {
    const answer = parseApiJson(body);
    const version = textOf(answer, 'Version');
    return version && textOf(answer, 'Codename') ? { version } : null;
  },
};

/** Without a key it answers so, and to nobody else's credit. */
export const crowdSec: HttpFingerprint = {
  product: 'CrowdSec',
  kind: 'crowdsec',
  over: 'http',
  ports: [8080],
  process: /^crowdsec/,
  path: '/v1/decisions',
  recognise: ({ status, body }) =>
    status === 403 && textOf(parseApiJson(body), 'message') === 'access forbidden' ? { isLocked: true } : null,
};

export const dockerApi: HttpFingerprint = {
  product: 'Docker API',
  kind: 'docker',
  over: 'http',
  ports: [2375],
  path: '/version',
  recognise({ body }) {
    const answer = parseApiJson(body);
    return textOf(answer, 'ApiVersion') ? { version: textOf(answer, 'Version') } : null;
  },
};

export const portainer: HttpFingerprint = {
  product: 'Portainer',
  kind: 'http',
  over: 'http',
  ports: [9000],
  front: /<title>Portainer/,
  path: '/api/status',
  recognise({ body }) {
    const answer = parseApiJson(body);
    return textOf(answer, 'InstanceID') ? { version: textOf(answer, 'Version') } : null;
  },
};

export const homeAssistant: HttpFingerprint = {
  product: 'Home Assistant',
  kind: 'homeassistant',
  over: 'http',
  ports: [8123],
  process: /^hass$/,
  front: /<title>Home Assistant/,
  path: '/manifest.json',
  fields: (at) => ({ url: `http://${at}`, token: { env: 'HOME_ASSISTANT_TOKEN' } }),
  recognise: ({ body }) => (textOf(parseApiJson(body), 'name') === 'Home Assistant' ? {} : null),
};

/** A web server that says its name, where nothing behind it says more. */
export const webServer: HttpFingerprint = {
  product: 'HTTP',
  kind: null,
  over: 'http',
  ports: [],
  isEverywhere: true,
  path: '/',
  recognise({ headers }) {
    const [, product, version = null] = /^(nginx|Caddy|Apache|lighttpd)(?:\/([\w.-]{1,20}))?/i.exec(headers['server'] ?? '') ?? [];
    return product ? { product, version } : null;
  },
};

export const ssh: RawFingerprint = {
  product: 'SSH',
  kind: null,
  over: 'tcp',
  ports: [22],
  say: null,
  recognise: (answer) => (answer.startsWith('SSH-') ? {} : null),
};
