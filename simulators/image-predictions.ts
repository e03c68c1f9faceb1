/** Replicate as it answers: predictions that are bought, asked for, waited for within the request when asked (`Prefer: wait`), cancelled. */
import type { Counter } from './image-models.ts';

export interface Prediction {
  readonly id: string;
  readonly model: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly created_at: string;
  status: 'starting' | 'processing' | 'succeeded' | 'failed' | 'canceled';
  output: readonly string[] | null;
  error: string | null;
  data_removed: boolean;
  /** How often it is still found unfinished. */
  looks: number;
  readonly ends: 'succeeded' | 'failed' | 'refused';
  readonly counter: Counter;
}

const RATIOS = new Set(['1:1', '16:9', '21:9', '3:2', '2:3', '4:5', '5:4', '3:4', '4:3', '9:16', '9:21']);
const REFUSED = 'The input or output was flagged as sensitive. Please try again with different inputs. (E005)';

type Fail = (status: number, title: string, detail: string, headers?: Readonly<Record<string, string>>) => void;

export async function answerReplicate(counter: Counter): Promise<void> {
  const { simulator, request, send, mishap } = counter;
  const { path, method } = request;
  const fail: Fail = (status, title, detail, headers = {}) => send(status, { title, detail, status }, headers);
  if (String(request.headers.authorization).replace(/^(Bearer|Token) /, '') !== simulator.keys.replicate)
    return fail(401, 'Unauthenticated', 'You did not pass a valid authentication token');
  if (path === '/v1/account') return send(200, { type: 'organization', username: 'simulated', name: 'Simulated' });
  if (mishap?.is === 'status') return fail(mishap.status, 'Internal server error', mishap.message ?? 'simulated trouble', mishap.headers);
  const [, model] = /^\/v1\/models\/([^/]+\/[^/]+)$/.exec(path) ?? [];
  if (model && simulator.models.replicate.has(model)) return send(200, { name: model.split('/')[1], owner: model.split('/')[0] });
  if (path === '/v1/predictions' && method === 'GET')
    return send(200, { next: null, previous: null, results: [...simulator.predictions.values()].reverse().map(shown) });
  const [, id = '', act] = /^\/v1\/predictions\/([^/]+)(\/cancel)?$/.exec(path) ?? [];
  const prediction = simulator.predictions.get(id);
  if (prediction && act) prediction.status = 'canceled';
  if (prediction && !act) await look(prediction);
  if (prediction) return send(200, shown(prediction));
  const [, bought] = /^\/v1\/models\/([^/]+\/[^/]+)\/predictions$/.exec(path) ?? [];
  if (method === 'POST' && bought && simulator.models.replicate.has(bought)) return create(counter, bought, fail);
  fail(404, 'Not found', 'The requested resource could not be found.');
}

async function create(counter: Counter, model: string, fail: Fail): Promise<void> {
  const { simulator, request, send, mishap } = counter;
  if (mishap?.is === 'rate_limited')
    return fail(429, 'Too many requests', 'Request was throttled. Your rate limit resets in ~30s.', mishap.headers);
  if (mishap?.is === 'no_credit') return fail(402, 'Insufficient credit', 'You have insufficient credit to run this model.');
  if (mishap?.is === 'refused') return fail(422, 'Input validation failed', 'The prompt was flagged as sensitive. (E005)');
  const input = (request.body['input'] ?? {}) as Readonly<Record<string, unknown>>;
  const ratio = input['aspect_ratio'] ?? '1:1';
  if (typeof input['prompt'] !== 'string') return fail(422, 'Input validation failed', '- input: prompt is required\n');
  if (!RATIOS.has(String(ratio))) return fail(422, 'Input validation failed', '- input.aspect_ratio: must be one of the following\n');
  simulator.bought.replicate++;
  const looks = mishap?.is === 'processing' ? mishap.looks : 1;
  const ends = mishap?.is === 'failed' ? 'failed' : mishap?.is === 'refused_late' ? 'refused' : 'succeeded';
  const prediction: Prediction = {
    ...{ id: `pred${simulator.bought.replicate}`, model, input, created_at: new Date().toISOString(), status: 'starting' },
    ...{ output: null, error: null, data_removed: false, looks, ends, counter },
  };
  simulator.predictions.set(prediction.id, prediction);
  if (mishap?.is === 'lost_answer') return void counter.response.destroy();
  if (mishap?.is === 'bought_and_500') return fail(500, 'Internal server error', 'An error occurred.');
  if (String(request.headers['prefer'] ?? '').startsWith('wait')) await finish(prediction);
  send(201, shown(prediction));
}

const shown = ({ looks: _looks, ends: _ends, counter: _counter, ...prediction }: Prediction): object => ({
  ...prediction,
  urls: { get: `/v1/predictions/${prediction.id}`, cancel: `/v1/predictions/${prediction.id}/cancel` },
});

async function look(prediction: Prediction): Promise<void> {
  if (prediction.status === 'canceled') return;
  if (prediction.looks-- > 0) prediction.status = 'processing';
  else await finish(prediction);
}

async function finish(prediction: Prediction): Promise<void> {
  if (prediction.output || prediction.error) return;
  const { counter, input, ends } = prediction;
  prediction.status = ends === 'succeeded' ? 'succeeded' : 'failed';
  prediction.error = ends === 'refused' ? REFUSED : ends === 'failed' ? 'CUDA out of memory' : null;
  if (ends !== 'succeeded') return;
  if (counter.mishap?.is === 'data_removed') {
    prediction.data_removed = true;
    return;
  }
  const [wide = 1, high = 1] = String(input['aspect_ratio'] ?? '1:1')
    .split(':')
    .map(Number);
  const side = Math.sqrt(1024 * 1024 * (wide / high));
  const [width, height] = [Math.round(side / 16) * 16, Math.round((side * high) / wide / 16) * 16];
  const format = input['output_format'] === 'png' ? 'png' : 'webp';
  prediction.output = [counter.publish(await counter.picture(width, height, format, Number(input['seed'] ?? 0)), format)];
}
