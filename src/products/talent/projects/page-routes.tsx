/** Every page of projects. */
import type { Door } from '#kernel/http/door.ts';
import { registerActPages } from './act-routes.tsx';
import { registerAssignPages } from './assign-routes.tsx';
import { registerBookingPages } from './bookings-routes.tsx';
import { registerDaysPages } from './days-routes.tsx';
import { registerFormPages } from './form-routes.tsx';
import { registerListPage } from './list-routes.tsx';
import { registerProjectPage } from './project-routes.tsx';
import type { ProjectPageTools } from './tools.ts';

export function registerProjectPages(door: Door, tools: ProjectPageTools): void {
  registerListPage(door, tools);
  registerFormPages(door, tools);
  registerProjectPage(door, tools);
  registerAssignPages(door, tools);
  registerBookingPages(door, tools);
  registerActPages(door, tools);
  registerDaysPages(door, tools);
}
