/** Hands a letter to SendGrid (Web API v3). https://www.twilio.com/docs/sendgrid/api-reference/mail-send/mail-send */
import { request } from 'undici';
import { AUTOMATIC_HEADERS, movePicturesInside } from './mime.ts';
import { DeliveryError, type OutgoingMessage, type Transport } from './transport.ts';

export const SENDGRID_URL = 'https://api.sendgrid.com';

export function sendgridTransport(apiKey: string, baseUrl: string = SENDGRID_URL, timeoutMs = 30_000): Transport {
  return {
    name: 'sendgrid',
    repeatsUnknown: 0,
    deliver: async (message, signal) => {
      const reply = await post(`${baseUrl}/v3/mail/send`, apiKey, bodyOf(message), timeoutMs, signal);
      if (reply.statusCode === 202 || reply.statusCode === 200) return reply.body.dump();
      const told = `SendGrid answered ${reply.statusCode}: ${errorsIn(await reply.body.text())}`;
      const passing = reply.statusCode === 429 || reply.statusCode === 408 || reply.statusCode >= 500;
      throw new DeliveryError(passing ? 'temporary' : 'permanent', told);
    },
  };
}

type Reply = Awaited<ReturnType<typeof request>>;

async function post(url: string, apiKey: string, body: string, timeoutMs: number, signal: AbortSignal): Promise<Reply> {
  const headers = { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' };
  try {
    return await request(url, { method: 'POST', headers, body, signal, headersTimeout: timeoutMs, bodyTimeout: timeoutMs });
  } catch (error) {
    throw problemOf(error);
  }
}

const NEVER_CONNECTED = /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|CERT|TLS|SSL/;

function problemOf(error: unknown): DeliveryError {
  const { code = '', message = String(error) } = error as { code?: string; message?: string };
  if (NEVER_CONNECTED.test(code)) return new DeliveryError('temporary', `SendGrid cannot be reached: ${message || code}`, error);
  return new DeliveryError('unknown', `SendGrid gave no answer: ${message || code}`, error);
}

const person = ({ address, name }: OutgoingMessage['to']) => ({ email: address, ...(name ? { name } : {}) });

function bodyOf(message: OutgoingMessage): string {
  const { html, pictures } = movePicturesInside(message.html);
  const attachments = [...pictures, ...message.attachments].map(({ name, content, mediaType, contentId }) => ({
    content: content.toString('base64'),
    type: mediaType,
    filename: name,
    disposition: contentId ? 'inline' : 'attachment',
    ...(contentId ? { content_id: contentId } : {}),
  }));
  return JSON.stringify({
    personalizations: [{ to: [person(message.to)] }],
    from: person(message.from),
    subject: message.subject,
    content: [
      { type: 'text/plain', value: message.text },
      { type: 'text/html', value: html },
    ],
    ...(attachments.length > 0 ? { attachments } : {}),
    headers: { 'Message-ID': message.messageId, ...AUTOMATIC_HEADERS },
    categories: ['atelier'],
    // Links carry one-time secrets: they must arrive as written, and nobody is to be watched reading.
    tracking_settings: { click_tracking: { enable: false, enable_text: false }, open_tracking: { enable: false } },
  });
}

/** `{"errors":[{"message":"…","field":"…"}]}` in one line. */
function errorsIn(text: string): string {
  const messages = [...text.matchAll(/"message"\s*:\s*"((?:[^"\\]|\\.)*)"/g)].map(([, message = '']) => message);
  return (messages.join('; ') || text).slice(0, 500);
}
