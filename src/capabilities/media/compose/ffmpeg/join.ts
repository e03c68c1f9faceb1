/** Stretches, sound and captions become one file, nothing encoded again. */
import { writeFile } from 'node:fs/promises';
import { exactRate } from './quality.ts';
import { listen, type Tools } from './tools.ts';

export interface JoinOrder {
  readonly pieces: readonly { readonly file: string; readonly count: number }[];
  readonly fps: number;
  readonly seconds: number;
  readonly sound: string | null;
  readonly captions: { readonly srt: string; readonly language: string } | null;
  readonly folder: string;
}

const quoted = (file: string): string => `'${file.replaceAll("'", String.raw`'\''`)}'`;

export async function joinFilm(tools: Tools, order: JoinOrder, file: string): Promise<void> {
  const rate = exactRate(order.fps);
  const list = `${order.folder}/pieces.txt`;
  const lines = order.pieces.map((piece) => `file ${quoted(piece.file)}\nduration ${(piece.count / rate).toFixed(9)}`);
  await writeFile(list, `ffconcat version 1.0\n${lines.join('\n')}\n`);
  const inputs = ['-f', 'concat', '-safe', '0', '-i', list];
  const maps = ['-map', '0:v:0'];
  if (order.sound) {
    inputs.push('-i', order.sound);
    maps.push('-map', '1:a:0');
  }
  if (order.captions) {
    const srt = `${order.folder}/captions.srt`;
    await writeFile(srt, order.captions.srt);
    inputs.push('-f', 'srt', '-i', srt);
    maps.push('-map', `${order.sound ? 2 : 1}:s:0`, '-c:s', 'mov_text', '-metadata:s:s:0', `language=${order.captions.language}`);
  }
  const shape = [
    '-c:v',
    'copy',
    '-c:a',
    'copy',
    '-t',
    order.seconds.toFixed(6),
    '-movflags',
    '+faststart',
    '-map_metadata',
    '-1',
    '-f',
    'mp4',
  ];
  await listen(tools, [...inputs, ...maps, ...shape, file]);
}

export async function takeThumbnail(
  tools: Tools,
  film: string,
  { file, at, width }: { file: string; at: number; width: number },
): Promise<void> {
  const shape = [
    '-frames:v',
    '1',
    '-update',
    '1',
    '-vf',
    `scale=${Math.round(width / 2) * 2}:-2:flags=lanczos`,
    '-q:v',
    '3',
    '-f',
    'image2',
    '-c:v',
    'mjpeg',
  ];
  await listen(tools, ['-ss', at.toFixed(3), '-i', film, ...shape, file]);
}
