/** The story of a post, step by step: what is done, what is now, what is ahead. Only what is known is told. */
import type { Attempt, Publication } from '#capabilities/publishing/publishing.ts';
import type { Message } from '#kernel/message.ts';
import type { ScheduledPost } from '../scheduler/scheduler.ts';
import { post as m } from './post-messages.ts';

export interface Step {
  readonly key: string;
  readonly label: Message;
  readonly at: Date | null;
  readonly look: 'done' | 'now' | 'ahead' | 'bad';
}

const ENDS = { confirmed: m.confirmed, rejected: m.rejected, missed: m.missed, unknown: m.unknown, cancelled: m.cancelled } as const;
type End = keyof typeof ENDS;
const isEnd = (state: string): state is End => Object.hasOwn(ENDS, state);
const PREPARED: readonly string[] = ['prepared', 'armed', 'called'];

export function storyOf(
  post: Pick<ScheduledPost, 'state' | 'createdAt' | 'scheduledTime' | 'postedAt' | 'updatedAt'>,
  publication: Pick<Publication, 'calledAt' | 'endedAt'> | null,
  attempts: readonly Pick<Attempt, 'at'>[],
): readonly Step[] {
  const { state } = post;
  const calledAt = publication?.calledAt ?? null;
  const end = isEnd(state) ? state : null;
  const wasPrepared = calledAt !== null || PREPARED.includes(state);
  const written: Step = { key: 'written', label: m.written, at: post.createdAt, look: 'done' };
  const due: Step = { key: 'due', label: m.due, at: post.scheduledTime, look: state === 'due' || state === 'leased' ? 'now' : 'done' };
  const prepared: Step = {
    ...{ key: 'prepared', label: m.prepared, at: wasPrepared ? (attempts[0]?.at ?? null) : null },
    look: wasPrepared ? (state === 'prepared' || state === 'armed' ? 'now' : 'done') : 'ahead',
  };
  const called: Step = { key: 'called', label: m.called, at: calledAt, look: calledAt ? (end ? 'done' : 'now') : 'ahead' };
  const last: Step = {
    ...{ key: 'end', label: ENDS[end ?? 'confirmed'], at: end ? (post.postedAt ?? publication?.endedAt ?? post.updatedAt) : null },
    look: end === null ? 'ahead' : end === 'confirmed' ? 'done' : 'bad',
  };
  // What was never reached does not belong to a story that has ended.
  return [written, due, prepared, called, last].filter(({ look }) => end === null || look !== 'ahead');
}
