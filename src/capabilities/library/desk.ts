/** What the desk of consents works with: where people are written to, what they are told, what is noted of it. */

import type { Db, Tx } from '#kernel/db/db.ts';
import { failure } from '#kernel/failure.ts';
import type { Rule } from '#kernel/http/rate-limit.ts';
import type { Mail } from '#kernel/mail/mail.ts';
import { type Language, localeOf } from '#kernel/message.ts';
import { nameOf, type SiteName } from '#kernel/site-face.ts';
import type { Files } from '#kernel/storage/files.ts';
import type { Vault } from '#kernel/vault.ts';
import type { Consent } from './consent.ts';
import { consentText } from './consent-text.ts';
import * as store from './consents-store.ts';
import type { DeclareTools } from './declaring.ts';
import { receiptLetter } from './letters.ts';
import { findMedia } from './media-store.ts';
import type { Mailbox, Person } from './medium.ts';
import { m } from './messages.ts';

export interface ConsentTools extends DeclareTools {
  readonly vault: Vault;
  readonly files: Files;
  readonly mail: Mail;
  readonly limits: { admit(rule: Rule, key: string, count?: number): Promise<void> };
  readonly siteName: SiteName;
  /** Origin of the site, for the links in letters. */
  readonly publicUrl: string;
}

export async function mailboxOf({ directories }: ConsentTools, db: Db, person: Person): Promise<Mailbox | null> {
  for (const directory of directories) {
    const found = await directory.mailboxOf(db, person.key);
    if (found) return found;
  }
  return null;
}

export async function required(db: Db, id: number): Promise<Consent> {
  const consent = await store.findConsent(db, id);
  if (!consent) throw failure.notFound(m.noConsent);
  return consent;
}

export const noteOf = (
  tx: Tx,
  { id, person, mediumId }: Consent,
  what: store.EventName,
  by: Pick<store.NewEvent, 'author' | 'accountId' | 'detail'>,
  now: Date,
): Promise<void> => store.note(tx, { what, mediumId, personId: person.id, consentId: id, ...by }, now);

// The link of the letter.

const SCOPE = 'library.consent';

export function linkOf({ vault, publicUrl }: Pick<ConsentTools, 'vault' | 'publicUrl'>, id: number): { url: string; token: string } {
  const token = `${id}.${vault.sign(SCOPE, String(id))}`;
  return { token, url: `${publicUrl}/consent/${token}` };
}

/** 404 for whatever we did not write. */
export async function consentOfToken({ vault, db }: Pick<ConsentTools, 'vault' | 'db'>, token: string): Promise<Consent> {
  const [id = '', signature = ''] = token.split('.');
  if (!/^[1-9]\d{0,14}$/.test(id) || !vault.verify(SCOPE, id, signature)) throw failure.notFound(m.noConsent);
  return required(db, Number(id));
}

export async function wordsOf(
  tools: Pick<ConsentTools, 'siteName'>,
  db: Db,
  consent: Consent,
  language: Language,
): Promise<readonly string[]> {
  const [medium] = consent.mediumId === null ? [] : await findMedia(db, [consent.mediumId]);
  return consentText(consent, { site: await nameOf(tools.siteName, db), medium: medium?.title ?? null }, language);
}

export async function sendReceipt(
  tools: ConsentTools,
  tx: Tx,
  consent: Consent,
  what: 'given' | 'refused' | 'withdrawn',
  language: Language,
): Promise<void> {
  const sealed = await store.findSealed(tx, consent.id);
  const known = sealed?.addressEncrypted ? (JSON.parse(tools.vault.decrypt(sealed.addressEncrypted)) as Mailbox) : null;
  const to = known ?? (await mailboxOf(tools, tx, consent.person));
  if (!to) return;
  const day = new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeZone: 'UTC' }).format(tools.clock.now());
  const paragraphs = await wordsOf(tools, tx, consent, language);
  const written = { to: { ...to, language }, look: await tools.mail.look(tx), paragraphs, ...linkOf(tools, consent.id) };
  await tools.mail.send(tx, receiptLetter({ ...written, what, version: consent.textVersion, day }));
}
