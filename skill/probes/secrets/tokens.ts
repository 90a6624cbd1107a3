import type { Kind, Place } from './kinds.ts';

/** Tokens that say whose they are: each service documents its prefix. All are bounded, and none backtracks. */
const TOKENS: readonly (readonly [service: string, source: string])[] = [
  ['LM Studio', 'sk-lm-[A-Za-z0-9]{6,16}:[A-Za-z0-9]{16,40}'],
  ['OpenRouter', 'sk-or-(?:v1-)?[a-f0-9]{32,80}'],
  ['Langfuse', 'sk-lf-[a-f0-9-]{30,40}'],
  ['Anthropic', 'sk-ant-[\\w-]{20,200}'],
  ['OpenAI', 'sk-(?:proj|svcacct|admin|None)-[\\w-]{20,220}'],
  ['Stripe', '(?:sk|rk)_live_[A-Za-z0-9]{16,200}'],
  ['Stripe', 'whsec_[A-Za-z0-9+/=]{24,80}'],
  ['ElevenLabs', 'sk_[a-f0-9]{40,64}'],
  ['OpenAI', 'sk-[A-Za-z0-9]{20,64}'],
  ['Google', 'AIza[\\w-]{35}'],
  ['Google', 'GOCSPX-[\\w-]{24,40}'],
  ['Google', 'ya29\\.[\\w-]{30,300}'],
  ['GitHub', 'gh[opsur]_[A-Za-z0-9]{30,255}'],
  ['GitHub', 'github_pat_[A-Za-z0-9_]{40,255}'],
  ['GitLab', 'gl(?:pat|ptt|dt|rt|cbt|ft|imt|agent|soat)-[\\w.-]{20,80}'],
  ['Hugging Face', '(?:hf|api_org)_[A-Za-z0-9]{30,80}'],
  ['Groq', 'gsk_[A-Za-z0-9]{40,80}'],
  ['xAI', 'xai-[A-Za-z0-9]{60,100}'],
  ['Perplexity', 'pplx-[A-Za-z0-9]{32,64}'],
  ['Replicate', 'r8_[A-Za-z0-9]{32,48}'],
  ['NVIDIA', 'nvapi-[\\w-]{40,100}'],
  ['Tavily', 'tvly-(?:dev-|prod-)?[A-Za-z0-9]{20,48}'],
  ['Firecrawl', 'fc-[a-f0-9]{32}'],
  ['LangSmith', 'lsv2_(?:pt|sk)_[a-f0-9]{32}_[a-f0-9]{8,16}'],
  ['Pinecone', 'pcsk_[A-Za-z0-9_]{40,100}'],
  ['Jina', 'jina_[A-Za-z0-9]{40,80}'],
  ['Cerebras', 'csk-[a-z0-9]{40,64}'],
  ['Brave', 'BSA[\\w-]{24,36}'],
  ['Fireworks', 'fw_[A-Za-z0-9]{20,48}'],
  ['Slack', 'xox[abeoprs]-[A-Za-z0-9-]{20,200}'],
  ['Slack', 'xapp-\\d-[A-Z0-9]{8,20}-\\d{8,20}-[a-f0-9]{40,80}'],
  ['Slack', 'https://hooks\\.slack\\.com/(?:services|workflows)/[A-Za-z0-9/]{30,100}'],
  ['Discord', 'https://(?:\\w{1,8}\\.)?discord(?:app)?\\.com/api/webhooks/\\d{15,22}/[\\w-]{50,90}'],
  ['Discord', '[MNO][A-Za-z0-9_-]{23,27}\\.[\\w-]{6}\\.[\\w-]{27,40}'],
  ['Telegram', '\\d{8,10}:[A-Za-z0-9_-]{35}(?![\\w-])'],
  ['Grafana', 'glsa_[A-Za-z0-9]{32}_[a-f0-9]{8}'],
  ['Grafana', 'glc_[A-Za-z0-9+/=]{32,400}'],
  ['Vault', 'hv[sbr]\\.[\\w-]{24,200}'],
  ['Tailscale', 'tskey-[a-z]{2,12}-[A-Za-z0-9-]{10,80}'],
  ['DigitalOcean', 'do[opr]_v1_[a-f0-9]{64}'],
  ['Docker', 'dckr_(?:pat|oat)_[\\w-]{20,60}'],
  ['npm', 'npm_[A-Za-z0-9]{36}'],
  ['PyPI', 'pypi-AgE[\\w-]{50,400}'],
  ['RubyGems', 'rubygems_[a-f0-9]{48}'],
  ['crates.io', 'cio[A-Za-z0-9]{32}'],
  ['SendGrid', 'SG\\.[\\w-]{16,32}\\.[\\w-]{30,64}'],
  ['Mailgun', 'key-[a-f0-9]{32}'],
  ['Mailchimp', '[a-f0-9]{32}-us\\d{1,2}'],
  ['Brevo', 'xkeysib-[a-f0-9]{64}-[A-Za-z0-9]{16}'],
  ['Resend', 're_[A-Za-z0-9]{6,12}_[A-Za-z0-9]{18,36}'],
  ['Twilio', 'SK[a-f0-9]{32}'],
  ['Shopify', 'shp(?:at|ca|pa|ss)_[A-Fa-f0-9]{32}'],
  ['Square', 'sq0(?:atp|csp)-[\\w-]{22,60}'],
  ['Databricks', 'dapi[a-f0-9]{32}(?:-\\d)?'],
  ['Notion', '(?:ntn_|secret_)[A-Za-z0-9]{40,60}'],
  ['Linear', 'lin_(?:api|oauth)_[A-Za-z0-9]{40,64}'],
  ['Airtable', 'pat[A-Za-z0-9]{14}\\.[a-f0-9]{64}'],
  ['Figma', 'figd_[\\w-]{36,60}'],
  ['Postman', 'PMAK-[a-f0-9]{24}-[a-f0-9]{34}'],
  ['New Relic', 'NRAK-[A-Z0-9]{27}'],
  ['Sentry', 'sntry[su]_[A-Za-z0-9+/=_]{40,400}'],
  ['Atlassian', 'AT(?:ATT|CTT|BB)[A-Za-z0-9_=-]{20,300}'],
  ['Supabase', 'sb(?:p|_secret)_[\\w-]{20,60}'],
  ['PlanetScale', 'pscale_(?:tkn|pw|oauth)_[\\w.=-]{32,64}'],
  ['Netlify', 'nfp_[A-Za-z0-9]{36,48}'],
  ['Heroku', 'HRKU-[\\w-]{36,80}'],
  ['Fly.io', '(?:fm[12]|FO1)_[\\w+/=-]{40,600}'],
  ['Pulumi', 'pul-[a-f0-9]{40}'],
  ['Terraform', '[A-Za-z0-9]{14}\\.atlasv1\\.[\\w=-]{60,80}'],
  ['Doppler', 'dp\\.(?:pt|st|ct|sa|scim|audit)\\.[\\w.-]{40,64}'],
  ['1Password', 'ops_eyJ[\\w+/=-]{200,1200}'],
  ['Portainer', 'ptr_[A-Za-z0-9+/=]{40,64}'],
  ['Cloudflare', 'v1\\.0-[a-f0-9]{24}-[a-f0-9]{146}'],
  ['Alibaba', 'LTAI[A-Za-z0-9]{17,21}'],
  ['Azure', '(?:AccountKey|SharedAccessKey)=[A-Za-z0-9+/]{40,90}={0,2}'],
  ['age', 'AGE-SECRET-KEY-1[A-Z0-9]{58}'],
  ['Home Assistant', 'eyJ[\\w-]{10,200}\\.eyJpc3MiOi[\\w-]{20,400}\\.[\\w-]{20,100}'],
];

/** Every token is a long word: of most texts nothing else need be looked at. */
const LONG_WORD = /(?<![\w.:+/=@%~-])[\w.:+/=@%~-]{20,}/g;
/** Where one may begin: not inside another word. */
const ANY_TOKEN = new RegExp(`(?<![A-Za-z0-9_-])(?:${TOKENS.map(([, source]) => `(${source})`).join('|')})`, 'g');

const JWT = /(?<![\w-])eyJ[\w-]{8,2000}\.eyJ[\w-]{8,4000}\.[\w-]{16,1000}/g;

/** Where a text holds the token of a service, or one in three parts that says what it is for. */
export function* tokensIn(text: string): Generator<Place> {
  for (const { 0: word, index } of text.matchAll(LONG_WORD)) {
    for (const match of matchesIn(word, ANY_TOKEN)) {
      const [service = null] = TOKENS[match.slice(1).findIndex((group) => group !== undefined)] ?? [];
      yield placeOf(match, index, service === 'Home Assistant' ? 'jwt' : 'token', service);
    }
    if (word.includes('eyJ')) for (const match of matchesIn(word, JWT)) yield placeOf(match, index, 'jwt', null);
  }
}

/** As `matchAll`, which makes a new expression each time: too dear for every word of ten thousand files. */
function matchesIn(word: string, pattern: RegExp): readonly RegExpExecArray[] {
  const matches: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(word); match; match = pattern.exec(word)) matches.push(match);
  return matches;
}

function placeOf({ 0: token, index }: RegExpExecArray, offset: number, kind: Kind, service: string | null): Place {
  return { start: offset + index, end: offset + index + token.length, kind, service };
}
