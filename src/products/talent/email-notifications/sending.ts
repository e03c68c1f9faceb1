/** The form about sending: who letters come from, what stands below them, where administrators get theirs. Checked whole, saved whole. */
import type { Db } from '#kernel/db/db.ts';
import { inTransaction } from '#kernel/db/transaction.ts';
import { type FieldError, failure } from '#kernel/failure.ts';
import { mailSettings } from '#kernel/mail/mail-settings.ts';
import type { Setting, Settings } from '#kernel/settings.ts';
import { type Answers, isTicked, textOf } from '../profile-form/profile-form.tsx';
import { type Read, readEmail, readText } from '../readers.ts';
import { ADMIN_NOTIFICATION_EMAIL } from './admin-mailbox.ts';

/** The fields of the form under the keys of their settings. */
const PLAIN = {
  sender_email: mailSettings.sender,
  sender_name: mailSettings.senderName,
  admin_notification_email: ADMIN_NOTIFICATION_EMAIL,
  email_footer: mailSettings.footer,
} as const;
type Field = keyof typeof PLAIN;
const NAMES = Object.keys(PLAIN) as readonly Field[];
const KEY = 'sendgrid_api_key';
export const FORGET_KEY = 'forget_sendgrid_api_key';
export const SENDING_FIELDS = [...NAMES, KEY, FORGET_KEY];

export interface SendingState {
  readonly values: Readonly<Record<Field, string>>;
  /** The last letters of the stored key; null without one. */
  readonly keyEnd: string | null;
}

export async function readSending(settings: Pick<Settings, 'get'>): Promise<SendingState> {
  const entries = await Promise.all(NAMES.map(async (name) => [name, await settings.get(PLAIN[name])] as const));
  const key = await settings.get(mailSettings.sendgridApiKey);
  return { values: Object.fromEntries(entries) as SendingState['values'], keyEnd: key ? key.slice(-4) : null };
}

type Change = readonly [setting: Setting<string>, value: string];

const optional = (raw: string, read: (raw: string) => Read<string | null>): Read<string | null> =>
  raw.trim() === '' ? { ok: true, value: '' } : read(raw);

/** What the form says, each field as it is to be stored; throws a failure that names every field at fault. */
function readForm(typed: Answers): readonly Change[] {
  const given = (name: string): string => textOf(typed, name);
  const read: Readonly<Record<Field, Read<string | null>>> = {
    sender_email: optional(given('sender_email'), readEmail),
    sender_name: readText(given('sender_name').replace(/\s+/g, ' '), 100),
    admin_notification_email: optional(given('admin_notification_email'), readEmail),
    email_footer: readText(given('email_footer'), 2000),
  };
  const key = readText(given(KEY), 500);
  const faults: Record<string, FieldError> = {};
  for (const [name, field] of [...Object.entries(read), [KEY, key] as const]) if (!field.ok) faults[name] = field.error;
  if (Object.keys(faults).length > 0) throw failure.invalid(faults);
  const plain = NAMES.map((name): Change => [PLAIN[name], (read[name].ok && read[name].value) || '']);
  const secret = (key.ok && key.value) || '';
  return secret ? [...plain, [mailSettings.sendgridApiKey, secret]] : plain;
}

/** Only what changed is written, so that the history of settings tells what somebody did. Answers the keys that changed. */
export async function saveSending(db: Db, settings: Settings, typed: Answers, by: number): Promise<readonly string[]> {
  const changes = readForm(typed);
  return inTransaction(db, async (tx) => {
    const changed: string[] = [];
    for (const [setting, value] of changes) {
      if (value === (await settings.get(setting, tx))) continue;
      if (value === '') await settings.forget(tx, setting, by);
      else await settings.set(tx, setting, value, by);
      changed.push(setting.key);
    }
    if (isTicked(typed, FORGET_KEY) && (await settings.get(mailSettings.sendgridApiKey, tx)) && !textOf(typed, KEY).trim()) {
      await settings.forget(tx, mailSettings.sendgridApiKey, by);
      changed.push(KEY);
    }
    return changed;
  });
}
