import { parseApiJson } from '../../../probes/api-json.ts';
import { cut } from '../../../probes/cut.ts';
import { fieldOf } from '../../../probes/entries.ts';
import type { HttpFingerprint, RawFingerprint } from '../fingerprint.ts';
import { textOf } from './text-of.ts';

export const redis: RawFingerprint = {
  product: 'Redis',
  kind: 'redis',
  over: 'tcp',
  ports: [6379],
  process: /^(redis|valkey)/,
  fields: (at) => ({ url: `redis://${at}` }),
  say: 'PING\r\n',
  recognise(answer) {
    if (/^\+PONG|^-(LOADING|MASTERDOWN)\b/.test(answer)) return {};
    return /^-(NOAUTH|WRONGPASS|DENIED)\b/.test(answer) ? { isLocked: true } : null;
  },
};

export const postgres: RawFingerprint = {
  product: 'PostgreSQL',
  kind: 'postgres',
  over: 'tcp',
  ports: [5432, 5433],
  process: /^postgres/,
  fields: (at) => ({ url: `postgres://${at}/postgres` }),
  // SSLRequest: it is answered before anybody logs in
  say: Uint8Array.of(0, 0, 0, 8, 4, 210, 22, 47),
  recognise: (answer) => (answer === 'S' || answer === 'N' ? {} : null),
};

export const mysql: RawFingerprint = {
  product: 'MySQL',
  kind: 'mysql',
  over: 'tcp',
  ports: [3306],
  process: /^(mysqld|mariadbd)/,
  fields: (at) => ({ url: `mysql://${at}` }),
  say: null,
  recognise(answer) {
    // protocol 10 greets with its version, or refuses this host
    const [, greeting] = /^[\s\S]{4}\n([^\0]{3,80})\0/.exec(answer) ?? [];
    if (greeting === undefined) return /^[\s\S]{3}\0\xff/.test(answer) ? { isLocked: true } : null;
    const version = cut(greeting.replace(/^5\.5\.5-/, ''), 40);
    return { product: /mariadb/i.test(version) ? 'MariaDB' : 'MySQL', version };
  },
};

export const mqtt: RawFingerprint = {
  product: 'MQTT',
  kind: 'mqtt',
  over: 'tcp',
  ports: [1883],
  process: /^(mosquitto|emqx)/,
  fields: (at) => ({ url: `mqtt://${at}` }),
  // CONNECT of MQTT 3.1.1 with a clean session and no name, which leaves nothing behind
  say: Uint8Array.of(0x10, 12, 0, 4, 0x4d, 0x51, 0x54, 0x54, 4, 2, 0, 5, 0, 0),
  recognise(answer) {
    if (!answer.startsWith('\x20\x02') || answer.length < 4) return null;
    return answer.charCodeAt(3) === 0 ? {} : { isLocked: true };
  },
};

export const qdrant: HttpFingerprint = {
  product: 'Qdrant',
  kind: 'qdrant',
  over: 'http',
  ports: [6333],
  process: /^qdrant/,
  front: /"title"\s*:\s*"qdrant\b/,
  path: '/',
  recognise({ body }) {
    const answer = parseApiJson(body);
    return textOf(answer, 'title')?.startsWith('qdrant') ? { version: textOf(answer, 'version') } : null;
  },
};

export const chroma: HttpFingerprint = {
  product: 'Chroma',
  kind: 'chroma',
  over: 'http',
  ports: [8000],
  process: /^chroma/,
  path: '/api/v1/heartbeat',
  recognise({ status, body }) {
    const answer = parseApiJson(body);
    if (fieldOf(answer, 'nanosecond heartbeat') !== undefined) return {};
    // since 1.0 the old path is gone, and says so
    return status === 410 && /"The v1 API is deprecated\. Please use \/v2/.test(body) ? { version: '≥ 1.0' } : null;
  },
};
