/** What a platform says to a text that is being written: how much of it is used, and why it would be refused. */
import { type PicturePlatform, PLATFORM_TITLES, type PostFault } from '#capabilities/publishing/publishing.ts';
import { Failure } from '#kernel/failure.ts';
import { type Language, type Message, say } from '#kernel/message.ts';
import type { Scheduler } from '../scheduler/scheduler.ts';
import { type Typed, wordsFor } from './composer-form.ts';
import { limits } from './composer-messages.ts';

export interface Measure {
  readonly platform: PicturePlatform;
  readonly used: number;
  readonly limit: number;
  /** The whole text as it will be posted. */
  readonly text: string;
  /** In the reader's language. */
  readonly faults: readonly string[];
}

export const measureAll = (
  scheduler: Pick<Scheduler, 'check'>,
  accountId: number,
  typed: Typed,
  language: Language,
): Promise<readonly Measure[]> =>
  Promise.all((['instagram', 'facebook', 'twitter'] as const).map((platform) => measure(scheduler, accountId, typed, platform, language)));

async function measure(
  scheduler: Pick<Scheduler, 'check'>,
  accountId: number,
  typed: Typed,
  platform: PicturePlatform,
  language: Language,
): Promise<Measure> {
  try {
    const { faults, used, limit, text } = await scheduler.check(accountId, wordsFor(typed, platform));
    // A picture is asked for elsewhere.
    const words = faults.filter(({ constraint }) => constraint !== 'media_required').map((fault) => wordsOf(fault, platform, language));
    return { platform, used, limit, text, faults: words };
  } catch (error) {
    if (!(error instanceof Failure) || error.kind !== 'invalid') throw error;
    const faults = Object.values(error.fields).map(({ message, params }) => say(message, language, params));
    return { platform, used: 0, limit: 0, text: typed.captions[platform] || typed.caption, faults };
  }
}

function wordsOf({ field, constraint, limit, found }: PostFault, platform: PicturePlatform, language: Language): string {
  // What is said of films alone has no words of its own here.
  const known: Partial<Record<PostFault['constraint'], Message>> = limits;
  const message = field === 'first_comment' && constraint === 'too_long' ? limits.comment : (known[constraint] ?? limits.format);
  return say(message, language, { platform: PLATFORM_TITLES[platform], limit, found, over: found - limit });
}
