/** Who is to be left alone until when: what platforms say in their headers, and the pace of a backlog. */
import { sql } from 'kysely';
import type { Db } from '#kernel/db/db.ts';
import type { Pause, PlatformName } from './platform.ts';

export async function keepPauses(
  db: Db,
  pauses: readonly Pause[],
  { platform, connectionId }: { readonly platform: PlatformName; readonly connectionId: number },
): Promise<void> {
  for (const { scope, until, reason } of pauses) {
    const name = scope === 'app' ? `app:${platform}` : `connection:${connectionId}`;
    await sql`
      insert into publishing.budgets as b (scope, blocked_until, reason, updated_at)
      values (${name}, ${until}, ${reason.slice(0, 200)}, clock_timestamp())
      on conflict (scope) do update set blocked_until = greatest(b.blocked_until, excluded.blocked_until),
        reason = excluded.reason, updated_at = excluded.updated_at`.execute(db);
  }
}

/** The next place in the backlog of a connection. False while it is taken; until then nothing late of this connection is claimed. */
export async function takePlace(db: Db, connectionId: number, spacingSeconds: number): Promise<boolean> {
  const { rows } = await sql`
    insert into publishing.budgets as b (scope, blocked_until, reason, updated_at)
    values (${`pace:${connectionId}`}, clock_timestamp() + ${spacingSeconds} * interval '1 second', 'backlog', clock_timestamp())
    on conflict (scope) do update set blocked_until = excluded.blocked_until, updated_at = excluded.updated_at
      where b.blocked_until <= clock_timestamp()
    returning scope`.execute(db);
  return rows.length > 0;
}
