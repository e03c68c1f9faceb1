/**
 * A withdrawal counts at once: what is planned stops in the same transaction, what leaves or is live is told to those who can act, and
 * the person gets a receipt.
 */
import type { Identity } from '#capabilities/identity/identity.ts';
import type { Publication } from '#capabilities/publishing/publishing.ts';
import type { Tx } from '#kernel/db/db.ts';
import { inTransaction } from '#kernel/db/transaction.ts';
import { failure } from '#kernel/failure.ts';
import type { Viewer } from '#kernel/http/access.ts';
import type { Language } from '#kernel/message.ts';
import { type Stopped, stopForbidden, usesOf } from './checking.ts';
import type { Consent } from './consent.ts';
import * as store from './consents-store.ts';
import { type ConsentTools, noteOf, required, sendReceipt } from './desk.ts';
import { stopLetter } from './letters.ts';
import { findMedia, findShowing } from './media-store.ts';
import { m } from './messages.ts';
import { restand } from './shelf.ts';

export interface Withdrawal extends Stopped {
  readonly consent: Consent;
  /** Live with this person: for their owners to take down. */
  readonly live: readonly Publication[];
}
export type WithdrawalListener = (tx: Tx, withdrawal: Withdrawal) => Promise<void>;

export interface WithdrawalTools extends ConsentTools {
  readonly identity: Pick<Identity, 'find'>;
  /** Heard in the transaction of a withdrawal: who tells people of it otherwise. */
  readonly listeners: readonly WithdrawalListener[];
}

/** By the person, or by somebody who notes it for them. What is planned stops here and now; the rest is told to those who can act. */
export function withdraw(
  tools: WithdrawalTools,
  id: number,
  by: { readonly viewer: Viewer } | 'person',
  why: string,
  language: Language,
): Promise<Withdrawal> {
  return inTransaction(tools.db, async (tx) => {
    const now = tools.clock.now();
    const before = await store.lockConsent(tx, id);
    if (!before) throw failure.notFound(m.noConsent);
    const author = by === 'person' ? 'person' : `account:${by.viewer.accountId}`;
    if (!(await store.withdrawConsent(tx, id, author, why.slice(0, 500), now))) {
      if (before.withdrawnAt) return { consent: before, stopped: [], late: [], live: [] };
      throw failure.conflict('NOTHING_TO_WITHDRAW', m.nothingToWithdraw);
    }
    const consent = await required(tx, id);
    const event = by === 'person' ? { author: 'person' as const } : { author: 'account' as const, accountId: by.viewer.accountId };
    await noteOf(tx, consent, 'withdrawn', { ...event, detail: why.slice(0, 500) }, now);
    const media = await findShowing(tx, consent.personId);
    await restand(tools, tx, media);
    const { stopped, late } = await stopForbidden(tools, tx, media);
    const withdrawal = { consent, stopped, late, live: await liveOf(tools, tx, media) };
    await tellOwners(tools, tx, withdrawal);
    await sendReceipt(tools, tx, consent, 'withdrawn', language);
    for (const listener of tools.listeners) await listener(tx, withdrawal);
    return withdrawal;
  });
}

async function liveOf(tools: WithdrawalTools, tx: Tx, mediumIds: readonly number[]): Promise<readonly Publication[]> {
  const uses = await usesOf(tools, tx, await findMedia(tx, mediumIds));
  const all = await tools.publishing.findAll(
    tx,
    uses.map(({ publicationId }) => publicationId),
  );
  return all.filter(({ state }) => state === 'confirmed' || state === 'unknown');
}

/** One letter to each account that had planned or published something with this person. */
async function tellOwners(tools: WithdrawalTools, tx: Tx, { consent, stopped, late, live }: Withdrawal): Promise<void> {
  const owners = new Set([...stopped, ...late, ...live].map(({ accountId }) => accountId));
  const look = await tools.mail.look(tx);
  for (const accountId of owners) {
    const owner = await tools.identity.find(tx, accountId);
    if (!owner) continue;
    const name = `${owner.firstName} ${owner.lastName}`.trim() || owner.username;
    const to = { email: owner.email, name, language: owner.language ?? 'fr' } as const;
    const count = (all: readonly Publication[]): number => all.filter((one) => one.accountId === accountId).length;
    const counts = { stopped: count(stopped), late: count(late), live: count(live) };
    const url = `${tools.publicUrl}/library?person=${consent.personId}`;
    await tools.mail.send(tx, stopLetter({ to, look, person: consent.person.name, ...counts, url }));
  }
}

/** Consents that ended by themselves are written down, and what stood on them looked at anew; answers how many. For an hourly job. */
export async function noteEnds(tools: WithdrawalTools): Promise<number> {
  const now = tools.clock.now();
  const ended = await store.findUnnotedEnds(tools.db, now, 500);
  for (const { id, personId } of ended)
    await inTransaction(tools.db, async (tx) => {
      await store.note(tx, { what: 'expired', author: 'machine', personId, consentId: id }, now);
      const media = await findShowing(tx, personId);
      await restand(tools, tx, media);
      await stopForbidden(tools, tx, media);
    });
  return ended.length;
}
