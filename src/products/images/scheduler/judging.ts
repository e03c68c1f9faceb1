/** A post before anything is stored: what was sent, measured against its picture, its platform and the person's accounts. */
import type { PicturePlatform, PostFault, Publishing } from '#capabilities/publishing/publishing.ts';
import type { Db } from '#kernel/db/db.ts';
import { Failure, type FieldError, failure } from '#kernel/failure.ts';
import type { Message } from '#kernel/message.ts';
import type { Pictures } from '../pictures/pictures.ts';
import { m } from './messages.ts';
import { type Body, type Faults, type Given, readGiven, requireAll } from './plan.ts';
import type { Utm } from './post.ts';
import { composeText } from './texts.ts';

export interface JudgeTools {
  readonly db: Db;
  readonly publishing: Publishing;
  readonly pictures: Pick<Pictures, 'get'>;
}

type Picture = Awaited<ReturnType<Pictures['get']>>;

/** A post as it may be planned; `text` is the whole of it. */
export interface Draft {
  readonly picture: Picture & { readonly file: string };
  readonly platform: PicturePlatform;
  readonly scheduledTime: Date;
  readonly caption: string;
  readonly hashtags: string;
  readonly firstComment: string;
  readonly text: string;
  readonly connectionId: number | null;
  readonly catchUp: boolean;
  readonly crop: NonNullable<Given['crop']> | null;
  readonly utm: Utm | null;
}

/** Fills `faults`; null when there is one. */
export async function judge(tools: JudgeTools, accountId: number, body: Body, now: Date, faults: Faults): Promise<Draft | null> {
  const given = readGiven(body, now, faults);
  requireAll(given, faults);
  const { platform, scheduledTime, connectionId = null, crop = null, utm = null, catchUp = false } = given;
  const words = { caption: given.caption ?? '', hashtags: given.hashtags ?? '', utm };
  const firstComment = given.firstComment ?? '';
  const text = composeText(words);
  if (platform) {
    judgeWords(tools.publishing, platform, { text, firstComment }, faults);
    await judgeConnection(tools, accountId, platform, connectionId, faults);
  }
  const picture = given.pictureId ? await validated(tools.pictures, accountId, given.pictureId, faults) : null;
  if (!picture || !platform || !scheduledTime || Object.keys(faults).length > 0) return null;
  const { caption, hashtags } = words;
  return { picture, platform, scheduledTime, caption, hashtags, firstComment, text, connectionId, catchUp, crop, utm };
}

const WORDS: Readonly<Record<PostFault['constraint'], Message>> = {
  too_long: m.tooLong,
  too_many_hashtags: m.tooManyHashtags,
  too_many_mentions: m.tooManyMentions,
  too_many_media: m.tooManyMedia,
  media_required: m.required,
  format: m.notForPlatform,
  required: m.required,
  too_short: m.notForPlatform,
  too_heavy: m.notForPlatform,
  ratio: m.notForPlatform,
};
const FIELDS: Readonly<Partial<Record<PostFault['field'], string>>> = {
  text: 'caption',
  hashtags: 'hashtags',
  media: 'image',
  first_comment: 'first_comment',
};

/** The field of the API that a platform's fault is about, and its words. */
export function faultOf({ field, constraint, limit, found }: PostFault, platform: string): readonly [name: string, fault: FieldError] {
  const message = field === 'first_comment' && constraint === 'too_long' ? m.commentTooLong : WORDS[constraint];
  return [FIELDS[field] ?? field, { message, params: { platform, limit, found }, constraint }];
}

export function judgeWords(
  publishing: Pick<Publishing, 'platform'>,
  name: PicturePlatform,
  post: { readonly text: string; readonly firstComment: string },
  faults: Faults,
): void {
  const platform = publishing.platform(name);
  for (const found of platform.check({ ...post, mediaCount: 1 })) {
    const [field, fault] = faultOf(found, platform.title);
    faults[field] ??= fault;
  }
}

export async function judgeConnection(
  { db, publishing }: Pick<JudgeTools, 'db' | 'publishing'>,
  accountId: number,
  platform: PicturePlatform,
  id: number | null,
  faults: Faults,
): Promise<void> {
  if (id === null) return;
  const own = await publishing.connections.list(db, accountId);
  if (own.some((one) => one.id === id && one.platform === platform && one.state !== 'disconnected')) return;
  faults['connection'] ??= {
    message: m.connection,
    params: { platform: publishing.platform(platform).title },
    constraint: 'unknown',
  };
}

async function validated(
  pictures: Pick<Pictures, 'get'>,
  accountId: number,
  id: number,
  faults: Faults,
): Promise<(Picture & { readonly file: string }) | null> {
  const picture = await pictures.get(accountId, id).catch((error: unknown) => {
    if (error instanceof Failure && error.kind === 'not-found') return null;
    throw error;
  });
  if (!picture) faults['image'] ??= { message: m.imageUnknown, constraint: 'unknown' };
  else if (picture.status !== 'validated' || picture.file === null)
    faults['image'] ??= { message: m.imageNotValidated, constraint: 'not_validated' };
  else return { ...picture, file: picture.file };
  return null;
}

export function refuseAny(faults: Faults): void {
  if (Object.keys(faults).length > 0) throw failure.invalid(faults);
}
