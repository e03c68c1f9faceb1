/** Rows of `publishing.publications`, as people and as workers see them. */
import { sql } from 'kysely';
import type { Checkpoint, PlatformName, PostContent } from './platform.ts';
import type { Publication, PublicationOutcome, PublicationState } from './publication.ts';

/** How a publication ended, as far as workers end it. */
export interface End {
  readonly state: 'confirmed' | 'rejected' | 'unknown' | 'missed';
  readonly postId: string | null;
  readonly url: string | null;
  readonly outcome: PublicationOutcome | null;
}

export interface PublicationRow {
  id: number;
  account_id: number;
  platform: PlatformName;
  connection_id: number | null;
  key: string;
  state: PublicationState;
  version: number;
  post: PostContent;
  due_at: Date;
  next_attempt_at: Date;
  called_at: Date | null;
  ended_at: Date | null;
  tries: number;
  platform_post_id: string | null;
  platform_post_url: string | null;
  outcome: PublicationOutcome | null;
  sent: number | null;
  total: number | null;
}

/** What `returning` and `select` name to make a `PublicationRow` of a table called `p`. */
export const PUBLICATION = sql`p.id, p.account_id, p.platform, p.connection_id, p.key, p.state, p.version, p.post, p.due_at,
  p.next_attempt_at, p.called_at, p.ended_at, p.tries, p.platform_post_id, p.platform_post_url, p.outcome,
  (p.checkpoint->>'sent')::float8 as sent, (p.checkpoint->>'total')::float8 as total`;

export const publicationOf = (row: PublicationRow): Publication => ({
  id: row.id,
  accountId: row.account_id,
  platform: row.platform,
  connectionId: row.connection_id,
  key: row.key,
  state: row.state,
  version: row.version,
  post: row.post,
  dueAt: row.due_at,
  nextAttemptAt: row.next_attempt_at,
  calledAt: row.called_at,
  endedAt: row.ended_at,
  platformPostId: row.platform_post_id,
  platformPostUrl: row.platform_post_url,
  outcome: row.outcome,
  tries: row.tries,
  sent: row.sent !== null && row.total ? { bytes: row.sent, total: row.total } : null,
});

interface WorkerRow extends PublicationRow {
  connection_chosen: boolean;
  lease_token: string;
  grace_seconds: number;
  catch_up: boolean;
  prepared_at: Date | null;
  first_called_at: Date | null;
  checkpoint: Checkpoint;
  reads: number;
  absences: number;
  absent_at: Date | null;
  doubts: number;
  rearmed: boolean;
  verdict: End | null;
  afterwords_tries: number;
  commented_at: Date | null;
  now: Date;
}

export type { WorkerRow };

export const WORKER_COLUMNS = sql`${PUBLICATION}, p.connection_chosen, p.lease_token::text, p.grace_seconds, p.catch_up, p.prepared_at,
  p.first_called_at, p.checkpoint, p.reads, p.absences, p.absent_at, p.doubts, p.rearmed, p.verdict, p.afterwords_tries, p.commented_at,
  clock_timestamp() as now`;

/** A publication in the hands of a worker, as it was claimed. */
export interface Held extends Publication {
  readonly token: string;
  readonly connectionChosen: boolean;
  readonly graceSeconds: number;
  readonly catchUp: boolean;
  readonly preparedAt: Date | null;
  readonly firstCalledAt: Date | null;
  readonly checkpoint: Checkpoint;
  readonly reads: number;
  readonly absences: number;
  readonly absentAt: Date | null;
  readonly doubts: number;
  readonly rearmed: boolean;
  readonly verdict: End | null;
  readonly afterwordsTries: number;
  readonly isCommented: boolean;
  /** The database's time, carried on by a watch of this process that nobody can set; never ahead of the database. */
  now(): Date;
}

export function heldOf(row: WorkerRow): Held {
  const claimed = performance.now();
  return {
    ...publicationOf(row),
    token: row.lease_token,
    connectionChosen: row.connection_chosen,
    graceSeconds: row.grace_seconds,
    catchUp: row.catch_up,
    preparedAt: row.prepared_at,
    firstCalledAt: row.first_called_at,
    checkpoint: row.checkpoint,
    reads: row.reads,
    absences: row.absences,
    absentAt: row.absent_at,
    doubts: row.doubts,
    rearmed: row.rearmed,
    verdict: row.verdict,
    afterwordsTries: row.afterwords_tries,
    isCommented: row.commented_at !== null,
    now: () => new Date(row.now.getTime() + performance.now() - claimed),
  };
}
