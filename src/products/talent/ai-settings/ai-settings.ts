/** Where an administrator gives keys of models, tries them, and sees what was asked and what it cost. */
import type { Generation } from '#capabilities/generation/generation.ts';
import type { Audit } from '#kernel/audit.ts';
import type { Db } from '#kernel/db/db.ts';
import type { Door } from '#kernel/http/door.ts';
import type { Pages } from '#kernel/page/page.tsx';
import type { Settings } from '#kernel/settings.ts';

export interface AiSettingsTools {
  readonly db: Db;
  readonly audit: Audit;
  readonly settings: Settings;
  readonly generation: Generation;
  readonly pages: Pages;
}

export function registerAiSettings(_door: Door, _tools: AiSettingsTools): void {
  // /admin/settings/ai
}
