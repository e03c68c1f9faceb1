/**
 * Letters to people.
 *
 * Hides the mail server, retries and the log. Words: a *letter* is promised inside the caller's transaction and sent by a
 * job after it, so it exists exactly when the change it tells of does; its *template* (`talent_registration`…) can be
 * switched off, then it is logged `disabled` and never sent. That is decided when it is promised. The *look* is what all
 * letters share. The log (`kernel.email_logs`, for administrators) keeps every letter as it was, except what it says must be
 * hidden (`redact`): the clear letter is kept encrypted until its outcome is known, a week longer when it did not leave.
 * Statuses: queued, sent, failed, unknown (handed over, and nobody answered: an administrator decides), disabled.
 */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Clock } from '../clock.ts';
import type { Db, Tx } from '../db/db.ts';
import { inTransaction } from '../db/transaction.ts';
import type { Queue } from '../jobs/queue.ts';
import type { Settings } from '../settings.ts';
import { siteSettings } from '../site-face.ts';
import type { Files } from '../storage/files.ts';
import type { Vault } from '../vault.ts';
import { markSent, sendAgain, sweepLetters } from './decisions.ts';
import { deliverLetter, SEND_LETTER } from './delivery.ts';
import type { LetterLook } from './letter.tsx';
import { lookOf } from './letter-look.ts';
import { mailSettings } from './mail-settings.ts';
import { type ClaimedLetter, insertLog, insertOutgoing, type LetterStatus, type NewLog } from './mail-store.ts';
import { outboxTransport } from './outbox.ts';
import { redact } from './redact.ts';
import { mailboxOf, oneLine, seal, unseal } from './sealed-letter.ts';
import { SENDGRID_URL, sendgridTransport } from './sendgrid.ts';
import { smtpTransport } from './smtp.ts';
import type { OutgoingMessage, Transport } from './transport.ts';

export { doubtLetters } from './decisions.ts';

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
  /** What every letter shares at this moment: `renderLetter({ ...(await mail.look(tx)), language, title, blocks })`. */
  look(db: Db): Promise<LetterLook>;
}

/** How letters leave at this moment, and where to: the host of a server, or the folder of the outbox. */
export interface MailWay {
  readonly name: Transport['name'];
  readonly place: string;
  readonly sender: string;
}

/** What administrators do beside. */
export interface MailDesk extends Mail {
  way(): Promise<MailWay>;
  /** Sends a failed or doubtful letter once more; false when its copy is gone or somebody decided before. */
  sendAgain(db: Db, logId: number): Promise<boolean>;
  /** Ends the doubt about a letter that is known to have arrived; false when there is none. */
  markSent(db: Db, logId: number): Promise<boolean>;
  /** Forgets copies whose week is over and takes up letters whose job was lost; answers how many. For an hourly job. */
  sweep(): Promise<number>;
}

export interface MailTools {
  readonly config: {
    readonly mail: { readonly smtpUrl: string | null; readonly sendgridApiKey: string | null; readonly sender: string };
    readonly dataFolder: string;
    readonly siteName: string;
  };
  readonly db: Db;
  readonly queue: Queue;
  readonly vault: Vault;
  readonly clock: Clock;
  readonly log: Logger;
  readonly settings: Pick<Settings, 'get' | 'read'>;
  /** Where the logo of the site is kept that letters carry; without them they carry the mark of the program. */
  readonly files?: Pick<Files, 'find' | 'open'>;
  /** Whether a template is switched on, read through the caller's transaction. Every one is when not given. */
  readonly isEnabled?: (template: string, db: Db) => Promise<boolean>;
  /** Told of a letter that did not leave, or may not have, in the transaction that writes so. */
  readonly onProblem?: (tx: Tx) => Promise<void>;
  /** For tests. */
  readonly sendgridUrl?: string;
}

export function createMail(tools: MailTools): MailDesk {
  const { db, queue, clock, log, onProblem } = tools;
  const transport = async (): Promise<Transport> => (await chooseWay(tools)).transport();
  const open = (id: number, letter: ClaimedLetter) => openLetter(tools, id, letter);
  queue.work(SEND_LETTER, ({ logId }, context) =>
    deliverLetter({ db, clock, log, transport, open, ...(onProblem ? { onProblem } : {}) }, logId, context),
  );
  return {
    send: (caller, letter) => promise(tools, caller, letter),
    look: (caller) => lookOf(tools, caller),
    async way() {
      const { name, place } = await chooseWay(tools);
      return { name, place, sender: (await senderOf(tools)).address };
    },
    sendAgain: (caller, logId) => sendAgain(caller, queue, logId),
    markSent: (caller, logId) => markSent(caller, logId, clock.now()),
    sweep: () => sweepLetters(db, clock, queue),
  };
}

const MAX_ATTACHED_BYTES = 10 * 1024 * 1024;

async function promise({ config, queue, vault, clock, isEnabled }: MailTools, db: Db, letter: Letter): Promise<number> {
  const attached = (letter.attachments ?? []).reduce((sum, { content }) => sum + content.length, 0);
  if (attached > MAX_ATTACHED_BYTES) throw new Error(`a letter carries at most ${MAX_ATTACHED_BYTES} bytes, got ${attached}`);
  const enabled = (await isEnabled?.(letter.template, db)) ?? true;
  const status: LetterStatus = !enabled ? 'disabled' : mailboxOf(letter.to) ? 'queued' : 'failed';
  const domain = config.mail.sender.split('@')[1] ?? 'localhost';
  const message_id = `<${randomBytes(16).toString('hex')}@${domain}>`;
  const error_message = status === 'failed' ? 'The address is not valid' : null;
  return inTransaction(db, async (tx) => {
    const logId = await insertLog(tx, { ...logOf(letter), status, error_message, message_id, created_at: clock.now() });
    if (status !== 'queued') return logId;
    await insertOutgoing(tx, logId, seal(vault, letter));
    await queue.enqueue(tx, SEND_LETTER, { logId });
    return logId;
  });
}

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

async function openLetter(tools: MailTools, logId: number, letter: ClaimedLetter): Promise<OutgoingMessage> {
  const { messageId, createdAt: date } = letter;
  return unseal(tools.vault, letter.sealed, { logId, from: await senderOf(tools), messageId, date });
}

async function senderOf({ config, settings }: MailTools): Promise<OutgoingMessage['from']> {
  const { address, name, site } = await settings.read({
    ...{ address: mailSettings.sender, name: mailSettings.senderName, site: siteSettings.name },
  });
  return { address: address || config.mail.sender, name: oneLine(name) || oneLine(site) || config.siteName };
}

interface Way extends Omit<MailWay, 'sender'> {
  readonly transport: () => Transport;
}

/** SendGrid when there is a key, else the SMTP server, else the local outbox. */
async function chooseWay({ config, settings, sendgridUrl = SENDGRID_URL }: MailTools): Promise<Way> {
  const { smtpUrl } = config.mail;
  const apiKey = (await settings.get(mailSettings.sendgridApiKey)) || config.mail.sendgridApiKey;
  if (apiKey) return { name: 'sendgrid', place: new URL(sendgridUrl).host, transport: () => sendgridTransport(apiKey, sendgridUrl) };
  if (smtpUrl) return { name: 'smtp', place: new URL(smtpUrl).host, transport: () => smtpTransport(smtpUrl) };
  const folder = join(config.dataFolder, 'outbox');
  return { name: 'outbox', place: folder, transport: () => outboxTransport(folder) };
}
