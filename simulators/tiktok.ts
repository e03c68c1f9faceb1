/**
 * A double of TikTok over real HTTP: sign-in with rotating tokens, what an account allows, uploads in parts, how a film stands, its
 * figures. A film is live, or failed, from its last byte on; that it is, is told later. Bad days on demand: `misbehave`, `POST /_control`.
 */
import { type Bearer, createFilmConsent, digest, type FilmConsent, signIn } from './film-consent.ts';
import { filmFiguresOf } from './film-figures.ts';
import { type FilmAnswer, type FilmAsk, type FilmDialect, type FilmSimulator, stageFilms, startFilms } from './film-stage.ts';
import { sendPost } from './platform-pages.ts';
import { openPlatformStore, type PlatformStore } from './platform-store.ts';
import { createTikTokFilms, optionsOf, type TikTokFilms, type TikTokRules, tikTokFault } from './tiktok-films.ts';

export const TIKTOK_PHASES = ['token', 'user', 'creator', 'init', 'part', 'last_part', 'status', 'figures'] as const;
export type TikTokPhase = (typeof TIKTOK_PHASES)[number];

export interface TikTokFacts {
  readonly apiUrl: string;
  readonly authorizeUrl: string;
  readonly clientKey: string;
  readonly clientSecret: string;
  readonly siteUrl: string;
}

export interface TikTokSimulator extends FilmSimulator<TikTokPhase> {
  readonly facts: TikTokFacts;
  readonly rules: TikTokRules;
  /** The addresses of all uploads under way are over. */
  expireUploads(): void;
}

const APP = { id: 'awsimulated0tiktok', secret: 'simulated-tiktok-secret-0123456789' };
const SCOPES = ['user.info.basic', 'user.info.profile', 'video.publish', 'video.upload', 'video.list'];
const NEEDED: Readonly<Record<string, string>> = {
  ...{ user: 'user.info.basic', creator: 'video.publish', init: 'video.publish', status: 'video.publish', figures: 'video.list' },
};

/** `url`: where it is reached, without a slash at the end. */
export function createTikTokSimulator(store: PlatformStore, { url }: { readonly url: string }): TikTokSimulator {
  const rules: TikTokRules = { isAudited: true, isPrivate: false, longest: 600, polls: 1, moderation: 0, failure: null };
  const consent = createFilmConsent(store, {
    ...{ platform: 'tiktok', title: 'TikTok', app: APP, idName: 'client_key', scopes: SCOPES, separator: ',' },
    ...{ pkce: 'hex', accessSeconds: 86_400, refresh: () => 'rotates' },
    accountOf: (name) =>
      signIn(store, {
        platform: 'tiktok',
        id: `-000${digest(`tiktok:${name.toLowerCase()}`).slice(0, 32)}`,
        username: name,
        name: name.replaceAll('_', ' '),
      }),
  });
  const films = createTikTokFilms(store, { url, rules });
  const house: House = { store, rules, consent, films };
  return {
    ...stageFilms(store, dialectOf(house)),
    facts: { apiUrl: url, authorizeUrl: `${url}/v2/auth/authorize/`, clientKey: APP.id, clientSecret: APP.secret, siteUrl: url },
    rules,
    expireUploads: () => films.expire(),
  };
}

/** On a port of its own, for tests. */
export const startTikTokSimulator = (store = openPlatformStore(null)) => startFilms(createTikTokSimulator, store);

interface House {
  readonly store: PlatformStore;
  readonly rules: TikTokRules;
  readonly consent: FilmConsent;
  readonly films: TikTokFilms;
}

const PLACES: readonly (readonly [asked: string, phase: TikTokPhase])[] = [
  ['POST /v2/oauth/token/', 'token'],
  ['GET /v2/user/info/', 'user'],
  ['POST /v2/post/publish/creator_info/query/', 'creator'],
  ['POST /v2/post/publish/video/init/', 'init'],
  ['POST /v2/post/publish/status/fetch/', 'status'],
  ['POST /v2/video/query/', 'figures'],
];

function dialectOf({ store, consent, rules, films }: House): FilmDialect<TikTokPhase> {
  return {
    phases: TIKTOK_PHASES,
    phaseOf: ({ method, url, headers }) => {
      if (method !== 'PUT' || !url.pathname.startsWith('/video/upload/'))
        return PLACES.find(([asked]) => asked === `${method} ${url.pathname}`)?.[1] ?? null;
      const [, last, total] = /^bytes \d+-(\d+)\/(\d+)$/.exec(headers['content-range'] ?? '') ?? [];
      return last !== undefined && Number(last) + 1 === Number(total) ? 'last_part' : 'part';
    },
    answer: (ask) => answer({ store, consent, rules, films }, ask),
    fault: (status, code) => tikTokFault(status, code),
    rateLimited: (seconds) => ({
      ...tikTokFault(429, 'rate_limit_exceeded'),
      headers: seconds === undefined ? {} : { 'retry-after': String(seconds) },
    }),
    kill: (authorization) => {
      consent.kill(authorization);
      return tikTokFault(401, 'access_token_invalid');
    },
    page: (url, response) => {
      if (url.pathname === '/v2/auth/authorize/') return consent.authorize(url, response);
      const post = store.post('tiktok', /^\/@[^/]+\/video\/(\d+)/.exec(url.pathname)?.[1] ?? '');
      if (post) filmFiguresOf(post);
      sendPost(response, store, post, url);
    },
  };
}

function answer({ store, consent, rules, films }: House, ask: FilmAsk<TikTokPhase>): FilmAnswer {
  const { phase, headers, bytes, json } = ask;
  if (phase === 'token') return tokens(consent, new URLSearchParams(bytes.toString('utf8')));
  // The addresses of uploads are keys in themselves.
  if (phase === 'part' || phase === 'last_part') return films.put(ask);
  const who = consent.bearer(headers.authorization);
  if (!who) return tikTokFault(401, 'access_token_invalid');
  if (!who.scopes.includes(NEEDED[phase] ?? '')) return tikTokFault(401, 'scope_not_authorized');
  switch (phase) {
    case 'user':
      return well({ user: { open_id: who.account.id, display_name: who.account.name } });
    case 'creator':
      return well(creatorCard(who, rules));
    case 'init':
      return films.init(who.account, json);
    case 'status':
      return films.status(who.account.id, String(json['publish_id'] ?? ''));
    default:
      return figures(store, who, json);
  }
}

const well = (data: object): FilmAnswer => ({ status: 200, body: { data, error: { code: 'ok', message: '', log_id: '2026simulated' } } });

const creatorCard = ({ account }: Bearer, rules: TikTokRules) => ({
  ...{ creator_username: account.username, creator_nickname: account.name, creator_avatar_url: '' },
  ...{ privacy_level_options: optionsOf(rules), comment_disabled: false, duet_disabled: false, stitch_disabled: true },
  max_video_post_duration_sec: rules.longest,
});

/** Also what is refused comes with 200. */
function tokens(consent: FilmConsent, form: URLSearchParams): FilmAnswer {
  const issued = consent.token(form);
  if (typeof issued === 'string') {
    const error = issued === 'redirect_uri' || issued === 'code_verifier' ? 'invalid_request' : issued;
    return { status: 200, body: { error, error_description: `Simulated: ${issued}`, log_id: '2026simulated' } };
  }
  const { access, refresh, seconds, scopes, account } = issued;
  const said = { access_token: access, expires_in: seconds, refresh_token: refresh, refresh_expires_in: 31_536_000 };
  return { status: 200, body: { ...said, open_id: account.id, scope: scopes.join(','), token_type: 'Bearer' } };
}

/** Numbers of films are larger than JavaScript's: written into the JSON as they are. */
function figures(store: PlatformStore, { account }: Bearer, json: FilmAsk['json']): FilmAnswer {
  const { video_ids: ids } = json['filters'] as { readonly video_ids?: readonly string[] };
  const posts = (ids ?? []).flatMap((id) => store.post('tiktok', id) ?? []).filter(({ accountId }) => accountId === account.id);
  const videos = posts.map((post) => {
    const { views, likes, comments, shares } = filmFiguresOf(post);
    return { id: post.id, view_count: views, like_count: likes, comment_count: comments, share_count: shares };
  });
  return well({ videos, cursor: 0, has_more: false });
}
