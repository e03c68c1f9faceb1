/**
 * Connections in the database (`publishing.connections`). Tokens are encrypted on their way in; `connections-store.ts` alone reads
 * them. A connection of a played platform is not one of the real platform, nor the other way round: only those of
 * the present world are seen.
 */
import { sql } from 'kysely';
import type { Db, Tx } from '#kernel/db/db.ts';
import type { Vault } from '#kernel/vault.ts';
import type { Grant, GrantedAccount, PlatformName } from './platform.ts';
import type { Connection } from './publishing.ts';

export interface ConnectionRow {
  readonly id: number;
  readonly account_id: number;
  readonly platform: PlatformName;
  readonly external_id: string;
  readonly name: string;
  readonly username: string;
  readonly access_token_encrypted: string | null;
  readonly refresh_token_encrypted: string | null;
  readonly access_expires_at: Date | null;
  readonly refresh_expires_at: Date | null;
  readonly scopes: readonly string[];
  readonly details: Readonly<Record<string, unknown>>;
  readonly state: Connection['state'];
  readonly problem: string | null;
  readonly is_simulated: boolean;
  readonly checked_at: Date | null;
  readonly connected_at: Date;
}

export const connectionOf = (row: ConnectionRow): Connection => ({
  ...{ id: row.id, platform: row.platform, externalId: row.external_id, name: row.name, username: row.username },
  ...{ state: row.state, problem: row.problem, isSimulated: row.is_simulated, accessExpiresAt: row.access_expires_at },
  ...{ connectedAt: row.connected_at, checkedAt: row.checked_at },
});

/** Names of the platforms that are played. */
export type Played = readonly PlatformName[];

const ofThisWorld = (played: Played) => sql`is_simulated = (platform = any(${[...played]}::text[]))`;

/** The one that posts by default first. */
export async function listConnections(db: Db, played: Played, accountId: number): Promise<readonly ConnectionRow[]> {
  const { rows } = await sql<ConnectionRow>`
    select * from publishing.connections where account_id = ${accountId} and ${ofThisWorld(played)}
    order by platform, connected_at desc, id desc`.execute(db);
  return rows;
}

export async function findConnection(db: Db, played: Played, accountId: number, id: number): Promise<ConnectionRow | null> {
  const { rows } = await sql<ConnectionRow>`
    select * from publishing.connections where id = ${id} and account_id = ${accountId} and ${ofThisWorld(played)}`.execute(db);
  return rows[0] ?? null;
}

/** The connection asked for, else the one connected last; null unless it is connected. */
export async function findPosting(
  db: Db,
  played: Played,
  ask: { readonly connectionId: number | null; readonly accountId: number; readonly platform: PlatformName },
): Promise<ConnectionRow | null> {
  const { rows } = await sql<ConnectionRow>`
    select * from publishing.connections
    where account_id = ${ask.accountId} and platform = ${ask.platform} and state = 'connected' and ${ofThisWorld(played)}
      and (${ask.connectionId}::bigint is null or id = ${ask.connectionId})
    order by connected_at desc, id desc limit 1`.execute(db);
  return rows[0] ?? null;
}

/** Whoever else wants to change it waits until the transaction ends. */
export async function lockConnection(tx: Tx, id: number): Promise<ConnectionRow | null> {
  const { rows } = await sql<ConnectionRow>`select * from publishing.connections where id = ${id} for update`.execute(tx);
  return rows[0] ?? null;
}

export interface Saving {
  readonly vault: Vault;
  readonly now: Date;
}

/** Both tokens at once. A refresh token that is held is never replaced by nothing. */
export async function saveGrant(db: Db, id: number, grant: Grant, { vault, now }: Saving): Promise<ConnectionRow | null> {
  const refresh = grant.refreshToken ? vault.encrypt(grant.refreshToken) : null;
  const { rows } = await sql<ConnectionRow>`
    update publishing.connections set
      access_token_encrypted = ${vault.encrypt(grant.accessToken)}, access_expires_at = ${grant.accessExpiresAt},
      refresh_token_encrypted = coalesce(${refresh}, refresh_token_encrypted),
      refresh_expires_at = case when ${refresh}::text is null then refresh_expires_at else ${grant.refreshExpiresAt}::timestamptz end,
      scopes = case when cardinality(${[...grant.scopes]}::text[]) > 0 then ${[...grant.scopes]}::text[] else scopes end,
      updated_at = ${now}
    where id = ${id} and state <> 'disconnected' returning *`.execute(db);
  return rows[0] ?? null;
}

export interface NewConnection {
  readonly accountId: number;
  readonly platform: PlatformName;
  readonly isSimulated: boolean;
  readonly granted: GrantedAccount;
}

/** Connected, for the first time or anew; what is empty in the new grant is kept from the old one of the same account. */
export async function saveConnection(db: Db, { accountId, platform, isSimulated, granted }: NewConnection, { vault, now }: Saving) {
  const { grant } = granted;
  const refresh = grant.refreshToken ? vault.encrypt(grant.refreshToken) : null;
  const { rows } = await sql<ConnectionRow>`
    insert into publishing.connections as c
      (account_id, platform, external_id, name, username, access_token_encrypted, refresh_token_encrypted, access_expires_at,
       refresh_expires_at, scopes, details, is_simulated, checked_at, connected_at, updated_at)
    values (${accountId}, ${platform}, ${granted.externalId}, ${granted.name}, ${granted.username}, ${vault.encrypt(grant.accessToken)},
      ${refresh}, ${grant.accessExpiresAt}, ${grant.refreshExpiresAt}, ${[...grant.scopes]}::text[], ${JSON.stringify(granted.details)},
      ${isSimulated}, ${now}, ${now}, ${now})
    on conflict (account_id, platform, external_id) do update set
      name = excluded.name, username = excluded.username, access_token_encrypted = excluded.access_token_encrypted,
      refresh_token_encrypted = case when c.is_simulated = excluded.is_simulated
        then coalesce(excluded.refresh_token_encrypted, c.refresh_token_encrypted) else excluded.refresh_token_encrypted end,
      access_expires_at = excluded.access_expires_at,
      refresh_expires_at = case when excluded.refresh_token_encrypted is null then c.refresh_expires_at else excluded.refresh_expires_at end,
      scopes = excluded.scopes, details = excluded.details, state = 'connected', problem = null,
      is_simulated = excluded.is_simulated, checked_at = ${now}, connected_at = ${now}, updated_at = ${now}
    returning *`.execute(db);
  const [row] = rows;
  if (!row) throw new Error('the connection was not stored');
  return row;
}

/** The person must connect anew. Null when it is not connected: nothing changes then. */
export async function markExpired(db: Db, connectionId: number, problem: string): Promise<ConnectionRow | null> {
  const { rows } = await sql<ConnectionRow>`
    update publishing.connections set state = 'expired', problem = ${problem.slice(0, 300)}, updated_at = now()
    where id = ${connectionId} and state = 'connected' returning *`.execute(db);
  return rows[0] ?? null;
}

export async function markChecked(db: Db, id: number, problem: string | null, now: Date): Promise<void> {
  await sql`
    update publishing.connections set checked_at = ${now}, problem = ${problem?.slice(0, 300) ?? null}, updated_at = ${now}
    where id = ${id} and state = 'connected'`.execute(db);
}

/** The tokens go; that there was a connection stays, for the posts made with it. */
export async function wipeConnection(db: Db, played: Played, accountId: number, id: number, now: Date): Promise<boolean> {
  const done = await sql`
    update publishing.connections set state = 'disconnected', problem = null, access_token_encrypted = null,
      refresh_token_encrypted = null, access_expires_at = null, refresh_expires_at = null, scopes = '{}', details = '{}', updated_at = ${now}
    where id = ${id} and account_id = ${accountId} and ${ofThisWorld(played)}`.execute(db);
  return (done.numAffectedRows ?? 0n) > 0n;
}

/** Those that something is planned with before `until`, not looked at since `checkedBefore`; the soonest first. */
export async function listUpcoming(db: Db, played: Played, { until, checkedBefore }: { until: Date; checkedBefore: Date }) {
  const { rows } = await sql<ConnectionRow>`
    select c.* from publishing.connections c
    join lateral (
      select min(p.due_at) as due_at from publishing.publications p
      where p.account_id = c.account_id and p.platform = c.platform and p.state = 'due' and p.due_at < ${until}
        and (p.connection_id = c.id or p.connection_id is null)
    ) next on next.due_at is not null
    where c.state = 'connected' and (c.checked_at is null or c.checked_at < ${checkedBefore}) and ${ofThisWorld(played)}
    order by next.due_at limit 100`.execute(db);
  return rows;
}
