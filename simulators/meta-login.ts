/** Tokens: from a code, longer from shorter, of pages; and what Graph tells about them. */
import { addToken, type MetaPage, type MetaToken, pageToken } from './meta-people.ts';
import { GraphRefusal, only, paged, type Said } from './meta-wire.ts';
import type { GraphAsk, MetaWorld } from './meta-world.ts';

const SHORT_SECONDS = 5400;
const LONG_SECONDS = 5_183_944;

export function giveToken(world: MetaWorld, { fields }: Said): unknown {
  if (fields.get('client_id') !== world.appId) throw new GraphRefusal(101, 'Error validating application. Cannot get application info.');
  if (fields.get('client_secret') !== world.appSecret) throw new GraphRefusal(1, 'Error validating client secret.');
  return fields.get('grant_type') === 'fb_exchange_token' ? lengthen(world, fields) : fromCode(world, fields);
}

function fromCode(world: MetaWorld, fields: Said['fields']): unknown {
  const consent = world.state.codes.get(fields.get('code') ?? '');
  if (!consent) throw new GraphRefusal(100, 'Invalid verification code format.', { subcode: 36007 });
  if (consent.isUsed) throw new GraphRefusal(100, 'This authorization code has been used.', { subcode: 36009 });
  if (consent.expiresAt < world.now()) throw new GraphRefusal(100, 'This authorization code has expired.', { subcode: 36007 });
  if (consent.redirectUri !== fields.get('redirect_uri')) {
    const message =
      'Error validating verification code. Please make sure your redirect_uri is identical to the one you used in the OAuth dialog';
    throw new GraphRefusal(100, message, { subcode: 36008 });
  }
  world.state.codes.put(fields.get('code') ?? '', { ...consent, isUsed: true });
  const { personId, pageIds, scopes } = consent;
  return answer(world, {
    kind: 'user',
    personId,
    pageId: null,
    pageIds,
    scopes,
    expiresAt: world.now() + SHORT_SECONDS * 1000,
    dead: null,
  });
}

function lengthen(world: MetaWorld, fields: Said['fields']): unknown {
  const short = needLiving(world, fields.get('fb_exchange_token') ?? '');
  return answer(world, { ...short, expiresAt: world.now() + LONG_SECONDS * 1000 });
}

const answer = (world: MetaWorld, token: MetaToken): unknown => ({
  access_token: addToken(world.state, token),
  token_type: 'bearer',
  expires_in: Math.floor(((token.expiresAt ?? world.now()) - world.now()) / 1000),
});

const DEATHS: Readonly<Record<number, string>> = {
  458: 'Error validating access token: The user has not authorized application.',
  459: 'The user is enrolled in a blocking, logged-in checkpoint',
  460: 'Error validating access token: The session has been invalidated because the user changed their password.',
  463: 'Error validating access token: Session has expired.',
  464: 'Error validating access token: Sessions for the user are not allowed because the user is not a confirmed user.',
  467: 'Error validating access token: This is because the user logged out.',
};

export function needLiving(world: MetaWorld, value: string): MetaToken {
  const token = world.state.tokens.get(value);
  // Meta repeats what it could not read.
  if (!token) throw new GraphRefusal(190, `Malformed access token ${value}`);
  const subcode = token.dead ?? (token.expiresAt !== null && token.expiresAt < world.now() ? 463 : null);
  if (subcode !== null) throw new GraphRefusal(190, DEATHS[subcode] ?? 'Invalid OAuth access token.', { subcode });
  return token;
}

export const permissions = ({ bearer }: GraphAsk): unknown => ({
  data: bearer.scopes.map((permission) => ({ permission, status: 'granted' })),
});

export function debugToken(world: MetaWorld, { fields }: Said, bearer: string): unknown {
  if (bearer !== `${world.appId}|${world.appSecret}`) throw new GraphRefusal(190, 'Invalid OAuth access token - Cannot parse access token');
  const value = fields.get('input_token') ?? '';
  const about = { app_id: world.appId, application: 'Atelier', type: world.state.tokens.get(value)?.kind.toUpperCase() ?? 'USER' };
  try {
    const token = needLiving(world, value);
    const pages = (world.state.people.get(token.personId)?.pages ?? []).filter(({ id }) => token.pageIds.includes(id));
    const targetsOf = (scope: string): readonly string[] =>
      pages.map((page) => (scope.startsWith('instagram') ? page.instagram.id : page.id));
    const granular_scopes = token.scopes.map((scope) => ({ scope, target_ids: targetsOf(scope) }));
    const expires_at = token.expiresAt === null ? 0 : Math.floor(token.expiresAt / 1000);
    return { data: { ...about, is_valid: true, expires_at, user_id: token.personId, scopes: token.scopes, granular_scopes } };
  } catch (error) {
    if (!(error instanceof GraphRefusal)) throw error;
    const { code, subcode, message } = error.error;
    return { data: { ...about, is_valid: false, error: { code, subcode, message }, scopes: [] } };
  }
}

/** Half of the pages are the person's own; the others are theirs through a business. */
export const ownPages = (ask: GraphAsk): unknown => pages(ask, (index) => index % 2 === 0);
export const businessPages = (ask: GraphAsk): unknown => pages(ask, (index) => index % 2 === 1);
const BUSINESS = '990000000000001';
export const businesses = (ask: GraphAsk): unknown => {
  if (!ask.bearer.scopes.includes('business_management')) throw new GraphRefusal(100, '(#100) Missing Permission');
  return paged([{ id: BUSINESS }], (one) => one, ask);
};

function pages(ask: GraphAsk, isListed: (index: number) => boolean): unknown {
  const { world, bearer } = ask;
  if (bearer.kind !== 'user') throw new GraphRefusal(100, '(#100) Tried accessing nonexisting field (accounts) on node type (Page)');
  const person = world.state.people.get(bearer.personId);
  const all = (person?.pages ?? []).filter((page, index) => isListed(index) && bearer.pageIds.includes(page.id));
  const shown = bearer.scopes.includes('pages_show_list') ? all : [];
  return paged(shown, (page) => readPage(ask, page, !world.rules.hidesPageTokens), ask);
}

export function readPage({ world, bearer, fields }: GraphAsk, page: MetaPage, isWithToken = true): Record<string, unknown> {
  return only(fields.get('fields'), {
    ...{ id: page.id, name: page.name, username: page.username, tasks: ['CREATE_CONTENT', 'MODERATE', 'ANALYZE', 'MANAGE'] },
    access_token: isWithToken && bearer.kind === 'user' ? pageToken(world.state, bearer, page.id) : undefined,
    instagram_business_account: bearer.scopes.includes('instagram_basic') ? page.instagram : undefined,
  });
}
