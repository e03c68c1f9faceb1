/**
 * A double of YouTube over real HTTP: the part of its Data API that publishing needs, Google's consent and tokens, its films. Refuses
 * what YouTube refuses in its words, keeps every byte it is sent, and has bad days on demand: `misbehave`, or `POST /_control`.
 */
import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { type Bearer, createFilmConsent, type FilmConsent, signIn } from './film-consent.ts';
import { filmFiguresOf } from './film-figures.ts';
import { type FilmAnswer, type FilmAsk, type FilmDialect, type FilmSimulator, stageFilms, startFilms } from './film-stage.ts';
import { sendPost } from './platform-pages.ts';
import { openPlatformStore, type PlatformStore, type SimulatedPost } from './platform-store.ts';
import { createYouTubeSessions, type YouTubeRules, type YouTubeSessions } from './youtube-sessions.ts';
import { googleFault, videoOf } from './youtube-words.ts';

export const YOUTUBE_PHASES = [
  ...(['token', 'channels', 'session', 'part', 'last_part', 'session_status'] as const),
  ...(['thumbnail', 'list', 'videos'] as const),
] as const;
export type YouTubePhase = (typeof YOUTUBE_PHASES)[number];

export interface YouTubeFacts {
  readonly apiUrl: string;
  readonly authorizeUrl: string;
  readonly tokenUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly siteUrl: string;
}

export interface YouTubeSimulator extends FilmSimulator<YouTubePhase> {
  readonly facts: YouTubeFacts;
  readonly rules: YouTubeRules;
  /** Whatever is on its way is forgotten; with `done`, also how finished uploads ended. */
  forgetSessions(done?: boolean): void;
}

const APP = { id: '402917-simulated.apps.googleusercontent.com', secret: 'GOCSPX-simulated-0123456789abcdef' };
const ROOT = 'https://www.googleapis.com/auth';
const SCOPES = { upload: `${ROOT}/youtube.upload`, read: `${ROOT}/youtube.readonly` };
const PAGE = 50;

/** `url`: where it is reached, without a slash at the end. */
export function createYouTubeSimulator(store: PlatformStore, { url }: { readonly url: string }): YouTubeSimulator {
  const rules: YouTubeRules = { uploadsLeft: 100_000, isVerified: true };
  const consent = createFilmConsent(store, {
    ...{ platform: 'youtube', title: 'YouTube', app: APP, idName: 'client_id', scopes: Object.values(SCOPES), separator: ' ' },
    ...{ pkce: 'base64url', accessSeconds: 3599, refresh: () => 'kept' },
    accountOf: (name) => signIn(store, { platform: 'youtube', id: channelIdOf(name), username: name, name: name.replaceAll('_', ' ') }),
    faultIn: (ask) =>
      ask.get('access_type') === 'offline' && ask.get('prompt') === 'consent' ? null : 'Without offline access there is no refresh token.',
  });
  const sessions = createYouTubeSessions(store, { url, rules });
  const house: House = { store, url, rules, consent, sessions };
  return {
    ...stageFilms(store, dialectOf(house)),
    facts: {
      ...{ apiUrl: url, authorizeUrl: `${url}/o/oauth2/v2/auth`, tokenUrl: `${url}/token`, siteUrl: url },
      ...{ clientId: APP.id, clientSecret: APP.secret },
    },
    rules,
    forgetSessions: (done) => sessions.forget(done === true),
  };
}

/** On a port of its own, for tests. */
export const startYouTubeSimulator = (store = openPlatformStore(null)) => startFilms(createYouTubeSimulator, store);

/** The same name is the same channel. */
const channelIdOf = (name: string): string =>
  `UC${createHash('sha256').update(`youtube:${name.toLowerCase()}`).digest('base64url').slice(0, 22)}`;
const uploadsOf = (channelId: string): string => `UU${channelId.slice(2)}`;

interface House {
  readonly store: PlatformStore;
  readonly url: string;
  readonly rules: YouTubeRules;
  readonly consent: FilmConsent;
  readonly sessions: YouTubeSessions;
}

const PLACES: readonly (readonly [method: string, path: string, phase: YouTubePhase])[] = [
  ['POST', '/token', 'token'],
  ['POST', '/upload/youtube/v3/videos', 'session'],
  ['POST', '/upload/youtube/v3/thumbnails/set', 'thumbnail'],
  ['GET', '/youtube/v3/channels', 'channels'],
  ['GET', '/youtube/v3/playlistItems', 'list'],
  ['GET', '/youtube/v3/videos', 'videos'],
];
const OF_UPLOADS: readonly YouTubePhase[] = ['session', 'part', 'last_part', 'session_status', 'thumbnail'];

function dialectOf(house: House): FilmDialect<YouTubePhase> {
  const { consent, store } = house;
  return {
    phases: YOUTUBE_PHASES,
    phaseOf: ({ method, url, headers }) => {
      if (method !== 'PUT' || url.pathname !== '/upload/youtube/v3/videos')
        return PLACES.find(([verb, path]) => verb === method && path === url.pathname)?.[2] ?? null;
      const [, last, total] = /^bytes \d+-(\d+)\/(\d+)$/.exec(headers['content-range'] ?? '') ?? [];
      if (last === undefined) return 'session_status';
      return Number(last) + 1 === Number(total) ? 'last_part' : 'part';
    },
    answer: (ask) => signed(answer(house, ask), ask.phase),
    fault: (status, code, phase) => signed(googleFault(status, code), phase),
    rateLimited: (seconds) => ({
      ...googleFault(429, 'rateLimitExceeded'),
      headers: seconds === undefined ? {} : { 'retry-after': String(seconds) },
    }),
    kill: (authorization) => {
      consent.kill(authorization);
      return googleFault(401, 'authError');
    },
    page: (url, response) => {
      if (url.pathname === '/o/oauth2/v2/auth') return consent.authorize(url, response);
      const id = url.searchParams.get('v') ?? /^\/([\w-]{11})(?:\/|$)/.exec(url.pathname)?.[1] ?? '';
      showFilm(store, id, url, response);
    },
  };
}

/** The upload server puts its name below everything that it says. */
const signed = (answer: FilmAnswer, phase: YouTubePhase | null): FilmAnswer =>
  phase && OF_UPLOADS.includes(phase) ? { ...answer, headers: { 'x-guploader-uploadid': 'AAwnv3simulated', ...answer.headers } } : answer;

function showFilm(store: PlatformStore, id: string, url: URL, response: ServerResponse): void {
  const post = store.post('youtube', id);
  if (post) filmFiguresOf(post);
  sendPost(response, store, post, new URL(url.pathname.includes('/media/') ? url.pathname : `/${id}`, url));
}

function answer(house: House, ask: FilmAsk<YouTubePhase>): FilmAnswer {
  const { phase, headers, bytes } = ask;
  if (phase === 'token') return tokens(house.consent, new URLSearchParams(bytes.toString('utf8')));
  const who = house.consent.bearer(headers.authorization);
  if (!who) return googleFault(401, 'authError');
  const needed = OF_UPLOADS.includes(phase) ? SCOPES.upload : SCOPES.read;
  if (!who.scopes.includes(needed)) return googleFault(403, 'insufficientPermissions');
  switch (phase) {
    case 'session':
      return house.sessions.begin(who.account.id, ask);
    case 'thumbnail':
      return thumbnail(house, who, ask);
    case 'channels':
      return channels(who);
    case 'list':
      return list(house.store, who, ask.url.searchParams);
    case 'videos':
      return videos(house.store, ask.url.searchParams);
    default:
      return house.sessions.put(ask);
  }
}

function tokens(consent: FilmConsent, form: URLSearchParams): FilmAnswer {
  const issued = consent.token(form);
  if (issued === 'invalid_client') return { status: 401, body: { error: 'invalid_client', error_description: 'Unauthorized' } };
  if (typeof issued === 'string') {
    const error = issued === 'redirect_uri' ? 'redirect_uri_mismatch' : issued === 'unsupported_grant_type' ? issued : 'invalid_grant';
    return { status: 400, body: { error, error_description: 'Bad Request' } };
  }
  const { access, refresh, seconds, scopes } = issued;
  const said = { access_token: access, expires_in: seconds, scope: scopes.join(' '), token_type: 'Bearer' };
  return { status: 200, body: refresh === null ? said : { ...said, refresh_token: refresh } };
}

function channels({ account }: Bearer): FilmAnswer {
  const snippet = { title: account.name, customUrl: `@${account.username.toLowerCase()}` };
  const contentDetails = { relatedPlaylists: { likes: 'LL', uploads: uploadsOf(account.id) } };
  return {
    status: 200,
    body: { kind: 'youtube#channelListResponse', items: [{ kind: 'youtube#channel', id: account.id, snippet, contentDetails }] },
  };
}

function list(store: PlatformStore, { account }: Bearer, ask: URLSearchParams): FilmAnswer {
  if (ask.get('playlistId') !== uploadsOf(account.id)) return googleFault(404, 'playlistNotFound');
  const all = store.postsOf('youtube', account.id).toReversed();
  const from = Number(ask.get('pageToken') ?? 0);
  const items = all.slice(from, from + PAGE).map((post) => ({
    kind: 'youtube#playlistItem',
    snippet: { publishedAt: `${post.at.slice(0, 19)}Z`, title: post.film?.title ?? '', description: post.text, channelId: account.id },
    contentDetails: { videoId: post.id },
  }));
  const isMore = from + PAGE < all.length;
  const pageInfo = { totalResults: all.length, resultsPerPage: PAGE };
  return {
    status: 200,
    body: { kind: 'youtube#playlistItemListResponse', items, pageInfo, ...(isMore ? { nextPageToken: String(from + PAGE) } : {}) },
  };
}

function videos(store: PlatformStore, ask: URLSearchParams): FilmAnswer {
  const post = store.post('youtube', ask.get('id') ?? '');
  return {
    status: 200,
    body: { kind: 'youtube#videoListResponse', items: post ? [{ ...videoOf(post), statistics: statisticsOf(post) }] : [] },
  };
}

/** Numbers as texts. */
function statisticsOf(post: SimulatedPost) {
  const { views, likes, comments } = filmFiguresOf(post);
  return { viewCount: String(views), likeCount: String(likes), favoriteCount: '0', commentCount: String(comments) };
}

const MOST_THUMBNAIL = 2 * 1024 * 1024;

function thumbnail({ store, rules }: House, { account }: Bearer, { url, headers, bytes }: FilmAsk): FilmAnswer {
  const post = store.post('youtube', url.searchParams.get('videoId') ?? '');
  if (post?.accountId !== account.id) return googleFault(404, 'videoNotFound');
  if (!rules.isVerified) return googleFault(403, 'forbidden');
  if (bytes.length === 0 || bytes.length > MOST_THUMBNAIL) return googleFault(400, 'invalidImage');
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  store.keepContent(sha256, bytes);
  store.setNote(`youtube.thumbnail.${post.id}`, { sha256, bytes: bytes.length, mediaType: headers['content-type'] ?? '' });
  return {
    status: 200,
    body: { kind: 'youtube#thumbnailSetResponse', items: [{ default: { url: 'https://i.ytimg.com/simulated.jpg' } }] },
  };
}
