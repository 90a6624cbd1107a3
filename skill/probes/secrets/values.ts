import type { Holds } from './names.ts';

/** How the text around a value is written: settings take a value as it is, code and prose may only talk of one. */
export type Style = 'settings' | 'structured' | 'code' | 'prose';

/** `secret`: it opens something. `weak`: so does this, and anybody guesses it. `placeholder`: somebody was to replace it. */
export type Worth = 'secret' | 'weak' | 'placeholder' | 'none';

const NOTHING = new Set(
  'true false yes no on off none null nil undefined empty unset auto automatic inherit disabled enabled optional required generated prompt ask stdin keyring vault string text str varchar char integer int number boolean bool object array any unknown bytes uuid hidden masked redacted removed anonymous basic bearer plain md5 bcrypt argon2 argon2id scrypt pbkdf2 scram-sha-256 trust peer hs256 hs384 hs512 rs256 es256 eddsa ed25519 rsa aes aes-256-gcm external internal oauth oauth2 oidc saml ldap jwt pass fail failed success cookie header query body n/a na tbd tba'.split(
    ' ',
  ),
);
const GUESSED =
  /^(?:(?:admin|administrator|root|postgres|postgresql|mysql|mariadb|mongo|mongodb|redis|rabbitmq|guest|user|grafana|minio|minioadmin|elastic|test|demo|qwerty|azerty|letmein|welcome|raspberry|pi|ubuntu|debian|jarvis|homeassistant|n8n|neo4j|guacamole|sa|toor|passw0rd|p@ssw0rd|bonjour|soleil|azertyuiop|qwertyuiop|iloveyou)[\d!.]{0,4}|(?:pass|password|secret|motdepasse|changeme|abcd?)\d{1,4}[!.]?|1234\d{0,6}|0000|1111)$/i;

/** Words that no generator draws. */
const SPARE =
  /change[-_ .]?(?:me|it|this|moi)|change[rz][-_ ]?(?:moi|ceci|en)|a[-_ ]changer|remplac|replace[-_ ]?(?:me|this|with)|place[-_ ]?holder|example|exemple|dummy|fill[-_ ]?(?:in|me)|redacted|super[-_ ]?secret|(?:in|en)[-_ ]production|do[-_ ]not[-_ ]use|openssl[-_ ]rand|random[-_ ](?:string|key|secret|value)|not[-_ ](?:set|needed|required|used|real|a[-_ ]secret)|lm-studio/i;
/** Words that it may. */
const PERHAPS_SPARE =
  /(?:^|[-_ ."'/])(?:your?|votre|my|mon|ma|the|some|insert|enter|put)[-_ ]?(?:own[-_ ])?(?:\w+[-_ ]){0,4}(?:key|token|secret|password|pass|pwd|cle|jeton|mdp|here|ici|value|credentials?|id|account|project|instance|name|user|host|domain|email)|[-_ ](?:here|ici)(?:$|[-_ !])|fixme|to[-_ ]?do(?:$|[-_ ])|no[-_ ]?(?:key|token|secret|password)|for[-_ ]?(?:dev|development|testing|local)|insecure|unsafe|generate[-_ ]|sample|\bfoo(?:bar)?\b|deadbeef|lorem/i;
const ALONE =
  /^(?:(?:my|your|the|db|api|app|user|auth|jwt|access|default|new|some|a)?[-_ ]?)?(?:password|passwd|passphrase|pass|pwd|secret|token|key|apikey|api[-_]key|secret[-_]?key|mot[-_ ]de[-_ ]passe|motdepasse|mdp|jeton|cle|credentials?|value|string|default|lm-?studio|ollama|xyz|abc|bar|baz|quux)s?$/i;
/** The same character over and over, or what stands for the rest. */
const BLANK = /^(.)\1*$|x{4}|\*{3}|\.{3}|_{4}|0{8}/i;
/** The alphabet, or the figures in their order. */
const DRAWN = /abcdefghij|0123456789|1234567890|9876543210/i;

const REFERENCE =
  /^(?:\$\w|\$\{|\$\(|\$\{\{|\{\{|`|<%|%\w+%$|@\{|#\{|!\w|&\w+$|\*\w+$|ENC[[(]|AQICA|op:\/\/|vault:|ref\+|arn:|env:|file:|keychain:|secret:|sops:|ssm:|gcp:|azurekeyvault:|akv:|doppler:|@Microsoft\.KeyVault|kms:|projects\/|os\.|process\.|import\.meta|System\.|ENV\[|getenv|config\.|settings\.|self\.|this\.|args\.|options\.|secrets\.|vars\.|values\.|\.Values|var\.|local\.|data\.|module\.|lookup\(|resolve:)/;
const HASHED =
  /^(?:\$?\$(?:2[abxy]?|5|6|y|apr1|1|7|argon2\w*|pbkdf2[\w-]*|scrypt)\$|\{(?:S?SHA|CRYPT|MD5|BCRYPT|ARGON2)\d*\}|pbkdf2|scrypt:|argon2|bcrypt|SCRAM-SHA|sha\d{1,3}[:-]|md5[0-9a-f]{32}$)/i;
const ROOTED =
  /^(?:~|\.{1,2}|\/(?:etc|run|var|home|root|usr|opt|srv|mnt|data|secrets?|app|config|tmp|dev|proc|certs?|keys|ssl|vault|media|volumes?|share|boot|sys))(?:\/|$)|^[A-Za-z]:[\\/]/;
const NAMED_FILE =
  /^[\w./\\-]+\.(?:pem|key|crt|cer|p12|pfx|jks|json|ya?ml|txt|env|conf|cfg|toml|ini|log|sh|py|[cm]?[jt]sx?|go|rs|html?|md|xml|pub|gpg|asc|age|sock|db|sqlite3?|service|socket|lan|local|localhost|internal)$/i;
const MEASURE = /^[-+]?\d+(?:[.,]\d+)?\s?(?:ms|s|m|h|d|w|y|min|sec|[kmgt]i?b?|%|px|em)?$/i;
const ADDRESS = /^[a-z][a-z\d+.-]{1,20}:\/\//i;
const UUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;

/** What a value under a name of this sort is worth. */
export function worthOf(value: string, holds: Holds, name: string, written: Style): Worth {
  const text = value.trim();
  // an environment variable is a setting wherever it stands
  const style = written === 'structured' && /^[A-Z][A-Z\d_]*$/.test(name) ? 'settings' : written;
  if (text.length < 4 || text.length > 4096 || isElsewhere(text)) return 'none';
  if (NOTHING.has(text.toLowerCase())) return 'none';
  if (isPlaceholder(text, name) || (holds === 'token' && DRAWN.test(text))) return 'placeholder';
  if (holds === 'password') return worthOfPassword(text, style);
  return isToken(text, style) || isPhrase(text, name, style) ? 'secret' : 'none';
}

/** Nobody's secret: a value that asks to be replaced, is blank, or says its own name. */
export function isPlaceholder(text: string, name = ''): boolean {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '');
  if (/^<.*>$|^\[.*\]$|^\(.*\)$|^\{[^{}]*\}$/s.test(plain) || BLANK.test(plain) || ALONE.test(plain)) return true;
  if (name !== '' && lettersOf(plain) === lettersOf(name)) return true;
  return SPARE.test(plain) || (PERHAPS_SPARE.test(plain) && !isRandom(longestRun(plain)));
}

const lettersOf = (text: string) => text.toLowerCase().replace(/[^a-z\d]/g, '');

/** Not the secret itself: where it comes from, where it lies, or what it was turned into. */
export function isElsewhere(text: string): boolean {
  return (
    REFERENCE.test(text) || HASHED.test(text) || ROOTED.test(text) || NAMED_FILE.test(text) || (ADDRESS.test(text) && !text.includes('@'))
  );
}

function worthOfPassword(text: string, style: Style): Worth {
  if (/^\d+$/.test(text) ? text.length < 4 : MEASURE.test(text)) return 'none';
  // an application's password, as Google shows it
  if (/^(?:[a-z]{4} ){3}[a-z]{4}$/.test(text)) return 'secret';
  if (style !== 'settings' && isExpression(text)) return 'none';
  if (/\s/.test(text)) return style === 'settings' && isPassphrase(text) ? 'secret' : 'none';
  if (style === 'prose' || style === 'code') return text.length >= 8 && (isMixed(text) || isShuffled(text)) ? 'secret' : 'none';
  if (GUESSED.test(text)) return 'weak';
  return style === 'structured' && isLabel(text) ? 'none' : 'secret';
}

const isPassphrase = (text: string) => /\d/.test(text) && text.split(/\s+/).length <= 6 && !/[/()[\]:,]/.test(text);

/** A word that a program shows, as in a translation. */
const isLabel = (text: string) => /^\p{Lu}\p{Ll}+$/u.test(text) || /^\p{Ll}{1,7}$/u.test(text);

/** A word of a program, not of a person. */
const isExpression = (text: string) =>
  /^[\w.]+(?:\(|\[)|=>|\|\||&&|^\w+\.\w+\.\w+$|^(?:await|new|return|typeof)\b|^[A-Z][a-z]+<|^[A-Z_]{4,}$/.test(text);

function isToken(text: string, style: Style): boolean {
  if (text.length < 8 || !/^[\w.~+/=:@%!#$*&^-]+$/.test(text) || MEASURE.test(text)) return false;
  if (style !== 'settings' && isExpression(text)) return false;
  // one dotted word after the other is a name: `X-API-Key`, `qwen3:30b-a3b-instruct`, `jarvis.api.key`
  const parts = text.split(/[-_.:/@+=]+/).filter((part) => part !== '');
  const isWords = parts.every((part) => /^(?:[A-Z]?[a-z]{1,14}|[A-Z]{1,6}|\d{1,4}[a-z]?|[a-z]{1,12}\d{1,3}|[A-Z][A-Z\d]{0,5})$/.test(part));
  if (UUID.test(text)) return style !== 'prose';
  if (isRandom(longestRun(text))) return true;
  if (style === 'prose' || style === 'code') return !isWords && text.length >= 16 && isMixed(text);
  if (!isWords) return isMixed(text) || text.length >= 12;
  // words that somebody chose: a phrase in a setting, a reference elsewhere
  return style === 'settings' && /^[a-z\d]+$/i.test(text)
    ? isMixed(text) || text.length >= 10
    : style === 'settings' && isMixed(text) && text.length >= 10 && /\d{2}/.test(text) && !/:\d|^v?\d|^X-/.test(text);
}

/** A phrase that somebody chose to sign with. */
function isPhrase(text: string, name: string, style: Style): boolean {
  return style === 'settings' && /secret|phrase/i.test(name) && text.length >= 16 && /\d/.test(text) && text.split(/\s+/).length >= 3;
}

/** Capitals where no word has them. */
const isShuffled = (text: string) => (text.match(/[a-z][A-Z]/g) ?? []).length >= 3;
const isMixed = (text: string) => /\d/.test(text) && /\p{L}/u.test(text);

/** The longest piece without punctuation but what base64 knows. */
function longestRun(text: string): string {
  return (text.match(/[A-Za-z\d+/_-]+=*/g) ?? []).reduce((longest, run) => (run.length > longest.length ? run : longest), '');
}

/** Looks drawn by a machine: hexadecimal, or letters and figures without the rhythm of words. */
export function isRandom(text: string): boolean {
  const bare = text.replace(/[-_=]/g, '');
  if (bare.length < 16) return false;
  if (/^[\da-f]+$/i.test(bare)) return /\d/.test(bare) && /[a-f]/i.test(bare) && entropyOf(bare) > 2.8;
  const changes = (bare.match(/[a-z](?=[A-Z\d])|\d(?=[A-Za-z])|[A-Z](?=\d)/g) ?? []).length;
  return entropyOf(bare) > 3.2 && changes >= bare.length / 10 && !/^\D*$/.test(bare + (changes > bare.length / 5 ? '1' : ''));
}

/** Bits a character. */
function entropyOf(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  return [...counts.values()].reduce((sum, count) => sum - (count / text.length) * Math.log2(count / text.length), 0);
}
