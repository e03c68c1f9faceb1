/** The Graph API's manners: how it reads a request, what its errors look like, how it writes times and pages through lists. */
import type { IncomingMessage } from 'node:http';

export interface Said {
  /** Of the query and the body, the body last. */
  readonly fields: ReadonlyMap<string, string>;
  readonly files: ReadonlyMap<string, Buffer>;
}

export async function readRequest(request: IncomingMessage, url: URL): Promise<Said> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  const fields = new Map(url.searchParams);
  const files = new Map<string, Buffer>();
  const type = request.headers['content-type'] ?? '';
  if (pieces.length === 0) return { fields, files };
  if (type.startsWith('application/json')) {
    const body = JSON.parse(Buffer.concat(pieces).toString('utf8')) as Record<string, unknown>;
    for (const [name, value] of Object.entries(body)) fields.set(name, typeof value === 'string' ? value : JSON.stringify(value));
    return { fields, files };
  }
  const form = await new Response(Buffer.concat(pieces), { headers: { 'content-type': type } }).formData();
  for (const [name, value] of form) {
    if (typeof value === 'string') fields.set(name, value);
    else files.set(name, Buffer.from(await value.arrayBuffer()));
  }
  return { fields, files };
}

export interface GraphError {
  readonly code: number;
  readonly subcode?: number;
  readonly message: string;
  readonly userMessage?: string;
  /** `error_data`. */
  readonly data?: unknown;
  /** 400 when not given: Graph says it of nearly everything. */
  readonly status?: number;
}

/** Thrown by whoever answers a request. */
export class GraphRefusal extends Error {
  readonly error: GraphError;
  constructor(code: number, message: string, more: Omit<GraphError, 'code' | 'message'> = {}) {
    super(message);
    this.error = { code, message, ...more };
  }
}

export const errorBody = ({ code, subcode, message, userMessage, data }: GraphError, traceId: string): unknown => ({
  error: {
    message,
    type: code === 100 ? 'GraphMethodException' : 'OAuthException',
    code,
    ...(subcode ? { error_subcode: subcode } : {}),
    is_transient: code === 1 || code === 2,
    ...(userMessage ? { error_user_title: 'Simulated', error_user_msg: userMessage } : {}),
    ...(data ? { error_data: data } : {}),
    fbtrace_id: traceId,
  },
});

/** `2026-11-21T13:37:00+0000` */
export const graphTime = (at: string | number): string => `${new Date(at).toISOString().slice(0, 19)}+0000`;

/** `id,shares,comments.summary(total_count).limit(0)` asks for `id`, `shares` and `comments`. */
export function namesIn(fields: string): ReadonlySet<string> {
  let depth = 0;
  let top = '';
  for (const letter of fields) {
    if (letter === '{' || letter === '(') depth++;
    if (depth === 0) top += letter;
    if (letter === '}' || letter === ')') depth--;
  }
  return new Set(top.split(',').map((name) => name.split('.')[0] ?? ''));
}

export const only = (fields: string | undefined, all: Readonly<Record<string, unknown>>): Record<string, unknown> => {
  const names = namesIn(fields ?? 'id');
  return Object.fromEntries(Object.entries(all).filter(([name, value]) => (name === 'id' || names.has(name)) && value !== undefined));
};

/** One page of a list; `next` is an address with the token in it, as Graph writes them. */
export function paged<T>(
  items: readonly T[],
  present: (item: T) => unknown,
  { fields, here, token }: Pick<Said, 'fields'> & { readonly here: string; readonly token: string },
): unknown {
  const limit = Math.min(Number(fields.get('limit') ?? 25), 100);
  const from = Number(Buffer.from(fields.get('after') ?? '', 'base64url').toString() || 0);
  const data = items.slice(from, from + limit).map(present);
  if (data.length === 0) return { data };
  const after = Buffer.from(String(from + limit)).toString('base64url');
  const cursors = { before: Buffer.from(String(from)).toString('base64url'), after };
  const next = `${here}?access_token=${token}&limit=${limit}&after=${after}`;
  return { data, paging: { cursors, ...(from + limit < items.length ? { next } : {}) } };
}
