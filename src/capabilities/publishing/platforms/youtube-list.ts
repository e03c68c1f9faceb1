/**
 * Reading what a channel has, when the session of an upload is not there any more to be asked: a video is ours by its title, its
 * description and the moment it came. https://developers.google.com/youtube/v3/docs/playlistItems/list
 */
import { CallFault, type Found, type PlatformCall } from '../platform.ts';
import type { GoogleFacts } from '../platform-facts.ts';
import { sameWords } from './meta-words.ts';
import { heard, type Json, jsonOf, listOf, textOf } from './x-wire.ts';
import { faultOf, heardNothing, whyOf, type YouTubeFault } from './youtube-faults.ts';
import { bearer } from './youtube-upload.ts';

const PAGE = 50;
const MOST_PAGES = 40;
/** Their clock and ours are not the same. */
const MARGIN_MS = 2 * 60_000;
/** The list is in the order of coming, more or less: whatever is a day older ends the search. */
const OLD_MS = 86_400_000;

/** Newest first, until what came long before `calledAt`; absent only when all of that was read. */
export async function lookThroughUploads(facts: GoogleFacts, call: PlatformCall, calledAt: Date): Promise<Found> {
  const list = await listNameOf(facts, call);
  if (typeof list !== 'string') return unreadable(list);
  let page = '';
  for (let pages = 0; pages < MOST_PAGES; pages++) {
    const more = page ? `&pageToken=${encodeURIComponent(page)}` : '';
    const said = await read(
      facts,
      call,
      `playlistItems?part=snippet,contentDetails&playlistId=${encodeURIComponent(list)}&maxResults=${PAGE}${more}`,
    );
    if ('kind' in said) return unreadable(said as YouTubeFault);
    const items = listOf(said['items']);
    const found = items.find((item) => isOurs(item, call, calledAt));
    if (found) return { kind: 'there', postId: textOf(jsonOf(found['contentDetails'])['videoId']), url: null };
    page = textOf(said['nextPageToken']);
    if (!page || items.every((item) => cameAt(item) < calledAt.getTime() - OLD_MS)) return { kind: 'absent' };
  }
  return { kind: 'unreadable', seconds: 60, why: 'the list of uploads has no end' };
}

async function listNameOf(facts: GoogleFacts, call: PlatformCall): Promise<string | YouTubeFault> {
  const known = textOf(call.poster.details['uploads']);
  if (known) return known;
  const said = await read(facts, call, 'channels?part=contentDetails&mine=true');
  if ('kind' in said) return said as YouTubeFault;
  const [channel] = listOf(said['items']);
  const uploads = textOf(jsonOf(jsonOf(channel?.['contentDetails'])['relatedPlaylists'])['uploads']);
  return uploads || { kind: 'garbled', code: 'no list', detail: 'the channel has no list of uploads', seconds: 60 };
}

async function read(facts: GoogleFacts, call: PlatformCall, path: string): Promise<Omit<Json, 'kind'> | YouTubeFault> {
  const url = new URL(`${facts.apiUrl}/youtube/v3/${path}`);
  const answer = await heard(call.send({ method: 'GET', url, headers: bearer(call), phase: 'find' }));
  if (answer instanceof CallFault) return heardNothing(answer);
  const fault = faultOf(answer);
  if (fault) return fault;
  const { kind: _resource, ...body } = jsonOf(answer.json);
  if (!Array.isArray(body['items'])) return { kind: 'garbled', code: String(answer.status), detail: 'no list', seconds: 30 };
  return body;
}

const unreadable = (fault: YouTubeFault): Found => ({ kind: 'unreadable', seconds: fault.seconds, why: whyOf(fault) });
const cameAt = (item: Json): number => Date.parse(textOf(jsonOf(item['snippet'])['publishedAt']));

function isOurs(item: Json, { post }: PlatformCall, calledAt: Date): boolean {
  const snippet = jsonOf(item['snippet']);
  if (!(cameAt(item) >= calledAt.getTime() - MARGIN_MS)) return false;
  return sameWords(snippet['title'], post.film?.title ?? '') && sameWords(snippet['description'], post.text);
}
