/** Pages of pictures: `/studio` (order, watch), `/studio/review`, `/studio/gallery`, `/studio/images/:id`, `/studio/statistics`. */
import type { Door } from '#kernel/http/door.ts';
import { registerGalleryPages } from './gallery-routes.tsx';
import { registerOrderPages } from './order-routes.tsx';
import { registerPicturePages } from './picture-routes.tsx';
import { registerReviewPages } from './review-routes.tsx';
import { registerStatisticsPage } from './statistics.tsx';
import type { StudioTools } from './tools.ts';

export function registerStudioPages(site: Door, tools: StudioTools): void {
  registerOrderPages(site, tools);
  registerReviewPages(site, tools);
  registerGalleryPages(site, tools);
  registerPicturePages(site, tools);
  registerStatisticsPage(site, tools);
}
