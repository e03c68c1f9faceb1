/**
 * A double of OpenRouter (`/api/v1`) and of OpenAI (`/v1`) over real HTTP: refuses what they refuse in their own words, answers
 * what it is told or something that fits the schema, keeps what it was sent, and has bad days on demand.
 */
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type ChatMishap, type Dialect, spoil } from './chat-mishaps.ts';
import { fitting, isStrict, type Schema } from './json-schema.ts';

export type { ChatMishap } from './chat-mishaps.ts';

export interface ChatBody {
  readonly model: string;
  readonly messages: readonly { readonly role: string; readonly content: string }[];
  readonly response_format?: { readonly type: string; readonly json_schema?: { readonly strict?: boolean; readonly schema: Schema } };
  readonly temperature?: number;
  readonly max_tokens?: number;
  readonly max_completion_tokens?: number;
  readonly reasoning_effort?: string;
  readonly reasoning?: { readonly effort?: string };
  readonly provider?: { readonly data_collection?: string };
}
export interface ChatRequest {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: ChatBody;
}

/** A text is said as it is, anything else as JSON. */
export type Saying = unknown | ((request: ChatRequest) => unknown);

export interface ChatModelSimulator {
  readonly openrouterUrl: string;
  readonly openaiUrl: string;
  readonly openrouterKey: string;
  readonly openaiKey: string;
  /** As in the environment of an installation that asks OpenRouter; OpenAI's address is set, without a key. */
  readonly environment: Readonly<Record<string, string>>;
  /** Those that may be asked for. */
  readonly models: Set<string>;
  readonly requests: ChatRequest[];
  /** What the key may still spend, as OpenRouter tells it. */
  key: { usage: number; limit: number | null; limit_remaining: number | null; is_free_tier: boolean };
  /** USD that OpenRouter says an answer cost; null when it does not say. */
  cost: number | null;
  /** The next answers, in order; then what fits the schema. */
  says(...answers: readonly Saying[]): void;
  misbehave(mishap: ChatMishap): void;
  close(): Promise<void>;
}

const MODELS = [
  'google/gemini-2.5-flash',
  'google/gemini-2.0-flash-001:free',
  'openrouter/free',
  'gpt-6-luna',
  'gpt-6-sol',
  'thinks/always',
];

export async function startChatModelSimulator(): Promise<ChatModelSimulator> {
  const mishaps: { mishap: ChatMishap; left: number }[] = [];
  const sayings: Saying[] = [];
  const server = createServer((request, response) => {
    serve(request, response, house).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const openrouterKey = 'sk-or-v1-simulated-0123456789abcdef-7e57';
  const simulator: ChatModelSimulator = {
    openrouterUrl: `${origin}/api/v1`,
    openaiUrl: `${origin}/v1`,
    openrouterKey,
    openaiKey: 'sk-proj-simulated-0123456789abcdef-c0de',
    environment: { OPENROUTER_URL: `${origin}/api/v1`, OPENROUTER_API_KEY: openrouterKey, OPENAI_URL: `${origin}/v1` },
    models: new Set(MODELS),
    requests: [],
    key: { usage: 1.25, limit: 10, limit_remaining: 8.75, is_free_tier: false },
    cost: 0.0004,
    says: (...answers) => void sayings.push(...answers),
    misbehave: (mishap) => void mishaps.push({ mishap, left: mishap.times ?? 1 }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  const house: House = {
    simulator,
    nextMishap: () => {
      const hit = mishaps.find(({ left }) => left > 0);
      if (hit) hit.left--;
      return hit?.mishap ?? null;
    },
    nextSaying: (request) => {
      if (sayings.length === 0) return fitting(request.body.response_format?.json_schema?.schema ?? {});
      const said = sayings.shift();
      return typeof said === 'function' ? (said as (request: ChatRequest) => unknown)(request) : said;
    },
  };
  return simulator;
}

interface House {
  readonly simulator: ChatModelSimulator;
  nextMishap(): ChatMishap | null;
  nextSaying(request: ChatRequest): unknown;
}

const dialectOf = (path: string, { openrouterKey, openaiKey }: ChatModelSimulator): Dialect =>
  path.startsWith('/api/')
    ? {
        key: openrouterKey,
        error: (status, message) => ({ error: { code: status, message }, user_id: 'user_simulated' }),
        unknownModel: [400, (model) => `${model} is not a valid model ID`, ''],
      }
    : {
        key: openaiKey,
        error: (_status, message, code, param) => ({
          error: { message, type: 'invalid_request_error', code: code ?? null, param: param ?? null },
        }),
        unknownModel: [404, (model) => `The model \`${model}\` does not exist or you do not have access to it.`, 'model_not_found'],
      };

async function serve(incoming: IncomingMessage, response: ServerResponse, house: House): Promise<void> {
  let text = '';
  for await (const piece of incoming.setEncoding('utf8')) text += String(piece);
  const path = incoming.url ?? '';
  const dialect = dialectOf(path, house.simulator);
  const send = (status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): void =>
    void response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
  const given = incoming.headers.authorization;
  if (given !== `Bearer ${dialect.key}`) {
    const words = given ? 'Incorrect API key provided.' : 'No auth credentials found';
    return send(401, dialect.error(401, words, 'invalid_api_key'));
  }
  if (path === '/api/v1/key') return send(200, { data: { label: 'sk-or-v1-sim...e57', ...house.simulator.key } });
  if (path === '/v1/models') {
    const data = [...house.simulator.models].map((id) => ({ id, object: 'model', created: 1_790_000_000, owned_by: 'simulated' }));
    return send(200, { object: 'list', data });
  }
  if (incoming.method !== 'POST' || !path.endsWith('/v1/chat/completions')) return send(404, dialect.error(404, 'Not Found'));
  const request: ChatRequest = { path, headers: incoming.headers, body: JSON.parse(text) as ChatBody };
  house.simulator.requests.push(request);
  const mishap = house.nextMishap();
  if (mishap && (await spoil(mishap, response, send, dialect))) return;
  const problem = problemIn(request, house.simulator.models, dialect);
  if (problem) return send(problem.status, problem.body);
  send(200, completion(request, house, mishap));
}

interface Problem {
  readonly status: number;
  readonly body: unknown;
}

function problemIn({ body, path }: ChatRequest, models: ReadonlySet<string>, dialect: Dialect): Problem | null {
  const wrong = (message: string, code: string, param: string): Problem => ({
    status: 400,
    body: dialect.error(400, message, code, param),
  });
  if (!Array.isArray(body.messages) || body.messages.length === 0)
    return wrong('messages is required', 'missing_required_parameter', 'messages');
  if (!models.has(body.model)) {
    const [status, message, code] = dialect.unknownModel;
    return { status, body: dialect.error(status, message(body.model), code) };
  }
  const format = body.response_format?.json_schema;
  if (format?.strict && !isStrict(format.schema)) {
    return wrong(
      "Invalid schema for response_format 'answer': 'additionalProperties' is required to be false.",
      'invalid_schema',
      'response_format',
    );
  }
  if (body.model === 'thinks/always' && body.reasoning?.effort === 'none') {
    return wrong('Reasoning is mandatory for this endpoint and cannot be disabled.', '', 'reasoning');
  }
  if (path.startsWith('/api/') || !body.model.startsWith('gpt-')) return null;
  if (body.max_tokens !== undefined) {
    const said = "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.";
    return wrong(said, 'unsupported_parameter', 'max_tokens');
  }
  if (body.temperature !== undefined && body.reasoning_effort !== 'none') {
    return wrong("Unsupported value: 'temperature' does not support 0.3 with this model.", 'unsupported_value', 'temperature');
  }
  return null;
}

function completion(request: ChatRequest, { simulator, nextSaying }: House, mishap: ChatMishap | null): unknown {
  const said = nextSaying(request);
  const content = typeof said === 'string' ? said : JSON.stringify(said);
  const isOpenrouter = request.path.startsWith('/api/');
  const usage = {
    prompt_tokens: 120,
    completion_tokens: 40,
    total_tokens: 160,
    ...(isOpenrouter && simulator.cost !== null ? { cost: simulator.cost } : {}),
  };
  const choice = (finish_reason: string, message: unknown, more: object = {}): unknown => ({
    ...{ id: `gen-${simulator.requests.length}`, object: 'chat.completion', created: 1_790_000_000, model: request.body.model },
    choices: [{ index: 0, finish_reason, message, ...more }],
    usage,
  });
  if (mishap?.is === 'length') return choice('length', { role: 'assistant', content: content.slice(0, 12), refusal: null });
  if (mishap?.is === 'content_filter') return choice('content_filter', { role: 'assistant', content: '', refusal: null });
  if (mishap?.is === 'refusal') return choice('stop', { role: 'assistant', content: null, refusal: 'I cannot help with that.' });
  if (mishap?.is === 'error_in_choice') {
    return choice('error', { role: 'assistant', content: '' }, { error: { code: 502, message: 'Upstream failed' } });
  }
  return choice('stop', { role: 'assistant', content, refusal: null });
}
