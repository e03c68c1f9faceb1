/** Sound of the film in the browser: decoded once, then played with its volume, fades and ducking. */
import type { Desk } from './desk.ts';
import { type Asset, type Clip, endOf, placesOf } from './model.ts';
import { loudnessOf } from './seen.ts';

export interface Sounds {
  /** Null when it cannot be heard here. */
  decode(asset: Asset): Promise<AudioBuffer | null>;
  /** Begins at a moment of the film; answers a clock of the film's seconds. */
  play(desk: Desk, from: number): Promise<() => number>;
  stop(): void;
}

const RATE = 48_000;
/** Before what is told to a sound takes place. */
const LEAD = 0.06;

export function createSounds(): Sounds {
  const decoded = new Map<string, Promise<AudioBuffer | null>>();
  let context: AudioContext | null = null;
  let playing: readonly AudioBufferSourceNode[] = [];
  let ticket = 0;
  const stop = (): void => {
    ticket += 1;
    for (const source of playing) source.stop();
    playing = [];
  };
  const decode = (asset: Asset): Promise<AudioBuffer | null> => {
    const known = decoded.get(asset.id);
    if (known || !asset.src) return known ?? Promise.resolve(null);
    const coming = fetchSound(asset.src).catch(() => null);
    decoded.set(asset.id, coming);
    return coming;
  };
  return {
    ...{ decode, stop },
    async play(desk, from) {
      stop();
      const mine = ticket;
      context ??= new AudioContext();
      const stage = context;
      const heard = placesOf(desk.film()).filter(({ type, clip }) => type !== 'video' && endOf(clip) > from);
      const [buffers] = await Promise.all([Promise.all(heard.map(({ clip }) => bufferOf(desk, clip, decode))), stage.resume()]);
      const zero = stage.currentTime + LEAD - from;
      // Somebody stopped while the sound was still coming.
      if (mine !== ticket) return () => from;
      playing = heard.flatMap(({ clip }, index) => {
        const buffer = buffers[index];
        return buffer ? [schedule(stage, desk, clip, buffer, zero, from)] : [];
      });
      return () => Math.max(from, stage.currentTime - zero);
    },
  };
}

const bufferOf = (desk: Desk, { assetId }: Clip, decode: Sounds['decode']): Promise<AudioBuffer | null> => {
  const asset = desk.assets.get(assetId);
  return asset ? decode(asset) : Promise.resolve(null);
};

async function fetchSound(src: string): Promise<AudioBuffer> {
  const answer = await fetch(src);
  if (!answer.ok) throw new Error(`${src} answered ${answer.status}`);
  return new OfflineAudioContext(1, 1, RATE).decodeAudioData(await answer.arrayBuffer());
}

/** `zero` is when the film began, on the clock of the context. */
function schedule(stage: AudioContext, desk: Desk, clip: Clip, buffer: AudioBuffer, zero: number, from: number): AudioBufferSourceNode {
  const source = new AudioBufferSourceNode(stage, { buffer });
  const gain = new GainNode(stage);
  const line = loudnessOf(desk.film(), clip);
  const begin = Math.max(clip.start, from);
  gain.gain.setValueAtTime(levelAt(line, begin), Math.max(stage.currentTime, zero + begin));
  for (const { at, level } of line) if (at > begin) gain.gain.linearRampToValueAtTime(level, zero + at);
  source.connect(gain).connect(stage.destination);
  source.start(zero + begin, clip.trim + (begin - clip.start), endOf(clip) - begin);
  return source;
}

type Line = ReturnType<typeof loudnessOf>;

function levelAt(line: Line, at: number): number {
  const next = line.findIndex((point) => point.at >= at);
  const [before, after] = [line[next - 1], line[next]];
  if (!after) return line.at(-1)?.level ?? 1;
  if (!before || after.at === before.at) return after.level;
  return before.level + ((after.level - before.level) * (at - before.at)) / (after.at - before.at);
}
