/**
 * Tokens for programs with a person behind them, API keys for those without. On the site's door signing in and refreshing are the
 * talent product's, whose answers hold the same fields.
 */
import type { ApiKey } from '#capabilities/identity/identity.ts';
import type { Clock } from '#kernel/clock.ts';
import { type FieldErrors, failure } from '#kernel/failure.ts';
import { access, requireViewer } from '#kernel/http/access.ts';
import { fieldMessages } from '#kernel/http/validation.ts';
import { secondsOf, secondsOrNull } from '../lists.ts';
import type { VideoMount } from '../mount.ts';
import type { FilmTools } from '../rooms.ts';
import * as wire from './contract.ts';
import { m } from './messages.ts';

type AuthTools = Pick<FilmTools, 'identity' | 'db' | 'clock'>;

const tags = ['Authentication'];
const required = { message: fieldMessages.required, constraint: 'required' };

export function registerAuthRoutes(mount: VideoMount, tools: AuthTools): void {
  if (!mount.isGuest) registerTokenRoutes(mount, tools);
  registerKeyRoutes(mount, tools);
}

function registerTokenRoutes({ door, route }: VideoMount, { identity }: AuthTools): void {
  const open = route(access.public);
  const login = { tags, summary: 'Sign in', body: wire.LOGIN_BODY, response: { 200: wire.TOKENS } };
  door.post('/api/v1/auth/login', { ...open, schema: login }, async (request) => {
    const { email = '', password = '', totp } = request.body;
    const identifier = email.trim();
    const missing: FieldErrors = { ...(identifier ? {} : { email: required }), ...(password ? {} : { password: required }) };
    if (Object.keys(missing).length > 0) throw failure.invalid(missing);
    const account = await identity.signIn(request, { identifier, password, ...(totp ? { totp } : {}) });
    return identity.issueTokens(account, { door: 'video' });
  });
  const refresh = { tags, summary: 'The next pair of tokens', body: wire.REFRESH_BODY, response: { 200: wire.TOKENS } };
  door.post('/api/v1/auth/refresh', { ...open, schema: refresh }, async (request) => {
    const sent = request.body.refresh_token?.trim();
    if (!sent) throw failure.invalid({ refresh_token: required });
    return identity.refreshTokens(sent, request);
  });
}

function registerKeyRoutes({ door, route }: VideoMount, { identity, db, clock }: AuthTools): void {
  const { apiKeys } = identity;
  const signedIn = route(access.signedIn);
  const create = { tags, summary: 'A new API key', body: wire.KEY_BODY, response: { 201: wire.NEW_KEY } };
  door.post('/api/v1/api-keys', { ...signedIn, schema: create }, async (request, reply) => {
    const { accountId, credential } = requireViewer(request);
    // Who finds a key must not be able to keep what it opens for ever.
    if (credential === 'api-key') throw failure.forbidden(m.notByKey, 'KEY_MAKES_NO_KEY');
    const wish = { name: request.body.name ?? '', expiresAt: expiryOf(request.body.expires_at, clock) };
    const { key, secret } = await apiKeys.create(db, accountId, wish);
    return reply.code(201).send({ ...keyOf(key), key: secret });
  });
  const list = { tags, summary: 'API keys, without their secrets', response: { 200: wire.KEYS } };
  door.get('/api/v1/api-keys', { ...signedIn, schema: list }, async (request) => ({
    items: (await apiKeys.list(db, requireViewer(request).accountId)).map(keyOf),
  }));
  const revoke = { tags, summary: 'End an API key' };
  door.delete<{ Params: { id: string } }>('/api/v1/api-keys/:id', { ...signedIn, schema: revoke }, async (request, reply) => {
    const { id } = request.params;
    if (!/^\d{1,15}$/.test(id)) throw failure.notFound();
    await apiKeys.revoke(db, requireViewer(request).accountId, Number(id));
    return reply.code(204).send();
  });
}

function expiryOf(sent: unknown, clock: Clock): Date | null {
  if (sent === undefined || sent === null || sent === '') return null;
  const at = typeof sent === 'string' && /^\d{4}-\d\d-\d\dT.*(?:Z|[+-]\d\d:\d\d)$/.test(sent) ? new Date(sent) : new Date(Number.NaN);
  if (!(at > clock.now())) throw failure.field('expires_at', m.expiry, {}, 'format');
  return at;
}

const keyOf = ({ id, name, prefix, createdAt, lastUsedAt, expiresAt }: ApiKey) => ({
  ...{ id, name, prefix, created_at: secondsOf(createdAt) },
  ...{ last_used_at: secondsOrNull(lastUsedAt), expires_at: secondsOrNull(expiresAt) },
});
