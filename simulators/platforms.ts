/** The platforms as demo mode plays them: all six on one loopback address, with one store. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { filmFiguresOf } from './film-figures.ts';
import { createLinkedInSimulator, type LinkedInFacts, type LinkedInSimulator } from './linkedin.ts';
import { createMetaSimulator, type MetaSimulator } from './meta.ts';
import { figuresAt } from './meta-insights.ts';
import { sendHtml, sendPost, wrongPage } from './platform-pages.ts';
import { openPlatformStore, type PlatformStore, type SimulatedPost } from './platform-store.ts';
import { createTikTokSimulator, type TikTokFacts, type TikTokSimulator } from './tiktok.ts';
import { createXSimulator, type XSimulator } from './x.ts';
import { figuresOf } from './x-figures.ts';
import { createYouTubeSimulator, type YouTubeFacts, type YouTubeSimulator } from './youtube.ts';

export interface SimulatedPlatforms {
  readonly meta: { readonly graphUrl: string; readonly dialogUrl: string; readonly appId: string; readonly appSecret: string };
  readonly x: { readonly apiUrl: string; readonly authorizeUrl: string; readonly clientId: string; readonly clientSecret: string };
  readonly google: YouTubeFacts;
  readonly linkedin: LinkedInFacts;
  readonly tiktok: TikTokFacts;
  /** Of these accounts, newest first. */
  feed(accountIds: readonly string[]): readonly SimulatedPost[];
  close(): Promise<void>;
}

const HOST = '127.0.0.1';

/**
 * `stateFile`: what was posted and the tokens are kept there, the port and the pictures beside it, so that a restart finds them again; a second process of the
 * same installation uses the first one's, and reads what it wrote. Null keeps nothing.
 */
export async function startSimulatedPlatforms({ stateFile }: { readonly stateFile: string | null }): Promise<SimulatedPlatforms> {
  const id = createHash('sha256')
    .update(stateFile ?? String(process.hrtime.bigint()))
    .digest('hex');
  const preferred = stateFile === null ? 0 : (lastPortOf(stateFile) ?? firstPortOf(id));
  const house: { answer: ((request: IncomingMessage, response: ServerResponse) => void) | null } = { answer: null };
  const server = createServer((request, response) => {
    // Whoever kept a connection over a restart would find it closed.
    response.shouldKeepAlive = false;
    if (request.url === '/_whoami') response.end(id);
    else if (house.answer) house.answer(request, response);
    else response.writeHead(503).end();
  });
  if (!(await listen(server, preferred))) {
    if (stateFile !== null && (await whoIsAt(preferred)) === id) return follow(stateFile, `http://${HOST}:${preferred}`);
    await listen(server, 0);
  }
  const { port } = server.address() as AddressInfo;
  server.unref();
  const store = openPlatformStore(stateFile);
  if (stateFile !== null && port !== preferred) writeFileSync(portFileOf(stateFile), String(port));
  const play = createPlay(store, `http://${HOST}:${port}`);
  house.answer = play.answer;
  return { ...play.facts, feed: (accountIds) => feedOf(store, accountIds), close: () => close(server, store) };
}

/** Beside the journal, to be read before it. */
const portFileOf = (stateFile: string): string => `${stateFile}.port`;
const lastPortOf = (stateFile: string): number | null =>
  existsSync(portFileOf(stateFile)) ? Number(readFileSync(portFileOf(stateFile), 'utf8')) || null : null;

/** Two processes that start an installation for the first time meet at the same port. */
const firstPortOf = (id: string): number => 20_000 + (Number.parseInt(id.slice(0, 8), 16) % 12_000);

/** False when somebody else is there. */
const listen = (server: Server, port: number): Promise<boolean> =>
  new Promise((resolve, reject) => {
    const onError = (error: NodeJS.ErrnoException): void =>
      error.code === 'EADDRINUSE' || error.code === 'EACCES' ? resolve(false) : reject(error);
    server.once('error', onError);
    server.listen(port, HOST, () => {
      server.off('error', onError);
      resolve(true);
    });
  });

async function whoIsAt(port: number): Promise<string | null> {
  try {
    const answer = await fetch(`http://${HOST}:${port}/_whoami`, { signal: AbortSignal.timeout(2_000) });
    return await answer.text();
  } catch {
    return null; // whoever it is, it is not one of us
  }
}

type PlayedFacts = Omit<SimulatedPlatforms, 'feed' | 'close'>;

interface Play {
  readonly facts: PlayedFacts;
  answer(request: IncomingMessage, response: ServerResponse): void;
}

interface Cast {
  readonly store: PlatformStore;
  readonly meta: MetaSimulator;
  /** By the first part of the path. */
  readonly others: {
    readonly x: XSimulator;
    readonly youtube: YouTubeSimulator;
    readonly linkedin: LinkedInSimulator;
    readonly tiktok: TikTokSimulator;
  };
}

function createPlay(store: PlatformStore, origin: string): Play {
  const pageOf = ({ platform, id }: SimulatedPost): string => `${origin}/posts/${platform}/${id}`;
  const cast: Cast = {
    store,
    // Whatever Meta calls the address of a post, here it leads to its page.
    meta: createMetaSimulator({ ...store, addPost: (post) => store.addPost({ ...post, url: pageOf(post) }) }),
    others: {
      x: createXSimulator(store, { url: `${origin}/x` }),
      youtube: createYouTubeSimulator(store, { url: `${origin}/youtube` }),
      linkedin: createLinkedInSimulator(store, { url: `${origin}/linkedin` }),
      tiktok: createTikTokSimulator(store, { url: `${origin}/tiktok` }),
    },
  };
  return {
    facts: factsOf(origin, cast),
    answer: (request, response) => {
      const url = new URL(request.url ?? '/', origin);
      route(cast, request, response, url).catch(() => response.destroy());
    },
  };
}

const factsOf = (origin: string, { meta: { appId, appSecret }, others: { x, youtube, linkedin, tiktok } }: Cast): PlayedFacts => ({
  meta: { graphUrl: `${origin}/meta/v25.0`, dialogUrl: `${origin}/meta/dialog/oauth`, appId, appSecret },
  ...{ x: x.facts, google: youtube.facts, linkedin: linkedin.facts, tiktok: tiktok.facts },
});

async function route({ meta, others, store }: Cast, request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
  const [, place = '', rest = ''] = /^\/(x|youtube|linkedin|tiktok)(\/.*)$/.exec(url.pathname) ?? [];
  if (place) return others[place as keyof Cast['others']].handle(request, response, new URL(`${rest}${url.search}`, url));
  if (await meta.handle(request, response, url)) return;
  const [, platform = '', id = ''] = /^\/posts\/(\w+)\/([\w-]+)/.exec(url.pathname) ?? [];
  if (platform === '') sendHtml(response, 404, wrongPage('platforms', 'This page does not exist.'));
  else {
    const post = store.post(platform as SimulatedPost['platform'], id);
    if (post) count(post);
    sendPost(response, store, post, url);
  }
}

function count(post: SimulatedPost): unknown {
  if (post.platform === 'twitter') return figuresOf(post);
  return post.platform === 'instagram' || post.platform === 'facebook' ? figuresAt(post, Date.now()) : filmFiguresOf(post);
}

function feedOf(store: PlatformStore, accountIds: readonly string[]): readonly SimulatedPost[] {
  const wanted = store.accounts.filter(({ id }) => accountIds.includes(id));
  const posts = wanted.flatMap(({ platform, id }) => store.postsOf(platform, id));
  for (const post of posts) count(post);
  return posts.sort((a, b) => b.at.localeCompare(a.at));
}

/** Another process of this installation plays: its addresses, and its journal to read. */
function follow(stateFile: string, origin: string): SimulatedPlatforms {
  const nothing = openPlatformStore(null);
  const read = { at: -1, store: nothing };
  const { facts } = createPlay(nothing, origin);
  return {
    ...facts,
    feed: (accountIds) => {
      const size = statSync(stateFile, { throwIfNoEntry: false })?.size ?? -1;
      if (size !== read.at) Object.assign(read, { at: size, store: openPlatformStore(stateFile, { readOnly: true }) });
      return feedOf(read.store, accountIds);
    },
    close: async () => undefined,
  };
}

const close = (server: Server, store: PlatformStore): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => {
      store.close();
      resolve();
    });
    server.closeAllConnections();
  });
