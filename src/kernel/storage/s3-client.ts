/**
 * One signed request to an S3-compatible store, tried again when trying again can help: path-style addresses,
 * Signature Version 4, the SHA-256 of every body in the signature, so the store refuses a body spoilt on the way.
 */
import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { AwsV4Signer } from 'aws4fetch';
import type { Logger } from 'pino';
import { Agent, type Dispatcher, request } from 'undici';

export interface S3Target {
  /** Origin, without a trailing slash. */
  readonly origin: string;
  readonly bucket: string;
  /** Empty, or a path that ends with a slash. */
  readonly prefix: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** Reads `s3://KEY:SECRET@host[:port]/bucket[/prefix]?region=…&secure=0|1`; a slash or plus in a secret is written %2F, %2B. */
export function readS3Target(address: string): S3Target {
  const url = new URL(address);
  const [bucket = '', ...rest] = url.pathname.split('/').filter(Boolean).map(decodeURIComponent);
  if (!url.username || !url.password || !url.host || !bucket) {
    throw new Error('STORAGE_URL: expected s3://KEY:SECRET@host[:port]/bucket?region=…&secure=1');
  }
  return {
    origin: `${url.searchParams.get('secure') === '0' ? 'http' : 'https'}://${url.host}`,
    bucket,
    prefix: rest.map((part) => `${part}/`).join(''),
    region: url.searchParams.get('region') ?? 'us-east-1',
    accessKeyId: decodeURIComponent(url.username),
    secretAccessKey: decodeURIComponent(url.password),
  };
}

export interface S3Call {
  readonly method: 'GET' | 'HEAD' | 'PUT' | 'POST' | 'DELETE';
  /** Inside the bucket, prefix included; empty for the bucket itself. */
  readonly key: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Buffer;
}
export type S3Reply = Dispatcher.ResponseData;

/** The store could not be reached, or answered with an error at every try. */
export class StoreUnreachable extends Error {
  readonly code = 'STORE_UNREACHABLE';
  constructor(call: S3Call, cause: unknown) {
    super(`${call.method} ${call.key || '(bucket)'}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
    this.name = 'StoreUnreachable';
  }
}

/** The store understood and refused (wrong key, no such bucket…): the same request again would fare no better. */
export class StoreRefused extends Error {
  readonly status: number;
  constructor(call: S3Call, status: number, reason: string) {
    super(`${call.method} ${call.key || '(bucket)'}: the store answered ${status} ${reason}`);
    this.name = 'StoreRefused';
    this.status = status;
  }
}

export interface S3Patience {
  readonly tries: number;
  /** Wait before the second try; doubled for each next one, with chance so that many clients do not come back together. */
  readonly firstWaitMs: number;
  /** Longest silence of the store, before its answer and inside it. */
  readonly silenceMs: number;
}
export const PATIENCE: S3Patience = { tries: 5, firstWaitMs: 200, silenceMs: 30_000 };

export type SendToStore = (call: S3Call) => Promise<S3Reply>;

/** Answers 2xx and 404 replies; everything else is `StoreRefused` or, after all tries, `StoreUnreachable`. */
export function createS3Client(target: S3Target, log: Logger, patience: S3Patience = PATIENCE): SendToStore {
  const dispatcher = new Agent({
    connect: { timeout: 10_000 },
    headersTimeout: patience.silenceMs,
    bodyTimeout: patience.silenceMs,
    keepAliveTimeout: 4_000,
  });
  const signingKeys = new Map<string, ArrayBuffer>();
  const once = async (call: S3Call): Promise<S3Reply> => {
    const { url, headers } = await sign(target, call, signingKeys);
    return request(url, { method: call.method, headers, body: call.body ?? null, dispatcher });
  };
  return async (call) => {
    let cause: unknown;
    for (let attempt = 0; attempt < patience.tries; attempt++) {
      if (attempt > 0) await sleep(patience.firstWaitMs * 2 ** (attempt - 1) * (0.5 + Math.random()));
      try {
        const reply = await once(call);
        if (reply.statusCode < 300 || reply.statusCode === 404) return reply;
        cause = await refusalOf(call, reply);
      } catch (error) {
        cause = error; // no answer: connection refused, cut, or silent
      }
      if (cause instanceof StoreRefused && !isPassing(cause)) throw cause;
      log.warn({ method: call.method, key: call.key, attempt: attempt + 1, err: cause }, 'the storage did not take a request');
    }
    throw new StoreUnreachable(call, cause);
  };
}

async function refusalOf(call: S3Call, reply: S3Reply): Promise<StoreRefused> {
  const text = await reply.body.text().catch(() => '');
  return new StoreRefused(call, reply.statusCode, /<Code>([^<]{1,80})<\/Code>/.exec(text)?.[1] ?? '');
}

/** Server errors, throttling, and bodies that did not arrive whole. */
const isPassing = (refusal: StoreRefused): boolean =>
  refusal.status >= 500 ||
  refusal.status === 408 ||
  refusal.status === 429 ||
  /RequestTimeout|SlowDown|BadDigest|XAmzContentSHA256Mismatch|IncompleteBody/.test(refusal.message);

const EMPTY_SHA256 = createHash('sha256').digest('hex');

async function sign(
  target: S3Target,
  call: S3Call,
  cache: Map<string, ArrayBuffer>,
): Promise<{ url: URL; headers: Record<string, string> }> {
  const path = [target.bucket, ...call.key.split('/')].filter(Boolean).map(encodeURIComponent).join('/');
  const url = new URL(`${target.origin}/${path}${call.query ? `?${new URLSearchParams(call.query)}` : ''}`);
  const bodyHash = call.body ? createHash('sha256').update(call.body).digest('hex') : EMPTY_SHA256;
  const { accessKeyId, secretAccessKey, region } = target;
  const signed = await new AwsV4Signer({
    method: call.method,
    url: url.href,
    headers: { ...call.headers, 'x-amz-content-sha256': bodyHash },
    accessKeyId,
    secretAccessKey,
    region,
    service: 's3',
    cache,
  }).sign();
  return { url: new URL(signed.url), headers: Object.fromEntries(signed.headers) };
}
