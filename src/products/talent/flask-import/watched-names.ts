/** `name_tracking`: names that were watched go on being watched for a year; those that only counted namesakes are counted again here. */
import { watchName } from '../names/names.ts';
import { Refused, textOf } from './old-values.ts';
import { bringTable, type Desk, type Written } from './tables.ts';

const A_YEAR = 365 * 86_400_000;

export async function bringWatchedNames(desk: Desk): Promise<void> {
  await bringTable(desk, {
    table: 'name_tracking',
    read: (row) => {
      const [firstName, lastName] = [textOf(row['first_name']), textOf(row['last_name'])];
      if (!firstName || !lastName) throw new Refused('first_name, last_name: a watched name has both');
      return { firstName, lastName, description: textOf(row['tracking_description']), email: textOf(row['notification_email']) };
    },
    write: async (tx, { firstName, lastName, description, email }): Promise<Written> => {
      if (!description && !email) return { id: null, how: 'matched' };
      const now = desk.now();
      const fields = { firstName: firstName.slice(0, 100), lastName: lastName.slice(0, 100), email };
      const words = { description: description ?? 'Surveillé dans l’ancienne application', expiresAt: new Date(now.getTime() + A_YEAR) };
      return { id: await watchName(tx, { ...fields, ...words }, 'fr', null, now) };
    },
  });
}
