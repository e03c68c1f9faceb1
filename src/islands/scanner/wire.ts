/** What the server and this screen say to each other; presence.ts on the server holds the other end. */

export type Action = 'check_in' | 'check_out';
export type Source = 'camera' | 'typed' | 'wedge' | 'list' | 'bulk';
export type Whereabouts = 'absent' | 'present' | 'left';

/** Where somebody stands on this shooting day, and since when (ISO). */
export interface Standing {
  readonly state: Whereabouts;
  readonly since: string | null;
}

export interface Person extends Standing {
  /** Seed of the current badge: says nothing to who finds it. */
  readonly ref: string;
  readonly name: string;
  /** `data:image/webp;base64,…`, 96 pixels. */
  readonly photo: string | null;
  /** Hashes of the codes that may be typed. */
  readonly codes: readonly string[];
  /** Expected today; null when the project plans no days. */
  readonly booked: boolean | null;
}

export interface Revoked {
  readonly seed: string;
  readonly reason: string;
}

export interface Counters {
  readonly assigned: number;
  readonly present: number;
  readonly absent: number;
  readonly left: number;
  readonly open_yesterday: number;
}

export interface Roster {
  readonly project: { readonly id: number; readonly name: string; readonly timeZone: string; readonly dayStarts: string };
  readonly day: string;
  /** The end of the shooting day: the roster must be gone by then. */
  readonly endsAt: string;
  readonly serverTime: string;
  readonly keys: readonly { readonly id: number; readonly publicKey: string }[];
  readonly revoked: readonly Revoked[];
  readonly people: readonly Person[];
  readonly counters: Counters;
}

/** The light refresh. */
export interface Refresh {
  readonly serverTime: string;
  readonly day: string;
  readonly counters: Counters;
  readonly people: readonly (Standing & { readonly ref: string })[];
  readonly revoked: readonly Revoked[];
}

export type VerdictKind =
  | 'ok'
  | 'duplicate'
  | 'not_checked_in'
  | 'forged'
  | 'revoked'
  | 'wrong_project'
  | 'not_assigned'
  | 'wrong_day'
  | 'unknown_code'
  /** This device has no list yet: kept, and judged by the server. */
  | 'unchecked';

export interface SentScan {
  readonly id: string;
  readonly action: Action;
  /** The device's clock, ISO. */
  readonly time: string;
  readonly source: Source;
  readonly payload: string | null;
  readonly ref: string | null;
  readonly code: string | null;
  readonly verdict: VerdictKind;
  readonly undo?: string;
}

export interface SyncAnswer {
  readonly serverTime: string;
  readonly results: readonly ScanResult[];
  readonly counters: Counters;
  readonly day: string;
}

export interface ScanResult {
  readonly id: string;
  /** `recorded`, `undone`, or one of the refusals. */
  readonly outcome: string;
  readonly flags: readonly string[];
  readonly ref: string | null;
  readonly name: string | null;
  readonly at: string | null;
}
