/** What the simulated YouTube says: its faults, and a video as it comes back. */
import type { FilmAnswer } from './film-stage.ts';
import type { SimulatedPost } from './platform-store.ts';

const REASONS: Readonly<Record<number, string>> = {
  ...{ 400: 'badRequest', 401: 'authError', 403: 'forbidden', 404: 'notFound', 429: 'rateLimitExceeded', 503: 'backendError' },
};

/** `reason` is what programs read. */
export function googleFault(status: number, reason = REASONS[status] ?? 'internalError', message = `Simulated: ${reason}`): FilmAnswer {
  const domain = reason.startsWith('quota') ? 'youtube.quota' : reason === 'authError' ? 'global' : 'youtube.video';
  return { status, body: { error: { code: status, message, errors: [{ message, domain, reason }] } } };
}

export const videoOf = (post: SimulatedPost) => ({
  kind: 'youtube#video',
  id: post.id,
  snippet: { publishedAt: post.at, channelId: post.accountId, title: post.film?.title ?? '', description: post.text },
  status: {
    ...{ uploadStatus: 'uploaded', privacyStatus: post.film?.privacy ?? '', selfDeclaredMadeForKids: false },
    containsSyntheticMedia: post.madeWithAi,
  },
});
