/** How long a render may take, from how long others took on this machine. */

export interface Shape {
  readonly width: number;
  readonly height: number;
  readonly fps: number;
}

const FULL_HD: Shape = { width: 1920, height: 1080, fps: 30 };
/** Seconds for a million pixels before anything was rendered: 36 frames of Full HD in a second. */
const FIRST_GUESS = 0.0134;
/** Files are brought, joined and looked at, however short the film is. */
const LEAST_SECONDS = 3;

export function guessSeconds(pace: number | null, filmSeconds: number, { width, height, fps }: Shape = FULL_HD): number {
  const megapixels = (filmSeconds * fps * width * height) / 1e6;
  return Math.max(LEAST_SECONDS, Math.ceil(megapixels * (pace ?? FIRST_GUESS)));
}

export const shapeOf = ({ width, height, fps }: Shape, scale: number): Shape => ({ width: width / scale, height: height / scale, fps });
