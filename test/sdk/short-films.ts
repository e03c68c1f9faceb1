/**
 * Stands in front of the video door and makes films short. The examples of the document ask for a minute in full size: here it is some
 * seconds, small, so that the tests stay fast. Nothing else is changed on the way, and the WebSocket goes through.
 */
import { createServer, type IncomingMessage, type ServerResponse, request as send } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';

export interface Gateway {
  readonly url: string;
  close(): Promise<void>;
}

export async function startGateway(door: string): Promise<Gateway> {
  const { hostname, port } = new URL(door);
  const sockets = new Set<Socket>();
  const server = createServer((incoming, response) => {
    forward(incoming, response, { hostname, port }).catch(() => response.destroy());
  });
  server.on('upgrade', (incoming: IncomingMessage, socket: Socket, head: Buffer) => {
    const behind = connect(Number(port), hostname, () => {
      const lines = incoming.rawHeaders.map((text, at) => (at % 2 === 0 ? `${text}: ` : `${text}\r\n`)).join('');
      behind.write(`${incoming.method} ${incoming.url} HTTP/1.1\r\n${lines}\r\n`);
      behind.write(head);
      socket.pipe(behind).pipe(socket);
    });
    for (const [one, other] of [
      [socket, behind],
      [behind, socket],
    ] as const) {
      sockets.add(one);
      one.on('error', () => other.destroy()).on('close', () => other.destroy());
    }
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((done) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

async function forward(incoming: IncomingMessage, response: ServerResponse, to: { hostname: string; port: string }): Promise<void> {
  const pieces: Buffer[] = [];
  for await (const piece of incoming) pieces.push(piece as Buffer);
  const { method, url: path, headers } = incoming;
  const body = shortened(`${method} ${path}`, Buffer.concat(pieces));
  const length = body.length > 0 ? { 'content-length': body.length } : {};
  await new Promise<void>((done, fail) => {
    const behind = send({ ...to, method, path, headers: { ...headers, ...length } }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response).on('close', done);
    });
    behind.on('error', fail).end(body);
  });
}

function shortened(route: string, body: Buffer): Buffer {
  if (!/^POST \/api\/v1\/projects(\/[^/]+\/start)?$/.test(route)) return body;
  const asked = JSON.parse(body.toString('utf8') || '{}') as { readonly config?: object };
  const changed = route.endsWith('/start')
    ? { ...asked, pipeline_config: { render: { quality: 'draft', scale: 4 } } }
    : { ...asked, config: { target_duration: 5, ...asked.config } };
  return Buffer.from(JSON.stringify(changed));
}
