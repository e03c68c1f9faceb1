/** Which legal pages are open, and in which languages each has a text of its own. */
import type { Tx } from '#kernel/db/db.ts';
import { type FieldError, failure } from '#kernel/failure.ts';
import { LANGUAGES, type Language } from '#kernel/message.ts';
import type { Settings } from '#kernel/settings.ts';
import { type Answers, isTicked } from '../profile-form/profile-form.tsx';
import { applyChanges, change } from '../setting-changes.ts';
import { editor as m } from './editor-messages.ts';
import { isOpen, LEGAL_ENABLED, LEGAL_PAGES, LEGAL_TEXTS, type LegalPage, textFor, textIn } from './pages.ts';
import { isShipped } from './public-pages.tsx';

/** The boxes of the form are named as the keys of the setting. */
export const SWITCHES: readonly LegalPage[] = LEGAL_PAGES;

export interface LegalState {
  readonly page: LegalPage;
  readonly open: boolean;
  readonly own: readonly Language[];
  readonly shipped: boolean;
}

export async function readLegalState(settings: Pick<Settings, 'read'>): Promise<readonly LegalState[]> {
  const { opened, texts } = await settings.read({ opened: LEGAL_ENABLED, texts: LEGAL_TEXTS });
  return LEGAL_PAGES.map((page) => ({
    page,
    open: isOpen(opened, page),
    own: LANGUAGES.filter((language) => textIn(texts, page, language) !== null),
    shipped: isShipped(page),
  }));
}

/** Opens what is ticked and closes the others. Refuses to open a page that would say nothing. Answers the keys that changed. */
export async function switchPages(tx: Tx, settings: Settings, typed: Answers, by: number | null): Promise<readonly string[]> {
  const texts = await settings.get(LEGAL_TEXTS, tx);
  const opened = Object.fromEntries(LEGAL_PAGES.map((page) => [page, isTicked(typed, page)]));
  const faults: Record<string, FieldError> = {};
  for (const page of LEGAL_PAGES)
    if (opened[page] && !isShipped(page) && !textFor(texts, page, 'fr')) faults[page] = { message: m.nothingToSay, constraint: 'required' };
  if (Object.keys(faults).length > 0) throw failure.invalid(faults);
  return applyChanges(tx, settings, [change(LEGAL_ENABLED, opened)], by);
}
