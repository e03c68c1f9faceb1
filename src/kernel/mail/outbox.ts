/** The outbox of an installation that has no mail server: every letter is a file that any mail program opens. */
import { join } from 'node:path';
import { writeFileDurably } from '../storage/durable.ts';
import { composeMime } from './mime.ts';
import type { Transport } from './transport.ts';

export function outboxTransport(folder: string): Transport {
  return {
    name: 'outbox',
    repeatsUnknown: Number.POSITIVE_INFINITY,
    deliver: async (message) => {
      // Named by its Message-ID: a letter written again after a crash takes its own place.
      const key = message.messageId.replace(/@.*$/, '').replace(/[^\w.-]/g, '');
      await writeFileDurably(join(folder, `${String(message.logId).padStart(6, '0')}-${key}.eml`), await composeMime(message));
    },
  };
}
