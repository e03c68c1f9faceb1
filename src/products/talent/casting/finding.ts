/** CINEMA people for the search over the whole studio: names and codes, nothing that reaches them. */
import { sql } from 'kysely';
import { access } from '#kernel/http/access.ts';
import type { SearchSource } from '#kernel/page/everywhere.tsx';
import { LIST } from './list-query.ts';
import { m } from './messages.ts';
import { type CastingTools, isCasting } from './tools.ts';

interface Found {
  readonly code: string;
  readonly name: string;
}

export const cinemaSource = ({ db, search }: CastingTools): SearchSource => ({
  key: 'cinema-talents',
  title: m.title,
  icon: 'masks',
  access: access.signedIn,
  find: async ({ viewer }, words, most) => {
    const filters = { search: words, ...(isCasting(viewer) ? {} : { publicOnly: true }) };
    const { ids } = await search.find(filters, { size: most, offset: 0 }, 'name');
    const { rows } = await sql<Found>`
      select unique_code as code, first_name || ' ' || last_name as name from talent.cinema_talents
      where id = any(${ids}::bigint[]) order by array_position(${ids}::bigint[], id)`.execute(db);
    return rows.map(({ code, name }) => ({ href: `/cinema/profile/${code}`, label: name, detail: code }));
  },
  all: (words) => `${LIST}?${new URLSearchParams({ search: words })}`,
});
