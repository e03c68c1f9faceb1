/** The voice as it goes into a film: cleaned, evened out and brought to one loudness, by ffmpeg. */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { VoiceFault, type VoiceProviderName } from '../voice.ts';
import { run } from './run.ts';

export const LOUDNESS = -16;
export const RATE = 48_000;
/** −2.5 dB of the samples keeps the peaks between them under −1.5 dB. */
const CEILING = 0.75;
/** Beyond this it is hiss that is made louder. */
const MOST_GAIN = 30;
/** The limiter takes a little back: asked for once more when it was more than this. */
const TOLERANCE = 0.3;

const CLEAN = 'highpass=f=80,equalizer=f=260:t=q:w=1:g=-2,equalizer=f=3300:t=q:w=1.2:g=-1.5,deesser=i=0.35:m=0.4:f=0.5';
const EVEN = 'acompressor=threshold=-24dB:ratio=3:attack=6:release=140:makeup=2';
/** What a good microphone and a good voice delivered needs less. */
const CHAINS: Readonly<Record<VoiceProviderName, string>> = { embedded: `${CLEAN},${EVEN}`, elevenlabs: `highpass=f=60,${EVEN}` };

interface Polishing {
  readonly provider: VoiceProviderName;
  /** Any sound that ffmpeg reads. */
  readonly source: string;
  /** For what comes in between; the result is in it, too. */
  readonly folder: string;
  readonly signal: AbortSignal;
}

export interface Polished {
  readonly wav: string;
  readonly seconds: number;
}

/** Throws `unreadable` for what is no sound. */
export async function polish(order: Polishing): Promise<Polished> {
  const even = join(order.folder, 'even.wav');
  const format = `aresample=${RATE},aformat=channel_layouts=mono`;
  const loudness = await filter(order, order.source, `${CHAINS[order.provider]},${format}`, even, 'pcm_f32le');
  const wav = join(order.folder, 'levelled.wav');
  let gain = gainFor(loudness);
  const reached = await level(order, even, gain, wav);
  if (Math.abs(reached - LOUDNESS) > TOLERANCE && gainFor(loudness) !== 0) {
    gain = Math.min(MOST_GAIN, gain + LOUDNESS - reached);
    await level(order, even, gain, wav);
  }
  // Of one channel, 16 bits, behind a head of a known size.
  return { wav, seconds: ((await stat(wav)).size - HEAD_BYTES) / (RATE * 2) };
}

const HEAD_BYTES = 44;

/** Silence, or a sound too short to be measured, is left as it is. */
const gainFor = (loudness: number): number => (loudness > -70 ? Math.min(MOST_GAIN, LOUDNESS - loudness) : 0);

const level = (order: Polishing, from: string, gain: number, to: string): Promise<number> =>
  filter(order, from, `volume=${gain.toFixed(2)}dB,alimiter=limit=${CEILING}:attack=2:release=60:level=disabled`, to, 'pcm_s16le');

/** Answers how loud it has become, LUFS. */
async function filter({ provider, signal }: Polishing, from: string, chain: string, to: string, codec: string): Promise<number> {
  const measured = `${chain},ebur128=framelog=verbose`;
  const args = ['-hide_banner', '-nostdin', '-nostats', '-y', '-i', from, '-map', '0:a:0', '-af', measured];
  const output = ['-map_metadata', '-1', '-fflags', '+bitexact', '-ar', String(RATE), '-ac', '1', '-c:a', codec, '-f', 'wav', to];
  const { status, stderr } = await run('ffmpeg', [...args, ...output], { signal }).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new VoiceFault(provider, 'no_ffmpeg');
    throw error;
  });
  if (status !== 0) throw new VoiceFault(provider, provider === 'embedded' ? 'engine_failed' : 'unreadable', { code: `ffmpeg_${status}` });
  const told = /\bI:\s+(-?[\d.]+) LUFS/.exec(stderr.slice(stderr.lastIndexOf('Summary:')));
  return told ? Number(told[1]) : -70;
}
