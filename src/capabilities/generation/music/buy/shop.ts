/** What a provider of bought music fills in. */
import type { MusicFault, MusicFaultFacts, MusicFaultKind } from '../music-faults.ts';
import type { MusicOrder, MusicPlace, MusicProviderName, MusicPurchase } from '../order.ts';

export interface Buying {
  readonly order: MusicOrder;
  readonly place: MusicPlace;
  readonly purchase: MusicPurchase;
  readonly patienceMs: number;
}

export interface Bought {
  /** Music in whatever form. */
  readonly sound: Buffer;
  readonly requestId: string | null;
  readonly costUsd: number | null;
}

export interface Shop {
  readonly name: MusicProviderName;
  fault(kind: MusicFaultKind, facts?: Partial<MusicFaultFacts>): MusicFault;
  /** Throws `MusicFault`. */
  buy(buying: Buying): Promise<Bought>;
}
