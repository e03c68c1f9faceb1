/** `/account/security`: what people do about their own sessions, password and API keys. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Account, policies } from '#capabilities/identity/identity.ts';
import { type Failure, failure } from '#kernel/failure.ts';
import { type Access, access, type Viewer } from '#kernel/http/access.ts';
import { type Door, statusOf } from '#kernel/http/door.ts';
import { type Message, type Params, say } from '#kernel/message.ts';
import { Confirm } from '#kernel/page/confirm.tsx';
import { setFlash } from '#kernel/page/flash.ts';
import { fieldOf, newPasswordOf, refusalOf, requireFields } from './form.ts';
import { m } from './messages.ts';
import { KEY_DAYS, SecurityPage, type SecurityView } from './security-view.tsx';
import type { AuthTools } from './tools.ts';

export const SECURITY = '/account/security';
/** Signed in as a person: a program that holds a key does not look after the account. */
const inPerson: Access = { name: access.signedIn.name, allows: (viewer) => viewer !== null && policies.mayChangeOwnSecurity(viewer) };
export const ownSecurity = { config: { access: inPerson, kind: 'page' } } as const;

export function viewerIn(request: FastifyRequest): Viewer {
  if (!request.viewer) throw failure.unauthenticated();
  return request.viewer;
}

/** Back to the security page with a word about what was done. */
export function done(request: FastifyRequest, reply: FastifyReply, message: Message, params: Params = {}): FastifyReply {
  setFlash(reply, { kind: 'success', text: say(message, request.language, params) });
  return reply.redirect(SECURITY, 303);
}

/** Shows the page, with a refused form or a new key in it. */
export async function showSecurity(
  tools: AuthTools,
  request: FastifyRequest,
  reply: FastifyReply,
  { refused = null, created = null }: Partial<Pick<SecurityView, 'refused' | 'created'>> = {},
): Promise<FastifyReply> {
  const { db, clock, identity, pages } = tools;
  const { accountId } = viewerIn(request);
  const [account, sessions, keys] = await Promise.all([
    identity.find(db, accountId),
    identity.sessionsOf(db, accountId),
    identity.apiKeys.list(db, accountId),
  ]);
  if (!account) throw failure.unauthenticated();
  if (refused?.refusal.retryAfter !== undefined) reply.header('retry-after', String(refused.refusal.retryAfter));
  const body = <SecurityPage {...{ account: account satisfies Account, sessions, keys, now: clock.now(), refused, created }} />;
  const status = refused ? statusOf(refused.refusal) : 200;
  return pages.send(request, reply, { title: say(m.securityTitle, request.language), body, status, frame: 'app' });
}

export function registerSecurityPages(door: Door, tools: AuthTools): void {
  const { db, identity, audit } = tools;

  door.get(SECURITY, ownSecurity, async (request, reply) => showSecurity(tools, request, reply));

  door.post(`${SECURITY}/sessions/end`, ownSecurity, async (request, reply) => {
    const viewer = viewerIn(request);
    const sessions = await identity.sessionsOf(db, viewer.accountId);
    const session = sessions.find(({ id }) => id === fieldOf(request, 'id'));
    if (session && policies.mayEndSession(viewer, session)) await identity.endSession(db, session.accountId, session.id);
    return done(request, reply, m.sessionEnded);
  });

  door.post(`${SECURITY}/sessions/end-others`, ownSecurity, async (request, reply) => {
    const { accountId, sessionId } = viewerIn(request);
    const count = await identity.closeAllSessions(db, accountId, sessionId);
    await audit.security(request, { event: 'sessions_ended', severity: 'low', accountId, details: { count } });
    return done(request, reply, m.othersEnded, { count });
  });

  door.post(`${SECURITY}/password`, ownSecurity, async (request, reply) => {
    const refusal = await refusalOf(async () => {
      const { current_password: current } = requireFields(request, ['current_password', 'new_password', 'new_password2']);
      await identity.changePassword(request, viewerIn(request).accountId, { current, next: newPasswordOf(request) });
    });
    if (refusal) return showSecurity(tools, request, reply, { refused: { form: 'password', refusal } });
    return done(request, reply, m.passwordChanged);
  });
  registerKeyPages(door, tools);
}

function registerKeyPages(door: Door, tools: AuthTools): void {
  const { db, clock, identity, audit, pages } = tools;

  /** The page in answer to the POST shows the key this one time; a redirect would have to keep it somewhere. */
  door.post(`${SECURITY}/keys`, ownSecurity, async (request, reply) => {
    const { accountId } = viewerIn(request);
    const typed = { name: fieldOf(request, 'name'), days: fieldOf(request, 'days') };
    let secret = '';
    const refusal: Failure | null = await refusalOf(async () => {
      const { name, password } = requireFields(request, ['name', 'password']);
      const expiresAt = endOfKey(typed.days, clock.now());
      await identity.confirmPassword(request, accountId, password, 'password');
      const made = await identity.apiKeys.create(db, accountId, { name, expiresAt });
      secret = made.secret;
      await audit.security(request, {
        event: 'api_key_created',
        severity: 'medium',
        accountId,
        details: { name, prefix: made.key.prefix },
      });
    });
    if (refusal) return showSecurity(tools, request, reply, { refused: { form: 'keys', refusal, typed } });
    return showSecurity(tools, request, reply, { created: { name: typed.name, secret } });
  });

  door.get<{ Params: { id: string } }>(`${SECURITY}/keys/:id/revoke`, ownSecurity, async (request, reply) => {
    const key = (await identity.apiKeys.list(db, viewerIn(request).accountId)).find(({ id }) => String(id) === request.params.id);
    if (!key) return reply.redirect(SECURITY, 303);
    const action = `${SECURITY}/keys/${key.id}/revoke`;
    const body = (
      <Confirm title={m.revokeTitle} name={key.name} action={action} submit={m.revoke} cancelHref={SECURITY} danger>
        {say(m.revokeText, request.language)}
      </Confirm>
    );
    return pages.send(request, reply, { title: say(m.revokeTitle, request.language), body, frame: 'app' });
  });

  door.post<{ Params: { id: string } }>(`${SECURITY}/keys/:id/revoke`, ownSecurity, async (request, reply) => {
    const { accountId } = viewerIn(request);
    const id = /^\d{1,15}$/.test(request.params.id) ? Number(request.params.id) : 0;
    const { name, prefix } = await identity.apiKeys.revoke(db, accountId, id);
    await audit.security(request, { event: 'api_key_revoked', severity: 'low', accountId, details: { name, prefix } });
    return done(request, reply, m.keyRevoked);
  });
}

function endOfKey(days: string, now: Date): Date | null {
  const chosen = KEY_DAYS.find((choice) => String(choice) === days);
  if (chosen === undefined) throw failure.field('days', m.choiceWrong, {}, 'choice');
  return chosen === 0 ? null : new Date(now.getTime() + chosen * 86_400_000);
}
