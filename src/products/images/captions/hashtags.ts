/** Hashtags for a picture: from its tags, from the words of its prompt, and from what has worked before. */
import { fold } from '#kernel/text.ts';
import { subjectOf } from './subject.ts';

export interface HashtagIdea {
  /** With its `#`. */
  readonly hashtag: string;
  readonly from: 'tag' | 'prompt' | 'own';
  /** In how many measured posts, and how these did on average (percent); null when it was never used. */
  readonly posts: number;
  readonly engagementRate: number | null;
}

interface Used {
  readonly hashtags: string;
  readonly engagementRate: number;
}

const SHOWN = 15;
const SHORTEST = 4;
/** Little words of French and English that say nothing alone. */
const COMMON = new Set(
  'avec dans pour sous vers chez entre contre comme sans plus moins tres tout toute tous toutes cette leur leurs nous vous elle elles etre avoir sont dont deux trois quatre petit petite grand grande with from into over under that this these those their there very some more less than'.split(
    ' ',
  ),
);

export function hashtagIdeas(
  picture: { readonly prompt: string; readonly tags: readonly string[] } | null,
  used: readonly Used[],
): readonly HashtagIdea[] {
  const known = performanceOf(used);
  const ideas = new Map<string, HashtagIdea>();
  const add = (hashtag: string, from: HashtagIdea['from']): void => {
    const key = fold(hashtag);
    if (key.length < 3 || ideas.has(key)) return;
    const { posts = 0, rate = null } = known.get(key) ?? {};
    ideas.set(key, { hashtag, from, posts, engagementRate: rate });
  };
  for (const tag of picture?.tags ?? []) add(hashtagOf(tag), 'tag');
  for (const word of picture ? wordsOf(picture.prompt) : []) add(hashtagOf(word), 'prompt');
  const proven = [...known.values()].sort((one, other) => other.rate - one.rate || other.posts - one.posts);
  for (const { hashtag } of proven) add(hashtag, 'own');
  return [...ideas.values()].slice(0, SHOWN);
}

/** `coucher de soleil` becomes `#CoucherDeSoleil`; one word keeps its letters. */
function hashtagOf(text: string): string {
  const words = text.split(/[^\p{L}\p{M}\p{N}]+/u).filter(Boolean);
  if (words.length === 1) return `#${(words[0] ?? '').toLowerCase()}`;
  return `#${words.map((word) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase()).join('')}`;
}

const wordsOf = (prompt: string): readonly string[] =>
  subjectOf(prompt)
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => [...word].length >= SHORTEST && /\p{L}/u.test(word) && !COMMON.has(fold(word)));

interface Known {
  readonly hashtag: string;
  readonly posts: number;
  readonly rate: number;
}

function performanceOf(used: readonly Used[]): ReadonlyMap<string, Known> {
  const sums = new Map<string, { readonly hashtag: string; posts: number; sum: number }>();
  for (const { hashtags, engagementRate } of used)
    for (const hashtag of hashtags.split(' ').filter(Boolean)) {
      const one = sums.get(fold(hashtag)) ?? { hashtag, posts: 0, sum: 0 };
      one.posts += 1;
      one.sum += engagementRate;
      sums.set(fold(hashtag), one);
    }
  return new Map([...sums].map(([key, { hashtag, posts, sum }]) => [key, { hashtag, posts, rate: Math.round((sum / posts) * 100) / 100 }]));
}
