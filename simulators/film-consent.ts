/**
 * Who may do what at the simulated YouTube, LinkedIn and TikTok: the consent page, codes, and tokens. A code is good once, for the
 * address and the verifier it was asked with; tokens are kept by their hash.
 */
import { createHash, randomBytes } from 'node:crypto';
import { consentPage, sendHtml, wrongPage } from './platform-pages.ts';
import type { PlatformStore, SimulatedAccount } from './platform-store.ts';

export interface ConsentTerms {
  readonly platform: SimulatedAccount['platform'];
  /** As people call it. */
  readonly title: string;
  readonly app: { readonly id: string; readonly secret: string };
  readonly idName: 'client_id' | 'client_key';
  readonly scopes: readonly string[];
  readonly separator: ' ' | ',';
  /** How a verifier becomes its challenge; null where the platform knows no PKCE. */
  readonly pkce: 'base64url' | 'hex' | null;
  readonly accessSeconds: number;
  /** What becomes of the refresh token when it is used; `none` gives none. */
  refresh(): 'kept' | 'rotates' | 'none';
  accountOf(name: string): SimulatedAccount;
  /** Beyond what all of them ask for. */
  faultIn?(ask: URLSearchParams): string | null;
}

export interface Bearer {
  readonly account: SimulatedAccount;
  readonly scopes: readonly string[];
}

export type TokenFault = 'invalid_client' | 'unsupported_grant_type' | 'invalid_grant' | 'redirect_uri' | 'code_verifier';
export interface Issued {
  readonly access: string;
  readonly refresh: string | null;
  readonly seconds: number;
  readonly scopes: readonly string[];
  readonly account: SimulatedAccount;
}

export interface FilmConsent {
  authorize(url: URL, response: Parameters<typeof sendHtml>[0]): void;
  token(form: URLSearchParams): Issued | TokenFault;
  /** Of an `Authorization` header; null for a token that is wrong, over or dead. */
  bearer(authorization: string | undefined): Bearer | null;
  /** The token that came, and with it what would refresh it. */
  kill(authorization: string | undefined): void;
}

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
  readonly isUsed?: boolean;
}

const CODE_MS = 60_000;
export const digest = (text: string): string => createHash('sha256').update(text).digest('hex');
const random = (): string => randomBytes(36).toString('base64url');

export function createFilmConsent(store: PlatformStore, terms: ConsentTerms): FilmConsent {
  const codes = new Map<string, Code>();
  const tokens = createTokens(store, terms);
  const accountIn = (id: string): SimulatedAccount | null => store.account(terms.platform, id);
  return {
    authorize: (url, response) => authorize(terms, codes, url, response),
    token: (form) => {
      if (form.get(terms.idName) !== terms.app.id || form.get('client_secret') !== terms.app.secret) return 'invalid_client';
      if (form.get('grant_type') === 'refresh_token') return tokens.refresh(form.get('refresh_token') ?? '');
      if (form.get('grant_type') !== 'authorization_code') return 'unsupported_grant_type';
      const code = codes.get(form.get('code') ?? '');
      codes.delete(form.get('code') ?? '');
      if (!code || code.until < Date.now()) return 'invalid_grant';
      if (code.redirectUri !== form.get('redirect_uri')) return 'redirect_uri';
      if (terms.pkce !== null && challengeOf(form.get('code_verifier') ?? '', terms.pkce) !== code.challenge) return 'code_verifier';
      return tokens.issue({ accountId: code.accountId, scopes: code.scopes, family: random() });
    },
    bearer: (authorization) => {
      const held = tokens.find(authorization);
      const account = held && accountIn(held.accountId);
      return account ? { account, scopes: held.scopes } : null;
    },
    kill: (authorization) => {
      const held = tokens.find(authorization);
      if (held) tokens.kill(held.family);
    },
  };
}

const challengeOf = (verifier: string, form: 'base64url' | 'hex'): string => createHash('sha256').update(verifier).digest(form);

function createTokens(store: PlatformStore, { platform, accessSeconds, refresh: fate }: ConsentTerms) {
  const keyOf = (kind: string, token: string): string => `${platform}.${kind}.${digest(token)}`;
  const isAlive = (family: string): boolean => store.note(`${platform}.dead.${family}`, false) === false;
  const kill = (family: string): void => store.setNote(`${platform}.dead.${family}`, true);
  for (const key of store.noteKeys(`${platform}.access.`))
    if ((store.note<Held | null>(key, null)?.until ?? 0) < Date.now()) store.setNote(key, null);
  const issue = ({ accountId, scopes, family }: Omit<Held, 'until'>, kept: string | null = null): Issued => {
    const access = random();
    store.setNote(keyOf('access', access), { accountId, scopes, family, until: Date.now() + accessSeconds * 1000 });
    const isNew = kept === null && fate() !== 'none';
    const refresh = isNew ? random() : null;
    if (refresh !== null) store.setNote(keyOf('refresh', refresh), { accountId, scopes, family, until: null });
    const account = store.account(platform, accountId) ?? { platform, id: accountId, name: '', username: '' };
    return { access, refresh, seconds: accessSeconds, scopes, account };
  };
  return {
    issue,
    kill,
    refresh: (token: string): Issued | TokenFault => {
      const held = store.note<Held | null>(keyOf('refresh', token), null);
      if (held?.isUsed) kill(held.family);
      if (!held || held.isUsed || !isAlive(held.family)) return 'invalid_grant';
      if (fate() === 'kept') return issue(held, token);
      store.setNote(keyOf('refresh', token), { ...held, isUsed: true });
      return issue(held);
    },
    find: (authorization: string | undefined): Held | null => {
      const held = store.note<Held | null>(keyOf('access', /^Bearer (.+)$/.exec(authorization ?? '')?.[1] ?? ''), null);
      return held && (held.until ?? 0) > Date.now() && isAlive(held.family) ? held : null;
    },
  };
}

function authorize(terms: ConsentTerms, codes: Map<string, Code>, url: URL, response: Parameters<typeof sendHtml>[0]): void {
  const ask = url.searchParams;
  const scopes = (ask.get('scope') ?? '').split(terms.separator).filter(Boolean);
  const fault = faultIn(terms, ask, scopes);
  const page = fault ? wrongPage(terms.title, fault) : null;
  const decision = ask.get('auto') === '1' ? 'allow' : ask.get('decision');
  if (page !== null || decision === null) {
    sendHtml(response, page === null ? 200 : 400, page ?? consentPage(terms.title, url, scopes));
    return;
  }
  const redirectUri = ask.get('redirect_uri') ?? '';
  const back = new URL(redirectUri);
  back.searchParams.set('state', ask.get('state') ?? '');
  if (decision !== 'allow') back.searchParams.set('error', 'access_denied');
  else {
    const code = random();
    const { id: accountId } = terms.accountOf((ask.get('as') ?? '').replace(/[^\w.]/g, '').slice(0, 24) || 'studio_atelier');
    codes.set(code, { accountId, scopes, challenge: ask.get('code_challenge') ?? '', redirectUri, until: Date.now() + CODE_MS });
    back.searchParams.set('code', code);
  }
  response.writeHead(302, { location: back.href, 'cache-control': 'no-store' }).end();
}

function faultIn(terms: ConsentTerms, ask: URLSearchParams, scopes: readonly string[]): string | null {
  if (ask.get(terms.idName) !== terms.app.id) return 'This app is not known.';
  if (!URL.canParse(ask.get('redirect_uri') ?? '')) return 'The redirect_uri is not one of this app.';
  if (ask.get('response_type') !== 'code') return 'response_type must be code.';
  if (!ask.get('state')) return 'state is missing.';
  const form = { base64url: /^[\w-]{43}$/, hex: /^[0-9a-f]{64}$/ };
  if (terms.pkce && (ask.get('code_challenge_method') !== 'S256' || !form[terms.pkce].test(ask.get('code_challenge') ?? '')))
    return 'code_challenge is missing or not S256.';
  if (scopes.length === 0 || !scopes.every((scope) => terms.scopes.includes(scope))) return 'A scope is not known.';
  return terms.faultIn?.(ask) ?? null;
}

/** The same name is the same account, with the same number, also in another year. */
export function signIn(store: PlatformStore, account: SimulatedAccount): SimulatedAccount {
  const known = store.account(account.platform, account.id);
  if (!known) store.addAccount(account);
  return known ?? account;
}
