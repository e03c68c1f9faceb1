/** The wire of help with words. Bodies stay loose: every fault is named by the rules, at once. */
import { Type } from 'typebox';

const text = Type.String();
const whole = Type.Integer();
const loose = { additionalProperties: true } as const;
const said = (description: string) => Type.Optional(Type.Unknown({ description }));
const textOrNull = Type.Union([text, Type.Null()]);
const rate = Type.Union([Type.Number(), Type.Null()]);

export const SUGGEST_BODY = Type.Object(
  {
    image: said('Number of a picture'),
    platform: said('instagram, facebook or twitter'),
    language: said('fr, en or ar'),
    tone: said('warm, professional, playful or poetic'),
    seed: said('The same seed writes the same, when no model is asked'),
  },
  loose,
);
export const SUGGESTIONS = Type.Object({
  source: text,
  model: textOrNull,
  why: textOrNull,
  seed: whole,
  variants: Type.Array(Type.Object({ text, used: whole, limit: whole, source: text })),
});

export const SET_BODY = Type.Object({ name: said('Up to 60 characters'), hashtags: said('`#a #b`, or a list') }, loose);
const SET_FIELDS = { id: whole, name: text, hashtags: text, created_at: text, updated_at: text };
export const SET = Type.Object(SET_FIELDS);
export const SETS = Type.Object({ count: whole, next: Type.Null(), previous: Type.Null(), results: Type.Array(SET) });

export const IDEAS = Type.Object({
  count: whole,
  results: Type.Array(Type.Object({ hashtag: text, from: text, posts: whole, engagement_rate: rate })),
});
export const TIMES = Type.Object({
  enough_data: Type.Boolean(),
  posts: whole,
  timezone: text,
  message: text,
  times: Type.Array(Type.Object({ weekday: whole, hour: whole, engagement_rate: rate, posts: whole })),
});
