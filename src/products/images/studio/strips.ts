/** The board of the studio: pictures that were asked for in one breath lie side by side in a *strip*. Pure. */
import type { Shot } from './shot.tsx';
import type { Picture } from './tools.ts';

export interface Strip {
  readonly key: string;
  /** Oldest first, as they were ordered. */
  readonly shots: readonly Shot[];
}

/** `pictures` come newest first; neighbours with the same words, style and shape make one strip. */
export function stripsOf(pictures: readonly Shot[]): readonly Strip[] {
  const strips: { key: string; shots: Shot[] }[] = [];
  for (const picture of pictures) {
    const last = strips.at(-1);
    const [first] = last?.shots ?? [];
    if (last && first && isAlike(first, picture)) last.shots.unshift(picture);
    else strips.push({ key: String(picture.id), shots: [picture] });
  }
  return strips;
}

const isAlike = (one: Picture, other: Picture): boolean =>
  (['prompt', 'style', 'width', 'height', 'quality'] as const).every((key) => one[key] === other[key]);
