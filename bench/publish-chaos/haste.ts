/** The engine's patience in a drill: every proportion as in life, a thirtieth of the time. */
import type { PublishingOptions } from '#capabilities/publishing/publishing.ts';

export const DRILL_PATIENCE: NonNullable<PublishingOptions['patience']> = {
  leaseSeconds: 2,
  pollMs: 50,
  leadSeconds: 4,
  freshSeconds: 30,
  retrySeconds: [0.1, 2],
  readSeconds: [0.3, 3],
  quietSeconds: 2.5,
  absentSeconds: 1.5,
  unknownAfterSeconds: 120,
  backlogSeconds: 20,
  spacingSeconds: 0.3,
  afterwordSeconds: [0.3, 3],
  atOnce: 24,
  atOncePerPlatform: 16,
};

/** Until silence counts as no answer, in milliseconds: less than the time after which an absence counts. */
export const SILENCE_MS = 2_000;
/** How long after its bad answer a platform still creates what was asked for. */
export const LATENESS_MS = 1_500;
