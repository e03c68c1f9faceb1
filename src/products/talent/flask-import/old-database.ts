/**
 * The database of the former application, read and never written: one snapshot for the whole import, by cursor, so that neither a
 * change there nor the number of its people matters. Columns that an installation does not have are simply absent from its rows.
 */
import { createHash } from 'node:crypto';
import pg from 'pg';

export type OldRow = Readonly<Record<string, unknown>> & { readonly id: number };
export interface OldRecord {
  readonly row: OldRow;
  /** SHA-256 of the row as it stands there. */
  readonly digest: string;
}

export interface OldDatabase {
  /** The first of these names that is a table there. */
  tableNamed(...names: readonly string[]): Promise<string | null>;
  count(table: string): Promise<number>;
  /** In the order of their numbers; `links` adds a list of numbers from a table of pairs, under `name`. */
  rows(table: string, options?: RowOptions): AsyncIterable<readonly OldRecord[]>;
  /** Up to `limit` values of a column that are there. */
  sample(table: string, column: string, limit: number): Promise<readonly string[]>;
  close(): Promise<void>;
}
export interface RowOptions {
  readonly after?: number;
  readonly size?: number;
  readonly links?: { readonly table: string; readonly from: string; readonly to: string; readonly name: string } | null;
}

const SIZE = 20;
const quoted = (name: string): string => pg.escapeIdentifier(name);

/** Throws what the driver says when the database cannot be opened. */
export async function openOldDatabase(url: string): Promise<OldDatabase> {
  const client = new pg.Client({ connectionString: url, application_name: 'atelier import-flask' });
  await client.connect();
  await client.query(`set time zone 'UTC'`);
  await client.query('begin transaction isolation level repeatable read read only');
  let cursors = 0;

  const columnsOf = async (table: string): Promise<ReadonlySet<string>> => {
    const { rows } = await client.query<{ name: string }>(
      `select attname as name from pg_attribute where attrelid = to_regclass($1) and attnum > 0 and not attisdropped`,
      [quoted(table)],
    );
    return new Set(rows.map(({ name }) => name));
  };

  async function* rows(table: string, { after = 0, size = SIZE, links = null }: RowOptions = {}): AsyncGenerator<readonly OldRecord[]> {
    cursors += 1;
    const cursor = `import_${cursors}`;
    const pairs = links
      ? `left join (select ${quoted(links.from)} as owner, jsonb_agg(${quoted(links.to)} order by ${quoted(links.to)}) as linked
           from ${quoted(links.table)} group by 1) l on l.owner = t.id`
      : '';
    const text = links ? `(to_jsonb(t) || jsonb_build_object('${links.name}', coalesce(l.linked, '[]')))::text` : 'to_jsonb(t)::text';
    await client.query(
      `declare ${cursor} no scroll cursor for select ${text} as text from ${quoted(table)} t ${pairs} where t.id > ${Math.trunc(after)} order by t.id`,
    );
    try {
      for (;;) {
        const { rows: found } = await client.query<{ text: string }>(`fetch ${size} from ${cursor}`);
        if (found.length === 0) return;
        yield found.map((line) => ({
          row: JSON.parse(line.text) as OldRow,
          digest: createHash('sha256').update(line.text).digest('hex'),
        }));
      }
    } finally {
      await client.query(`close ${cursor}`);
    }
  }

  return {
    async tableNamed(...names) {
      for (const name of names) if ((await columnsOf(name)).has('id')) return name;
      return null;
    },
    async count(table) {
      const { rows: counted } = await client.query<{ count: string }>(`select count(*) from ${quoted(table)}`);
      return Number(counted[0]?.count ?? 0);
    },
    rows,
    async sample(table, column, limit) {
      if (!(await columnsOf(table)).has(column)) return [];
      const { rows: found } = await client.query<{ value: string }>(
        `select ${quoted(column)}::text as value from ${quoted(table)} where ${quoted(column)} is not null limit ${Math.trunc(limit)}`,
      );
      return found.map(({ value }) => value);
    },
    async close() {
      await client.query('rollback').catch(() => undefined);
      await client.end();
    },
  };
}
