/** Frames a second, everywhere in this room. */
export const SAMPLE_RATE = 48_000;
