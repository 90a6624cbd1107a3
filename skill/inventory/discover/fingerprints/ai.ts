import { parseApiJson } from '../../../probes/api-json.ts';
import { fieldOf } from '../../../probes/entries.ts';
import { parseLmStudioV1 } from '../../../probes/lmstudio-models.ts';
import { parseOllamaTags, parseOllamaVersion } from '../../../probes/ollama-models.ts';
import { parseOpenAiModels } from '../../../probes/openai-models.ts';
import type { HttpAnswer, HttpFingerprint } from '../fingerprint.ts';
import { textOf } from './text-of.ts';

export const lmStudio: HttpFingerprint = {
  product: 'LM Studio',
  kind: 'lmstudio',
  over: 'http',
  ports: [1234],
  process: /^(lm-?studio|lms\b|llmster)/i,
  isEverywhere: true,
  path: '/api/v1/models',
  recognise(answer, isUsual) {
    if (wantsToken(answer)) return isUsual ? { isLocked: true } : null;
    // before 0.4 this path was unknown, which no other product says with status 200
    if (/^\s*\{\s*"error"\s*:\s*"Unexpected endpoint or method/.test(answer.body)) return {};
    return answer.status === 200 ? { models: parseLmStudioV1(answer.body).models.map(({ id }) => id) } : null;
  },
};

export const ollama: HttpFingerprint = {
  product: 'Ollama',
  kind: 'ollama',
  over: 'http',
  ports: [11434],
  process: /^ollama/i,
  front: /^Ollama is running/,
  path: '/api/tags',
  recognise(answer, isUsual) {
    if (wantsToken(answer)) return isUsual ? { isLocked: true } : null;
    return answer.status === 200 ? { models: parseOllamaTags(answer.body).map(({ name }) => name) } : null;
  },
  version: { path: '/api/version', read: parseOllamaVersion },
};

export const openAi: HttpFingerprint = {
  product: 'OpenAI-compatible',
  kind: 'openai',
  over: 'http',
  ports: [8080, 8000],
  process: /^(llama-server|vllm|litellm|koboldcpp|lemonade)/i,
  isEverywhere: true,
  path: '/v1/models',
  fields: (at) => ({ url: `http://${at}/v1` }),
  recognise(answer, isUsual) {
    if (wantsToken(answer)) return isUsual ? { isLocked: true } : null;
    if (answer.status !== 200) return null;
    const { product, models } = parseOpenAiModels(answer.body);
    return { product, models: models.map(({ id }) => id) };
  },
};

export const mcp: HttpFingerprint = {
  product: 'MCP',
  kind: 'mcp',
  over: 'http',
  ports: [8901],
  isEverywhere: true,
  path: '/mcp',
  fields: (at) => ({ url: `http://${at}/mcp` }),
  // a plain GET opens no session: whoever speaks MCP refuses it in JSON-RPC
  recognise({ status, headers, body }, isUsual) {
    if (status === 401 && /^Bearer\b/i.test(headers['www-authenticate'] ?? '')) return isUsual ? { isLocked: true } : null;
    return fieldOf(parseApiJson(body), 'jsonrpc') === '2.0' ? {} : null;
  },
};

export const openWebUi: HttpFingerprint = {
  product: 'Open WebUI',
  kind: 'http',
  over: 'http',
  ports: [],
  front: /<title>Open WebUI/,
  path: '/api/config',
  recognise: ({ status, body }) => (status === 200 ? { version: textOf(parseApiJson(body), 'version') } : {}),
};

export const comfyUi: HttpFingerprint = {
  product: 'ComfyUI',
  kind: 'http',
  over: 'http',
  ports: [8188],
  front: /<title>ComfyUI/,
  path: '/system_stats',
  recognise({ body }) {
    const stats = parseApiJson(body);
    if (!Array.isArray(fieldOf(stats, 'devices'))) return null;
    return { version: textOf(fieldOf(stats, 'system'), 'comfyui_version') };
  },
};

export const n8n: HttpFingerprint = {
  product: 'n8n',
  kind: 'http',
  over: 'http',
  ports: [5678],
  path: '/',
  front: /<title>n8n\b|n8n is starting up/,
  recognise: ({ body }) => (/<title>n8n\b|n8n is starting up/.test(body) ? {} : null),
};

/** 401 in the words of an API: a web page that wants a password may be anything. */
function wantsToken({ status, body }: HttpAnswer): boolean {
  return (status === 401 || status === 403) && fieldOf(parseApiJson(body), 'error') !== undefined;
}
