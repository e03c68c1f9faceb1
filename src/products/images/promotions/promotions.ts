/**
 * Pictures and posts that another room of the house orders for something it makes known: what that room needs to know, and no more.
 * Words: the *origin* says what it is for (`cinema.project:12`); to *bring* is to take a picture that was not made here, once.
 */
import { sql } from 'kysely';
import type { Library, MediumName } from '#capabilities/library/library.ts';
import { preparePicture } from '#capabilities/media/media.ts';
import type { PlatformName, PublicationState, Publishing } from '#capabilities/publishing/publishing.ts';
import type { Db } from '#kernel/db/db.ts';
import { inTransaction } from '#kernel/db/transaction.ts';
import { nameOf } from '../media/media.ts';
import type { Pictures } from '../pictures/pictures.ts';
import type { Scheduler } from '../scheduler/scheduler.ts';

export interface PictureToBring {
  readonly origin: string;
  readonly title: string;
  readonly content: Buffer;
  /** What it is a copy of: a second time it is found, not stored again. */
  readonly from: MediumName;
}

export interface PromotedPicture {
  readonly id: number;
  readonly accountId: number;
  readonly title: string;
  readonly status: string;
  readonly isOwn: boolean;
  readonly thumbnail: string | null;
  readonly href: string;
}
export interface PromotedPost {
  readonly id: number;
  readonly accountId: number;
  readonly platform: PlatformName;
  readonly title: string;
  readonly at: Date;
  readonly state: PublicationState;
  readonly reason: string | null;
  readonly thumbnail: string | null;
  readonly href: string;
  readonly platformUrl: string | null;
}

export interface Promotions {
  /** As `Pictures.orderSeveral`, for this origin. */
  order(accountId: number, origin: string, order: Readonly<Record<string, unknown>>): Promise<readonly number[]>;
  /** Validated as it comes; answers its number. */
  bring(accountId: number, picture: PictureToBring): Promise<number>;
  /** As `Scheduler.plan`: `image, platform, caption, hashtags, scheduled_time`. All of them or none; every fault named. */
  plan(accountId: number, posts: readonly Readonly<Record<string, unknown>>[]): Promise<number>;
  ofOrigin(db: Db, origin: string): Promise<{ readonly pictures: readonly PromotedPicture[]; readonly posts: readonly PromotedPost[] }>;
}

export interface PromotionTools {
  readonly db: Db;
  readonly pictures: Pick<Pictures, 'orderSeveral' | 'admit' | 'bring' | 'setOrigin'>;
  readonly scheduler: Pick<Scheduler, 'plan'>;
  readonly publishing: Pick<Publishing, 'findAll'>;
  readonly library: Pick<Library, 'deriveFrom'>;
}

export const createPromotions = (tools: PromotionTools): Promotions => ({
  async order(accountId, origin, order) {
    await tools.pictures.admit(accountId, order);
    return inTransaction(tools.db, async (tx) => {
      const ids = (await tools.pictures.orderSeveral(accountId, order, tx)).map(({ id }) => id);
      await tools.pictures.setOrigin(tx, ids, origin);
      return ids;
    });
  },
  bring: (accountId, picture) => bring(tools, accountId, picture),
  plan: (accountId, posts) =>
    inTransaction(tools.db, async (tx) => {
      for (const post of posts) await tools.scheduler.plan(accountId, post, tx);
      return posts.length;
    }),
  ofOrigin: (db, origin) => findOfOrigin(tools, db, origin),
});

async function bring({ db, pictures, library }: PromotionTools, accountId: number, wish: PictureToBring): Promise<number> {
  const { origin, title, from } = wish;
  const { content, extension, mediaType, width, height } = await preparePicture(wish.content, 'picture');
  return inTransaction(db, async (tx) => {
    const key = `${accountId} ${origin} ${from.kind} ${from.ref}`;
    await sql`select pg_advisory_xact_lock(hashtextextended(${`images.bring:${key}`}, 0))`.execute(tx);
    const { rows } = await sql<{ id: number }>`
      select id from images.pictures where account_id = ${accountId} and origin = ${origin} and metadata->>'from' = ${from.ref}`.execute(
      tx,
    );
    if (rows[0]) return rows[0].id;
    const picture = { content, extension, mediaType, width: width ?? 0, height: height ?? 0, title, origin, from: from.ref };
    const id = await pictures.bring(tx, accountId, picture);
    await library.deriveFrom(tx, nameOf(id), [from]);
    return id;
  });
}

async function findOfOrigin({ publishing }: PromotionTools, db: Db, origin: string) {
  const { rows: pictures } = await sql<PromotedPicture>`
    select id, account_id as "accountId", left(prompt, 120) as title, status, metadata->>'provider' = 'own' is true as "isOwn",
      case when file is not null then '/media/' || file || '?w=320' end as thumbnail, '/studio/images/' || id as href
    from images.pictures where origin = ${origin} order by id desc limit 200`.execute(db);
  const { rows } = await sql<Omit<PromotedPost, 'state' | 'reason'> & { publicationId: number }>`
    select p.id, p.account_id as "accountId", p.platform, left(p.caption, 120) as title, coalesce(p.posted_at, p.scheduled_time) as at,
      '/media/' || p.media_file || '?w=160' as thumbnail, '/publications/posts/' || p.id as href, p.platform_post_url as "platformUrl",
      p.publication_id as "publicationId"
    from images.posts p join images.pictures i on i.id = p.picture_id where i.origin = ${origin} order by p.scheduled_time limit 200`.execute(
    db,
  );
  const found = await publishing.findAll(
    db,
    rows.map(({ publicationId }) => publicationId),
  );
  const known = new Map(found.map((publication) => [publication.id, publication]));
  const posts = rows.flatMap(({ publicationId, ...row }) => {
    const publication = known.get(publicationId);
    if (!publication) return [];
    const { state, outcome, platformPostUrl } = publication;
    return [{ ...row, state, reason: outcome?.reason ?? null, platformUrl: platformPostUrl ?? row.platformUrl }];
  });
  return { pictures, posts };
}
