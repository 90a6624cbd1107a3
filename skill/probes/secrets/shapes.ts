import type { Kind, Place } from './kinds.ts';
import { tokensIn } from './tokens.ts';

/** From the end of the scheme to the host. */
const PASSWORD_IN_URL = /:\/\/([^\s:/@"'`<>|,]{0,100}):([^\s/"'`<>|]{1,300}?)@(?=[\w[$({%<-])/g;
const SCHEME = /[a-z][a-z\d+.-]{0,24}$/i;
/** host:port:database:user:password */
const PGPASS = /^[\w.*-]{1,100}:(?:\d{2,5}|\*):[\w*-]{1,64}:[\w*.-]{1,64}:([^\s:]{4,200})$/gm;
/** A name and a password in base64, as `docker login` leaves them. */
const DOCKER_LOGIN = /"auth"\s{0,4}:\s{0,4}"([A-Za-z0-9+/]{12,2000}={0,2})"/g;
const PEM = /-----BEGIN ((?:[A-Z0-9]{1,12} ){0,3})PRIVATE KEY(?: BLOCK)?-----/g;
const PEM_END = /-----END [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----/g;
/** Without one of these words nothing is handed to anybody. */
const HANDING = /mysql|redis-cli|sshpass|login|curl|Authorization|X-[A-Z]|mosquitto_|cifs|smbclient/;
/** How people hand a password to a program. */
const HANDED: readonly (readonly [service: string | null, pattern: RegExp])[] = [
  ['MySQL', /\bmysql(?:dump|admin|import)?\s[^\n|;&]{0,200}?(?<=\s)-p(?!assword)([^\s"'|;&]{4,100})/g],
  ['Redis', /\bredis-cli\s[^\n|;&]{0,200}?-a\s{1,4}["']?([^\s"'|;&]{4,100})/g],
  ['SSH', /\bsshpass\s{1,4}-p\s{0,4}["']?([^\s"'|;&]{4,100})/g],
  ['Docker', /\b(?:docker|podman)\s{1,4}login\s[^\n|;&]{0,200}?-p\s{1,4}["']?([^\s"'|;&]{4,200})/g],
  [null, /\bcurl\s[^\n|;&]{0,300}?(?:-u|--user)[\s=]{1,4}["']?[^\s:"'|;&]{1,64}:([^\s"'|;&]{4,100})/g],
  [
    null,
    /\b(?:Authorization|X-[\w-]{1,40}-?(?:Key|Token))["']?\s{0,3}[:=,]?\s{0,3}["']?(?:Bearer|Basic|Token|token)\s{1,3}([\w.~+/=:-]{12,2000})/g,
  ],
  [null, /\blogin\s{1,4}\S{1,100}\s{1,4}password\s{1,4}([^\s"'{}<>]{4,200})/g],
  ['MQTT', /\bmosquitto_(?:pub|sub)\s[^\n|;&]{0,200}?-P\s{1,4}["']?([^\s"'|;&]{4,100})/g],
  ['Samba', /\b(?:mount|smbclient)(?:\.cifs)?\s[^\n|;&]{0,200}?\bpassword=([^\s"',|;&]{4,100})/g],
];

type Shown = Place & { readonly secret: string };

/** What can be told without a name, with the part that is secret. */
export function* shapesIn(text: string, path = ''): Generator<Shown> {
  for (const token of tokensIn(text)) yield { ...token, secret: text.slice(token.start, token.end) };
  yield* urlsIn(text);
  if (HANDING.test(text)) for (const [service, pattern] of HANDED) yield* captured(text, pattern, service);
  if (/pgpass/i.test(path)) yield* captured(text, PGPASS, 'PostgreSQL');
  for (const login of captured(text, DOCKER_LOGIN, 'Docker')) if (isLogin(login.secret)) yield login;
  yield* privateKeys(text);
}

function* urlsIn(text: string): Generator<Shown> {
  for (const match of text.matchAll(PASSWORD_IN_URL)) {
    const [all, , password = ''] = match;
    const scheme = SCHEME.exec(text.slice(Math.max(0, match.index - 25), match.index))?.[0] ?? '';
    const service = SCHEMES[scheme.toLowerCase().replace(/\+.*/, '')] ?? null;
    if (scheme !== '') yield { ...place(match.index - scheme.length, scheme + all, 'connection-url', service), secret: password };
  }
}

function* captured(text: string, pattern: RegExp, service: string | null): Generator<Shown> {
  for (const match of text.matchAll(pattern)) {
    const [all, secret = ''] = match;
    yield place(match.index + all.lastIndexOf(secret), secret, /Bearer|Token/i.test(all) ? 'token' : 'password', service);
  }
}

const isLogin = (text: string) => /^[\x20-\x7e]+:[\x20-\x7e]+$/.test(Buffer.from(text, 'base64').toString('latin1'));

function place(start: number, secret: string, kind: Kind, service: string | null): Shown {
  return { start, end: start + secret.length, kind, service, secret };
}

/** As long as a key of 16,384 bits. */
const LONGEST_KEY = 16_000;
const SHORTEST_KEY = 40;

/** With a passphrase it is no key yet. Line ends may be written `\n`. */
function* privateKeys(text: string): Generator<Shown> {
  for (const match of text.matchAll(PEM)) {
    PEM_END.lastIndex = match.index;
    const end = PEM_END.exec(text.slice(0, match.index + LONGEST_KEY));
    const whole = text.slice(match.index, end ? end.index + end[0].length : match.index + LONGEST_KEY);
    const body = whole.slice(match[0].length, end ? -end[0].length : undefined);
    if (/^ENCRYPTED /.test(match[1] ?? '') || /ENCRYPTED/.test(body.slice(0, 200))) continue;
    const figures = body.replace(/\\[nrt]|\s|["'+,]/g, '').match(/^[A-Za-z0-9+/=]+/)?.[0] ?? '';
    if (figures.length < SHORTEST_KEY || new Set(figures).size < 12) continue;
    yield place(match.index, whole, 'private-key', null);
  }
}

const SCHEMES: Readonly<Record<string, string>> = {
  postgres: 'PostgreSQL',
  postgresql: 'PostgreSQL',
  timescale: 'PostgreSQL',
  mysql: 'MySQL',
  mariadb: 'MariaDB',
  mongodb: 'MongoDB',
  redis: 'Redis',
  rediss: 'Redis',
  valkey: 'Valkey',
  amqp: 'RabbitMQ',
  amqps: 'RabbitMQ',
  mqtt: 'MQTT',
  mqtts: 'MQTT',
  nats: 'NATS',
  ftp: 'FTP',
  sftp: 'SSH',
  ssh: 'SSH',
  smtp: 'SMTP',
  smtps: 'SMTP',
  rtsp: 'RTSP',
  clickhouse: 'ClickHouse',
  influxdb: 'InfluxDB',
  ldap: 'LDAP',
  ldaps: 'LDAP',
};
