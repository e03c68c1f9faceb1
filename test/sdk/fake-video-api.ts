/** The least of a video API that clients can be tried against: answers by a table, keeps what it was sent, can be told to misbehave. */
import type { IncomingHttpHeaders } from 'node:http';
import websocket, { type WebSocket } from '@fastify/websocket';
import fastify, { type FastifyReply, type FastifyRequest } from 'fastify';

export interface FakeRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

export interface FakeAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** JSON, or bytes. */
  readonly body?: unknown;
  /** The connection is cut instead; or nothing ever comes. */
  readonly instead?: 'cut' | 'hang';
}

export interface FakeVideoApi {
  readonly url: string;
  readonly requests: FakeRequest[];
  /** Who speaks on `/ws`. */
  onConnection: (socket: WebSocket) => void;
  /** By `POST /projects`, below `/api/v1`; a later answer under the same name takes the place of the earlier one. */
  on(route: string, answer: FakeAnswer | ((request: FakeRequest) => FakeAnswer)): void;
  /** Before anything else, once each, in this order. */
  first(...answers: readonly FakeAnswer[]): void;
  reset(): void;
  close(): Promise<void>;
}

const ROOT = '/api/v1';

export async function startFakeVideoApi(): Promise<FakeVideoApi> {
  const requests: FakeRequest[] = [];
  const routes = new Map<string, FakeAnswer | ((request: FakeRequest) => FakeAnswer)>();
  const spoilt: FakeAnswer[] = [];
  const app = fastify({ forceCloseConnections: true });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  await app.register(websocket);
  const api: FakeVideoApi = {
    ...{ url: '', requests, onConnection: () => undefined },
    on: (route, answer) => void routes.set(route, answer),
    first: (...answers) => void spoilt.push(...answers),
    reset() {
      requests.length = 0;
      spoilt.length = 0;
      routes.clear();
    },
    close: () => app.close(),
  };
  app.get('/ws', { websocket: true }, (socket) => api.onConnection(socket));
  app.all('/*', (incoming, reply) => {
    const request = requestOf(incoming);
    requests.push(request);
    const found = spoilt.shift() ?? routes.get(`${request.method} ${request.path}`) ?? NOTHING;
    return answerWith(typeof found === 'function' ? found(request) : found, requests.length, reply);
  });
  return Object.assign(api, { url: `${await app.listen({ host: '127.0.0.1', port: 0 })}${ROOT}` });
}

function requestOf({ method, url, headers, body }: FastifyRequest): FakeRequest {
  const { pathname, searchParams: query } = new URL(url, 'http://fake');
  return { method, path: pathname.slice(ROOT.length), query, headers, text: Buffer.isBuffer(body) ? body.toString('utf8') : '' };
}

function answerWith({ instead, status = 200, headers = {}, body }: FakeAnswer, number: number, reply: FastifyReply): FastifyReply {
  if (instead) {
    reply.hijack();
    if (instead === 'cut') reply.raw.destroy();
    return reply;
  }
  const type = Buffer.isBuffer(body) ? 'application/octet-stream' : 'application/json';
  return reply
    .code(status)
    .headers({ 'x-request-id': `req-${number}`, 'content-type': type, ...headers })
    .send(status === 204 ? undefined : Buffer.isBuffer(body) ? body : JSON.stringify(body ?? {}));
}

const NOTHING: FakeAnswer = { status: 404, body: { error: { code: 'NOT_FOUND', message: 'Introuvable', details: {} } } };
