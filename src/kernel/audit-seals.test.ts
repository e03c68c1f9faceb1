import { sql } from 'kysely';
import { pino } from 'pino';
import { beforeEach, describe, expect, it } from 'vitest';
import { freshDatabase } from '#test/support.ts';
import { type AuditSeals, createAuditSeals } from './audit-seals.ts';
import { fixedClock } from './clock.ts';
import type { Db } from './db/db.ts';
import { createVault } from './vault.ts';

const NOW = new Date('2026-03-01T00:00:00Z');
const KEY = 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=';
const vaultOf = (secret: string) => createVault([KEY], secret);
const silent = pino({ level: 'silent' });

let db: Db;
let seals: AuditSeals;
beforeEach(async () => {
  db = (await freshDatabase()).db;
  seals = createAuditSeals(db, vaultOf('a secret of the studio'), fixedClock(NOW), silent);
});

async function write(count: number, at = '2026-02-01T10:00:00Z'): Promise<void> {
  await sql`insert into kernel.activity_logs (action_type, action_category, action_description, status, username, created_at)
    select 'update', 'cinema', 'Fiche ' || n, 'success', 'Aïcha', ${at}::timestamptz + n * interval '1 minute' from generate_series(1, ${count}::int) n`.execute(
    db,
  );
  await sql`insert into kernel.security_logs (event_type, severity, details, created_at)
    values ('login_failed', 'low', '{"identifier":"x"}', ${at}::timestamptz)`.execute(db);
}
/** As somebody who owns the database would. */
async function tamper(statement: ReturnType<typeof sql>): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx);
    await statement.execute(tx);
  });
}
const kinds = async (): Promise<readonly string[]> =>
  (await seals.verify()).faults.map(({ log, number, kind }) => `${log} ${number} ${kind}`);

describe('the audit can only grow', () => {
  it('is sealed in stretches that stand on each other, and found whole', async () => {
    await write(3);
    expect(await seals.seal()).toBe(4);
    expect(await seals.seal()).toBe(0);
    await write(2);
    expect(await seals.verify()).toEqual({ seals: 2, rows: 4, unsealed: 3, faults: [] });
    expect(await seals.seal()).toBe(3);
    expect(await seals.verify()).toEqual({ seals: 4, rows: 7, unsealed: 0, faults: [] });
  });

  it('refuses to change, to remove and to empty', async () => {
    await write(1);
    for (const statement of [
      sql`update kernel.activity_logs set action_description = 'Rien'`,
      sql`update kernel.security_logs set severity = 'low', user_id = 1`,
      sql`delete from kernel.activity_logs`,
      sql`truncate kernel.security_logs`,
    ])
      await expect(statement.execute(db)).rejects.toThrow('the audit can only grow');
  });

  it('shows a row that was changed, removed or slipped in, whoever did it', async () => {
    await write(4);
    await seals.seal();
    await tamper(sql`update kernel.activity_logs set username = 'Bilal' where id = 2`);
    expect(await kinds()).toEqual(['activity 1 content']);
    await tamper(sql`update kernel.activity_logs set username = 'Aïcha' where id = 2`);
    expect(await kinds()).toEqual([]);
    await tamper(sql`delete from kernel.activity_logs where id = 3`);
    expect(await kinds()).toEqual(['activity 1 rows']);
    await tamper(sql`delete from kernel.security_logs`);
    expect(await kinds()).toEqual(['activity 1 rows', 'security 1 rows']);
  });

  it('shows seals that were made by somebody else, moved or left out', async () => {
    await write(2);
    await seals.seal();
    await write(2);
    await seals.seal();
    await write(2);
    await seals.seal();
    const other = createAuditSeals(db, vaultOf('another secret'), fixedClock(NOW), silent);
    expect((await other.verify()).faults.map(({ kind }) => kind)).toEqual(Array(6).fill('chain'));
    await sql`delete from kernel.audit_seals where log = 'activity' and number = 2`.execute(db);
    expect(await kinds()).toEqual(['activity 3 chain']);
  });

  it('lets go of an account’s number and of nothing else', async () => {
    const { rows } = await sql<{
      id: number;
    }>`insert into identity.accounts (email, username) values ('a@example.test', 'a') returning id`.execute(db);
    await write(1);
    await sql`insert into kernel.activity_logs (user_id, action_type, action_category, action_description, status, created_at)
      values (${rows[0]?.id}, 'view', 'page_view', 'Consultation de /', 'success', now())`.execute(db);
    await seals.seal();
    await sql`delete from identity.accounts where id = ${rows[0]?.id}`.execute(db);
    expect(await kinds()).toEqual([]);
  });

  it('waits for writers: a row that takes its number first and comes last is sealed with the others', async () => {
    await write(1);
    let leave: () => void = () => undefined;
    const left = new Promise<void>((resolve) => {
      leave = resolve;
    });
    let entered: () => void = () => undefined;
    const inside = new Promise<void>((resolve) => {
      entered = resolve;
    });
    const slow = db.transaction().execute(async (tx) => {
      await sql`insert into kernel.activity_logs (action_type, action_category, action_description, status, created_at)
        values ('create', 'cinema', 'Lent', 'success', now())`.execute(tx);
      entered();
      await left;
    });
    await inside;
    await sql`insert into kernel.activity_logs (action_type, action_category, action_description, status, created_at)
      values ('create', 'cinema', 'Vite', 'success', now())`.execute(db);
    // Of the log that somebody is writing nothing is sealed; of the other one everything.
    expect(await seals.seal()).toBe(1);
    leave();
    await slow;
    expect(await seals.seal()).toBe(3);
    expect((await seals.verify()).faults).toEqual([]);
  });

  it('removes what was kept long enough, in whole stretches, and stays whole', async () => {
    await write(3, '2025-01-01T00:00:00Z');
    await seals.seal();
    await write(3, '2026-02-20T00:00:00Z');
    await seals.seal();
    expect(await seals.removeBefore('activity', new Date('2026-01-01T00:00:00Z'))).toBe(3);
    expect(await seals.verify()).toEqual({ seals: 4, rows: 5, unsealed: 0, faults: [] });
    expect(await seals.removeBefore('activity', new Date('2026-01-01T00:00:00Z'))).toBe(0);
    await expect(sql`delete from kernel.activity_logs`.execute(db)).rejects.toThrow('the audit can only grow');
  });
});
