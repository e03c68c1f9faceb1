/** Where pictures are decoded. At 60 million pixels one can take 240 MB while it is open: two at a time, however many people send theirs. */
import { createTurnstile } from './turnstile.ts';

export const MAX_MEGAPIXELS = 60;
export const DECODE_SECONDS = 20;
export const darkroom = createTurnstile(2);
