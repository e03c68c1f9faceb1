/** What the inbox of a project or a call shows: applications with their faces, by state, page by page. */
import type { FastifyRequest } from 'fastify';
import { pageCount, readPage } from '#kernel/http/pagination.ts';
import { asked } from '#kernel/page/requests.ts';
import { placeName } from '../catalogue/catalogue.ts';
import { countByState, type InboxFilters, listApplications, STATES } from './applications.ts';
import type { InboxView } from './inbox-page.tsx';
import { facesOf } from './people.ts';
import type { CastingsPageTools } from './tools.ts';

const SIZE = 40;

export async function inboxOf(tools: CastingsPageTools, request: FastifyRequest, scope: InboxFilters): Promise<InboxView> {
  const { db, catalogue } = tools;
  const state = STATES.find((each) => each === asked(request, 'state'));
  const page = readPage({ page: asked(request, 'page') }, { defaultSize: SIZE });
  const [found, counts, snapshot] = await Promise.all([
    listApplications(db, { ...scope, ...(state ? { state } : {}) }, page),
    countByState(db, scope),
    catalogue.snapshot(),
  ]);
  const faces = await facesOf(tools, found.rows);
  const rows = found.rows.flatMap((application) => {
    const face = faces.get(application);
    return face ? [{ application, face, place: placeName(snapshot, request.language, face) }] : [];
  });
  return { rows, counts, state: state ?? null, total: found.total, page: page.page, pages: pageCount(found.total, SIZE), size: SIZE };
}
