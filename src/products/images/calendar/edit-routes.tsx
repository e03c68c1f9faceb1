/** Changing the words and the crop of a post that has not left. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Failure, failure } from '#kernel/failure.ts';
import { requireViewer } from '#kernel/http/access.ts';
import { type Door, statusOf } from '#kernel/http/door.ts';
import { say } from '#kernel/message.ts';
import { type ById, done, idOf } from '#kernel/page/requests.ts';
import type { ScheduledPost } from '../scheduler/scheduler.ts';
import type { CalendarTools } from './calendar.ts';
import { hrefOf } from './chip-view.tsx';
import { begunWith, cropAt, isWhole, percentOfCrop, type Typed, typedOf, wordsFor } from './composer-form.ts';
import { compose } from './composer-messages.ts';
import { measureAll } from './limit-words.ts';
import type { Picture } from './picture-src.ts';
import { EditPage } from './post-forms.tsx';
import { post as m } from './post-messages.ts';
import { ownPage, ROOT, refused, zoneOf } from './requests.ts';
import { isOpen } from './truth.ts';

const AT = `${ROOT}/posts/:id/edit`;

export function registerEditing(site: Door, tools: CalendarTools): void {
  site.get<ById>(AT, ownPage, async (request, reply) => {
    const [post, picture] = await postAndPicture(tools, request);
    return show(tools, request, reply, { post, picture, typed: typedFrom(request, post, picture) });
  });
  site.post<ById>(AT, ownPage, (request, reply) => save(tools, request, reply));
}

async function postAndPicture(tools: CalendarTools, request: FastifyRequest): Promise<readonly [ScheduledPost, Picture | null]> {
  const { accountId } = requireViewer(request);
  const post = await tools.scheduler.get(accountId, idOf(request));
  return [post, post.pictureId === null ? null : await tools.pictures.get(accountId, post.pictureId)];
}

/** What the form begins with. */
function typedFrom(request: FastifyRequest, post: ScheduledPost, picture: Picture | null): Typed {
  const empty = begunWith(request, post.scheduledTime, 'UTC');
  const { utm, crop } = post.metadata;
  return {
    ...empty,
    platforms: [post.platform],
    caption: post.caption,
    hashtags: post.hashtags,
    firstComment: post.firstComment,
    utm: { source: utm?.source ?? '', medium: utm?.medium ?? '', campaign: utm?.campaign ?? '' },
    crops: { ...empty.crops, ...(crop && picture ? { [post.platform]: percentOfCrop(crop, picture) } : {}) },
  };
}

interface Shown {
  readonly post: ScheduledPost;
  readonly picture: Picture | null;
  readonly typed: Typed;
  readonly refusal?: Failure;
}

async function show(tools: CalendarTools, request: FastifyRequest, reply: FastifyReply, shown: Shown): Promise<FastifyReply> {
  const { post, picture, typed, refusal } = shown;
  const { accountId } = requireViewer(request);
  if (!isOpen(post)) return refused(request, reply, hrefOf(post), failure.conflict('POST_FIXED', m.fixedNow));
  const [measures, connections] = await Promise.all([
    measureAll(tools.scheduler, accountId, typed, request.language),
    tools.publishing.connections.list(tools.db, accountId),
  ]);
  const measure = measures.find(({ platform }) => platform === post.platform);
  if (!measure) throw failure.notFound();
  const connection =
    connections.find(({ id }) => id === post.connectionId) ??
    connections.find(({ platform, state }) => platform === post.platform && state === 'connected') ??
    null;
  const preview = { platform: post.platform, frame: tools.publishing.platform(post.platform).frame, picture, connection };
  const body = <EditPage {...{ post, typed, measure, preview }} errors={refusal?.fields ?? {}} zone={zoneOf(request).name} />;
  return tools.pages.send(request, reply, {
    title: say(compose.editTitle, request.language),
    body,
    status: refusal ? statusOf(refusal) : 200,
  });
}

async function save(tools: CalendarTools, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const typed = typedOf(request);
  const [post, picture] = await postAndPicture(tools, request);
  const { platform: _fixed, ...words } = wordsFor({ ...typed, platforms: [post.platform] }, post.platform);
  const crop = picture && cropAt(picture, tools.publishing.platform(post.platform).frame, typed.crops[post.platform]);
  const isSame = crop && JSON.stringify(crop) === JSON.stringify(post.metadata.crop);
  try {
    await tools.scheduler.change(post.accountId, post.id, {
      ...words,
      ...(crop && picture && !isWhole(crop, picture) && !isSame ? { crop } : {}),
    });
    return done(request, reply, hrefOf(post), compose.changed);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    if (error.kind === 'invalid') return show(tools, request, reply, { post, picture, typed, refusal: error });
    if (error.kind === 'conflict') return refused(request, reply, hrefOf(post), error);
    throw error;
  }
}
