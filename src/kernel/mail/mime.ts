/** A letter as the bytes that travel: headers, both texts, pictures inside, files beside. */
import { createHash } from 'node:crypto';
import MailComposer from 'nodemailer/lib/mail-composer';
import type { Attachment, OutgoingMessage } from './transport.ts';

export const AUTOMATIC_HEADERS: Readonly<Record<string, string>> = {
  'Auto-Submitted': 'auto-generated',
  'X-Auto-Response-Suppress': 'All',
};

export function composeMime(message: OutgoingMessage): Promise<Buffer> {
  const { html, pictures } = movePicturesInside(message.html);
  const composer = new MailComposer({
    from: mailbox(message.from),
    to: mailbox(message.to),
    subject: message.subject,
    html,
    text: message.text,
    messageId: message.messageId,
    date: message.date,
    headers: { ...AUTOMATIC_HEADERS },
    attachments: [...pictures, ...message.attachments].map(({ name, content, mediaType, contentId }) => ({
      filename: name,
      content,
      contentType: mediaType,
      ...(contentId ? { cid: contentId, contentDisposition: 'inline' as const } : {}),
    })),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}

const mailbox = ({ address, name }: OutgoingMessage['from']): { address: string; name: string } => ({ address, name: name ?? '' });

const DATA_PICTURE = /src="data:image\/(png|jpeg|gif|webp);base64,([A-Za-z0-9+/=]+)"/g;

/** Many mailboxes do not show `data:` pictures: each becomes an attachment that the letter points at. The log keeps the letter in one piece. */
export function movePicturesInside(html: string): { html: string; pictures: readonly Attachment[] } {
  const pictures = new Map<string, Attachment>();
  const pointing = html.replace(DATA_PICTURE, (_whole, format: string, base64: string) => {
    const contentId = `${createHash('sha256').update(base64).digest('hex').slice(0, 24)}@atelier`;
    pictures.set(contentId, { name: `picture.${format}`, content: Buffer.from(base64, 'base64'), mediaType: `image/${format}`, contentId });
    return `src="cid:${contentId}"`;
  });
  return { html: pointing, pictures: [...pictures.values()] };
}
