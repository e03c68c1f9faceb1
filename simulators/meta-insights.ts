/** Figures that grow with the age of a post, always in the same way for the same post; none right after it. */
import { createHash } from 'node:crypto';
import { GraphRefusal } from './meta-wire.ts';
import type { GraphAsk, MetaWorld } from './meta-world.ts';
import type { SimulatedPost } from './platform-store.ts';

/** Most of what a post will ever get comes in its first half day. */
const PACE_HOURS = 6;

/** Also written into the post, for whoever shows it. */
export function figuresAt(post: SimulatedPost, now: number): Record<string, number> {
  const seed = createHash('sha256').update(post.id).digest();
  const chance = (index: number, from: number, to: number): number => from + ((seed[index] ?? 0) / 255) * (to - from);
  const hours = Math.max(0, now - Date.parse(post.at)) / 3_600_000;
  const reach = chance(0, 300, 4000) * (1 - Math.exp(-hours / PACE_HOURS));
  const part = (index: number, from: number, to: number): number => Math.floor(reach * chance(index, from, to));
  const likes = part(1, 0.04, 0.16);
  const counted = {
    likes,
    comments: part(2, 0.002, 0.02) + post.comments.length,
    shares: part(3, 0.001, 0.012),
    saved: part(4, 0.002, 0.02),
  };
  const figures = { views: part(5, 1.1, 1.6), reach: Math.floor(reach), ...counted, clicks: part(6, 0.01, 0.05) };
  Object.assign(post.metrics, figures);
  return figures;
}

const INSTAGRAM = ['views', 'reach', 'likes', 'comments', 'saved', 'shares', 'total_interactions'];
const FACEBOOK = ['post_media_view', 'post_total_media_view_unique', 'post_clicks', 'post_reactions_by_type_total'];

export function insights({ world, fields }: GraphAsk, post: SimulatedPost): unknown {
  const known = (post.platform === 'instagram' ? INSTAGRAM : FACEBOOK).filter((name) => !world.rules.goneMetrics.includes(name));
  const asked = (fields.get('metric') ?? '').split(',').filter(Boolean);
  if (asked.length === 0) throw new GraphRefusal(3001, 'No metric was specified to be fetched.', { subcode: 1504028 });
  const wrong = asked.findIndex((name) => !known.includes(name));
  if (wrong >= 0) throw new GraphRefusal(100, `(#100) metric[${wrong}] must be one of the following values: ${known.join(', ')}`);
  if (world.now() - Date.parse(post.at) < world.rules.quietSeconds * 1000) return { data: [] };
  const values = valuesOf(post, world);
  return {
    data: asked.map((name) => ({
      ...{ name, period: 'lifetime', values: [{ value: values[name] }], title: name, id: `${post.id}/insights/${name}/lifetime` },
    })),
  };
}

function valuesOf(post: SimulatedPost, world: MetaWorld): Record<string, unknown> {
  const { views = 0, reach = 0, likes = 0, comments = 0, saved = 0, shares = 0, clicks = 0 } = figuresAt(post, world.now());
  const love = Math.floor(likes / 4);
  return {
    ...{ views, reach, likes, comments, saved, shares, total_interactions: likes + comments + saved + shares },
    ...{ post_media_view: views, post_total_media_view_unique: reach, post_clicks: clicks },
    post_reactions_by_type_total: likes === 0 ? {} : { like: likes - love, love },
  };
}
