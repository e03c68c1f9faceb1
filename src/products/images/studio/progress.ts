/** How far pictures are that are not finished. The oldest are made first, a few side by side. */
import type { Shot } from './shot.tsx';
import type { Picture } from './tools.ts';

/** As many as are made at once. */
const SIDE_BY_SIDE = 4;

/** `usual` is how many seconds a picture takes on the average; 0 when nobody knows yet. */
export function withProgress(pictures: readonly Picture[], usual: number): readonly Shot[] {
  const waiting = pictures.filter(({ status }) => status === 'pending').toSorted((one, other) => one.id - other.id);
  return pictures.map((picture) => {
    if (picture.status !== 'pending') return { ...picture, progress: null };
    const place = waiting.indexOf(picture);
    const seconds = usual > 0 ? Math.ceil(usual * (Math.floor(place / SIDE_BY_SIDE) + 1)) : null;
    return { ...picture, progress: { step: picture.metadata['started_at'] ? 'painting' : 'queued', seconds } };
  });
}
