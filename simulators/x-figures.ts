/** Figures of the simulated X. */
import type { SimulatedPost } from './platform-store.ts';

/** They grow with the age of the post, the same way for the same post; quickly at first, for two days. */
export function figuresOf(post: SimulatedPost): Record<string, number> {
  const chance = Number(BigInt(post.id) % 997n) / 997;
  const hours = Math.max(0, (Date.now() - Date.parse(post.at)) / 3_600_000);
  const seen = Math.round((150 + 2500 * chance) * (1 - Math.exp(-hours / 12)));
  const part = (share: number): number => Math.floor(seen * share);
  return Object.assign(post.metrics, {
    ...{ impression_count: seen, like_count: part(0.06 + 0.03 * chance), reply_count: part(0.006) + post.comments.length },
    ...{ retweet_count: part(0.012), quote_count: part(0.003), bookmark_count: part(0.008) },
  });
}
