/** What went wrong with the making of an asset, in words that help, and whether another try may go better. */
import {
  ClipFault,
  ImageRefusal,
  MusicFault,
  VoiceFault,
  wordsOfClipFault,
  wordsOfMusicFault,
  wordsOfVoiceFault,
} from '#capabilities/generation/generation.ts';
import { Failure } from '#kernel/failure.ts';
import { type Message, say } from '#kernel/message.ts';
import type { AssetFault } from './asset.ts';
import { m } from './messages.ts';

/** The picture that a clip was to be made of is not there any more. */
export class PictureGone extends Error {
  constructor() {
    super('the picture is gone');
    this.name = 'PictureGone';
  }
}

export interface Verdict {
  readonly fault: AssetFault;
  readonly isPassing: boolean;
  readonly retryAfterMs: number | null;
}

const faultOf = (code: string, { fr, en, ar }: Message): AssetFault => ({ code, message: { fr, en, ar } });

/** Those that are nobody's but ours. */
export const faults = {
  failed: faultOf('failed', m.failed),
  interrupted: faultOf('interrupted', m.interrupted),
  timeout: faultOf('timeout', m.timeout),
} as const;

const final = (fault: AssetFault): Verdict => ({ fault, isPassing: false, retryAfterMs: null });

/** A refusal for safety is final; a purchase that nobody heard of is looked for by the next try, which buys nothing. */
export function judge(error: unknown): Verdict {
  if (error instanceof ImageRefusal) return final(faultOf('refused', error.reason));
  if (error instanceof PictureGone) return final(faultOf('picture_gone', m.pictureGone));
  if (error instanceof VoiceFault) {
    const { isPassing, mayBeCharged, retryAfterMs } = error.facts;
    return { fault: faultOf(error.kind, wordsOfVoiceFault(error)), isPassing: isPassing || mayBeCharged, retryAfterMs };
  }
  if (error instanceof MusicFault) return { fault: faultOf(error.kind, wordsOfMusicFault(error)), ...passing(error) };
  if (error instanceof ClipFault) return { fault: faultOf(error.kind, wordsOfClipFault(error)), ...passing(error) };
  // What cannot be read or is not installed stays so.
  if (error instanceof Failure) return final(faultOf(error.code.toLowerCase(), filled(error)));
  return { fault: faults.failed, isPassing: true, retryAfterMs: null };
}

const filled = ({ text, params }: Failure): Message => ({
  ...{ fr: say(text, 'fr', params), en: say(text, 'en', params), ar: say(text, 'ar', params) },
});

const passing = ({ facts }: MusicFault | ClipFault): Omit<Verdict, 'fault'> => ({
  isPassing: facts.isPassing,
  retryAfterMs: facts.retryAfterMs,
});
