/**
 * Privacy: what people agreed to, a copy of what is known of them, and their erasure (decision 0046).
 *
 * Hides what of a person lies where, what stays and for how long, and the list that a restored backup is held against. Words: a *request* waits a
 * week before somebody is erased; what *stays* of them has a pseudonym and an end; the *erasure list* says who was erased without saying who.
 */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createElement } from 'react';
import { type Identity, policies } from '#capabilities/identity/identity.ts';
import type { Library } from '#capabilities/library/library.ts';
import type { Audit } from '#kernel/audit.ts';
import type { Db, Tx } from '#kernel/db/db.ts';
import { Failure, failure } from '#kernel/failure.ts';
import { type Access, access, isAdmin, requireViewer } from '#kernel/http/access.ts';
import { type Door, statusOf } from '#kernel/http/door.ts';
import type { Limits } from '#kernel/http/rate-limit.ts';
import { say } from '#kernel/message.ts';
import type { Pages } from '#kernel/page/page.tsx';
import { done, fieldOf } from '#kernel/page/requests.ts';
import type { Files } from '#kernel/storage/files.ts';
import { zipStream } from '#kernel/zip.ts';
import type { Cinema } from '../cinema/cinema.ts';
import { type Members, memberConsents } from '../members/members.ts';
import type { PersonKind } from '../people-news.ts';
import { type ErasingTools, type Reapplied, reapplyErasures } from './erasing.ts';
import { identify, writeErased } from './erasure-list.ts';
import { m } from './messages.ts';
import { cinemaConsents, cinemaOf, myData } from './my-data.ts';
import { AdminPrivacyPage, dayIn, ErasePage, PRIVACY, PrivacyPage, type ShownConsent } from './pages.tsx';
import { askErasure, findRequest, readRequests, sweepErasures, withdrawErasure } from './requests.ts';

export type { Reapplied } from './erasing.ts';

export interface PrivacyTools extends ErasingTools {
  readonly audit: Pick<Audit, 'activity' | 'security'>;
  readonly limits: Pick<Limits, 'admit'>;
  readonly pages: Pages;
  readonly files: Files;
  readonly identity: Identity;
  readonly library: Pick<Library, 'forget' | 'consentsOf'>;
  readonly members: Pick<Members, 'get'>;
  readonly cinema: Pick<Cinema, 'get'>;
  readonly config: ErasingTools['config'] & { readonly rateLimitScale: number };
}

export interface Privacy {
  /** Erases whoever asked a week ago, and what was kept long enough; answers how many. */
  sweep(): Promise<number>;
  /** Whoever is on the erasure list and came back with a backup is erased again. Before the doors open. */
  reapplyErasures(db: Db): Promise<Reapplied>;
}

const COPIES_A_DAY = 5;
const MOST = 200;
/** Signed in as a person: a program that holds a key takes no copy and erases nobody. */
const inPerson: Access = { name: access.signedIn.name, allows: (viewer) => viewer !== null && policies.mayChangeOwnSecurity(viewer) };
const own = { config: { access: inPerson, kind: 'page' } } as const;

export function registerPrivacy(door: Door, tools: PrivacyTools): Privacy {
  const { db, pages, identity, audit, clock } = tools;

  door.get(PRIVACY, own, async (request, reply) => {
    const viewer = requireViewer(request);
    const [consents, asked] = await Promise.all([consentsOf(db, viewer.accountId), findRequest(db, viewer.accountId)]);
    const body = createElement(PrivacyPage, { consents, request: asked, isPrivileged: isAdmin(viewer), copiesADay: COPIES_A_DAY });
    return pages.send(request, reply, { title: say(m.title, request.language), body });
  });

  door.post(`${PRIVACY}/export`, own, async (request, reply) => {
    const { accountId } = requireViewer(request);
    await tools.limits.admit(
      { name: 'talent.my-data', limit: COPIES_A_DAY * tools.config.rateLimitScale, windowSeconds: 86_400 },
      `account:${accountId}`,
    );
    const entry = { type: 'export', category: 'privacy', description: 'Copie de ses données', resourceType: 'account' };
    await audit.activity(request, { ...entry, resourceId: accountId });
    return reply
      .type('application/zip')
      .header('content-disposition', `attachment; filename="my-data-${clock.now().toISOString().slice(0, 10)}.zip"`)
      .header('cache-control', 'no-store')
      .send(zipStream(myData(tools, request, accountId)));
  });

  const confirm = (request: FastifyRequest, reply: FastifyReply, refusal: Failure | null = null): FastifyReply => {
    const viewer = requireViewer(request);
    const body = createElement(ErasePage, { name: viewer.name, refusal });
    return pages.send(request, reply, { title: say(m.eraseTitle, request.language), body, status: refusal ? statusOf(refusal) : 200 });
  };
  door.get(`${PRIVACY}/delete`, own, async (request, reply) =>
    isAdmin(request.viewer) ? reply.redirect(PRIVACY, 303) : confirm(request, reply),
  );

  door.post(`${PRIVACY}/delete`, own, async (request, reply) => {
    const viewer = requireViewer(request);
    if (isAdmin(viewer)) throw failure.forbidden(m.adminFirst);
    try {
      await identity.confirmPassword(request, viewer.accountId, fieldOf(request, 'password'), 'password');
    } catch (error) {
      if (error instanceof Failure && Object.keys(error.fields).length > 0) return confirm(request, reply, error);
      throw error;
    }
    await askErasure(db, viewer.accountId, clock.now());
    await audit.security(request, { event: 'erasure_asked', severity: 'medium', accountId: viewer.accountId });
    const asked = await findRequest(db, viewer.accountId);
    return done(request, reply, PRIVACY, m.asked, { day: dayIn(request.language, asked?.dueAt ?? clock.now()) });
  });

  door.post(`${PRIVACY}/delete/withdraw`, own, async (request, reply) => {
    const { accountId } = requireViewer(request);
    if (await withdrawErasure(db, accountId)) await audit.security(request, { event: 'erasure_called_off', severity: 'low', accountId });
    return done(request, reply, PRIVACY, m.calledOff);
  });

  door.get('/admin/privacy', { config: { access: access.admin, kind: 'page' } }, async (request, reply) => {
    const body = createElement(AdminPrivacyPage, await readRequests(db, MOST));
    return pages.send(request, reply, { title: say(m.adminTitle, request.language), body });
  });

  return { sweep: () => sweepErasures(tools), reapplyErasures: (given) => reapplyErasures(tools, given) };
}

/** An administrator takes somebody away: the list must know it too. Within the transaction that does it, before the row goes. */
export async function noteErased(
  tools: Pick<ErasingTools, 'config' | 'vault' | 'clock'>,
  tx: Tx,
  kind: PersonKind,
  id: number,
): Promise<void> {
  const erased = await identify(tx, tools, kind, id);
  if (erased) await writeErased(tools, tx, erased, 'administrator', tools.clock.now(), null);
}

async function consentsOf(db: Db, accountId: number): Promise<readonly ShownConsent[]> {
  const cinemaId = await cinemaOf(db, accountId);
  const cinema = cinemaId === null ? [] : await cinemaConsents(db, cinemaId);
  const all = [...(await memberConsents(db, accountId)), ...cinema.map((one) => ({ ...one, form: 'cinema' as const }))];
  return all.sort((a, b) => b.givenAt.getTime() - a.givenAt.getTime());
}
