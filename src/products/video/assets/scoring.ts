/**
 * Music that was ordered. A purchase stands in the row before it leaves, its task as soon as it is known: a task is asked for again
 * after a death, and what has none is composed here.
 */
import { type Music, MusicFault, type MusicPurchase } from '#capabilities/generation/generation.ts';
import { type Bench, type Note, noteOf, orderOf, PLAIN, type Product, seedOf } from './product.ts';
import { closePurchase, keepTask, openPurchase } from './store.ts';

type ProviderName = ReturnType<Bench['generation']['music']['providers']>[number];
/** Shorter music is not made; a film takes what it needs of it. */
const SHORTEST_SECONDS = 3;

interface Buying {
  readonly provider: ProviderName;
  /** Of a try before; null when nothing was bought yet. */
  readonly task: string | null;
}

export async function compose(bench: Bench): Promise<Product> {
  const { generation, making } = bench;
  const { provider: asked } = orderOf(bench, 'music');
  const able = generation.music.providers();
  if (making.buyingFrom) {
    const provider = able.find((name) => name === making.buyingFrom);
    if (provider && making.buyingTask) return buy(bench, { provider, task: making.buyingTask });
    return composeHere(bench, [noteOf('lost_purchase', making.buyingFrom)]);
  }
  const provider = asked === null ? able[0] : able.find((name) => name === asked);
  if (!provider || provider === 'embedded') return composeHere(bench, provider ? [] : [noteOf('not_configured', asked ?? '')]);
  return buy(bench, { provider, task: null });
}

async function buy(bench: Bench, { provider, task }: Buying): Promise<Product> {
  const { db, clock, asset, signal } = bench;
  if (!task && !(await openPurchase(db, asset.id, provider, clock.now()))) throw new Error('somebody else is at this asset');
  const purchase = { before: task, keep: (id: string) => keepTask(db, asset.id, id) };
  try {
    return productOf(await makeMusic(bench, provider, purchase), []);
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof MusicFault)) throw error;
    return instead(bench, { provider, task }, error);
  }
}

/** The piece that is composed here in its place, when nobody insisted on the provider; else the fault. */
async function instead(bench: Bench, { provider, task }: Buying, error: MusicFault): Promise<Product> {
  const { db, asset } = bench;
  const { isPassing, mayBeCharged } = error.facts;
  const isKept = (task ?? error.facts.task) !== null;
  if (mayBeCharged && !isKept) return composeHere(bench, [noteOf('lost_purchase', provider)]);
  if (!isKept) await closePurchase(db, asset.id);
  const isOurs = orderOf(bench, 'music').provider === null && !isPassing && error.kind !== 'refused';
  if (!isOurs) throw error;
  return composeHere(bench, [noteOf('fell_back', provider, { why: error.kind })]);
}

const composeHere = async (bench: Bench, notes: readonly Note[]): Promise<Product> => productOf(await makeMusic(bench, 'embedded'), notes);

function makeMusic(
  { generation, asset, folder, signal, ...bench }: Bench,
  provider: ProviderName,
  purchase?: MusicPurchase,
): Promise<Music> {
  const order = orderOf({ generation, asset, folder, signal, ...bench }, 'music');
  const { prompt, style, tempo, seconds } = order;
  const wish = { prompt, seconds: Math.max(SHORTEST_SECONDS, seconds), seed: seedOf(order), by: asset.accountId, signal };
  const words = { ...(style ? { style } : {}), ...(tempo ? { tempo } : {}) };
  return generation.music.makeMusic({ ...wish, ...words }, { provider, folder, ...(purchase ? { purchase } : {}) });
}

const productOf = ({ wav, seconds, provider, style, costUsd }: Music, notes: readonly Note[]): Product => ({
  ...{ ...PLAIN, seconds, provider, costUsd, notes, model: provider === 'embedded' ? style : provider },
  content: { source: wav, extension: 'wav', mediaType: 'audio/wav' },
});
