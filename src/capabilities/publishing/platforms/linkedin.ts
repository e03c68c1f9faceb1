/** LinkedIn, by its versioned REST API. https://learn.microsoft.com/linkedin/marketing/community-management/shares/posts-api */
import { CallFault, type Found, type Platform, type PlatformCall, type PostFault, type Prepared, type Published } from '../platform.ts';
import type { LinkedInFacts } from '../platform-facts.ts';
import { faultsOfPost, filmOf, isRefusal, MEGABYTE, nowOf, refused, tooMuch } from './film-parts.ts';
import { isAvailable, prepareFilm, videoIn } from './linkedin-film.ts';
import { createLinkedInOAuth } from './linkedin-oauth.ts';
import { ask, commentaryOf, type LinkedInFault, pausesOf, refusalOf, whyOf } from './linkedin-wire.ts';
import { type Json, jsonOf, listOf, textOf } from './x-wire.ts';

const MOST_TEXT = 3000;
const MOST_TITLE = 400;
const SECONDS = [3, 1800] as const;
const MOST_BYTES = 500 * MEGABYTE;
const PAGE = 50;
const MOST_PAGES = 40;
/** Newest first: what was made that long before the call ends the search. */
const MARGIN_MS = 10 * 60_000;

export function createLinkedIn(facts: LinkedInFacts): Platform {
  const addressOf = (post: string): string => `${facts.siteUrl ?? 'https://www.linkedin.com'}/feed/update/${post}`;
  const withAddress = (found: Found): Found => (found.kind === 'there' ? { ...found, url: addressOf(found.postId) } : found);
  return {
    name: 'linkedin',
    title: 'LinkedIn',
    // Of a thumbnail.
    frame: { minRatio: 1 / 2.4, maxRatio: 2.4, maxWidth: 1920, maxHeight: 1920, minWidth: 256, maxBytes: 2 * MEGABYTE },
    countText: (text) => ({ used: text.length, limit: MOST_TEXT }),
    check,
    prepare: (call) => prepare(facts, call),
    publish: (call) => publish(facts, call, addressOf),
    find: async (call, calledAt) => withAddress(await findPost(facts, call, calledAt)),
    addressOf: async (_call, postId) => addressOf(postId),
    comment: async () => true,
    figures: (call, postId) => figures(facts, call, postId),
    pausesOf,
    oauth: createLinkedInOAuth(facts),
  };
}

const check: Platform['check'] = ({ text, firstComment, mediaCount, media = [], film }) => {
  const [first] = media;
  const seconds = first?.seconds ?? SECONDS[0];
  const faults: PostFault[] = [
    ...faultsOfPost({ mediaCount, firstComment }),
    ...tooMuch({ field: 'text', constraint: 'too_long', limit: MOST_TEXT, found: text.length }),
    ...tooMuch({ field: 'title', constraint: 'too_long', limit: MOST_TITLE, found: film?.title.length ?? 0 }),
    ...tooMuch({ field: 'media', constraint: 'too_long', limit: SECONDS[1], found: Math.ceil(seconds) }),
    ...tooMuch({ field: 'media', constraint: 'too_heavy', limit: MOST_BYTES, found: first?.bytes ?? 0 }),
  ];
  if (seconds < SECONDS[0]) faults.push({ field: 'media', constraint: 'too_short', limit: SECONDS[0], found: Math.floor(seconds) });
  return faults;
};

async function prepare(facts: LinkedInFacts, call: PlatformCall): Promise<Prepared> {
  const film = filmOf(call.post);
  if (isRefusal(film)) return refused(film);
  if (film.words.privacy !== 'public' && !isPerson(call))
    return refused({ reason: 'content', code: 'visibility', detail: 'what a page posts is public; this film is not meant to be' });
  return prepareFilm(facts, call, film);
}

const isPerson = ({ poster }: PlatformCall): boolean => poster.externalId.startsWith('urn:li:person:');

async function publish(facts: LinkedInFacts, call: PlatformCall, addressOf: (post: string) => string): Promise<Published> {
  const { post, poster, checkpoint } = call;
  if (!isAvailable(checkpoint)) return { kind: 'not_sent', seconds: 1, why: 'the film is not ready' };
  const began = nowOf(call);
  const body = {
    author: poster.externalId,
    commentary: commentaryOf(post.text),
    visibility: post.film?.privacy === 'public' ? 'PUBLIC' : 'CONNECTIONS',
    distribution: { feedDistribution: 'MAIN_FEED', targetEntities: [], thirdPartyDistributionChannels: [] },
    content: { media: { id: videoIn(checkpoint), ...(post.film?.title ? { title: post.film.title } : {}) } },
    lifecycleState: 'PUBLISHED',
    isReshareDisabledByAuthor: false,
  };
  const said = await ask(facts, call, { method: 'POST', path: '/rest/posts', body, phase: 'post' });
  if (said.fault) return afterFault(facts, call, said.fault, { began, addressOf });
  const postId = said.headers.get('x-restli-id');
  return postId ? { kind: 'confirmed', postId, url: addressOf(postId) } : { kind: 'unknown', why: 'taken, without the number of the post' };
}

interface Aftermath {
  /** Milliseconds. */
  readonly began: number;
  readonly addressOf: (post: string) => string;
}

async function afterFault(
  facts: LinkedInFacts,
  call: PlatformCall,
  fault: LinkedInFault,
  { began, addressOf }: Aftermath,
): Promise<Published> {
  const { kind, seconds } = fault;
  if (kind === 'unsent' || kind === 'rate') return { kind: 'not_sent', seconds, why: whyOf(fault) };
  const refusal = refusalOf(fault);
  if (!refusal) return { kind: 'unknown', why: whyOf(fault) };
  if (kind !== 'duplicate') return { kind: 'refused', refusal };
  // The other one may be ours: made by an earlier call, or twice by their own machines.
  const found = await findPost(facts, call, new Date(began - DUPLICATES_MS));
  return found.kind === 'there' ? { kind: 'confirmed', postId: found.postId, url: addressOf(found.postId) } : { kind: 'refused', refusal };
}
const DUPLICATES_MS = 86_400_000;

/** Among what the author has posted, the one that carries our film: nobody else can. */
async function findPost(facts: LinkedInFacts, call: PlatformCall, calledAt: Date): Promise<Found> {
  const video = videoIn(call.checkpoint);
  if (!video) return { kind: 'absent' };
  for (let page = 0; page < MOST_PAGES; page++) {
    const author = encodeURIComponent(call.poster.externalId);
    const path = `/rest/posts?author=${author}&q=author&count=${PAGE}&start=${page * PAGE}&sortBy=CREATED`;
    const said = await ask(facts, call, { method: 'GET', path, restli: 'FINDER', phase: 'find' });
    if (said.fault) return { kind: 'unreadable', seconds: said.fault.seconds, why: whyOf(said.fault) };
    if (!Array.isArray(said.body['elements'])) return { kind: 'unreadable', seconds: 30, why: 'no list of posts' };
    const posts = listOf(said.body['elements']);
    const ours = posts.find((post) => textOf(jsonOf(jsonOf(post['content'])['media'])['id']) === video);
    if (ours) return standing(ours);
    if (posts.length < PAGE || posts.every((post) => Number(post['createdAt']) < calledAt.getTime() - MARGIN_MS)) return { kind: 'absent' };
  }
  return { kind: 'unreadable', seconds: 60, why: 'the list of posts has no end' };
}

function standing(post: Json): Found {
  const state = textOf(post['lifecycleState']);
  const detail = 'LinkedIn took the post and could not show it';
  if (state === 'PUBLISH_FAILED') return { kind: 'refused', refusal: { reason: 'other', code: state, detail } };
  if (state === 'PUBLISH_REQUESTED') return { kind: 'unreadable', seconds: 5, why: 'LinkedIn is at work on the post' };
  return { kind: 'there', postId: textOf(post['id']), url: null };
}

async function figures(facts: LinkedInFacts, call: PlatformCall, postId: string): ReturnType<Platform['figures']> {
  const said = await ask(facts, call, { method: 'GET', path: `/rest/socialActions/${encodeURIComponent(postId)}`, phase: 'figures' });
  if (said.fault) throw new CallFault(`no figures: ${whyOf(said.fault)}`, false);
  const { likesSummary, commentsSummary } = said.body;
  const of = (value: unknown): number | null => (typeof value === 'number' ? value : null);
  const likes = of(jsonOf(likesSummary)['totalLikes']);
  const comments = of(jsonOf(commentsSummary)['aggregatedTotalComments'] ?? jsonOf(commentsSummary)['totalFirstLevelComments']);
  return { likes, comments, shares: null, views: null, reach: null, impressions: null, raw: { likesSummary, commentsSummary } };
}
