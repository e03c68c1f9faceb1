/**
 * Films of the simulated Meta: reels and videos of pages, and the bytes that are brought to it (rupload). It keeps what arrived before a
 * connection broke, judges a film by its content, and takes its time before it shows one.
 */
import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { figuresAt } from './meta-insights.ts';
import { needLiving } from './meta-login.ts';
import type { Answer } from './meta-mishaps.ts';
import type { MetaFilm, StoredPicture } from './meta-people.ts';
import { storePicture } from './meta-picture.ts';
import { GraphRefusal, only } from './meta-wire.ts';
import { type GraphAsk, type MetaWorld, needPage, needScope, nextId, unknownThing } from './meta-world.ts';
import { type FilmFacts, filmFacts } from './mp4.ts';
import type { SimulatedPost } from './platform-store.ts';

const DAY_MS = 86_400_000;
/** Of a video of a page: what is wanted in one part. */
const PART_BYTES = 1024 * 1024;

/** Where the bytes of a film are brought to. */
export const ruploadUrl = (here: string, kind: 'ig-api-upload' | 'video-upload', id: string): string =>
  `${new URL(here).origin}/meta/rupload/${kind}/v25.0/${id}`;

export function newFilm(world: MetaWorld, id: string, film: Pick<MetaFilm, 'ownerId' | 'kind' | 'size'>): MetaFilm {
  for (const [old, { at }] of world.state.films.all()) if (world.now() - at > 2 * DAY_MS) world.state.films.drop(old);
  const looksLeft = world.rules.polls ?? 1;
  const made: MetaFilm = {
    ...film,
    session: `9${id}`,
    parts: [],
    sent: 0,
    text: '',
    title: '',
    at: world.now(),
    isFinished: false,
    looksLeft,
  };
  world.state.films.put(id, made);
  return made;
}

/** Whole, as it arrived; null before. */
export function contentOf({ store }: MetaWorld, { parts, sent, size }: MetaFilm): Buffer | null {
  if (size === null || sent < size) return null;
  return Buffer.concat(parts.map((sha256) => store.contentOf(sha256) ?? Buffer.alloc(0)));
}

export function keepPart(world: MetaWorld, id: string, film: MetaFilm, content: Buffer): MetaFilm {
  if (content.length === 0) return film;
  const sha256 = createHash('sha256').update(content).digest('hex');
  world.store.keepContent(sha256, content);
  const longer = { ...film, parts: [...film.parts, sha256], sent: film.sent + content.length };
  world.state.films.put(id, longer);
  return longer;
}

export const storeFilm = (content: Buffer, url: string | null): StoredPicture => ({
  ...storePicture(content, url, ''),
  mediaType: 'video/mp4',
});

// Pages.

function ownFilm(ask: GraphAsk, id: string, kind: MetaFilm['kind']): MetaFilm {
  needScope(ask, 'pages_manage_posts', 200);
  const page = needPage(ask, 'page');
  const film = ask.world.state.films.get(id);
  if (film?.ownerId !== page.id || film.kind !== kind) throw unknownThing(id);
  return film;
}

export function reels(ask: GraphAsk): unknown {
  const { world, fields } = ask;
  needScope(ask, 'pages_manage_posts', 200);
  const page = needPage(ask, 'page');
  if (fields.get('upload_phase') === 'start') {
    const id = nextId(world, '130', 16);
    newFilm(world, id, { ownerId: page.id, kind: 'reel', size: null });
    return { video_id: id, upload_url: ruploadUrl(ask.here, 'video-upload', id) };
  }
  const id = fields.get('video_id') ?? '';
  const film = ownFilm(ask, id, 'reel');
  if (fields.get('upload_phase') !== 'finish') throw new GraphRefusal(100, '(#100) upload_phase must be start or finish');
  if (fields.get('video_state') !== 'PUBLISHED') throw new GraphRefusal(100, '(#100) Only published reels are played here');
  return finish(ask, id, film);
}

export function videos(ask: GraphAsk): unknown {
  const { world, fields, files } = ask;
  needScope(ask, 'pages_manage_posts', 200);
  const page = needPage(ask, 'page');
  if (fields.get('upload_phase') === 'start') {
    const size = Number(fields.get('file_size'));
    if (!(Number.isSafeInteger(size) && size > 0)) throw new GraphRefusal(100, '(#100) The parameter file_size is required');
    const id = nextId(world, '131', 16);
    const { session } = newFilm(world, id, { ownerId: page.id, kind: 'video', size });
    return { video_id: id, upload_session_id: session, ...wantedOf(0, size) };
  }
  const id = (fields.get('upload_session_id') ?? '').slice(1);
  const film = ownFilm(ask, id, 'video');
  if (fields.get('upload_phase') === 'finish') return finish(ask, id, film);
  const part = files.get('video_file_chunk') ?? Buffer.alloc(0);
  const wanted = wantedOf(film.sent, film.size ?? 0);
  if (fields.get('start_offset') !== wanted.start_offset || part.length === 0 || film.sent + part.length > Number(wanted.end_offset)) {
    const userMessage = 'Your video upload received the wrong part of the file.';
    throw new GraphRefusal(6001, 'There was a problem uploading your video file.', { subcode: 1363037, userMessage, data: wanted });
  }
  return wantedOf(keepPart(world, id, film, part).sent, film.size ?? 0);
}

const wantedOf = (sent: number, size: number) => ({
  start_offset: String(sent),
  end_offset: String(Math.min(sent + PART_BYTES, size)),
});

function finish({ world, fields }: GraphAsk, id: string, film: MetaFilm): unknown {
  if (!contentOf(world, film)) throw new GraphRefusal(6000, 'There was a problem uploading your video file.', { subcode: 1363019 });
  const isBroken = world.rules.fates.shift() !== undefined;
  const said = { text: fields.get('description') ?? '', title: fields.get('title') ?? '' };
  if (!film.isFinished) world.state.films.put(id, { ...film, ...said, isBroken, isFinished: true });
  return { success: true };
}

function faultIn(film: MetaFilm, facts: FilmFacts | null): string | null {
  if (!facts || film.isBroken) return 'The video could not be processed.';
  if (film.kind !== 'reel') return facts.seconds < 1 ? 'The video is too short.' : null;
  if (facts.seconds < 3 || facts.seconds > 90) return 'A reel lasts from 3 to 90 seconds.';
  return facts.width < 540 || facts.height < 960 || facts.width > facts.height ? 'A reel is upright, and at least 540 by 960.' : null;
}

/** Each look brings it a little further. */
export function readFilm(ask: GraphAsk, film: MetaFilm): unknown {
  const { world, id, bearer, fields } = ask;
  if (bearer.pageId !== film.ownerId) throw unknownThing(id);
  if (film.isFinished && film.looksLeft > 0) world.state.films.put(id, { ...film, looksLeft: film.looksLeft - 1 });
  const content = contentOf(world, film);
  const facts = content && filmFacts(content);
  const fault = content ? faultIn(film, facts) : null;
  const isThere = film.isFinished && film.looksLeft === 0 && fault === null;
  if (isThere && content && facts) show(world, id, film, content, facts);
  const post = world.store.post('facebook', id);
  const uploading = { status: content ? 'complete' : 'in_progress', bytes_transfered: film.sent, source_file_size: film.size ?? 0 };
  const isWrong = film.isFinished && fault !== null && film.looksLeft === 0;
  const status = {
    video_status: isThere ? 'ready' : isWrong ? 'error' : film.isFinished ? 'processing' : content ? 'upload_complete' : 'uploading',
    uploading_phase: uploading,
    processing_phase: isWrong
      ? { status: 'error', errors: [{ code: 1_363_008, message: fault }] }
      : { status: isThere ? 'complete' : film.isFinished ? 'in_progress' : 'not_started' },
    publishing_phase: isThere
      ? { status: 'complete', publish_status: 'published', publish_time: post?.at }
      : { status: film.isFinished ? 'in_progress' : 'not_started' },
  };
  return only(fields.get('fields'), { id, status, permalink_url: post?.url, ...(post ? countsOf(post, world) : {}) });
}

function countsOf(post: SimulatedPost, world: MetaWorld): Readonly<Record<string, unknown>> {
  const { views = 0, likes = 0, comments = 0 } = figuresAt(post, world.now());
  const summary = (total_count: number): unknown => ({ data: [], summary: { total_count } });
  return { views, likes: summary(likes), comments: summary(comments) };
}

function show(world: MetaWorld, id: string, film: MetaFilm, content: Buffer, { seconds }: FilmFacts): void {
  if (world.store.post('facebook', id)) return;
  const { sha256, base64, isAiMade } = storeFilm(content, null);
  world.store.addPost({
    ...{ id, platform: 'facebook', accountId: film.ownerId, text: film.text, madeWithAi: isAiMade },
    media: [{ url: null, mediaType: 'video/mp4', sha256, base64, altText: '' }],
    film: { title: film.title, privacy: film.kind === 'reel' ? 'reel' : 'video', seconds, bytes: content.length },
    at: new Date(world.now()).toISOString(),
    url: film.kind === 'reel' ? `/reel/${id}` : `/${film.ownerId}/videos/${id}`,
    ...{ comments: [], metrics: {} },
  });
}

// rupload.

const debugInfo = (status: number, type: string, message: string, retriable: boolean): Answer => ({
  status,
  body: { debug_info: { retriable, type, message } },
});

/** `isHalf`: the connection breaks in the middle of it. */
export function takeBytes(world: MetaWorld, request: IncomingMessage, id: string, body: Buffer, isHalf: boolean): Answer {
  const token = /^OAuth (\S+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
  const film = world.state.films.get(id);
  const [offset, size] = [Number(request.headers['offset'] ?? Number.NaN), Number(request.headers['file_size'] ?? Number.NaN)];
  if (!mayBring(world, token, film)) return debugInfo(401, 'OAuthException', 'The token opens nothing here.', false);
  if (!film) return debugInfo(404, 'NotFoundError', 'There is no such upload.', false);
  if (!Number.isSafeInteger(offset)) return debugInfo(400, 'HeaderMissingError', 'The header offset is missing.', false);
  if (!Number.isSafeInteger(size) || size <= 0) return debugInfo(400, 'HeaderMissingError', 'The header file_size is missing.', false);
  if (film.size !== null && film.size !== size) return debugInfo(400, 'FileSizeChangedError', 'file_size is not what it was.', false);
  if (offset !== film.sent) return debugInfo(412, 'OffsetInvalidError', 'Request starting offset is invalid', true);
  if (offset + body.length > size) return debugInfo(400, 'FileTooLongError', 'More bytes than file_size.', false);
  const kept = keepPart(world, id, { ...film, size }, isHalf ? body.subarray(0, Math.floor(body.length / 2)) : body);
  if (kept.sent < size) return debugInfo(400, 'PartialRequestError', 'Partial request (did not match length of file)', true);
  return { status: 200, body: { success: true, message: 'Upload successful.' } };
}

function mayBring(world: MetaWorld, token: string, film: MetaFilm | null): boolean {
  try {
    const bearer = needLiving(world, token);
    if (!film) return true;
    const pages = world.state.people.get(bearer.personId)?.pages ?? [];
    return pages.some((page) => bearer.pageId === page.id && (page.id === film.ownerId || page.instagram.id === film.ownerId));
  } catch (error) {
    if (error instanceof GraphRefusal) return false;
    throw error;
  }
}
