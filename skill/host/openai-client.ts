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
  const client: OpenAI = new Client({
    baseURL: base,
    // what the environment holds for OpenAI is not for this server
    apiKey: 'unused',
    organization: null,
    project: null,
    logLevel: 'off',
    maxRetries: 0,
    async fetch(to, { method, body } = {}) {
      const headers = { 'content-type': 'application/json', accept, 'user-agent': 'jarvis-audit', ...credentials };
      const response = await fetch(String(to), {
        method: method ?? 'POST',
        headers,
        body: String(body),
        redirect: 'manual',
        dispatcher,
        signal,
      });
      return admit(response as unknown as Response);
    },
  });
  return { client, close: () => void dispatcher.destroy().catch(() => {}) };
}
