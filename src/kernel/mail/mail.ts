/**
 * Letters to people.
 *
 * Hides the mail server, retries and the log. Words: a *letter* is promised inside the caller's transaction and sent by a
 * job after it, so it exists exactly when the change it tells of does; its *template* (`talent_registration`…) can be
 * switched off, then it is logged `disabled` and never sent. The log (`kernel.email_logs`, for administrators) keeps
 * every letter as it was, except what it says must be hidden (`redact`): the clear letter is kept encrypted until its
 * outcome is known. Statuses: queued, sent, failed, disabled.
 */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Clock } from '../clock.ts';
import type { Db } from '../db/db.ts';
import { inTransaction } from '../db/transaction.ts';
import type { Queue } from '../jobs/queue.ts';
import type { Vault } from '../vault.ts';
import { deliverLetter, SEND_LETTER } from './delivery.ts';
import { type ClaimedLetter, insertLog, insertOutgoing, type LetterStatus, type NewLog } from './mail-store.ts';
import { outboxTransport } from './outbox.ts';
import { redact } from './redact.ts';
import { SENDGRID_URL, sendgridTransport } from './sendgrid.ts';
import { smtpTransport } from './smtp.ts';
import type { OutgoingMessage, Transport } from './transport.ts';

export interface LetterAttachment {
  readonly name: string;
  readonly content: Buffer;
  readonly mediaType: string;
}

export interface Letter {
  readonly to: string;
  readonly toName?: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  /** `generic` when it belongs to none. */
  readonly template: string;
  /** At most 10 MB in all. */
  readonly attachments?: readonly LetterAttachment[];
  /** The account that caused it. */
  readonly sentBy?: number;
  readonly relatedTalentCode?: string;
  readonly relatedProjectId?: number;
  readonly relatedCinemaTalentId?: number;
  /** Passwords and one-time links: replaced by ••• in the log. */
  readonly redact?: readonly string[];
}

export interface Mail {
  /** Promises the letter inside `db` when it is a transaction; returns its number in the log. A wrong address is logged `failed`. */
  send(db: Db, letter: Letter): Promise<number>;
}

/** What an administrator may change while the studio runs; each goes before the configuration. */
export interface MailSettings {
  readonly sendgridApiKey?: string | null;
  readonly sender?: string | null;
  readonly senderName?: string | null;
}

export interface MailTools {
  readonly config: {
    readonly mail: { readonly smtpUrl: string | null; readonly sendgridApiKey: string | null; readonly sender: string };
    readonly dataFolder: string;
  };
  readonly db: Db;
  readonly queue: Queue;
  readonly vault: Vault;
  readonly clock: Clock;
  readonly log: Logger;
  /** Every template is enabled when not given. */
  readonly isEnabled?: (template: string) => Promise<boolean>;
  readonly settings?: () => Promise<MailSettings>;
  /** For tests. */
  readonly sendgridUrl?: string;
}

export function createMail(tools: MailTools): Mail {
  const { db, queue, clock, log } = tools;
  const delivery = {
    db,
    clock,
    log,
    transport: () => chooseTransport(tools),
    open: (id: number, letter: ClaimedLetter) => open(tools, id, letter),
  };
  queue.work(SEND_LETTER, ({ logId }, context) => deliverLetter(delivery, logId, context));
  return { send: (caller, letter) => promise(tools, caller, letter) };
}

const MAX_ATTACHED_BYTES = 10 * 1024 * 1024;
/** A mailbox, loosely; what a server makes of it is its business. No controls, no spaces: nothing can be smuggled into a header. */
const ADDRESS = /^[^\s\p{Cc}<>"(),;:\\@[\]]{1,64}@[^\s\p{Cc}<>"(),;:\\@[\]]{1,190}$/u;

async function promise({ config, queue, vault, clock, isEnabled }: MailTools, db: Db, letter: Letter): Promise<number> {
  const attached = (letter.attachments ?? []).reduce((sum, { content }) => sum + content.length, 0);
  if (attached > MAX_ATTACHED_BYTES) throw new Error(`a letter carries at most ${MAX_ATTACHED_BYTES} bytes, got ${attached}`);
  const wellAddressed = ADDRESS.test(letter.to);
  const enabled = (await isEnabled?.(letter.template)) ?? true;
  const status: LetterStatus = !enabled ? 'disabled' : wellAddressed ? 'queued' : 'failed';
  const domain = config.mail.sender.split('@')[1] ?? 'localhost';
  const message_id = `<${randomBytes(16).toString('hex')}@${domain}>`;
  const error_message = status === 'failed' ? 'The address is not valid' : null;
  return inTransaction(db, async (tx) => {
    const logId = await insertLog(tx, { ...logOf(letter), status, error_message, message_id, created_at: clock.now() });
    if (status !== 'queued') return logId;
    await insertOutgoing(tx, logId, vault.encrypt(seal(letter)));
    await queue.enqueue(tx, SEND_LETTER, { logId });
    return logId;
  });
}

const oneLine = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ').trim();

function logOf(letter: Letter): Omit<NewLog, 'status' | 'error_message' | 'message_id' | 'created_at'> {
  const hide = (text: string): string => redact(text, letter.redact ?? []).replaceAll('\0', '');
  return {
    recipient_email: oneLine(letter.to).slice(0, 255),
    recipient_name: letter.toName === undefined ? null : oneLine(letter.toName).slice(0, 255),
    subject: oneLine(hide(letter.subject)).slice(0, 500),
    template_type: letter.template.slice(0, 100),
    html_content: hide(letter.html),
    text_content: hide(letter.text),
    sent_by_user_id: letter.sentBy ?? null,
    related_talent_code: letter.relatedTalentCode ?? null,
    related_project_id: letter.relatedProjectId ?? null,
    related_cinema_talent_id: letter.relatedCinemaTalentId ?? null,
  };
}

type SealedLetter = Pick<Letter, 'to' | 'toName' | 'subject' | 'html' | 'text'> & {
  readonly attachments: readonly { readonly name: string; readonly base64: string; readonly mediaType: string }[];
};

function seal({ to, toName, subject, html, text, attachments = [] }: Letter): string {
  const files = attachments.map(({ name, content, mediaType }) => ({ name, base64: content.toString('base64'), mediaType }));
  return JSON.stringify({
    to,
    ...(toName === undefined ? {} : { toName }),
    subject,
    html,
    text,
    attachments: files,
  } satisfies SealedLetter);
}

async function open({ vault, config, settings }: MailTools, logId: number, letter: ClaimedLetter): Promise<OutgoingMessage> {
  const opened = JSON.parse(vault.decrypt(letter.sealed)) as SealedLetter;
  const { sender, senderName } = (await settings?.()) ?? {};
  return {
    logId,
    from: { address: sender || config.mail.sender, name: senderName || null },
    to: { address: opened.to, name: opened.toName ? oneLine(opened.toName) : null },
    subject: oneLine(opened.subject).slice(0, 500),
    html: opened.html,
    text: opened.text,
    attachments: opened.attachments.map(({ name, base64, mediaType }) => ({ name, content: Buffer.from(base64, 'base64'), mediaType })),
    messageId: letter.messageId,
    date: letter.createdAt,
  };
}

/** SendGrid when there is a key, else the SMTP server, else the local outbox. */
async function chooseTransport({ config, settings, sendgridUrl = SENDGRID_URL }: MailTools): Promise<Transport> {
  const apiKey = (await settings?.())?.sendgridApiKey || config.mail.sendgridApiKey;
  if (apiKey) return sendgridTransport(apiKey, sendgridUrl);
  return config.mail.smtpUrl ? smtpTransport(config.mail.smtpUrl) : outboxTransport(join(config.dataFolder, 'outbox'));
}
