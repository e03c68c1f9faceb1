/** Links for clients, as the casting team makes and revokes them. Every share is in the activity log. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { inTransaction } from '#kernel/db/transaction.ts';
import { Failure } from '#kernel/failure.ts';
import { requireViewer } from '#kernel/http/access.ts';
import { type Door, statusOf } from '#kernel/http/door.ts';
import { say } from '#kernel/message.ts';
import { Confirm } from '#kernel/page/confirm.tsx';
import { type ById, done, fieldOf, idOf, isId } from '#kernel/page/requests.ts';
import { castingPage } from '../page-requests.ts';
import { createLink, type LinkFields, requireLink, revokeLink } from './links.ts';
import { shareWords as words } from './shortlist-messages.ts';
import { showShortlist } from './shortlist-view.tsx';
import { requireManagedList, type Shortlist } from './shortlists.ts';
import { SHORTLISTS } from './shortlists-page.tsx';
import type { CastingTools } from './tools.ts';

export const SHARE = '/share/shortlist';
type OfLink = { Params: { readonly id: string; readonly link: string } };

export function registerLinks(door: Door, tools: CastingTools): void {
  const { db, clock, audit, pages } = tools;
  /** The page in answer to the POST shows the address this one time; a redirect would have to keep it somewhere. */
  door.post<ById>(`${SHORTLISTS}/:id/links`, castingPage, async (request, reply) => {
    const list = await requireManagedList(db, requireViewer(request), idOf(request));
    const fields = { label: fieldOf(request, 'label'), until: fieldOf(request, 'until'), showsNotes: fieldOf(request, 'notes') === '1' };
    try {
      const token = await shareList(tools, request, list, fields);
      reply.header('cache-control', 'no-store');
      return await showShortlist(tools, request, reply, list, { news: { made: `${tools.publicUrl}${SHARE}/${token}` } });
    } catch (error) {
      return showRefused(tools, request, reply, list, fields, error);
    }
  });

  door.get<OfLink>(`${SHORTLISTS}/:id/links/:link/revoke`, castingPage, async (request, reply) => {
    const { list, link } = await linkOf(tools, request, request.params.link);
    const [title, base] = [say(words.revokeTitle, request.language), `${SHORTLISTS}/${list.id}`];
    const body = (
      <Confirm title={title} name={link.label} action={`${base}/links/${link.id}/revoke`} submit={words.revoke} cancelHref={base} danger>
        <p>{say(words.revokeText, request.language)}</p>
      </Confirm>
    );
    return pages.send(request, reply, { title, body });
  });
  door.post<OfLink>(`${SHORTLISTS}/:id/links/:link/revoke`, castingPage, async (request, reply) => {
    const { list, link } = await linkOf(tools, request, request.params.link);
    const description = `Lien « ${link.label} » vers la sélection « ${list.name} » révoqué`;
    const entry = { type: 'revoke', category: 'casting', description, resourceType: 'shortlist', resourceId: list.id };
    await inTransaction(db, async (tx) => {
      await revokeLink(tx, link.id, clock.now());
      await audit.activity(request, entry, tx);
    });
    return done(request, reply, `${SHORTLISTS}/${list.id}`, words.isRevoked, { label: link.label });
  });
}

async function shareList(
  { db, clock, audit }: CastingTools,
  request: FastifyRequest,
  list: Shortlist,
  fields: LinkFields,
): Promise<string> {
  return inTransaction(db, async (tx) => {
    const token = await createLink(tx, list.id, requireViewer(request), fields, clock.now());
    const description = `Sélection « ${list.name} » partagée avec « ${fields.label} » jusqu’au ${fields.until}`;
    await audit.activity(request, { type: 'share', category: 'casting', description, resourceType: 'shortlist', resourceId: list.id }, tx);
    return token;
  });
}

async function linkOf({ db }: CastingTools, request: FastifyRequest, id: string) {
  const list = await requireManagedList(db, requireViewer(request), idOf(request));
  return { list, link: await requireLink(db, list.id, isId(id) ? Number(id) : 0) };
}

function showRefused(
  tools: CastingTools,
  request: FastifyRequest,
  reply: FastifyReply,
  list: Shortlist,
  typed: LinkFields,
  error: unknown,
): Promise<FastifyReply> {
  if (!(error instanceof Failure) || Object.keys(error.fields).length === 0) throw error;
  return showShortlist(tools, request, reply, list, { news: { typed, errors: error.fields }, status: statusOf(error) });
}
