/** Where routes of the images API hang: on the door of their own, or as guests of the site's door, with the same manners. */
import type { Access } from '#kernel/http/access.ts';
import type { Door, RenderFailure, RouteManners } from '#kernel/http/door.ts';

export interface ImagesMount {
  readonly door: Door;
  manners(access: Access): RouteManners;
}

/** On the site door they speak their own errors and are left out of its document: /docs/images describes them. */
export const mountOn = (door: Door, renderFailure: RenderFailure, isGuest: boolean): ImagesMount => ({
  door,
  manners: (access) => ({ access, renderFailure, ...(isGuest ? { internal: true } : {}) }),
});
