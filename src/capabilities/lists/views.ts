/** Saved views: filters, order and columns of a list under a name, private or shared with whoever has the list. */
import { sql } from 'kysely';
import type { Db } from '#kernel/db/db.ts';
import { failure } from '#kernel/failure.ts';
import { isAdmin, type Viewer } from '#kernel/http/access.ts';
import { withQuery } from './kinds.ts';
import { m } from './messages.ts';

export interface View {
  readonly id: number;
  readonly list: string;
  readonly accountId: number;
  readonly ownerName: string;
  readonly name: string;
  /** As `canonicalQuery` writes it. */
  readonly query: string;
  readonly isShared: boolean;
}
export interface ViewFields {
  readonly name: string;
  readonly isShared: boolean;
}

export const MAX_NAME = 60;
const MAX_VIEWS = 50;
const MAX_QUERY = 4000;
/** A deleted view can be brought back for this long. */
const KEPT_DAYS = 30;

/** The list as the view has it, and the view beside it. */
export const addressOf = (path: string, { id, query }: Pick<View, 'id' | 'query'>): string => withQuery(path, `${query}&saved=${id}`);

const maySeeView = (viewer: Viewer, view: View): boolean => view.isShared || view.accountId === viewer.accountId;
/** Others filter from a shared view; it stays as it is. */
export const mayChangeView = (viewer: Viewer, view: Pick<View, 'accountId' | 'isShared'>): boolean =>
  view.accountId === viewer.accountId || (view.isShared && isAdmin(viewer));

const COLUMNS = sql`v.id, v.list, v.account_id as "accountId", a.first_name as "ownerName", v.name, v.query, v.is_shared as "isShared"`;
const SOURCE = sql`lists.views v join identity.account_cards a on a.id = v.account_id`;

/** One's own first, then those of the team. */
export async function listViews(db: Db, list: string, { accountId }: Viewer): Promise<readonly View[]> {
  const { rows } = await sql<View>`
    select ${COLUMNS} from ${SOURCE}
    where v.list = ${list} and v.deleted_at is null and (v.account_id = ${accountId} or v.is_shared)
    order by v.account_id <> ${accountId}, lower(v.name), v.id`.execute(db);
  return rows;
}

/** The view this viewer may see, or null; one that is deleted only when it is asked for. */
export async function findView(db: Db, viewer: Viewer, id: number, { deleted = false } = {}): Promise<View | null> {
  const { rows } = await sql<View>`
    select ${COLUMNS} from ${SOURCE} where v.id = ${id} and (v.deleted_at is not null) = ${deleted}`.execute(db);
  const [view] = rows;
  return view && maySeeView(viewer, view) ? view : null;
}

function checkName(name: string): string {
  if (name === '') throw failure.field('name', m.nameNeeded, {}, 'required');
  if ([...name].length > MAX_NAME) throw failure.field('name', m.nameTooLong, { max: MAX_NAME }, 'max_length');
  return name;
}
const isKeepable = (query: string): boolean => query !== '' && query.length <= MAX_QUERY;

interface NewView extends ViewFields {
  readonly list: string;
  readonly query: string;
}

export async function createView(db: Db, { accountId }: Viewer, { list, query, name, isShared }: NewView, now: Date): Promise<number> {
  if (!isKeepable(query)) throw failure.field('name', m.nothingToSave);
  const { rows: owned } = await sql<{ count: number }>`
    select count(*)::int as count from lists.views where account_id = ${accountId} and list = ${list} and deleted_at is null`.execute(db);
  if ((owned[0]?.count ?? 0) >= MAX_VIEWS) throw failure.field('name', m.tooManyViews, { max: MAX_VIEWS });
  const { rows } = await sql<{ id: number }>`
    insert into lists.views (account_id, list, name, query, is_shared, created_at, updated_at)
    values (${accountId}, ${list}, ${checkName(name)}, ${query}, ${isShared}, ${now}, ${now}) returning id`.execute(db);
  return rows[0]?.id ?? 0;
}

export async function changeView(db: Db, id: number, { name, isShared, query }: ViewFields & { query: string }, now: Date): Promise<void> {
  if (!isKeepable(query)) throw failure.field('name', m.nothingToSave);
  await sql`
    update lists.views set name = ${checkName(name)}, is_shared = ${isShared}, query = ${query}, updated_at = ${now}
    where id = ${id}`.execute(db);
}

/** Gone from every list; the owner's old ones, which nobody brought back, go for good. */
export async function removeView(db: Db, { id, accountId }: View, now: Date): Promise<void> {
  await sql`update lists.views set deleted_at = ${now} where id = ${id}`.execute(db);
  const forgotten = new Date(now.getTime() - KEPT_DAYS * 86_400_000);
  await sql`delete from lists.views where account_id = ${accountId} and deleted_at < ${forgotten}`.execute(db);
}

export async function restoreView(db: Db, id: number): Promise<void> {
  await sql`update lists.views set deleted_at = null where id = ${id}`.execute(db);
}
