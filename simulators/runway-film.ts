/** Small real films for the double of Runway: ffmpeg's test picture, as long and as large as was asked for, each made once. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const films = new Map<string, Promise<Buffer>>();

/** `ratio` is `1280:720`. */
export function testFilm(ratio: string, seconds: number): Promise<Buffer> {
  const name = `${ratio} ${seconds}`;
  const film = films.get(name) ?? makeFilm(ratio.replace(':', 'x'), seconds);
  films.set(name, film);
  return film;
}

async function makeFilm(size: string, seconds: number): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'runway-film-'));
  const file = join(folder, 'film.mp4');
  const source = ['-f', 'lavfi', '-i', `testsrc2=size=${size}:rate=24:duration=${seconds}`];
  const form = ['-c:v', 'libx264', '-preset', 'ultrafast', '-crf', '32', '-pix_fmt', 'yuv420p', '-movflags', '+faststart'];
  try {
    await new Promise<void>((resolve, reject) => {
      execFile('ffmpeg', ['-v', 'error', '-nostdin', '-y', ...source, ...form, file], (error) => (error ? reject(error) : resolve()));
    });
    return await readFile(file);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
