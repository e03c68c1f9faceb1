/** Frames become sentences: the subject put in with its grammar, the audience, and what agrees with them. */
import { capitalised, JOINT, type Mention, type Subject } from '../grammar/subject.ts';
import type { Tongue } from './tongue.ts';

export interface Speaker {
  readonly tongue: Tongue;
  readonly subject: Subject;
  readonly audience: string | null;
}

/** A frame is `on screen|what is said`, or only what is said. */
export const shownIn = (frame: string): string | null => (frame.includes('|') ? (frame.split('|')[0] ?? null) : null);
const saidIn = (frame: string): string => frame.slice(frame.indexOf('|') + 1).replace(/^=/, '');

/** The full subject in the first of the film that names it, and then every third time; in between as one would say it again. */
export function createSpeaker({ tongue, subject, audience }: Speaker): (frame: string) => string {
  let named = 0;
  const next = (): Mention => {
    named += 1;
    return named % 3 === 1 && (named === 1 || subject.again.text === subject.first.text || !isIndefinite(subject))
      ? subject.first
      : subject.again;
  };
  return (frame) => {
    let last: Mention = subject.first;
    const filled = saidIn(frame).replace(/\{(s|S|a)\}|\[([^\]]*)\]/g, (_all, slot: string | undefined, forms: string | undefined) => {
      if (forms !== undefined) return agreed(forms, last);
      if (slot === 'a') return `${JOINT}${audience ?? ''}`;
      last = next();
      const text = tongue.spelled(last.text);
      return slot === 'S' ? capitalised(text) : JOINT + text;
    });
    return tongue.typeset(capitalised(tongue.contract(filled)));
  };
}

export const isIndefinite = ({ first }: Subject): boolean => /^(?:une?|des|an?)\s/i.test(first.text);

function agreed(forms: string, { form }: Mention): string {
  const all = forms.split('|');
  if (all.length === 4) return all[form] ?? '';
  return all[form > 1 ? 1 : 0] ?? '';
}
