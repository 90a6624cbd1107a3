/** What a variable, key or option holds by its name: something that opens a door by itself, or a word that one types. */
export type Holds = 'password' | 'token';

/** The words of a name: `dbPassword`, `DB_PASSWORD` and `db.password` have the same two. */
export function wordsIn(name: string): readonly string[] {
  return name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .filter((word) => word !== '');
}

const PASSWORD =
  /^(?:pass|pwd|pw|psk|mdp|webpw|requirepass|masterauth|(?:\w*)(?:password|passwd|passphrase|passcode|motdepasse)s?|(?:db|user|root|admin|mail|smtp|ftp|web|mysql|pg|redis|auth|http|wifi|sudo|keystore|mqtt)pass)$/;
const TOKEN =
  /^(?:jeton|credentials?|creds?|authorization|jwt|bearer|dsn|(?:\w*)(?:secret|token|apikey|apitoken|secretkey|accesskey|privatekey|authkey|encryptionkey|masterkey)s?)$/;
const KEY = /^(?:keys?|clef?s?)$/;

/** What makes a key of a door out of a key of a table. */
const OF_A_DOOR = new Set(
  'api app access secret private priv encryption encrypt cipher crypto signing signature sign master auth authentication authtoken service client session account deploy server bouncer admin bot hmac aes jwt ssh ssl tls rsa gpg pgp shared preshared webhook license licence user root storage subscription functions ingest write read reader writer sas consumer project agent node cluster join enrollment web hub host device wireguard wg acces secrete privee maitre'.split(
    ' ',
  ),
);
/** A name that ends so tells of the secret: where it is, how long it lives, what it is made of. */
const ABOUT = new Set(
  'authentication file files filename path paths dir directory folder url urls uri endpoint host hosts port name names namespace header headers prefix suffix length len min max size count limit limits expire expires expired expiry expiration lifetime ttl timeout minutes minute hours hour days day seconds age ms algorithm algo alg type types kind format id ids policy rounds iterations cost hash hashed hashes hasher required require enabled enable disabled disable allowed allow rotation rotate strength regex pattern field fields column param params parameter label hint prompt reset change changed update ref refs reference version location store provider manager source mode scope scopes audience issuer usage budget window rate price encoding encryption encoder decoder tokenizer mount env var variable variables cmd command script backend class group role check verify verification validation validator visible show placeholder title description text message error alias index uid fingerprint thumbprint pub public cert certificate ca issued created updated at by on for date attempts retries cookie domain engine plugin rule rules schema spec status state set exists value_from from location mapping map service servicename selector template example sample style rotationperiod bits exchange agreement bindings binding down up press code codes event board stroke chain ring pair'.split(
    ' ',
  ),
);
const NEVER_BEFORE = new Set(
  'public pub max min num number count total used unused completion reasoning cached input output primary foreign sort partition cache next prev previous first last forgot reset no has is use uses enable enabled disable require required show hide verify check validate hot shortcut translation i18n map dict row column index unique composite group routing object bucket page continuation cursor pagination sync csrf xsrf idempotency stop pad eos bos unk mask special per new by'.split(
    ' ',
  ),
);

/** Names come again and again; more than so many are not remembered. */
const MOST_KNOWN = 10_000;
const known = new Map<string, Holds | null>();

/** Whether a value of this name would be a secret, and of which sort; null for most names. */
export function heldBy(name: string): Holds | null {
  const found = known.get(name);
  if (found !== undefined) return found;
  const holds = sortOf(name);
  if (known.size < MOST_KNOWN) known.set(name, holds);
  return holds;
}

function sortOf(name: string): Holds | null {
  if (/(?:^|_)PAT$/.test(name)) return 'token';
  const words = joined(wordsIn(name));
  const at = words.findLastIndex((word) => PASSWORD.test(word) || TOKEN.test(word) || KEY.test(word));
  if (at < 0) return null;
  if (words.slice(at + 1).some((word) => ABOUT.has(word))) return null;
  const word = words[at] ?? '';
  const before = words[at - 1] ?? '';
  if (PASSWORD.test(word)) return NEVER_BEFORE.has(before) && word !== 'password' ? null : 'password';
  if (words.slice(0, at).some((each) => NEVER_BEFORE.has(each))) return null;
  if (!KEY.test(word)) return 'token';
  // « clé api » has its noun first
  const around = [...words.slice(0, at), ...words.slice(at + 1)];
  return around.length === 0 || around.some((each) => OF_A_DOOR.has(each)) || /^[A-Z\d_]+$/.test(name) ? 'token' : null;
}

/** « mot de passe » is one word here. */
function joined(words: readonly string[]): readonly string[] {
  return words.join(' ').replace('mot de passe', 'motdepasse').split(' ');
}
