/** Writing a post: the page, what it says while one writes, and the posts it plans: all of them or none. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PICTURE_PLATFORMS, type PictureFrame, type PicturePlatform } from '#capabilities/publishing/publishing.ts';
import { inTransaction } from '#kernel/db/transaction.ts';
import { Failure, type FieldError, type FieldErrors, failure } from '#kernel/failure.ts';
import { requireViewer } from '#kernel/http/access.ts';
import { type Door, statusOf } from '#kernel/http/door.ts';
import { say } from '#kernel/message.ts';
import { setFlash } from '#kernel/page/flash.ts';
import { asked, fieldOf } from '#kernel/page/requests.ts';
import { TONES, type Tone } from '../captions/captions.ts';
import type { ScheduledPost } from '../scheduler/scheduler.ts';
import type { CalendarTools } from './calendar.ts';
import { begunWith, cropAt, instantTyped, isWhole, postFor, type Typed, typedOf } from './composer-form.ts';
import { compose } from './composer-messages.ts';
import { ComposerPage } from './composer-view.tsx';
import { measureAll } from './limit-words.ts';
import { momentText } from './moments.tsx';
import type { Picture } from './picture-src.ts';
import { ownPage, ROOT, zoneOf } from './requests.ts';
import { sayEnds } from './send-words.ts';
import { helpFor } from './writing-help.ts';

const SHOWN = { page: 1, size: 23, offset: 0 };

export function registerComposer(site: Door, tools: CalendarTools): void {
  site.get(`${ROOT}/new`, ownPage, (request, reply) =>
    show(tools, request, reply, { typed: begunWith(request, tools.clock.now(), zoneOf(request).name) }),
  );
  site.post(`${ROOT}/new`, ownPage, (request, reply) => send(tools, request, reply));
  site.post(`${ROOT}/check`, ownPage, async (request, reply) => {
    const measures = await measureAll(tools.scheduler, requireViewer(request).accountId, typedOf(request), request.language);
    return reply.header('cache-control', 'no-store').send({ measures });
  });
}

interface Shown {
  readonly typed: Typed;
  readonly refusal?: Failure;
  readonly suggested?: readonly string[];
}

async function show(tools: CalendarTools, request: FastifyRequest, reply: FastifyReply, shown: Shown): Promise<FastifyReply> {
  const { typed, refusal, suggested = [] } = shown;
  const { accountId } = requireViewer(request);
  const { name: zone, isKnown: isZoneKnown } = zoneOf(request);
  await tools.publishing.connections.ensureSimulated(accountId);
  const [pictures, chosen, connections, measures] = await Promise.all([
    tools.pictures.list({ accountId, status: 'validated', tags: [], everyTag: false }, '-created_at', SHOWN),
    pictureOf(tools, accountId, typed),
    tools.publishing.connections.list(tools.db, accountId),
    measureAll(tools.scheduler, accountId, typed, request.language),
  ]);
  const now = tools.clock.now();
  const tone = toneOf(request);
  const facts = { accountId, typed, pictureId: chosen?.id ?? null, zone, now, language: request.language, suggested, tone };
  const body = (
    <ComposerPage
      {...{ typed, chosen, connections, measures, zone, isZoneKnown, now }}
      errors={refusal ? errorsOf(refusal) : {}}
      pictures={pictures.rows}
      frames={framesOf(tools)}
      help={await helpFor(tools.captions, facts)}
      isPlayed={tools.feed !== null}
      setName={refusal ? fieldOf(request, 'set_name') : ''}
      draft={`post ${asked(request, 'image')} ${asked(request, 'at')}`}
    />
  );
  const title = say(compose.title, request.language);
  return tools.pages.send(request, reply, { title, body, status: refusal ? statusOf(refusal) : 200 });
}

const framesOf = ({ publishing }: CalendarTools): Readonly<Record<PicturePlatform, PictureFrame>> =>
  Object.fromEntries(PICTURE_PLATFORMS.map((name) => [name, publishing.platform(name).frame])) as Record<PicturePlatform, PictureFrame>;

/** The names of the API's fields are not those of the form. */
const errorsOf = ({ fields }: Failure): FieldErrors => {
  const { scheduled_time: when, ...rest } = fields;
  return { ...rest, ...(when ? { day: when } : {}) };
};

/** Null for none, and for one that is not theirs. */
async function pictureOf({ pictures }: CalendarTools, accountId: number, { image }: Typed): Promise<Picture | null> {
  if (!/^[1-9]\d{0,14}$/.test(image)) return null;
  try {
    return await pictures.get(accountId, Number(image));
  } catch (error) {
    if (error instanceof Failure && error.kind === 'not-found') return null;
    throw error;
  }
}

const toneOf = (request: FastifyRequest): Tone => TONES.find((tone) => tone === fieldOf(request, 'tone')) ?? 'warm';

async function send(tools: CalendarTools, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const typed = typedOf(request);
  try {
    const helped = await helpInstead(tools, request, reply, typed);
    if (helped) return await show(tools, request, reply, helped);
    const isNow = fieldOf(request, 'act') === 'now';
    const zone = zoneOf(request).name;
    const at = isNow ? tools.clock.now() : instantTyped(typed, zone);
    const posts = await planAll(tools, requireViewer(request).accountId, typed, at);
    if (isNow) return await publishAll(tools, request, reply, posts);
    const when = at ? momentText(at, zone, request.language) : '';
    setFlash(reply, { kind: 'success', text: say(compose.planned, request.language, { count: posts.length, when }) });
    return reply.redirect(`${ROOT}?from=${typed.day}`, 303);
  } catch (error) {
    if (!(error instanceof Failure) || (error.kind !== 'invalid' && error.kind !== 'rate-limited')) throw error;
    return show(tools, request, reply, { typed, refusal: error });
  }
}

/** A press of a button that helps to write: the page comes back with what it gave. Null when the post is to be planned. */
async function helpInstead(tools: CalendarTools, request: FastifyRequest, reply: FastifyReply, typed: Typed): Promise<Shown | null> {
  const { accountId } = requireViewer(request);
  const [act, use, add, at] = ['act', 'use', 'add', 'at'].map((name) => fieldOf(request, name));
  if (use) return { typed: { ...typed, caption: use } };
  if (add) return { typed: { ...typed, hashtags: [typed.hashtags, add].filter(Boolean).join(' ') } };
  if (at) return { typed: { ...typed, day: at.slice(0, 10), time: at.slice(11, 16) } };
  if (act === 'suggest') {
    const body = { image: typed.image, platform: typed.platforms[0] ?? 'instagram', language: request.language, tone: toneOf(request) };
    const { variants } = await tools.captions.suggest(accountId, body);
    return { typed, suggested: variants.map(({ text }) => text) };
  }
  if (act === 'keep') {
    const { name } = await tools.captions.hashtagSets.create(accountId, { name: fieldOf(request, 'set_name'), hashtags: typed.hashtags });
    setFlash(reply, { kind: 'success', text: say(compose.setKept, request.language, { name }) });
    return { typed };
  }
  return act === 'plan' || act === 'now' ? null : { typed };
}

async function planAll(tools: CalendarTools, accountId: number, typed: Typed, at: Date | null): Promise<readonly ScheduledPost[]> {
  const faults: Record<string, FieldError> = {};
  if (typed.platforms.length === 0) faults['platforms'] = { message: compose.choosePlatform, constraint: 'required' };
  const picture = await pictureOf(tools, accountId, typed);
  return inTransaction(tools.db, async (tx) => {
    const posts: ScheduledPost[] = [];
    for (const platform of typed.platforms) {
      const crop = picture && cropAt(picture, tools.publishing.platform(platform).frame, typed.crops[platform]);
      const body = postFor(typed, platform, at, picture && crop && !isWhole(crop, picture) ? crop : null);
      try {
        posts.push(await tools.scheduler.plan(accountId, body, tx));
      } catch (error) {
        // All platforms are asked, so that every fault is named at once.
        if (!(error instanceof Failure) || error.kind !== 'invalid') throw error;
        for (const [name, fault] of Object.entries(error.fields)) faults[name] ??= fault;
      }
    }
    if (Object.keys(faults).length > 0) throw failure.invalid(faults);
    return posts;
  });
}

async function publishAll(
  tools: CalendarTools,
  request: FastifyRequest,
  reply: FastifyReply,
  posts: readonly ScheduledPost[],
): Promise<FastifyReply> {
  const ended = await Promise.all(posts.map(({ accountId, id }) => tools.scheduler.publishNow(accountId, id)));
  for (const flash of sayEnds(ended, request.language)) setFlash(reply, flash);
  const [only] = ended;
  return reply.redirect(only && ended.length === 1 ? `${ROOT}/posts/${only.id}` : ROOT, 303);
}
