/** The words of a post: hashtags in one form, addresses that tell where visitors came from, and the text as it will appear. */
import type { Utm } from './post.ts';

export const MOST_HASHTAGS = 60;
const LONGEST_HASHTAG = 100;

export interface Hashtags {
  /** `#a #b`; each once, in the spelling that came first. */
  readonly text: string;
  /** Those that no platform would link. */
  readonly wrong: readonly string[];
}

/** From `#a #b`, `a, b`, `#a#b` or a list. */
export function normalizeHashtags(given: string | readonly string[]): Hashtags {
  const words = [given].flat().flatMap((text) =>
    text
      .normalize('NFC')
      .replaceAll('＃', '#')
      .split(/[\s,;#]+/u),
  );
  const own = new Map<string, string>();
  for (const word of words) if (word && !own.has(word.toLowerCase())) own.set(word.toLowerCase(), word);
  const all = [...own.values()];
  return { text: all.map((word) => `#${word}`).join(' '), wrong: all.filter((word) => !isHashtag(word)) };
}

/** Letters (of any script), digits and `_`; not digits alone. */
const isHashtag = (word: string): boolean =>
  /^[\p{L}\p{M}\p{N}_·]+$/u.test(word) && /[^\p{N}_]/u.test(word) && [...word].length <= LONGEST_HASHTAG;

/** An address in running text; what closes a sentence or a bracket does not belong to it. */
const ADDRESS = /https?:\/\/[^\s<>"«»“”]+/giu;
const CLOSING = /[.,;:!?…'’*_~]{1,100}$/u;

/** Every http(s) address of the text with the marks; one that carries a mark already keeps its own. */
export function withUtm(text: string, utm: Utm | null): string {
  if (!utm) return text;
  return text.replace(ADDRESS, (found) => {
    const address = withoutClosing(found);
    return marked(address, utm) + found.slice(address.length);
  });
}

function withoutClosing(found: string): string {
  let address = found;
  for (;;) {
    const shorter = address.replace(CLOSING, '');
    const opened = shorter.split('(').length;
    const closed = shorter.split(')').length;
    const next = shorter.endsWith(')') && closed > opened ? shorter.slice(0, -1) : shorter;
    if (next === address) return address;
    address = next;
  }
}

function marked(address: string, utm: Utm): string {
  const at = address.indexOf('#');
  const [before, fragment] = at < 0 ? [address, ''] : [address.slice(0, at), address.slice(at)];
  const query = before.includes('?') ? before.slice(before.indexOf('?') + 1) : null;
  const carried = new URLSearchParams(query ?? '');
  const marks = Object.entries(utm)
    .map(([name, value]) => [`utm_${name}`, value] as const)
    .filter(([name, value]) => value && !carried.has(name))
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  if (marks.length === 0) return address;
  const joint = query === null ? '?' : query === '' || query.endsWith('&') ? '' : '&';
  return `${before}${joint}${marks.join('&')}${fragment}`;
}

export interface Words {
  readonly caption: string;
  readonly hashtags: string;
  readonly utm: Utm | null;
}

/** The whole text as the platform gets it. */
export function composeText({ caption, hashtags, utm }: Words): string {
  const body = withUtm(caption, utm);
  return hashtags ? `${body}\n\n${hashtags}` : body;
}
