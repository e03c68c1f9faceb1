/** Which topic of the help belongs to which page of the studio: the "?" beside a title leads there. */
import type { TOPICS } from './library.ts';

const PLACES: readonly (readonly [path: RegExp, topic: (typeof TOPICS)[number]])[] = [
  [/^\/auth\/register/, 'sign-up'],
  [/^\/profile\/cv/, 'cv'],
  [/^\/profile\/(dashboard|edit)/, 'my-profile'],
  [/^\/account\/security/, 'privacy'],
  [/^\/notifications/, 'notifications'],
  [/^\/cinema\/register/, 'cinema-registration'],
  [/^\/(cinema\/)?ai-search/, 'ai-casting'],
  [/^\/(cinema\/)?talents(\/compare)?$|^\/casting\/shortlists/, 'search'],
  [/^\/cinema\/(projects|productions|talent\/\d+\/availability)/, 'projects'],
  [/^\/presence/, 'presence'],
  [/^\/studio/, 'image-studio'],
  [/^\/publications\/connections/, 'connections'],
  [/^\/publications/, 'calendar'],
  [/^\/films\/[^/]+\/timeline/, 'timeline'],
  [/^\/films/, 'films'],
];

/** The address of the help for a page; null where there is none. */
export function helpFor(path: string): string | null {
  const topic = PLACES.find(([pattern]) => pattern.test(path))?.[1];
  return topic ? `/help/${topic}` : null;
}
