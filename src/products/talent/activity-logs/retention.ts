/** How long each log is kept: a personal trace is not kept for ever, an attack is looked at longer. */
import { Type } from 'typebox';
import { AUDIT_LOGS, type AuditLog } from '#kernel/audit-seals.ts';
import { type FieldError, failure } from '#kernel/failure.ts';
import { defineSetting, type Setting } from '#kernel/settings.ts';
import type { ActivityLogTools } from './activity-logs.ts';
import { retention as m } from './messages.ts';

export const DAYS = { least: 30, most: 3650 } as const;
const days = Type.Integer({ minimum: DAYS.least, maximum: DAYS.most });
export const KEPT: Readonly<Record<AuditLog, Setting<number>>> = {
  activity: defineSetting({ key: 'activity_log_days', schema: days, fallback: 365 }),
  security: defineSetting({ key: 'security_log_days', schema: days, fallback: 730 }),
};

export type KeptDays = Readonly<Record<AuditLog, number>>;
export const keptDays = async ({ settings }: Pick<ActivityLogTools, 'settings'>): Promise<KeptDays> => {
  const [activity, security] = await Promise.all(AUDIT_LOGS.map((log) => settings.get(KEPT[log])));
  return { activity: activity ?? KEPT.activity.fallback, security: security ?? KEPT.security.fallback };
};

export function readKept(typed: Readonly<Record<AuditLog, string>>): KeptDays {
  const faults: Record<string, FieldError> = {};
  const read = (log: AuditLog): number => {
    const value = /^\d{1,5}$/.test(typed[log].trim()) ? Number(typed[log]) : Number.NaN;
    if (!(value >= DAYS.least && value <= DAYS.most)) faults[log] = { message: m.bounds, params: DAYS, constraint: 'range' };
    return value;
  };
  const kept = { activity: read('activity'), security: read('security') };
  if (Object.keys(faults).length > 0) throw failure.invalid(faults);
  return kept;
}

const DAY = 86_400_000;

/** What is sealed only; what is not waits for its seal. */
export async function sweepLogs(tools: Pick<ActivityLogTools, 'settings' | 'seals' | 'clock'>): Promise<number> {
  const kept = await keptDays(tools);
  let removed = 0;
  for (const log of AUDIT_LOGS) removed += await tools.seals.removeBefore(log, new Date(tools.clock.now().getTime() - kept[log] * DAY));
  return removed;
}
