/** Captions written here, with the words of the prompt, for when no model is configured or none answers. */
import type { Language } from '#kernel/message.ts';
import { PHRASES, type Phrase, type Tone } from './phrases.ts';
import { subjectOf } from './subject.ts';

export const VARIANTS = 3;

export interface Writing {
  readonly prompt: string;
  readonly language: Language;
  readonly tone: Tone;
  readonly seed: number;
  /** Whether the platform takes the text. */
  readonly fits: (text: string) => boolean;
}

/** Three that begin differently; the same seed writes the same. What does not fit loses its context, then its call. */
export function writeCaptions({ prompt, language, tone, seed, fits }: Writing): readonly string[] {
  const { hooks, contexts, calls } = PHRASES[language][tone];
  const subject = subjectOf(prompt);
  const pick = (list: readonly Phrase[], step: number): string => list[(seed + step) % list.length]?.(subject) ?? subject;
  return Array.from({ length: VARIANTS }, (_, index) => {
    const [hook, context, call] = [pick(hooks, index), pick(contexts, index + (seed % 2)), pick(calls, 2 * index + 1)];
    const longest = [`${hook}\n\n${context}\n${call}`, `${hook}\n\n${call}`, hook].find(fits);
    return longest ?? cutToFit(hook, fits);
  });
}

/** Word by word from the end. */
export function cutToFit(text: string, fits: (text: string) => boolean): string {
  const words = text.split(/(?<=\s)/u);
  for (let kept = words.length - 1; kept > 0; kept--) {
    const shorter = `${words.slice(0, kept).join('').trimEnd()}…`;
    if (fits(shorter)) return shorter;
  }
  return '';
}
