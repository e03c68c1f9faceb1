/**
 * Films on platforms: the publishing machine says them once, and only once; here they get their names, words and figures.
 *
 * Hides the machine's states, what each platform calls its fields, and when figures are read. Words: a *publication* is one film on one
 * platform; a *batch* is what one request asked for; a *wish* is one line of it, a *draft* a wish that nothing is wrong with.
 */
import type { Library } from '#capabilities/library/library.ts';
import type { Db, Tx } from '#kernel/db/db.ts';
import { inTransaction } from '#kernel/db/transaction.ts';
import { failure } from '#kernel/failure.ts';
import type { PageAsked, PageOf } from '#kernel/http/pagination.ts';
import type { Assets } from '../assets/assets.ts';
import type { Projects } from '../projects/projects.ts';
import type { Renders } from '../renders/renders.ts';
import type { VideoTools } from '../tools.ts';
import { createFigures } from './figures.ts';
import { followPublications, tellPeople } from './following.ts';
import { m } from './messages.ts';
import { order } from './planning.ts';
import { type FilmPublication, type FilmPublicationRow, standing } from './publication.ts';
import * as store from './store.ts';

export type { FilmPublication, FilmPublicationStatus } from './publication.ts';

export interface Publications {
  /** `video_id`, `platforms[{platform, config}]`, and of `schedule` `{publish_at, timezone}`. Every fault is named, nothing is planned then. */
  order(tx: Tx, accountId: number, body: Readonly<Record<string, unknown>>, when: 'now' | 'scheduled'): Promise<readonly FilmPublication[]>;
  /** With figures that are at most a few minutes old, where the platform tells them in three seconds. */
  get(accountId: number, id: string): Promise<FilmPublication>;
  list(accountId: number, filters: store.PublicationFilters, page: PageAsked): Promise<PageOf<FilmPublication>>;
  /** 409 once it is under way. */
  cancel(accountId: number, id: string): Promise<FilmPublication>;
  /** What a person found out about an unknown one. */
  settle(accountId: number, id: string, finding: { readonly live: boolean; readonly url?: string }): Promise<FilmPublication>;
}

export interface PublicationTools
  extends Pick<VideoTools, 'config' | 'db' | 'clock' | 'log' | 'queue' | 'files' | 'publishing' | 'webhooks' | 'live' | 'notices'> {
  readonly projects: Pick<Projects, 'get' | 'beforeRemoval'>;
  readonly assets: Pick<Assets, 'get'>;
  readonly renders: Pick<Renders, 'video' | 'hold'>;
  readonly library: Pick<Library, 'check'>;
}

export function createPublications(tools: PublicationTools): Publications {
  const { db, clock, publishing, live } = tools;
  const figures = createFigures(tools);
  followPublications({ ...tools, watchFigures: figures.watch });
  keepFilms(tools);
  const own = async (from: Db, accountId: number, id: string): Promise<FilmPublicationRow> => {
    const row = await store.findPublication(from, id);
    if (row?.accountId !== accountId) throw failure.notFound(m.notFound);
    return row;
  };
  const stand = async (from: Db, rows: readonly FilmPublicationRow[]): Promise<readonly FilmPublication[]> => {
    const known = new Map(
      (
        await publishing.findAll(
          from,
          rows.map(({ publicationId }) => publicationId),
        )
      ).map((one) => [one.id, one]),
    );
    return rows.flatMap((row) => {
      const publication = known.get(row.publicationId);
      return publication ? [standing(row, publication, clock.now())] : [];
    });
  };
  const one = async (from: Db, row: FilmPublicationRow): Promise<FilmPublication> => {
    const [found] = await stand(from, [row]);
    if (!found) throw failure.notFound(m.notFound);
    return found;
  };
  const change = (accountId: number, id: string, act: (tx: Tx, publicationId: number) => Promise<unknown>): Promise<FilmPublication> =>
    inTransaction(db, async (tx) => {
      const row = await own(tx, accountId, id);
      await act(tx, row.publicationId);
      return one(tx, row);
    });
  return {
    async order(tx, accountId, body, when) {
      const made = await order(tools, tx, accountId, body, when);
      for (const publication of made) await tellPeople(live, tx, publication);
      return made;
    },
    async get(accountId, id) {
      const row = await own(db, accountId, id);
      const found = await one(db, row);
      if (found.status !== 'published') return found;
      await figures.refresh(row);
      return one(db, await own(db, accountId, id));
    },
    async list(accountId, filters, page) {
      const { total, rows } = await store.listPublications(db, accountId, filters, page);
      return { total, rows: await stand(db, rows) };
    },
    cancel: (accountId, id) => change(accountId, id, (tx, number) => publishing.cancel(tx, number)),
    settle: (accountId, id, finding) => change(accountId, id, (tx, number) => publishing.settle(tx, number, finding)),
  };
}

/** A film that is about to be said stays; a project that is removed takes what it has planned with it, unless that is under way. */
function keepFilms({ publishing, renders, projects }: PublicationTools): void {
  const openOf = async (tx: Tx, rows: readonly FilmPublicationRow[]) =>
    (
      await publishing.findAll(
        tx,
        rows.map(({ publicationId }) => publicationId),
      )
    ).filter(({ endedAt }) => endedAt === null);
  renders.hold(async (tx, { id }) => (await openOf(tx, await store.listOf(tx, { videoId: id }))).length > 0);
  projects.beforeRemoval(async (tx, { id }) => {
    for (const publication of await openOf(tx, await store.listOf(tx, { projectId: id }))) await publishing.cancel(tx, publication.id);
    return [];
  });
}
