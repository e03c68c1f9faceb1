/** The version of the program among the stored settings (talent-technical.md, "9. AppSettings"). */
import { Type } from 'typebox';
import { inTransaction } from '#kernel/db/transaction.ts';
import { defineSetting } from '#kernel/settings.ts';
import type { SiteSettingTools } from './site-settings.ts';

export const APP_VERSION = defineSetting({
  key: 'app_version',
  aliases: ['APP_VERSION'],
  schema: Type.String({ maxLength: 40 }),
  fallback: '',
});

/** Several processes may start at once: the second finds it said. */
export const noteVersion = ({ db, settings, version }: Pick<SiteSettingTools, 'db' | 'settings' | 'version'>): Promise<void> =>
  inTransaction(db, (tx) => settings.alter(tx, APP_VERSION, () => version, null));
