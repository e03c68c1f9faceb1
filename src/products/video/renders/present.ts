/** Renders and films in the words of the wire. */
import type { FilmProgress } from '#capabilities/media/media.ts';
import { type Language, say } from '#kernel/message.ts';
import { secondsOf, secondsOrNull } from '../lists.ts';
import { m } from './messages.ts';
import type { Render, Video } from './render.ts';

const STAGES = ['preparation', 'compositing', 'encoding', 'finalization'] as const satisfies readonly (keyof FilmProgress['stages'])[];

export const downloadOf = (publicUrl: string, videoId: string): string => `${publicUrl}/api/v1/videos/${videoId}/download`;

/** Frames that are encoded of those that the film needs; whole when it is kept. */
export function progressOf({ status, progress }: Pick<Render, 'status' | 'progress'>): number {
  if (status === 'completed') return 100;
  return Math.min(99, encodedOf(progress));
}

function encodedOf(progress: FilmProgress | null): number {
  if (!progress) return 0;
  const { encoded, reused, total } = progress.frames;
  return Math.min(100, Math.floor((100 * (encoded + reused)) / Math.max(1, total)));
}

/** A stage that is over is whole and says how long it took; the one at work how far it is. */
function stagesOf(progress: FilmProgress | null) {
  const stages = STAGES.map((stage) => {
    const state = progress?.stages[stage] ?? { status: 'pending' as const, seconds: 0 };
    const far = stage === 'encoding' || stage === 'compositing' ? encodedOf(progress) : 0;
    const shown = {
      pending: { status: state.status },
      in_progress: { status: state.status, progress: far },
      completed: { status: state.status, progress: 100, duration: Math.round(state.seconds) },
    };
    return [stage, shown[state.status]];
  });
  return Object.fromEntries(stages) as Record<(typeof STAGES)[number], { status: string; progress?: number; duration?: number }>;
}

export const orderedOnWire = (render: Render, estimate: number, language: Language) => ({
  ...{ render_id: render.id, timeline_id: render.timelineId, project_id: render.projectId, status: render.status },
  ...{ position_in_queue: render.position ?? 0, estimated_duration: estimate, message: say(m.queued, language) },
});

const faultOnWire = ({ fault }: Render, language: Language) => fault && { code: fault.code, message: say(fault.message, language) };

const resultOf = ({ videoId }: Render, publicUrl: string) => ({
  video_id: videoId,
  video_url: videoId === null ? null : downloadOf(publicUrl, videoId),
});

export const statusOnWire = (render: Render, publicUrl: string, language: Language, now: Date) => ({
  ...{ render_id: render.id, timeline_id: render.timelineId, project_id: render.projectId, status: render.status },
  ...{ progress: progressOf(render), current_stage: render.progress?.stage ?? 'preparation', stages: stagesOf(render.progress) },
  frames: render.progress ? { ...render.progress.frames } : null,
  position_in_queue: render.position,
  ...{ created_at: secondsOf(render.createdAt), started_at: secondsOrNull(render.startedAt) },
  ...{ estimated_completion: completionOf(render, now), completed_at: secondsOrNull(render.endedAt) },
  ...{ ...resultOf(render, publicUrl), error: faultOnWire(render, language) },
});

/** Counted from the rate of the last seconds; nobody knows before there is one. */
function completionOf({ status, progress, endedAt }: Render, now: Date): string | null {
  if (endedAt) return secondsOf(endedAt);
  const left = status === 'rendering' ? (progress?.remainingSeconds ?? null) : null;
  return left === null ? null : secondsOf(new Date(now.getTime() + left * 1000));
}

export const listedOnWire = (render: Render, publicUrl: string, language: Language) => ({
  ...{ render_id: render.id, timeline_id: render.timelineId, project_id: render.projectId, status: render.status },
  ...{ progress: progressOf(render), position_in_queue: render.position, is_preview: render.options.scale > 1 },
  ...{ created_at: secondsOf(render.createdAt), started_at: secondsOrNull(render.startedAt), completed_at: secondsOrNull(render.endedAt) },
  ...{ ...resultOf(render, publicUrl), error: faultOnWire(render, language) },
});

export const videoOnWire = (video: Video, publicUrl: string) => {
  const at = `${publicUrl}/api/v1/videos/${video.id}`;
  return {
    ...{ id: video.id, render_id: video.renderId, project_id: video.projectId, video_url: downloadOf(publicUrl, video.id) },
    thumbnail_url: video.thumbnail === null ? null : `${at}/thumbnail`,
    captions: video.srt === null ? null : { srt: `${at}/captions.srt`, vtt: `${at}/captions.vtt` },
    ...{ duration: video.seconds, width: video.width, height: video.height, size_bytes: video.bytes, media_type: video.mediaType },
    ...{ language: video.language, loudness_lufs: video.loudness?.lufs ?? null, made_with_ai: video.madeWithAi },
    created_at: secondsOf(video.createdAt),
  };
};
