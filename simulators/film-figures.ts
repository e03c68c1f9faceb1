/** Figures of films on the simulated YouTube, LinkedIn and TikTok, and the films themselves. */
import { createHash } from 'node:crypto';
import { filmFacts } from './mp4.ts';
import type { SimulatedMedia, SimulatedPost } from './platform-store.ts';

/** They grow with the age of the post, the same way for the same post; quickly at first, for two days. */
export function filmFiguresOf(post: SimulatedPost, now = Date.now()): Record<string, number> {
  const chance = createHash('sha256').update(post.id).digest().readUInt16BE() / 65_535;
  const hours = Math.max(0, (now - Date.parse(post.at)) / 3_600_000);
  const views = Math.round((80 + 1800 * chance) * (1 - Math.exp(-hours / 12)));
  const part = (share: number): number => Math.floor(views * share);
  return Object.assign(post.metrics, { views, likes: part(0.05 + 0.03 * chance), comments: part(0.008), shares: part(0.01) });
}

export interface KeptFilm {
  readonly media: SimulatedMedia;
  readonly bytes: number;
  /** Of what is no film at all: null. */
  readonly seconds: number | null;
}

export function keepFilm(content: Buffer, mediaType: string): KeptFilm {
  const sha256 = createHash('sha256').update(content).digest('hex');
  const media = { url: null, mediaType, sha256, base64: content.toString('base64'), altText: '' };
  return { media, bytes: content.length, seconds: filmFacts(content)?.seconds ?? null };
}
