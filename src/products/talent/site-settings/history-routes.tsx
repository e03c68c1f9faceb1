/** `/admin/settings/history`: who changed which setting, when. */
import { sql } from 'kysely';
import type { Db } from '#kernel/db/db.ts';
import type { Door } from '#kernel/http/door.ts';
import { pageCount, readPage } from '#kernel/http/pagination.ts';
import { say } from '#kernel/message.ts';
import { placeNames } from '../settings-places.ts';
import { adminPage } from './form-kit.ts';
import { HISTORY, HistoryPage } from './history-page.tsx';
import type { SiteSettingTools } from './site-settings.ts';

const SHOWN = 50;

export function registerHistory(door: Door, { db, settings, pages }: SiteSettingTools): void {
  door.get(HISTORY, adminPage, async (request, reply) => {
    const { page, size, offset } = readPage(request.query as Readonly<Record<string, unknown>>, { defaultSize: SHOWN, maxSize: SHOWN });
    const [changes, total] = await Promise.all([settings.changes(size, offset), settings.countChanges()]);
    const names = await namesOf(
      db,
      changes.flatMap(({ changedBy }) => changedBy ?? []),
    );
    const view = { changes, names, total, page, size, pages: pageCount(total, size) };
    return pages.send(request, reply, { title: say(placeNames.history, request.language), body: <HistoryPage {...view} /> });
  });
}

async function namesOf(db: Db, ids: readonly number[]): Promise<ReadonlyMap<number, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: number; name: string }>`
    select id, trim(first_name || ' ' || last_name) as name from identity.account_cards where id = any(${[...new Set(ids)]})`.execute(db);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
