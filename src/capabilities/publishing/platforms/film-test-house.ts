/** What tests of YouTube, LinkedIn and TikTok stand on: somebody who lets us in, a film, and calls that have little time. */
import { createHash, randomBytes } from 'node:crypto';
import { tinyFilm } from '#simulators/tiny-film.ts';
import { callPlatform } from '../http.ts';
import type { Checkpoint, FilmWords, GrantedAccount, Platform, PlatformCall, PostContent, Prepared } from '../platform.ts';

export const REDIRECT_URI = 'http://localhost:5004/back';

export const WORDS: FilmWords = {
  ...{ title: 'Introduction à l’IA', tags: ['IA', 'tutoriel'], categoryId: '28', privacy: 'public', thumbnail: null },
};

/** From the consent page back: the code, and what it was asked with. `ask` replaces what the address asks for. */
export async function allow({ oauth }: Platform, ask: Readonly<Record<string, string>> = {}) {
  const verifier = randomBytes(32).toString('base64url');
  const challenge = createHash('sha256').update(verifier).digest('base64url');
  const url = oauth.authorizeUrl({ state: 'state', challenge, redirectUri: REDIRECT_URI });
  for (const [name, value] of Object.entries({ auto: '1', as: `u${randomBytes(5).toString('hex')}`, ...ask }))
    url.searchParams.set(name, value);
  const answer = await fetch(url, { redirect: 'manual' });
  const code = new URL(answer.headers.get('location') ?? REDIRECT_URI).searchParams.get('code') ?? '';
  return { code, verifier, redirectUri: REDIRECT_URI };
}

/** Everybody who was granted, as they post. */
export async function connect(
  platform: Platform,
  ask: Readonly<Record<string, string>> = {},
): Promise<readonly (GrantedAccount & PlatformCall['poster'])[]> {
  const grant = await platform.oauth.exchange(await allow(platform, ask));
  const accounts = await platform.oauth.accounts(grant);
  return accounts.map((one) => ({ ...one, accessToken: one.grant.accessToken, details: { ...one.details, scopes: one.grant.scopes } }));
}

export interface FilmCalls {
  /** The film that is posted. */
  readonly content: Buffer;
  callOf(poster: PlatformCall['poster'], post?: Partial<PostContent>, checkpoint?: Checkpoint): PlatformCall;
  /** Ranges of the film that were read. */
  readonly ranges: (readonly [from: number, until: number])[];
}

let texts = 0;

export function filmCalls(bytes: number, seconds = 4): FilmCalls {
  const content = tinyFilm({ bytes, seconds, salt: randomBytes(8).toString('hex') });
  const media = { file: 'films/a.mp4', mediaType: 'video/mp4', bytes, width: 1280, height: 720, altText: '', seconds };
  const ranges: (readonly [number, number])[] = [];
  return {
    content,
    ranges,
    callOf: (poster, post = {}, checkpoint = {}) => ({
      ...{ poster, checkpoint, signal: AbortSignal.timeout(20_000) },
      post: { text: `Nouvelle vidéo ${++texts}`, media: [media], firstComment: '', madeWithAi: true, film: WORDS, ...post },
      send: (request) => callPlatform({ ...request, timeoutMs: request.phase === 'part' ? 20_000 : 1000 }),
      bytesOf: async () => Buffer.from('a thumbnail'),
      rangeOf: async (_media, from, until) => {
        ranges.push([from, until]);
        return content.subarray(from, until);
      },
      publicUrlOf: () => '',
    }),
  };
}

/** Passes until it is ready, refused, or waits for longer than a moment; then the call with what is known. */
export async function prepareFully(
  platform: Platform,
  call: PlatformCall,
): Promise<{ readonly call: PlatformCall; readonly last: Prepared; readonly passes: number }> {
  let held = call;
  for (let passes = 1; ; passes++) {
    const last = await platform.prepare(held);
    if (last.kind === 'refused') return { call: held, last, passes };
    held = { ...held, checkpoint: last.checkpoint };
    if (last.kind === 'ready' || last.seconds > 5 || passes > 40) return { call: held, last, passes };
  }
}

/** A call whose film is there, but for its last part. */
export async function prepared(platform: Platform, call: PlatformCall): Promise<PlatformCall> {
  const { call: held, last } = await prepareFully(platform, call);
  if (last.kind !== 'ready') throw new Error(`not ready: ${JSON.stringify(last)}`);
  return held;
}

export const sha256 = (content: Buffer): string => createHash('sha256').update(content).digest('hex');
