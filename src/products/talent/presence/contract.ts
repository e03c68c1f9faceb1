/** The wire of presence: the documented API (the same fields in both dialects) and what scanners send. */
import { Type } from 'typebox';
import { PAGE_COUNTERS } from '../dialect.ts';

const text = Type.String();
const id = Type.Integer();
const count = Type.Integer();
const success = Type.Boolean();
const maybeText = Type.Unsafe<string | null>({ type: ['string', 'null'] });
const maybeNumber = Type.Unsafe<number | null>({ type: ['number', 'null'] });

export const RECORD_BODY = Type.Object({
  project_id: Type.Integer({ minimum: 1, maximum: 2_147_483_647 }),
  cinema_talent_code: Type.String({ minLength: 1, maxLength: 40 }),
  action: Type.Enum(['check_in', 'check_out']),
});

export const RECORDED = Type.Object({
  success,
  message: text,
  attendance: Type.Object({
    id,
    project_id: id,
    cinema_talent_code: text,
    date: text,
    check_in_time: text,
    check_out_time: maybeText,
    recorded_by: maybeText,
  }),
});
export const ALL_RECORDED = Type.Object({ success, message: text, count });

export const HISTORY_QUERY = Type.Object({
  project_id: Type.Optional(text),
  date_from: Type.Optional(text),
  date_to: Type.Optional(text),
  page: Type.Optional(text),
  limit: Type.Optional(text),
  per_page: Type.Optional(text),
});
export const HISTORY = Type.Object({
  success,
  talent: Type.Object({ unique_code: text, first_name: text, last_name: text }),
  ...Object.fromEntries(PAGE_COUNTERS.map((name) => [name, count])),
  attendance_records: Type.Array(
    Type.Object({
      id,
      project: Type.Object({ id, name: text }),
      date: text,
      check_in_time: text,
      check_out_time: maybeText,
      duration_hours: maybeNumber,
      recorded_by: maybeText,
    }),
  ),
  statistics: Type.Object({ total_days: count, total_hours: Type.Number(), average_hours_per_day: Type.Number() }),
});

const UUID = Type.String({ pattern: '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$' });
const INSTANT = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?(Z|[+-]\\d{2}:\\d{2})$' });
/** What a scanner sends; at most this many scans at a time. */
export const MAX_SCANS = 500;
export const SYNC_BODY = Type.Object({
  device: Type.String({ minLength: 8, maxLength: 64 }),
  sentAt: INSTANT,
  scans: Type.Array(
    Type.Object({
      id: UUID,
      action: Type.Unsafe<'check_in' | 'check_out'>(Type.Enum(['check_in', 'check_out'])),
      time: INSTANT,
      source: Type.Enum(['camera', 'typed', 'wedge', 'list', 'bulk']),
      // More than a QR code can hold.
      payload: Type.Unsafe<string | null>({ type: ['string', 'null'], maxLength: 8000 }),
      ref: Type.Unsafe<string | null>({ type: ['string', 'null'], maxLength: 40 }),
      code: Type.Unsafe<string | null>({ type: ['string', 'null'], maxLength: 64 }),
      verdict: Type.String({ maxLength: 40 }),
      undo: Type.Optional(UUID),
    }),
    { maxItems: MAX_SCANS },
  ),
});
