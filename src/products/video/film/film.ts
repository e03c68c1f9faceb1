/**
 * A film from one sentence, made at once by one process: script, pictures, voice, music, montage. What `atelier film` does.
 *
 * Words: a *scene* is a sentence or two with their picture; its *take* is the picture and the voice that were made for it. A film in a
 * language that nobody speaks on this machine is silent, with its words on the picture, and said to be so.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Generation, Music, Script, ScriptLanguage, ScriptScene, Speech } from '#capabilities/generation/generation.ts';
import { composeFilm, type Film, type FilmProgress } from '#capabilities/media/media.ts';
import { RATIOS, type Ratio, secondsOfTakes } from '../timelines/timelines.ts';
import { montage, takesOf } from './montage.ts';

export { RATIOS, type Ratio } from '../timelines/timelines.ts';

export interface FilmOrder {
  readonly prompt: string;
  readonly seconds: number;
  readonly language?: ScriptLanguage;
  readonly ratio: Ratio;
  readonly style: string;
  /** A logical voice: `thomas`. */
  readonly voice: string;
  readonly seed: number;
  readonly captions: boolean;
  readonly music: boolean;
  /** Where the film goes; `.srt` and `.vtt` beside it. */
  readonly file: string;
  /** For what is made on the way; the caller's to remove. */
  readonly folder: string;
  readonly signal: AbortSignal;
  /** Items done of those to do. */
  onStep?(step: FilmStep, done: number, total: number): void;
  onRender?(progress: FilmProgress): void;
}
export type FilmStep = 'script' | 'scenes' | 'music';

/** A scene with what was made for it. */
export interface Take {
  readonly scene: ScriptScene;
  readonly picture: string;
  readonly painter: string;
  /** Null when nobody speaks its language here. */
  readonly speech: Speech | null;
}

export interface MadeFilm extends Film {
  readonly script: Script;
  /** Who made what: `embedded`, or the provider's name; null for what it does without. */
  readonly providers: { readonly script: string; readonly image: string; readonly voice: string | null; readonly music: string | null };
}

export interface FilmTools {
  readonly generation: Pick<Generation, 'writeScript' | 'paintImage' | 'voices' | 'music'>;
}

/** Throws what a provider is at fault with, and the reason of the signal. */
export async function makeFilm(tools: FilmTools, order: FilmOrder): Promise<MadeFilm> {
  await mkdir(order.folder, { recursive: true });
  const script = await writeScript(tools, order);
  const takes = await makeTakes(tools, order, script);
  const music = order.music ? await makeMusic(tools, order, secondsOfTakes(takesOf(takes, null).scenes, order.seconds)) : null;
  const plan = montage(order, script, takes, music);
  const film = await composeFilm(plan, {
    signal: order.signal,
    cacheFolder: join(order.folder, 'stretches'),
    temporaryFolder: order.folder,
    ...(order.onRender ? { onProgress: order.onRender } : {}),
  });
  const voice = takes.find(({ speech }) => speech)?.speech?.provider ?? null;
  const image = [...new Set(takes.map(({ painter }) => painter))].join(', ');
  return { ...film, script, providers: { script: script.source, image, voice, music: music?.provider ?? null } };
}

async function writeScript({ generation }: FilmTools, order: FilmOrder): Promise<Script> {
  const { prompt, seconds, style, seed, signal, language } = order;
  order.onStep?.('script', 0, 1);
  const script = await generation.writeScript({ prompt, seconds, style, seed, signal, ...(language ? { language } : {}) });
  order.onStep?.('script', 1, 1);
  return script;
}

async function makeTakes(tools: FilmTools, order: FilmOrder, script: Script): Promise<readonly Take[]> {
  const hasVoice = await isSpoken(tools, script.language, order.signal);
  const total = script.scenes.length;
  const takes: Take[] = [];
  for (const scene of script.scenes) {
    order.onStep?.('scenes', takes.length, total);
    const [painted, speech] = await Promise.all([
      paint(tools, order, scene),
      hasVoice ? speak(tools, order, script, scene) : Promise.resolve(null),
    ]);
    takes.push({ scene, speech, ...painted });
  }
  order.onStep?.('scenes', total, total);
  return takes;
}

async function isSpoken({ generation }: FilmTools, language: ScriptLanguage, signal: AbortSignal): Promise<boolean> {
  const { voices } = await generation.voices.voices(signal);
  return voices.some((voice) => voice.language.split('-')[0] === language);
}

async function paint(
  { generation }: FilmTools,
  { ratio, seed, folder, signal }: FilmOrder,
  scene: ScriptScene,
): Promise<Pick<Take, 'picture' | 'painter'>> {
  const look = { style: 'realistic', quality: 'standard', ...RATIOS[ratio].paint } as const;
  const { png, provider } = await generation.paintImage({ ...look, prompt: scene.imagePrompt, seed: seed + scene.index, signal });
  const picture = join(folder, `scene-${scene.index}.png`);
  await writeFile(picture, png);
  return { picture, painter: provider };
}

/** Neighbouring scenes are told to the voice, which keeps its melody. */
function speak({ generation }: FilmTools, { voice, folder, signal }: FilmOrder, script: Script, scene: ScriptScene): Promise<Speech> {
  const at = script.scenes.indexOf(scene);
  const [before, after] = [script.scenes[at - 1]?.narration, script.scenes[at + 1]?.narration];
  const around = { ...(before ? { previousText: before } : {}), ...(after ? { nextText: after } : {}) };
  return generation.voices.speak({ text: scene.narration, language: script.language, voice, signal, ...around }, folder);
}

async function makeMusic({ generation }: FilmTools, order: FilmOrder, seconds: number): Promise<Music> {
  const { prompt, style, seed, folder, signal } = order;
  order.onStep?.('music', 0, 1);
  const [provider = 'embedded'] = generation.music.providers();
  const music = await generation.music.makeMusic({ prompt: `${style} ${prompt}`, seconds, seed, signal }, { provider, folder });
  order.onStep?.('music', 1, 1);
  return music;
}
