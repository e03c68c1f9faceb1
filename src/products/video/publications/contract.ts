/** The wire of publications (video-api.md, "Publication"). */
import { type TSchema, Type } from 'typebox';
import { listOf, PAGE_QUERY } from '../lists.ts';

const text = Type.String();
const orNull = <S extends TSchema>(schema: S) => Type.Union([schema, Type.Null()]);
const sent = (description: string) => Type.Optional(Type.Unknown({ description }));

const PLATFORMS = sent(
  'A list of {platform, config, connection_id}: youtube {title, description, tags, category_id, privacy_status, thumbnail_asset_id}, ' +
    'linkedin {text, visibility}, tiktok {title, privacy_level}, instagram {caption, first_comment}, ' +
    'facebook {text, title, first_comment}, twitter {text, first_comment}. ' +
    'Who may see it is private, CONNECTIONS or SELF_ONLY where it is not said',
);
export const PUBLISH_BODY = Type.Object(
  {
    video_id: sent('The film, of a finished render'),
    platforms: PLATFORMS,
    schedule: sent('{publish_at, timezone}: then, instead of now'),
  },
  { additionalProperties: true },
);
export const SCHEDULE_BODY = Type.Object(
  {
    video_id: sent('The film, of a finished render'),
    platforms: PLATFORMS,
    schedule: sent('{publish_at, timezone}: an instant (with Z or an offset), or what clocks show in the zone'),
  },
  { additionalProperties: true },
);

const LINE = Type.Object({ id: text, platform: text, status: text, progress: orNull(Type.Integer()) });
const BATCH_KEYS = {
  publish_batch_id: text,
  status: text,
  publish_at: orNull(text),
  timezone: orNull(text),
  publications: Type.Array(LINE),
};
export const BATCH = Type.Object(BATCH_KEYS);

const count = orNull(Type.Integer());
export const PUBLICATION = Type.Object({
  publish_id: text,
  publish_batch_id: text,
  video_id: text,
  project_id: text,
  platform: text,
  status: Type.String({ description: 'scheduled, queued, uploading, processing, published, failed, unknown, cancelled, missed' }),
  progress: orNull(Type.Integer({ description: 'Percent of the file that the platform has; null where nobody counts' })),
  publish_at: text,
  timezone: text,
  published_at: orNull(text),
  platform_url: orNull(text),
  platform_id: orNull(text),
  analytics: Type.Object({ views: count, likes: count, comments: count, last_updated: orNull(text) }),
  config: Type.Record(text, Type.Unknown()),
  error: orNull(Type.Object({ code: text, message: text, detail: text })),
  created_at: text,
});
/** Of one publication, or of a batch. */
export const STATUS = Type.Union([PUBLICATION, BATCH]);
export const PUBLICATIONS = listOf(PUBLICATION);
export const LIST_QUERY = Type.Object(
  { ...PAGE_QUERY, video_id: Type.Optional(text), project_id: Type.Optional(text), publish_batch_id: Type.Optional(text) },
  { additionalProperties: true },
);
export const SETTLE_BODY = Type.Object(
  { live: sent('true: it is live; false: it is not, and shall be sent again'), url: sent('Its address, when it is live') },
  { additionalProperties: true },
);

const ACCOUNT_KEYS = {
  id: Type.Integer(),
  account_name: text,
  username: text,
  state: Type.String({ description: 'connected, or expired: to be connected anew' }),
  problem: orNull(text),
  expires_at: orNull(text),
  simulated: Type.Boolean(),
};
export const CONNECTIONS = Type.Object({
  connections: Type.Array(
    Type.Intersect([
      Type.Object({
        platform: text,
        connected: Type.Boolean(),
        offered: Type.Boolean({ description: 'Whether this installation has an app there' }),
        accounts: Type.Array(Type.Object(ACCOUNT_KEYS)),
      }),
      Type.Partial(Type.Object(ACCOUNT_KEYS)),
    ]),
  ),
});
export const TICKET = Type.Object({ ticket: text, url: text, expires_at: text, expires_in: Type.Integer() });
