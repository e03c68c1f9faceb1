/** Codecs and qualities in the words of the encoders. */
import type { Codec, FilmOutput, Quality } from '../compose.ts';
import { Trouble } from '../trouble.ts';
import { ask, type Tools } from './tools.ts';

/** First the best of those that an ffmpeg may have. */
const ENCODERS: Record<Codec, readonly string[]> = {
  h264: ['libx264', 'libopenh264'],
  h265: ['libx265'],
  vp9: ['libvpx-vp9'],
  av1: ['libsvtav1', 'libaom-av1'],
};

const X264: Record<Quality, readonly string[]> = {
  draft: ['-preset', 'ultrafast', '-crf', '26'],
  standard: ['-preset', 'veryfast', '-crf', '20'],
  high: ['-preset', 'veryfast', '-crf', '17'],
  archive: ['-preset', 'medium', '-crf', '16'],
};
const X265: Record<Quality, readonly string[]> = {
  draft: ['-preset', 'ultrafast', '-crf', '28'],
  standard: ['-preset', 'veryfast', '-crf', '24'],
  high: ['-preset', 'fast', '-crf', '20'],
  archive: ['-preset', 'medium', '-crf', '18'],
};
const LEVEL: Record<Quality, { readonly vp9: number; readonly av1: number; readonly speed: number; readonly preset: number }> = {
  draft: { vp9: 40, av1: 45, speed: 8, preset: 12 },
  standard: { vp9: 33, av1: 37, speed: 6, preset: 10 },
  high: { vp9: 27, av1: 30, speed: 5, preset: 8 },
  archive: { vp9: 20, av1: 22, speed: 3, preset: 6 },
};

export async function encoderFor(tools: Tools, codec: Codec): Promise<string> {
  const listed = (await ask(tools, 'ffmpeg', ['-encoders'])).toString('utf8');
  const found = ENCODERS[codec].find((name) => new RegExp(`\\s${name}\\s`).test(listed));
  if (!found) throw new Trouble('noCodec', { codec });
  return found;
}

/** Every stretch alike, so that they can be joined without being encoded again: closed groups of pictures, one frame rate, one size. */
export function videoArguments(encoder: string, { quality, bitrate }: FilmOutput, fps: number): string[] {
  const group = String(Math.round(fps * 4));
  return ['-c:v', encoder, ...levelOf(encoder, quality, bitrate), '-g', group, '-pix_fmt', 'yuv420p', ...COLOURS];
}

/** Encoders that begin a closed group where they are told to: their file may be cut there. Of the others each stretch is a file of its own. */
export const canBeCut = (encoder: string): boolean => encoder === 'libx264' || encoder === 'libvpx-vp9';

const COLOURS = ['-color_primaries', 'bt709', '-color_trc', 'bt709', '-colorspace', 'bt709', '-color_range', 'tv'];

function levelOf(encoder: string, quality: Quality, bitrate?: number): string[] {
  const rate = bitrate ? ['-b:v', String(bitrate)] : null;
  const bounded = bitrate
    ? ['-b:v', String(bitrate), '-maxrate', String(Math.round(bitrate * 1.5)), '-bufsize', String(bitrate * 2)]
    : null;
  const { vp9, av1, speed, preset } = LEVEL[quality];
  switch (encoder) {
    case 'libx264':
      return bounded ? [...X264[quality].slice(0, 2), ...bounded] : [...X264[quality]];
    case 'libx265':
      return [
        ...(bounded ? [...X265[quality].slice(0, 2), ...bounded] : X265[quality]),
        '-tag:v',
        'hvc1',
        '-x265-params',
        'log-level=error',
      ];
    case 'libvpx-vp9':
      return [...(rate ?? ['-crf', String(vp9), '-b:v', '0']), '-deadline', 'good', '-cpu-used', String(speed), '-row-mt', '1'];
    case 'libsvtav1':
      return [...(rate ?? ['-crf', String(av1)]), '-preset', String(preset)];
    case 'libaom-av1':
      return [...(rate ?? ['-crf', String(av1), '-b:v', '0']), '-cpu-used', String(Math.min(8, preset)), '-row-mt', '1'];
    default:
      return rate ?? ['-b:v', '6M'];
  }
}

/** 30000/1001 and its like exactly. */
export function rateOf(fps: number): string {
  const thousands = Math.round(fps * 1.001) * 1000;
  return Math.abs(thousands / 1001 - fps) < 0.004 && !Number.isInteger(fps) ? `${thousands}/1001` : String(fps);
}
export const exactRate = (fps: number): number => {
  const [over, under] = rateOf(fps).split('/').map(Number);
  return (over ?? fps) / (under ?? 1);
};
