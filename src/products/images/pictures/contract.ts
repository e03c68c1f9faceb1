/** The wire of pictures (images-api.md, "Images Endpoints"). */
import { Type } from 'typebox';
import { listOf } from '../lists.ts';

const text = Type.String();
const whole = Type.Integer();
const loose = { additionalProperties: true } as const;
const orNull = <S extends ReturnType<typeof Type.String>>(schema: S) => Type.Union([schema, Type.Null()]);
const anything = Type.Object({}, loose);

export const ORDER_BODY = Type.Object(
  {
    prompt: Type.Optional(Type.Unknown({ description: 'What to paint, up to 4000 characters' })),
    style: Type.Optional(Type.Unknown({ description: 'realistic, artistic, anime or digital_art' })),
    width: Type.Optional(Type.Unknown({ description: '256, 512 or 1024' })),
    height: Type.Optional(Type.Unknown({ description: '256, 512 or 1024' })),
    quality: Type.Optional(Type.Unknown({ description: 'standard or hd' })),
    tags: Type.Optional(Type.Unknown({ description: 'A list of texts' })),
    seed: Type.Optional(Type.Unknown({ description: 'Chooses among the pictures that fit; by chance when not given' })),
    variations: Type.Optional(Type.Unknown({ description: '1 to 4 pictures, alike but for the seed' })),
    parent: Type.Optional(Type.Unknown({ description: 'A picture of one’s own: what is not said is taken from it' })),
  },
  loose,
);
export const ORDERED = Type.Object({ id: whole, status: text, message: text, task_id: text, variations: Type.Array(whole) });

const LISTED = {
  id: whole,
  prompt: text,
  image_url: orNull(text),
  image_file: orNull(text),
  status: text,
  style: text,
  width: whole,
  height: whole,
  quality: text,
  tags: Type.Array(text),
  created_at: text,
  generation_time: Type.Union([Type.Number(), Type.Null()]),
};
export const PICTURES = listOf(Type.Object(LISTED));
export const PICTURE = Type.Object({
  ...LISTED,
  user: Type.Object({ id: whole, username: text }),
  validation_notes: text,
  metadata: anything,
  batch_id: orNull(text),
  parent: Type.Union([whole, Type.Null()]),
  updated_at: text,
});

export const JUDGE_BODY = Type.Object(
  {
    action: Type.Optional(Type.Unknown({ description: 'validate or reject' })),
    validation_notes: Type.Optional(Type.Unknown({ description: 'Up to 2000 characters' })),
  },
  loose,
);
export const JUDGED = Type.Object({ id: whole, status: text, validation_notes: text, message: text });

const counts = Type.Record(text, whole);
export const STATISTICS = Type.Object({
  total_images: whole,
  by_status: counts,
  by_style: counts,
  average_generation_time: Type.Number(),
  total_generation_time: Type.Number(),
});
export const HISTORY = listOf(
  Type.Object({
    id: whole,
    image: Type.Union([whole, Type.Null()]),
    prompt: text,
    parameters: anything,
    status: text,
    generation_time: Type.Union([Type.Number(), Type.Null()]),
    created_at: text,
  }),
);
export const TAGS = Type.Array(Type.Object({ id: whole, name: text, usage_count: whole }));
