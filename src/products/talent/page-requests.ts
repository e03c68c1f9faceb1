/** How the pages of casting directors are registered. */
import { access } from '#kernel/http/access.ts';

export const castingPage = { config: { access: access.casting, kind: 'page' } } as const;
