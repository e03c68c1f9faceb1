/** Sending a recap: what is told, to whom, and that it is told once. All of it is one transaction, letters included. */
import type { Identity } from '#capabilities/identity/identity.ts';
import type { Clock } from '#kernel/clock.ts';
import type { Db, Tx } from '#kernel/db/db.ts';
import { inTransaction } from '#kernel/db/transaction.ts';
import type { Mail } from '#kernel/mail/mail.ts';
import type { Settings } from '#kernel/settings.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { adminMailbox } from '../email-notifications/email-notifications.ts';
import { recapLetter } from './letters.ts';
import { insertRecap, newCinemaTalents, newMembers, noteLetters } from './store.ts';
import { daysBefore, lastWeek, type Span } from './weeks.ts';

export interface RecapTools {
  readonly db: Db;
  readonly clock: Clock;
  readonly mail: Mail;
  readonly settings: Pick<Settings, 'get'>;
  readonly identity: Pick<Identity, 'find' | 'findByEmail'>;
  readonly catalogue: Pick<Catalogue, 'snapshot'>;
  readonly publicUrl: string;
}

/** What became of a recap: the two letters it promised, or why there are none. */
export type RecapResult =
  | { readonly outcome: 'promised'; readonly to: string; readonly letters: { readonly talents: number; readonly cinema: number } }
  | { readonly outcome: 'told-before' | 'nobody-to-write-to' };

/** Of the last Sunday; however many processes try, and however often, the first one sends it. */
export const sendWeekly = (tools: RecapTools): Promise<RecapResult> =>
  inTransaction(tools.db, async (tx) => {
    const { sunday, ...span } = lastWeek(tools.clock.now());
    return send(tools, tx, `week ${sunday}`, span, null);
  });

/** Of the last seven days, because somebody asks. The same `key` is answered once: a second press of the button sends nothing. */
export const sendNow = (tools: RecapTools, db: Db, key: string, askedBy: number): Promise<RecapResult> =>
  inTransaction(db, (tx) => send(tools, tx, `asked ${key}`, daysBefore(tools.clock.now()), askedBy));

async function send(tools: RecapTools, tx: Tx, key: string, span: Span, askedBy: number | null): Promise<RecapResult> {
  const talents = await newMembers(tx, span);
  const cinema = await newCinemaTalents(tx, span);
  const counts = { talents: talents.total, cinemaTalents: cinema.total };
  const id = await insertRecap(tx, { key, ...span, ...counts, now: tools.clock.now(), askedBy });
  if (id === null) return { outcome: 'told-before' };
  const to = await adminMailbox(tools, tx);
  if (!to) return { outcome: 'nobody-to-write-to' };
  const shared = { to, span, catalogue: await tools.catalogue.snapshot(tx), look: await tools.mail.look(tx), askedBy };
  const facts = { ...shared, site: tools.publicUrl };
  const letters = {
    talents: await tools.mail.send(tx, recapLetter('talents', { ...facts, newcomers: talents })),
    cinema: await tools.mail.send(tx, recapLetter('cinema', { ...facts, newcomers: cinema })),
  };
  await noteLetters(tx, id, letters);
  return { outcome: 'promised', to: to.email, letters };
}
