/** What a platform file is given for one publication: every request is noted, every answer's budget kept. */
import { buffer } from 'node:stream/consumers';
import type { Logger } from 'pino';
import type { Db } from '#kernel/db/db.ts';
import type { Files } from '#kernel/storage/files.ts';
import { type Attempts, noteOf } from './attempts.ts';
import { keepPauses } from './budgets.ts';
import { callPlatform } from './http.ts';
import type { MediaLinks } from './media-links.ts';
import {
  CallFault,
  type Platform,
  type PlatformAnswer,
  type PlatformCall,
  type PlatformName,
  type PlatformRequest,
  type Poster,
} from './platform.ts';
import type { Held } from './records.ts';

export interface CallTools {
  readonly db: Db;
  readonly log: Logger;
  readonly files: Files;
  readonly links: MediaLinks;
  readonly attempts: Attempts;
  readonly platforms: Readonly<Record<PlatformName, Platform>>;
}

export interface Caller {
  readonly connectionId: number;
  readonly poster: Poster;
}

/** What may be asked of a publication that nobody holds as well (figures). */
export type CallSubject = Pick<Held, 'id' | 'platform' | 'post' | 'checkpoint' | 'now'>;

export interface MadeCall extends PlatformCall {
  /** Requests that were begun. */
  sent(): number;
}

export function makeCall(tools: CallTools, subject: CallSubject, { poster, connectionId }: Caller, signal: AbortSignal): MadeCall {
  const { db, files, links, attempts, platforms, log } = tools;
  const { id, platform, post, checkpoint } = subject;
  let sent = 0;
  const send = async (request: PlatformRequest): Promise<PlatformAnswer> => {
    sent += 1;
    const answer = await callPlatform(request, signal).catch(async (error: unknown) => {
      await noteFault(tools, id, request.phase, error);
      throw error;
    });
    // What the platform answered counts, whatever becomes of what we write about it.
    const pauses = platforms[platform].pausesOf(answer, subject.now());
    const note = noteOf(request.phase, { ...answer, text: answer.text.replaceAll(poster.accessToken, '•••') });
    await Promise.all([attempts.note(id, note), keepPauses(db, pauses, { platform, connectionId })]).catch((err: unknown) =>
      log.warn({ err, publication: id }, 'an attempt could not be noted'),
    );
    return answer;
  };
  return {
    ...{ poster, post, checkpoint, signal, send, now: () => subject.now() },
    bytesOf: async (media) => {
      const file = await files.find(db, media.file);
      if (!file) throw new CallFault(`the picture ${media.file} is gone`, true);
      return buffer(await files.open(file));
    },
    async rangeOf(media, from, until) {
      const file = await files.find(db, media.file);
      if (!file) throw new CallFault(`the film ${media.file} is gone`, true);
      return buffer(await files.open(file, { start: from, end: until - 1 }));
    },
    publicUrlOf: (media) => links.linkTo(subject, media, subject.now()),
    sent: () => sent,
  };
}

async function noteFault({ attempts, log }: CallTools, id: number, phase: string, error: unknown): Promise<void> {
  const note = { phase, code: error instanceof CallFault && error.unsent ? 'unsent' : 'no_answer', detail: String(error) };
  await attempts.note(id, note).catch((err: unknown) => log.warn({ err, publication: id }, 'an attempt could not be noted'));
}
