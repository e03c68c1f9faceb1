/** « il y a 3 minutes »: how long ago something was, in words that are the same in every time zone. */
import { type Language, localeOf } from './message.ts';

const UNITS = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const;

export function relativeTime(then: Date, now: Date, language: Language): string {
  const seconds = Math.max(0, Math.round((now.getTime() - then.getTime()) / 1000));
  const [unit, size] = UNITS.find(([, length]) => seconds >= length) ?? ['second', 60];
  const format = new Intl.RelativeTimeFormat(localeOf(language), { numeric: 'auto' });
  return unit === 'second' ? format.format(0, 'second') : format.format(-Math.floor(seconds / size), unit);
}
