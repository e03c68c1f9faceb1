/**
 * OAuth 2.0 of X with PKCE, as a confidential client. An access token lives two hours; a refresh answers a new refresh token as well,
 * and the old one is dead. https://docs.x.com/fundamentals/authentication/oauth-2-0/authorization-code
 */
import { callPlatform } from '../http.ts';
import { CallFault, type Grant, GrantFault, type PlatformAnswer, type PlatformOAuth } from '../platform.ts';
import type { XFacts } from '../platform-facts.ts';
import { isGarbled, jsonOf, problemOf, refusalOf, textOf } from './x-wire.ts';

const SCOPES = ['tweet.read', 'tweet.write', 'users.read', 'media.write', 'offline.access'];
/** Longer than a publication takes, much shorter than a token lives. */
const SPARE_MS = 2 * 60_000;
/** A refresh is made under a lock that others wait for. */
const PATIENCE_MS = 10_000;

export function createXOAuth(facts: XFacts): PlatformOAuth {
  return {
    isConfigured: facts.clientId !== null,
    authorizeUrl: ({ state, challenge, redirectUri }) => {
      const url = new URL(facts.authorizeUrl);
      const ask = { response_type: 'code', client_id: facts.clientId ?? '', redirect_uri: redirectUri, scope: SCOPES.join(' '), state };
      for (const [name, value] of Object.entries({ ...ask, code_challenge: challenge, code_challenge_method: 'S256' }))
        url.searchParams.set(name, value);
      return url;
    },
    exchange: ({ code, verifier, redirectUri }) =>
      askForTokens(facts, { grant_type: 'authorization_code', code, code_verifier: verifier, redirect_uri: redirectUri }),
    accounts: async (grant) => {
      const user = jsonOf(jsonOf((await askWhoIAm(facts, grant.accessToken)).json)['data']);
      const [externalId, username] = [textOf(user['id']), textOf(user['username'])];
      if (!externalId) return [];
      return [{ externalId, username, name: textOf(user['name']) || username, grant, details: {} }];
    },
    refresh: ({ refreshToken }) => {
      if (!refreshToken) throw new GrantFault('X gave no refresh token', true);
      return askForTokens(facts, { grant_type: 'refresh_token', refresh_token: refreshToken });
    },
    refreshDue: ({ accessExpiresAt }, now) => accessExpiresAt !== null && accessExpiresAt.getTime() - now.getTime() < SPARE_MS,
    health: async ({ poster, send }) => {
      const headers = { authorization: `Bearer ${poster.accessToken}` };
      const answer = await send({ method: 'GET', url: new URL(`${facts.apiUrl}/2/users/me`), headers, phase: 'health' });
      if (isLater(answer)) throw new CallFault(`HTTP ${answer.status}`, false);
      if (answer.status !== 200) return { ok: false, refusal: refusalOf(answer, 'content') };
      const granted = poster.details['scopes'];
      return {
        ok: true,
        missingScopes: SCOPES.filter((scope) => Array.isArray(granted) && granted.length > 0 && !granted.includes(scope)),
      };
    },
  };
}

/** Nothing is said about the token: their trouble, patience, an answer that cannot be read. */
const isLater = (answer: PlatformAnswer): boolean => answer.status >= 500 || answer.status === 429 || isGarbled(answer);

async function askWhoIAm({ apiUrl }: XFacts, token: string): Promise<PlatformAnswer> {
  const headers = { authorization: `Bearer ${token}` };
  const answer = await callPlatform({ method: 'GET', url: new URL(`${apiUrl}/2/users/me`), headers, phase: 'me', timeoutMs: PATIENCE_MS });
  if (answer.status === 200 && !isGarbled(answer)) return answer;
  throw new GrantFault(`X did not say who this is (HTTP ${answer.status} ${problemOf(answer).name})`, !isLater(answer));
}

/** Throws `GrantFault`: refused only when X says that what we brought is worth nothing, not when it is busy or our app is unknown. */
async function askForTokens({ apiUrl, clientId, clientSecret }: XFacts, fields: Readonly<Record<string, string>>): Promise<Grant> {
  const body = new URLSearchParams({ ...fields, ...(clientSecret === null ? { client_id: clientId ?? '' } : {}) });
  const basic = Buffer.from(`${encodeURIComponent(clientId ?? '')}:${encodeURIComponent(clientSecret ?? '')}`).toString('base64');
  const headers: Record<string, string> = clientSecret === null ? {} : { authorization: `Basic ${basic}` };
  const now = Date.now();
  const answer = await callPlatform({
    method: 'POST',
    url: new URL(`${apiUrl}/2/oauth2/token`),
    headers,
    body,
    phase: 'token',
    timeoutMs: PATIENCE_MS,
  });
  const said = jsonOf(answer.json);
  const accessToken = textOf(said['access_token']);
  if (answer.status !== 200 || !accessToken) {
    const error = textOf(said['error']);
    const isRefused = answer.status === 400 && ['invalid_grant', 'invalid_request'].includes(error);
    throw new GrantFault(`X gave no token (HTTP ${answer.status} ${error})`, isRefused);
  }
  const seconds = Number(said['expires_in']);
  return {
    accessToken,
    refreshToken: textOf(said['refresh_token']) || null,
    accessExpiresAt: seconds > 0 ? new Date(now + seconds * 1000) : null,
    refreshExpiresAt: null,
    scopes: textOf(said['scope']).split(' ').filter(Boolean),
  };
}
