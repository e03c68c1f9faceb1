/** Hands a letter to an SMTP server, and knows at every moment whether it may have been accepted. */
import { Readable } from 'node:stream';
import { parseConnectionUrl } from 'nodemailer/lib/shared';
import SMTPConnection, { type SMTPConnectionOptions } from 'nodemailer/lib/smtp-connection';
import { composeMime } from './mime.ts';
import { DeliveryError, type OutgoingMessage, type Transport } from './transport.ts';

export interface SmtpPatience {
  readonly connectMs: number;
  /** Longest silence of the server in the conversation. RFC 5321 asks for ten minutes after the letter; a worker has not got them. */
  readonly silenceMs: number;
}
const PATIENCE: SmtpPatience = { connectMs: 10_000, silenceMs: 60_000 };

/** `smtp://user:password@host:587` (STARTTLS when offered, `?requireTLS=true` to insist) or `smtps://…:465`. */
export function smtpTransport(url: string, patience: SmtpPatience = PATIENCE): Transport {
  const { auth, ...server } = parseConnectionUrl(url);
  const options = {
    ...server,
    connectionTimeout: patience.connectMs,
    greetingTimeout: patience.connectMs,
    dnsTimeout: patience.connectMs,
    socketTimeout: patience.silenceMs,
  };
  return {
    name: 'smtp',
    repeatsUnknown: 0,
    deliver: async (message, signal) => converse({ options, auth }, message, await composeMime(message), signal),
  };
}

interface Server {
  readonly options: SMTPConnectionOptions;
  readonly auth: ReturnType<typeof parseConnectionUrl>['auth'];
}

async function converse({ options, auth }: Server, message: OutgoingMessage, mime: Buffer, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  const connection = new SMTPConnection(options);
  const letter = Readable.from([mime], { objectMode: false });
  let handedOver = false;
  letter.once('end', () => {
    handedOver = true;
  });
  try {
    await new Promise<void>((resolve, reject) => {
      connection.on('error', reject);
      // After whatever the server said before it closed: a 421 tells that the letter was not taken.
      connection.once('end', () => setImmediate(reject, new Error('The server closed the connection')));
      signal.addEventListener('abort', () => reject(signal.reason), { once: true });
      speak(connection, auth, message, letter).then(resolve, reject);
    });
  } catch (error) {
    throw problemOf(error, handedOver);
  } finally {
    connection.on('error', () => undefined); // what comes after the outcome changes nothing
    connection.close();
  }
}

async function speak(connection: SMTPConnection, auth: Server['auth'], message: OutgoingMessage, letter: Readable): Promise<void> {
  await step((done) => connection.connect(done));
  if (auth) await step((done) => connection.login(auth, done));
  await step((done) => connection.send({ from: message.from.address, to: [message.to.address] }, letter, done));
}

const step = (action: (done: (error?: Error | null) => void) => void): Promise<void> =>
  new Promise((resolve, reject) => action((error) => (error ? reject(error) : resolve())));

/** What is wrong with the letter itself: said before the server is asked. */
const UNSENDABLE = ['EENVELOPE', 'EMESSAGE'];

/** With an answer of the server the matter is clear; without one it depends on whether the last byte had left. */
function problemOf(error: unknown, handedOver: boolean): DeliveryError {
  const { responseCode, code = '', message } = error as Error & { responseCode?: number; code?: string };
  const told = message || String(error);
  const unsendable = responseCode === undefined && UNSENDABLE.includes(code);
  if (unsendable || (responseCode !== undefined && responseCode >= 500)) return new DeliveryError('permanent', told, error);
  if (responseCode !== undefined || !handedOver) return new DeliveryError('temporary', told, error);
  return new DeliveryError('unknown', `no answer after the letter was handed over: ${told}`, error);
}
