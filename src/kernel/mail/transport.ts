/** What a way of sending letters promises, whichever it is: SendGrid, an SMTP server, or the local outbox. */

export interface Attachment {
  readonly name: string;
  readonly content: Buffer;
  readonly mediaType: string;
  /** Shown inside the letter where `cid:` names it, instead of being listed. */
  readonly contentId?: string;
}

export interface OutgoingMessage {
  readonly logId: number;
  readonly from: { readonly address: string; readonly name: string | null };
  readonly to: { readonly address: string; readonly name: string | null };
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly attachments: readonly Attachment[];
  /** With angle brackets; the same at every try, so that a mailbox can tell a repeated letter. */
  readonly messageId: string;
  readonly date: Date;
}

/**
 * - `permanent`: refused for good; the same letter would be refused again.
 * - `temporary`: certainly not sent, for now.
 * - `unknown`: nobody answered after the whole letter was handed over; it may have been sent.
 */
export type DeliveryProblem = 'permanent' | 'temporary' | 'unknown';

export class DeliveryError extends Error {
  readonly problem: DeliveryProblem;
  constructor(problem: DeliveryProblem, message: string, cause?: unknown) {
    super(message, cause === undefined ? {} : { cause });
    this.name = 'DeliveryError';
    this.problem = problem;
  }
}

export interface Transport {
  readonly name: 'sendgrid' | 'smtp' | 'outbox';
  /**
   * How often a letter whose outcome is unknown may be handed over again by itself.
   *
   * SMTP and SendGrid: never. RFC 5321 would let a mail server try again and accept the duplicate, but people count the letters
   * they get: an administrator decides. The outbox: always; writing the same file again changes nothing.
   */
  readonly repeatsUnknown: number;
  /** Resolves when the letter is accepted; throws `DeliveryError`. */
  deliver(message: OutgoingMessage, signal: AbortSignal): Promise<void>;
}
