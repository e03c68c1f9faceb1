/** The three logs: many rows that only grow, brought in their order; a mark says how far. */
import { insertActivities, insertSecurityEvents } from '#kernel/audit-rows.ts';
import type { Tx } from '#kernel/db/db.ts';
import { inTransaction } from '#kernel/db/transaction.ts';
import { insertBroughtLetters } from '#kernel/mail/brought-letters.ts';
import { hideSecrets, maskAddress } from '#kernel/secrets.ts';
import type { OldRow } from './old-database.ts';
import { idOf, momentOf, parsedOf, textOf } from './old-values.ts';
import { figuresOf } from './report.ts';
import type { Desk } from './tables.ts';

const SIZE = 500;

/** The number here of a row there. */
type NewIds = (table: string, id: unknown) => number | null;
interface Log<Row> {
  readonly table: string;
  readonly refers: readonly (readonly [table: string, column: string])[];
  /** Null: without a time, or without anybody, it tells nothing. */
  readonly read: (row: OldRow, newIds: NewIds) => Row | null;
  readonly insert: (tx: Tx, rows: readonly Row[]) => Promise<void>;
}

async function bringLog<Row>(desk: Desk, { table, refers, read, insert }: Log<Row>): Promise<void> {
  const figures = figuresOf(desk.report, table);
  const mark = await desk.ledger.mark(desk.db, table);
  figures.unchanged += mark === 0 ? 0 : await countUpTo(desk, table, mark);
  figures.read += figures.unchanged;
  for await (const batch of desk.old.rows(table, { after: mark, size: SIZE })) {
    const last = batch.at(-1)?.row.id ?? mark;
    const done = await inTransaction(desk.db, async (tx) => {
      await desk.ledger.hold(tx);
      if ((await desk.ledger.mark(tx, table)) >= last) return null;
      const maps = new Map<string, number | null>();
      for (const [target, column] of refers) {
        const ids = [...new Set(batch.flatMap(({ row }) => idOf(row[column]) ?? []))];
        for (const [id, { newId }] of await desk.ledger.known(tx, target, ids)) maps.set(`${target} ${id}`, newId);
      }
      const newIds: NewIds = (target, id) => maps.get(`${target} ${idOf(id)}`) ?? null;
      const rows = batch.map(({ row }) => ({ id: row.id, read: read(row, newIds) }));
      await insert(
        tx,
        rows.flatMap((one) => (one.read === null ? [] : [one.read])),
      );
      await desk.ledger.moveMark(tx, table, last);
      return rows.filter((one) => one.read === null).map(({ id }) => id);
    });
    figures.read += batch.length;
    figures.refused += done?.length ?? 0;
    figures.created += done ? batch.length - done.length : 0;
    figures.unchanged += done ? 0 : batch.length;
    for (const id of done ?? []) desk.report.refused.push({ table, id, reason: 'it says no time or nobody' });
  }
}

async function countUpTo(desk: Desk, table: string, mark: number): Promise<number> {
  let count = 0;
  for await (const batch of desk.old.rows(table, { size: 5000 })) {
    const known = batch.filter(({ row }) => row.id <= mark).length;
    count += known;
    if (known < batch.length) break;
  }
  return count;
}

const cut = (value: unknown, length: number): string | null => textOf(value)?.slice(0, length) ?? null;

export async function bringLogs(desk: Desk, source: string): Promise<void> {
  await bringIfThere(desk, 'email_logs', () => bringLetters(desk, source));
  await bringIfThere(desk, 'activity_logs', () => bringActivities(desk));
  await bringIfThere(desk, 'security_logs', () => bringSecurity(desk));
}

async function bringIfThere({ old, report }: Desk, table: string, bring: () => Promise<void>): Promise<void> {
  if (await old.tableNamed(table)) await bring();
  else report.notImported.push({ what: table, why: 'there is no such table there' });
}

const bringLetters = (desk: Desk, source: string): Promise<void> =>
  bringLog(desk, {
    table: 'email_logs',
    refers: [
      ['users', 'sent_by_user_id'],
      ['projects', 'related_project_id'],
      ['cinema_talents', 'related_cinema_talent_id'],
    ],
    read: (row, newIds) => {
      const [recipient, at] = [textOf(row['recipient_email']) ?? textOf(row['recipient']), momentOf(row['sent_at'])];
      if (!recipient || !at) return null;
      const status = textOf(row['status']) ?? 'sent';
      return {
        ...{ recipient, at, name: textOf(row['recipient_name']), subject: textOf(row['subject']) ?? '' },
        ...{ template: textOf(row['template_type']) ?? 'generic', messageId: `<${row.id}@${source}.imported>` },
        status: status === 'sent' ? ('sent' as const) : ('failed' as const),
        error: textOf(row['error_message']) ?? (status === 'queued' ? 'still waiting when it was imported' : null),
        sentBy: newIds('users', row['sent_by_user_id']),
        talentCode: textOf(row['related_talent_code']),
        projectId: newIds('projects', row['related_project_id']),
        cinemaTalentId: newIds('cinema_talents', row['related_cinema_talent_id']),
      };
    },
    insert: insertBroughtLetters,
  });

const LENGTHS = {
  ...{ username: 200, user_email: 150, user_code: 50, resource_type: 100, resource_id: 100, ip_address: 45, user_agent: 2000, browser: 50 },
  ...{ browser_version: 20, device_type: 20, device_brand: 50, device_model: 50, operating_system: 50, os_version: 20, request_method: 10 },
} as const;

const bringActivities = (desk: Desk): Promise<void> =>
  bringLog(desk, {
    table: 'activity_logs',
    refers: [['users', 'user_id']],
    read: (row, newIds) => {
      const at = momentOf(row['created_at']);
      if (!at) return null;
      const columns = Object.fromEntries(Object.entries(LENGTHS).map(([name, length]) => [name, cut(row[name], length)]));
      const status = textOf(row['status']) ?? '';
      const address = (name: string): string | null => (textOf(row[name]) ? maskAddress(textOf(row[name]) ?? '') : null);
      return {
        ...(columns as Record<keyof typeof LENGTHS, string | null>),
        user_id: newIds('users', row['user_id']),
        action_type: cut(row['action_type'], 50) ?? 'unknown',
        action_category: cut(row['action_category'], 50) ?? 'imported',
        action_description: textOf(row['action_description']) ?? '',
        status: ['success', 'error', 'warning'].includes(status) ? status : 'success',
        ...{ request_url: address('request_url'), request_referrer: address('request_referrer') },
        created_at: at,
      };
    },
    insert: async (tx, rows) => (rows.length > 0 ? insertActivities(tx, rows) : undefined),
  });

const bringSecurity = (desk: Desk): Promise<void> =>
  bringLog(desk, {
    table: 'security_logs',
    refers: [['users', 'user_id']],
    read: (row, newIds) => {
      const at = momentOf(row['created_at']);
      if (!at) return null;
      const severity = textOf(row['severity']) ?? '';
      const details = parsedOf(row['details']);
      const said = details !== null && typeof details === 'object' && !Array.isArray(details) ? details : { said: details };
      return {
        user_id: newIds('users', row['user_id']),
        event_type: cut(row['event_type'], 50) ?? 'unknown',
        ...{ ip_address: cut(row['ip_address'], 45), user_agent: cut(row['user_agent'], 2000) },
        details: details === null || details === undefined ? null : JSON.stringify(hideSecrets(said)),
        severity: ['low', 'medium', 'high', 'critical'].includes(severity) ? severity : 'low',
        created_at: at,
      };
    },
    insert: async (tx, rows) => (rows.length > 0 ? insertSecurityEvents(tx, rows) : undefined),
  });
