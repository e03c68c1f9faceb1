/** Takes become a timeline: how long each scene stands, when its words are said and shown, what plays below them. */
import type { Asset } from '../assets/assets.ts';
import type { ProjectConfig, Scene } from '../projects/projects.ts';
import { motionOf, RATIOS } from './framing.ts';
import type { Clip, TimelineDraft, Track } from './timeline.ts';

/** A scene with what was made for it. */
export interface SceneTake {
  readonly scene: Pick<Scene, 'id' | 'narration' | 'seconds'>;
  /** An image or a clip; without one the background shows. */
  readonly picture: Pick<Asset, 'id' | 'type'> | null;
  /** Null when nobody speaks: the words stand on the picture. */
  readonly voice: Pick<Asset, 'id' | 'seconds'> | null;
}
export interface Takes {
  readonly scenes: readonly SceneTake[];
  readonly music: Pick<Asset, 'id' | 'seconds'> | null;
}
/** Of a project, what its timeline follows from. */
export interface Wish {
  readonly config: Pick<ProjectConfig, 'targetDuration' | 'ratio' | 'captions' | 'music' | 'brand' | 'seed'>;
  readonly script: { readonly language: string } | null;
}

/** Before the first word of a scene, after its last, and after the last of all. Few of them: one changed word moves no other scene. */
const BREATHS = {
  short: { before: 0.2, after: 0.25, end: 1 },
  usual: { before: 0.35, after: 0.45, end: 1.4 },
  long: { before: 0.5, after: 0.8, end: 1.8 },
} as const;
type Breath = (typeof BREATHS)[keyof typeof BREATHS];
/** A film that is this much longer or shorter than it was asked for breathes otherwise. */
const OFF = 0.03;
const DISSOLVE_SECONDS = 0.5;
const CLOSING_SECONDS = 0.8;
const MUSIC = { volume: 0.45, fadeIn: 0.5, fadeOut: 1.5, join: 0.3, shortest: 2 } as const;
const FPS = 30;

/** Of the whole film: what the music is ordered for. */
export const secondsOfTakes = (scenes: readonly SceneTake[], target: number): number => lengthOfAll(scenes, breathFor(scenes, target));

const lengthOfAll = (scenes: readonly SceneTake[], breath: Breath): number =>
  exact(scenes.reduce((sum, take) => sum + lengthOf(take, take === scenes.at(-1), breath), 0));

/** `target`: seconds that were asked for. */
function breathFor(scenes: readonly SceneTake[], target: number): Breath {
  const usual = lengthOfAll(scenes, BREATHS.usual);
  if (usual > target * (1 + OFF)) return BREATHS.short;
  return usual < target * (1 - OFF) ? BREATHS.long : BREATHS.usual;
}

export function automaticDraft({ config, script }: Wish, { scenes, music }: Takes): TimelineDraft {
  const breath = breathFor(scenes, config.targetDuration);
  const starts = startsOf(scenes, breath);
  const { width, height } = RATIOS[config.ratio];
  const voices = scenes.flatMap((take, n) => voiceOf(take, starts[n] ?? 0, breath));
  const tracks: Track[] = [{ type: 'video', clips: scenes.flatMap((_, n) => shotOf(scenes, starts, n, config.seed, breath)) }];
  if (voices.length > 0) tracks.push({ type: 'audio', clips: voices });
  if (music && config.music) tracks.push({ type: 'music', clips: musicOf(music, config.music.volume, lengthOfAll(scenes, breath)) });
  return {
    config: {
      ...{ width, height, fps: FPS, backgroundColor: '#000000', captions: config.captions, brand: config.brand },
      language: script?.language ?? null,
      words: scenes.flatMap((take, n) => (take.voice ? [] : silentWords(take, starts[n] ?? 0, breath))),
    },
    tracks,
  };
}

/** Times of the wire, without the dust of sums. */
const exact = (seconds: number): number => Math.round(seconds * 1e6) / 1e6;

/** A scene lasts as long as its voice, else as long as the script gives it; always whole frames. */
function lengthOf({ voice, scene }: SceneTake, isLast: boolean, breath: Breath): number {
  const said = voice ? breath.before + (voice.seconds ?? scene.seconds) + breath.after : scene.seconds;
  return Math.ceil((said + (isLast ? breath.end - breath.after : 0)) * FPS - 1e-6) / FPS;
}

function startsOf(scenes: readonly SceneTake[], breath: Breath): readonly number[] {
  let at = 0;
  return scenes.map((take) => {
    const start = at;
    at += lengthOf(take, take === scenes.at(-1), breath);
    return exact(start);
  });
}

const NOTHING = {
  ...{ trimStart: 0, transitionIn: null, transitionOut: null, transitionSeconds: DISSOLVE_SECONDS, motion: null, fit: 'cover' },
  ...{ volume: 1, fadeIn: 0, fadeOut: 0, duckUnderVoice: false, sceneId: null },
} as const satisfies Partial<Clip>;

function shotOf(scenes: readonly SceneTake[], starts: readonly number[], n: number, seed: number, breath: Breath): readonly Clip[] {
  const take = scenes[n];
  const startTime = starts[n] ?? 0;
  if (!take?.picture) return [];
  const isLast = n === scenes.length - 1;
  const clip: Clip = {
    ...NOTHING,
    ...{ assetId: take.picture.id, startTime, duration: exact(lengthOf(take, isLast, breath)), sceneId: take.scene.id },
    motion: take.picture.type === 'image' ? motionOf(n, seed) : null,
    transitionIn: n === 0 ? 'fade' : 'dissolve',
    transitionOut: isLast ? 'fade' : null,
    transitionSeconds: isLast ? CLOSING_SECONDS : DISSOLVE_SECONDS,
  };
  return [clip];
}

function voiceOf({ voice, scene }: SceneTake, start: number, breath: Breath): readonly Clip[] {
  if (!voice) return [];
  const startTime = exact(start + breath.before);
  return [{ ...NOTHING, assetId: voice.id, startTime, duration: exact(voice.seconds ?? scene.seconds), sceneId: scene.id }];
}

/** Again from its beginning when it is shorter than the film. */
function musicOf({ id, seconds }: Pick<Asset, 'id' | 'seconds'>, volume: number, whole: number): readonly Clip[] {
  const length = seconds === null || seconds < MUSIC.shortest ? whole : seconds;
  const clips: Clip[] = [];
  for (let at = 0; at < whole - (at > 0 ? MUSIC.shortest : 0); at += length) {
    const isLast = at + length >= whole - MUSIC.shortest;
    clips.push({
      ...NOTHING,
      ...{ assetId: id, startTime: exact(at), duration: exact(Math.min(length, whole - at)), volume, duckUnderVoice: true },
      ...{ fadeIn: at === 0 ? MUSIC.fadeIn : MUSIC.join, fadeOut: isLast ? MUSIC.fadeOut : MUSIC.join },
    });
  }
  return clips;
}

/** In the time of the film. The words share the scene by their length. */
function silentWords({ scene }: SceneTake, start: number, breath: Breath): TimelineDraft['config']['words'] {
  const texts = scene.narration.split(/\s+/).filter(Boolean);
  const letters = texts.reduce((sum, text) => sum + text.length + 1, 0);
  const perLetter = Math.max(0.1, scene.seconds - breath.before - breath.after) / Math.max(1, letters);
  let at = start + breath.before;
  return texts.map((text) => {
    const from = at;
    at += (text.length + 1) * perLetter;
    return { text, from: exact(from), until: exact(at) };
  });
}
