/** Stored pictures, and their addresses on this site. */
import type { Pictures } from '../pictures/pictures.ts';

export type Picture = Awaited<ReturnType<Pictures['get']>>;

const WIDTHS = { thumb: 160, card: 640 } as const;

/** As it is, or small: a month shows dozens. */
export const pictureSrc = (file: string, size?: keyof typeof WIDTHS): string => `/media/${file}${size ? `?w=${WIDTHS[size]}` : ''}`;
