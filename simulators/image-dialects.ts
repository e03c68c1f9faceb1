/** Blackbox AI, OpenAI and Stability AI as they answer: their checks, their words, their shapes. */
import type { MishapName } from './image-mishaps.ts';
import type { Counter } from './image-models.ts';

const REFUSED_BY_UPSTREAM = 'NSFW content detected. Try running it again, or try a different prompt.';

const bearerIn = ({ request }: Counter): string => String(request.headers.authorization ?? '').replace(/^Bearer /, '');

/** Blackbox answers chats, in the shape and with the errors of a LiteLLM proxy. */
export async function answerBlackbox(counter: Counter): Promise<void> {
  const { simulator, request, send, mishap } = counter;
  const fail = (status: number, message: string, type: string, headers = {}): void =>
    send(status, { error: { message, type, param: 'None', code: String(status) } }, headers);
  if (bearerIn(counter) !== simulator.keys.blackbox)
    return fail(401, `Authentication Error, Invalid proxy server token passed. Received API Key = ${bearerIn(counter)}`, 'auth_error');
  if (request.path === '/models') return send(200, { data: listed(simulator.models.blackbox) });
  if (request.method !== 'POST' || request.path !== '/chat/completions') return send(404, { detail: 'Not Found' });
  if (mishap?.is === 'status') return fail(mishap.status, mishap.message ?? 'simulated trouble', 'server_error', mishap.headers);
  if (mishap?.is === 'rate_limited') return fail(429, 'Rate limit exceeded', 'rate_limit_error', mishap.headers);
  if (mishap?.is === 'no_credit') return fail(402, 'Insufficient credits. Please top up your account.', 'insufficient_credits');
  if (mishap?.is === 'refused') return fail(400, REFUSED_BY_UPSTREAM, 'invalid_request_error');
  const { model, messages } = request.body as { model?: string; messages?: { content?: string }[] };
  if (!messages?.[0]?.content) return fail(400, 'messages: field required', 'invalid_request_error');
  if (!simulator.models.blackbox.has(String(model)))
    return fail(400, `Invalid model name passed in model=${model}.`, 'invalid_request_error');
  simulator.bought.blackbox++;
  if (mishap?.is === 'lost_answer') return void counter.response.destroy();
  const chat = (content: string, finish_reason = 'stop'): void =>
    send(200, {
      ...{ id: `chatcmpl-${simulator.bought.blackbox}`, object: 'chat.completion', created: 1_790_000_000, model },
      choices: [{ index: 0, finish_reason, message: { role: 'assistant', content } }],
      usage: { prompt_tokens: 12, completion_tokens: 0, total_tokens: 12 },
    });
  if (mishap?.is === 'says_no') return chat('I’m sorry, but I can’t help with creating that image.');
  if (mishap?.is === 'refused_late') return chat('', 'content_filter');
  if (mishap?.is === 'failed') return send(200, { error: { message: 'Upstream failed', code: 502 } });
  const format = mishap?.is === 'jpeg' ? 'jpeg' : 'webp';
  const picture = await counter.picture(1024, 1024, format);
  if (mishap?.is === 'data_uri') return chat(`data:image/webp;base64,${picture.toString('base64')}`);
  const url = counter.publish(picture, format);
  chat(mishap?.is === 'markdown' ? `Here it is:\n\n![Image](${url})\n` : url);
}

const OPENAI_PARAMETERS = new Set(
  'model prompt n size quality background output_format output_compression moderation stream partial_images user'.split(' '),
);

/** What it says on its bad days: `type` and `code` tell what the status does not. */
const OPENAI_WORDS: Readonly<Partial<Record<MishapName, readonly [status: number, message: string, code: string, type: string]>>> = {
  rate_limited: [429, 'Rate limit reached for images per minute.', 'rate_limit_exceeded', 'requests'],
  no_credit: [429, 'You exceeded your current quota, please check your plan.', 'insufficient_quota', 'insufficient_quota'],
  refused: [
    400,
    'Your request was rejected by the safety system. safety_violations=[violence].',
    'moderation_blocked',
    'image_generation_user_error',
  ],
  refused_late: [400, 'Your request was rejected as a result of our safety system.', 'content_policy_violation', 'invalid_request_error'],
};
const AS_ADDRESS = new Set<MishapName>([
  ...(['url_only', 'private_redirect', 'private_address', 'endless', 'html_picture', 'missing_picture', 'late_picture'] as const),
]);

export async function answerOpenai(counter: Counter): Promise<void> {
  const { simulator, request, send, mishap } = counter;
  const fail = (status: number, message: string, code: string | null, type = 'invalid_request_error', param: string | null = null): void =>
    send(status, { error: { message, type, param, code } }, mishap && 'headers' in mishap ? mishap.headers : {});
  if (bearerIn(counter) !== simulator.keys.openai) {
    const said = `Incorrect API key provided: ${bearerIn(counter)}. You can find your API key at https://platform.openai.com/account/api-keys.`;
    return fail(401, said, 'invalid_api_key');
  }
  if (request.path === '/models') return send(200, { object: 'list', data: listed(simulator.models.openai) });
  if (request.method !== 'POST' || request.path !== '/images/generations')
    return fail(404, `Invalid URL (${request.method} ${request.path})`, null);
  if (mishap?.is === 'status') return fail(mishap.status, mishap.message ?? 'The server had an error.', null, 'server_error');
  const words = mishap && OPENAI_WORDS[mishap.is];
  if (words) return fail(...words);
  const problem = problemOfOpenai(request.body, simulator.models.openai);
  if (problem) return fail(400, problem[0], problem[1], 'invalid_request_error', problem[2]);
  simulator.bought.openai++;
  if (mishap?.is === 'lost_answer') return void counter.response.destroy();
  const [width = 1024, height = 1024] = String(request.body['size']).split('x').map(Number);
  const picture = await counter.picture(width || 1024, height || 1024, 'png');
  const isApart = mishap !== null && AS_ADDRESS.has(mishap.is);
  const image = isApart ? { url: counter.publish(picture, 'png') } : { b64_json: picture.toString('base64') };
  send(200, {
    created: 1_790_000_000,
    data: [{ ...image, revised_prompt: `A picture of: ${String(request.body['prompt']).slice(0, 60)}` }],
    usage: { input_tokens: 30, output_tokens: 1056, total_tokens: 1086 },
  });
}

const listed = (models: ReadonlySet<string>): readonly object[] => [...models].map((id) => ({ id, object: 'model' }));

type Problem = [message: string, code: string, param: string];

function problemOfOpenai(body: Readonly<Record<string, unknown>>, models: ReadonlySet<string>): Problem | null {
  const { model, prompt, size, quality } = body as Record<string, string | undefined>;
  const unknown = Object.keys(body).find((name) => !OPENAI_PARAMETERS.has(name));
  if (unknown) return [`Unknown parameter: '${unknown}'.`, 'unknown_parameter', unknown];
  if (!models.has(String(model))) return [`The model '${model}' does not exist.`, 'model_not_found', 'model'];
  if (!prompt) return ["Missing required parameter: 'prompt'.", 'missing_required_parameter', 'prompt'];
  if ([...prompt].length > 32_000) return ['Invalid prompt: string too long. Expected at most 32000.', 'string_above_max_length', 'prompt'];
  if (quality !== undefined && !['low', 'medium', 'high', 'auto'].includes(quality))
    return [`Invalid value: '${quality}'.`, 'invalid_value', 'quality'];
  if (size !== undefined && !isOpenaiSize(String(model), size)) return [`Invalid value: '${size}'.`, 'invalid_value', 'size'];
  return null;
}

function isOpenaiSize(model: string, size: string): boolean {
  if (size === 'auto' || ['1024x1024', '1536x1024', '1024x1536'].includes(size)) return true;
  const [width = 0, height = 0] = size.split('x').map(Number);
  const isWhole = width > 0 && height > 0 && width % 16 === 0 && height % 16 === 0;
  return model.startsWith('gpt-image-2') && isWhole && width <= 3840 && height <= 3840 && width <= height * 3 && height <= width * 3;
}

const STABILITY_SIZES: Readonly<Record<string, readonly [number, number]>> = {
  '1:1': [1536, 1536],
  '16:9': [1344, 768],
  '21:9': [1536, 640],
  '3:2': [1216, 832],
  '5:4': [1152, 896],
  '4:5': [896, 1152],
  '2:3': [832, 1216],
  '9:16': [768, 1344],
  '9:21': [640, 1536],
};
const PRESETS = new Set(
  (
    '3d-model analog-film anime cinematic comic-book digital-art enhance fantasy-art isometric line-art low-poly ' +
    'modeling-compound neon-punk origami photographic pixel-art tile-texture'
  ).split(' '),
);
const STABILITY_WORDS: Readonly<Partial<Record<MishapName, readonly [status: number, name: string, error: string]>>> = {
  rate_limited: [429, 'rate_limit_exceeded', 'You have exceeded the rate limit of 150 requests within a 10 second period.'],
  no_credit: [402, 'payment_required', 'You lack sufficient credits to make this request.'],
  refused: [
    403,
    'content_moderation',
    'Your request was flagged by our content moderation system, as a result your request was denied and you were not charged.',
  ],
};

export async function answerStability(counter: Counter): Promise<void> {
  const { simulator, request, response, send, mishap } = counter;
  const fail = (status: number, name: string, error: string): void =>
    send(status, { id: `sim-${simulator.requests.length}`, name, errors: [error] }, mishap && 'headers' in mishap ? mishap.headers : {});
  if (bearerIn(counter) !== simulator.keys.stability)
    return fail(401, 'unauthorized', `authorization: invalid API key ${bearerIn(counter)}`);
  if (request.path === '/v1/user/balance') return send(200, { credits: 41.5 });
  const model = /^\/v2beta\/stable-image\/generate\/([\w.-]+)$/.exec(request.path)?.[1];
  if (!model || !simulator.models.stability.has(model)) return fail(404, 'not_found', 'The resource you requested does not exist');
  if (mishap?.is === 'status') return fail(mishap.status, 'internal_error', mishap.message ?? 'An unexpected error has occurred');
  const words = mishap && STABILITY_WORDS[mishap.is];
  if (words) return fail(...words);
  const problem = problemOfStability(counter);
  if (problem) return fail(400, 'bad_request', problem);
  simulator.bought.stability++;
  if (mishap?.is === 'lost_answer') return void response.destroy();
  const { aspect_ratio, seed = '0' } = request.body as Record<string, string | undefined>;
  // Nought is a seed of the provider's choice.
  const used = mishap?.is === 'other_seed' || seed === '0' ? 777 : Number(seed);
  const picture = await counter.picture(...(STABILITY_SIZES[aspect_ratio ?? '1:1'] ?? SQUARE), 'png', used);
  const finish_reason = mishap?.is === 'refused_late' ? 'CONTENT_FILTERED' : 'SUCCESS';
  if (!String(request.headers.accept).startsWith('image/'))
    return send(200, { image: picture.toString('base64'), finish_reason, seed: used });
  response.writeHead(200, { 'content-type': 'image/png', 'finish-reason': finish_reason, seed: String(used) }).end(picture);
}

const SQUARE = [1536, 1536] as const;

function problemOfStability({ request: { headers, body } }: Counter): string | null {
  const { prompt, aspect_ratio = '1:1', seed = '0', style_preset, output_format = 'png' } = body as Record<string, string | undefined>;
  if (!String(headers['content-type']).startsWith('multipart/form-data')) return 'content-type: must be multipart/form-data';
  if (!/^(image\/\*|image\/png|application\/json)$/.test(String(headers.accept))) return 'accept: must be image/* or application/json';
  if (!prompt || prompt.length > 10_000) return 'prompt: must be between 1 and 10000 characters';
  if (!STABILITY_SIZES[aspect_ratio]) return `aspect_ratio: must be one of ${Object.keys(STABILITY_SIZES).join(', ')}`;
  if (!/^\d+$/.test(seed) || Number(seed) > 4_294_967_294) return 'seed: must be between 0 and 4294967294';
  if (style_preset !== undefined && !PRESETS.has(style_preset)) return 'style_preset: unknown';
  return ['png', 'jpeg', 'webp'].includes(output_format) ? null : 'output_format: must be png, jpeg or webp';
}
