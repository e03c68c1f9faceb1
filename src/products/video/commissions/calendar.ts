/** Films as the calendar of the house shows them: where each is, or shall be, said, and how that stands. */
import { sql } from 'kysely';
import type { PlatformName, Publication, PublicationState, Publishing } from '#capabilities/publishing/publishing.ts';
import type { Db } from '#kernel/db/db.ts';

export interface FilmEntry {
  readonly id: string;
  readonly platform: PlatformName;
  readonly title: string;
  /** When it appeared, else when it shall. */
  readonly at: Date;
  readonly state: PublicationState;
  readonly reason: string | null;
  readonly href: string;
  readonly thumbnail: string | null;
  readonly platformUrl: string | null;
  readonly origin: string | null;
}

export interface FilmFilters {
  readonly after?: Date;
  readonly before?: Date;
  readonly platform?: string;
  readonly origin?: string;
  readonly search?: string;
}

export interface FilmCalendar {
  /** The first first; at most a thousand. */
  entries(db: Db, accountId: number, filters: FilmFilters): Promise<readonly FilmEntry[]>;
  /** All that is said of what was made for this, whoever made it. */
  ofOrigin(db: Db, origin: string): Promise<readonly (FilmEntry & { readonly accountId: number })[]>;
  /** What the films of this account were made for. */
  origins(db: Db, accountId: number): Promise<readonly string[]>;
}

const MOST = 1000;

export const createFilmCalendar = ({ publishing }: { readonly publishing: Pick<Publishing, 'findAll'> }): FilmCalendar => ({
  async entries(db, accountId, { after, before, platform, origin, search }) {
    const conditions = [
      sql`b.account_id = ${accountId}`,
      ...(platform ? [sql`b.platform = ${platform}`] : []),
      ...(origin ? [sql`p.origin = ${origin}`] : []),
      ...(search ? [sql`strpos(lower(p.title), lower(${search})) > 0`] : []),
    ];
    const all = await standing(publishing, db, await findRows(db, sql.join(conditions, sql` and `)));
    return all.filter(({ at }) => (!after || at >= after) && (!before || at < before));
  },
  ofOrigin: async (db, origin) => standing(publishing, db, await findRows(db, sql`p.origin = ${origin}`)),
  async origins(db, accountId) {
    const { rows } = await sql<{ origin: string }>`
      select distinct origin from video.projects where account_id = ${accountId} and origin is not null order by origin`.execute(db);
    return rows.map(({ origin }) => origin);
  },
});

interface Row {
  readonly id: string;
  readonly accountId: number;
  readonly platform: PlatformName;
  readonly publicationId: number;
  readonly title: string;
  readonly projectId: string;
  readonly videoId: string | null;
  readonly hasThumbnail: boolean;
  readonly origin: string | null;
  readonly publishAt: Date;
}

const findRows = async (db: Db, where: ReturnType<typeof sql>): Promise<readonly Row[]> =>
  (
    await sql<Row>`
      select b.id, b.account_id as "accountId", b.platform, b.publication_id as "publicationId", coalesce(nullif(b.config->>'title', ''), p.title) as title,
        p.id as "projectId", v.id as "videoId", v.thumbnail is not null as "hasThumbnail", p.origin, b.publish_at as "publishAt"
      from video.publications b join video.projects p on p.id = b.project_id left join video.videos v on v.id = b.video_id
      where ${where} order by b.publish_at desc limit ${MOST}`.execute(db)
  ).rows;

async function standing(
  publishing: Pick<Publishing, 'findAll'>,
  db: Db,
  rows: readonly Row[],
): Promise<readonly (FilmEntry & { readonly accountId: number })[]> {
  const found = await publishing.findAll(
    db,
    rows.map(({ publicationId }) => publicationId),
  );
  const known = new Map(found.map((publication) => [publication.id, publication]));
  const entries = rows.flatMap((row) => {
    const publication = known.get(row.publicationId);
    return publication ? [entryOf(row, publication)] : [];
  });
  return entries.toSorted((one, other) => one.at.getTime() - other.at.getTime());
}

const entryOf = (row: Row, { state, outcome, endedAt, dueAt, platformPostUrl }: Publication) => ({
  ...{ id: row.id, accountId: row.accountId, platform: row.platform, title: row.title, state, origin: row.origin },
  at: state === 'confirmed' && endedAt ? endedAt : dueAt,
  reason: outcome?.reason ?? null,
  href: `/films/${row.projectId}/publish#${row.id}`,
  thumbnail: row.videoId && row.hasThumbnail ? `/api/v1/videos/${row.videoId}/thumbnail` : null,
  platformUrl: platformPostUrl,
});
