/** The wire of renders and films (video-api.md, "Lancer le Rendu"). */
import { type TSchema, Type } from 'typebox';
import { listOf } from '../lists.ts';

const text = Type.String();
const whole = Type.Integer();
const orNull = <S extends TSchema>(schema: S) => Type.Union([schema, Type.Null()]);
const sent = (description: string) => Type.Optional(Type.Unknown({ description }));

export const RENDER_BODY = Type.Object(
  {
    timeline_id: sent('A timeline of one’s own'),
    config: sent(
      '{format mp4, codec h264|h265|vp9|av1, quality low|medium|high|ultra (draft|standard|archive), bitrate "10M", audio_codec aac, audio_bitrate "320k"}',
    ),
    output: sent('{include_subtitles, subtitle_style default|box|outline|none}'),
    preview: sent('true: a quarter of the size, at draft quality'),
    dry_run: sent('true: judges, and answers how long it may take; orders nothing'),
  },
  { additionalProperties: true },
);
const ORDERED_KEYS = {
  timeline_id: text,
  project_id: text,
  status: text,
  position_in_queue: whole,
  estimated_duration: whole,
  message: text,
};
export const ORDERED = Type.Object({ render_id: text, ...ORDERED_KEYS });
export const DRY_RUN = Type.Object({
  ...{ dry_run: Type.Literal(true), timeline_id: text, project_id: text, duration: Type.Number(), estimated_duration: whole },
  warnings: Type.Array(Type.Object({ code: text, path: text, message: text })),
});

const stage = Type.Object({ status: text, progress: Type.Optional(whole), duration: Type.Optional(whole) });
const error = orNull(Type.Object({ code: text, message: text }));
const RESULT = { video_id: orNull(text), video_url: orNull(text), error };
const HEAD = { render_id: text, timeline_id: text, project_id: text, status: text, progress: whole, position_in_queue: orNull(whole) };
const TIMES = { created_at: text, started_at: orNull(text), completed_at: orNull(text) };

export const STATUS = Type.Object({
  ...HEAD,
  ...TIMES,
  ...RESULT,
  current_stage: text,
  stages: Type.Object({ preparation: stage, compositing: stage, encoding: stage, finalization: stage }),
  frames: orNull(Type.Object({ composed: whole, encoded: whole, reused: whole, total: whole })),
  estimated_completion: orNull(text),
});
export const RENDERS = listOf(Type.Object({ ...HEAD, ...TIMES, ...RESULT, is_preview: Type.Boolean() }));
export const CANCELLED = Type.Object({ render_id: text, status: text, message: text });

export const VIDEO = Type.Object({
  ...{ id: text, render_id: text, project_id: text, video_url: text, thumbnail_url: orNull(text) },
  captions: orNull(Type.Object({ srt: text, vtt: text })),
  ...{ duration: Type.Number(), width: whole, height: whole, size_bytes: whole, media_type: text },
  ...{ language: orNull(text), loudness_lufs: orNull(Type.Number()), made_with_ai: Type.Boolean(), created_at: text },
});
export const VIDEOS = listOf(VIDEO);
