/** Films on their way, part by part: what YouTube, LinkedIn and TikTok have in common. */
import {
  CallFault,
  type Checkpoint,
  type FilmWords,
  isFilm,
  type PlatformAnswer,
  type PlatformCall,
  type PostContent,
  type PostFault,
  type PostMedia,
  type Prepared,
  type Refusal,
} from '../platform.ts';

export const MEGABYTE = 1024 * 1024;
/** A pass is over then: what has arrived is written down, and others have their turn. */
export const PASS_MS = 4_000;
/** A part that has not arrived by then is tried again. */
export const PART_MS = 120_000;
/** Parts in memory at once, in this process. */
const MOST_PARTS = 8;

export interface FilmPost {
  readonly media: PostMedia;
  readonly words: FilmWords;
}

/** Or why there is none to post. */
export function filmOf({ media, film }: PostContent): FilmPost | Refusal {
  const found = media.find(isFilm);
  if (!found) return { reason: 'media', code: 'no_film', detail: 'only films are posted here' };
  return film
    ? { media: found, words: film }
    : { reason: 'content', code: 'no_words', detail: 'title and privacy of the film are missing' };
}
export const isRefusal = (given: object): given is Refusal => 'reason' in given;

/** What is measured alike on the three: one film, and no first comment, which none of them can be trusted to say once. */
export const faultsOfPost = (post: { readonly mediaCount: number; readonly firstComment: string }): readonly PostFault[] => [
  ...(post.mediaCount === 0 ? [{ field: 'media', constraint: 'media_required', limit: 1, found: 0 } as const] : []),
  ...tooMuch({ field: 'media', constraint: 'too_many_media', limit: 1, found: post.mediaCount }),
  ...tooMuch({ field: 'first_comment', constraint: 'too_long', limit: 0, found: post.firstComment.length }),
];

/** The fault, when there is more than the limit. */
export const tooMuch = (fault: PostFault): readonly PostFault[] => (fault.found > fault.limit ? [fault] : []);

export const wait = (checkpoint: object, seconds: number, why: string): Prepared => ({
  kind: 'wait',
  checkpoint: checkpoint as Checkpoint,
  seconds,
  why: why.slice(0, 300),
});
export const ready = (checkpoint: object): Prepared => ({ kind: 'ready', checkpoint: checkpoint as Checkpoint });
export const refused = (refusal: Refusal): Prepared => ({ kind: 'refused', refusal });

/** Bytes of a film from `from` up to, and not with, `until`, handed to `send`; a few at a time are in memory. */
export async function withPart<T>(
  call: PlatformCall,
  { media, from, until }: { readonly media: PostMedia; readonly from: number; readonly until: number },
  send: (part: Uint8Array<ArrayBuffer>) => Promise<T>,
): Promise<T> {
  await place();
  try {
    const part = new Uint8Array(await call.rangeOf(media, from, until));
    if (part.length !== until - from) throw new CallFault(`the film ${media.file} has other bytes than it was said to have`, true);
    return await send(part);
  } finally {
    taken -= 1;
    queue.shift()?.();
  }
}

let taken = 0;
const queue: (() => void)[] = [];

async function place(): Promise<void> {
  while (taken >= MOST_PARTS) await new Promise<void>((resolve) => void queue.push(resolve));
  taken += 1;
}

export const rangeHeader = (from: number, until: number, total: number): string => `bytes ${from}-${until - 1}/${total}`;

/** Of the database, where there is one. */
export const nowOf = (call: PlatformCall): number => (call.now?.() ?? new Date()).getTime();

/** In seconds; null when the answer does not say. A date is measured by the clock of whoever wrote it. */
export function retryAfter({ headers }: Pick<PlatformAnswer, 'headers'>, now: Date): number | null {
  const said = headers.get('retry-after');
  if (said === null) return null;
  const seconds = /^\d+$/.test(said) ? Number(said) : (Date.parse(said) - (Date.parse(headers.get('date') ?? '') || now.getTime())) / 1000;
  return Number.isFinite(seconds) ? Math.max(1, Math.ceil(seconds)) : null;
}
