/** A real film of a few seconds, as small as it may be; each kind is made once in a process. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

export interface FilmKind {
  readonly width: number;
  readonly height: number;
  readonly seconds: number;
  /** At least: filled up with a box that nobody plays. */
  readonly bytes?: number;
}

const made = new Map<string, Promise<Buffer>>();

export function smallFilm(kind: FilmKind): Promise<Buffer> {
  const key = JSON.stringify(kind);
  const film = made.get(key) ?? makeFilm(kind);
  made.set(key, film);
  return film;
}

async function makeFilm({ width, height, seconds, bytes = 0 }: FilmKind): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'atelier-small-film-'));
  try {
    const path = join(folder, 'film.mp4');
    const source = ['-f', 'lavfi', '-i', `color=0x335577:size=${width}x${height}:rate=10:duration=${seconds}`];
    const code = ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p', '-movflags', '+faststart'];
    await promisify(execFile)('ffmpeg', ['-nostdin', '-loglevel', 'error', ...source, ...code, '-y', path]);
    const film = await readFile(path);
    return film.length >= bytes ? film : Buffer.concat([film, emptyBox(Math.max(bytes - film.length, 8))]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function emptyBox(bytes: number): Buffer {
  const box = Buffer.alloc(bytes);
  box.writeUInt32BE(bytes, 0);
  box.write('free', 4, 'latin1');
  return box;
}
