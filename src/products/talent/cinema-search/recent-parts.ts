/** The sets of rows of the latest questions: whoever asks for a page asks for its facets next. */
import { giveBack, type Parts, partsOf } from './parts.ts';
import type { PeopleIndex } from './people-index.ts';
import type { Question } from './question.ts';

const KEPT = 4;

/** Answers what `partsOf` does, from memory where nothing has changed; good until the next question. */
export function keepRecentParts(): (index: PeopleIndex, question: Question) => Parts {
  const kept = new Map<string, Parts>();
  let seen: { readonly index: PeopleIndex; readonly version: number } | null = null;
  const forget = (key: string, parts: Parts): void => {
    kept.delete(key);
    if (seen) giveBack(seen.index, parts);
  };
  return (index, { filters, today, search }) => {
    if (seen?.index !== index || seen.version !== index.version) for (const [key, parts] of kept) forget(key, parts);
    seen = { index, version: index.version };
    // Ages change at midnight.
    const key = JSON.stringify([filters, today.toISOString().slice(0, 10), search]);
    const parts = kept.get(key) ?? partsOf(index, { filters, today, search });
    kept.delete(key);
    kept.set(key, parts);
    const [oldest] = kept;
    if (kept.size > KEPT && oldest) forget(...oldest);
    return parts;
  };
}
