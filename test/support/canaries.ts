import { randomFrom } from './random.ts';

export const MAIN_LOCALES = ['fr', 'en'] as const;

/** A secret that must never come out again, and where it lies. */
export interface Planted {
  readonly place: 'file' | 'environment' | 'url' | 'header' | 'body' | 'unit' | 'log';
  readonly name: string;
  readonly value: string;
  /** As it stands there. */
  readonly text: string;
  readonly file?: string;
}

const LETTERS = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ';
const HEX = '0123456789abcdef';

/** Fifty, of all kinds; no eight characters of one occur by chance. */
export function plant(seed: number): readonly Planted[] {
  const random = randomFrom(seed);
  const drawn = (length: number, from = `${LETTERS}23456789`) =>
    Array.from({ length }, () => from[Math.floor(random() * from.length)]).join('');
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const jwt = () => `${drawn(4)}.${drawn(24)}.${drawn(43)}`;
  const inFile = (file: string, name: string, value: string, text = `${name}=${value}`): Planted => ({
    place: 'file',
    file,
    name,
    value,
    text,
  });
  const elsewhere = (place: Planted['place'], name: string, value: string, text = `${name}=${value}`): Planted => ({
    place,
    name,
    value,
    text,
  });
  const key = Array.from({ length: 6 }, () => drawn(64, `${LETTERS}0123456789+/`)).join('\n');
  const signed = drawn(43);
  return [
    inFile('.env', 'POSTGRES_PASSWORD', drawn(16)),
    inFile('.env', 'JWT_SECRET_KEY', drawn(64, HEX)),
    inFile('.env', 'JARVIS_API_KEY', drawn(40)),
    inFile('.env', 'ADMIN_PASSWORD', `${drawn(12)}#7`),
    inFile('.env', 'HF_TOKEN', `hf_${drawn(34, LETTERS)}`),
    inFile('.env', 'GITHUB_TOKEN', `ghp_${drawn(36)}`),
    inFile('.env', 'GEMINI_API_KEY', `AIza${drawn(35)}`),
    inFile('.env', 'LM_STUDIO_KEY', `sk-lm-${drawn(8)}:${drawn(20)}`),
    inFile('.env', 'OPENAI_API_KEY', `sk-proj-${drawn(74)}T3BlbkFJ${drawn(74)}`),
    inFile('.env', 'SLACK_BOT_TOKEN', `xoxb-${drawn(24)}`),
    inFile('.env', 'TELEGRAM_BOT_TOKEN', `${drawn(10, '123456789')}:AA${drawn(33)}`),
    inFile('.env', 'GRAFANA_TOKEN', `glsa_${drawn(32)}_${drawn(8, HEX)}`),
    inFile('.env', 'CROWDSEC_KEY', drawn(43)),
    inFile('.env', 'AWS_SECRET_ACCESS_KEY', drawn(40)),
    inFile('.env', 'WIFI_PSK', drawn(14)),
    inFile('.env', 'HA_TOKEN', signed, `HA_TOKEN=${part({ alg: 'HS256' })}.${part({ iss: 'x', exp: 2e9 })}.${signed}`),
    inFile('.env', 'DATABASE_URL', drawn(18), ''),
    inFile('.env', 'REDIS_URL', drawn(24), ''),
    inFile('docker-compose.yml', 'MYSQL_ROOT_PASSWORD', drawn(14), ''),
    inFile('docker-compose.yml', 'label', drawn(32), ''),
    inFile('docker-compose.yml.OBSOLETE', 'DB_PASSWORD', drawn(14), ''),
    inFile('config.json', 'apiKey', drawn(32), ''),
    inFile('secrets.yaml', 'mqtt_password', drawn(14), ''),
    inFile('deploy.sh', 'bearer', drawn(40), ''),
    inFile('.bash_history', 'history', drawn(16), ''),
    inFile('keys/server.key', 'private key', key, ''),
    inFile('wg0.conf', 'PrivateKey', `${drawn(43)}=`, ''),
    inFile('app.log', 'log line', drawn(16), ''),
    elsewhere('environment', 'M1_TOKEN', drawn(32)),
    elsewhere('environment', 'C1_PASSWORD', drawn(20)),
    elsewhere('environment', 'LM_STUDIO_1_KEY', drawn(28)),
    elsewhere('environment', 'UNRELATED_SECRET', drawn(28)),
    elsewhere('url', 'userinfo', drawn(20)),
    elsewhere('url', 'api_key', drawn(20)),
    elsewhere('url', 'token', drawn(24)),
    ...['x-api-key', 'set-cookie', 'authorization'].map((name) => elsewhere('header', name, drawn(28))),
    elsewhere('body', 'bearer', drawn(30), ''),
    elsewhere('body', 'password', drawn(16), ''),
    elsewhere('body', 'jwt', jwt(), ''),
    elsewhere('body', 'url', drawn(18), ''),
    ...['DB_PASSWORD', 'API_TOKEN', 'SESSION_SECRET', 'SMTP_PASS'].map((name) => elsewhere('unit', name, drawn(20))),
    ...['password', 'token', 'secret', 'apikey'].map((name) => elsewhere('log', name, drawn(18))),
  ].map(worded);
}

/** How each stands where it lies, for those that are no NAME=VALUE. */
const WRITTEN: Readonly<Record<string, (value: string) => string>> = {
  DATABASE_URL: (value) => `DATABASE_URL=postgresql://jarvis:${value}@db.lan:5432/jarvis`,
  REDIS_URL: (value) => `REDIS_URL=redis://:${value}@10.0.0.5:6379/0`,
  MYSQL_ROOT_PASSWORD: (value) => `services:\n  db:\n    environment:\n      MYSQL_ROOT_PASSWORD: ${value}`,
  label: (value) => `    labels:\n      - "traefik.http.middlewares.a.headers.customrequestheaders.X-Api-Key=${value}"`,
  DB_PASSWORD: (value) => `    environment:\n      - DB_PASSWORD=${value}`,
  apiKey: (value) => `{ "apiKey": "${value}" }`,
  mqtt_password: (value) => `mqtt_password: "${value}"`,
  bearer: (value) => `curl -H "Authorization: Bearer ${value}" http://127.0.0.1:8001/`,
  history: (value) => `mysql -u root --password=${value} jarvis`,
  'private key': (value) => `-----BEGIN RSA PRIVATE KEY-----\n${value}\n-----END RSA PRIVATE KEY-----`,
  PrivateKey: (value) => `[Interface]\nPrivateKey = ${value}`,
  'log line': (value) => `2026-11-20 INFO connecting to postgres://jarvis:${value}@db/jarvis`,
  password: (value) => `{"error":"password=${value} refused"}`,
  jwt: (value) => `jwt eyJ${value}`,
  url: (value) => `see postgres://jarvis:${value}@db.lan/x`,
};

function worded(planted: Planted): Planted {
  return planted.text === '' ? { ...planted, text: WRITTEN[planted.name]?.(planted.value) ?? `${planted.name}=${planted.value}` } : planted;
}
