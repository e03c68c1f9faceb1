/** V-088 to V-090, V-092, V-094, V-097 to V-100: a small film from beginning to end, changed, stopped, and refused. */
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { composeFilm, type Film, type FilmPlan, type FilmProgress, type Shot } from './compose.ts';
import { measure } from './ffmpeg/sound.ts';
import { toneFile } from './test-house.ts';

const run = promisify(execFile);
const tools = { ffmpeg: 'ffmpeg', ffprobe: 'ffprobe', signal: new AbortController().signal, onChild: () => undefined };
const COLOURS = ['#b03020', '#2050a0', '#208040', '#a08020'];
const FPS = 24;
let folder = '';
const at = (name: string): string => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'compose-test-'));
  for (const [index, background] of COLOURS.entries())
    await sharp({ create: { width: 640, height: 360, channels: 3, background } })
      .png()
      .toFile(at(`${index}.png`));
  await toneFile(at('voice.wav'), 0.8, 300, 0.3);
  await toneFile(at('music.wav'), 4, 1000, 0.2);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const shot = (picture: number, more: Partial<Shot> = {}): Shot => ({
  source: { kind: 'picture', file: at(`${picture}.png`) },
  seconds: 1,
  motion: { from: { left: 0, top: 0, width: 1, height: 1 }, to: { left: 0.05, top: 0.05, width: 0.9, height: 0.9 }, ease: 'smooth' },
  transitionIn: null,
  ...more,
});

const planOf = (name: string, shots: readonly Shot[], more: Partial<FilmPlan> = {}): FilmPlan => ({
  width: 320,
  height: 180,
  fps: FPS,
  background: '#000000',
  shots,
  voice: [{ file: at('voice.wav'), at: 1.1, volume: 1 }],
  music: [{ file: at('music.wav'), at: 0, volume: 0.5, duck: true }],
  captions: [
    ['Bonjour', 'à', 'tous'].map((text, index) => ({ text, from: 1.25 + index * 0.15, until: 1.4 + index * 0.15 })),
    ['مرحبا', 'بكم'].map((text, index) => ({ text, from: 2.25 + index * 0.15, until: 2.4 + index * 0.15 })),
  ],
  captionStyle: { look: 'box', size: 'large', place: 'bottom', colour: '#ffffff', highlight: '#ffe000' },
  output: { file: at(`${name}.mp4`), codec: 'h264', quality: 'draft', captionTrack: { language: 'fra' } },
  ...more,
});

const SHOTS = (): Shot[] => [
  shot(0),
  shot(1, { transitionIn: { kind: 'dissolve', seconds: 0.25 } }),
  shot(2, { transitionIn: { kind: 'wipe', seconds: 0.25 } }),
];

const make = (
  plan: FilmPlan,
  more: { signal?: AbortSignal; onProgress?: (progress: FilmProgress) => void; cache?: string; ffmpeg?: string } = {},
): Promise<Film> =>
  composeFilm(plan, {
    signal: more.signal ?? new AbortController().signal,
    cacheFolder: at(more.cache ?? 'cache'),
    temporaryFolder: at('work'),
    ...(more.onProgress ? { onProgress: more.onProgress } : {}),
    ...(more.ffmpeg ? { tools: { ffmpeg: more.ffmpeg, ffprobe: more.ffmpeg } } : {}),
  });

/** RGB of a frame. */
async function frameOf(file: string, frame: number): Promise<{ pixel(x: number, y: number): [number, number, number] }> {
  const args = ['-v', 'error', '-i', file, '-vf', `select=eq(n\\,${frame}),scale=out_range=pc:in_color_matrix=bt709`, '-frames:v', '1'];
  const { stdout } = await run('ffmpeg', [...args, '-f', 'rawvideo', '-pix_fmt', 'rgb24', 'pipe:1'], { encoding: 'buffer' });
  return { pixel: (x, y) => [0, 1, 2].map((part) => stdout[(y * 320 + x) * 3 + part] ?? 0) as [number, number, number] };
}
const near = ([r, g, b]: [number, number, number], colour: string): boolean =>
  [r, g, b].every((value, part) => Math.abs(value - Number.parseInt(colour.slice(1 + part * 2, 3 + part * 2), 16)) < 22);

test('a film has the frames, the colours, the words and the sound of its plan, and what did not change is not encoded again', async () => {
  const told: FilmProgress[] = [];
  const plan = planOf('film', SHOTS(), {
    output: {
      ...planOf('film', []).output,
      srt: at('film.srt'),
      vtt: at('film.vtt'),
      thumbnail: { file: at('film.jpg'), at: 0.5, width: 160 },
    },
  });
  const film = await make(plan, { onProgress: (progress) => told.push(progress) });
  expect(film).toMatchObject({ seconds: 3, frames: 72, frameCounts: { encoded: 72, reused: 0 } });
  const probe = await run('ffprobe', ['-v', 'error', '-count_packets', '-show_streams', '-show_format', '-of', 'json', film.file]);
  const { streams, format } = JSON.parse(probe.stdout);
  expect(streams.map(({ codec_name }: { codec_name: string }) => codec_name)).toEqual(['h264', 'aac', 'mov_text']);
  expect(streams[0]).toMatchObject({ nb_read_packets: '72', r_frame_rate: '24/1', color_space: 'bt709', pix_fmt: 'yuv420p' });
  expect(Math.abs(Number(format.duration) - 3)).toBeLessThanOrEqual(1 / FPS);
  const head = (await readFile(film.file)).toString('latin1');
  expect(head.indexOf('moov')).toBeLessThan(head.indexOf('mdat'));

  const [first, crossing, last] = await Promise.all([frameOf(film.file, 6), frameOf(film.file, 27), frameOf(film.file, 70)]);
  expect(near(first.pixel(160, 40), '#b03020')).toBe(true);
  expect(near(last.pixel(160, 40), '#208040')).toBe(true);
  const [red, , blue] = crossing.pixel(160, 40);
  expect(red).toBeGreaterThan(0x20 + 15);
  expect(blue).toBeGreaterThan(0x20 + 15);
  expect(red).toBeLessThan(0xb0 - 15);

  expect(Math.abs((film.loudness?.lufs ?? 0) + 14)).toBeLessThanOrEqual(0.5);
  expect(film.loudness?.truePeak).toBeLessThanOrEqual(-1.5);
  expect(await readFile(at('film.srt'), 'utf8')).toContain('00:00:01,250 --> 00:00:01,700\nBonjour à tous');
  expect(await readFile(at('film.vtt'), 'utf8')).toContain('مرحبا بكم');
  expect((await sharp(at('film.jpg')).metadata()).width).toBe(160);

  expect(told.at(-1)).toMatchObject({ stage: 'finalization', frames: { composed: 72, encoded: 72, reused: 0, total: 72 } });
  expect(told.every(({ frames }, index) => frames.encoded >= (told[index - 1]?.frames.encoded ?? 0))).toBe(true);
  expect(Object.values(told.at(-1)?.stages ?? {}).every(({ status }) => status === 'completed')).toBe(true);
  expect(await readdir(at('work'))).toEqual([]);

  // The last shot becomes another: its inside and the passage into it are new, nothing else.
  const changed = await make(planOf('changed', [...SHOTS().slice(0, 2), { ...(SHOTS()[2] ?? shot(2)), ...{ source: shot(3).source } }]));
  expect(changed.frameCounts).toEqual({ encoded: 24, reused: 48 });
  expect(near((await frameOf(changed.file, 70)).pixel(160, 40), '#a08020')).toBe(true);
  const same = await make(planOf('same', SHOTS()));
  expect(same.frameCounts).toEqual({ encoded: 0, reused: 72 });
});

/** Brightest and yellowest of the lower middle, where words stand. */
async function words(file: string, frame: number): Promise<{ white: number; lit: number }> {
  const { pixel } = await frameOf(file, frame);
  let [white, lit] = [0, 0];
  for (let y = 100; y < 175; y += 1)
    for (let x = 30; x < 290; x += 1) {
      const [r, g, b] = pixel(x, y);
      if (r > 200 && g > 200 && b > 200) white += 1;
      if (r > 190 && g > 160 && b < 110) lit += 1;
    }
  return { white, lit };
}

test('captions are there while they are said and at no other time, the word of the moment in its colour', async () => {
  const film = await make(planOf('captions', SHOTS()));
  const seen = await Promise.all([20, 29, 30, 38, 52, 54, 65, 71].map((frame) => words(film.file, frame)));
  const [before, eve, first, second, between, arabic, held, end] = seen;
  for (const none of [before, eve, between, end]) expect(none).toEqual({ white: 0, lit: 0 });
  for (const page of [first, second, arabic, held]) {
    expect(page?.white).toBeGreaterThan(20);
    expect(page?.lit).toBeGreaterThan(8);
  }
});

test('music goes down while somebody speaks, as far under a soft voice as under a loud one', async () => {
  await toneFile(at('soft.wav'), 1.4, 300, 0.06);
  await toneFile(at('loud.wav'), 1.4, 300, 0.4);
  for (const name of ['soft', 'loud']) {
    const film = await make(planOf(name, SHOTS(), { voice: [{ file: at(`${name}.wav`), at: 1.5, volume: 1 }] }));
    const music = (from: number): Promise<{ lufs: number }> =>
      measure(
        tools,
        film.file,
        [`atrim=${from}:${from + 0.9}`, 'asetpts=PTS-STARTPTS', ...Array<string>(4).fill('highpass=f=800')],
        'none',
      );
    const [alone, under] = await Promise.all([music(0.3), music(1.9)]);
    expect(alone.lufs - under.lufs).toBeGreaterThan(8);
    expect(alone.lufs - under.lufs).toBeLessThan(14);
  }
});

test('clips are decoded, and every passage goes from one shot to the other', async () => {
  const clip = at('clip.mp4');
  await run('ffmpeg', ['-v', 'error', '-f', 'lavfi', '-i', 'color=c=0x8040c0:s=160x90:r=12:d=0.7', '-pix_fmt', 'yuv420p', clip]);
  const passages = (['fade', 'slide', 'zoom'] as const).map(
    (kind, index): Shot => shot(index, { seconds: 0.5, transitionIn: { kind, seconds: 0.25 } }),
  );
  const silent = { voice: [], music: [], captions: [], captionStyle: null };
  const shots = [shot(0, { source: { kind: 'clip', file: clip, from: 0.1 }, seconds: 0.5, motion: null }), ...passages];
  const film = await make(planOf('clip', shots, silent));
  expect(film).toMatchObject({ frames: 48, loudness: null });
  const colours = await Promise.all([6, 22, 34, 46].map(async (frame) => (await frameOf(film.file, frame)).pixel(160, 90)));
  expect(colours.map((colour, index) => near(colour, ['#8040c0', ...COLOURS][index] ?? ''))).toEqual([true, true, true, true]);
  const { pixel } = await frameOf(film.file, 26);
  expect(near(pixel(2, 90), COLOURS[0] ?? '')).toBe(true);
  expect(near(pixel(317, 90), COLOURS[1] ?? '')).toBe(true);
});

test('where there is no shot the background is seen, first, in between and last, and passages go into it and out of it', async () => {
  const nothing = shot(0, { source: { kind: 'background' }, seconds: 0.5, motion: null });
  const shots = [nothing, shot(0, { transitionIn: { kind: 'fade', seconds: 0.25 } }), nothing, shot(1), nothing];
  const film = await make(planOf('gaps', shots, { background: '#404040', captions: [], captionStyle: null }));
  expect(film.frames).toBe(84);
  const colours = await Promise.all([2, 30, 40, 60, 80].map(async (frame) => (await frameOf(film.file, frame)).pixel(160, 90)));
  const expected = ['#404040', COLOURS[0], '#404040', COLOURS[1], '#404040'];
  expect(colours.map((colour, index) => near(colour, expected[index] ?? ''))).toEqual(Array(5).fill(true));
  const [red] = (await frameOf(film.file, 14)).pixel(160, 90);
  expect(red).toBeGreaterThan(0x40 + 10);
  expect(red).toBeLessThan(0xb0 - 10);
});

test('a render that is stopped leaves no child, no folder and no film, and goes on where it was', async () => {
  const stop = new AbortController();
  const long = SHOTS().map((each, index) => ({ ...each, seconds: index === 0 ? 1 : 60 }));
  const reason = new Error('enough');
  const told: number[] = [];
  const plan = planOf('stopped', long, { captions: [] });
  const begun = make(plan, {
    signal: stop.signal,
    cache: 'stopped',
    onProgress: ({ frames }) => {
      told.push(frames.encoded);
      if (frames.encoded > 200) stop.abort(reason);
    },
  });
  await expect(begun).rejects.toBe(reason);
  expect(told.at(-1)).toBeLessThan(121 * FPS);
  expect(await readdir(at('work'))).toEqual([]);
  expect((await readdir(folder)).filter((name) => name.startsWith('stopped.'))).toEqual([]);
  expect((await readdir(at('stopped'))).filter((name) => name.endsWith('.mp4')).length).toBeGreaterThan(0);
  const { stdout } = await run('ps', ['-eo', 'args']);
  expect(stdout.split('\n').filter((line) => line.includes(folder) && line.startsWith('ffmpeg'))).toEqual([]);
});

test('what is missing is named: ffmpeg with its package, a picture with its shot', async () => {
  await expect(make(planOf('none', SHOTS()), { ffmpeg: at('no-such-ffmpeg') })).rejects.toMatchObject({
    kind: 'unavailable',
    code: 'FFMPEG_MISSING',
    params: { program: expect.stringContaining('no-such-ffmpeg') },
    text: { en: expect.stringContaining('apt install ffmpeg') },
  });
  await writeFile(at('broken.png'), 'this is no picture');
  const broken = [shot(0), shot(1, { source: { kind: 'picture', file: at('broken.png') } })];
  await expect(make(planOf('broken', broken))).rejects.toMatchObject({ kind: 'invalid', code: 'SHOT_UNREADABLE', params: { shot: 2 } });
  await expect(make(planOf('empty', []))).rejects.toMatchObject({ code: 'FILM_PLAN_INVALID' });
  expect(await readdir(at('work'))).toEqual([]);
});
