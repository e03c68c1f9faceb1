/** The wire of assets (video-api.md, "Assets"). What people send is read by `read-orders.ts`, which names every fault. */
import { Type } from 'typebox';
import { listOf } from '../lists.ts';

const text = Type.String();
const number = Type.Number();
const whole = Type.Integer();
const loose = { additionalProperties: true } as const;
const any = (description: string) => Type.Optional(Type.Unknown({ description }));
const textOrNull = Type.Union([text, Type.Null()]);
const numberOrNull = Type.Union([number, Type.Null()]);
const wholeOrNull = Type.Union([whole, Type.Null()]);

const PROJECT = any('Which project it is for');

export const IMAGES_BODY = Type.Object(
  {
    project_id: PROJECT,
    prompts: any('`[{scene_id, prompt, negative_prompt}]`, up to 60'),
    config: any(
      '`provider` (openai, dalle3, stability, replicate, blackbox, embedded), `model`, `size` (1792x1024), `quality`, `style`, `seed`',
    ),
  },
  loose,
);
export const VOICE_BODY = Type.Object(
  {
    project_id: PROJECT,
    segments: any('`[{scene_id, text, voice_id, language}]`, up to 60'),
    config: any('`provider` (elevenlabs, embedded), `stability`, `similarity_boost` (0 to 1), `output_format` (mp3, wav)'),
  },
  loose,
);
export const MUSIC_BODY = Type.Object(
  {
    project_id: PROJECT,
    prompt: any('What it should sound like'),
    config: any('`provider` (suno, elevenlabs, embedded), `duration` (3 to 600 seconds), `style`, `tempo` (slow, medium, fast), `seed`'),
  },
  loose,
);
export const CLIPS_BODY = Type.Object(
  {
    project_id: PROJECT,
    clips: any('`[{scene_id, image_asset_id, prompt, duration}]`, up to 60'),
    config: any('`provider` (runway, embedded), `size`, `seed`'),
  },
  loose,
);

const batch = { batch_id: text, status: text };
const item = { id: text, scene_id: wholeOrNull, status: text };
export const IMAGES = Type.Object({ ...batch, images: Type.Array(Type.Object({ ...item, prompt: text })) });
export const SEGMENTS = Type.Object({ ...batch, segments: Type.Array(Type.Object({ ...item, estimated_duration: number })) });
export const MUSIC = Type.Object({ ...batch, id: text, music: Type.Array(Type.Object(item)) });
export const CLIPS = Type.Object({ ...batch, clips: Type.Array(Type.Object({ ...item, image_asset_id: text })) });

export const ASSET = Type.Object({
  ...{ id: text, project_id: text, type: text, status: text, origin: text, scene_id: wholeOrNull, batch_id: textOrNull },
  prompt: Type.Union([text, Type.Null()], { description: 'What was asked for; the text of a voice' }),
  parameters: Type.Union([Type.Object({}, loose), Type.Null()]),
  url: Type.Union([text, Type.Null()], { description: 'Where it can be downloaded' }),
  ...{ thumbnail_url: textOrNull, media_type: textOrNull, size_bytes: numberOrNull, width: wholeOrNull, height: wholeOrNull },
  duration: numberOrNull,
  words: Type.Array(Type.Object({ text, from: number, until: number }), { description: 'Of a voice, in seconds' }),
  provider: Type.Union([text, Type.Null()], { description: 'Who really made it: `embedded`, or the name of a provider' }),
  ...{ model: textOrNull, cost_usd: numberOrNull },
  notes: Type.Array(Type.Object({ code: text, message: text }, loose)),
  error: Type.Union([Type.Object({ code: text, message: text }), Type.Null()]),
  ...{ original_name: textOrNull, created_at: text, updated_at: text, completed_at: textOrNull },
});
export const ASSETS = listOf(ASSET);
export const BATCH = Type.Object({ ...batch, total: whole, completed: whole, failed: whole, assets: Type.Array(ASSET) });

export const UPLOAD_BODY = Type.Object(
  {
    project_id: PROJECT,
    file: any('A picture (JPEG, PNG, WebP), a clip (MP4, MOV, WebM) or sound (MP3, WAV, M4A), up to 12 MB'),
    upload_id: any('Instead of it: the number of an upload that was finished at /uploads (purpose media), up to 500 MB'),
    scene_id: any('A scene of the project'),
    type: any('image, video, voice or music; sound is music when nothing is said'),
  },
  loose,
);
