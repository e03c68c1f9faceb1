/** How long the engine waits for what, how much it does at once. Seconds unless said; given by drills that have little time. */
export interface Patience {
  /** Work is somebody's as long; whoever works renews it three times as often. */
  readonly leaseSeconds: number;
  /** Milliseconds between two looks at what is due, when nothing calls. */
  readonly pollMs: number;
  /** Uploads begin at most so long ahead of the due time, at least half of it. */
  readonly leadSeconds: number;
  /** What was prepared longer ago is prepared again before it is said. */
  readonly freshSeconds: number;
  /** After a failed try: the first pause, the longest. Doubled each time, a quarter more or less. */
  readonly retrySeconds: readonly [number, number];
  /** Failed tries before a publication is given up that may be said however late. */
  readonly maxTries: number;
  /** Between a call and the first read, and the longest pause between two reads. */
  readonly readSeconds: readonly [number, number];
  /** A read that soon after the call proves nothing when it finds nothing: the request may still be travelling. */
  readonly quietSeconds: number;
  /** Between the two reads that together prove an absence. */
  readonly absentSeconds: number;
  /** A call whose fate is not known by then is left to a person. */
  readonly unknownAfterSeconds: number;
  /** Later than this is a backlog, and spaced. */
  readonly backlogSeconds: number;
  /** Between two publications of a backlog on one connection. */
  readonly spacingSeconds: number;
  /** After the end: the first pause, the longest, and the tries for address and first comment. */
  readonly afterwordSeconds: readonly [number, number];
  readonly afterwordTries: number;
  /** Publications at once: in this process, of one platform, of one connection. */
  readonly atOnce: number;
  readonly atOncePerPlatform: number;
  readonly atOncePerConnection: number;
  /** Milliseconds for calls under way when the process stops. */
  readonly stopMs: number;
}

export const PATIENCE: Patience = {
  leaseSeconds: 60,
  pollMs: 300,
  leadSeconds: 180,
  freshSeconds: 900,
  retrySeconds: [5, 900],
  maxTries: 100,
  readSeconds: [10, 1800],
  quietSeconds: 35,
  absentSeconds: 60,
  unknownAfterSeconds: 86_400,
  backlogSeconds: 120,
  spacingSeconds: 60,
  afterwordSeconds: [15, 3600],
  afterwordTries: 10,
  atOnce: 192,
  atOncePerPlatform: 96,
  atOncePerConnection: 8,
  stopMs: 9_000,
};

/** Doubles with each failure, a quarter more or less so that many that failed together do not come back together. */
export function pauseAfter(failures: number, [first, longest]: readonly [number, number], chance: () => number = Math.random): number {
  return Math.min(first * 2 ** Math.min(failures, 30), longest) * (0.75 + chance() / 2);
}
