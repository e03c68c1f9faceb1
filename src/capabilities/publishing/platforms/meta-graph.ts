/**
 * Speaking with the Graph API: the token in the `Authorization` header and nowhere else, its proof with every call, and whatever
 * comes back as an answer or a `GraphFault`; nothing is thrown.
 */
import { createHmac } from 'node:crypto';
import { CallFault, type PlatformAnswer, type PlatformRequest } from '../platform.ts';
import type { MetaFacts } from '../platform-facts.ts';
import { faultOf, type GraphFault, type Json, jsonOf, listOf } from './meta-faults.ts';

export type Said = { readonly body: Json; readonly fault: null } | { readonly body: null; readonly fault: GraphFault };
export type Listed = { readonly items: readonly Json[]; readonly fault: null } | { readonly items: null; readonly fault: GraphFault };
type Fields = Readonly<Record<string, string>>;

export interface GraphTalk {
  read(phase: string, path: string, query?: Fields): Promise<Said>;
  write(phase: string, path: string, fields: Fields | FormData, timeoutMs?: number): Promise<Said>;
  /** Every page of a list, or until one that `isEnough`. */
  list(phase: string, path: string, query: Fields, isEnough?: (page: readonly Json[]) => boolean): Promise<Listed>;
}

const MOST_PAGES = 50;

/** Who speaks: a token of a person, a page, or the app (`id|secret`); null while there is none yet. */
export function talkTo(facts: MetaFacts, token: string | null, send: (request: PlatformRequest) => Promise<PlatformAnswer>): GraphTalk {
  const headers: Fields = token === null ? {} : { authorization: `Bearer ${token}` };
  const proof = token === null || facts.appSecret === null ? {} : { appsecret_proof: proofOf(token, facts.appSecret) };
  const ask = async (request: Omit<PlatformRequest, 'headers'>): Promise<Said> => {
    try {
      const answer = await send({ ...request, headers });
      const fault = faultOf(answer);
      return fault ? { body: null, fault } : { body: jsonOf(answer.json), fault: null };
    } catch (error) {
      if (!(error instanceof CallFault)) throw error;
      return { body: null, fault: { kind: error.unsent ? 'unsent' : 'silent', code: 'no answer', detail: error.message } };
    }
  };
  const read: GraphTalk['read'] = (phase, path, query = {}) => {
    const url = new URL(`${facts.graphUrl}/${path}`);
    for (const [name, value] of Object.entries({ ...query, ...proof })) url.searchParams.set(name, value);
    return ask({ method: 'GET', url, phase });
  };
  const list: GraphTalk['list'] = async (phase, path, query, isEnough = () => false) => {
    const items: Json[] = [];
    let after: Fields = {};
    for (let page = 0; page < MOST_PAGES; page++) {
      const { body, fault } = await read(phase, path, { ...query, ...after });
      if (fault) return { items: null, fault };
      const found = listOf(body['data']);
      items.push(...found);
      const cursor = nextCursor(body);
      if (cursor === null || isEnough(found)) return { items, fault: null };
      after = { after: cursor };
    }
    return { items: null, fault: { kind: 'garbled', code: 'too many pages', detail: `${path} has no end` } };
  };
  const write: GraphTalk['write'] = (phase, path, fields, timeoutMs) => {
    const body = fields instanceof FormData ? fields : new URLSearchParams(fields);
    for (const [name, value] of Object.entries(proof)) body.set(name, value);
    return ask({ method: 'POST', url: new URL(`${facts.graphUrl}/${path}`), body, phase, ...(timeoutMs ? { timeoutMs } : {}) });
  };
  return { read, write, list };
}

/** The address of the next page is not followed: it has the token in it. */
function nextCursor(body: Json): string | null {
  const paging = jsonOf(body['paging']);
  const { after } = jsonOf(paging['cursors']);
  return typeof paging['next'] === 'string' && typeof after === 'string' && after ? after : null;
}

/** https://developers.facebook.com/docs/graph-api/guides/secure-requests#appsecret_proof */
const proofOf = (token: string, secret: string): string => createHmac('sha256', secret).update(token).digest('hex');
