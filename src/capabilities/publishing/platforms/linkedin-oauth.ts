/**
 * OAuth 2.0 of LinkedIn, which knows no PKCE in the browser. A token lives sixty days; only some apps get another one to refresh it
 * with, the people of all others connect anew. https://learn.microsoft.com/linkedin/shared/authentication/authorization-code-flow
 */
import { callPlatform } from '../http.ts';
import { CallFault, type Grant, type GrantedAccount, GrantFault, type PlatformOAuth } from '../platform.ts';
import type { LinkedInFacts } from '../platform-facts.ts';
import { ask, faultOf, refusalOf, whyOf } from './linkedin-wire.ts';
import { jsonOf, listOf, textOf } from './x-wire.ts';

/** Every app has these; see `LinkedInFacts.scopes` for the others. */
export const SCOPES = ['openid', 'profile', 'w_member_social'];
const SPARE_MS = 86_400_000;
const PATIENCE_MS = 10_000;
const MOST_PAGES = 50;

export function createLinkedInOAuth(facts: LinkedInFacts): PlatformOAuth {
  const scopes = [...new Set([...SCOPES, ...(facts.scopes ?? [])])];
  return {
    isConfigured: facts.clientId !== null && facts.clientSecret !== null,
    authorizeUrl: ({ state, redirectUri }) => {
      const url = new URL(`${facts.oauthUrl}/authorization`);
      const asked = { response_type: 'code', client_id: facts.clientId ?? '', redirect_uri: redirectUri, state, scope: scopes.join(' ') };
      for (const [name, value] of Object.entries(asked)) url.searchParams.set(name, value);
      return url;
    },
    exchange: ({ code, redirectUri }) => askForTokens(facts, { grant_type: 'authorization_code', code, redirect_uri: redirectUri }),
    accounts: async (grant) => [await memberOf(facts, grant), ...(await pagesOf(facts, grant))],
    refresh: async ({ refreshToken }) =>
      refreshToken ? askForTokens(facts, { grant_type: 'refresh_token', refresh_token: refreshToken }) : null,
    refreshDue: ({ accessExpiresAt, refreshToken }, now) =>
      refreshToken !== null && accessExpiresAt !== null && accessExpiresAt.getTime() - now.getTime() < SPARE_MS,
    health: async ({ poster, send }) => {
      const headers = { authorization: `Bearer ${poster.accessToken}` };
      const answer = await send({ method: 'GET', url: new URL(`${facts.apiUrl}/v2/userinfo`), headers, phase: 'health' });
      const fault = faultOf(answer);
      const refusal = fault && refusalOf(fault);
      if (refusal) return { ok: false, refusal };
      if (fault) throw new CallFault(whyOf(fault), false);
      const granted = poster.details['scopes'];
      const needed = poster.externalId.startsWith('urn:li:organization:') ? ['w_organization_social'] : ['w_member_social'];
      return {
        ok: true,
        missingScopes: needed.filter((scope) => Array.isArray(granted) && granted.length > 0 && !granted.includes(scope)),
      };
    },
  };
}

async function memberOf(facts: LinkedInFacts, grant: Grant): Promise<GrantedAccount> {
  const headers = { authorization: `Bearer ${grant.accessToken}` };
  const url = new URL(`${facts.apiUrl}/v2/userinfo`);
  const answer = await callPlatform({ method: 'GET', url, headers, phase: 'userinfo', timeoutMs: PATIENCE_MS });
  const fault = faultOf(answer);
  const sub = textOf(jsonOf(answer.json)['sub']);
  if (fault || !sub)
    throw new GrantFault(`LinkedIn did not say who this is (HTTP ${answer.status})`, fault !== null && refusalOf(fault) !== null);
  const name = textOf(jsonOf(answer.json)['name']);
  return { externalId: `urn:li:person:${sub}`, name, username: name, grant, details: {} };
}

/** Those that the member may post for, when that was granted; without an answer, the member alone. */
async function pagesOf(facts: LinkedInFacts, grant: Grant): Promise<readonly GrantedAccount[]> {
  if (!grant.scopes.includes('w_organization_social')) return [];
  const sender = { poster: { accessToken: grant.accessToken }, send: callPlatform };
  const path = `/rest/organizationAcls?q=roleAssignee&role=ADMINISTRATOR&state=APPROVED&count=${MOST_PAGES}`;
  const said = await ask(facts, sender, { method: 'GET', path, restli: 'FINDER', phase: 'pages' });
  if (said.fault) return [];
  const urns = listOf(said.body['elements']).map((one) => textOf(one['organization']) || textOf(one['organizationTarget']));
  const pages = await Promise.all(
    urns.filter(Boolean).map(async (urn): Promise<GrantedAccount | null> => {
      const page = await ask(facts, sender, { method: 'GET', path: `/rest/organizations/${urn.split(':').at(-1)}`, phase: 'page' });
      if (page.fault) return null;
      const name = textOf(page.body['localizedName']);
      return { externalId: urn, name, username: textOf(page.body['vanityName']) || name, grant, details: {} };
    }),
  );
  return pages.filter((page) => page !== null);
}

/** Throws `GrantFault`: refused only when LinkedIn says that what we brought is worth nothing. */
async function askForTokens({ oauthUrl, clientId, clientSecret }: LinkedInFacts, fields: Readonly<Record<string, string>>): Promise<Grant> {
  const body = new URLSearchParams({ ...fields, client_id: clientId ?? '', client_secret: clientSecret ?? '' });
  const now = Date.now();
  const answer = await callPlatform({
    method: 'POST',
    url: new URL(`${oauthUrl}/accessToken`),
    body,
    phase: 'token',
    timeoutMs: PATIENCE_MS,
  });
  const said = jsonOf(answer.json);
  const accessToken = textOf(said['access_token']);
  if (answer.status !== 200 || !accessToken) {
    const error = textOf(said['error']);
    const isRefused = answer.status === 400 && ['invalid_grant', 'invalid_request'].includes(error);
    throw new GrantFault(`LinkedIn gave no token (HTTP ${answer.status} ${error})`, isRefused);
  }
  const until = (seconds: unknown): Date | null => (Number(seconds) > 0 ? new Date(now + Number(seconds) * 1000) : null);
  return {
    accessToken,
    refreshToken: textOf(said['refresh_token']) || null,
    accessExpiresAt: until(said['expires_in']),
    refreshExpiresAt: until(said['refresh_token_expires_in']),
    scopes: textOf(said['scope'])
      .split(/[\s,]+/)
      .filter(Boolean),
  };
}
