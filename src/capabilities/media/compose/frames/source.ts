/** Where the pixels of a shot come from: a picture that is decoded once, or a clip that ffmpeg decodes frame by frame. */
import sharp from 'sharp';
import type { Shot } from '../compose.ts';
import { exactRate, rateOf } from '../ffmpeg/quality.ts';
import { type Running, start, type Tools } from '../ffmpeg/tools.ts';
import { lastWords, Trouble } from '../trouble.ts';
import type { Kernel } from './kernel.ts';
import type { Working } from './motion.ts';
import { layPixels } from './pixels.ts';
import { frameBytes, framePlanes, type Planes, repeatEdges } from './planes.ts';

export interface Source {
  /** Begins to decode; nobody has to wait. */
  warm(): void;
  /** Puts the pixels of a frame of the shot into the planes; false when they are the same as before. */
  bring(frame: number, planes: Planes): Promise<boolean>;
  close(): void;
}

/** The background has none, and is never opened. */
const fileOf = (source: Shot['source']): string => (source.kind === 'background' ? '' : source.file);

const MOST_PIXELS = 100_000_000;
const DECODE_SECONDS = 30;

export function openSource(
  tools: Tools,
  kernel: Kernel,
  shot: Shot,
  number: number,
  working: Working,
  film: { fps: number; background: string },
): Source {
  return shot.source.kind === 'picture'
    ? openPicture(kernel, shot, number, working, film.background)
    : openClip(tools, kernel, shot, number, working, film);
}

function openPicture(kernel: Kernel, shot: Shot, number: number, working: Working, background: string): Source {
  let pixels: Promise<Buffer> | null = null;
  let isThere = false;
  const decode = (): Promise<Buffer> => {
    pixels ??= decodePicture(shot, working, background);
    // Heard by whoever brings it.
    pixels.catch(() => undefined);
    return pixels;
  };
  return {
    warm: () => void decode(),
    async bring(_frame, planes) {
      if (isThere) return false;
      const rgb = await decode().catch((error: unknown) => {
        throw new Trouble('unreadable', { shot: number, reason: lastWords(error instanceof Error ? error.message : String(error)) });
      });
      layPixels(kernel, rgb, planes);
      repeatEdges(kernel, planes);
      pixels = null;
      isThere = true;
      return true;
    },
    close() {
      pixels = null;
      isThere = false;
    },
  };
}

/** A form that is nearly that of the film is stretched by less than anybody sees: cutting it would move it by a part of a pixel. */
const SAME_FORM = 0.005;

async function decodePicture({ source, fit = 'cover' }: Shot, { whole, region }: Working, background: string): Promise<Buffer> {
  const opened = sharp(fileOf(source), { limitInputPixels: MOST_PIXELS, failOn: 'error' }).timeout({ seconds: DECODE_SECONDS });
  const { autoOrient } = await opened.metadata();
  const form = (autoOrient.width * whole.height) / (autoOrient.height * whole.width);
  return opened
    .autoOrient()
    .flatten({ background })
    .toColourspace('srgb')
    .resize({ ...whole, fit: Math.abs(form - 1) < SAME_FORM ? 'fill' : fit, background })
    .extract(region)
    .removeAlpha()
    .raw()
    .toBuffer();
}

function openClip(
  tools: Tools,
  kernel: Kernel,
  shot: Shot,
  number: number,
  working: Working,
  film: { fps: number; background: string },
): Source {
  const size = frameBytes(working.region);
  const from = shot.source.kind === 'clip' ? shot.source.from : 0;
  let reader: FrameReader | null = null;
  let next = 0;
  const end = (): void => {
    reader?.close();
    reader = null;
  };
  const open = (place: Place): FrameReader => readFrames(start(tools, 'ffmpeg', clipArguments(shot, place, working, film)), size);
  return {
    warm: () => undefined,
    async bring(frame, planes) {
      if (reader && frame < next - 1) end();
      if (reader && frame === next - 1) return false;
      if (!reader) {
        next = frame;
        reader = open({ from: from + frame / exactRate(film.fps) });
      }
      let pixels: Buffer | null = null;
      for (; next <= frame; next += 1) pixels = (await reader.read()) ?? pixels;
      if (!pixels && reader.count === 0) {
        // Begun past its end: the last frame, as whoever has read from the beginning shows it.
        end();
        reader = open('last second');
        for (let last = await reader.read(); last; last = await reader.read()) pixels = last;
      }
      if (!pixels) {
        // Past its end the last frame stays.
        if (reader.count > 0) return false;
        throw new Trouble('unreadable', { shot: number, reason: await reader.reason() });
      }
      layFrame(kernel, pixels, working, planes);
      return true;
    },
    close: end,
  };
}

/** Seconds of the clip. */
type Place = { readonly from: number } | 'last second';

function clipArguments(
  shot: Shot,
  place: Place,
  { whole, region }: Working,
  { fps, background }: { fps: number; background: string },
): string[] {
  const { width, height } = whole;
  const fitted =
    shot.fit === 'contain'
      ? [
          `scale=${width}:${height}:force_original_aspect_ratio=decrease:force_divisible_by=2:flags=lanczos:out_color_matrix=bt709:out_range=tv`,
          `pad=${width}:${height}:-1:-1:color=${background.replace('#', '0x')}`,
        ]
      : [
          `scale=${width}:${height}:force_original_aspect_ratio=increase:flags=lanczos:out_color_matrix=bt709:out_range=tv`,
          `crop=${width}:${height}`,
        ];
  const filters = [
    `fps=${rateOf(fps)}`,
    ...fitted,
    `crop=${region.width}:${region.height}:${region.left}:${region.top}`,
    'setsar=1',
    'format=yuv420p',
  ];
  const seek = place === 'last second' ? ['-sseof', '-1'] : place.from > 0 ? ['-ss', place.from.toFixed(6)] : [];
  return [...seek, '-i', fileOf(shot.source), '-map', '0:v:0', '-an', '-sn', '-vf', filters.join(','), '-f', 'rawvideo', 'pipe:1'];
}

interface FrameReader {
  readonly count: number;
  read(): Promise<Buffer | null>;
  reason(): Promise<string>;
  close(): void;
}

function readFrames({ child, ended }: Running, size: number): FrameReader {
  const { stdout } = child;
  if (!stdout) throw new Error('a clip is read from a pipe');
  const parts = stdout[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  let kept: Buffer[] = [];
  let held = 0;
  let count = 0;
  return {
    get count() {
      return count;
    },
    async read() {
      while (held < size) {
        const { done, value } = await parts.next();
        if (done) return null;
        kept.push(value);
        held += value.length;
      }
      const all = Buffer.concat(kept, held);
      kept = [all.subarray(size)];
      held -= size;
      count += 1;
      return all.subarray(0, size);
    },
    reason: () =>
      ended.then(
        () => 'it has no picture at this place',
        (error: unknown) => (error instanceof Trouble ? String(error.params['reason']) : String(error)),
      ),
    close() {
      child.kill('SIGKILL');
    },
  };
}

function layFrame(kernel: Kernel, pixels: Buffer, { region }: Working, planes: Planes): void {
  for (const [index, plane] of framePlanes(0, region).entries()) {
    const target = planes[index];
    if (!target) continue;
    for (let y = 0; y < plane.height; y += 1) {
      const row = plane.at + y * plane.stride;
      kernel.bytes.set(pixels.subarray(row, row + plane.width), target.at + y * target.stride);
    }
  }
  repeatEdges(kernel, planes);
}
