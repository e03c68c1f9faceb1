/**
 * A job's promise, apart from its labour: its name, what it carries, how often it is tried.
 *
 * Jobs run **at least once**: a worker that dies after the work and before the mark leaves a job that runs again. What
 * must not happen twice has to look before it acts (see the publishing state machine).
 */
import type { Static, TSchema } from 'typebox';
import { Compile } from 'typebox/compile';

export interface Job<T> {
  /** Also the name of its queue: letters, digits, `.`, `-`, `_`, `/`. Renaming one leaves its waiting jobs behind. */
  readonly name: string;
  /** Tries after the first that failed; then the job goes to the dead letters. */
  readonly retries: number;
  /** Before the first retry; doubled, with some chance, for each next one. */
  readonly retryDelaySeconds: number;
  readonly retryDelayMaxSeconds: number;
  /** A try that takes longer counts as failed and its signal is aborted. At most a day. */
  readonly timeoutSeconds: number;
  /** How many run at once in one process. */
  readonly concurrency: number;
  /** How many are taken at a time by each of these; they begin together, and the next are taken when all of them are done. */
  readonly batch: number;
  /** How late a delayed, retried or scheduled job may start; one that is due at once is announced and starts in milliseconds. */
  readonly pollSeconds: number;
  /**
   * What a second job with the same `key` meets. `waiting`: it is dropped while another waits, and accepted while one
   * runs, so the newest change is always seen. `unfinished`: it is dropped until the first is done or dead.
   */
  readonly unique: 'waiting' | 'unfinished';
  /** The data, checked; throws `JobDataError`. */
  readonly read: (data: unknown) => T;
}

export interface JobOptions<Schema extends TSchema> extends Partial<Omit<Job<unknown>, 'read' | 'name'>> {
  readonly name: string;
  /** What the job carries, as it stands in the database: an object, or `Type.Null()` for a job that carries nothing. */
  readonly data: Schema;
}

export class JobDataError extends Error {
  constructor(name: string, problems: readonly string[]) {
    super(`The data of job ${name} do not fit its schema: ${problems.join('; ')}`);
    this.name = 'JobDataError';
  }
}

/** `defineJob({ name: 'mail/send', data: Type.Object({ logId: Type.Integer() }), retries: 8 })` */
export function defineJob<Schema extends TSchema>({ name, data, ...options }: JobOptions<Schema>): Job<Static<Schema>> {
  if (!/^[\w.\-/]{1,100}$/.test(name)) throw new Error(`"${name}" is no name for a job`);
  const validator = Compile(data);
  return {
    retries: 5,
    retryDelaySeconds: 2,
    retryDelayMaxSeconds: 15 * 60,
    timeoutSeconds: 15 * 60,
    concurrency: 2,
    batch: 1,
    pollSeconds: 0.5,
    unique: 'waiting',
    ...options,
    name,
    read: (value) => {
      if (validator.Check(value)) return value;
      const problems = validator.Errors(value).map((error) => `${error.instancePath || 'the whole'} ${error.message}`);
      throw new JobDataError(name, problems.slice(0, 5));
    },
  };
}
