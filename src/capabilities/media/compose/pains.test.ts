/** What people suffer from elsewhere when films are put together, one test each. Counted and looked at, never timed. */
import { execFile } from 'node:child_process';
import { chmod, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { composeFilm, type Film, type FilmPlan, type Shot } from './compose.ts';
import { toneFile } from './test-house.ts';

const run = promisify(execFile);
const [FPS, WIDTH, HEIGHT] = [24, 320, 180];
let folder = '';
const at = (name: string): string => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'compose-pains-'));
  for (const [index, background] of ['#602018', '#183058', '#184828'].entries())
    await sharp({ create: { width: 640, height: 360, channels: 3, background } })
      .png()
      .toFile(at(`${index}.png`));
  await toneFile(at('voice.wav'), 0.8, 300, 0.3);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const MOTION = {
  from: { left: 0, top: 0, width: 1, height: 1 },
  to: { left: 0.1, top: 0.1, width: 0.8, height: 0.8 },
  ease: 'smooth',
} as const;
const shot = (index: number, more: Partial<Shot> = {}): Shot => ({
  source: { kind: 'picture', file: at(`${index % 3}.png`) },
  ...{ seconds: 1, motion: MOTION, transitionIn: index > 0 ? { kind: 'dissolve', seconds: 0.25 } : null },
  ...more,
});
const planOf = (name: string, shots: readonly Shot[], more: Partial<FilmPlan> = {}): FilmPlan => ({
  ...{ width: WIDTH, height: HEIGHT, fps: FPS, background: '#000000', shots, voice: [], music: [], captions: [] },
  captionStyle: { look: 'outline', size: 'large', place: 'bottom', colour: '#ffffff', highlight: null },
  output: { file: at(`${name}.mp4`), codec: 'h264', quality: 'draft' },
  ...more,
});
const make = (plan: FilmPlan, ffmpeg?: string): Promise<Film> =>
  composeFilm(plan, {
    ...{ signal: new AbortController().signal, cacheFolder: at('cache'), temporaryFolder: at('work') },
    ...(ffmpeg ? { tools: { ffmpeg, ffprobe: 'ffprobe' } } : {}),
  });

interface ComposeOrder {
  readonly plan: FilmPlan;
  readonly cacheFolder: string;
}
const makeIn = ({ plan, cacheFolder }: ComposeOrder): Promise<Film> =>
  composeFilm(plan, { signal: new AbortController().signal, cacheFolder, temporaryFolder: at('work') });

/** 1 for the same pictures (SSIM of all frames). */
async function likeness(one: string, other: string): Promise<number> {
  const { stderr } = await run('ffmpeg', ['-i', one, '-i', other, '-lavfi', 'ssim', '-f', 'null', '-']);
  return Number(/All:([\d.]+)/.exec(stderr)?.[1] ?? 0);
}

const page = (text: string, from: number) =>
  text.split(' ').map((word, n) => ({ text: word, from: from + n * 0.2, until: from + n * 0.2 + 0.2 }));

test('pain 8: another word on the picture costs the shot that it stands on, not the film', async () => {
  const shots = Array.from({ length: 10 }, (_, n) => shot(n));
  const pages = shots.map((_, n) => page('un mot', n + 0.4));
  expect((await make(planOf('words', shots, { captions: pages }))).frameCounts).toEqual({ encoded: 240, reused: 0 });
  const changed = pages.map((words, n) => (n === 4 ? page('un autre', 4.4) : words));
  const { frameCounts } = await make(planOf('other-words', shots, { captions: changed }));
  expect(frameCounts.encoded).toBeLessThanOrEqual(24);
  expect(frameCounts.reused).toBe(240 - frameCounts.encoded);
});

test('pain 1: the end of a clip that is shorter than its shot is made again alone, and is the picture that it was', async () => {
  await run('ffmpeg', [
    '-v',
    'error',
    '-f',
    'lavfi',
    '-i',
    'testsrc2=size=320x180:rate=24:duration=1',
    '-pix_fmt',
    'yuv420p',
    at('short.mp4'),
  ]);
  const clip = { kind: 'clip', file: at('short.mp4'), from: 0 } as const;
  const shots = [shot(0, { source: clip, seconds: 2, motion: null }), shot(1, { source: clip, seconds: 2, motion: null })];
  const plan = (name: string): ComposeOrder => ({ plan: planOf(name, shots), cacheFolder: at('cache-short') });
  await makeIn(plan('whole'));
  for (const name of (await readdir(at('cache-short'))).filter((file) => file.endsWith('.mp4'))) {
    await rm(join(at('cache-short'), name));
    const { frameCounts } = await makeIn(plan('again'));
    expect(frameCounts.encoded).toBeLessThan(96);
    expect(await likeness(at('whole.mp4'), at('again.mp4'))).toBeGreaterThan(0.99);
  }
});

test('pain 9: a film of forty shots takes no more memory than one of four', async () => {
  const most = async (name: string, count: number): Promise<number> => {
    let peak = 0;
    const timer = setInterval(() => {
      peak = Math.max(peak, process.memoryUsage.rss());
    }, 10);
    await make(
      planOf(
        name,
        Array.from({ length: count }, (_, n) => shot(n, { seconds: 0.5, motion: { ...MOTION, ease: count > 9 ? 'smooth' : 'linear' } })),
      ),
    );
    clearInterval(timer);
    return peak;
  };
  const few = await most('four', 4);
  expect((await most('forty', 40)) - few).toBeLessThan(150 * 1024 * 1024);
});

test('pain 10: no graphics card is needed, and a program that has nothing else is named before anything is encoded', async () => {
  const { stdout } = await run('ffmpeg', ['-hide_banner', '-encoders']);
  expect(stdout).toMatch(/\slibx264\s/);
  const cardOnly = at('card-only');
  const lines = ['#!/bin/sh', 'case "$*" in *-encoders*) echo " V..... h264_nvenc NVIDIA";; *) exec ffmpeg "$@";; esac'];
  await writeFile(cardOnly, lines.join('\n'));
  await chmod(cardOnly, 0o755);
  const made = make(planOf('card', [shot(0)]), cardOnly);
  await expect(made).rejects.toMatchObject({ kind: 'invalid', code: 'CODEC_MISSING', params: { codec: 'h264' } });
});

interface Packet {
  readonly pts_time: string;
  readonly flags: string;
}

test('pain 11: the first frame is whole, at once, and what the plan shows', async () => {
  const film = await make(planOf('first', [shot(0), shot(1)], { voice: [{ file: at('voice.wav'), at: 0, volume: 1 }] }));
  const probe = ['-v', 'error', '-select_streams', 'v', '-show_entries', 'packet=pts_time,flags', '-of', 'json', film.file];
  const { packets } = JSON.parse((await run('ffprobe', probe)).stdout) as { packets: Packet[] };
  expect(packets[0]).toMatchObject({ flags: expect.stringMatching(/^K/) });
  expect(Number(packets[0]?.pts_time)).toBe(0);
  const { stderr } = await run('ffmpeg', ['-v', 'error', '-i', film.file, '-f', 'null', '-']);
  expect(stderr).toBe('');
  const [red = 0, green = 0, blue = 0] = await firstFrame(film.file);
  for (const [value, wanted] of [
    [red, 0x60],
    [green, 0x20],
    [blue, 0x18],
  ] as const)
    expect(Math.abs(value - wanted)).toBeLessThan(12);
});

async function firstFrame(file: string): Promise<Buffer> {
  const shape = [
    '-frames:v',
    '1',
    '-vf',
    'scale=1:1:flags=area:in_color_matrix=bt709:out_range=pc',
    '-f',
    'rawvideo',
    '-pix_fmt',
    'rgb24',
    'pipe:1',
  ];
  return (await run('ffmpeg', ['-v', 'error', '-i', file, ...shape], { encoding: 'buffer' })).stdout;
}

/** Of each frame, how many pixels are as white as letters. */
async function whites(file: string): Promise<readonly number[]> {
  const shape = ['-f', 'rawvideo', '-pix_fmt', 'gray', 'pipe:1'];
  const { stdout } = await run('ffmpeg', ['-v', 'error', '-i', file, ...shape], { encoding: 'buffer', maxBuffer: 2 ** 26 });
  const size = WIDTH * HEIGHT;
  return Array.from(
    { length: stdout.length / size },
    (_, n) => stdout.subarray(n * size, (n + 1) * size).filter((value) => value > 200).length,
  );
}

test.each([
  ['Latin', 'Le phare veille'],
  ['Arabic', 'المنارة ساهرة الليلة'],
  ['Chinese', '灯塔 守望'],
])('pain 12: words in %s letters are there within 80 ms of the voice, and are letters', async (name, text) => {
  const [words, from] = [page(text, 0.5), 0.5];
  const film = await make(planOf(`letters-${name}`, [shot(0, { seconds: 2, motion: null })], { captions: [words] }));
  const lit = await whites(film.file);
  const first = lit.findIndex((count) => count > 30);
  expect(Math.abs(first / FPS - from)).toBeLessThanOrEqual(0.08);
  const last = lit.findLastIndex((count) => count > 30);
  expect(last / FPS).toBeGreaterThanOrEqual((words.at(-1)?.until ?? 0) - 0.08);
  // Joined or not, another word gives other letters.
  const other = await make(planOf(`other-${name}`, [shot(0, { seconds: 2, motion: null })], { captions: [page(`${text} ${text}`, 0.5)] }));
  expect((await whites(other.file))[first]).not.toBe(lit[first]);
});

test('pain 19: two films at once with one cache are each as right as alone', async () => {
  const plans = ['one', 'two'].map((name) =>
    planOf(
      name,
      Array.from({ length: 4 }, (_, n) => shot(n + 1, { seconds: 0.75 })),
    ),
  );
  const films = await Promise.all(plans.map((plan) => make(plan)));
  const sums = await Promise.all(
    films.map(async ({ file }) => (await run('ffmpeg', ['-v', 'error', '-i', file, '-f', 'md5', '-'])).stdout),
  );
  expect(films.map(({ frames }) => frames)).toEqual([72, 72]);
  expect(sums[1]).toBe(sums[0]);
});
