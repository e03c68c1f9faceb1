/** What the person says on the page of the letter. The exact words they saw are kept with the answer, encrypted. */
import { inTransaction } from '#kernel/db/transaction.ts';
import { failure } from '#kernel/failure.ts';
import type { Language } from '#kernel/message.ts';
import type { Consent } from './consent.ts';
import * as store from './consents-store.ts';
import { type ConsentTools, noteOf, required, sendReceipt, wordsOf } from './desk.ts';
import { findShowing } from './media-store.ts';
import { m } from './messages.ts';
import { restand } from './shelf.ts';

export interface Click {
  readonly language: Language;
  readonly ip: string;
  readonly userAgent: string;
}

/** What the person answered on the page; answering twice is answering once. 409 when it was answered otherwise. */
export async function answer(tools: ConsentTools, id: number, state: 'given' | 'refused', click: Click): Promise<Consent> {
  return inTransaction(tools.db, async (tx) => {
    const consent = (await store.lockConsent(tx, id)) ?? (await required(tx, id));
    if (consent.state === state) return consent;
    const now = tools.clock.now();
    const paragraphs = await wordsOf(tools, tx, consent, click.language);
    const evidence = { ...click, version: consent.textVersion, paragraphs, answered: state, at: now.toISOString() };
    const evidenceEncrypted = tools.vault.encrypt(JSON.stringify(evidence));
    if (!(await store.answerConsent(tx, id, { state, evidenceEncrypted, language: click.language }, now)))
      throw failure.conflict('ALREADY_ANSWERED', m.alreadyAnswered);
    await noteOf(tx, consent, state, { author: 'person' }, now);
    await restand(tools, tx, await findShowing(tx, consent.personId));
    await sendReceipt(tools, tx, consent, state, click.language);
    return required(tx, id);
  });
}
