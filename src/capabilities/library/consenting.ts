/** Consents that the house asks for by letter, or records from paper; whatever happens is written down with its time and its author. */
import { buffer } from 'node:stream/consumers';
import { PLATFORM_NAMES } from '#capabilities/publishing/publishing.ts';
import type { Db, Tx } from '#kernel/db/db.ts';
import { inTransaction } from '#kernel/db/transaction.ts';
import { failure } from '#kernel/failure.ts';
import type { Viewer } from '#kernel/http/access.ts';
import type { Rule } from '#kernel/http/rate-limit.ts';
import type { Language } from '#kernel/message.ts';
import { type Consent, type Evidence, PURPOSES } from './consent.ts';
import { TEXT_VERSION } from './consent-text.ts';
import * as store from './consents-store.ts';
import { isHouse } from './declaring.ts';
import { type ConsentTools, linkOf, mailboxOf, noteOf, required, sendReceipt, wordsOf } from './desk.ts';
import { askLetter } from './letters.ts';
import { findShowing } from './media-store.ts';
import type { Mailbox, Medium, Person } from './medium.ts';
import { m } from './messages.ts';
import { restand } from './shelf.ts';

/** What is asked for; `until` is the last day, `YYYY-MM-DD`. */
export interface Terms {
  readonly mediumId: number | null;
  readonly origin: string | null;
  readonly purposes: readonly string[];
  /** None is every one. */
  readonly platforms: readonly string[];
  readonly territory: string;
  readonly until: string;
}

const DAY = 86_400_000;
const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));

async function readTerms(tools: ConsentTools, tx: Tx, terms: Terms) {
  const now = tools.clock.now();
  const purposes = PURPOSES.filter((name) => terms.purposes.includes(name));
  if (purposes.length === 0) throw failure.field('purposes', m.choosePurpose, {}, 'required');
  const platforms = PLATFORM_NAMES.filter((name) => terms.platforms.includes(name));
  if (terms.until && !isDay(terms.until)) throw failure.field('until', m.badDay, {}, 'format');
  const endsAt = terms.until ? new Date(Date.parse(terms.until) + DAY) : null;
  if (endsAt && endsAt <= now) throw failure.field('until', m.pastDay, {}, 'past');
  if (terms.territory.length > 200) throw failure.field('territory', m.tooLong, { most: 200 }, 'max_length');
  const all = platforms.length === 0 || platforms.length === PLATFORM_NAMES.length;
  return {
    ...{ mediumId: terms.mediumId, origin: terms.origin, purposes, platforms: all ? null : platforms, territory: terms.territory, endsAt },
    originTitle: terms.origin ? ((await titleOf(tools, tx, terms.origin)) ?? terms.origin) : '',
    startsAt: now,
    textVersion: TEXT_VERSION,
  };
}

async function titleOf({ directories }: ConsentTools, db: Db, origin: string): Promise<string | null> {
  for (const directory of directories) {
    const found = await directory.titleOf(db, origin);
    if (found) return found.title;
  }
  return null;
}

const LETTERS: Rule = { name: 'library.ask', limit: 60, windowSeconds: 3600 };

/** People of the platform are asked by the casting side; whoever is only a name, by whoever named them, at the address they give. */
export function mayAsk(viewer: Viewer, { key }: Person): boolean {
  return key.startsWith('name:') ? key.startsWith(`name:${viewer.accountId}:`) : isHouse(viewer);
}

export interface Asked {
  readonly person: Person;
  readonly terms: Terms;
  /** Of somebody who is only a name. */
  readonly email?: string;
  readonly language?: Language;
}

/** One letter. Throws `failure` on `email` where there is no address, 409 when the same was asked and not answered yet. */
export async function askFor(tools: ConsentTools, viewer: Viewer, { person, terms, email = '', language = 'fr' }: Asked): Promise<Consent> {
  if (!mayAsk(viewer, person)) throw failure.forbidden();
  await tools.limits.admit(LETTERS, `account:${viewer.accountId}`);
  return inTransaction(tools.db, async (tx) => {
    const to = (await mailboxOf(tools, tx, person)) ?? typedMailbox(person, email, language);
    if (!to) throw failure.field('email', m.noAddress, { person: person.name }, 'required');
    const read = await readTerms(tools, tx, terms);
    const waiting = (await store.findConsentsOf(tx, [person.id])).some(
      (one) => one.state === 'asked' && one.mediumId === read.mediumId && one.origin === read.origin,
    );
    if (waiting) throw failure.conflict('ALREADY_ASKED', m.alreadyAsked, {}, { person: person.name });
    const now = tools.clock.now();
    const consent = await store.insertConsent(
      tx,
      {
        ...read,
        ...{ personId: person.id, state: 'asked', evidence: null, evidenceEncrypted: null, documentFile: null, documentType: null },
        ...{ language: to.language, askedBy: viewer.accountId, addressEncrypted: tools.vault.encrypt(JSON.stringify(to)) },
      },
      now,
    );
    const made = await required(tx, consent);
    const { url, token } = linkOf(tools, made.id);
    const paragraphs = await wordsOf(tools, tx, made, to.language);
    const letter = askLetter({ to, look: await tools.mail.look(tx), paragraphs, url, token });
    await store.setLetter(tx, made.id, await tools.mail.send(tx, { ...letter, sentBy: viewer.accountId }));
    await noteOf(tx, made, 'asked', { author: 'account', accountId: viewer.accountId }, now);
    await restand(tools, tx, await findShowing(tx, person.id));
    return made;
  });
}

const typedMailbox = ({ key, name }: Person, email: string, language: Language): Mailbox | null =>
  key.startsWith('name:') && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email) ? { email, name, language } : null;

export interface Recorded {
  readonly person: Person;
  readonly terms: Terms;
  readonly document: { readonly content: Buffer; readonly mediaType: string; readonly extension: string } | null;
}

/** A paper that was signed; its scan is kept encrypted. */
export function record(tools: ConsentTools, viewer: Viewer, { person, terms, document }: Recorded): Promise<Consent> {
  if (!mayAsk(viewer, person)) throw failure.forbidden();
  return inTransaction(tools.db, async (tx) => {
    const now = tools.clock.now();
    const read = await readTerms(tools, tx, terms);
    const evidence: Evidence = document ? 'document' : 'form';
    const kept = document && (await keepDocument(tools, tx, document.content));
    const to = await mailboxOf(tools, tx, person);
    const id = await store.insertConsent(
      tx,
      {
        ...read,
        ...{ personId: person.id, state: 'given', evidence, askedBy: viewer.accountId, language: to?.language ?? 'fr' },
        ...{ documentFile: kept, documentType: document?.mediaType ?? null },
        evidenceEncrypted: tools.vault.encrypt(JSON.stringify({ recordedBy: viewer.accountId, at: now.toISOString() })),
        addressEncrypted: to && tools.vault.encrypt(JSON.stringify(to)),
      },
      now,
    );
    const made = await required(tx, id);
    await noteOf(tx, made, 'recorded', { author: 'account', accountId: viewer.accountId, detail: evidence }, now);
    await restand(tools, tx, await findShowing(tx, person.id));
    // The person hears of it: whoever signed nothing can say so by the same link.
    await sendReceipt(tools, tx, made, 'given', made.language);
    return made;
  });
}

const keepDocument = async ({ files, vault }: ConsentTools, tx: Tx, content: Buffer): Promise<string> =>
  (
    await files.save(tx, {
      ...{ folder: 'consents', extension: 'sealed', mediaType: 'application/octet-stream' },
      content: Buffer.from(vault.encrypt(content.toString('base64'))),
    })
  ).name;

export async function openDocument(
  { db, files, vault }: ConsentTools,
  id: number,
): Promise<{ readonly content: Buffer; readonly mediaType: string } | null> {
  const sealed = await store.findSealed(db, id);
  const file = sealed?.documentFile ? await files.find(db, sealed.documentFile) : null;
  if (!file) return null;
  const token = (await buffer(await files.open(file))).toString();
  return { content: Buffer.from(vault.decrypt(token), 'base64'), mediaType: sealed?.documentType ?? 'application/octet-stream' };
}

/** How people read the consents of somebody for a medium: those that concern it, or anything. */
export const concerning = (consents: readonly Consent[], { id, origin }: Pick<Medium, 'id' | 'origin'>): readonly Consent[] =>
  consents.filter((one) => (one.mediumId === null ? one.origin === null || one.origin === origin : one.mediumId === id));
