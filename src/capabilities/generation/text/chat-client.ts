/**
 * The chat-completions dialect that OpenRouter, OpenAI and servers of one's own speak: reads what came back as an answer or as
 * one kind of failure. https://platform.openai.com/docs/api-reference/chat · https://openrouter.ai/docs/api-reference
 */

import { patienceAsked } from '../retry.ts';
import { type Asked, type Exchange, exchange, isFault } from './http.ts';
import { type Fault, fault, NOTHING_TOLD, type Result, type Told } from './outcome.ts';

export async function complete(asked: Asked, now: Date): Promise<Result> {
  const reply = await exchange(asked);
  if (isFault(reply)) return { ...NOTHING_TOLD, ...reply };
  return readReply(reply, now);
}

type Record_ = Readonly<Record<string, unknown>>;
const recordOf = (value: unknown): Record_ => (typeof value === 'object' && value !== null ? (value as Record_) : {});
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const clipped = (value: unknown, most: number): string | null => (typeof value === 'string' && value ? value.slice(0, most) : null);

export function readReply(reply: Exchange, now: Date): Result {
  const body = recordOf(reply.body);
  const [choice] = Array.isArray(body['choices']) ? body['choices'].map(recordOf) : [];
  // OpenRouter says 200 as soon as the model starts; what breaks after that is told in the body, or in the choice.
  const error = body['error'] ?? choice?.['error'];
  const told = toldBy(reply, body, error);
  if (error !== undefined || reply.status < 200 || reply.status > 299) return { ...told, ...faultTold(reply, recordOf(error), now) };
  if (!choice) return { ...told, ...fault('unusable', { mayBeCharged: true }) };
  return { ...told, ...readChoice(choice) };
}

function toldBy({ status, headers }: Exchange, body: Record_, error: unknown): Told {
  const usage = recordOf(body['usage']);
  const { code, type } = recordOf(error);
  const count = (value: unknown): number | null => (Number.isSafeInteger(value) && Number(value) >= 0 ? Number(value) : null);
  const word = clipped(typeof code === 'number' ? String(code) : code, 60) ?? clipped(type, 60);
  return {
    httpStatus: status,
    code: word && /^[\w.-]+$/.test(word) ? word : null,
    requestId: clipped(body['id'], 120) ?? clipped([headers['x-request-id'] ?? ''].flat()[0], 120),
    servedModel: clipped(body['model'], 200),
    tokensIn: count(usage['prompt_tokens']),
    tokensOut: count(usage['completion_tokens']),
    costUsd: typeof usage['cost'] === 'number' && usage['cost'] >= 0 && Number.isFinite(usage['cost']) ? usage['cost'] : null,
  };
}

function readChoice(choice: Record_): Fault | { readonly outcome: 'answered'; readonly text: string } {
  const message = recordOf(choice['message']);
  if (choice['finish_reason'] === 'content_filter' || textOf(message['refusal'])) return fault('refused');
  if (choice['finish_reason'] === 'length') return fault('cut_short');
  if (choice['finish_reason'] === 'error') return fault('failed', { passing: true, isDown: true });
  return { outcome: 'answered', text: contentOf(message['content']) };
}

/** A text, or a list of parts of which the texts count. */
const contentOf = (content: unknown): string =>
  Array.isArray(content) ? content.map((part) => textOf(recordOf(part)['text'])).join('') : textOf(content);

const NO_QUOTA = /insufficient_quota|billing_hard_limit|insufficient credits/i;
const MODERATED = /content_policy|moderation|content_filter|flagged/i;
const NO_SUCH_MODEL =
  /model_not_found|not a valid model|no (allowed |available )?endpoints|no endpoints|model .*(does not exist|not found)/i;
const PER_DAY = /per[- ]day|daily/i;

function faultTold({ status, headers }: Exchange, error: Record_, now: Date): Fault {
  const inside = Number(error['code']);
  const code = status >= 400 ? status : inside >= 400 && inside <= 599 ? inside : 0;
  const said = [error['code'], error['type'], error['message']].map(String).join(' ');
  const complaint = [error['param'], error['message']].map(textOf).join(' ').trim();
  const patienceMs = patienceAsked(headers, now);
  const advice = [headers['x-should-retry'] ?? ''].flat()[0];
  const passing = (otherwise: boolean): boolean => (advice === 'true' ? true : advice === 'false' ? false : otherwise);
  if (code === 402 || NO_QUOTA.test(said)) return fault('quota');
  if (code === 429) return fault('rate_limited', { passing: passing(!PER_DAY.test(said)), patienceMs });
  if (MODERATED.test(said) || recordOf(error['metadata'])['flagged_input'] !== undefined) return fault('refused');
  if (code === 401 || code === 403) return fault('unauthorized');
  if (code === 404 || (code === 400 && NO_SUCH_MODEL.test(said))) return fault('unknown_model', { complaint });
  if (code === 408) return fault('timeout', { passing: passing(true), isDown: true, patienceMs });
  if (code >= 500) return fault('failed', { passing: passing(true), isDown: true, patienceMs });
  // 200 with an error nobody can read, or a redirect that is not followed: the provider's fault as well.
  if (code === 0) return fault('failed', { passing: passing(status < 300), isDown: true });
  return fault('failed', { passing: passing(code === 409), patienceMs, complaint });
}
