/** Timelines in the words of the wire. */
import { type Language, say } from '#kernel/message.ts';
import { secondsOf } from '../lists.ts';
import type { Warning } from './judgement.ts';
import type { Clip, Timeline, TimelineConfig, TimelineDraft } from './timeline.ts';

export const configOnWire = ({ width, height, fps, backgroundColor, captions, brand, language, words }: TimelineConfig) => ({
  ...{ resolution: `${width}x${height}`, fps, background_color: backgroundColor },
  captions: captions ? { ...captions } : false,
  brand: brand && { asset_id: brand.assetId, corner: brand.corner },
  ...{ language, words: words.map((word) => ({ ...word })) },
});

const clipOnWire = (clip: Clip) => ({
  ...{ asset_id: clip.assetId, start_time: clip.startTime, duration: clip.duration, trim_start: clip.trimStart },
  ...{ transition_in: clip.transitionIn, transition_out: clip.transitionOut, transition_seconds: clip.transitionSeconds },
  ...{ motion: clip.motion, fit: clip.fit, volume: clip.volume, fade_in: clip.fadeIn, fade_out: clip.fadeOut },
  ...{ duck_under_voice: clip.duckUnderVoice, scene_id: clip.sceneId },
});

/** What can be sent back as it is. */
export const draftOnWire = ({ config, tracks }: TimelineDraft) => ({
  config: configOnWire(config),
  tracks: tracks.map(({ type, clips }) => ({ type, clips: clips.map(clipOnWire) })),
});

export const warningsOnWire = (warnings: readonly Warning[], language: Language) =>
  warnings.map(({ code, path, message, params }) => ({ code, path, message: say(message, language, params) }));

export const timelineOnWire = (timeline: Timeline, warnings: readonly Warning[], language: Language) => ({
  ...{ id: timeline.id, project_id: timeline.projectId, duration: timeline.duration, status: 'draft' },
  ...{ origin: timeline.origin, version: timeline.version, ...draftOnWire(timeline) },
  warnings: warningsOnWire(warnings, language),
  ...{ created_at: secondsOf(timeline.createdAt), updated_at: secondsOf(timeline.updatedAt) },
});

export const listedOnWire = (timeline: Timeline) => ({
  ...{ id: timeline.id, project_id: timeline.projectId, duration: timeline.duration, status: 'draft' },
  ...{ origin: timeline.origin, version: timeline.version, resolution: `${timeline.config.width}x${timeline.config.height}` },
  clips: timeline.tracks.reduce((sum, { clips }) => sum + clips.length, 0),
  ...{ created_at: secondsOf(timeline.createdAt), updated_at: secondsOf(timeline.updatedAt) },
});
