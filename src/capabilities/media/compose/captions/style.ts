/** Where words may stand and how large they are, by the form of the film. */
import type { CaptionStyle } from '../compose.ts';
import type { Size } from '../frames/planes.ts';

export interface Area {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly fontSize: number;
}

const SHARE: Record<CaptionStyle['size'], number> = { small: 0.82, medium: 1, large: 1.25 };

/** Upright films are watched below the buttons and texts of the platforms: they keep more of their edges free. */
export function areaFor({ width, height }: Size, { place, size }: Pick<CaptionStyle, 'place' | 'size'>): Area {
  const isUpright = height > width * 1.1;
  const side = width * (isUpright ? 0.08 : 0.1);
  const above = height * (isUpright ? 0.12 : 0.07);
  const below = height * (isUpright ? 0.2 : 0.075);
  const free = height - above - below;
  const tall = free * (place === 'middle' ? 0.5 : 0.45);
  const top = { top: above, middle: above + (free - tall) / 2, bottom: height - below - tall }[place];
  const fontSize = Math.min(height * 0.056, width * 0.062) * SHARE[size] * (isUpright ? 1.1 : 1);
  return { left: side, top, width: width - side * 2, height: tall, fontSize: Math.max(10, fontSize) };
}
