/** What can go wrong, each with what is known of it. */

export interface ErrorDetails {
  readonly field?: string;
  readonly constraint?: string;
  readonly fields?: readonly { readonly field: string; readonly constraint: string; readonly message: string }[];
  readonly [name: string]: unknown;
}

export interface ErrorFacts {
  /** 0 when there was no answer. */
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly details?: ErrorDetails;
  readonly requestId?: string | null;
  readonly cause?: unknown;
}

/** An answer that is an error; `ConnectionError` when there was no answer. */
export class VideoApiError extends Error {
  readonly status: number;
  /** For programs: `VALIDATION_ERROR`, `ALREADY_RUNNING`… */
  readonly code: string;
  readonly details: ErrorDetails;
  /** To be given to whoever runs the server. */
  readonly requestId: string | null;
  constructor({ status, code, message, details = {}, requestId = null, cause }: ErrorFacts) {
    super(`${message}${fieldsIn(details)}`, cause === undefined ? undefined : { cause });
    this.name = 'VideoApiError';
    this.status = status;
    this.code = code;
    this.details = details;
    this.requestId = requestId;
  }
}

/** Whoever reads a log sees which field it was. */
const fieldsIn = ({ fields = [] }: ErrorDetails): string =>
  fields.length > 0 ? ` (${fields.map(({ field, message }) => `${field}: ${message}`).join('; ')})` : '';

/** 429, after the retries of this client. */
export class RateLimitError extends VideoApiError {
  /** Seconds until another request makes sense; null when the server did not say. */
  readonly retryAfter: number | null;
  constructor(facts: ErrorFacts & { readonly retryAfter: number | null }) {
    super(facts);
    this.name = 'RateLimitError';
    this.retryAfter = facts.retryAfter;
  }
}

/** The server could not be reached, or did not answer in time (`code`: `CONNECTION_FAILED`, `TIMEOUT`). */
export class ConnectionError extends VideoApiError {
  constructor(facts: Omit<ErrorFacts, 'status'>) {
    super({ ...facts, status: 0 });
    this.name = 'ConnectionError';
  }
}

/** What was waited for ended, and not well: it failed or was cancelled. */
export class JobFailedError extends VideoApiError {
  /** `failed` or `cancelled`. */
  readonly outcome: string;
  /** The last state that was read. */
  readonly state: unknown;
  constructor(outcome: string, state: unknown, fault: { readonly code?: string; readonly message?: string }) {
    super({ status: 200, code: fault.code ?? outcome.toUpperCase(), message: fault.message ?? `The work ended as ${outcome}` });
    this.name = 'JobFailedError';
    this.outcome = outcome;
    this.state = state;
  }
}

/** It goes on at the server; only this client has stopped waiting. */
export class WaitTimeoutError extends VideoApiError {
  readonly state: unknown;
  constructor(milliseconds: number, state: unknown) {
    super({ status: 0, code: 'WAIT_TIMEOUT', message: `Not finished after ${milliseconds} ms; it goes on at the server` });
    this.name = 'WaitTimeoutError';
    this.state = state;
  }
}
