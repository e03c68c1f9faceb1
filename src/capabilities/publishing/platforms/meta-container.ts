/**
 * Containers: what Instagram makes of the pictures and films that it fetches from us, before they are published. One lives a day and is
 * published once; whatever goes wrong with one, another may be made, a few times. Where Instagram cannot reach us, a film is brought to it.
 * https://developers.facebook.com/docs/instagram-platform/content-publishing
 */
import { NoPublicAddress } from '../media-links.ts';
import { type Checkpoint, isFilm, type PlatformCall, type PostMedia, type Prepared } from '../platform.ts';
import type { MetaFacts } from '../platform-facts.ts';
import { type GraphFault, jsonOf, listOf, preparedAfter, refusalOf, textOf, whyOf } from './meta-faults.ts';
import type { GraphTalk } from './meta-graph.ts';
import { arrivedIn, sendRest } from './meta-rupload.ts';

const MOST_CONTAINERS = 3;
const MOST_FETCHES = 2;
/** Five seconds apart: Meta says to give up after five minutes. */
const MOST_POLLS = 60;
/** A film of a quarter of an hour takes longer. */
const MOST_FILM_POLLS = 360;
/** 100/33 has been said of containers that were finished: then the publication itself tells. */
const MOST_UNREADABLE = 5;
const CREATION_MS = 60_000;

/** What is known of the containers of one post, from one call of `prepare` to the next. */
export interface ContainerState {
  readonly container: string | null;
  /** Of a carousel, in the order of the pictures. */
  readonly children: readonly string[];
  /** When the container was asked for. */
  readonly madeAt: string | null;
  readonly made: number;
  readonly polls: number;
  readonly unreadable: number;
  readonly unfetched: number;
  readonly isPublished: boolean;
  /** Where the film is brought to, when Instagram does not fetch it; bytes of it that are there. */
  readonly uploadUrl: string;
  readonly sent: number;
  readonly total: number;
}

export function stateIn(checkpoint: Checkpoint): ContainerState {
  const count = (name: string): number => Number(checkpoint[name] ?? 0);
  return {
    container: textOf(checkpoint['container']) || null,
    children: Array.isArray(checkpoint['children']) ? checkpoint['children'].map(String) : [],
    madeAt: textOf(checkpoint['madeAt']) || null,
    ...{ made: count('made'), polls: count('polls'), unreadable: count('unreadable'), unfetched: count('unfetched') },
    isPublished: checkpoint['isPublished'] === true,
    ...{ uploadUrl: textOf(checkpoint['uploadUrl']), sent: count('sent'), total: count('total') },
  };
}

const waitWith = (state: ContainerState, seconds: number, why: string): Prepared => ({
  kind: 'wait',
  checkpoint: { ...state },
  seconds,
  why,
});
const readyWith = (state: ContainerState): Prepared => ({ kind: 'ready', checkpoint: { ...state } });

/** One step: makes the container, or asks once how it is. */
export async function prepareContainer(call: PlatformCall, talk: GraphTalk, facts: MetaFacts): Promise<Prepared> {
  const state = stateIn(call.checkpoint);
  if (state.isPublished) return readyWith(state);
  if (state.container !== null && state.sent < state.total) return bring({ call, talk, facts }, state, state.container);
  if (state.container !== null) return poll(state, state.container, talk, isFilmPost(call) ? MOST_FILM_POLLS : MOST_POLLS);
  const refused = state.made === 0 ? await refusedByQuota(call, talk) : null;
  return refused ?? make(call, talk, state);
}

/** The cap differs from account to account: asked for, never assumed; who cannot tell lets it pass. */
async function refusedByQuota({ poster }: PlatformCall, talk: GraphTalk): Promise<Prepared | null> {
  const { body } = await talk.read('limit', `${poster.externalId}/content_publishing_limit`, { fields: 'quota_usage,config' });
  const [told] = listOf(body?.['data']);
  const total = Number(jsonOf(told?.['config'])['quota_total'] ?? 0);
  const used = Number(told?.['quota_usage'] ?? 0);
  if (!(total > 0 && used >= total)) return null;
  return { kind: 'refused', refusal: { reason: 'limit', code: '9/2207042', detail: `${used} of ${total} posts published in 24 hours` } };
}

const NUMBERLESS: GraphFault = { kind: 'spent', code: 'no number', detail: 'a container was made, and its number not told' };

/** Throws `CallFault` when there is no address to fetch the pictures from. */
async function make(call: PlatformCall, talk: GraphTalk, before: ContainerState): Promise<Prepared> {
  let state = before;
  const { media: pictures, text } = call.post;
  const [first] = pictures;
  if (!first) return { kind: 'refused', refusal: { reason: 'media', code: 'no picture', detail: 'Instagram takes no post without one' } };
  const create = (fields: Readonly<Record<string, string>>) =>
    talk.write('container', `${call.poster.externalId}/media`, fields, CREATION_MS);
  const isCarousel = pictures.length > 1;
  for (const picture of isCarousel ? pictures.slice(state.children.length) : []) {
    const child = await create({ ...fieldsOf(picture, call), is_carousel_item: 'true' });
    const id = textOf(child.body?.['id']);
    if (!id) return afterCreation(child.fault ?? NUMBERLESS, state);
    state = { ...state, children: [...state.children, id] };
  }
  const what = isCarousel ? { media_type: 'CAROUSEL', children: state.children.join(',') } : fieldsOf(first, call, state.unfetched > 0);
  const { body, fault } = await create({ ...what, caption: text });
  const container = textOf(body?.['id']);
  if (!container && fault?.kind === 'unfetched' && isFilm(first) && state.unfetched === 0)
    return waitWith({ ...state, unfetched: 1 }, 1, whyOf(fault));
  if (!container) return afterCreation(fault ?? NUMBERLESS, state);
  const made = { container, madeAt: new Date().toISOString(), made: state.made + 1, polls: 0 };
  const brought = 'upload_type' in what ? { uploadUrl: textOf(body?.['uri']), sent: 0, total: first.bytes } : {};
  return waitWith({ ...state, ...made, ...brought }, 'upload_type' in what ? 0 : 1, 'the container was made');
}

const isFilmPost = ({ post: { media } }: PlatformCall): boolean => media.some(isFilm);

/** From where Instagram says that it is; then it is worked on like one that was fetched. */
async function bring({ call, talk, facts }: Bringing, state: ContainerState, container: string): Promise<Prepared> {
  const film = call.post.media.find(isFilm);
  if (!film) return remake(state, NUMBERLESS);
  const { body, fault } = await talk.read('container_status', container, { fields: 'status_code,status,video_status' });
  if (fault) return fault.kind === 'unreadable' ? remake(state, fault) : preparedAfter(fault, { ...state });
  const from = Math.min(arrivedIn(body['video_status']), state.total);
  const broken = from < state.total ? await sendRest(facts, call, film, { url: state.uploadUrl, from }) : null;
  if (broken?.kind === 'spent') return remake(state, broken);
  if (broken) return preparedAfter(broken, { ...state, sent: from });
  return waitWith({ ...state, sent: state.total }, 2, 'the film has arrived');
}
interface Bringing {
  readonly call: PlatformCall;
  readonly talk: GraphTalk;
  readonly facts: MetaFacts;
}

/** A film that could not be fetched is brought. */
const fieldsOf = (media: PostMedia, call: PlatformCall, isUnreachable = false): Readonly<Record<string, string>> =>
  isFilm(media)
    ? { media_type: 'REELS', share_to_feed: 'true', ...(isUnreachable ? BROUGHT : sourceOf(media, call)) }
    : { image_url: call.publicUrlOf(media), ...(media.altText ? { alt_text: media.altText } : {}) };

function sourceOf(film: PostMedia, call: PlatformCall): Readonly<Record<string, string>> {
  try {
    return { video_url: call.publicUrlOf(film) };
  } catch (error) {
    if (!(error instanceof NoPublicAddress)) throw error;
    return BROUGHT;
  }
}
const BROUGHT = { upload_type: 'resumable' } as const;

function afterCreation(fault: GraphFault, state: ContainerState): Prepared {
  if (fault.kind === 'unfetched') {
    const unfetched = state.unfetched + 1;
    if (unfetched < MOST_FETCHES) return waitWith({ ...state, unfetched }, 20, whyOf(fault));
    return { kind: 'refused', refusal: refusalOf(fault) };
  }
  // A spent child of a carousel is made anew with its brothers.
  if (fault.kind === 'spent') return remake({ ...state, made: state.made + 1 }, fault);
  return preparedAfter(fault, { ...state });
}

function remake(state: ContainerState, fault: GraphFault): Prepared {
  if (state.made >= MOST_CONTAINERS) return { kind: 'refused', refusal: refusalOf(fault) };
  return waitWith({ ...state, container: null, children: [], polls: 0, unreadable: 0, sent: 0, total: 0 }, 10, whyOf(fault));
}

export interface ContainerReport {
  readonly status: string;
  readonly said: string;
}

export async function readContainer(talk: GraphTalk, id: string): Promise<ContainerReport | GraphFault> {
  const { body, fault } = await talk.read('container_status', id, { fields: 'status_code,status' });
  return fault ?? { status: textOf(body['status_code']), said: textOf(body['status']) };
}
export const isReport = (told: ContainerReport | GraphFault): told is ContainerReport => 'status' in told;

async function poll(state: ContainerState, id: string, talk: GraphTalk, most: number): Promise<Prepared> {
  const told = await readContainer(talk, id);
  if (!isReport(told)) {
    if (told.kind !== 'unreadable') return preparedAfter(told, { ...state });
    const unreadable = state.unreadable + 1;
    return unreadable >= MOST_UNREADABLE ? readyWith(state) : waitWith({ ...state, unreadable }, 5, whyOf(told));
  }
  const { status, said } = told;
  if (status === 'FINISHED') return readyWith(state);
  // Said by an earlier life of this post: what is left to do is to find it.
  if (status === 'PUBLISHED') return readyWith({ ...state, isPublished: true });
  const polls = state.polls + 1;
  const isHopeless = status === 'ERROR' || status === 'EXPIRED' || polls >= most;
  if (!isHopeless) return waitWith({ ...state, polls }, polls < 4 ? 2 : 5, `the container is ${status || 'silent'}`);
  // 'Error: Media upload has failed with error code 2207076'
  const code = /\b22\d{5}\b/.exec(said)?.[0] ?? status;
  return remake(state, { kind: 'spent', code, detail: said.slice(0, 300) || `the container is ${status}` });
}
