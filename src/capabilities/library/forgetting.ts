/** People who were erased: nothing more is said with them, and nothing here says who they were. */
import type { Tx } from '#kernel/db/db.ts';
import { type CheckTools, stopForbidden } from './checking.ts';
import { findConsentsByKeys, note, withdrawConsent } from './consents-store.ts';
import { findShowing, namelessPeople } from './media-store.ts';
import { restand } from './shelf.ts';

export async function forgetPeople(tools: CheckTools, tx: Tx, keys: readonly string[]): Promise<void> {
  const now = tools.clock.now();
  const consents = await findConsentsByKeys(tx, keys);
  for (const { id, personId } of consents)
    if (await withdrawConsent(tx, id, 'person', '', now))
      await note(tx, { what: 'withdrawn', author: 'machine', personId, consentId: id }, now);
  for (const personId of await namelessPeople(tx, keys)) {
    const media = await findShowing(tx, personId);
    await restand(tools, tx, media);
    await stopForbidden(tools, tx, media);
  }
}
