/** Somebody who receives webhooks: keeps what comes, answers as it is told. */
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ReceivedHook {
  readonly headers: IncomingHttpHeaders;
  readonly raw: string;
}
/** A status, silence, a cut connection, or somewhere else to go. */
export type ReceiverAnswer = number | 'hang' | 'cut' | { readonly redirect: string };

export interface WebhookReceiver {
  readonly url: string;
  readonly received: ReceivedHook[];
  /** The next answers, in order; then 200. */
  answers(...answers: readonly ReceiverAnswer[]): void;
  close(): Promise<void>;
}

export async function startWebhookReceiver(): Promise<WebhookReceiver> {
  const received: ReceivedHook[] = [];
  const queue: ReceiverAnswer[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      received.push({ headers: request.headers, raw: Buffer.concat(parts).toString('utf8') });
      const answer = queue.shift() ?? 200;
      if (answer === 'hang') return;
      if (answer === 'cut') response.destroy();
      else if (typeof answer === 'number') response.writeHead(answer).end(answer < 300 ? 'merci' : 'non');
      else response.writeHead(302, { location: answer.redirect }).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    received,
    answers: (...answers) => void queue.push(...answers),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
