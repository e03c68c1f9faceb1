/** All that was asked for, measured against the film, the person's accounts and each platform, before anything is planned. */
import { buffer } from 'node:stream/consumers';
import { type Library, rightsFault } from '#capabilities/library/library.ts';
import { type FittedPicture, fitPicture } from '#capabilities/media/media.ts';
import type { Connection, FilmWords, PlatformName, PostFault, PostMedia, Publishing } from '#capabilities/publishing/publishing.ts';
import type { Tx } from '#kernel/db/db.ts';
import { Failure, failure } from '#kernel/failure.ts';
import type { Message } from '#kernel/message.ts';
import type { Files } from '#kernel/storage/files.ts';
import type { Assets } from '../assets/assets.ts';
import { filmName, uploadName } from '../media/media.ts';
import { type Projects, readerOf } from '../projects/projects.ts';
import type { Renders, Video } from '../renders/renders.ts';
import { m } from './messages.ts';
import { type Moment, privacyFieldOf, readMoment, readWishes, TEXT_FIELDS, type Wish } from './wishes.ts';

export interface JudgeTools {
  readonly files: Files;
  readonly publishing: Publishing;
  readonly assets: Pick<Assets, 'get'>;
  readonly projects: Pick<Projects, 'get'>;
  readonly renders: Pick<Renders, 'video'>;
  readonly library: Pick<Library, 'check'>;
}

/** One film on one platform as it may be planned. */
export interface Draft {
  readonly wish: Wish;
  readonly title: string;
  readonly thumbnail: FittedPicture | null;
}
export interface Judged {
  readonly video: Video;
  readonly moment: Moment;
  readonly drafts: readonly Draft[];
}

export const NOT_CONNECTED = 'NOT_CONNECTED';

export async function judge(
  tools: JudgeTools,
  tx: Tx,
  accountId: number,
  body: Readonly<Record<string, unknown>>,
  when: 'now' | 'scheduled',
  now: Date,
): Promise<Judged> {
  const reader = readerOf(body);
  const moment = readMoment(reader, when, now);
  const wishes = readWishes(reader);
  const video = await findVideo(tools, tx, accountId, reader);
  const title = video ? (await tools.projects.get(accountId, video.projectId, tx)).title : '';
  const connections = await tools.publishing.connections.list(tx, accountId);
  const drafts: Draft[] = [];
  for (const wish of wishes) {
    judgeConnection(tools.publishing, wish, connections);
    const thumbnail = await judgeThumbnail(tools, tx, accountId, wish);
    const draft: Draft = { wish, thumbnail, title: wish.title || title };
    if (video) judgeWords(tools.publishing, draft, video);
    if (video && moment) await judgeRights(tools, tx, draft, video, moment);
    drafts.push(draft);
  }
  closeAll(reader);
  if (!video || !moment) throw failure.invalid({});
  return { video, moment, drafts };
}

/** Where nothing is wrong but that somebody has to connect, the failure says so in its code. */
function closeAll(reader: ReturnType<typeof readerOf>): void {
  try {
    reader.close();
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const faults = Object.values(error.fields);
    const [first] = faults;
    if (!first || !faults.every(({ constraint }) => constraint === NOT_CONNECTED)) throw error;
    throw failure.invalid(error.fields, { code: NOT_CONNECTED, message: first.message, params: first.params ?? {} });
  }
}

async function findVideo({ renders }: JudgeTools, tx: Tx, accountId: number, reader: ReturnType<typeof readerOf>): Promise<Video | null> {
  const id = reader.text('video_id', { most: 100, isRequired: true }, '');
  if (!id) return null;
  const video = await renders.video(accountId, id, tx).catch(nullWhenAbsent);
  if (!video) reader.fault('video_id', m.noVideo, 'exists');
  return video;
}

function nullWhenAbsent(error: unknown): null {
  if (error instanceof Failure && error.kind === 'not-found') return null;
  throw error;
}

function judgeConnection(
  publishing: Pick<Publishing, 'connections' | 'platform'>,
  { reader, platform: name, connectionId }: Wish,
  connections: readonly Connection[],
): void {
  const platform = publishing.platform(name).title;
  const own = connections.filter((one) => one.platform === name && one.state !== 'disconnected');
  const chosen = connectionId === null ? own : own.filter(({ id }) => id === connectionId);
  if (chosen.some(({ state }) => state === 'connected')) return;
  if (connectionId !== null && chosen.length === 0) reader.fault('connection_id', m.connection, 'exists', { platform });
  else if (own.length > 0) reader.fault('platform', m.expired, NOT_CONNECTED, { platform, name });
  else if (publishing.connections.isOffered(name)) reader.fault('platform', m.notConnected, NOT_CONNECTED, { platform, name });
  else reader.fault('platform', m.notOffered, 'not_offered', { platform });
}

/** Who is seen in it agreed, for this platform and this time; each film is looked at again right before it is said. */
async function judgeRights(
  { library, assets }: Pick<JudgeTools, 'library' | 'assets'>,
  tx: Tx,
  { wish: { reader, config, platform, thumbnailId }, thumbnail }: Draft,
  video: Video,
  { at }: Moment,
): Promise<void> {
  const fault = rightsFault(await library.check(tx, filmName(video.id), { platforms: [platform], at }));
  if (fault) reader.fault('platform', fault.message, fault.constraint ?? 'rights', fault.params);
  if (!thumbnail || thumbnailId === null || !(await isOwnPicture(assets, tx, video.accountId, thumbnailId))) return;
  const more = rightsFault(await library.check(tx, uploadName(thumbnailId), { platforms: [platform], at }));
  if (more) config.fault('thumbnail_asset_id', more.message, more.constraint ?? 'rights', more.params);
}

const isOwnPicture = async (assets: JudgeTools['assets'], tx: Tx, accountId: number, id: string): Promise<boolean> =>
  (await assets.get(accountId, id, tx)).origin === 'upload';

/** Cut for the platform; null for none, and where something is wrong with it. */
async function judgeThumbnail(
  { files, publishing, assets }: JudgeTools,
  tx: Tx,
  accountId: number,
  { config, platform, thumbnailId }: Wish,
): Promise<FittedPicture | null> {
  // The others choose a picture of the film by themselves.
  if (thumbnailId === null || platform !== 'youtube') return null;
  const asset = await assets.get(accountId, thumbnailId, tx).catch(nullWhenAbsent);
  const file = asset?.type === 'image' && asset.status === 'completed' && asset.file ? await files.find(tx, asset.file) : null;
  if (!file) {
    config.fault('thumbnail_asset_id', m.thumbnail, 'exists');
    return null;
  }
  return fitPicture(await buffer(await files.open(file)), publishing.platform(platform).frame, { aiMade: true });
}

export const mediaOf = ({ file, mediaType, bytes, width, height, seconds }: Video): PostMedia => ({
  ...{ file, mediaType, bytes, width, height, seconds, altText: '' },
});

export const wordsOf = ({ wish: { words }, title }: Draft, thumbnail: PostMedia | null): FilmWords => ({ ...words, title, thumbnail });

function judgeWords(publishing: Pick<Publishing, 'platform'>, draft: Draft, video: Video): void {
  const { text, firstComment, platform: name } = draft.wish;
  const platform = publishing.platform(name);
  const media = [mediaOf(video)];
  for (const fault of platform.check({ text, firstComment, mediaCount: 1, media, film: wordsOf(draft, null) }))
    blame(draft.wish, fault, platform.title);
}

const WORDS: Readonly<Record<PostFault['constraint'], Message>> = {
  too_long: m.textTooLong,
  too_many_hashtags: m.hashtags,
  too_many_mentions: m.mentions,
  too_many_media: m.filmShape,
  media_required: m.required,
  format: m.formatted,
  required: m.required,
  too_short: m.filmTooShort,
  too_heavy: m.filmTooHeavy,
  ratio: m.filmShape,
};
const CONSTRAINTS: Readonly<Partial<Record<PostFault['constraint'], string>>> = {
  too_long: 'max_length',
  required: 'required',
  format: 'format',
};

function blame(wish: Wish, { field, constraint, limit, found }: PostFault, platform: string): void {
  const params = { platform, limit, found };
  // What is wrong with the film is wrong on this platform: the same film may be right on the next.
  if (field === 'media') {
    const message = constraint === 'too_long' ? m.filmTooLong : WORDS[constraint];
    wish.reader.fault('platform', message, `film_${constraint}`, params);
  } else {
    const message = messageOf({ field, constraint, limit });
    wish.config.fault(fieldOf(wish.platform, field), message, CONSTRAINTS[constraint] ?? constraint, params);
  }
}

function messageOf({ field, constraint, limit }: Pick<PostFault, 'field' | 'constraint' | 'limit'>): Message {
  if (field === 'first_comment' && limit === 0) return m.noComment;
  return field === 'tags' && constraint === 'too_long' ? m.tagsTooLong : WORDS[constraint];
}

function fieldOf(platform: PlatformName, field: PostFault['field']): string {
  const [text = 'text'] = TEXT_FIELDS[platform];
  const names: Partial<Record<PostFault['field'], string>> = {
    ...{ text, hashtags: text, category: 'category_id', thumbnail: 'thumbnail_asset_id' },
    privacy: privacyFieldOf(platform),
  };
  return names[field] ?? field;
}
