import { type Answer, isLetIn, type ListenOptions, type NodeRequest, type NodeServer, sent, startServer } from './node-server.ts';

export interface OpenAiModel {
  readonly id: string;
  readonly contextLength?: number;
  readonly sizeBytes?: number;
  /** llama.cpp: what the model reads; `['text']` when absent. */
  readonly inputs?: readonly string[];
  /** llama.cpp as a router: whether the model is loaded. Not told when absent. */
  readonly status?: 'loaded' | 'unloaded';
}

export interface OpenAiOptions extends ListenOptions {
  readonly models?: readonly OpenAiModel[];
  /** llama.cpp when absent. */
  readonly product?: 'llama.cpp' | 'vllm' | 'generic';
}

/** A server of OpenAI's API, in the exact wire format of the product that it plays. Its `url` has no `/v1`. */
export function startOpenAi(options: OpenAiOptions = {}): Promise<NodeServer> {
  const { product = 'llama.cpp', models = [{ id: 'tiny-random', contextLength: 256, sizeBytes: 463_616 }] } = options;
  const routes: Readonly<Record<string, (request: NodeRequest) => Answer>> = {
    'GET /v1/models': () => ({ body: LISTS[product](models) }),
    'POST /v1/chat/completions': (request) => ({ body: completion(String(sent(request)['model'])) }),
    'GET /health': () => ({ body: { status: 'ok' } }),
  };
  return startServer((request) => {
    const path = `${request.method} ${request.url}`;
    if (path !== 'GET /health' && !isLetIn(request, options)) return failure(401, 'Invalid API Key', 'authentication_error');
    return routes[path]?.(request) ?? failure(404, 'File Not Found', 'not_found_error');
  }, options);
}

function failure(code: number, message: string, type: string): Answer {
  return { status: code, body: { error: { message, type, code } } };
}

const LISTS = {
  'llama.cpp': (models: readonly OpenAiModel[]) => ({
    // in the words of Ollama as well, which is what makes it a lookalike
    models: models.map(({ id }) => ({
      name: id,
      model: id,
      modified_at: '',
      size: '',
      digest: '',
      type: 'model',
      capabilities: ['completion'],
    })),
    object: 'list',
    data: models.map(({ id, contextLength = 4_096, sizeBytes = 463_616, inputs = ['text'], status }) => ({
      id,
      aliases: [id],
      tags: [],
      object: 'model',
      architecture: { input_modalities: inputs, output_modalities: ['text'] },
      created: 1_795_165_059,
      owned_by: 'llamacpp',
      ...(status && { status: { value: status } }),
      meta: { vocab_type: 1, n_vocab: 263, n_ctx: contextLength, n_ctx_train: 512, n_embd: 64, n_params: 115_904, size: sizeBytes },
    })),
  }),
  vllm: (models: readonly OpenAiModel[]) => ({
    object: 'list',
    data: models.map(({ id, contextLength = 4_096 }) => ({
      id,
      object: 'model',
      created: 1_795_165_059,
      owned_by: 'vllm',
      root: id,
      parent: null,
      max_model_len: contextLength,
      permission: [],
    })),
  }),
  generic: (models: readonly OpenAiModel[]) => ({
    data: models.map(({ id }) => ({ id, object: 'model', created: 1_677_610_602, owned_by: 'openai' })),
    object: 'list',
  }),
} as const;

function completion(model: string) {
  return {
    choices: [{ finish_reason: 'length', index: 0, message: { role: 'assistant', content: 'P' } }],
    created: 1_795_165_059,
    model,
    object: 'chat.completion',
    usage: { completion_tokens: 1, prompt_tokens: 9, total_tokens: 10 },
    id: 'chatcmpl-hbwCoGdajd3UkAGiNw8ERuVc3ykrY0d5',
  };
}
