/** Who agreed to a public profile, by number, for `/sitemap.xml`. Nobody else is in it. */
import { sql } from 'kysely';
import type { Db } from '#kernel/db/db.ts';
import { PART_SIZE, type PublicPlaces } from '#kernel/page/crawlers.ts';

export const publicProfiles = (db: Db): PublicPlaces => ({
  name: 'profiles',
  parts: async () => {
    const { rows } = await sql<{ part: number; changed: Date }>`
      select (id / ${PART_SIZE}::int)::int as part, max(updated_at) as changed from talent.cinema_talents
      where is_public and is_active group by 1 order by 1`.execute(db);
    return rows;
  },
  list: async (part) => {
    const { rows } = await sql<{ code: string; changed: Date }>`
      select unique_code as code, updated_at as changed from talent.cinema_talents
      where is_public and is_active and id >= ${part * PART_SIZE} and id < ${(part + 1) * PART_SIZE} order by id`.execute(db);
    return rows.map(({ code, changed }) => ({ path: `/cinema/profile/${code}`, changed }));
  },
});
