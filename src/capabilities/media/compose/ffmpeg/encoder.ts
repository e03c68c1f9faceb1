/** Stretches that follow each other go through one encoder, which cuts its file at their borders: joined or kept, they are whole. */
import type { Readable, Writable } from 'node:stream';
import { rateOf } from './quality.ts';
import { start, type Tools } from './tools.ts';

export interface EncoderOrder {
  readonly width: number;
  readonly height: number;
  readonly fps: number;
  readonly encoding: readonly string[];
  /** Frames of each stretch. */
  readonly counts: readonly number[];
  /** Where its pieces go, `piece-0000.mp4` and so on. */
  readonly folder: string;
}
export interface Encoder {
  /** Resolves when the memory of the frame may be used again. */
  write(frame: Uint8Array): Promise<void>;
  finish(): Promise<void>;
}

export const pieceName = (index: number): string => `piece-${String(index).padStart(4, '0')}.mp4`;

/** `onPiece` is told of a piece once it is whole, `onFrames` of what ffmpeg says it has encoded. */
export function startEncoder(
  tools: Tools,
  order: EncoderOrder,
  onPiece: (index: number) => void,
  onFrames: (count: number) => void,
): Encoder {
  const borders = bordersOf(order.counts);
  const { child, ended } = start(tools, 'ffmpeg', encoderArguments(order, borders), { stdio: ['pipe', 'pipe', 'pipe', 'pipe'] });
  const [stdin, stdout, , progress] = child.stdio as unknown as [Writable, Readable, Readable, Readable];
  let pieces = 0;
  readLines(stdout, () => {
    onPiece(pieces);
    pieces += 1;
  });
  readLines(progress, (line) => {
    const [, frames] = /^frame=\s*(\d+)/.exec(line) ?? [];
    if (frames) onFrames(Number(frames));
  });
  // A broken pipe is told by the end of the program, with its reason.
  stdin.on('error', () => undefined);
  return {
    write: (frame) =>
      new Promise((resolve, reject) => {
        stdin.write(frame, (error) => {
          if (error) ended.then(() => reject(error), reject);
          else resolve();
        });
      }),
    async finish() {
      stdin.end();
      await ended;
    },
  };
}

/** The first frame of each stretch but the first. */
function bordersOf(counts: readonly number[]): number[] {
  const borders: number[] = [];
  let frames = 0;
  for (const count of counts.slice(0, -1)) {
    frames += count;
    borders.push(frames);
  }
  return borders;
}

function encoderArguments({ width, height, fps, encoding, folder }: EncoderOrder, borders: readonly number[]): string[] {
  const forced = borders.length > 0 ? ['-force_key_frames', `expr:${borders.map((border) => `eq(n,${border})`).join('+')}`] : [];
  const cuts = borders.length > 0 ? ['-segment_frames', borders.join(',')] : ['-segment_time', '360000'];
  return [
    ...[
      '-f',
      'rawvideo',
      '-pix_fmt',
      'yuv420p',
      '-s',
      `${width}x${height}`,
      '-framerate',
      rateOf(fps),
      '-color_range',
      'tv',
      '-i',
      'pipe:0',
    ],
    ...['-an', ...encoding, ...forced],
    ...['-progress', 'pipe:3', '-stats_period', '0.2'],
    ...[
      '-f',
      'segment',
      ...cuts,
      '-reset_timestamps',
      '1',
      '-segment_format',
      'mp4',
      '-segment_list',
      'pipe:1',
      '-segment_list_type',
      'flat',
    ],
    `${folder}/piece-%04d.mp4`,
  ];
}

function readLines(stream: Readable, told: (line: string) => void): void {
  let rest = '';
  stream.setEncoding('utf8').on('data', (part: string) => {
    const lines = (rest + part).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) told(line);
  });
}
