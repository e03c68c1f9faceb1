/** The sets of rows of the latest questions: whoever asks for a page asks for its facets next. */
import { type Part, partsOf } from './parts.ts';
import type { PeopleIndex } from './people-index.ts';

const KEPT = 4;

/** Answers what `partsOf` does, from memory where nothing has changed. */
export function keepRecentParts(): typeof partsOf {
  const kept = new Map<string, readonly Part[]>();
  let seen: { readonly index: PeopleIndex; readonly version: number } | null = null;
  return (index, { filters, today, search }) => {
    if (seen?.index !== index || seen.version !== index.version) kept.clear();
    seen = { index, version: index.version };
    // Ages change at midnight.
    const key = JSON.stringify([filters, today.toISOString().slice(0, 10), search]);
    const parts = kept.get(key) ?? partsOf(index, { filters, today, search });
    kept.delete(key);
    kept.set(key, parts);
    const [oldest] = kept.keys();
    if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
    return parts;
  };
}
