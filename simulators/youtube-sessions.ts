/** Resumable uploads of the simulated YouTube: a film is made of the last byte, and of nothing else. */
import { randomBytes } from 'node:crypto';
import { keepFilm } from './film-figures.ts';
import { type FilmAnswer, type FilmAsk, type Json, jsonOf } from './film-stage.ts';
import type { PlatformStore } from './platform-store.ts';
import { googleFault, videoOf } from './youtube-words.ts';

/** What is not the same on all days; may be changed while it runs. */
export interface YouTubeRules {
  /** Uploads that the app may still begin today. */
  uploadsLeft: number;
  /** Channels that were not verified have no thumbnails of their own. */
  isVerified: boolean;
}

export interface YouTubeSessions {
  begin(channelId: string, ask: FilmAsk): FilmAnswer;
  put(ask: FilmAsk): FilmAnswer;
  forget(done: boolean): void;
}

interface Session {
  readonly channelId: string;
  readonly words: Json;
  readonly mediaType: string;
  readonly total: number;
  readonly pieces: Buffer[];
  bytes: number;
}

const PIECE_BYTES = 256 * 1024;
const CATEGORIES = ['1', '2', '10', '15', '17', '19', '20', '22', '23', '24', '25', '26', '27', '28', '29'];
const PRIVACIES = ['public', 'unlisted', 'private'];

interface House {
  readonly url: string;
  readonly rules: YouTubeRules;
}

export function createYouTubeSessions(store: PlatformStore, { url, rules }: House): YouTubeSessions {
  const sessions = new Map<string, Session>();
  return {
    begin: (channelId, { headers, json, url: asked }) => {
      if (asked.searchParams.get('uploadType') !== 'resumable') return googleFault(400, 'badRequest');
      if (rules.uploadsLeft <= 0) return googleFault(403, 'quotaExceeded');
      const total = Number(headers['x-upload-content-length']);
      const mediaType = headers['x-upload-content-type'];
      if (!(total > 0) || typeof mediaType !== 'string') return googleFault(400, 'mediaBodyRequired');
      const fault = faultIn(json);
      if (fault) return googleFault(400, fault);
      rules.uploadsLeft -= 1;
      const id = randomBytes(24).toString('base64url');
      sessions.set(id, { channelId, words: json, mediaType, total, pieces: [], bytes: 0 });
      const location = `${url}/upload/youtube/v3/videos?uploadType=resumable&part=snippet,status&upload_id=${id}`;
      return { status: 200, body: null, headers: { location } };
    },
    put: (ask) => {
      const id = ask.url.searchParams.get('upload_id') ?? '';
      const done = store.note<string | null>(`youtube.session.${id}`, null);
      const post = done === null ? null : store.post('youtube', done);
      if (post) return { status: 200, body: videoOf(post) };
      const session = sessions.get(id);
      return session ? take(store, url, id, session, ask) : { status: 404, body: 'Not Found' };
    },
    forget: (done) => {
      sessions.clear();
      if (done) for (const key of store.noteKeys('youtube.session.')) store.setNote(key, null);
    },
  };
}

function take(store: PlatformStore, url: string, id: string, session: Session, { headers, bytes, isShort }: FilmAsk): FilmAnswer {
  const [, first, last, total] = /^bytes (?:(\d+)-(\d+)|\*)\/(\d+)$/.exec(headers['content-range'] ?? '') ?? [];
  if (Number(total) !== session.total) return googleFault(400, 'badRequest');
  if (first === undefined) return standing(session);
  if (Number(last) - Number(first) + 1 !== bytes.length) return googleFault(400, 'badRequest');
  const isLast = Number(last) + 1 === session.total;
  if (!isLast && bytes.length % PIECE_BYTES !== 0) return googleFault(400, 'badRequest');
  // What does not follow on what is there is not taken; the answer says where to go on.
  if (Number(first) !== session.bytes) return standing(session);
  const kept = isShort ? bytes.subarray(0, Math.floor(bytes.length / 2 / PIECE_BYTES) * PIECE_BYTES) : bytes;
  session.pieces.push(kept);
  session.bytes += kept.length;
  if (session.bytes < session.total) return standing(session);
  return { status: 200, body: videoOf(create(store, url, id, session)) };
}

const standing = ({ bytes }: Session): FilmAnswer => ({
  status: 308,
  body: null,
  headers: bytes > 0 ? { range: `bytes=0-${bytes - 1}` } : {},
});

function create(store: PlatformStore, url: string, session: string, { channelId, words, mediaType, pieces }: Session) {
  const id = randomBytes(8).toString('base64url');
  const film = keepFilm(Buffer.concat(pieces), mediaType);
  const [snippet, status] = [jsonOf(words['snippet']), jsonOf(words['status'])];
  const post = {
    ...{ id, platform: 'youtube' as const, accountId: channelId, text: String(snippet['description'] ?? ''), media: [film.media] },
    film: {
      ...{ title: String(snippet['title']), privacy: String(status['privacyStatus'] ?? 'public') },
      ...{ seconds: film.seconds ?? 0, bytes: film.bytes },
    },
    ...{ madeWithAi: status['containsSyntheticMedia'] === true, at: new Date().toISOString(), url: `${url}/watch?v=${id}` },
    ...{ comments: [], metrics: {} },
  };
  store.addPost(post);
  store.setNote(`youtube.session.${session}`, id);
  store.setNote(`youtube.words.${id}`, { tags: snippet['tags'] ?? [], categoryId: snippet['categoryId'] ?? null, status });
  return post;
}

function faultIn(words: Json): string | null {
  const [snippet, status] = [jsonOf(words['snippet']), jsonOf(words['status'])];
  const [title, description] = [String(snippet['title'] ?? ''), String(snippet['description'] ?? '')];
  if (title.trim() === '' || [...title].length > 100 || /[<>]/.test(title)) return 'invalidTitle';
  if (Buffer.byteLength(description) > 5000 || /[<>]/.test(description)) return 'invalidDescription';
  const tags = Array.isArray(snippet['tags']) ? snippet['tags'].map(String) : [];
  const weight = tags.map((tag) => (tag.includes(' ') ? `"${tag}"` : tag)).join(',').length;
  if (weight > 500 || tags.some((tag) => /[<>]/.test(tag))) return 'invalidTags';
  if (!CATEGORIES.includes(String(snippet['categoryId']))) return 'invalidCategoryId';
  return PRIVACIES.includes(String(status['privacyStatus'] ?? 'public')) ? null : 'invalidVideoMetadata';
}
