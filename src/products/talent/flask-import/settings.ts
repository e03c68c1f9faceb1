/** `app_settings`, under both documented spellings of their keys. What is set here already is not changed. */
import { type TSchema, Type } from 'typebox';
import { defineSetting, type Settings } from '#kernel/settings.ts';
import type { OldRow } from './old-database.ts';
import { parsedOf, Refused, textOf } from './old-values.ts';
import { bringTable, type Desk, type Written } from './tables.ts';

const text = (key: string, aliases: readonly string[] = [], secret = false) =>
  defineSetting<TSchema>({ key, aliases, schema: Type.String({ minLength: 1, maxLength: 2000 }), fallback: null, secret });

/** Those that mean something here; the rooms that use them read them with the same keys. */
const SETTINGS = [
  text('sender_email', ['SENDGRID_FROM_EMAIL']),
  text('sendgrid_api_key', ['SENDGRID_API_KEY'], true),
  text('openrouter_api_key', ['OPENROUTER_API_KEY'], true),
  text('omdb_api_key', ['OMDB_API_KEY'], true),
  text('admin_notification_email'),
  text('email_footer'),
  defineSetting<TSchema>({ key: 'email_notifications_config', schema: Type.Object({}), fallback: null }),
];

const ELSEWHERE: Readonly<Record<string, string>> = {
  legal_pages: 'the legal pages are part of the program',
  legal_pages_enabled: 'the legal pages are part of the program',
};
const NO_PLACE = 'the site looks as the program and its configuration say (SITE_NAME, docs)';

export async function bringSettings(
  desk: Desk,
  settings: Settings,
  secrets: (row: OldRow, column: string) => string | null,
): Promise<void> {
  await bringTable(desk, {
    table: 'app_settings',
    read: (row) => ({ key: textOf(row['key']) ?? '', value: secrets(row, 'value') }),
    write: async (tx, { key, value }): Promise<Written> => {
      const setting = SETTINGS.find((one) => [one.key, ...one.aliases].includes(key));
      if (!setting || value === null) return { id: null, how: 'matched' };
      const said = parsedOf(value);
      const given = setting.read(said);
      if (given === undefined) throw new Refused(`${key}: not a value of this setting`);
      const present = await settings.get(setting, tx);
      if (present !== null && JSON.stringify(present) !== JSON.stringify(given)) throw new Refused(`${key}: another value is set here`);
      if (present === null) await settings.set(tx, setting, given, null);
      return { id: null };
    },
  });
  const known = new Set(SETTINGS.flatMap(({ key, aliases }) => [key, ...aliases]));
  for await (const batch of desk.old.rows('app_settings'))
    for (const { row } of batch) {
      const key = textOf(row['key']) ?? '';
      if (!known.has(key)) desk.report.notImported.push({ what: `app_settings ${key}`, why: ELSEWHERE[key] ?? NO_PLACE });
    }
}
