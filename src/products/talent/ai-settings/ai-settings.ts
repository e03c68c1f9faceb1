/**
 * Where an administrator gives keys of models, tries them, chooses who is asked in which order, and sees what it cost.
 *
 * Hides the forms, their audit, and the words for what providers say. A key goes in and never comes out again.
 */
import type { Generation } from '#capabilities/generation/generation.ts';
import type { Audit } from '#kernel/audit.ts';
import type { Db } from '#kernel/db/db.ts';
import type { Door } from '#kernel/http/door.ts';
import type { Pages } from '#kernel/page/page.tsx';
import type { Settings } from '#kernel/settings.ts';
import { registerImageRoutes } from './image-routes.tsx';
import { registerSettingRoutes } from './setting-routes.tsx';

export interface AiSettingsTools {
  readonly db: Db;
  readonly audit: Audit;
  readonly settings: Settings;
  readonly generation: Generation;
  readonly pages: Pages;
}

export function registerAiSettings(door: Door, tools: AiSettingsTools): void {
  registerSettingRoutes(door, tools);
  registerImageRoutes(door, tools);
}
