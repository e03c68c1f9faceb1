/**
 * Settings of the site for administrators: an overview of all there are, the site's own face (footer, networks, pictures, legal pages), and
 * who changed what.
 *
 * Hides the forms and where uploaded pictures are kept. Settings are declared where they are used (decision 0023); rooms that have a page of
 * their own (letters, artificial intelligence, logs) are shown here in one line and linked.
 */
import type { Config } from '#config';
import type { Audit } from '#kernel/audit.ts';
import type { Clock } from '#kernel/clock.ts';
import type { Db } from '#kernel/db/db.ts';
import type { Door } from '#kernel/http/door.ts';
import type { MailDesk } from '#kernel/mail/mail.ts';
import type { Pages } from '#kernel/page/page.tsx';
import type { Settings } from '#kernel/settings.ts';
import type { Files } from '#kernel/storage/files.ts';
import { registerCustomization } from './customization-routes.tsx';
import { registerHistory } from './history-routes.tsx';
import { registerOverview } from './overview-routes.tsx';
import { registerPictureFiles } from './pictures.ts';
import { noteVersion } from './version-setting.ts';

export interface SiteSettingTools {
  readonly config: Pick<Config, 'siteName' | 'omdb' | 'mail' | 'generation'>;
  readonly version: string;
  readonly db: Db;
  readonly clock: Clock;
  readonly audit: Audit;
  readonly settings: Settings;
  readonly files: Files;
  readonly mail: Pick<MailDesk, 'way'>;
  readonly pages: Pages;
}

export interface SiteSettings {
  /** Keeps the version of the program as a setting, so that its history tells when it was updated. */
  noteVersion(): Promise<void>;
}

export function registerSiteSettings(door: Door, tools: SiteSettingTools): SiteSettings {
  registerOverview(door, tools);
  registerCustomization(door, tools);
  registerPictureFiles(door, tools);
  registerHistory(door, tools);
  return { noteVersion: () => noteVersion(tools) };
}
