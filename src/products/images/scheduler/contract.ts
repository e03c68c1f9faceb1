/** The wire of posts (images-api.md, "Scheduler Endpoints"). Bodies stay loose: every fault is named by the rules, at once. */
import { type TSchema, Type } from 'typebox';
import { listOf } from '../lists.ts';

const text = Type.String();
const whole = Type.Integer();
const loose = { additionalProperties: true } as const;
const orNull = <S extends TSchema>(schema: S) => Type.Union([schema, Type.Null()]);
const anything = Type.Object({}, loose);
const said = (description: string) => Type.Optional(Type.Unknown({ description }));

const WORDS = {
  caption: said('What is said; the platform’s limit counts the hashtags too'),
  hashtags: said('`#a #b`, with or without # and commas, or a list'),
  first_comment: said('Said below the post by the same account, once it is live'),
  utm: said('{source, medium?, campaign?}: added to the http(s) addresses of the caption'),
};
const MORE = {
  crop: said('{left, top, width, height} in pixels of the picture'),
  connection: said('Number of the connected account that posts; the one connected last when not given'),
};
export const PLAN_BODY = Type.Object(
  {
    image: said('Number of a validated picture'),
    scheduled_time: said('ISO 8601 with a zone, to come'),
    platform: said('instagram, facebook or twitter'),
    ...WORDS,
    ...MORE,
    catch_up: said('true: said however late it is; else a post more than two hours late is missed'),
  },
  loose,
);
export const CHANGE_BODY = Type.Object({ scheduled_time: said('ISO 8601 with a zone, to come'), ...WORDS, ...MORE }, loose);
export const CHECK_BODY = Type.Object({ platform: said('instagram, facebook or twitter'), ...WORDS }, loose);
export const SETTLE_BODY = Type.Object(
  { live: said('true: it is there; false: it is not, and is sent again'), url: said('Its address, when it is there') },
  loose,
);
export const IMPORT_BODY = Type.Object({ csv: said('The table as text; or a file of that name, or a body of type text/csv') }, loose);

const IMAGE = { id: orNull(whole), image_url: text };
const LISTED = {
  id: whole,
  image: Type.Object(IMAGE),
  scheduled_time: text,
  platform: text,
  caption: text,
  hashtags: text,
  status: text,
  state: text,
  posted_at: orNull(text),
  platform_post_url: orNull(text),
  created_at: text,
};
export const POSTS = listOf(Type.Object(LISTED));
export const POST = Type.Object({
  ...LISTED,
  user: Type.Object({ id: whole, username: text }),
  image: Type.Object({ ...IMAGE, prompt: text }),
  media_url: text,
  first_comment: text,
  connection: orNull(whole),
  platform_post_id: orNull(text),
  metadata: anything,
  updated_at: text,
});
export const CANCELLED = Type.Object({ id: whole, status: text, message: text });
export const PUBLISHED = Type.Object({
  id: whole,
  status: text,
  posted_at: orNull(text),
  platform_post_url: orNull(text),
  message: text,
});

const count = orNull(Type.Number());
const FIGURES = { likes: count, comments: count, shares: count, views: count, reach: count, impressions: count, engagement_rate: count };
export const ANALYTICS = Type.Object({ id: whole, scheduled_post: whole, ...FIGURES, last_synced_at: text, raw_data: anything });
export const SYNCED = Type.Object({ message: text, analytics: ANALYTICS });
export const READINGS = Type.Object({ count: whole, results: Type.Array(ANALYTICS) });
export const ATTEMPTS = Type.Object({
  count: whole,
  results: Type.Array(
    Type.Object({
      ...{ at: text, phase: text, http_status: orNull(whole) },
      ...{ code: orNull(text), trace_id: orNull(text), detail: orNull(text) },
    }),
  ),
});

const counts = Type.Record(text, whole);
export const STATISTICS = Type.Object({
  ...{ total_posts: whole, by_status: counts, by_platform: counts },
  ...{ upcoming_posts: whole, posts_this_week: whole, posts_this_month: whole },
});
export const CHECKED = Type.Object({ used: whole, limit: whole, text, faults: Type.Record(text, Type.Array(text)) });
export const IMPORTED = Type.Object({ imported: whole, message: text });
