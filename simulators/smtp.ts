/**
 * A small mail server on a real socket (RFC 5321): greets, authenticates, takes letters and keeps them, and has bad
 * days on demand. No TLS: encryption is the business of the socket, not of the conversation.
 */

import type { AddressInfo } from 'node:net';
import { createServer, type Socket } from 'node:net';

export interface ReceivedLetter {
  readonly from: string;
  readonly to: readonly string[];
  /** Headers and body, dots unstuffed. */
  readonly raw: string;
}

export interface SmtpMishap {
  /** The moment: a command, the greeting, or the end of the letter (`message`). */
  readonly at: 'greeting' | 'EHLO' | 'AUTH' | 'MAIL' | 'RCPT' | 'DATA' | 'message';
  /** Answer this line instead (`451 4.3.0 try later`), or cut the connection, or say nothing more. */
  readonly reply?: string;
  readonly cut?: true;
  readonly silent?: true;
  /** How often; 1 when not given. */
  readonly times?: number;
}

export interface SmtpSimulator {
  /** As in SMTP_URL. */
  readonly url: string;
  /** What the server has taken; also when it fell silent or cut right after (`message`): that is what makes outcomes unknown. */
  readonly letters: ReceivedLetter[];
  readonly connections: () => number;
  misbehave(mishap: SmtpMishap): void;
  close(): Promise<void>;
}

export interface SmtpSimulatorOptions {
  /** Credentials that must be presented before a letter is taken. */
  readonly auth?: { readonly user: string; readonly password: string };
}

export async function startSmtpSimulator({ auth }: SmtpSimulatorOptions = {}): Promise<SmtpSimulator> {
  const letters: ReceivedLetter[] = [];
  const mishaps: { mishap: SmtpMishap; left: number }[] = [];
  const sockets = new Set<Socket>();
  let connections = 0;
  const mishapAt = (at: SmtpMishap['at']): SmtpMishap | null => {
    const hit = mishaps.find(({ mishap, left }) => left > 0 && mishap.at === at);
    if (hit) hit.left--;
    return hit?.mishap ?? null;
  };
  const server = createServer((socket) => {
    connections++;
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => socket.destroy());
    converse(socket, { letters, mishapAt, auth: auth ?? null });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const credentials = auth ? `${encodeURIComponent(auth.user)}:${encodeURIComponent(auth.password)}@` : '';
  return {
    url: `smtp://${credentials}127.0.0.1:${port}`,
    letters,
    connections: () => connections,
    misbehave: (mishap) => mishaps.push({ mishap, left: mishap.times ?? 1 }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

interface House {
  readonly letters: ReceivedLetter[];
  readonly mishapAt: (at: SmtpMishap['at']) => SmtpMishap | null;
  readonly auth: SmtpSimulatorOptions['auth'] | null;
}

function converse(socket: Socket, { letters, mishapAt, auth }: House): void {
  let authenticated = auth === null;
  let envelope: { from: string; to: string[] } | null = null;
  let receiving = false;
  let buffer = '';
  /** Answers, unless this is a bad moment. */
  const answer = (at: SmtpMishap['at'], line: string): boolean => {
    const mishap = mishapAt(at);
    if (mishap?.cut) socket.destroy();
    else if (!mishap?.silent) socket.write(`${mishap?.reply ?? line}\r\n`);
    return mishap === null;
  };
  const command = (line: string): void => {
    const verb = line.slice(0, 4).toUpperCase();
    if (verb === 'EHLO' || verb === 'HELO')
      answer('EHLO', auth ? '250-simulated\r\n250-AUTH PLAIN\r\n250-SIZE 31457280\r\n250 8BITMIME' : '250-simulated\r\n250 8BITMIME');
    else if (verb === 'AUTH') {
      const [, user = '', password = ''] = Buffer.from(line.split(' ')[2] ?? '', 'base64')
        .toString()
        .split('\0');
      const right = user === auth?.user && password === auth?.password;
      authenticated = answer('AUTH', right ? '235 2.7.0 welcome' : '535 5.7.8 wrong credentials') && right;
    } else if (verb === 'MAIL') {
      if (!authenticated) socket.write('530 5.7.0 authentication required\r\n');
      else if (answer('MAIL', '250 2.1.0 ok')) envelope = { from: addressIn(line), to: [] };
    } else if (verb === 'RCPT') {
      if (!envelope) socket.write('503 5.5.1 MAIL first\r\n');
      else if (answer('RCPT', '250 2.1.5 ok')) envelope.to.push(addressIn(line));
    } else if (verb === 'DATA') {
      if (!envelope?.to.length) socket.write('503 5.5.1 RCPT first\r\n');
      else receiving = answer('DATA', '354 go ahead');
    } else if (verb === 'QUIT') socket.end('221 2.0.0 bye\r\n');
    else socket.write(verb === 'RSET' || verb === 'NOOP' ? '250 2.0.0 ok\r\n' : '502 5.5.1 not implemented\r\n');
  };
  const letter = (raw: string): void => {
    const mishap = mishapAt('message');
    if (envelope && !mishap?.reply) letters.push({ ...envelope, raw: raw.replace(/^\.\./gm, '.') });
    if (mishap?.cut) socket.destroy();
    else if (!mishap?.silent) socket.write(`${mishap?.reply ?? '250 2.0.0 queued'}\r\n`);
    [receiving, envelope] = [false, null];
  };
  socket.setEncoding('latin1').on('data', (piece) => {
    buffer += piece;
    for (;;) {
      const mark = receiving ? '\r\n.\r\n' : '\r\n';
      const end = buffer.indexOf(mark);
      if (end < 0) return;
      const text = buffer.slice(0, end);
      buffer = buffer.slice(end + mark.length);
      if (receiving) letter(text);
      else command(text);
    }
  });
  answer('greeting', '220 simulated ESMTP');
}

const addressIn = (line: string): string => /<([^>]*)>/.exec(line)?.[1] ?? '';
