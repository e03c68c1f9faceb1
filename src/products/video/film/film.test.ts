import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Atelier, afterFile, startAtelier } from '#test/support.ts';
import type { FilmOrder } from './film.ts';

let atelier: Atelier;
const folder = mkdtempSync(join(tmpdir(), 'atelier-film-'));
afterFile(async () => rmSync(folder, { recursive: true, force: true }));

beforeAll(async () => {
  atelier = await startAtelier();
});

const order = (name: string, changes: Partial<FilmOrder> = {}): FilmOrder => ({
  ...{ prompt: 'Un phare au bord de la mer', seconds: 5, ratio: '1:1', style: 'cinematic', voice: 'thomas', seed: 3, captions: true },
  ...{ music: true, file: join(folder, `${name}.mp4`), folder: join(folder, name), signal: new AbortController().signal },
  ...changes,
});

describe('a film from one sentence, with nothing configured', () => {
  it('has its pictures, its sound and its words, and every step was counted', async () => {
    const steps: string[] = [];
    const frames: number[] = [];
    const film = await atelier.film(
      order('phare', {
        onStep: (step, done, total) => steps.push(`${step} ${done}/${total}`),
        onRender: ({ frames: { encoded } }) => frames.push(encoded),
      }),
    );
    expect(steps.slice(0, 2)).toEqual(['script 0/1', 'script 1/1']);
    expect(steps.at(-1)).toBe('music 1/1');
    expect(frames).toEqual([...frames].sort((a, b) => a - b));
    expect(film.providers).toMatchObject({ script: 'embedded', image: 'embedded', music: 'embedded' });
    expect(film.script.language).toBe('fr');
    expect(film.loudness?.lufs).toBeGreaterThan(-15.5);
    const probe = ['-v', 'error', '-show_entries', 'stream=codec_type,width,height', '-of', 'json', film.file];
    const { streams } = JSON.parse((await promisify(execFile)('ffprobe', probe)).stdout) as { streams: object[] };
    expect(streams).toMatchObject([
      { codec_type: 'video', width: 1080, height: 1080 },
      { codec_type: 'audio' },
      { codec_type: 'subtitle' },
    ]);
    expect(readFileSync(join(folder, 'phare.srt'), 'utf8')).toContain('-->');
  }, 120_000);

  it('is interrupted without leaving a film', async () => {
    const stop = new AbortController();
    const made = atelier.film(order('none', { signal: stop.signal, onRender: () => stop.abort(new Error('enough')) }));
    await expect(made).rejects.toThrow('enough');
    expect(existsSync(join(folder, 'none.mp4'))).toBe(false);
    expect(readdirSync(folder).filter((name) => name.startsWith('none.'))).toEqual([]);
  }, 120_000);
});
