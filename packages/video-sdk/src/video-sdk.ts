/**
 * Client of the video API: projects, what they are made of, films, publications.
 *
 * Hides retries, idempotency keys, pages and the live connection. What is sent and answered has the names of the API reference
 * (`target_duration`, `video_url`); what belongs to this client alone is written the way JavaScript does.
 */

export { VideoClient, type VideoClientOptions } from './client.ts';
export type { DownloadedFile } from './download.ts';
export { ConnectionError, type ErrorDetails, JobFailedError, RateLimitError, VideoApiError, WaitTimeoutError } from './errors.ts';
export type { RequestOptions } from './http.ts';
export type { Page } from './page.ts';
export type { Progress, ProgressOptions } from './progress.ts';
export { verifySignature } from './signature.ts';
export type * from './types.ts';
