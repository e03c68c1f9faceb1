/** `/api/auth/…` of the images API, on its own door and on the site's. */
import type { FastifyRequest } from 'fastify';
import type { Account } from '#capabilities/identity/identity.ts';
import { createFileAnswers } from '#capabilities/media/media.ts';
import { failure } from '#kernel/failure.ts';
import { access, requireViewer } from '#kernel/http/access.ts';
import type { Limits } from '#kernel/http/rate-limit.ts';
import { say } from '#kernel/message.ts';
import { secondsOf } from '../lists.ts';
import type { ImagesMount } from '../mount.ts';
import { type AccountTools, createAccounts } from './accounts.ts';
import * as wire from './contract.ts';
import { m } from './messages.ts';
import type { StudioProfile } from './profiles.ts';

export interface AccountRouteTools extends AccountTools {
  readonly limits: Pick<Limits, 'admit'>;
  readonly rateLimitScale: number;
  /** Origin that avatars are served from. */
  readonly publicUrl: string;
}

const REGISTRATIONS_PER_HOUR = 60;

export function registerAccountRoutes(mount: ImagesMount, tools: AccountRouteTools): void {
  const { door, manners } = mount;
  const { identity, publicUrl } = tools;
  const accounts = createAccounts(tools);
  const tags = ['Authentication'];
  const open = manners(access.public);
  const closed = manners(access.signedIn);
  const tokensOf = async (account: Account) => {
    const { access_token: token, refresh_token: refresh } = await identity.issueTokens(account, { door: 'images' });
    return { access: token, refresh };
  };

  const register = { tags, summary: 'Join', body: wire.REGISTER_BODY, response: { 201: wire.REGISTERED } };
  door.post('/api/auth/register', { config: open, schema: register }, async (request, reply) => {
    await limitRegistrations(tools, request);
    const account = await accounts.register(request.body);
    return reply.code(201).send({ user: personOf(account), tokens: await tokensOf(account), message: say(m.created, 'fr') });
  });

  const login = { tags, summary: 'Sign in', body: wire.LOGIN_BODY, response: { 200: wire.LOGGED_IN } };
  door.post('/api/auth/login', { config: open, schema: login }, async (request) => {
    const account = await accounts.signIn(request, request.body);
    return { ...(await tokensOf(account)), user: personOf(account) };
  });

  const refresh = { tags, summary: 'A new access token', body: wire.REFRESH_BODY, response: { 200: wire.REFRESHED } };
  door.post('/api/auth/token/refresh', { config: open, schema: refresh }, async (request) => {
    const sent = request.body.refresh?.trim();
    if (!sent) throw failure.field('refresh', m.required, {}, 'required');
    return { access: (await identity.refreshTokens(sent, request)).access_token };
  });

  door.get(
    '/api/auth/me',
    { config: closed, schema: { tags, summary: 'Who is signed in', response: { 200: wire.ME } } },
    async (request) => {
      const account = await accounts.me(requireViewer(request).accountId);
      return { ...personOf(account), date_joined: secondsOf(account.createdAt) };
    },
  );

  const profile = { tags, summary: 'The profile of the studio', response: { 200: wire.PROFILE } };
  door.get('/api/auth/profile', { config: closed, schema: profile }, async (request) =>
    profileOf(await accounts.profile(requireViewer(request).accountId), publicUrl),
  );
  const change = { tags, summary: 'Change the given fields', body: wire.PROFILE_BODY, response: { 200: wire.PROFILE } };
  door.patch('/api/auth/profile', { config: closed, schema: change }, async (request) =>
    profileOf(
      await accounts.updateProfile(requireViewer(request).accountId, request.body, request.formFiles['avatar']?.content ?? null),
      publicUrl,
    ),
  );

  const password = { tags, summary: 'Change the password', body: wire.CHANGE_PASSWORD_BODY, response: { 200: wire.MESSAGE } };
  door.post('/api/auth/change-password', { config: closed, schema: password }, async (request) => {
    await accounts.changePassword(request, requireViewer(request).accountId, request.body);
    return { message: say(m.passwordChanged, 'fr') };
  });
  registerAvatars(mount, tools);
}

/** For everybody who is signed in: names of posts and pictures show them. */
function registerAvatars({ door, manners }: ImagesMount, tools: AccountRouteTools): void {
  const config = { ...manners(access.signedIn), internal: true };
  const answers = createFileAnswers(tools);
  door.get<{ Params: { file: string } }>('/media/avatars/:file', { config }, (request, reply) =>
    answers.photo(request, reply, `avatars/${request.params.file}`),
  );
}

async function limitRegistrations({ limits, rateLimitScale }: AccountRouteTools, { ip }: FastifyRequest): Promise<void> {
  const rule = { name: 'images.registrations', limit: REGISTRATIONS_PER_HOUR * rateLimitScale, windowSeconds: 3600 };
  await limits.admit(rule, ip);
}

const personOf = ({ id, username, email, firstName, lastName }: Account) => ({
  ...{ id, username, email },
  ...{ first_name: firstName, last_name: lastName },
});

const profileOf = (profile: StudioProfile, publicUrl: string) => ({
  id: profile.accountId,
  user: { id: profile.accountId, username: profile.username, email: profile.email },
  bio: profile.bio,
  avatar: profile.avatarFile ? `${publicUrl}/media/${profile.avatarFile}` : null,
  phone: profile.phone,
  instagram_username: profile.instagramUsername,
  facebook_page_id: profile.facebookPageId,
  twitter_username: profile.twitterUsername,
  timezone: profile.timezone,
  created_at: secondsOf(profile.createdAt),
});
