/**
 * OAuth 2.0 of TikTok. Its PKCE writes the hash of the verifier in hexadecimal figures. An access token lives a day; a refresh answers
 * a new refresh token as well, and the old one is dead. https://developers.tiktok.com/doc/oauth-user-access-token-management
 */
import { callPlatform } from '../http.ts';
import { CallFault, type Grant, GrantFault, type PlatformOAuth } from '../platform.ts';
import type { TikTokFacts } from '../platform-facts.ts';
import { faultOf, refusalOf, whyOf } from './tiktok-wire.ts';
import { jsonOf, textOf } from './x-wire.ts';

export const SCOPES = ['user.info.basic', 'video.publish', 'video.list'];
/** Longer than one pass of an upload takes. */
const SPARE_MS = 5 * 60_000;
/** A refresh is made under a lock that others wait for. */
const PATIENCE_MS = 10_000;

export function createTikTokOAuth(facts: TikTokFacts): PlatformOAuth {
  return {
    isConfigured: facts.clientKey !== null && facts.clientSecret !== null,
    authorizeUrl: ({ state, challenge, redirectUri }) => {
      const url = new URL(facts.authorizeUrl);
      const hash = Buffer.from(challenge, 'base64url').toString('hex');
      const ask = { response_type: 'code', client_key: facts.clientKey ?? '', redirect_uri: redirectUri, scope: SCOPES.join(','), state };
      for (const [name, value] of Object.entries({ ...ask, code_challenge: hash, code_challenge_method: 'S256' }))
        url.searchParams.set(name, value);
      return url;
    },
    exchange: ({ code, verifier, redirectUri }) =>
      askForTokens(facts, { grant_type: 'authorization_code', code, code_verifier: verifier, redirect_uri: redirectUri }),
    accounts: async (grant) => [{ ...(await accountOf(facts, grant.accessToken)), grant, details: {} }],
    refresh: ({ refreshToken }) => {
      if (!refreshToken) throw new GrantFault('TikTok gave no refresh token', true);
      return askForTokens(facts, { grant_type: 'refresh_token', refresh_token: refreshToken });
    },
    refreshDue: ({ accessExpiresAt }, now) => accessExpiresAt !== null && accessExpiresAt.getTime() - now.getTime() < SPARE_MS,
    health: async ({ poster, send }) => {
      const headers = { authorization: `Bearer ${poster.accessToken}` };
      const fault = faultOf(await send({ method: 'GET', url: userUrl(facts), headers, phase: 'health' }));
      const refusal = fault && refusalOf(fault);
      if (refusal) return { ok: false, refusal };
      if (fault) throw new CallFault(whyOf(fault), false);
      const granted = poster.details['scopes'];
      return {
        ok: true,
        missingScopes: SCOPES.filter((scope) => Array.isArray(granted) && granted.length > 0 && !granted.includes(scope)),
      };
    },
  };
}

const userUrl = ({ apiUrl }: TikTokFacts): URL => new URL(`${apiUrl}/v2/user/info/?fields=open_id,display_name`);

/** The name that addresses are made of is told to those who may post. */
async function accountOf(facts: TikTokFacts, token: string) {
  const headers = { authorization: `Bearer ${token}` };
  const answer = await callPlatform({ method: 'GET', url: userUrl(facts), headers, phase: 'user', timeoutMs: PATIENCE_MS });
  const fault = faultOf(answer);
  const user = jsonOf(jsonOf(jsonOf(answer.json)['data'])['user']);
  const externalId = textOf(user['open_id']);
  if (fault) throw new GrantFault(`TikTok did not say who this is: ${whyOf(fault)}`, refusalOf(fault) !== null);
  if (!externalId) throw new GrantFault('TikTok did not say who this is', false);
  const url = new URL(`${facts.apiUrl}/v2/post/publish/creator_info/query/`);
  const json = { ...headers, 'content-type': 'application/json; charset=UTF-8' };
  const creator = await callPlatform({ method: 'POST', url, headers: json, body: '{}', phase: 'creator', timeoutMs: PATIENCE_MS });
  const told = jsonOf(jsonOf(creator.json)['data']);
  const name = textOf(user['display_name']) || textOf(told['creator_nickname']);
  return { externalId, name, username: textOf(told['creator_username']) || name };
}

/** Throws `GrantFault`: refused only when TikTok says that what we brought is worth nothing. Its refusals may come with 200. */
async function askForTokens({ apiUrl, clientKey, clientSecret }: TikTokFacts, fields: Readonly<Record<string, string>>): Promise<Grant> {
  const body = new URLSearchParams({ ...fields, client_key: clientKey ?? '', client_secret: clientSecret ?? '' });
  const now = Date.now();
  const url = new URL(`${apiUrl}/v2/oauth/token/`);
  const answer = await callPlatform({ method: 'POST', url, body, phase: 'token', timeoutMs: PATIENCE_MS });
  const said = jsonOf(answer.json);
  const accessToken = textOf(said['access_token']);
  if (answer.status >= 300 || !accessToken) {
    const error = textOf(said['error']);
    const isRefused = answer.status < 500 && ['invalid_grant', 'invalid_request'].includes(error);
    throw new GrantFault(`TikTok gave no token (HTTP ${answer.status} ${error})`, isRefused);
  }
  const until = (seconds: unknown): Date | null => (Number(seconds) > 0 ? new Date(now + Number(seconds) * 1000) : null);
  return {
    accessToken,
    refreshToken: textOf(said['refresh_token']) || null,
    accessExpiresAt: until(said['expires_in']),
    refreshExpiresAt: until(said['refresh_expires_in']),
    scopes: textOf(said['scope'])
      .split(/[\s,]+/)
      .filter(Boolean),
  };
}
