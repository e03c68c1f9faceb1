/** The wire of timelines (video-api.md, "Créer une Timeline"). */
import { type TSchema, Type } from 'typebox';
import { listOf } from '../lists.ts';

const text = Type.String();
const number = Type.Number();
const loose = { additionalProperties: true } as const;
const orNull = <S extends TSchema>(schema: S) => Type.Union([schema, Type.Null()]);
const sent = (description: string) => Type.Optional(Type.Unknown({ description }));

const DRAFT = {
  config: sent(
    '{resolution "1920x1080", fps, background_color, captions {look, size, place} or false, brand {asset_id, corner}, language, words [{text, from, until}]}',
  ),
  tracks: sent(
    '[{type video|audio|music, clips [{asset_id, start_time, duration, trim_start, transition_in, transition_out, transition_seconds, motion {from, to, ease}|"auto"|null, fit, volume, fade_in, fade_out, duck_under_voice, scene_id}]}]',
  ),
};
export const TIMELINE_BODY = Type.Object(
  { project_id: sent('A project of one’s own'), ...DRAFT, dry_run: sent('true: answers what it would be, stores nothing') },
  loose,
);
export const CHANGE_BODY = Type.Object({ ...DRAFT, version: sent('Of the timeline that was read: an older one is refused') }, loose);
export const REFRAME_BODY = Type.Object({ ratio: sent('16:9, 9:16, 1:1 or 4:5') }, loose);

const view = Type.Object({ left: number, top: number, width: number, height: number });
const clip = Type.Object({
  ...{ asset_id: text, start_time: number, duration: number, trim_start: number },
  ...{ transition_in: orNull(text), transition_out: orNull(text), transition_seconds: number },
  ...{ motion: orNull(Type.Object({ from: view, to: view, ease: text })), fit: text },
  ...{ volume: number, fade_in: number, fade_out: number, duck_under_voice: Type.Boolean(), scene_id: orNull(number) },
});
const config = Type.Object({
  ...{ resolution: text, fps: number, background_color: text },
  captions: Type.Union([Type.Object({ look: text, size: text, place: text }), Type.Literal(false)]),
  ...{ brand: orNull(Type.Object({ asset_id: text, corner: text })), language: orNull(text) },
  words: Type.Array(Type.Object({ text, from: number, until: number })),
});
const HEAD = { id: text, project_id: text, duration: number, status: text, origin: text, version: Type.Integer() };
const warnings = Type.Array(Type.Object({ code: text, path: text, message: text }));
const DRAFT_ANSWER = { config, tracks: Type.Array(Type.Object({ type: text, clips: Type.Array(clip) })), warnings };

export const TIMELINE = Type.Object({ ...HEAD, ...DRAFT_ANSWER, created_at: text, updated_at: text });
export const DRY_RUN = Type.Object({ dry_run: Type.Literal(true), project_id: text, duration: number, status: text, ...DRAFT_ANSWER });
export const TIMELINES = listOf(Type.Object({ ...HEAD, resolution: text, clips: Type.Integer(), created_at: text, updated_at: text }));
