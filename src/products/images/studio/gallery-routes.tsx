/** `/studio/gallery`: own pictures; what is done to many at once is in `gallery-bulk.tsx`. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { requireViewer } from '#kernel/http/access.ts';
import type { Door } from '#kernel/http/door.ts';
import { pageCount, readPage } from '#kernel/http/pagination.ts';
import { say } from '#kernel/message.ts';
import { galleryList, PICTURES, pictureSource } from './gallery-bulk.tsx';
import { gallery as m } from './gallery-messages.ts';
import { facetsOf, readGallery } from './gallery-query.ts';
import { GalleryPage } from './gallery-view.tsx';
import { GALLERY, queryOf, type StudioTools, studioPage } from './tools.ts';

const SIZE = 24;

export function registerGalleryPages(door: Door, tools: StudioTools): void {
  tools.lists.add(galleryList(tools));
  tools.everywhere.add(pictureSource(tools));
  door.get(GALLERY, studioPage, (request, reply) => show(tools, request, reply));
}

async function show({ lists, pages, pictures }: StudioTools, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { accountId } = requireViewer(request);
  const list = await lists.open(request, reply, PICTURES);
  if (list.home) return reply.redirect(list.home, 303);
  const query = queryOf(request);
  const { filters, sort, isFiltered } = readGallery(accountId, query);
  const asked = readPage(query, { sizeNames: [], defaultSize: SIZE });
  const [found, figures, tags] = await Promise.all([
    pictures.list(filters, sort, asked),
    pictures.figures(accountId),
    pictures.tags(accountId),
  ]);
  // The last page went with what was deleted from it.
  if (found.rows.length === 0 && found.total > 0) return reply.redirect(pageAt(request, pageCount(found.total, SIZE)), 303);
  const paging = { page: asked.page, pages: pageCount(found.total, SIZE), total: found.total, size: SIZE };
  const toReview = figures.byStatus['generated'] ?? 0;
  const body = <GalleryPage pictures={found.rows} facets={facetsOf(tags)} {...{ list, paging, isFiltered, toReview }} />;
  return pages.send(request, reply, { title: say(m.title, request.language), body });
}

function pageAt({ url }: FastifyRequest, page: number): string {
  const query = new URLSearchParams(url.split('?')[1]);
  query.set('page', String(page));
  return `${GALLERY}?${query.toString()}`;
}
