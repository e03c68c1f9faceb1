/**
 * The legal pages: terms, privacy, about us, cookies, legal notice. Each is open or closed; an administrator's text takes the place of the
 * one that the studio ships.
 *
 * Hides where texts are kept, in which languages, and how they are cleaned. Words: a page is *open* or *closed* (404); a text is *shipped*
 * or *own*; what was typed is Markdown or HTML, what is stored is clean HTML.
 */
import type { Audit } from '#kernel/audit.ts';
import type { Db } from '#kernel/db/db.ts';
import type { Door } from '#kernel/http/door.ts';
import type { Pages } from '#kernel/page/page.tsx';
import type { Settings } from '#kernel/settings.ts';
import { registerEditor } from './editor-routes.tsx';
import { registerPublicPages } from './public-pages.tsx';

export { LegalCard } from './legal-card.tsx';
export { openAddresses, readSiteFace } from './pages.ts';
export { sendLegalPage } from './public-pages.tsx';
export { type LegalState, readLegalState, SWITCHES, switchPages } from './switches.ts';

export interface LegalTools {
  readonly db: Db;
  readonly settings: Settings;
  readonly audit: Audit;
  readonly pages: Pages;
}

export function registerLegalPages(door: Door, tools: LegalTools): void {
  registerPublicPages(door, tools);
  registerEditor(door, tools);
}
