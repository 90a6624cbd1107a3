import { lintSource } from '@secretlint/core';
import { secretLintProfiler } from '@secretlint/profiler';
import { rules } from '@secretlint/secretlint-rule-preset-recommend';
import type { Foreign } from './scan.ts';

// it keeps a mark for each rule and file
secretLintProfiler.setEnabled(false);

/** A comment in a file must not silence an audit of it. */
const SILENCING = /filter-comments$/;
const config = {
  rules: rules.filter(({ meta }) => !SILENCING.test(meta.id)).map((rule) => ({ id: rule.meta.id, rule, options: {} })),
};

/** The product that a rule is about, by the end of its name. */
const SERVICES: Readonly<Record<string, string | null>> = {
  aws: 'AWS',
  gcp: 'Google',
  npm: 'npm',
  slack: 'Slack',
  sendgrid: 'SendGrid',
  shopify: 'Shopify',
  stripe: 'Stripe',
  github: 'GitHub',
  gitlab: 'GitLab',
  grafana: 'Grafana',
  openai: 'OpenAI',
  anthropic: 'Anthropic',
  groq: 'Groq',
  huggingface: 'Hugging Face',
  linear: 'Linear',
  notion: 'Notion',
  '1password': '1Password',
  'hashicorp-vault': 'Vault',
  vercel: 'Vercel',
  databricks: 'Databricks',
  docker: 'Docker',
  figma: 'Figma',
  cloudflare: 'Cloudflare',
  tailscale: 'Tailscale',
};

/** Where the rules of Secretlint see a secret. What they say of it holds its value, and goes no further. */
export async function libraryFinds(text: string, path: string): Promise<readonly Foreign[]> {
  const source = { filePath: path, content: text, ext: /\.\w+$/.exec(path)?.[0] ?? '', contentType: 'text' as const };
  const { messages } = await lintSource({ source, options: { config, noPhysicFilePath: true } });
  return messages.map(({ range: [start, end], ruleId }) => ({
    start,
    end,
    service: SERVICES[ruleId.replace(/^.*secretlint-rule-/, '')] ?? null,
  }));
}
