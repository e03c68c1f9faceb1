/**
 * A voice that was ordered. A purchase stands in the row before it leaves; whoever comes back after a death looks among what the
 * provider kept, and speaks here when it is not there.
 */
import { type Speech, VoiceFault } from '#capabilities/generation/generation.ts';
import { mp3Of } from '../programs.ts';
import { type Bench, type Note, noteOf, orderOf, PLAIN, type Product } from './product.ts';
import { closePurchase, openPurchase } from './store.ts';

const THEIRS = 'elevenlabs';

export async function speak(bench: Bench): Promise<Product> {
  const { generation, making } = bench;
  const order = orderOf(bench, 'voice');
  if (making.buyingFrom) return speakThere(bench, making.buyingSince);
  const { provider } = await generation.voices.offer({
    ...{ text: order.text, language: order.language, voice: order.voiceId },
    ...(order.provider === THEIRS || order.provider === 'embedded' ? { provider: order.provider } : {}),
  });
  if (provider === THEIRS) return speakThere(bench, null);
  return speakHere(bench, order.provider === THEIRS ? [noteOf('not_configured', THEIRS)] : []);
}

async function speakThere(bench: Bench, boughtSince: Date | null): Promise<Product> {
  const { db, clock, generation, asset, folder, signal } = bench;
  if (!boughtSince && !(await openPurchase(db, asset.id, THEIRS, clock.now()))) throw new Error('somebody else is at this asset');
  try {
    const asked = { ...speechOf(bench), provider: THEIRS, ...(boughtSince ? { boughtSince } : {}) } as const;
    return await productOf(bench, await generation.voices.speak(asked, folder), []);
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof VoiceFault)) throw error;
    // What was bought and cannot be had is not bought again.
    if (boughtSince && !error.facts.isPassing) return speakHere(bench, [noteOf('lost_purchase', THEIRS)]);
    if (!boughtSince && !error.facts.mayBeCharged) await closePurchase(db, asset.id);
    throw error;
  }
}

/** A voice of theirs has no namesake here: somebody of the language stands in. */
const STAND_IN = 'thomas';

async function speakHere(bench: Bench, notes: readonly Note[]): Promise<Product> {
  const { voiceId } = orderOf(bench, 'voice');
  const voice = voiceId.startsWith(`${THEIRS}:`) && notes.length > 0 ? STAND_IN : voiceId;
  const speech = await bench.generation.voices.speak({ ...speechOf(bench), voice, provider: 'embedded' }, bench.folder);
  return productOf(bench, speech, notes);
}

function speechOf(bench: Bench) {
  const { text, language, voiceId, previousText, nextText, stability, similarityBoost } = orderOf(bench, 'voice');
  return {
    ...{ text, language, voice: voiceId, by: bench.asset.accountId, signal: bench.signal },
    ...(previousText ? { previousText } : {}),
    ...(nextText ? { nextText } : {}),
    ...(stability === null ? {} : { stability }),
    ...(similarityBoost === null ? {} : { similarityBoost }),
  };
}

async function productOf(bench: Bench, speech: Speech, notes: readonly Note[]): Promise<Product> {
  const { seconds, words, provider, voice, costUsd } = speech;
  const isMp3 = orderOf(bench, 'voice').format === 'mp3';
  const content = isMp3
    ? { source: await mp3Of(speech.wav, bench.signal), extension: 'mp3', mediaType: 'audio/mpeg' }
    : { source: speech.wav, extension: 'wav', mediaType: 'audio/wav' };
  return { ...PLAIN, content, seconds, words, provider, model: voice, costUsd, notes };
}
