/** What a worker of the drill is told: when it dies, and what day it believes in. */
import type { Place } from './house.ts';

/** States, and the moments between: the request has been written; its answer was read and is not written down. */
export const MOMENTS = ['leased', 'prepared', 'armed', 'called', 'sent', 'answered', 'confirmed'] as const;
export type Moment = (typeof MOMENTS)[number];

export interface WorkerOrders {
  readonly place: Place;
  readonly dieAt: Moment | null;
  /** How often the moment passes before. */
  readonly dieAfter: number;
  readonly jumpSeconds: number;
  /** Says once more what nobody knows the fate of, without looking. */
  readonly isBlind: boolean;
}
