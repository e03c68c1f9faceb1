/**
 * What servers that speak this dialect do not understand: found out by asking, remembered per model until the process ends, so
 * that it costs one call and not one call a question.
 */
import type { TSchema } from 'typebox';
import type { Endpoint } from './endpoint.ts';
import type { Fault } from './outcome.ts';
import type { ChatMessage } from './question.ts';

const TEMPERATURE = 0.3;

/** More tokens for a model that thinks whatever it is told: the limit of the caller is for the answer. */
const THINKING_TOKENS = 2000;

type Quirk = 'no_schema' | 'other_limit' | 'no_temperature' | 'must_think' | 'no_effort';

export interface Manners {
  /** The body of a call, as this model is known to take it. */
  bodyOf(endpoint: Endpoint, model: string, asked: BodyFacts): Readonly<Record<string, unknown>>;
  /** True when the complaint taught something: the same question is worth asking again in the new form. */
  learn(endpoint: Endpoint, model: string, complaint: Pick<Fault, 'complaint'>, body: Readonly<Record<string, unknown>>): boolean;
  /** The first model of the endpoint that is not known to be gone; the last when all are. */
  modelOf(endpoint: Endpoint): string;
  /** True when there is another to ask instead. */
  isGone(endpoint: Endpoint, model: string): boolean;
}

export interface BodyFacts {
  readonly messages: readonly ChatMessage[];
  readonly schema: TSchema;
  readonly maxTokens: number;
}

export function createManners(): Manners {
  const quirks = new Map<string, Set<Quirk>>();
  const gone = new Set<string>();
  const keyOf = ({ url }: Endpoint, model: string): string => `${url} ${model}`;
  // What is asked beside the model decides with whether somebody offers it: other wishes, another try.
  const offerOf = (endpoint: Endpoint, model: string): string =>
    `${keyOf(endpoint, model)} ${JSON.stringify(endpoint.extrasOf(model, 'none'))}`;
  const modelOf = (endpoint: Endpoint): string =>
    endpoint.models.find((model) => !gone.has(offerOf(endpoint, model))) ?? endpoint.models.at(-1) ?? '';
  return {
    modelOf,
    isGone(endpoint, model) {
      gone.add(offerOf(endpoint, model));
      const next = modelOf(endpoint) !== model;
      // The only name there is may be put right by its owner at any time.
      if (!next) gone.delete(offerOf(endpoint, model));
      return next;
    },
    bodyOf: (endpoint, model, asked) => bodyOf(endpoint, model, asked, quirks.get(keyOf(endpoint, model)) ?? new Set()),
    learn(endpoint, model, { complaint }, body) {
      const known = quirks.get(keyOf(endpoint, model)) ?? new Set();
      const quirk = quirkIn(complaint ?? '', body, known);
      if (quirk === null || known.has(quirk)) return false;
      quirks.set(keyOf(endpoint, model), known.add(quirk));
      return true;
    },
  };
}

function bodyOf(endpoint: Endpoint, model: string, { messages, schema, maxTokens }: BodyFacts, quirks: ReadonlySet<Quirk>) {
  const other = endpoint.limitName === 'max_tokens' ? 'max_completion_tokens' : 'max_tokens';
  const thinking = quirks.has('no_effort') ? 'unsaid' : quirks.has('must_think') ? 'low' : 'none';
  return {
    model,
    messages,
    [quirks.has('other_limit') ? other : endpoint.limitName]: thinking === 'low' ? maxTokens + THINKING_TOKENS : maxTokens,
    ...(quirks.has('no_temperature') ? {} : { temperature: TEMPERATURE }),
    ...(quirks.has('no_schema') ? {} : { response_format: formatOf(schema) }),
    ...endpoint.extrasOf(model, thinking),
  };
}

/** The most tokens that the answer to this body may have. */
export const limitIn = (body: Readonly<Record<string, unknown>>): number => Number(body['max_tokens'] ?? body['max_completion_tokens']);

const formatOf = (schema: TSchema) => ({ type: 'json_schema', json_schema: { name: 'answer', strict: isStrict(schema), schema } });

/** OpenAI's strict mode wants every property required and no other allowed, all the way down. */
function isStrict(schema: unknown): boolean {
  if (Array.isArray(schema)) return schema.every(isStrict);
  if (typeof schema !== 'object' || schema === null) return true;
  const {
    properties,
    required = [],
    additionalProperties,
  } = schema as { properties?: object; required?: string[]; additionalProperties?: unknown };
  if (properties && (additionalProperties !== false || Object.keys(properties).some((name) => !required.includes(name)))) return false;
  return Object.values(schema).every(isStrict);
}

const ABOUT_FORMAT =
  /^$|response_format|json[_ ]?(schema|mode|object)|structured|grammar|unsupported|not supported?|unrecogni[sz]ed|unknown|unexpected|extra|not permitted/i;

/** The parameter a complaint is about. A vague one means the youngest of them, which many servers do not know yet. */
function quirkIn(complaint: string, body: Readonly<Record<string, unknown>>, known: ReadonlySet<Quirk>): Quirk | null {
  if (/max_(completion_)?tokens/i.test(complaint)) return 'other_limit';
  if (/temperature/i.test(complaint)) return 'no_temperature';
  if (/reasoning/i.test(complaint)) return known.has('must_think') ? 'no_effort' : 'must_think';
  return 'response_format' in body && ABOUT_FORMAT.test(complaint) ? 'no_schema' : null;
}
