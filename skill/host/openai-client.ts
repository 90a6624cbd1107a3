import type OpenAI from 'openai';

export interface OpenAiServer {
  /** Ends in `/v1`. */
  readonly base: string;
  /** Headers that open it. */
  readonly credentials: Readonly<Record<string, string>>;
  readonly accept: string;
  /** What the caller takes for an answer; throws otherwise. The words of a refusal are never read: they may be endless. */
  admit(response: Response): Response;
}

/** The official client, loaded when it is needed: no environment, no retry, no redirect. Everything ends with `signal`, and with `close`. */
export async function openAiClient({ base, credentials, accept, admit }: OpenAiServer, signal: AbortSignal) {
  const [{ OpenAI: Client }, { Agent, fetch }] = await Promise.all([import('openai'), import('undici')]);
  // knows no environment proxy, and dies with the request
  const dispatcher = new Agent();
  async function send(to: unknown, { method, body }: RequestInit = {}): Promise<Response> {
    const { type, content } = await contentOf(body);
    const headers = { 'content-type': type, accept, 'user-agent': 'jarvis-audit', ...credentials };
    const request = { method: method ?? 'POST', headers, body: content, redirect: 'manual', dispatcher, signal } as const;
    return admit((await fetch(String(to), request)) as unknown as Response);
  }
  const client: OpenAI = new Client({
    baseURL: base,
    // what the environment holds for OpenAI is not for this server
    apiKey: 'unused',
    organization: null,
    project: null,
    logLevel: 'off',
    maxRetries: 0,
    // whose forms it may send
    fetch: Object.assign(send, { Response }),
  });
  return { client, close: () => void dispatcher.destroy().catch(() => {}) };
}

/** A form as the bytes that it stands for: this fetch knows another class of them. */
async function contentOf(body: RequestInit['body']): Promise<{ readonly type: string; readonly content: string | ArrayBuffer }> {
  if (!(body instanceof FormData)) return { type: 'application/json', content: String(body) };
  const form = new Response(body);
  return { type: form.headers.get('content-type') ?? '', content: await form.arrayBuffer() };
}
