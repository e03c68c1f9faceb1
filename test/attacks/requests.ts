/** Requests made from an OpenAPI document: some honest, most nearly so. */
import fc from 'fast-check';
import type { InjectOptions } from 'fastify';
import { anything, id, text, whole } from './hostile.ts';

type Schema = Readonly<{
  type?: string | readonly string[];
  enum?: readonly unknown[];
  const?: unknown;
  anyOf?: readonly Schema[];
  allOf?: readonly Schema[];
  oneOf?: readonly Schema[];
  properties?: Readonly<Record<string, Schema>>;
  required?: readonly string[];
  items?: Schema;
  additionalProperties?: boolean | Schema;
}>;
interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly schema?: Schema;
}
interface Described {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema?: Schema }>> };
}
export interface Operation extends Described {
  readonly method: string;
  /** With `{places}`. */
  readonly path: string;
}

export function operationsOf(document: Readonly<Record<string, unknown>>): readonly Operation[] {
  const paths = document['paths'] as Readonly<Record<string, Readonly<Record<string, Described>>>>;
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => ({ ...described, method: method.toUpperCase(), path })),
  );
}

/** Nine times in ten a value of the schema's kind, else anything. */
function madeFor(schema: Schema | undefined, depth = 0): fc.Arbitrary<unknown> {
  if (!schema || depth > 4) return anything;
  return fc.oneof({ weight: 9, arbitrary: kindOf(schema, depth) }, { weight: 1, arbitrary: anything });
}

function kindOf(schema: Schema, depth: number): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return fc.oneof(...choices.map((choice) => madeFor(choice, depth + 1)));
  if (schema.allOf?.[0]) return madeFor(schema.allOf[0], depth + 1);
  const type = [schema.type].flat()[0];
  if (type === 'object') return objectOf(schema, depth);
  if (type === 'array') return fc.array(madeFor(schema.items, depth + 1), { maxLength: 4 });
  if (type === 'integer') return whole;
  if (type === 'number') return fc.oneof(whole, fc.double());
  if (type === 'boolean') return fc.boolean();
  if (type === 'null') return fc.constant(null);
  return type === 'string' ? text : anything;
}

function objectOf(schema: Schema, depth: number): fc.Arbitrary<unknown> {
  const fields = Object.entries(schema.properties ?? {}).map(([name, inner]) => [name, madeFor(inner, depth + 1)] as const);
  const record = fc.record(Object.fromEntries(fields), { requiredKeys: [] });
  const whole = fc.record(Object.fromEntries(fields));
  const strange = fc.tuple(whole, text, anything).map(([known, name, value]) => ({ ...known, [name]: value }));
  return fc.oneof({ weight: 5, arbitrary: whole }, { weight: 3, arbitrary: record }, { weight: 1, arbitrary: strange });
}

const BODIES: readonly (readonly [type: string, body: string])[] = [
  ['application/json', ''],
  ['application/json', '{'],
  ['application/json', 'null'],
  ['application/json', '[]'],
  ['application/json', '"text"'],
  ['application/json', '{"a":1,"a":2}'],
  ['application/json', '{"__proto__":{"role":"admin"}}'],
  ['application/json', '{"constructor":{"prototype":{"role":"admin"}}}'],
  ['application/json; charset=utf-16', '{"a":1}'],
  ['application/json', '\ufeff{}'],
  ['application/x-www-form-urlencoded', 'a=1&a=2&b[]=3&__proto__[x]=1'],
  ['application/xml', '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'],
  ['text/plain', 'text'],
  ['multipart/form-data', '--x'],
  ['multipart/form-data; boundary=x', '--x\r\ncontent-disposition: form-data; name="photo"; filename="../a\r\n\r\n'],
  ['multipart/form-data; boundary=x', '--x\r\ncontent-disposition: form-data; name="__proto__"\r\n\r\n1\r\n--x--\r\n'],
  ['application/octet-stream', '\0\x01\x02'],
  ['', '{}'],
];

/** A request of one operation. What is sent several times, or as a list, comes from programs that know no better. */
export function requestOf({ method, path, parameters = [], requestBody }: Operation): fc.Arbitrary<InjectOptions> {
  const places = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const queries = parameters.filter((parameter) => parameter.in === 'query');
  const query = fc.array(
    fc.tuple(
      fc.constantFrom('page', 'limit', 'per_page', 'sort', 'q', ...queries.map(({ name }) => name)),
      fc.oneof(text, whole.map(String), fc.constantFrom(...enumsOf(queries), '1')),
    ),
    { maxLength: 4 },
  );
  const json = requestBody?.content['application/json']?.schema;
  const raw = fc.constantFrom(...BODIES).map(([type, payload]) => ({ headers: type ? { 'content-type': type } : {}, payload }));
  const made = madeFor(json).map((payload) => ({
    headers: { 'content-type': 'application/json' },
    payload: JSON.stringify(payload) ?? 'null',
  }));
  const body = method === 'GET' ? fc.constant({}) : fc.oneof({ weight: json ? 6 : 1, arbitrary: made }, { weight: 1, arbitrary: raw });
  return fc.tuple(fc.tuple(...places.map(() => id)), query, body).map(([ids, asked, rest]) => {
    const filled = places.reduce((url, place, at) => url.replace(`{${place}}`, encode(ids[at] ?? '')), path);
    const search = asked.map(([name, value]) => `${encode(name)}=${encode(value)}`).join('&');
    return { method: method as 'GET', url: search ? `${filled}?${search}` : filled, ...rest };
  });
}

const enumsOf = (parameters: readonly Parameter[]): readonly string[] =>
  parameters.flatMap(({ schema }) =>
    (schema?.enum ?? schema?.anyOf?.flatMap((choice) => choice.const ?? choice.enum ?? []) ?? []).map(String),
  );

/** As a program without care would: half a pair becomes bytes that no decoder reads. */
const encode = (part: string): string => (part.isWellFormed() ? encodeURIComponent(part) : '%ED%A0%80');
