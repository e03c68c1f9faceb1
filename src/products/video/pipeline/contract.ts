/** The wire of projects and their pipeline (video-api.md, "Projects"). */
import { type TSchema, Type } from 'typebox';
import { listOf } from '../lists.ts';
import { PROJECT_STATUSES, RATIO_NAMES } from '../projects/projects.ts';
import { PROVIDERS } from './providers.ts';
import { STEP_NAMES } from './steps.ts';

const text = Type.String();
const number = Type.Number();
const whole = Type.Integer();
const flag = Type.Boolean();
const loose = { additionalProperties: true } as const;
const orNull = <S extends TSchema>(schema: S) => Type.Union([schema, Type.Null()]);
const sent = (description: string) => Type.Optional(Type.Unknown({ description }));
const part = <P extends Record<string, TSchema>>(properties: P, description: string) =>
  Type.Optional(Type.Unknown({ description: `${description}: ${Object.keys(properties).join(', ')}`, properties }));

const CONFIG_SENT = {
  target_duration: sent('Seconds of the film, 5 to 600; as the format says when not given'),
  format: sent('short (30 s), medium (60 s) or long (180 s)'),
  language: sent('fr, en or ar; null or nothing: that of the prompt'),
  style: sent('Of the words: professional, cinematic, or any other; professional when not given'),
  image_style: sent('realistic, artistic, anime or digital_art'),
  ratio: sent(`${RATIO_NAMES.join(', ')}; 16:9 when not given`),
  voice_id: sent('Of GET /voices; null: a silent film with its words on the picture'),
  music: sent('{style, volume 0 to 1}, true, or false for none'),
  captions: sent('{look box|outline, size small|medium|large, place bottom|middle|top}, true, or false for none'),
  seed: sent('0 to 4294967295: the same seed, the same pictures; by chance when not given'),
  budget_usd: sent('The most that providers may be paid for this project; null for no bound'),
  brand: sent('{asset_id, corner top-left|top-right|bottom-left|bottom-right}: an own picture in a corner; null for none'),
};
const WORDS_SENT = {
  title: sent('1 to 200 characters'),
  description: sent('Up to 2000 characters'),
  prompt: sent('What the film is about, up to 4000 characters; a whole script is kept word for word'),
  config: part(CONFIG_SENT, 'What the film shall be, every part optional'),
};
export const PROJECT_BODY = Type.Object(WORDS_SENT, loose);
export const CHANGE_BODY = Type.Object(WORDS_SENT, loose);

export const PROJECT_QUERY = {
  status: Type.Optional(Type.String({ description: PROJECT_STATUSES.join(', ') })),
  search: Type.Optional(Type.String({ description: 'In title and description; accents and capitals do not matter' })),
};

const CONFIG = Type.Object({
  ...{ target_duration: number, format: text, language: orNull(text), style: text, image_style: text, ratio: text },
  ...{ voice_id: orNull(text), music: orNull(Type.Object({ style: text, volume: number })) },
  captions: orNull(Type.Object({ look: text, size: text, place: text })),
  ...{ seed: number, budget_usd: orNull(number), brand: orNull(Type.Object({ asset_id: text, corner: text })) },
});
const HEAD = { id: text, title: text, description: text, status: text, created_at: text, updated_at: text };
export const PROJECT = Type.Object({ ...HEAD, prompt: text, config: CONFIG, video_id: orNull(text) });
export const PROJECTS = listOf(PROJECT);

const ERROR = orNull(Type.Object({ code: text, message: text, step: text, scene_id: orNull(whole) }));
const STEP = Type.Object({ status: text, progress: whole, items_completed: whole, items_total: whole });
const PROGRESS = Type.Object({
  overall: whole,
  current_step: orNull(text),
  steps: Type.Object({ script: STEP, images: STEP, videos: STEP, voice: STEP, music: STEP, montage: STEP }),
});
const ASSET = Type.Object({
  ...{ id: text, type: text, status: text, scene_id: orNull(whole), origin: text, provider: orNull(text), duration: orNull(number) },
  ...{ download_url: orNull(text), created_at: text },
});
export const PROJECT_WHOLE = Type.Object({
  ...{ ...HEAD, prompt: text, config: CONFIG, progress: PROGRESS, assets: Type.Array(ASSET) },
  ...{ pipeline_id: orNull(text), script_version: whole, timeline_id: orNull(text), video_id: orNull(text), video_url: orNull(text) },
  ...{ providers_used: Type.Record(text, Type.Array(text)), error: ERROR },
});

export const START_BODY = Type.Object(
  {
    pipeline_config: part(
      {
        skip_steps: sent(`Any of ${STEP_NAMES.filter((name) => name !== 'script').join(', ')}`),
        providers: part(
          Object.fromEntries(Object.entries(PROVIDERS).map(([kind, names]) => [kind, sent(names.join(', '))])),
          'Who shall make it, by the names of the documents; what is configured when not given',
        ),
        budget_usd: sent('The most that providers may be paid, beside the bound of the project'),
        rewrite_script: sent('true: another script, also when there is one'),
        render: part(
          { quality: sent('draft, standard, high or archive'), scale: sent('1, 2 or 4: the width is divided by it') },
          'Of the film',
        ),
      },
      'How it is made',
    ),
    until: sent('script: stops when the script is written, so that a person can change it'),
    dry_run: sent('true: answers the estimate, starts nothing'),
  },
  loose,
);
export const STARTED = Type.Object({
  ...{ id: text, status: text, pipeline_id: text, estimated_duration: whole, message: text, steps: Type.Array(text) },
});
export const ESTIMATE = Type.Object({
  dry_run: Type.Literal(true),
  ...{ project_id: text, estimated_duration: whole, cost_usd: orNull(number), within_budget: flag },
  steps: Type.Array(Type.Object({ step: text, to_make: whole, reused: whole, provider: text, cost_usd: orNull(number) })),
});

export const STATUS = Type.Object({
  ...{ project_id: text, pipeline_id: orNull(text), status: text, progress: whole },
  current_step: orNull(Type.Object({ name: text, agent: text, started_at: orNull(text), items_total: whole, items_completed: whole })),
  ...{ steps_completed: Type.Array(text), steps_remaining: Type.Array(text), steps_skipped: Type.Array(text) },
  estimated_remaining_seconds: whole,
  logs: Type.Array(Type.Object({ timestamp: text, level: text, message: text })),
  ...{ items_reused: whole, providers_used: Type.Record(text, Type.Array(text)), render_id: orNull(text), error: ERROR },
  ...{ started_at: orNull(text), ended_at: orNull(text), video_id: orNull(text), video_url: orNull(text) },
});

const SCENE = Type.Object({
  ...{ id: whole, narration: text, image_prompt: text, on_screen: text, seconds: number, own_image: orNull(text) },
  takes: Type.Object({ image: whole, voice: whole, clip: whole }),
});
export const SCRIPT = Type.Object({
  ...{ project_id: text, version: whole, title: text, language: text, source: text, why: orNull(text), scenes: Type.Array(SCENE) },
});
export const SCRIPT_BODY = Type.Object(
  {
    title: sent('Of the film'),
    language: sent('fr, en or ar'),
    scenes: sent('[{id of a scene that is kept, narration, image_prompt, on_screen, seconds, own_image}]: all of them, in their order'),
    version: sent('Of the script that was read: an older one is refused'),
  },
  loose,
);
export const SCENE_BODY = Type.Object(
  {
    ...{ narration: sent('What is said'), image_prompt: sent('What is seen'), on_screen: sent('Two to five words') },
    ...{ seconds: sent('Where nobody speaks'), own_image: sent('A finished picture or clip of the project; null for a made one') },
    redo: sent('[image, voice, clip]: another take of these at the next start'),
    version: sent('Of the script that was read: an older one is refused'),
  },
  loose,
);
