/**
 * Who may do what at the simulated X: its consent page, codes, and tokens as OAuth 2.0 with PKCE has them. An access token lives two
 * hours; refreshing rotates, and a refresh token that is used twice kills its whole family.
 */
import { createHash, randomBytes } from 'node:crypto';
import { consentPage, wrongPage } from './platform-pages.ts';
import type { PlatformStore, SimulatedAccount } from './platform-store.ts';
import type { XAnswer } from './x-mishaps.ts';

export interface XApp {
  readonly clientId: string;
  readonly clientSecret: string;
}
const SCOPES = ['tweet.read', 'tweet.write', 'users.read', 'media.write', 'offline.access'];
const ACCESS_SECONDS = 7200;
const CODE_MS = 30_000;

interface Code {
  readonly accountId: string;
  readonly scopes: readonly string[];
  readonly challenge: string;
  readonly redirectUri: string;
  readonly until: number;
}
interface Held {
  readonly accountId: string;
  readonly scopes: readonly string[];
  readonly family: string;
  /** Milliseconds; null while there is no end. */
  readonly until: number | null;
  readonly used?: boolean;
}

export interface Bearer {
  readonly account: SimulatedAccount;
  readonly scopes: readonly string[];
  readonly family: string;
}

export type Consent = { readonly redirect: string } | { readonly status: number; readonly html: string };

export interface XConsent {
  /** The page, or the way back; `url` is what the browser asked for. */
  authorize(url: URL): Consent;
  token(authorization: string | undefined, form: URLSearchParams): XAnswer;
  /** Of an `Authorization` header; null for a token that is wrong, over or dead. */
  bearer(authorization: string | undefined): Bearer | null;
  kill(authorization: string | undefined): void;
}

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
const random = (): string => randomBytes(36).toString('base64url');
const wrong = (error: string, words: string, status = 400): XAnswer => ({ status, body: { error, error_description: words } });

export function createXConsent(store: PlatformStore, app: XApp): XConsent {
  const codes = new Map<string, Code>();
  const tokens = createTokens(store);
  return {
    authorize: (url) => authorize(store, app, codes, url),
    token: (authorization, form) => {
      const basic = `Basic ${Buffer.from(`${app.clientId}:${app.clientSecret}`).toString('base64')}`;
      if (authorization !== basic) return wrong('unauthorized_client', 'Missing valid authorization header', 401);
      if (form.get('grant_type') === 'refresh_token') return tokens.rotate(form.get('refresh_token') ?? '');
      if (form.get('grant_type') !== 'authorization_code')
        return wrong('unsupported_grant_type', 'Only authorization_code and refresh_token are supported.');
      const code = codes.get(form.get('code') ?? '');
      codes.delete(form.get('code') ?? '');
      if (!code) return badCode();
      return faultOfCode(code, form) ?? tokens.issue({ accountId: code.accountId, scopes: code.scopes, family: random() });
    },
    bearer: (authorization) => {
      const held = tokens.find(authorization);
      const account = held && store.account('twitter', held.accountId);
      return account ? { account, scopes: held.scopes, family: held.family } : null;
    },
    kill: (authorization) => {
      const held = tokens.find(authorization);
      if (held) tokens.kill(held.family);
    },
  };
}

/** Kept by their hash. */
function createTokens(store: PlatformStore) {
  const tokenOf = (kind: 'access' | 'refresh', token: string): Held | null => store.note<Held | null>(`x.${kind}.${hash(token)}`, null);
  const keep = (kind: 'access' | 'refresh', token: string, held: Held): void => store.setNote(`x.${kind}.${hash(token)}`, held);
  const isAlive = (family: string): boolean => store.note(`x.dead.${family}`, false) === false;
  const kill = (family: string): void => store.setNote(`x.dead.${family}`, true);
  for (const key of store.noteKeys('x.access.'))
    if ((store.note<Held | null>(key, null)?.until ?? 0) < Date.now()) store.setNote(key, null);

  const issue = ({ accountId, scopes, family }: Pick<Held, 'accountId' | 'scopes' | 'family'>): XAnswer => {
    const [access, refresh] = [random(), random()];
    keep('access', access, { accountId, scopes, family, until: Date.now() + ACCESS_SECONDS * 1000 });
    const mayRefresh = scopes.includes('offline.access');
    if (mayRefresh) keep('refresh', refresh, { accountId, scopes, family, until: null });
    const said = { token_type: 'bearer', expires_in: ACCESS_SECONDS, access_token: access, scope: scopes.join(' ') };
    return { status: 200, body: { ...said, ...(mayRefresh ? { refresh_token: refresh } : {}) } };
  };
  const rotate = (token: string): XAnswer => {
    const held = tokenOf('refresh', token);
    if (held?.used) kill(held.family);
    if (!held || held.used || !isAlive(held.family)) return wrong('invalid_request', 'Value passed for the token was invalid.');
    keep('refresh', token, { ...held, used: true });
    return issue(held);
  };
  const find = (authorization: string | undefined): Held | null => {
    const held = tokenOf('access', /^Bearer (.+)$/.exec(authorization ?? '')?.[1] ?? '');
    return held && (held.until ?? 0) > Date.now() && isAlive(held.family) ? held : null;
  };
  return { issue, rotate, find, kill };
}

const badCode = (): XAnswer => wrong('invalid_request', 'Value passed for the authorization code was invalid.');

function faultOfCode(code: Code, form: URLSearchParams): XAnswer | null {
  if (code.until < Date.now()) return badCode();
  if (code.redirectUri !== form.get('redirect_uri')) return wrong('invalid_request', 'Value passed for the redirect uri did not match.');
  const verifier = form.get('code_verifier') ?? '';
  if (createHash('sha256').update(verifier).digest('base64url') === code.challenge) return null;
  return wrong('invalid_request', 'Value passed for the code verifier did not match the code challenge.');
}

function authorize(store: PlatformStore, app: XApp, codes: Map<string, Code>, url: URL): Consent {
  const ask = url.searchParams;
  const fault = faultIn(ask, app);
  if (fault) return { status: 400, html: wrongPage('X', fault) };
  const decision = ask.get('auto') === '1' ? 'allow' : ask.get('decision');
  if (decision === null) return { status: 200, html: consentPage('X', url, scopesOf(ask)) };
  const back = new URL(ask.get('redirect_uri') ?? '');
  back.searchParams.set('state', ask.get('state') ?? '');
  if (decision !== 'allow') back.searchParams.set('error', 'access_denied');
  else {
    const code = random();
    const account = signIn(store, ask.get('as') ?? '');
    const [challenge, redirectUri] = [ask.get('code_challenge') ?? '', ask.get('redirect_uri') ?? ''];
    codes.set(code, { accountId: account.id, scopes: scopesOf(ask), challenge, redirectUri, until: Date.now() + CODE_MS });
    back.searchParams.set('code', code);
  }
  return { redirect: back.href };
}

const scopesOf = (ask: URLSearchParams): readonly string[] => (ask.get('scope') ?? '').split(' ').filter(Boolean);

function faultIn(ask: URLSearchParams, app: XApp): string | null {
  if (ask.get('client_id') !== app.clientId) return 'This app is not known.';
  if (!URL.canParse(ask.get('redirect_uri') ?? '')) return 'The redirect_uri is not one of this app.';
  if (ask.get('response_type') !== 'code') return 'response_type must be code.';
  if (!ask.get('state')) return 'state is missing.';
  if (ask.get('code_challenge_method') !== 'S256' || !/^[\w-]{43}$/.test(ask.get('code_challenge') ?? ''))
    return 'code_challenge is missing or not S256.';
  if (scopesOf(ask).length === 0 || !scopesOf(ask).every((scope) => SCOPES.includes(scope))) return 'A scope is not known.';
  return null;
}

/** The same name is the same account, with the same number, also in another year. */
function signIn(store: PlatformStore, name: string): SimulatedAccount {
  const username = name.replace(/\W/g, '').slice(0, 15) || 'studio_atelier';
  const id = (BigInt(`0x${hash(`x:${username.toLowerCase()}`).slice(0, 14)}`) + 10n ** 17n).toString();
  const known = store.account('twitter', id);
  if (known) return known;
  const account = { platform: 'twitter', id, username, name: username.replaceAll('_', ' ') } as const;
  store.addAccount(account);
  return account;
}
