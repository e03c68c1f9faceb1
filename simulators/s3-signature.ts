/**
 * The store's side of AWS Signature Version 4 (header form), written from the specification and not from any client
 * library, so that a client that signs wrongly is refused here as it would be by a real store.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html
 */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

export interface SignedRequest {
  readonly method: string;
  /** Path and query exactly as they were sent. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
}
export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly region: string;
}
/** An S3 error code, as a real store would give it. */
export type SignatureProblem =
  | 'AccessDenied'
  | 'InvalidAccessKeyId'
  | 'AuthorizationHeaderMalformed'
  | 'SignatureDoesNotMatch'
  | 'RequestTimeTooSkewed';

const AUTHORIZATION =
  /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/([^/]+)\/aws4_request, ?SignedHeaders=([a-z0-9;-]+), ?Signature=([0-9a-f]{64})$/;
const MAX_SKEW_MS = 15 * 60 * 1000;

/** Null when the signature is right. */
export function checkSignature(request: SignedRequest, credentials: Credentials, now: Date): SignatureProblem | null {
  const authorization = headerOf(request, 'authorization');
  if (!authorization) return 'AccessDenied';
  const [, keyId = '', day = '', region = '', service = '', signedHeaders = '', signature = ''] = AUTHORIZATION.exec(authorization) ?? [];
  if (!keyId || region !== credentials.region || service !== 's3') return 'AuthorizationHeaderMalformed';
  if (keyId !== credentials.accessKeyId) return 'InvalidAccessKeyId';
  const timestamp = headerOf(request, 'x-amz-date');
  if (!timestamp.startsWith(day) || Math.abs(timeOf(timestamp) - now.getTime()) > MAX_SKEW_MS) return 'RequestTimeTooSkewed';
  const required = ['host', ...Object.keys(request.headers).filter((name) => name.startsWith('x-amz-'))];
  if (!required.every((name) => signedHeaders.split(';').includes(name))) return 'AccessDenied';
  const expected = signatureOf(request, signedHeaders, { day, timestamp, region, secret: credentials.secretAccessKey });
  return timingSafeEqual(Buffer.from(signature), Buffer.from(expected)) ? null : 'SignatureDoesNotMatch';
}

interface Scope {
  readonly day: string;
  readonly timestamp: string;
  readonly region: string;
  readonly secret: string;
}

export function signatureOf(request: SignedRequest, signedHeaders: string, scope: Scope): string {
  const [path = '', query = ''] = request.target.split('?');
  const canonical = [
    request.method,
    path,
    query
      .split('&')
      .filter(Boolean)
      .map((pair) => (pair.includes('=') ? pair : `${pair}=`).replaceAll('+', '%20'))
      .sort()
      .join('&'),
    ...signedHeaders.split(';').map((name) => `${name}:${headerOf(request, name).trim().replace(/ +/g, ' ')}`),
    '',
    signedHeaders,
    headerOf(request, 'x-amz-content-sha256'),
  ].join('\n');
  const credentialScope = `${scope.day}/${scope.region}/s3/aws4_request`;
  const toSign = ['AWS4-HMAC-SHA256', scope.timestamp, credentialScope, createHash('sha256').update(canonical).digest('hex')].join('\n');
  const key = [scope.day, scope.region, 's3', 'aws4_request'].reduce<Buffer>(
    (previous, part) => hmac(previous, part),
    Buffer.from(`AWS4${scope.secret}`),
  );
  return hmac(key, toSign).toString('hex');
}

const hmac = (key: Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

function headerOf(request: SignedRequest, name: string): string {
  const value = request.headers[name];
  return typeof value === 'string' ? value : (value ?? []).join(',');
}

/** `20130524T000000Z` as milliseconds. */
const timeOf = (timestamp: string): number =>
  Date.parse(timestamp.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));
