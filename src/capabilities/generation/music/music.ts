/**
 * Music for a film: a wish in words becomes sound of exactly the length asked, in a file of the caller's folder.
 *
 * Hides providers, composing, rendering, threads and levels. Words: a *wish* is what the words were taken to ask for (style, tempo,
 * mood); *bought* music comes from outside, cut or continued to its length; *composed* music is written and played here and is, for
 * the same order, the same file byte by byte. Every file is 48 kHz, two channels, 16 bits, −16 LUFS, no peak above −1.5 dBTP.
 */
import { mkdir } from 'node:fs/promises';
import type { Books } from '../books.ts';
import { elevenlabs } from './buy/elevenlabs.ts';
import { fitBought } from './buy/fit.ts';
import type { Bought, Buying, Shop } from './buy/shop.ts';
import { suno } from './buy/suno.ts';
import { ordered } from './music-faults.ts';
import { MUSIC_PROVIDERS, type Music, type MusicOrder, type MusicPlace, type MusicProviderName, type MusicPurchase } from './order.ts';
import { composeInThread } from './threads.ts';
import { wishOf } from './wish/wish.ts';

export { wordsOfMusicFault } from './messages.ts';
export { MusicFault, type MusicFaultFacts } from './music-faults.ts';
export type { Music, MusicOrder, MusicPlace, MusicProviderName, MusicPurchase } from './order.ts';

/** Where paid providers are, and the keys to them; null when nothing is configured. */
export interface MusicFacts {
  /** `SUNO_URL` and `SUNO_API_KEY`: the operator's own gateway, there is no public one. */
  readonly suno: MusicPlace | null;
  readonly elevenlabs: MusicPlace | null;
  /** For one piece bought outside, milliseconds; 300 000 when not given. */
  readonly patienceMs?: number;
}
export interface MusicMaking {
  readonly provider: MusicProviderName;
  /** Made when it is not there. */
  readonly folder: string;
  readonly purchase?: MusicPurchase;
}

export interface MusicRoom {
  /** Those that could be asked now; `embedded` is always the last. */
  providers(): readonly MusicProviderName[];
  /** Throws `MusicFault`, or the reason of the order's signal. Never takes another provider than the one asked. */
  makeMusic(order: MusicOrder, making: MusicMaking): Promise<Music>;
}

const SHOPS: Readonly<Record<Exclude<MusicProviderName, 'embedded'>, Shop>> = { suno, elevenlabs };
const PATIENCE_MS = 300_000;

export function createMusic(facts: MusicFacts, books: Books): MusicRoom {
  return {
    providers: () => MUSIC_PROVIDERS.filter((name) => name === 'embedded' || facts[name] !== null),
    async makeMusic(order, { provider, folder, purchase }) {
      const checked = ordered(order, provider);
      order.signal.throwIfAborted();
      await mkdir(folder, { recursive: true });
      if (provider === 'embedded') return composed(checked, folder);
      return bought(checked, {
        shop: SHOPS[provider],
        place: facts[provider],
        folder,
        purchase,
        books,
        patienceMs: facts.patienceMs ?? PATIENCE_MS,
      });
    },
  };
}

async function composed(order: MusicOrder, folder: string): Promise<Music> {
  const { seconds, seed, signal, loop = false } = order;
  const wish = wishOf(order);
  const { wav, bpm } = await composeInThread({ ...wish, seconds, seed, isLoop: loop }, folder, signal);
  return { wav, seconds, bpm, style: wish.style, provider: 'embedded', requestId: null, costUsd: 0 };
}

interface Errand {
  readonly shop: Shop;
  readonly place: MusicPlace | null;
  readonly folder: string;
  readonly purchase: MusicPurchase | undefined;
  readonly books: Books;
  readonly patienceMs: number;
}

async function bought(order: MusicOrder, { shop, place, folder, purchase, books, patienceMs }: Errand): Promise<Music> {
  if (!place) throw shop.fault('not_configured');
  const buying: Buying = { order, place, purchase: purchase ?? FORGETFUL, patienceMs };
  const noRoom = (): Error => shop.fault('insufficient_credit', { code: 'monthly_budget' });
  const who = { purpose: 'music', provider: shop.name, model: shop.name, mostUsd: null, by: order.by ?? null } as const;
  // What was bought before stands in the books already.
  const { sound, requestId, costUsd }: Bought = purchase?.before
    ? await shop.buy(buying)
    : await books.buy({ ...who, signal: order.signal, noRoom }, () => shop.buy(buying));
  const wav = await fitBought(sound, { order, folder, fault: shop.fault });
  const { seconds, style } = order;
  return { wav, seconds, bpm: 0, style: style ?? wishOf(order).style, provider: shop.name, requestId, costUsd };
}

const FORGETFUL: MusicPurchase = { before: null, keep: () => Promise.resolve() };
