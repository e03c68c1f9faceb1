/** A film on one platform, as the rooms of this product see it. */
import type { PlatformName, Publication } from '#capabilities/publishing/publishing.ts';

/** As the document names them; `unknown` may be live, and a person looks. */
export const FILM_PUBLICATION_STATUSES = [
  ...(['scheduled', 'queued', 'uploading', 'processing', 'published', 'failed', 'unknown', 'cancelled', 'missed'] as const),
] as const;
export type FilmPublicationStatus = (typeof FILM_PUBLICATION_STATUSES)[number];

export interface FilmFigures {
  readonly views: number | null;
  readonly likes: number | null;
  readonly comments: number | null;
  readonly shares?: number | null;
  readonly at: Date;
}

export interface FilmPublication {
  readonly id: string;
  readonly batchId: string;
  readonly videoId: string;
  readonly projectId: string;
  readonly platform: PlatformName;
  readonly status: FilmPublicationStatus;
  /** Percent that the platform has of the file; null where nobody counts. */
  readonly progress: number | null;
  readonly config: Readonly<Record<string, unknown>>;
  readonly publishAt: Date;
  readonly timezone: string;
  readonly publishedAt: Date | null;
  readonly platformId: string | null;
  readonly platformUrl: string | null;
  /** `code` is a reason of the machine (`token`, `content`, `unknown`…), `detail` what the platform said. */
  readonly fault: { readonly code: string; readonly detail: string } | null;
  readonly figures: FilmFigures | null;
  readonly createdAt: Date;
}

/** What this room keeps of one; `publishing` knows how it stands. */
export interface FilmPublicationRow {
  readonly id: string;
  readonly batchId: string;
  readonly accountId: number;
  readonly videoId: string;
  readonly projectId: string;
  readonly platform: PlatformName;
  readonly publicationId: number;
  readonly config: Readonly<Record<string, unknown>>;
  readonly publishAt: Date;
  readonly timezone: string;
  readonly figures: Omit<FilmFigures, 'at'> | null;
  readonly figuresAt: Date | null;
  readonly createdAt: Date;
}

export function standing(row: FilmPublicationRow, publication: Publication, now: Date): FilmPublication {
  const { publicationId: _number, accountId: _account, figures, figuresAt, ...kept } = row;
  const { state, outcome, sent } = publication;
  const status = statusOf(publication, now);
  const isOver = state === 'rejected' || state === 'unknown' || state === 'missed';
  return {
    ...kept,
    status,
    progress: progressOf(status, sent),
    publishedAt: state === 'confirmed' ? publication.endedAt : null,
    platformId: publication.platformPostId,
    platformUrl: publication.platformPostUrl,
    fault: isOver ? { code: outcome?.reason ?? state, detail: `${outcome?.code ?? ''} ${outcome?.detail ?? ''}`.trim() } : null,
    figures: figures && figuresAt ? { ...figures, at: figuresAt } : null,
  };
}

const ENDS = { confirmed: 'published', rejected: 'failed', unknown: 'unknown', cancelled: 'cancelled', missed: 'missed' } as const;

/** What is prepared ahead of its time is still only scheduled. */
export function statusOf({ state, dueAt, sent }: Pick<Publication, 'state' | 'dueAt' | 'sent'>, now: Date): FilmPublicationStatus {
  if (state in ENDS) return ENDS[state as keyof typeof ENDS];
  if (state === 'armed' || state === 'called') return 'processing';
  if (dueAt > now) return 'scheduled';
  if (state === 'due') return 'queued';
  return state === 'leased' || (sent !== null && sent.bytes < sent.total) ? 'uploading' : 'processing';
}

/** Counted bytes, never a guess. */
function progressOf(status: FilmPublicationStatus, sent: Publication['sent']): number | null {
  if (status === 'published') return 100;
  if (sent) return Math.min(Math.floor((sent.bytes / sent.total) * 100), 100);
  return status === 'queued' || status === 'scheduled' ? 0 : null;
}

export const isOpen = ({ status }: Pick<FilmPublication, 'status'>): boolean =>
  status === 'scheduled' || status === 'queued' || status === 'uploading' || status === 'processing';

/** How a batch stands, in one word. */
export function statusOfBatch(publications: readonly Pick<FilmPublication, 'status'>[]): string {
  const all = (status: FilmPublicationStatus): boolean => publications.every((one) => one.status === status);
  for (const status of ['scheduled', 'published', 'cancelled'] as const) if (all(status)) return status;
  if (publications.some(isOpen)) return 'processing';
  return publications.some(({ status }) => status === 'published') ? 'partial' : 'failed';
}
