/** `atelier film "…" -o film.mp4`: a film from one sentence, with a line that says how far it is. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Logger } from 'pino';
import type { Config } from '#config';
import { type FilmOrder, type FilmStep, type MadeFilm, RATIOS, type Ratio } from '#products/video/door.ts';
import { buildApp } from './app.ts';

export interface FilmOptions {
  readonly output?: string;
  readonly duration?: string;
  readonly lang?: string;
  readonly ratio?: string;
  readonly style?: string;
  readonly voice?: string;
  readonly seed?: string;
  readonly 'no-captions'?: boolean;
  readonly 'no-music'?: boolean;
}

const LANGUAGES = ['fr', 'en', 'ar'] as const;
type Wish = Omit<FilmOrder, 'folder' | 'signal' | 'onStep' | 'onRender'>;

export async function film(config: Config, log: Logger, options: FilmOptions, words: readonly string[]): Promise<number> {
  const wish = readWish(options, words);
  if ('problems' in wish) {
    for (const problem of wish.problems) console.error(problem);
    return 2;
  }
  const stop = new AbortController();
  const interrupt = (): void => stop.abort(new Error('interrupted'));
  process.once('SIGINT', interrupt).once('SIGTERM', interrupt);
  const folder = await mkdtemp(join(tmpdir(), 'atelier-film-'));
  const app = await buildApp(config, log);
  try {
    report(await app.film({ ...wish, folder, signal: stop.signal, ...progressLine() }));
    return 0;
  } catch (error) {
    if (!stop.signal.aborted) throw error;
    console.error('\nInterrupted: nothing is left of the film.');
    return 130;
  } finally {
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
    await app.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Every fault at once. */
function readWish(options: FilmOptions, words: readonly string[]): Wish | { readonly problems: readonly string[] } {
  const { output, duration = '60', lang, ratio = '16:9', style = 'cinematic', voice = 'thomas', seed = '1' } = options;
  const prompt = words.join(' ').trim();
  const [seconds, number] = [Number(duration), Number(seed)];
  const language = LANGUAGES.find((known) => known === lang);
  const problems = [
    ...(prompt ? [] : ['film needs a sentence: atelier film "Le marché de Marrakech au matin" -o film.mp4']),
    ...(output?.endsWith('.mp4') ? [] : ['-o needs the name of the film, ending with .mp4']),
    ...(seconds >= 5 && seconds <= 600 ? [] : ['--duration needs seconds, from 5 to 600']),
    ...(lang === undefined || language ? [] : [`--lang needs one of ${LANGUAGES.join(', ')}`]),
    ...(Object.hasOwn(RATIOS, ratio) ? [] : [`--ratio needs one of ${Object.keys(RATIOS).join(', ')}`]),
    ...(Number.isInteger(number) && number >= 0 && number < 2 ** 31 ? [] : ['--seed needs a whole number']),
  ];
  if (problems.length > 0 || !output) return { problems };
  const [captions, music] = [!options['no-captions'], !options['no-music']];
  const asked = { prompt, seconds, style, voice, seed: number, ratio: ratio as Ratio, captions, music, file: resolve(output) };
  return language ? { ...asked, language } : asked;
}

const STEPS: Readonly<Record<FilmStep, string>> = { script: 'Script', scenes: 'Pictures and voice', music: 'Music' };

function progressLine(): Pick<FilmOrder, 'onStep' | 'onRender'> {
  const show = (text: string): void => void process.stderr.write(process.stderr.isTTY ? `\r\u001b[K${text}` : `${text}\n`);
  let shown = -1;
  return {
    onStep: (step, done, total) => show(`${STEPS[step]} ${done}/${total}`),
    onRender: ({ stage, frames, remainingSeconds }) => {
      const percent = Math.floor((100 * (frames.encoded + frames.reused)) / Math.max(frames.total, 1));
      if (percent === shown) return;
      shown = percent;
      show(`Montage (${stage}) ${percent} %${remainingSeconds === null ? '' : `, about ${Math.ceil(remainingSeconds)} s left`}`);
    },
  };
}

function report({ file, seconds, script, providers, loudness }: MadeFilm): void {
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
  console.log(`${file}: ${seconds.toFixed(1)} s, ${script.scenes.length} scenes, "${script.title}" (${script.language})`);
  console.log(
    `Script: ${providers.script} · pictures: ${providers.image} · voice: ${providers.voice ?? 'none'} · music: ${providers.music ?? 'none'}`,
  );
  if (loudness) console.log(`Sound: ${loudness.lufs.toFixed(1)} LUFS, peak ${loudness.truePeak.toFixed(1)} dBTP`);
  if (providers.voice === null)
    console.log(
      'Nobody speaks this language on this machine: the words stand on the picture. `npm start -- voices --fetch` brings voices.',
    );
}
