/**
 * Names that come twice: people who may be the same, names that an administrator watches, and how two files become one.
 *
 * Hides how names are spelled in three alphabets and two colonial traditions, under which keys they are found, what counts as evidence, and
 * the order in which a merge moves things. Words: a *key* is the bones of two words of a name; a *pair* is two people who may be one; the
 * *evidence* is what speaks for it and against it; an *entry* of the watch-list is a name with a reason and an end; the *survivor* of a
 * merge is the file that stays, the other is *absorbed*. A name alone never decides anything and never stops anybody.
 */
import type { Tx } from '#kernel/db/db.ts';
import type { Door } from '#kernel/http/door.ts';
import type { Queue } from '#kernel/jobs/queue.ts';
import type { PersonKind } from '../people-news.ts';
import { enqueueCheck, workOnNames } from './check.ts';
import { registerMerging } from './merge-routes.tsx';
import { registerQueue } from './queue-routes.tsx';
import type { NameTools } from './tools.ts';
import { registerWatch } from './watch-routes.tsx';

export type { NameTools } from './tools.ts';
export { insertEntry as watchName } from './watch.ts';

/** Promises a look at the name of somebody who just came or was renamed, inside the caller's transaction. */
export const askForNameCheck = (queue: Queue, tx: Tx, kind: PersonKind, id: number): Promise<void> => enqueueCheck(queue, tx, kind, id);

export function registerNames(door: Door, tools: NameTools): void {
  workOnNames(tools);
  registerQueue(door, tools);
  registerMerging(door, tools);
  registerWatch(door, tools);
}
