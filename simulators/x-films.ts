/** Films of the simulated X: begun, sent in parts, closed, worked on; with what the real one refuses. */
import { createHash } from 'node:crypto';
import { filmFacts } from './mp4.ts';
import type { PlatformStore } from './platform-store.ts';
import type { Bearer } from './x-consent.ts';
import { invalid, problem, type XAnswer } from './x-mishaps.ts';
import { type Json, keepUpload } from './x-posts.ts';

export interface XFilmRules {
  /** How often X is still at work on a film when it is asked; 1 when not changed. */
  looks: number;
  checkAfterSeconds: number;
  /** What becomes of the next films, whatever they are. */
  fates: 'failed'[];
}

export interface XFilms {
  readonly rules: XFilmRules;
  initialize(who: Bearer, body: Json): XAnswer;
  append(who: Bearer, id: string, form: FormData): Promise<XAnswer>;
  finalize(who: Bearer, id: string): XAnswer;
  status(who: Bearer, id: string): XAnswer;
}

interface Film {
  readonly owner: string;
  readonly mediaType: string;
  readonly total: number;
  readonly until: number;
  readonly parts: Readonly<Record<string, { readonly sha256: string; readonly bytes: number }>>;
  readonly isClosed: boolean;
  readonly looksLeft: number;
  /** Null while it can be shown. */
  readonly fault: string | null;
}

const MOST_BYTES = 8_000_000_000;
const MOST_PART = 5 * 1024 * 1024;
const DAY_MS = 86_400_000;

export function createXFilms(store: PlatformStore, nextId: () => string): XFilms {
  const rules: XFilmRules = { looks: 1, checkAfterSeconds: 1, fates: [] };
  const of = ({ account }: Bearer, id: string): Film | null => {
    const film = store.note<Film | null>(`x.film.${id}`, null);
    return film?.owner === account.id && film.until > Date.now() ? film : null;
  };
  const put = (id: string, film: Film): void => store.setNote(`x.film.${id}`, film);
  const answer = (id: string, film: Film): XAnswer => ({ status: 200, body: { data: dataOf(id, film, rules) } });
  return {
    rules,
    initialize: (who, body) => {
      const total = Number(body['total_bytes']);
      if (body['media_category'] !== 'tweet_video') return invalid('media_category is not known');
      if (body['media_type'] !== 'video/mp4') return invalid('media_type must be video/mp4');
      if (!(Number.isSafeInteger(total) && total > 0 && total <= MOST_BYTES)) return invalid('total_bytes is not a size that is taken');
      const id = nextId();
      const fresh = { parts: {}, isClosed: false, looksLeft: rules.looks, fault: null };
      put(id, { owner: who.account.id, mediaType: 'video/mp4', total, until: Date.now() + DAY_MS, ...fresh });
      return { status: 200, body: { data: { id, media_key: `7_${id}`, expires_after_secs: DAY_MS / 1000 } } };
    },
    append: async (who, id, form) => {
      const [film, index, part] = [of(who, id), String(form.get('segment_index') ?? ''), form.get('media')];
      if (!film) return problem(404, 'Not Found', 'This media upload does not exist.');
      if (film.isClosed) return invalid('The media upload was finalized.');
      if (!/^\d{1,3}$/.test(index)) return invalid('segment_index must be between 0 and 999');
      if (!(part instanceof Blob)) return invalid('media is required');
      if (part.size > MOST_PART) return problem(413, 'Payload Too Large', 'The segment is too large');
      const content = Buffer.from(await part.arrayBuffer());
      const sha256 = createHash('sha256').update(content).digest('hex');
      store.keepContent(sha256, content);
      put(id, { ...film, parts: { ...film.parts, [index]: { sha256, bytes: content.length } } });
      return { status: 200, body: { data: { expires_at: Math.floor(film.until / 1000) } } };
    },
    finalize: (who, id) => {
      const film = of(who, id);
      if (!film) return problem(404, 'Not Found', 'This media upload does not exist.');
      if (film.isClosed) return invalid('The media upload was finalized already.');
      const parts = Object.entries(film.parts).sort(([one], [other]) => Number(one) - Number(other));
      const bytes = parts.reduce((sum, [, part]) => sum + part.bytes, 0);
      if (bytes !== film.total || parts.some(([index], place) => Number(index) !== place))
        return invalid('Segments do not add up to provided total file size.');
      const content = Buffer.concat(parts.map(([, { sha256 }]) => store.contentOf(sha256) ?? Buffer.alloc(0)));
      const closed: Film = { ...film, isClosed: true, fault: faultOf(content, rules) };
      put(id, closed);
      const sha256 = createHash('sha256').update(content).digest('hex');
      store.keepContent(sha256, content);
      if (closed.fault === null)
        keepUpload(store, id, { owner: film.owner, mediaType: film.mediaType, sha256, until: film.until, altText: '' });
      return answer(id, closed);
    },
    status: (who, id) => {
      const film = of(who, id);
      if (!film) return problem(404, 'Not Found', 'This media upload does not exist.');
      if (!film.isClosed) return invalid('The media upload was not finalized.');
      if (film.looksLeft > 0) put(id, { ...film, looksLeft: film.looksLeft - 1 });
      return answer(id, film.looksLeft > 0 ? { ...film, looksLeft: film.looksLeft - 1 } : film);
    },
  };
}

function faultOf(content: Buffer, rules: XFilmRules): string | null {
  if (rules.fates.shift()) return 'The film could not be worked through.';
  const facts = filmFacts(content);
  if (!facts) return 'Unsupported or damaged media.';
  return facts.seconds < 0.5 || facts.seconds > 20 * 60 ? `A film of ${facts.seconds} seconds is not taken.` : null;
}

function dataOf(id: string, film: Film, { checkAfterSeconds }: XFilmRules): Json {
  const facts = { id, media_key: `7_${id}`, size: film.total, expires_after_secs: Math.floor((film.until - Date.now()) / 1000) };
  if (film.looksLeft > 0) {
    const state = Object.keys(film.parts).length > 0 ? 'in_progress' : 'pending';
    return { ...facts, processing_info: { state, check_after_secs: checkAfterSeconds, progress_percent: 50 } };
  }
  if (film.fault === null) return { ...facts, processing_info: { state: 'succeeded', progress_percent: 100 } };
  return { ...facts, processing_info: { state: 'failed', error: { code: 1, name: 'InvalidMedia', message: film.fault } } };
}
