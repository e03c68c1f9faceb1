/**
 * A double of an S3-compatible store over real HTTP: one bucket, path-style, Signature Version 4 required, bodies
 * checked against their signed hash, ranges, multipart uploads, listings in pages, and bad days on demand.
 */
import { createHash, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { checkSignature } from './s3-signature.ts';

export interface Mishap {
  /** Which requests: method, and a part of the path or query. */
  readonly method?: string;
  readonly target?: string;
  /** How many of them; 1 when not given. */
  readonly times?: number;
  /** Answer this status, with this S3 error code. */
  readonly status?: number;
  readonly code?: string;
  /** Cut the connection: before any answer, or after so many bytes of the body. */
  readonly cut?: true | number;
  /** Wait before answering. */
  readonly delayMs?: number;
  /** Spoil the last byte of what is sent. */
  readonly corrupt?: true;
}

export interface S3Simulator {
  /** As in STORAGE_URL. */
  readonly storageUrl: string;
  readonly objects: Map<string, { content: Buffer; at: Date }>;
  readonly uploads: Map<string, { key: string; at: Date; parts: Map<number, Buffer> }>;
  /** `PUT key`, `GET key`…, refused and failed ones included. */
  readonly requests: string[];
  misbehave(mishap: Mishap): void;
  close(): Promise<void>;
}

const CREDENTIALS = { accessKeyId: 'SIMULATED', secretAccessKey: 'secret/with+signs=', region: 'eu-test-1' };
const BUCKET = 'atelier';
const MIN_PART_BYTES = 5 * 1024 * 1024;

interface Exchange {
  readonly method: string;
  readonly key: string;
  readonly query: URLSearchParams;
  readonly range: string | undefined;
  readonly body: Buffer;
}
interface Answer {
  readonly status: number;
  readonly body?: Buffer | string;
  readonly headers?: Readonly<Record<string, string>>;
}
type Store = Pick<S3Simulator, 'objects' | 'uploads'> & { readonly pageSize: number };

/** `pageSize`: keys in a page of a listing (a real store gives 1000). */
export async function startS3Simulator({ pageSize = 1000 }: { pageSize?: number } = {}): Promise<S3Simulator> {
  const store: Store = { objects: new Map(), uploads: new Map(), pageSize };
  const requests: string[] = [];
  const mishaps: { mishap: Mishap; left: number }[] = [];
  const server = createServer((request, response) => {
    const mishap = nextMishap(mishaps, request);
    requests.push(`${request.method} ${request.url}`);
    serve(store, request, response, mishap).catch((error: unknown) => response.destroy(error instanceof Error ? error : undefined));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const secret = encodeURIComponent(CREDENTIALS.secretAccessKey);
  return {
    storageUrl: `s3://${CREDENTIALS.accessKeyId}:${secret}@127.0.0.1:${port}/${BUCKET}?region=${CREDENTIALS.region}&secure=0`,
    objects: store.objects,
    uploads: store.uploads,
    requests,
    misbehave: (mishap) => mishaps.push({ mishap, left: mishap.times ?? 1 }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function nextMishap(mishaps: { mishap: Mishap; left: number }[], request: IncomingMessage): Mishap | null {
  const hit = mishaps.find(
    ({ mishap, left }) =>
      left > 0 && (mishap.method ?? request.method) === request.method && (request.url ?? '').includes(mishap.target ?? ''),
  );
  if (hit) hit.left--;
  return hit?.mishap ?? null;
}

async function serve(store: Store, request: IncomingMessage, response: ServerResponse, mishap: Mishap | null): Promise<void> {
  if (mishap?.cut === true) return void request.socket.destroy();
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  if (mishap?.delayMs) await sleep(mishap.delayMs);
  if (mishap?.status) return send(response, failed(mishap.status, mishap.code ?? 'InternalError'), mishap);
  send(response, answerTo(store, request, Buffer.concat(pieces)), mishap);
}

function send(response: ServerResponse, answer: Answer, mishap: Mishap | null): void {
  const body = Buffer.from(answer.body ?? '');
  if (mishap?.corrupt && body.length > 0) body.writeUInt8(body.readUInt8(body.length - 1) ^ 1, body.length - 1);
  response.writeHead(answer.status, {
    'x-amz-request-id': randomBytes(8).toString('hex'),
    'content-length': body.length,
    ...answer.headers,
  });
  if (typeof mishap?.cut === 'number') response.write(body.subarray(0, mishap.cut), () => response.destroy());
  else response.end(response.req.method === 'HEAD' ? undefined : body);
}

function answerTo(store: Store, request: IncomingMessage, body: Buffer): Answer {
  const [method = '', target = ''] = [request.method, request.url];
  const problem = checkSignature({ method, target, headers: request.headers }, CREDENTIALS, new Date());
  if (problem) return failed(403, problem);
  if (request.headers['x-amz-content-sha256'] !== createHash('sha256').update(body).digest('hex'))
    return failed(400, 'XAmzContentSHA256Mismatch');
  const url = new URL(target, 'http://store');
  const [bucket = '', ...rest] = url.pathname.slice(1).split('/').map(decodeURIComponent);
  if (bucket !== BUCKET) return failed(404, 'NoSuchBucket');
  const exchange = { method, key: rest.join('/'), query: url.searchParams, range: request.headers.range, body };
  if (!exchange.key) return listing(store, exchange);
  return exchange.query.has('uploadId') || exchange.query.has('uploads') ? multipart(store, exchange) : object(store, exchange);
}

function object(store: Store, { method, key, range, body }: Exchange): Answer {
  if (method === 'PUT') {
    store.objects.set(key, { content: body, at: new Date() });
    return { status: 200, headers: { etag: etagOf(body) } };
  }
  if (method === 'DELETE') {
    store.objects.delete(key);
    return { status: 204 };
  }
  const found = store.objects.get(key);
  if (!found) return failed(404, 'NoSuchKey');
  const headers = { etag: etagOf(found.content), 'last-modified': found.at.toUTCString(), 'accept-ranges': 'bytes' };
  if (method === 'HEAD') return { status: 200, headers: { ...headers, 'content-length': String(found.content.length) } };
  const [, first = '', last = ''] = /^bytes=(\d+)-(\d*)$/.exec(range ?? '') ?? [];
  if (!first) return { status: 200, body: found.content, headers };
  if (Number(first) >= found.content.length) return failed(416, 'InvalidRange');
  const end = Math.min(last ? Number(last) : Number.POSITIVE_INFINITY, found.content.length - 1);
  const contentRange = `bytes ${first}-${end}/${found.content.length}`;
  return { status: 206, body: found.content.subarray(Number(first), end + 1), headers: { ...headers, 'content-range': contentRange } };
}

function multipart(store: Store, { method, key, query, body }: Exchange): Answer {
  if (method === 'POST' && query.has('uploads')) {
    const id = randomBytes(12).toString('base64');
    store.uploads.set(id, { key, at: new Date(), parts: new Map() });
    return { status: 200, body: `<InitiateMultipartUploadResult><UploadId>${id}</UploadId></InitiateMultipartUploadResult>` };
  }
  const id = query.get('uploadId') ?? '';
  const upload = store.uploads.get(id);
  if (!upload || upload.key !== key) return failed(404, 'NoSuchUpload');
  if (method === 'PUT') {
    upload.parts.set(Number(query.get('partNumber')), body);
    return { status: 200, headers: { etag: etagOf(body) } };
  }
  if (method === 'POST') return complete(store, id, upload, body.toString());
  store.uploads.delete(id);
  return { status: 204 };
}

function complete(store: Store, id: string, upload: { key: string; parts: Map<number, Buffer> }, manifest: string): Answer {
  const named = [...manifest.matchAll(/<Part><PartNumber>(\d+)<\/PartNumber><ETag>([^<]+)<\/ETag><\/Part>/g)];
  const parts = named.map(([, number, etag]) => ({ content: upload.parts.get(Number(number)), etag }));
  if (parts.length === 0 || parts.some(({ content, etag }) => !content || etagOf(content) !== etag)) return failed(400, 'InvalidPart');
  const contents = parts.map(({ content }) => content ?? Buffer.alloc(0));
  if (contents.slice(0, -1).some((content) => content.length < MIN_PART_BYTES)) return failed(400, 'EntityTooSmall');
  store.objects.set(upload.key, { content: Buffer.concat(contents), at: new Date() });
  store.uploads.delete(id);
  return { status: 200, body: `<CompleteMultipartUploadResult><Key>${upload.key}</Key></CompleteMultipartUploadResult>` };
}

function listing(store: Store, { query }: Exchange): Answer {
  const prefix = query.get('prefix') ?? '';
  if (query.has('uploads')) {
    const open = [...store.uploads].filter(([, { key }]) => key.startsWith(prefix));
    const items = open.map(
      ([id, { key, at }]) => `<Upload><Key>${key}</Key><UploadId>${id}</UploadId><Initiated>${at.toISOString()}</Initiated></Upload>`,
    );
    return { status: 200, body: `<ListMultipartUploadsResult>${items.join('')}</ListMultipartUploadsResult>` };
  }
  const after = query.get('continuation-token') ?? '';
  const keys = [...store.objects.keys()].filter((key) => key.startsWith(prefix) && key > after).sort();
  const page = keys.slice(0, store.pageSize);
  const more = keys.length > page.length;
  const items = page.map((key) => {
    const { content, at } = store.objects.get(key) ?? { content: Buffer.alloc(0), at: new Date() };
    return `<Contents><Key>${key}</Key><LastModified>${at.toISOString()}</LastModified><ETag>&quot;${etagOf(content).slice(1, -1)}&quot;</ETag><Size>${content.length}</Size></Contents>`;
  });
  const next = more ? `<NextContinuationToken>${page.at(-1) ?? ''}</NextContinuationToken>` : '';
  return { status: 200, body: `<ListBucketResult><IsTruncated>${more}</IsTruncated>${next}${items.join('')}</ListBucketResult>` };
}

const etagOf = (content: Buffer): string => `"${createHash('md5').update(content).digest('hex')}"`;
const failed = (status: number, code: string): Answer => ({
  status,
  body: `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`,
  headers: { 'content-type': 'application/xml' },
});
