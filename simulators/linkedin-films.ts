/** Films on their way to the simulated LinkedIn: parts of four megabytes, each to its own address, put together by their ETags. */
import { createHash, randomBytes } from 'node:crypto';
import { keepFilm } from './film-figures.ts';
import { type FilmAnswer, type FilmAsk, jsonOf } from './film-stage.ts';
import { linkedInFault } from './linkedin-words.ts';
import type { PlatformStore, SimulatedMedia } from './platform-store.ts';

/** What is not the same on all days; may be changed while it runs. */
export interface LinkedInRules {
  /** How often a film is at work before it is done. */
  polls: number;
  /** Why the next films cannot be worked through; null for none. */
  failure: string | null;
  /** Whether the app gets refresh tokens. */
  refreshes: boolean;
  /** Older ones are dead. */
  oldestVersion: string;
  /** The same words again are refused. */
  refusesTwins: boolean;
}

export interface LinkedInFilm {
  readonly owner: string;
  readonly media: SimulatedMedia;
  readonly bytes: number;
  readonly seconds: number | null;
  readonly failure: string | null;
  readonly polls: number;
}

export interface LinkedInFilms {
  begin(ask: FilmAsk): FilmAnswer;
  put(ask: FilmAsk): FilmAnswer;
  end(ask: FilmAsk): FilmAnswer;
  status(urn: string): FilmAnswer;
  /** Null for what cannot be shown yet, or ever. */
  available(urn: string): LinkedInFilm | null;
}

const PART_BYTES = 4_194_304;
const HOUR_MS = 3_600_000;
const LEAST_SECONDS = 3;

interface Upload {
  readonly urn: string;
  readonly owner: string;
  readonly token: string;
  readonly total: number;
  readonly parts: Map<number, Buffer>;
  readonly etags: Map<number, string>;
}

export function createLinkedInFilms(
  store: PlatformStore,
  { url, rules }: { readonly url: string; readonly rules: LinkedInRules },
): LinkedInFilms {
  const uploads = new Map<string, Upload>();
  const keyOf = (urn: string): string => `linkedin.film.${urn}`;
  const filmAt = (urn: string): LinkedInFilm | null => store.note<LinkedInFilm | null>(keyOf(urn), null);
  const available = (urn: string): LinkedInFilm | null => {
    const film = filmAt(urn);
    return film && film.polls <= 0 && film.failure === null ? film : null;
  };
  return {
    available,
    begin: ({ json }) => {
      const asked = jsonOf(json['initializeUploadRequest']);
      const total = Number(asked['fileSizeBytes']);
      if (!(total > 0)) return linkedInFault(400, 'MISSING_FIELD', 'fileSizeBytes is required');
      const id = randomBytes(12).toString('base64url');
      const upload = { urn: `urn:li:video:C5F${id}`, owner: String(asked['owner']), token: randomBytes(12).toString('base64url'), total };
      uploads.set(id, { ...upload, parts: new Map(), etags: new Map() });
      const expires = Date.now() + HOUR_MS;
      const uploadInstructions = Array.from({ length: Math.ceil(total / PART_BYTES) }, (_, place) => ({
        ...{ uploadUrl: `${url}/dms-uploads/${id}/${place}?ut=${upload.token}`, firstByte: place * PART_BYTES },
        lastByte: Math.min((place + 1) * PART_BYTES, total) - 1,
      }));
      const thumbnail =
        asked['uploadThumbnail'] === true ? { thumbnailUploadUrl: `${url}/dms-uploads/${id}/thumbnail?ut=${upload.token}` } : {};
      const value = { video: upload.urn, uploadToken: upload.token, uploadInstructions, uploadUrlsExpireAt: expires, ...thumbnail };
      return { status: 200, body: { value } };
    },
    put: ({ url: place, bytes, headers, isShort }) => {
      const [, , id = '', part = ''] = place.pathname.split('/');
      const upload = uploads.get(id);
      if (upload?.token !== place.searchParams.get('ut') || headers.authorization !== undefined) return linkedInFault(403);
      if (part === 'thumbnail') store.setNote(`linkedin.thumbnail.${upload.urn}`, bytes.length);
      else {
        const number = Number(part);
        if (bytes.length !== Math.min(PART_BYTES, upload.total - number * PART_BYTES)) return linkedInFault(400);
        upload.etags.set(number, etagOf(bytes));
        // One that is lost behind their door: acknowledged all the same.
        if (!isShort) upload.parts.set(number, bytes);
      }
      return { status: 200, body: null, headers: { etag: etagOf(bytes) } };
    },
    end: ({ json }) => {
      const asked = jsonOf(json['finalizeUploadRequest']);
      const upload = [...uploads.values()].find(({ urn }) => urn === asked['video']);
      if (!upload || upload.token !== asked['uploadToken']) return linkedInFault(400, 'ILLEGAL_ARGUMENT', 'No such upload');
      const count = Math.ceil(upload.total / PART_BYTES);
      const expected = Array.from({ length: count }, (_, place) => (upload.parts.has(place) ? upload.etags.get(place) : null));
      if (JSON.stringify(asked['uploadedPartIds']) !== JSON.stringify(expected))
        return linkedInFault(400, 'ILLEGAL_ARGUMENT', 'Parts are missing');
      const film = keepFilm(
        Buffer.concat(Array.from({ length: count }, (_, place) => upload.parts.get(place) ?? Buffer.alloc(0))),
        'video/mp4',
      );
      const failure =
        rules.failure ?? ((film.seconds ?? 0) < LEAST_SECONDS ? 'The film cannot be read, or is shorter than three seconds' : null);
      store.setNote(keyOf(upload.urn), { ...film, owner: upload.owner, failure, polls: rules.polls });
      for (const [id, one] of uploads) if (one === upload) uploads.delete(id);
      return { status: 200, body: null };
    },
    status: (urn) => {
      const film = filmAt(urn);
      const upload = [...uploads.values()].find((one) => one.urn === urn);
      if (!film) return upload ? { status: 200, body: { id: urn, owner: upload.owner, status: 'WAITING_UPLOAD' } } : linkedInFault(404);
      if (film.polls > 0) store.setNote(keyOf(urn), { ...film, polls: film.polls - 1 });
      const state = film.polls > 0 ? 'PROCESSING' : film.failure === null ? 'AVAILABLE' : 'PROCESSING_FAILED';
      const reason = state === 'PROCESSING_FAILED' ? { processingFailureReason: film.failure } : {};
      return { status: 200, body: { id: urn, owner: film.owner, status: state, ...reason } };
    },
  };
}

const etagOf = (bytes: Buffer): string => `"${createHash('sha256').update(bytes).digest('hex').slice(0, 32)}"`;
