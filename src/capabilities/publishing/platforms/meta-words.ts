/** The words of a post: how they are counted, and whether two texts are the same after a platform has tidied one. */
import type { PostFault } from '../platform.ts';

/** Code points, as Meta counts characters. */
export const lengthOf = (text: string): number => [...text].length;

/** Platforms trim, and change line ends and the form of accents. */
export const sameWords = (found: unknown, ours: string): boolean => typeof found === 'string' && tidied(found) === tidied(ours);
const tidied = (text: string): string => text.normalize('NFC').replace(/\s+/gu, ' ').trim();

// Not within words, not after & (an HTML entity).
const HASHTAG = /(?<![\p{L}\p{M}\p{N}_&#])[#＃][\p{L}\p{M}\p{N}_]+/gu;
const MENTION = /(?<![\p{L}\p{M}\p{N}_.@])@[A-Za-z0-9_](?:[A-Za-z0-9_.]*[A-Za-z0-9_])?/gu;
export const hashtagsIn = (text: string): number => text.match(HASHTAG)?.length ?? 0;
export const mentionsIn = (text: string): number => text.match(MENTION)?.length ?? 0;

/** Of those given, what is more than its limit. */
export const faultsOf = (measures: readonly PostFault[]): readonly PostFault[] => measures.filter(({ limit, found }) => found > limit);
