/**
 * OAuth 2.0 of Google with PKCE. `access_type=offline` with `prompt=consent` gives a refresh token every time; it does not rotate, and
 * `invalid_grant` says that it is dead. https://developers.google.com/identity/protocols/oauth2/web-server
 */
import { callPlatform } from '../http.ts';
import { CallFault, type Grant, GrantFault, type PlatformOAuth } from '../platform.ts';
import type { GoogleFacts } from '../platform-facts.ts';
import { jsonOf, listOf, textOf } from './x-wire.ts';
import { faultOf, refusalOf, whyOf } from './youtube-faults.ts';

const ROOT = 'https://www.googleapis.com/auth';
/** To send films and their thumbnails; to read channels and figures. */
export const SCOPES = [`${ROOT}/youtube.upload`, `${ROOT}/youtube.readonly`];
/** Longer than one pass of an upload takes. */
const SPARE_MS = 5 * 60_000;
/** A refresh is made under a lock that others wait for. */
const PATIENCE_MS = 10_000;

export function createYouTubeOAuth(facts: GoogleFacts): PlatformOAuth {
  return {
    isConfigured: facts.clientId !== null && facts.clientSecret !== null,
    authorizeUrl: ({ state, challenge, redirectUri }) => {
      const url = new URL(facts.authorizeUrl);
      const ask = { response_type: 'code', client_id: facts.clientId ?? '', redirect_uri: redirectUri, scope: SCOPES.join(' '), state };
      const pkce = { code_challenge: challenge, code_challenge_method: 'S256' };
      for (const [name, value] of Object.entries({ ...ask, ...pkce, access_type: 'offline', prompt: 'consent' }))
        url.searchParams.set(name, value);
      return url;
    },
    exchange: ({ code, verifier, redirectUri }) =>
      askForTokens(facts, { grant_type: 'authorization_code', code, code_verifier: verifier, redirect_uri: redirectUri }),
    accounts: async (grant) => (await channelsOf(facts, grant.accessToken)).map((channel) => ({ ...channel, grant })),
    refresh: ({ refreshToken }) => {
      if (!refreshToken) throw new GrantFault('Google gave no refresh token', true);
      return askForTokens(facts, { grant_type: 'refresh_token', refresh_token: refreshToken });
    },
    refreshDue: ({ accessExpiresAt }, now) => accessExpiresAt !== null && accessExpiresAt.getTime() - now.getTime() < SPARE_MS,
    health: async ({ poster, send }) => {
      const url = new URL(`${facts.apiUrl}/youtube/v3/channels?part=id&mine=true`);
      const answer = await send({ method: 'GET', url, headers: { authorization: `Bearer ${poster.accessToken}` }, phase: 'health' });
      const fault = faultOf(answer);
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

async function channelsOf({ apiUrl }: GoogleFacts, token: string) {
  const url = new URL(`${apiUrl}/youtube/v3/channels?part=snippet,contentDetails&mine=true`);
  const headers = { authorization: `Bearer ${token}` };
  const answer = await callPlatform({ method: 'GET', url, headers, phase: 'channels', timeoutMs: PATIENCE_MS });
  const fault = faultOf(answer);
  if (fault) throw new GrantFault(`YouTube did not say which channel this is: ${whyOf(fault)}`, refusalOf(fault) !== null);
  return listOf(jsonOf(answer.json)['items']).map((channel) => {
    const snippet = jsonOf(channel['snippet']);
    const name = textOf(snippet['title']);
    const uploads = textOf(jsonOf(jsonOf(channel['contentDetails'])['relatedPlaylists'])['uploads']);
    const username = textOf(snippet['customUrl']).replace(/^@/, '') || name;
    return { externalId: textOf(channel['id']), name, username, details: { uploads } };
  });
}

/** Throws `GrantFault`: refused only when Google says that what we brought is worth nothing. */
async function askForTokens({ tokenUrl, clientId, clientSecret }: GoogleFacts, fields: Readonly<Record<string, string>>): Promise<Grant> {
  const body = new URLSearchParams({ ...fields, client_id: clientId ?? '', client_secret: clientSecret ?? '' });
  const now = Date.now();
  const answer = await callPlatform({ method: 'POST', url: new URL(tokenUrl), body, phase: 'token', timeoutMs: PATIENCE_MS });
  const said = jsonOf(answer.json);
  const accessToken = textOf(said['access_token']);
  if (answer.status !== 200 || !accessToken) {
    const error = textOf(said['error']);
    throw new GrantFault(
      `Google gave no token (HTTP ${answer.status} ${error})`,
      answer.status === 400 && ['invalid_grant', 'redirect_uri_mismatch'].includes(error),
    );
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
