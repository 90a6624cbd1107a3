import { type Answer, isLetIn, type ListenOptions, type NodeRequest, type NodeServer, sent, startServer } from './node-server.ts';

/** One model on the disk of an LM Studio. */
export interface LmStudioModel {
  readonly key: string;
  /** `llm` when absent. */
  readonly type?: 'llm' | 'embedding';
  readonly loaded?: boolean;
  /** The name of the loaded instance; `key` when absent. */
  readonly instance?: string;
  readonly vision?: boolean;
  /** Context of the loaded instance; 8192 when absent. */
  readonly contextLength?: number;
  /** 32768 when absent. */
  readonly maxContextLength?: number;
  readonly sizeBytes?: number;
  /** Reasoning settings that the model allows; none when absent. */
  readonly reasoning?: readonly string[];
}

export interface LmStudioOptions extends ListenOptions {
  readonly models?: readonly LmStudioModel[];
  /** The newest API: v1 (0.4), v0 (0.3.6) or openai (older). v1 when absent. */
  readonly api?: 'v1' | 'v0' | 'openai';
}

export interface LmStudioServer extends NodeServer {
  /** Models that a prompt made it load, just in time. */
  readonly justLoaded: readonly string[];
}

/** An LM Studio in its exact wire format, just-in-time loading and its 200 for unknown paths included. */
export async function startLmStudio(options: LmStudioOptions = {}): Promise<LmStudioServer> {
  const models = options.models ?? [{ key: 'qwen3-8b', loaded: true }];
  const justLoaded: string[] = [];
  const routes = routesOf(models, options.api ?? 'v1', justLoaded);
  const server = await startServer((request) => {
    const route = routes[`${request.method} ${request.url}`];
    if (!isLetIn(request, options)) return NO_TOKEN;
    return route ? route(request) : { body: { error: `Unexpected endpoint or method. (${request.method} ${request.url})` } };
  }, options);
  return { ...server, justLoaded };
}

type Routes = Readonly<Record<string, (request: NodeRequest) => Answer>>;

const NO_TOKEN: Answer = {
  status: 401,
  body: {
    error: {
      type: 'invalid_request',
      code: 'invalid_api_key',
      message: 'An LM Studio API token is required to make requests to this server',
    },
  },
};

function routesOf(models: readonly LmStudioModel[], api: 'v1' | 'v0' | 'openai', justLoaded: string[]): Routes {
  function prompted(request: NodeRequest, answer: (name: string) => unknown): Answer {
    const name = String(sent(request)['model']);
    const model = models.find(({ key, instance }) => name === key || name === instance);
    if (!model)
      return {
        status: 404,
        body: { error: { message: `Model ${name} not found`, type: 'invalid_request_error', code: 'model_not_found' } },
      };
    if (!model.loaded) justLoaded.push(name);
    const { reasoning } = sent(request);
    if (reasoning !== undefined && !model.reasoning?.includes(String(reasoning)))
      return {
        status: 400,
        body: { error: { message: `Model does not support reasoning setting ${reasoning}`, type: 'invalid_request' } },
      };
    return { body: answer(name) };
  }
  const openai: Routes = {
    'GET /v1/models': () => ({
      body: { data: models.map(({ key }) => ({ id: key, object: 'model', owned_by: 'organization_owner' })), object: 'list' },
    }),
    'POST /v1/chat/completions': (request) => prompted(request, (model) => completion(model)),
  };
  if (api === 'openai') return openai;
  const v0: Routes = {
    ...openai,
    'GET /api/v0/models': () => ({ body: { data: models.map(v0Model), object: 'list' } }),
    'POST /api/v0/chat/completions': (request) => prompted(request, (model) => ({ ...completion(model), stats: V0_STATS })),
  };
  if (api === 'v0') return v0;
  return {
    ...v0,
    'GET /api/v1/models': () => ({ body: { models: models.map(v1Model) } }),
    'POST /api/v1/chat': (request) => prompted(request, v1Chat),
  };
}

function v1Model({ key, type = 'llm', loaded, instance, vision, contextLength, maxContextLength, sizeBytes, reasoning }: LmStudioModel) {
  return {
    type,
    publisher: 'local',
    key,
    display_name: key,
    ...(type === 'llm' && { architecture: 'qwen3' }),
    quantization: { name: 'Q4_K_M', bits_per_weight: 4 },
    size_bytes: sizeBytes ?? 4_692_668_992,
    params_string: type === 'llm' ? '8B' : null,
    loaded_instances: loaded
      ? [
          {
            id: instance ?? key,
            config: {
              context_length: contextLength ?? 8_192,
              eval_batch_size: 512,
              parallel: 4,
              flash_attention: true,
              offload_kv_cache_to_gpu: true,
            },
          },
        ]
      : [],
    max_context_length: maxContextLength ?? 32_768,
    format: 'gguf',
    ...(type === 'llm' && {
      capabilities: {
        vision: vision ?? false,
        trained_for_tool_use: true,
        ...(reasoning && { reasoning: { allowed_options: reasoning, default: reasoning[0] } }),
      },
      description: null,
    }),
  };
}

function v0Model({ key, type = 'llm', loaded, vision, contextLength, maxContextLength }: LmStudioModel) {
  return {
    id: key,
    object: 'model',
    type: type === 'embedding' ? 'embeddings' : vision ? 'vlm' : 'llm',
    publisher: 'local',
    arch: 'qwen3',
    compatibility_type: 'gguf',
    quantization: 'Q4_K_M',
    state: loaded ? 'loaded' : 'not-loaded',
    max_context_length: maxContextLength ?? 32_768,
    ...(loaded && { loaded_context_length: contextLength ?? 8_192 }),
    ...(type === 'llm' && { capabilities: ['tool_use'] }),
  };
}

function v1Chat(model: string) {
  return {
    model_instance_id: model,
    output: [{ type: 'message', content: 'Pong' }],
    stats: {
      input_tokens: 9,
      total_output_tokens: 1,
      reasoning_output_tokens: 0,
      tokens_per_second: 43.7,
      time_to_first_token_seconds: 0.781,
    },
  };
}

const V0_STATS = { tokens_per_second: 51.4, time_to_first_token: 0.111, generation_time: 0.02, stop_reason: 'maxPredictedTokensReached' };

function completion(model: string) {
  return {
    id: 'chatcmpl-i3gkjwthhw96whukek9tz',
    object: 'chat.completion',
    created: 1_731_990_317,
    model,
    choices: [{ index: 0, logprobs: null, finish_reason: 'length', message: { role: 'assistant', content: 'Pong' } }],
    usage: { prompt_tokens: 9, completion_tokens: 1, total_tokens: 10 },
  };
}
