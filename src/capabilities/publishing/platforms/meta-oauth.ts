/**
 * How somebody lends us a page or a professional account: dialog, code, short token, long token (about 60 days), and from it the tokens
 * of pages, which have no end of their own. The dialog knows no PKCE. Secrets and codes travel in bodies, never in addresses.
 * https://developers.facebook.com/docs/facebook-login/guides/advanced/manual-flow
 */
import { callPlatform } from '../http.ts';
import type { Grant, GrantedAccount, Health, PlatformCall, PlatformOAuth } from '../platform.ts';
import { CallFault, GrantFault } from '../platform.ts';
import type { MetaFacts } from '../platform-facts.ts';
import { type GraphFault, type Json, jsonOf, listOf, refusalOf, textOf, whyOf } from './meta-faults.ts';
import { type GraphTalk, talkTo } from './meta-graph.ts';
import { type MetaPage, pagesOf } from './meta-pages.ts';

/** What one platform of Meta needs, and who can be posted as. */
interface MetaGrants {
  readonly scopes: readonly string[];
  accountOf(page: MetaPage, grant: Grant): GrantedAccount | null;
}

const ownGrant = (page: MetaPage, { scopes }: Grant): Grant => ({
  ...{ accessToken: page.token, refreshToken: null, accessExpiresAt: null, refreshExpiresAt: null, scopes },
});

const PAGE_SCOPES = ['pages_show_list', 'pages_read_engagement', 'business_management'];

export const FACEBOOK_GRANTS: MetaGrants = {
  scopes: [...PAGE_SCOPES, 'pages_manage_posts', 'pages_manage_engagement', 'read_insights'],
  accountOf: (page, grant) => ({
    ...{ externalId: page.id, name: page.name, username: page.username || page.name },
    grant: ownGrant(page, grant),
    details: {},
  }),
};

export const INSTAGRAM_GRANTS: MetaGrants = {
  scopes: [...PAGE_SCOPES, ...['instagram_basic', 'instagram_content_publish', 'instagram_manage_comments', 'instagram_manage_insights']],
  accountOf: (page, grant) =>
    page.instagram && {
      ...{ externalId: page.instagram.id, name: page.instagram.name || page.name, username: page.instagram.username },
      grant: ownGrant(page, grant),
      details: { pageId: page.id, pageName: page.name },
    },
};

export function createMetaOAuth(facts: MetaFacts, { scopes, accountOf }: MetaGrants): PlatformOAuth {
  const { appId, appSecret } = facts;
  const app = { client_id: appId ?? '', client_secret: appSecret ?? '' };
  return {
    isConfigured: appId !== null && appSecret !== null,
    authorizeUrl: ({ state, redirectUri }) => {
      const url = new URL(facts.dialogUrl);
      const asked = { client_id: app.client_id, redirect_uri: redirectUri, state, response_type: 'code', scope: scopes.join(',') };
      // Who said no to a permission once is asked again.
      for (const [name, value] of Object.entries({ ...asked, auth_type: 'rerequest' })) url.searchParams.set(name, value);
      return url;
    },
    exchange: async ({ code, redirectUri }) => {
      const talk = talkTo(facts, null, callPlatform);
      const short = await tokenFrom(talk, { ...app, redirect_uri: redirectUri, code });
      const swap = { ...app, grant_type: 'fb_exchange_token', fb_exchange_token: short.token };
      const long = await tokenFrom(talk, swap);
      const granted = need(await talkTo(facts, long.token, callPlatform).read('permissions', 'me/permissions'));
      return {
        ...{ accessToken: long.token, accessExpiresAt: long.expiresAt, refreshToken: null, refreshExpiresAt: null },
        scopes: listOf(granted['data']).flatMap(({ permission, status }) => (status === 'granted' ? [textOf(permission)] : [])),
      };
    },
    accounts: async (grant) => {
      const pages = await pagesOf(talkTo(facts, grant.accessToken, callPlatform));
      if ('kind' in pages) throw grantFault(pages);
      return pages.flatMap((page) => accountOf(page, grant) ?? []);
    },
    refresh: async () => null,
    refreshDue: () => false,
    health: (call) => healthOf(facts, scopes, call),
  };
}

async function tokenFrom(talk: GraphTalk, fields: Readonly<Record<string, string>>): Promise<{ token: string; expiresAt: Date | null }> {
  const body = need(await talk.write('token', 'oauth/access_token', fields));
  const token = textOf(body['access_token']);
  if (!token) throw new GrantFault('Meta answered without a token', false);
  const seconds = Number(body['expires_in'] ?? 0);
  return { token, expiresAt: seconds > 0 ? new Date(Date.now() + seconds * 1000) : null };
}

function need(said: Awaited<ReturnType<GraphTalk['read']>>): Json {
  if (said.fault) throw grantFault(said.fault);
  return said.body;
}

const PASSING: readonly GraphFault['kind'][] = ['rate', 'busy', 'garbled', 'unsent', 'silent'];
const grantFault = (fault: GraphFault): GrantFault => new GrantFault(whyOf(fault), !PASSING.includes(fault.kind));

/**
 * What the token may do, asked as the app. The token that is looked at travels in a body as well: Graph takes a `POST` with
 * `method=GET` for the `GET` it means. Where that tells nothing, whether the token still opens its own account. Throws `CallFault`
 * when Meta cannot tell now.
 */
async function healthOf(
  facts: MetaFacts,
  scopes: readonly string[],
  { poster, send }: Pick<PlatformCall, 'poster' | 'send'>,
): Promise<Health> {
  const app = talkTo(facts, `${facts.appId}|${facts.appSecret}`, send);
  const { body } = await app.write('debug_token', 'debug_token', { input_token: poster.accessToken, method: 'GET' });
  const told = jsonOf(body?.['data']);
  if (told['is_valid'] === true) {
    return { ok: true, missingScopes: scopes.filter((scope) => !isGranted(scope, told, poster)) };
  }
  const { fault } = await talkTo(facts, poster.accessToken, send).read('health', poster.externalId, { fields: 'id' });
  if (!fault) return { ok: true, missingScopes: [] };
  if (PASSING.includes(fault.kind)) throw new CallFault(whyOf(fault), fault.kind === 'unsent');
  const refusal = refusalOf(fault);
  return { ok: false, refusal: fault.kind === 'unreadable' ? { ...refusal, reason: 'permission' } : refusal };
}

/** A permission may have been given for other pages only. */
function isGranted(scope: string, told: Json, { externalId, details }: PlatformCall['poster']): boolean {
  if (!Array.isArray(told['scopes']) || !told['scopes'].includes(scope)) return false;
  const granular = listOf(told['granular_scopes']).find((one) => one['scope'] === scope);
  const targets = granular?.['target_ids'];
  if (!Array.isArray(targets) || targets.length === 0 || scope === 'business_management') return true;
  return targets.includes(externalId) || targets.includes(details['pageId']);
}
