/** A letter as it waits: whole, attachments included, encrypted; and as it leaves. */
import { domainToASCII } from 'node:url';
import type { Vault } from '../vault.ts';
import type { Letter } from './mail.ts';
import type { OutgoingMessage } from './transport.ts';

type SealedLetter = Pick<Letter, 'to' | 'toName' | 'subject' | 'html' | 'text'> & {
  readonly attachments: readonly { readonly name: string; readonly base64: string; readonly mediaType: string }[];
};

export const oneLine = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ').trim();

/** A mailbox, loosely; what a server makes of it is its business. No controls, no spaces: nothing can be smuggled into a header. */
const ADDRESS = /^[^\s\p{Cc}<>"(),;:\\@[\]]{1,64}@[^\s\p{Cc}<>"(),;:\\@[\]]{1,190}$/u;

/** The address as mail servers take it, names of countries in their own letters included; null when it cannot be one. */
export function mailboxOf(address: string): string | null {
  if (!ADDRESS.test(address)) return null;
  const at = address.lastIndexOf('@');
  const domain = domainToASCII(address.slice(at + 1));
  return domain === '' ? null : `${address.slice(0, at)}@${domain}`;
}

export function seal(vault: Pick<Vault, 'encrypt'>, { to, toName, subject, html, text, attachments = [] }: Letter): string {
  const files = attachments.map(({ name, content, mediaType }) => ({
    name: oneLine(name).replace(/[/\\]/g, '-'),
    base64: content.toString('base64'),
    mediaType,
  }));
  const letter = { to, ...(toName === undefined ? {} : { toName }), subject, html, text, attachments: files } satisfies SealedLetter;
  return vault.encrypt(JSON.stringify(letter));
}

export interface Envelope {
  readonly logId: number;
  readonly from: OutgoingMessage['from'];
  readonly messageId: string;
  readonly date: Date;
}

export function unseal(vault: Pick<Vault, 'decrypt'>, sealed: string, envelope: Envelope): OutgoingMessage {
  const { to, toName, subject, html, text, attachments } = JSON.parse(vault.decrypt(sealed)) as SealedLetter;
  return {
    ...envelope,
    to: { address: mailboxOf(to) ?? to, name: toName ? oneLine(toName) : null },
    subject: oneLine(subject).slice(0, 500),
    html,
    text,
    attachments: attachments.map(({ name, base64, mediaType }) => ({ name, content: Buffer.from(base64, 'base64'), mediaType })),
  };
}
