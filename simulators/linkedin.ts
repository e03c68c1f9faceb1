/**
 * A double of LinkedIn over real HTTP: sign-in, uploads of films in parts, posts, and what is read of them. Every call to `/rest/` must
 * name a version that is alive, and Restli's. Bad days on demand: `misbehave`, or `POST /_control`.
 */
import { type Bearer, createFilmConsent, digest, type FilmConsent, signIn } from './film-consent.ts';
import { filmFiguresOf } from './film-figures.ts';
import { type FilmAnswer, type FilmAsk, type FilmDialect, type FilmSimulator, stageFilms, startFilms } from './film-stage.ts';
import { createLinkedInFilms, type LinkedInFilms, type LinkedInRules } from './linkedin-films.ts';
import { createPost, listPosts } from './linkedin-posts.ts';
import { linkedInFault } from './linkedin-words.ts';
import { sendPost } from './platform-pages.ts';
import { openPlatformStore, type PlatformStore } from './platform-store.ts';

export const LINKEDIN_PHASES = [
  ...(['token', 'userinfo', 'pages', 'page', 'upload_begin', 'part', 'thumbnail'] as const),
  ...(['upload_end', 'upload_status', 'post', 'find', 'figures'] as const),
] as const;
export type LinkedInPhase = (typeof LINKEDIN_PHASES)[number];

export interface LinkedInFacts {
  readonly apiUrl: string;
  readonly oauthUrl: string;
  readonly version: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly scopes: readonly string[];
  readonly siteUrl: string;
}

export interface LinkedInSimulator extends FilmSimulator<LinkedInPhase> {
  readonly facts: LinkedInFacts;
  readonly rules: LinkedInRules;
}

const APP = { id: '78simulated0link', secret: 'WPL_AP1.simulated0123456789' };
/** Beyond what every app may ask for. */
const GRANTED = ['r_member_social', 'w_organization_social', 'r_organization_social', 'rw_organization_admin'];
const SCOPES = ['openid', 'profile', 'email', 'w_member_social', ...GRANTED];

/** `url`: where it is reached, without a slash at the end. */
export function createLinkedInSimulator(store: PlatformStore, { url }: { readonly url: string }): LinkedInSimulator {
  const rules: LinkedInRules = { polls: 1, failure: null, refreshes: false, oldestVersion: '202511', refusesTwins: true };
  const consent = createFilmConsent(store, {
    ...{ platform: 'linkedin', title: 'LinkedIn', app: APP, idName: 'client_id', scopes: SCOPES, separator: ' ' },
    ...{ pkce: null, accessSeconds: 5_184_000, refresh: () => (rules.refreshes ? 'kept' : 'none') },
    accountOf: (name) => {
      signIn(store, { platform: 'linkedin', id: pageOf(name), username: `${name}-studio`, name: `${name.replaceAll('_', ' ')} Studio` });
      return signIn(store, { platform: 'linkedin', id: memberOf(name), username: name, name: name.replaceAll('_', ' ') });
    },
  });
  const house: House = { store, url, rules, consent, films: createLinkedInFilms(store, { url, rules }) };
  return {
    ...stageFilms(store, dialectOf(house)),
    facts: {
      ...{ apiUrl: url, oauthUrl: `${url}/oauth/v2`, version: '202610', clientId: APP.id, clientSecret: APP.secret },
      ...{ scopes: ['r_member_social'], siteUrl: url },
    },
    rules,
  };
}

/** On a port of its own, for tests. */
export const startLinkedInSimulator = (store = openPlatformStore(null)) => startFilms(createLinkedInSimulator, store);

/** The same name is the same member, with the same page. */
const memberOf = (name: string): string => `urn:li:person:${digest(`linkedin:${name.toLowerCase()}`).slice(0, 10)}`;
const pageOf = (name: string): string => `urn:li:organization:${Number.parseInt(digest(`page:${name.toLowerCase()}`).slice(0, 8), 16)}`;

interface House {
  readonly store: PlatformStore;
  readonly url: string;
  readonly rules: LinkedInRules;
  readonly consent: FilmConsent;
  readonly films: LinkedInFilms;
}

const PLACES: readonly (readonly [asked: RegExp, phase: LinkedInPhase])[] = [
  [/^POST \/oauth\/v2\/accessToken$/, 'token'],
  [/^GET \/v2\/userinfo$/, 'userinfo'],
  [/^GET \/rest\/organizationAcls\?/, 'pages'],
  [/^GET \/rest\/organizations\/\d+$/, 'page'],
  [/^POST \/rest\/videos\?action=initializeUpload$/, 'upload_begin'],
  [/^POST \/rest\/videos\?action=finalizeUpload$/, 'upload_end'],
  [/^GET \/rest\/videos\/[^/]+$/, 'upload_status'],
  [/^PUT \/dms-uploads\/[\w-]+\/thumbnail\?/, 'thumbnail'],
  [/^PUT \/dms-uploads\/[\w-]+\/\d+\?/, 'part'],
  [/^POST \/rest\/posts$/, 'post'],
  [/^GET \/rest\/posts\?/, 'find'],
  [/^GET \/rest\/socialActions\/[^/]+$/, 'figures'],
];

function dialectOf(house: House): FilmDialect<LinkedInPhase> {
  const { consent, store } = house;
  return {
    phases: LINKEDIN_PHASES,
    phaseOf: ({ method, url }) => PLACES.find(([asked]) => asked.test(`${method} ${url.pathname}${url.search}`))?.[1] ?? null,
    answer: (ask) => answer(house, ask),
    fault: (status, code) => linkedInFault(status, code),
    rateLimited: (seconds) => ({
      ...linkedInFault(429, 'TOO_MANY_REQUESTS', 'Resource level throttle limit for calls to this resource is reached.'),
      headers: seconds === undefined ? {} : { 'retry-after': String(seconds) },
    }),
    kill: (authorization) => {
      consent.kill(authorization);
      return linkedInFault(401, 'REVOKED_ACCESS_TOKEN', 'The token used in the request has been revoked by the user', 65_601);
    },
    page: (url, response) => {
      if (url.pathname === '/oauth/v2/authorization') return consent.authorize(url, response);
      const id = decodeURIComponent(/^\/feed\/update\/([^/]+)/.exec(url.pathname)?.[1] ?? '');
      const post = store.post('linkedin', id);
      if (post) filmFiguresOf(post);
      sendPost(response, store, post, url);
    },
  };
}

function answer(house: House, ask: FilmAsk<LinkedInPhase>): FilmAnswer {
  const { phase, headers, bytes } = ask;
  if (phase === 'token') return tokens(house, new URLSearchParams(bytes.toString('utf8')));
  // The addresses of parts are keys in themselves.
  if (phase === 'part' || phase === 'thumbnail') return house.films.put(ask);
  const who = house.consent.bearer(headers.authorization);
  if (!who) return linkedInFault(401, 'INVALID_ACCESS_TOKEN', 'Invalid access token', 65_600);
  const fault = ask.url.pathname.startsWith('/rest/') ? faultInHeaders(house, headers) : null;
  return fault ?? rest(house, who, ask);
}

function faultInHeaders({ rules }: House, headers: FilmAsk['headers']): FilmAnswer | null {
  const version = String(headers['linkedin-version'] ?? '');
  if (!/^\d{6}$/.test(version))
    return linkedInFault(
      400,
      'VERSION_MISSING',
      'A version must be present. Please specify a version by adding the LinkedIn-Version header.',
    );
  if (version < rules.oldestVersion) return linkedInFault(426, 'NONEXISTENT_VERSION', `Requested version ${version} is not active`);
  return headers['x-restli-protocol-version'] === '2.0.0'
    ? null
    : linkedInFault(400, 'ILLEGAL_ARGUMENT', 'Invalid Rest.li protocol version');
}

function rest({ store, films, rules, url }: House, who: Bearer, ask: FilmAsk<LinkedInPhase>): FilmAnswer {
  const id = decodeURIComponent(ask.url.pathname.split('/').at(-1) ?? '');
  switch (ask.phase) {
    case 'userinfo':
      return {
        status: 200,
        body: { sub: who.account.id.split(':').at(-1), name: who.account.name, locale: { country: 'FR', language: 'fr' } },
      };
    case 'pages':
      return (
        mayAll(who, 'rw_organization_admin') ?? {
          status: 200,
          body: { elements: [{ organization: pageOf(who.account.username), role: 'ADMINISTRATOR', state: 'APPROVED' }] },
        }
      );
    case 'page':
      return pageCard(store, id);
    case 'upload_begin':
      return mayPost(who, String(asObject(ask.json['initializeUploadRequest'])['owner'])) ?? films.begin(ask);
    case 'upload_end':
      return films.end(ask);
    case 'upload_status':
      return films.status(id);
    case 'post':
      return mayPost(who, String(ask.json['author'])) ?? createPost({ store, films, rules, url }, ask.json);
    case 'find':
      return mayRead(who, ask) ?? listPosts(store, ask.url.searchParams);
    default:
      return figures(store, id);
  }
}

const asObject = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
const denied = (scope: string): FilmAnswer => linkedInFault(403, 'ACCESS_DENIED', `Not enough permissions to access: ${scope}`, 100);
const mayAll = ({ scopes }: Bearer, scope: string): FilmAnswer | null => (scopes.includes(scope) ? null : denied(scope));

function mayPost(who: Bearer, author: string): FilmAnswer | null {
  if (author === who.account.id) return mayAll(who, 'w_member_social');
  return author === pageOf(who.account.username) ? mayAll(who, 'w_organization_social') : denied('author');
}

function mayRead(who: Bearer, { url, headers }: FilmAsk): FilmAnswer | null {
  const author = url.searchParams.get('author') ?? '';
  if (headers['x-restli-method'] !== 'FINDER' || url.searchParams.get('q') !== 'author')
    return linkedInFault(400, 'ILLEGAL_ARGUMENT', 'No finder');
  if (author === who.account.id) return mayAll(who, 'r_member_social');
  return author === pageOf(who.account.username) ? mayAll(who, 'r_organization_social') : denied('author');
}

function tokens({ consent }: House, form: URLSearchParams): FilmAnswer {
  const issued = consent.token(form);
  if (issued === 'invalid_client')
    return { status: 401, body: { error: 'invalid_client', error_description: 'Client authentication failed' } };
  if (typeof issued === 'string')
    return { status: 400, body: { error: 'invalid_request', error_description: `Unable to retrieve access token: ${issued}` } };
  const { access, refresh, seconds, scopes } = issued;
  const said = { access_token: access, expires_in: seconds, scope: scopes.join(','), token_type: 'Bearer' };
  return { status: 200, body: refresh === null ? said : { ...said, refresh_token: refresh, refresh_token_expires_in: 31_536_000 } };
}

function pageCard(store: PlatformStore, number: string): FilmAnswer {
  const page = store.account('linkedin', `urn:li:organization:${number}`);
  if (!page) return linkedInFault(404, 'NOT_FOUND');
  return { status: 200, body: { id: Number(number), localizedName: page.name, vanityName: page.username } };
}

function figures(store: PlatformStore, id: string): FilmAnswer {
  const post = store.post('linkedin', id);
  if (!post) return linkedInFault(404, 'NOT_FOUND');
  const { likes, comments } = filmFiguresOf(post);
  return {
    status: 200,
    body: {
      ...{ likesSummary: { totalLikes: likes, aggregatedTotalLikes: likes }, target: id },
      commentsSummary: { totalFirstLevelComments: comments, aggregatedTotalComments: comments, commentsState: 'OPEN' },
    },
  };
}
