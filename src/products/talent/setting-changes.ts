/** Settings as the forms of administrators change them: only what differs is written, so that their history tells what somebody did. */
import { isDeepStrictEqual } from 'node:util';
import type { Tx } from '#kernel/db/db.ts';
import type { Setting, Settings } from '#kernel/settings.ts';

/** One setting and the value it is to have; its default is what `forget` leaves. */
export interface Change<T = unknown> {
  readonly setting: Setting<T>;
  readonly value: T;
}
export const change = <T>(setting: Setting<T>, value: T): Change => ({ setting, value }) as Change;

/** Answers the keys that changed. */
export async function applyChanges(
  tx: Tx,
  settings: Pick<Settings, 'get' | 'set' | 'forget'>,
  changes: readonly Change[],
  by: number | null,
): Promise<readonly string[]> {
  const changed: string[] = [];
  for (const { setting, value } of changes) {
    if (isDeepStrictEqual(await settings.get(setting, tx), value)) continue;
    await (isDeepStrictEqual(value, setting.fallback) ? settings.forget(tx, setting, by) : settings.set(tx, setting, value, by));
    changed.push(setting.key);
  }
  return changed;
}
