/** How drafts are kept, for the form that writes them and the shell that forgets them. */

export const DRAFT_PREFIX = 'atelier-draft:';
/** Phones are shared: what is left unsent does not stay for ever. */
const LIFE_MS = 3 * 86_400_000;

export interface Draft {
  readonly pairs: readonly (readonly [name: string, value: string])[];
  /** Milliseconds since 1970. */
  readonly at: number;
  /** It left with the form; whether it arrived is not known yet. */
  readonly sent: boolean;
  /** Path of the page it was typed in. */
  readonly from: string;
}

export function readDraft(key: string): Draft | null {
  const text = localStorage.getItem(key);
  if (text === null) return null;
  const draft = JSON.parse(text) as Draft;
  return Date.now() - draft.at < LIFE_MS ? draft : null;
}

/**
 * Called on every page. A sent draft is done with when the page that follows its form is in good order; when the
 * connection broke, no page followed, and the draft waits for the form to be opened again.
 */
export function forgetSentDrafts(inGoodOrder: boolean): void {
  const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  const before = document.referrer ? new URL(document.referrer).pathname : null;
  const follows = (draft: Draft): boolean => entry?.type === 'navigate' && draft.from === before;
  for (const key of Object.keys(localStorage).filter((each) => each.startsWith(DRAFT_PREFIX))) {
    const draft = readDraft(key);
    if (!draft || (draft.sent && inGoodOrder && follows(draft))) localStorage.removeItem(key);
  }
}
