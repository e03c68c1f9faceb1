/** The simulated Meta, a place where it fetches pictures, and somebody who has let us in: what tests of both platforms begin with. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import sharp from 'sharp';
import { type RunningMetaSimulator, startMetaSimulator } from '#simulators/meta.ts';
import { callPlatform } from '../http.ts';
import type { Checkpoint, GrantedAccount, Platform, PlatformCall, PostContent, PostMedia, Prepared } from '../platform.ts';
import type { MetaFacts } from '../platform-facts.ts';

export interface MetaHouse {
  readonly meta: RunningMetaSimulator;
  readonly facts: MetaFacts;
  /** Moves the time of the platform. */
  advance(milliseconds: number): void;
  /** Those that Meta may fetch, by name; `square.jpg` is there. */
  readonly pictures: Map<string, Buffer>;
  /** Through the dialog, as `hint`. */
  connect(platform: Platform, hint?: string): Promise<readonly GrantedAccount[]>;
  callFor(account: GrantedAccount, post?: Partial<PostContent>, checkpoint?: Checkpoint): PlatformCall;
  /** Until it is ready or refused. */
  prepare(platform: Platform, account: GrantedAccount, post?: Partial<PostContent>): Promise<{ prepared: Prepared; call: PlatformCall }>;
  close(): Promise<void>;
}

export const REDIRECT_URI = 'http://127.0.0.1:5004/connections/back';

export const pictureOf = (width: number, height: number, format: 'jpeg' | 'png' = 'jpeg'): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: '#d8a657' } })
    .toFormat(format)
    .toBuffer();

export const mediaOf = (file: string, altText = ''): PostMedia => ({
  ...{ file, mediaType: 'image/jpeg', bytes: 1, width: 640, height: 640, altText },
});

export async function openMetaHouse(): Promise<MetaHouse> {
  const pictures = new Map([['square.jpg', await pictureOf(640, 640)]]);
  const shelf = await openShelf(pictures);
  let later = 0;
  const meta = await startMetaSimulator({ now: () => Date.now() + later });
  const facts: MetaFacts = { ...meta };
  const callFor: MetaHouse['callFor'] = (account, post = {}, checkpoint = {}) => ({
    poster: { ...account, accessToken: account.grant.accessToken },
    post: { text: 'Lumière du soir', media: [mediaOf('square.jpg', 'Un carré doré')], firstComment: '', madeWithAi: true, ...post },
    checkpoint,
    signal: AbortSignal.timeout(30_000),
    send: (request) => callPlatform(request),
    bytesOf: async ({ file }) => pictures.get(file) ?? Buffer.alloc(0),
    rangeOf: async ({ file }, from, until) => (pictures.get(file) ?? Buffer.alloc(0)).subarray(from, until),
    publicUrlOf: ({ file }) => `${shelf.origin}/${file}`,
  });
  return {
    ...{ meta, facts, pictures, callFor },
    advance: (milliseconds) => {
      later += milliseconds;
    },
    connect: async (platform, hint = 'test') => platform.oauth.accounts(await grantFrom(platform, hint)),
    prepare: async (platform, account, post) => {
      let call = callFor(account, post);
      for (let pass = 0; pass < 30; pass++) {
        const prepared = await platform.prepare(call);
        if (prepared.kind === 'refused') return { prepared, call };
        call = callFor(account, post, prepared.checkpoint);
        if (prepared.kind === 'ready') return { prepared, call };
      }
      throw new Error('it is never ready');
    },
    close: async () => {
      await Promise.all([meta.close(), shelf.close()]);
    },
  };
}

/** What Meta fetches from. */
async function openShelf(pictures: ReadonlyMap<string, Buffer>): Promise<{ readonly origin: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    const picture = pictures.get((request.url ?? '').slice(1));
    response.writeHead(picture ? 200 : 404).end(picture);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => new Promise((resolve) => void server.close(() => resolve())),
  };
}

/** What the browser brings back. */
export async function codeFrom(platform: Platform, more: Readonly<Record<string, string>>): Promise<URL> {
  const url = platform.oauth.authorizeUrl({ state: 'state-1', challenge: 'unused', redirectUri: REDIRECT_URI });
  for (const [name, value] of Object.entries(more)) url.searchParams.set(name, value);
  const answer = await fetch(url, { redirect: 'manual' });
  return new URL(answer.headers.get('location') ?? 'about:blank');
}

export async function grantFrom(platform: Platform, hint: string): ReturnType<Platform['oauth']['exchange']> {
  const code = (await codeFrom(platform, { hint, auto: '1' })).searchParams.get('code') ?? '';
  return platform.oauth.exchange({ code, verifier: '', redirectUri: REDIRECT_URI });
}

/** The one of them that there must be. */
export function firstOf<T>(items: readonly T[]): T {
  const [item] = items;
  if (item === undefined) throw new Error('there is none');
  return item;
}
