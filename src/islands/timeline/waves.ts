/** The form of a sound: decoded once in the browser, kept as its loudest samples, drawn inside its clip. */
import type { Asset, Clip } from './model.ts';
import type { Sounds } from './sounds.ts';

export interface Waves {
  paint(canvas: HTMLCanvasElement | null, asset: Asset | undefined, clip: Clip, width: number): void;
  /** Called when one more sound can be drawn. */
  onReady(hear: () => void): void;
}

/** Peaks of a second. */
export const RATE = 50;
const SHELF = 'atelier-peaks-1';

/** The loudest of each fiftieth of a second, 0 to 255. */
export function peaksOf(samples: Float32Array, sampleRate: number): Uint8Array<ArrayBuffer> {
  const peaks = new Uint8Array(Math.ceil((samples.length / sampleRate) * RATE));
  for (let index = 0; index < samples.length; index += 1) {
    const at = Math.floor((index / sampleRate) * RATE);
    const level = Math.min(255, Math.round(Math.abs(samples[index] ?? 0) * 255));
    if (level > (peaks[at] ?? 0)) peaks[at] = level;
  }
  return peaks;
}

export function createWaves(sounds: Sounds): Waves {
  const known = new Map<string, Uint8Array | 'coming' | 'none'>();
  const hearers: (() => void)[] = [];
  const ask = async (asset: Asset): Promise<void> => {
    const kept = await fromShelf(asset);
    const peaks = kept ?? (await measure(sounds, asset));
    known.set(asset.id, peaks ?? 'none');
    if (!kept && peaks) await toShelf(asset, peaks);
    for (const hear of hearers) hear();
  };
  return {
    onReady: (hear) => void hearers.push(hear),
    paint(canvas, asset, clip, width) {
      if (!canvas || !asset?.src) return;
      const peaks = known.get(asset.id);
      if (peaks === undefined) {
        known.set(asset.id, 'coming');
        ask(asset).catch(() => known.set(asset.id, 'none'));
      }
      if (peaks instanceof Uint8Array) draw(canvas, peaks, clip, width);
    },
  };
}

async function measure(sounds: Sounds, asset: Asset): Promise<Uint8Array<ArrayBuffer> | null> {
  const sound = await sounds.decode(asset);
  return sound && peaksOf(sound.getChannelData(0), sound.sampleRate);
}

/** Not every page may keep things (an address without https): then it is decoded again next time. */
const shelf = async (): Promise<Cache | null> => ('caches' in globalThis ? caches.open(SHELF).catch(() => null) : null);
async function fromShelf({ src }: Asset): Promise<Uint8Array<ArrayBuffer> | null> {
  const found = src ? await (await shelf())?.match(src) : undefined;
  return found ? new Uint8Array(await found.arrayBuffer()) : null;
}
async function toShelf({ src }: Asset, peaks: Uint8Array<ArrayBuffer>): Promise<void> {
  if (src) await (await shelf())?.put(src, new Response(peaks)).catch(() => undefined);
}

const HEIGHT = 44;
/** A canvas wider than this is drawn coarser. */
const WIDEST = 4000;

function draw(canvas: HTMLCanvasElement, peaks: Uint8Array, { trim, seconds, volume }: Clip, width: number): void {
  const columns = Math.max(1, Math.min(WIDEST, Math.round(width)));
  const signature = [columns, trim, seconds, volume, getComputedStyle(canvas).color].join();
  if (canvas.dataset['drawn'] === signature) return;
  canvas.dataset['drawn'] = signature;
  [canvas.width, canvas.height] = [columns, HEIGHT];
  const pen = canvas.getContext('2d');
  if (!pen) return;
  pen.fillStyle = getComputedStyle(canvas).color;
  for (let x = 0; x < columns; x += 1) {
    const from = Math.floor((trim + (x / columns) * seconds) * RATE);
    const until = Math.max(from + 1, Math.floor((trim + ((x + 1) / columns) * seconds) * RATE));
    let most = 0;
    for (let at = from; at < until; at += 1) most = Math.max(most, peaks[at] ?? 0);
    const tall = Math.max(1, (most / 255) * Math.min(1.4, Math.sqrt(volume)) * (HEIGHT - 4));
    pen.fillRect(x, (HEIGHT - tall) / 2, 1, tall);
  }
}
