/** A double of SendGrid's mail endpoint over real HTTP: refuses what SendGrid refuses, keeps what it takes, fails on demand. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

interface Person {
  readonly email: string;
  readonly name?: string;
}
export interface SendgridLetter {
  readonly personalizations: readonly { readonly to: readonly Person[]; readonly subject?: string }[];
  readonly from: Person;
  readonly subject: string;
  readonly content: readonly { readonly type: string; readonly value: string }[];
  readonly attachments?: readonly {
    readonly content: string;
    readonly type?: string;
    readonly filename: string;
    readonly disposition?: string;
    readonly content_id?: string;
  }[];
  readonly headers?: Readonly<Record<string, string>>;
  readonly tracking_settings?: unknown;
}

export interface SendgridMishap {
  readonly status?: number;
  /** Cut the connection after taking the letter, or say nothing. */
  readonly cut?: true;
  readonly silent?: true;
  readonly times?: number;
}

export interface SendgridSimulator {
  readonly url: string;
  readonly apiKey: string;
  readonly letters: SendgridLetter[];
  misbehave(mishap: SendgridMishap): void;
  close(): Promise<void>;
}

const API_KEY = 'SG.simulated.key';
/** Set by SendGrid itself: naming one is an error (mail-send reference, `headers`). */
const RESERVED = /^(x-sg-id|x-sg-eid|received|dkim-signature|content-type|content-transfer-encoding|to|from|subject|reply-to|cc|bcc)$/i;
const MEANING: Readonly<Record<number, string>> = {
  401: 'The provided authorization grant is invalid, expired, or revoked',
  403: 'The from address does not match a verified Sender Identity.',
  429: 'too many requests',
};

export async function startSendgridSimulator(): Promise<SendgridSimulator> {
  const letters: SendgridLetter[] = [];
  const mishaps: { mishap: SendgridMishap; left: number }[] = [];
  const server = createServer((request, response) => {
    const hit = mishaps.find(({ left }) => left > 0);
    if (hit) hit.left--;
    serve(request, response, letters, hit?.mishap ?? null).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    apiKey: API_KEY,
    letters,
    misbehave: (mishap) => mishaps.push({ mishap, left: mishap.times ?? 1 }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  letters: SendgridLetter[],
  mishap: SendgridMishap | null,
): Promise<void> {
  let body = '';
  for await (const piece of request.setEncoding('utf8')) body += String(piece);
  const refuse = (status: number, message: string, field: string | null = null): void => {
    const headers = {
      'content-type': 'application/json',
      ...(status === 429 ? { 'x-ratelimit-reset': String(Math.ceil(Date.now() / 1000) + 1) } : {}),
    };
    response.writeHead(status, headers).end(JSON.stringify({ errors: [{ message, field, help: null }] }));
  };
  if (mishap?.status) return refuse(mishap.status, MEANING[mishap.status] ?? 'an internal error occurred');
  if (request.method !== 'POST' || request.url !== '/v3/mail/send') return refuse(404, 'not found');
  if (request.headers.authorization !== `Bearer ${API_KEY}`) return refuse(401, MEANING[401] ?? '');
  if (!request.headers['content-type']?.startsWith('application/json')) return refuse(415, 'Content-Type should be application/json.');
  const letter = JSON.parse(body) as SendgridLetter;
  const problem = problemIn(letter);
  if (problem) return refuse(400, problem[1], problem[0]);
  letters.push(letter);
  if (mishap?.cut) response.destroy();
  else if (!mishap?.silent) response.writeHead(202, { 'x-message-id': `simulated-${letters.length}` }).end();
}

type Problem = readonly [field: string, message: string];

function problemIn(letter: SendgridLetter): Problem | null {
  const address = (person: Person | undefined): boolean => /^[^\s@]+@[^\s@]+$/.test(person?.email ?? '');
  if (!letter.personalizations?.length)
    return ['personalizations', 'The personalizations field is required and must have at least one personalization.'];
  for (const { to } of letter.personalizations) {
    if (!to?.length || !to.every(address)) return ['personalizations.0.to.0.email', 'Does not contain a valid address.'];
  }
  if (!address(letter.from)) return ['from.email', 'The from email does not contain a valid address.'];
  if (!letter.subject) return ['subject', 'The subject is required.'];
  if (!letter.content?.length || letter.content.some(({ value }) => !value))
    return ['content', 'The content value must be a string at least one character in length.'];
  // Plain text must come first, then HTML.
  const types = letter.content.map(({ type }) => type);
  if (types.includes('text/plain') && types[0] !== 'text/plain') return ['content', 'The text/plain content must precede text/html.'];
  return problemBeside(letter);
}

function problemBeside({ attachments = [], headers = {} }: SendgridLetter): Problem | null {
  for (const [index, { content, filename, disposition = 'attachment', content_id }] of attachments.entries()) {
    if (!filename || !content || Buffer.from(content, 'base64').toString('base64') !== content) {
      return [`attachments.${index}.content`, 'The attachment content must be base64 encoded.'];
    }
    if (disposition === 'inline' && !content_id) return [`attachments.${index}.content_id`, 'An inline attachment needs a content id.'];
  }
  const reserved = Object.keys(headers).find((name) => RESERVED.test(name));
  return reserved ? [`headers.${reserved}`, 'You cannot set a reserved header.'] : null;
}
