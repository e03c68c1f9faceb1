/** What a film project is, as the rooms of this product see it. */
import type { ScriptLanguage } from '#capabilities/generation/generation.ts';

export const PROJECT_STATUSES = ['draft', 'scripting', 'generating', 'rendering', 'completed', 'failed', 'cancelled'] as const;
export type ProjectStatus = (typeof PROJECT_STATUSES)[number];

export const RATIO_NAMES = ['16:9', '9:16', '1:1', '4:5'] as const;
export type RatioName = (typeof RATIO_NAMES)[number];

/** Every field said; what the person left out has its default. On the wire in snake_case (`target_duration`, `voice_id`…). */
export interface ProjectConfig {
  /** Seconds of the film, 5 to 600. */
  readonly targetDuration: number;
  /** `short` 30 s, `medium` 60 s, `long` 180 s when no duration is given. */
  readonly format: 'short' | 'medium' | 'long';
  /** That of the prompt when null. */
  readonly language: ScriptLanguage | null;
  /** Of the words: `professional`, `cinematic`, or any other word. */
  readonly style: string;
  /** Of the pictures: a style of `generation/image`. */
  readonly imageStyle: string;
  readonly ratio: RatioName;
  /** A logical voice, or one of `GET /voices`; null is a silent film with its words on the picture. */
  readonly voiceId: string | null;
  /** Null is no music; an empty style lets the prompt choose. */
  readonly music: { readonly style: string; readonly volume: number } | null;
  /** Drawn on the picture; null draws none (they are in the file all the same). */
  readonly captions: {
    readonly look: 'box' | 'outline';
    readonly size: 'small' | 'medium' | 'large';
    readonly place: 'bottom' | 'middle' | 'top';
  } | null;
  readonly seed: number;
  /** The most that providers may be paid for this project, USD; null for no bound of its own. */
  readonly budgetUsd: number | null;
  /** An own picture in a corner of the film. */
  readonly brand: { readonly assetId: string; readonly corner: 'top-left' | 'top-right' | 'bottom-left' | 'bottom-right' } | null;
}

/** One scene of the script. What is made for it follows from it: another word, another take, and only that is made again. */
export interface Scene {
  /** From 1, kept when scenes are moved or removed. */
  readonly id: number;
  readonly narration: string;
  readonly imagePrompt: string;
  readonly onScreen: string;
  /** As the script plans it; the voice decides in the end. */
  readonly seconds: number;
  /** Which one of the equal ones: one more is "make another". */
  readonly takes: { readonly image: number; readonly voice: number; readonly clip: number };
  /** The person's own picture or clip in place of a made one. */
  readonly own: { readonly image: string | null };
}

export interface FilmScript {
  readonly title: string;
  readonly language: ScriptLanguage;
  /** `person`: changed by hand since it was written. */
  readonly source: 'model' | 'embedded' | 'person';
  readonly why: string | null;
  readonly scenes: readonly Scene[];
}

export interface Project {
  /** UUID. */
  readonly id: string;
  readonly accountId: number;
  readonly title: string;
  readonly description: string;
  readonly prompt: string;
  readonly config: ProjectConfig;
  readonly status: ProjectStatus;
  readonly script: FilmScript | null;
  readonly scriptVersion: number;
  readonly timelineId: string | null;
  readonly videoId: string | null;
  /** Nothing that the film is made of was changed since it was made. */
  readonly videoIsCurrent: boolean;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}
