/** A timeline with its files becomes what the render engine takes: shots in a row, sounds, words. */
import { type CaptionWord, type FilmPlan, type Motion, pagesOf, type Shot, type SoundClip } from '#capabilities/media/media.ts';
import type { AssetWord } from '../assets/assets.ts';
import type { Clip, TimelineConfig, TimelineDraft, TransitionName } from './timeline.ts';

/** A whole file on this machine, by the asset that it is of. */
export interface Material {
  readonly kind: 'picture' | 'clip' | 'sound';
  readonly file: string;
  /** Of an embedded clip: how the camera moves over its picture. */
  readonly motion?: Motion;
  readonly words?: readonly AssetWord[];
}
export type Materials = ReadonlyMap<string, Material>;

export interface PlanOutput {
  readonly file: string;
  readonly srt?: string;
  readonly vtt?: string;
  /** A JPEG of this width. */
  readonly thumbnail?: { readonly file: string; readonly width: number };
  readonly codec: FilmPlan['output']['codec'];
  readonly quality: FilmPlan['output']['quality'];
  readonly bitrate?: number;
  readonly audioBitrate?: number;
  /** Drawn on the picture, when the timeline draws any. */
  readonly burnCaptions: boolean;
  /** Another look than that of the timeline. */
  readonly captionLook?: 'box' | 'outline';
  /** Captions that a player can switch on. */
  readonly captionTrack: boolean;
  /** The sides of the film are divided by this. */
  readonly scale: 1 | 2 | 4;
}

type Pages = FilmPlan['captions'];

/** Pages of words in the time of the film: those that are said, and those of the timeline where nobody speaks. */
export function captionsOf(draft: TimelineDraft, wordsOf: (assetId: string) => readonly AssetWord[]): Pages {
  return pagesOf([...spokenWords(draft, wordsOf), ...draft.config.words].sort((one, other) => one.from - other.from));
}

function spokenWords({ tracks }: TimelineDraft, wordsOf: (assetId: string) => readonly AssetWord[]): CaptionWord[] {
  const said = tracks.filter(({ type }) => type === 'audio').flatMap(({ clips }) => clips.filter(({ volume }) => volume > 0));
  return said.flatMap(({ assetId, startTime, trimStart, duration }) =>
    wordsOf(assetId)
      .filter(({ from }) => from >= trimStart - 0.01 && from < trimStart + duration)
      .map(({ text, from, until }) => ({
        text,
        from: startTime + from - trimStart,
        until: startTime + Math.min(until - trimStart, duration),
      })),
  );
}

const HIGHLIGHT = '#ffd166';
const BRAND = { width: 0.12, opacity: 0.9 } as const;
const LANGUAGES: Readonly<Record<string, string>> = { fr: 'fra', en: 'eng', ar: 'ara', es: 'spa', de: 'deu', it: 'ita', pt: 'por' };

/** Throws for an asset without material. */
export function planOf(draft: TimelineDraft, materials: Materials, output: PlanOutput): FilmPlan {
  const { config } = draft;
  const wordsOf = (assetId: string): readonly AssetWord[] => materials.get(assetId)?.words ?? [];
  const { shots, closing } = shotsOf(draft, materials);
  const brand = config.brand && materials.get(config.brand.assetId);
  const captions = captionsOf(draft, wordsOf);
  return {
    ...sizeOf(config, output.scale),
    ...{ fps: config.fps, background: config.backgroundColor, shots, captions, ...(closing ? { closing } : {}) },
    voice: soundsOf(draft, materials, true),
    music: soundsOf(draft, materials, false),
    captionStyle: captionStyleOf(config, output, spokenWords(draft, wordsOf).length > 0),
    ...(brand && config.brand ? { brand: { logo: brand.file, corner: config.brand.corner, ...BRAND } } : {}),
    output: outputOf(config, output, shots),
  };
}

const SMALLEST_SIDE = 64;

/** Even sides, as encoders want them, none too small. */
function sizeOf({ width, height }: TimelineConfig, scale: number): { width: number; height: number } {
  const factor = Math.min(1, Math.max(1 / scale, SMALLEST_SIDE / Math.min(width, height)));
  const side = (pixels: number): number => Math.round((pixels * factor) / 2) * 2;
  return { width: side(width), height: side(height) };
}

function captionStyleOf({ captions }: TimelineConfig, output: PlanOutput, isSpoken: boolean): FilmPlan['captionStyle'] {
  if (!captions || !output.burnCaptions) return null;
  return { ...captions, look: output.captionLook ?? captions.look, colour: '#ffffff', highlight: isSpoken ? HIGHLIGHT : null };
}

function outputOf({ language }: TimelineConfig, output: PlanOutput, shots: readonly Shot[]): FilmPlan['output'] {
  const { file, srt, vtt, thumbnail, codec, quality, bitrate, audioBitrate } = output;
  return {
    ...{ file, codec, quality },
    ...(bitrate ? { bitrate } : {}),
    ...(audioBitrate ? { audioBitrate } : {}),
    ...(output.captionTrack ? { captionTrack: { language: LANGUAGES[language ?? ''] ?? 'und' } } : {}),
    ...(srt ? { srt } : {}),
    ...(vtt ? { vtt } : {}),
    ...(thumbnail ? { thumbnail: { ...thumbnail, at: momentOf(shots) } } : {}),
  };
}

/** Of the thumbnail: the middle of the first shot that shows something, once its passage is over. */
function momentOf(shots: readonly Shot[]): number {
  let at = 0;
  for (const { source, seconds, transitionIn } of shots) {
    const passage = Math.min(seconds / 2, transitionIn?.seconds ?? 0);
    if (source.kind !== 'background') return at + passage + (seconds - passage) / 2;
    at += seconds;
  }
  return 0;
}

/** When the last clip of any track is over. */
export const secondsOfDraft = ({ tracks }: Pick<TimelineDraft, 'tracks'>): number =>
  Math.max(0, ...tracks.flatMap(({ clips }) => clips.map(({ startTime, duration }) => startTime + duration)));

/** In whole frames; where no clip is, the background. */
function shotsOf(draft: TimelineDraft, materials: Materials): { shots: readonly Shot[]; closing: Shot['transitionIn'] } {
  const { fps } = draft.config;
  const frameOf = (seconds: number): number => Math.round(seconds * fps);
  const shots: Shot[] = [];
  let end = 0;
  let before: Clip | null = null;
  const fill = (until: number): void => {
    if (until <= end) return;
    shots.push({ source: { kind: 'background' }, seconds: (until - end) / fps, motion: null, transitionIn: leaving(before) });
    end = until;
    before = null;
  };
  for (const clip of clipsInOrder(draft)) {
    fill(frameOf(clip.startTime));
    const until = Math.max(end + 1, frameOf(clip.startTime + clip.duration));
    const transitionIn = clip.transitionIn ? passage(clip.transitionIn, clip) : leaving(before);
    shots.push({ ...pictureOf(clip, materials), seconds: (until - end) / fps, transitionIn, fit: clip.fit });
    end = until;
    before = clip;
  }
  fill(Math.max(end, frameOf(secondsOfDraft(draft))));
  return { shots, closing: leaving(before) };
}

export const clipsInOrder = ({ tracks }: TimelineDraft): readonly Clip[] =>
  tracks
    .filter(({ type }) => type === 'video')
    .flatMap(({ clips }) => clips)
    .sort((one, other) => one.startTime - other.startTime);

const passage = (kind: TransitionName, { transitionSeconds }: Clip): Shot['transitionIn'] => ({ kind, seconds: transitionSeconds });
const leaving = (clip: Clip | null): Shot['transitionIn'] => (clip?.transitionOut ? passage(clip.transitionOut, clip) : null);

function pictureOf(clip: Clip, materials: Materials): Pick<Shot, 'source' | 'motion'> {
  const { kind, file, motion } = materialOf(clip, materials);
  if (kind === 'clip') return { source: { kind, file, from: clip.trimStart }, motion: null };
  return { source: { kind: 'picture', file }, motion: clip.motion ?? motion ?? null };
}

function materialOf({ assetId }: Clip, materials: Materials): Material {
  const material = materials.get(assetId);
  if (!material) throw new Error(`no file was brought for ${assetId}`);
  return material;
}

/** Voices are what music goes down under; nothing is heard of a clip without volume. */
function soundsOf({ tracks }: TimelineDraft, materials: Materials, isVoice: boolean): readonly SoundClip[] {
  const heard = tracks.filter(({ type }) => type !== 'video' && (type === 'audio') === isVoice);
  return heard
    .flatMap(({ clips }) => clips.filter(({ volume }) => volume > 0))
    .map((clip) => ({
      ...{ file: materialOf(clip, materials).file, at: clip.startTime, from: clip.trimStart, seconds: clip.duration },
      ...{ volume: clip.volume, fadeIn: clip.fadeIn, fadeOut: clip.fadeOut, ...(isVoice ? {} : { duck: clip.duckUnderVoice }) },
    }));
}
