/** The studio that is attacked, who attacks it, and what tells that something was stored. */
import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import { sql } from 'kysely';
import type { Role } from '#kernel/http/access.ts';
import { type Atelier, type StartOptions, startAtelier } from '#test/support.ts';

export type DoorName = 'site' | 'images' | 'video';
export const DOORS: readonly DoorName[] = ['site', 'images', 'video'];

/** Somebody who asks at any door: by cookie on the site, by token on the others. */
export interface Attacker {
  readonly accountId: number;
  readonly cookie: string;
  readonly token: string;
  ask(door: DoorName, request: InjectOptions): Promise<LightMyRequestResponse>;
}

export interface House {
  readonly atelier: Atelier;
  attacker(role: Role): Promise<Attacker>;
  readonly stranger: Pick<Attacker, 'ask'>;
  /** Names of the tables that were written to since the last time it was asked, but for `QUIET`. */
  written(): Promise<readonly string[]>;
}

/** What may be written when a request is refused: that it was made, and how often. */
const QUIET = new Set([
  'kernel.rate_limits',
  'kernel.activity_logs',
  'kernel.security_logs',
  'kernel.repeatable_answers',
  'kernel.sent_forms',
  'identity.sessions',
  'identity.api_keys',
]);

export async function openHouse(options: StartOptions = {}): Promise<House> {
  const atelier = await startAtelier({ demo: true, ...options });
  await watchTables(atelier);
  const ask = (door: DoorName, request: InjectOptions, own: Record<string, string>): Promise<LightMyRequestResponse> =>
    atelier.doors[door].inject({ ...request, headers: { ...own, ...request.headers } });
  return {
    atelier,
    stranger: { ask: (door, request) => ask(door, request, {}) },
    async attacker(role) {
      const { accountId, cookie } = await atelier.as(role);
      const { access_token: token } = await atelier.identity.issueTokens({ id: accountId }, { door: 'video' });
      const own = (door: DoorName): Record<string, string> => (door === 'site' ? { cookie } : { authorization: `Bearer ${token}` });
      const attacker: Attacker = { accountId, cookie, token, ask: (door, request) => ask(door, request, own(door)) };
      // The demonstration lends everybody played accounts when they first look.
      if (atelier.config.demo) await attacker.ask('video', { url: '/api/v1/publish/connections' });
      return attacker;
    },
    async written() {
      const { rows } = await sql<{ table_name: string }>`
        with seen as (delete from attacks.writes returning table_name) select distinct table_name from seen`.execute(atelier.database.db);
      return rows.map((row) => row.table_name).filter((name) => !QUIET.has(name));
    },
  };
}

/** The clock queues jobs at any moment: those are not watched. Every committed write leaves its table's name; one that is rolled back leaves nothing. */
async function watchTables({ database }: Atelier): Promise<void> {
  await sql`create schema attacks`.execute(database.db);
  await sql`create unlogged table attacks.writes (table_name text not null)`.execute(database.db);
  await sql`create function attacks.note() returns trigger language plpgsql as $$
    begin insert into attacks.writes values (tg_table_schema || '.' || tg_table_name); return null; end $$`.execute(database.db);
  const { rows } = await sql<{ name: string }>`
    select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema', 'attacks', 'jobs') and n.nspname not like 'pg_toast%'`.execute(
    database.db,
  );
  for (const { name } of rows)
    await sql`create trigger zz_attacks after insert or update or delete on ${sql.raw(name)} for each row execute function attacks.note()`.execute(
      database.db,
    );
}

/** `PUT /api/v1/users/42` → one line that says what was asked. */
export const told = (door: DoorName, { method = 'GET', url, payload }: InjectOptions): string =>
  `${door} ${method} ${String(url).slice(0, 300)}${payload === undefined ? '' : ` ${JSON.stringify(payload).slice(0, 600)}`}`;
