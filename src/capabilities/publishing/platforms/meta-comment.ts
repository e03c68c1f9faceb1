/**
 * The first comment, said once: an answer of 400 has been seen after a comment that was made, so we look for our own words before we
 * speak, and ask for nothing but the comment when we do.
 */
import type { Json } from './meta-faults.ts';
import type { GraphTalk } from './meta-graph.ts';
import { sameWords } from './meta-words.ts';

export interface CommentPlace {
  readonly postId: string;
  /** Where the words are in what the platform lists. */
  readonly field: 'text' | 'message';
  readonly fields: string;
  isOurs(comment: Json): boolean;
}

/** False: not now. */
export async function commentOnce(talk: GraphTalk, place: CommentPlace, words: string): Promise<boolean> {
  const path = `${place.postId}/comments`;
  const { items, fault } = await talk.list('comments', path, { fields: place.fields, limit: '100' });
  if (fault) return false;
  if (items.some((comment) => place.isOurs(comment) && sameWords(comment[place.field], words))) return true;
  return (await talk.write('comment', path, { message: words })).fault === null;
}
