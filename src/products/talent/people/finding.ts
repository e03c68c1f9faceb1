/** People for the search over the whole studio: names and codes, nothing that reaches them. */
import { sql } from 'kysely';
import type { Db } from '#kernel/db/db.ts';
import { access, isAdmin, type Viewer } from '#kernel/http/access.ts';
import type { SearchSource } from '#kernel/page/everywhere.tsx';
import { m } from './messages.ts';

const MOST_WORDS = 8;

export const peopleSource = (db: Db): SearchSource => ({
  key: 'people',
  title: m.talents,
  icon: 'user',
  access: access.signedIn,
  find: async ({ viewer }, words, most) => {
    const rows = await findPeople(db, viewer, words, most);
    return rows.map(({ code, name }) => ({ href: `/profile/view/${code}`, label: name, detail: code }));
  },
  all: (words) => `/talents?${new URLSearchParams({ search: words })}`,
});

interface Found {
  readonly code: string;
  readonly name: string;
}

/**
 * Every word is in the name or the code. Recruiters find everybody, others the people with a public card; an e-mail address finds
 * nobody here: it would tell strangers whose it is.
 */
async function findPeople(db: Db, viewer: Viewer | null, words: string, most: number): Promise<readonly Found[]> {
  const patterns = words.split(' ').slice(0, MOST_WORDS);
  const where = sql.join(
    patterns.map(
      (word) => sql`m.search_text like talent.search_pattern(${word})
        and talent.fold(m.first_name || ' ' || m.last_name || ' ' || m.unique_code) like talent.search_pattern(${word})`,
    ),
    sql` and `,
  );
  const open = viewer?.role === 'casting' || isAdmin(viewer) ? sql`true` : sql`m.is_public and m.account_active`;
  // Some more than are shown: those that begin with the words are picked from them.
  const { rows } = await sql<Found>`
    select code, name from (
      select m.unique_code as code, m.first_name || ' ' || m.last_name as name from talent.members m
      where ${where} and ${open} limit 200
    ) found
    order by talent.fold(name) like substr(talent.search_pattern(${words}), 2) desc, talent.fold(name) collate "C", code limit ${most}`.execute(
    db,
  );
  return rows;
}
