/**
 * The API of signing in, in both dialects. On this door the answer to a sign-in is the union of the documents: the
 * person and a session cookie for the talent API, and the tokens of the images and video APIs.
 */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Static } from 'typebox';
import type { Identity, TokenPair } from '#capabilities/identity/identity.ts';
import { failure } from '#kernel/failure.ts';
import { access } from '#kernel/http/access.ts';
import { comesFromUs } from '#kernel/http/cross-site.ts';
import type { Door } from '#kernel/http/door.ts';
import { fieldMessages } from '#kernel/http/validation.ts';
import { type Dialect, dialectOf, wordsOf } from '../dialect.ts';
import * as wire from './contract.ts';
import { m } from './messages.ts';
import type { AuthTools } from './tools.ts';

type LoginBody = Static<typeof wire.LOGIN_BODY>;

export function registerAuthRoutes(door: Door, { identity, people }: Pick<AuthTools, 'identity' | 'people'>): void {
  const tags = ['Authentication'];
  const open = { access: access.public };

  const login = { tags, summary: 'Sign in by e-mail, code or username', body: wire.LOGIN_BODY, response: { 200: wire.LOGGED_IN } };
  door.post('/api/v1/auth/login', { config: open, schema: login }, async (request, reply) => {
    speakDialectOfBody(request, request.body);
    // A form on another site must not sign its visitors in to somebody else's account.
    if (!comesFromUs(request)) throw failure.forbidden(m.crossSite, 'CROSS_SITE');
    const tokens = await signIn(request, reply, identity, request.body);
    const accountId = request.viewer?.accountId ?? 0;
    const dialect = dialectOf(request);
    const user = (await people.loginUser(accountId, dialect)) as Static<typeof wire.LOGGED_IN>['user'];
    const mustChange = request.viewer?.mustChangePassword ? { must_change_password: true } : {};
    return { success: true, ...(dialect === 3 ? { message: m.signedIn.en } : {}), user, ...mustChange, ...tokens };
  });

  const logout = { tags, summary: 'Sign out: ends the session, or the token and its family', response: { 200: wire.LOGGED_OUT } };
  door.post('/api/v1/auth/logout', { config: { access: access.signedIn }, schema: logout }, async (request, reply) => {
    const dialect = dialectOf(request);
    await identity.closeSession(request, reply);
    return { success: true, message: wordsOf(dialect, m.signedOut) };
  });

  const me = { tags, summary: 'Who is signed in', response: { 200: wire.ME } };
  door.get('/api/v1/auth/me', { config: open, schema: me }, async (request) => {
    const { viewer } = request;
    const dialect = dialectOf(request);
    if (!viewer && dialect === 3) throw failure.unauthenticated();
    if (!viewer) return { success: true, authenticated: false };
    const user = await people.me(viewer.accountId, dialect);
    return { success: true, ...(dialect === 2 ? { authenticated: true } : {}), user };
  });

  const refresh = {
    tags,
    summary: 'Exchange a refresh token for the next pair',
    body: wire.REFRESH_BODY,
    response: { 200: wire.REFRESHED },
  };
  door.post('/api/v1/auth/refresh', { config: open, schema: refresh }, async (request) => {
    const tokens = await identity.refreshTokens(request.body.refresh_token, request);
    return { success: true, ...tokens };
  });
}

/** The cookie and the tokens of one sign-in; the session remembers the dialect of the body. */
async function signIn(request: FastifyRequest, reply: FastifyReply, identity: Identity, body: LoginBody): Promise<TokenPair> {
  const account = await identity.signIn(request, credentialsOf(body));
  await identity.openSession(request, reply, account, { dialect: dialectOfBody(body) ?? dialectOf(request) });
  return identity.issueTokens(account, { door: 'site', sessionId: request.viewer?.sessionId ?? null });
}

function credentialsOf(body: LoginBody): { identifier: string; password: string; totp?: string } {
  const name = body.email !== undefined && body.identifier === undefined ? 'email' : 'identifier';
  const identifier = (body.identifier ?? body.email ?? body.username ?? '').trim();
  const required = { message: fieldMessages.required, constraint: 'required' };
  const missing = { ...(identifier ? {} : { [name]: required }), ...(body.password ? {} : { password: required }) };
  if (Object.keys(missing).length) throw failure.invalid(missing, { message: m.missingFields });
  return { identifier, password: body.password ?? '', ...(body.totp ? { totp: body.totp } : {}) };
}

/** v3 signs in with `identifier`, v2 with `email`. */
const dialectOfBody = (body: LoginBody): Dialect | undefined =>
  body.identifier !== undefined ? 3 : body.email !== undefined ? 2 : undefined;

/** Somebody who has no session yet says their dialect by the body; refusals must be in it as well. */
function speakDialectOfBody(request: FastifyRequest, body: LoginBody): void {
  const query = request.query as Readonly<Record<string, unknown>>;
  const dialect = dialectOfBody(body);
  if (dialect && request.headers['api-version'] === undefined && query['api_version'] === undefined) {
    request.headers['api-version'] = String(dialect);
  }
}
