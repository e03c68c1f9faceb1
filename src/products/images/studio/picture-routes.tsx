/** `/studio/images/:id`: everything known of one picture, its judgement, its files, its end. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { attachment, fitPicture, photoVariant } from '#capabilities/media/media.ts';
import { Failure, failure } from '#kernel/failure.ts';
import { requireViewer } from '#kernel/http/access.ts';
import { type Door, statusOf } from '#kernel/http/door.ts';
import { say } from '#kernel/message.ts';
import { Alert } from '#kernel/page/components.tsx';
import { Confirm } from '#kernel/page/confirm.tsx';
import { type ById, done, idOf } from '#kernel/page/requests.ts';
import { cropsOf } from './crops.tsx';
import { acts } from './labels.ts';
import { board } from './messages.ts';
import { picture as m } from './picture-messages.ts';
import { PicturePage } from './picture-view.tsx';
import { shortened } from './short-names.ts';
import { addressOf, backOf, bodyOf, GALLERY, type Picture, queryOf, ROOT, type StudioTools, studioPage, textOf } from './tools.ts';

const AT = `${ROOT}/images/:id`;

export function registerPicturePages(door: Door, tools: StudioTools): void {
  const own = (request: FastifyRequest): Promise<Picture> => tools.pictures.get(requireViewer(request).accountId, idOf(request));
  door.get<ById>(AT, studioPage, async (request, reply) => show(tools, request, reply, await own(request)));
  door.post<ById>(`${AT}/judge`, studioPage, async (request, reply) => {
    const form = bodyOf(request);
    try {
      const { id, status } = await tools.pictures.judge(requireViewer(request).accountId, idOf(request), form);
      return done(request, reply, backOf(form, addressOf(id)), status === 'validated' ? board.validated : board.rejected);
    } catch (error) {
      if (!(error instanceof Failure) || error.kind !== 'invalid') throw error;
      return show(tools, request, reply, await own(request), error);
    }
  });
  door.get<ById>(`${AT}/download`, studioPage, async (request, reply) => download(tools, request, reply, await own(request)));
  door.get<ById>(`${AT}/delete`, studioPage, async (request, reply) => confirm(tools, request, reply, await own(request)));
  door.post<ById>(`${AT}/delete`, studioPage, async (request, reply) => {
    try {
      await tools.pictures.remove(requireViewer(request).accountId, idOf(request));
      return done(request, reply, GALLERY, m.deleted);
    } catch (error) {
      if (!(error instanceof Failure) || error.kind !== 'conflict') throw error;
      return confirm(tools, request, reply, await own(request), error);
    }
  });
}

const MOST_SIBLINGS = 8;

async function show(
  tools: StudioTools,
  request: FastifyRequest,
  reply: FastifyReply,
  picture: Picture,
  refusal?: Failure,
): Promise<FastifyReply> {
  const { pictures, pages } = tools;
  const { accountId } = requireViewer(request);
  const { batchId } = picture;
  const page = { page: 1, size: MOST_SIBLINGS, offset: 0 };
  const [figures, twins, siblings] = await Promise.all([
    pictures.figures(accountId),
    picture.file ? pictures.lookalikes(picture) : [],
    batchId ? pictures.list({ accountId, batchId }, 'created_at', page) : { rows: [] },
  ]);
  const view = {
    ...{ picture, twins, toReview: figures.byStatus['generated'] ?? 0 },
    crops: picture.file ? cropsOf(tools, picture) : [],
    siblings: siblings.rows.filter(({ id }) => id !== picture.id),
    note: refusal ? textOf(bodyOf(request), 'validation_notes') : picture.validationNotes,
    errors: refusal?.fields ?? {},
  };
  const title = say(board.number, request.language, { id: picture.id });
  return pages.send(request, reply, { title, body: <PicturePage {...view} />, status: refusal ? statusOf(refusal) : 200 });
}

/** A whole picture of any platform's size and more. */
const UNCUT = { minRatio: 0, maxRatio: Number.POSITIVE_INFINITY, minWidth: 1, maxWidth: 4096, maxHeight: 4096, maxBytes: 32 * 1024 * 1024 };

const FORMATS = {
  png: async (png: Buffer) => png,
  jpeg: async (png: Buffer) => (await fitPicture(png, UNCUT, { aiMade: true })).content,
  webp: (png: Buffer, { width }: Picture) => photoVariant(png, width, 'webp'),
} as const;
const isFormat = (text: string): text is keyof typeof FORMATS => Object.hasOwn(FORMATS, text);

async function download({ pictures }: StudioTools, request: FastifyRequest, reply: FastifyReply, picture: Picture): Promise<FastifyReply> {
  const format = textOf(queryOf(request), 'format') || 'png';
  if (!isFormat(format) || picture.file === null) throw failure.notFound();
  const content = await FORMATS[format](await pictures.contentOf(picture), picture);
  const name = `image-${picture.id}.${format === 'jpeg' ? 'jpg' : format}`;
  return reply
    .type(`image/${format}`)
    .headers({ 'content-disposition': attachment(name), 'cache-control': 'private, no-store', 'x-content-type-options': 'nosniff' })
    .send(content);
}

async function confirm(
  { pages }: StudioTools,
  request: FastifyRequest,
  reply: FastifyReply,
  picture: Picture,
  refusal?: Failure,
): Promise<FastifyReply> {
  const { language } = request;
  const title = say(m.deleteTitle, language);
  const address = addressOf(picture.id);
  const body = (
    <>
      {refusal && <Alert tone="danger" title={say(refusal.text, language)} />}
      <Confirm
        title={title}
        name={shortened(picture.prompt, 160)}
        action={`${address}/delete`}
        submit={acts.delete}
        cancelHref={address}
        danger
      >
        <p>{say(m.deleteText, language)}</p>
      </Confirm>
    </>
  );
  return pages.send(request, reply, { title, body, status: refusal ? statusOf(refusal) : 200 });
}
