/** The line between a phone and the studio, in our hands: it can be cut, and it can lose an answer after the question arrived. */
import { connect, createServer, type Socket } from 'node:net';

export interface Cable {
  /** The studio, at the other end of the line. */
  readonly url: string;
  /** Nothing comes through any more; what is under way breaks off. */
  cut(): void;
  /** The line holds again. */
  mend(): void;
  /** The next request that begins so (`POST /x`) arrives; its answer does not, and the line stays cut. */
  loseAnswer(begins: string): void;
  /** The line breaks after so many bytes of requests that begin so. */
  cutAfter(begins: string, bytes: number): void;
  /** Requests that began so and arrived at least in part. */
  count(begins: string): number;
  /** Another studio answers from now on. */
  plugInto(url: string): void;
  close(): Promise<void>;
}

export async function layCable(studio: string): Promise<Cable> {
  let target = new URL(studio);
  let isCut = false;
  let losing: string | null = null;
  let breaking: { readonly begins: string; left: number } | null = null;
  const began: string[] = [];
  const sockets = new Set<Socket>();
  const cut = (): void => {
    isCut = true;
    for (const socket of sockets) socket.destroy();
  };
  const server = createServer((phone) => {
    if (isCut) return void phone.destroy();
    const far = connect(Number(target.port), target.hostname);
    let isLost = false;
    let isBreaking = false;
    for (const socket of [phone, far]) {
      sockets.add(socket);
      socket.on('error', () => socket.destroy());
      socket.on('close', () => sockets.delete(socket));
    }
    phone.on('data', (bytes) => {
      const [line = ''] = bytes.subarray(0, 200).toString('latin1').split('\r\n');
      if (/^[A-Z]+ \//.test(line)) {
        began.push(line);
        isLost = losing !== null && line.startsWith(losing);
        if (isLost) losing = null;
        isBreaking = breaking !== null && line.startsWith(breaking.begins);
      }
      far.write(bytes);
      if (!isBreaking || !breaking) return;
      breaking.left -= bytes.length;
      if (breaking.left > 0) return;
      breaking = null;
      cut();
    });
    far.on('data', (bytes) => {
      if (isLost) return cut();
      phone.write(bytes);
    });
    phone.on('end', () => far.end());
    far.on('end', () => phone.end());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    cut,
    mend: () => {
      isCut = false;
    },
    loseAnswer: (begins) => {
      losing = begins;
    },
    cutAfter: (begins, bytes) => {
      breaking = { begins, left: bytes };
    },
    count: (begins) => began.filter((line) => line.startsWith(begins)).length,
    plugInto: (url) => {
      target = new URL(url);
      for (const socket of sockets) socket.destroy();
    },
    close: async () => {
      cut();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
