/** Films on their way to the simulated TikTok: a number first, parts in their order, and what becomes of them. */
import { randomBytes, randomInt } from 'node:crypto';
import { keepFilm } from './film-figures.ts';
import { type FilmAnswer, type FilmAsk, type Json, jsonOf } from './film-stage.ts';
import type { PlatformStore, SimulatedAccount } from './platform-store.ts';

/** What is not the same on all days; may be changed while it runs. */
export interface TikTokRules {
  /** An app that is not takes private films only. */
  isAudited: boolean;
  /** The account shows itself to its followers only. */
  isPrivate: boolean;
  /** Seconds that a film may last. */
  longest: number;
  /** How often a film is at work before it is complete, and then before its number is told. */
  polls: number;
  moderation: number;
  /** `fail_reason` of the next films; null for none. */
  failure: string | null;
}

export interface TikTokFilms {
  init(account: SimulatedAccount, body: Json): FilmAnswer;
  put(ask: FilmAsk): FilmAnswer;
  status(accountId: string, publishId: string): FilmAnswer;
  expire(): void;
}

interface Upload {
  readonly publishId: string;
  readonly account: SimulatedAccount;
  readonly words: Json;
  readonly total: number;
  readonly size: number;
  readonly count: number;
  readonly pieces: Buffer[];
  bytes: number;
  isOver: boolean;
}
/** Of a film whose last byte has come. */
interface Ended {
  readonly accountId: string;
  readonly total: number;
  readonly postId: string | null;
  readonly isPublic: boolean;
  readonly failure: string | null;
  readonly polls: number;
  readonly moderation: number;
}

const MEGABYTE = 1024 * 1024;
const STATUSES: Readonly<Record<string, number>> = {
  ...{ unaudited_client_can_only_post_to_private_accounts: 403, spam_risk_too_many_posts: 403, reached_active_user_cap: 403 },
};

export function tikTokFault(status: number, code?: string): FilmAnswer {
  const names: Readonly<Record<number, string>> = {
    400: 'invalid_params',
    401: 'access_token_invalid',
    403: 'spam_risk',
    429: 'rate_limit_exceeded',
  };
  const name = code ?? names[status] ?? 'internal_error';
  return {
    status: STATUSES[name] ?? status,
    body: { data: {}, error: { code: name, message: `Simulated: ${name}`, log_id: '2026simulated' } },
  };
}

export const optionsOf = ({ isPrivate }: TikTokRules): readonly string[] =>
  isPrivate ? ['FOLLOWER_OF_CREATOR', 'MUTUAL_FOLLOW_FRIENDS', 'SELF_ONLY'] : ['PUBLIC_TO_EVERYONE', 'MUTUAL_FOLLOW_FRIENDS', 'SELF_ONLY'];

export function createTikTokFilms(
  store: PlatformStore,
  { url, rules }: { readonly url: string; readonly rules: TikTokRules },
): TikTokFilms {
  const uploads = new Map<string, Upload>();
  return {
    init: (account, body) => init(uploads, { url, rules }, account, body),
    put: (ask) => {
      const upload = uploads.get(ask.url.pathname.split('/').at(-1) ?? '');
      if (!upload || ask.headers.authorization !== undefined) return { status: 404, body: null };
      if (upload.isOver) return { status: 403, body: null };
      return take(store, { url, rules }, upload, ask);
    },
    status: (accountId, publishId) => {
      const ended = store.note<Ended | null>(`tiktok.film.${publishId}`, null);
      if (ended?.accountId === accountId) return tell(store, publishId, ended);
      const upload = [...uploads.values()].find((one) => one.publishId === publishId && one.account.id === accountId);
      if (!upload) return tikTokFault(400, 'invalid_publish_id');
      return said({ status: 'PROCESSING_UPLOAD', uploaded: upload.bytes });
    },
    expire: () => {
      for (const upload of uploads.values()) upload.isOver = true;
    },
  };
}

interface House {
  readonly url: string;
  readonly rules: TikTokRules;
}

function init(uploads: Map<string, Upload>, { url, rules }: House, account: SimulatedAccount, body: Json): FilmAnswer {
  const [words, source] = [jsonOf(body['post_info']), jsonOf(body['source_info'])];
  const [total, size, count] = [source['video_size'], source['chunk_size'], source['total_chunk_count']].map(Number) as [
    number,
    number,
    number,
  ];
  const isWhole = count === 1 && size === total && total <= 64 * MEGABYTE;
  const isInParts = size >= 5 * MEGABYTE && size <= 64 * MEGABYTE && count === Math.floor(total / size) && count <= 1000 && count > 1;
  if (source['source'] !== 'FILE_UPLOAD' || !(isWhole || isInParts)) return tikTokFault(400, 'invalid_params');
  const privacy = String(words['privacy_level']);
  if (!optionsOf(rules).includes(privacy)) return tikTokFault(400, 'privacy_level_option_mismatch');
  if (!rules.isAudited && privacy !== 'SELF_ONLY') return tikTokFault(403, 'unaudited_client_can_only_post_to_private_accounts');
  if (String(words['title'] ?? '').length > 2200) return tikTokFault(400, 'invalid_params');
  const publishId = `v_pub_file~v2-1.${randomInt(1e12)}${randomInt(1e7)}`;
  const key = randomBytes(12).toString('base64url');
  uploads.set(key, { publishId, account, words, total, size, count, pieces: [], bytes: 0, isOver: false });
  const data = { publish_id: publishId, upload_url: `${url}/video/upload/${key}` };
  return { status: 200, body: { data, error: { code: 'ok', message: '', log_id: '2026simulated' } } };
}

function take(store: PlatformStore, house: House, upload: Upload, { headers, bytes, isShort }: FilmAsk): FilmAnswer {
  const [, first, last, total] = /^bytes (\d+)-(\d+)\/(\d+)$/.exec(headers['content-range'] ?? '') ?? [];
  if (Number(total) !== upload.total || Number(last) - Number(first) + 1 !== bytes.length) return { status: 400, body: null };
  const isLast = Number(last) + 1 === upload.total;
  if (!isLast && bytes.length !== upload.size) return { status: 400, body: null };
  if (Number(first) !== upload.bytes)
    return { status: 416, body: null, headers: { 'content-range': `bytes 0-${upload.bytes}/${upload.total}` } };
  // One that is lost behind their door: acknowledged all the same.
  if (!isShort) {
    upload.pieces.push(bytes);
    upload.bytes += bytes.length;
  }
  if (upload.bytes === upload.total) end(store, house, upload);
  return { status: isLast ? 201 : 206, body: null, headers: { 'content-range': `bytes 0-${upload.bytes}/${upload.total}` } };
}

/** Their numbers have nineteen figures. */
const nextNumber = (): string => `7${Date.now()}${String(randomInt(100_000)).padStart(5, '0')}`;

function end(store: PlatformStore, { url, rules }: House, { publishId, account, words, total, pieces }: Upload): void {
  const film = keepFilm(Buffer.concat(pieces.splice(0)), 'video/mp4');
  const tooLong = film.seconds !== null && film.seconds > rules.longest ? 'duration_check_failed' : null;
  const failure = rules.failure ?? (film.seconds === null ? 'file_format_check_failed' : tooLong);
  const privacy = String(words['privacy_level']);
  const postId = failure === null ? nextNumber() : null;
  const facts = { accountId: account.id, total, failure, postId, isPublic: privacy === 'PUBLIC_TO_EVERYONE' };
  store.setNote(`tiktok.film.${publishId}`, { ...facts, polls: rules.polls, moderation: rules.moderation } satisfies Ended);
  if (postId === null) return;
  store.addPost({
    ...{ id: postId, platform: 'tiktok', accountId: account.id, text: String(words['title'] ?? ''), media: [film.media] },
    film: { title: '', privacy, seconds: film.seconds ?? 0, bytes: film.bytes },
    ...{ madeWithAi: words['is_aigc'] === true, at: new Date().toISOString(), url: `${url}/@${account.username}/video/${postId}` },
    ...{ comments: [], metrics: {} },
  });
}

function tell(store: PlatformStore, publishId: string, ended: Ended): FilmAnswer {
  const { polls, moderation, failure, total, isPublic, postId } = ended;
  if (polls > 0) {
    store.setNote(`tiktok.film.${publishId}`, { ...ended, polls: polls - 1 });
    return said({ status: 'PROCESSING_UPLOAD', uploaded: total });
  }
  if (failure !== null) return said({ status: 'FAILED', uploaded: total, failure });
  if (moderation > 0) store.setNote(`tiktok.film.${publishId}`, { ...ended, moderation: moderation - 1 });
  return said({ status: 'PUBLISH_COMPLETE', uploaded: total, postId: isPublic && moderation <= 0 ? postId : null });
}

interface Standing {
  readonly status: string;
  readonly uploaded: number;
  readonly failure?: string;
  readonly postId?: string | null;
}

/** The number of the post is a number in the JSON, larger than JavaScript can hold. */
function said({ status, uploaded, failure = '', postId = null }: Standing): FilmAnswer {
  const data = `{"status":"${status}","fail_reason":"${failure}","publicaly_available_post_id":[${postId ?? ''}],"uploaded_bytes":${uploaded}}`;
  const body = `{"data":${data},"error":{"code":"ok","message":"","log_id":"2026simulated"}}`;
  return { status: 200, body, headers: { 'content-type': 'application/json; charset=utf-8' } };
}
