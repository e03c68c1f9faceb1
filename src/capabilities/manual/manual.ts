/**
 * The manual of the studio: the references of its APIs (`/docs/<api>`), guides for developers (`/docs/guides/…`), help for people
 * (`/help/…`). It belongs to no product and knows none: it reads OpenAPI documents, Markdown files, and recorded examples.
 */
import type { Door } from '#kernel/http/door.ts';
import type { Pages } from '#kernel/page/page.tsx';
import { registerGuides } from './guides.tsx';
import { registerHelp } from './help.tsx';
import { type ReferenceApi, registerReference } from './reference/reference.tsx';

export { helpFor } from './help-places.ts';
export type { ReferenceApi } from './reference/reference.tsx';

export function registerManual(door: Door, pages: Pages, apis: readonly ReferenceApi[]): void {
  registerGuides(door, pages, apis);
  registerReference(door, pages, apis);
  registerHelp(door, pages);
}
