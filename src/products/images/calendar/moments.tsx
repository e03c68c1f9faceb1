/** Moments as these pages write them: on the clocks of the zone that is shown, in the reader's language. */
import type { ReactElement } from 'react';
import { type Language, localeOf } from '#kernel/message.ts';
import { usePage, useT } from '#kernel/page/context.tsx';
import { Icon } from '#kernel/page/icons.tsx';
import { localTime } from '#kernel/wall-time.ts';
import { rooms as m } from './messages.ts';
import { ROOT } from './requests.ts';
import { offsetText } from './span.ts';

/** `mardi 24 novembre`: a day of the calendar, which no zone can move. */
export const dayText = (day: string, language: Language, style: Intl.DateTimeFormatOptions = FULL_DAY): string =>
  new Intl.DateTimeFormat(localeOf(language), { ...style, timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
const FULL_DAY: Intl.DateTimeFormatOptions = { weekday: 'long', day: 'numeric', month: 'long' };

/** With a capital, to stand alone: `Novembre 2026`. */
export function monthText(day: string, language: Language): string {
  const text = dayText(day, language, { month: 'long', year: 'numeric' });
  return text.charAt(0).toLocaleUpperCase(localeOf(language)) + text.slice(1);
}

/** `10:00` */
export const timeText = (at: Date, zone: string): string => localTime(at, zone).slice(0, 5);

export const momentText = (at: Date, zone: string, language: Language): string =>
  new Intl.DateTimeFormat(localeOf(language), {
    ...{ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
    timeZone: zone,
  }).format(at);

export function Moment({ at, zone, precise }: { at: Date; zone: string; precise?: boolean }): ReactElement {
  const { language } = usePage();
  const text = precise ? new Intl.DateTimeFormat(localeOf(language), { ...TO_THE_SECOND, timeZone: zone }).format(at) : null;
  return <time dateTime={at.toISOString()}>{text ?? momentText(at, zone, language)}</time>;
}
const TO_THE_SECOND = { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' } as const;

/** Whose clocks these are, and the way to other clocks. */
export function ZoneLink({ zone, at }: { zone: string; at: Date }): ReactElement {
  const t = useT();
  const { url } = usePage();
  return (
    <a className="zone-link" href={`${ROOT}/zone?${new URLSearchParams({ back: url })}`}>
      <Icon name="globe" />
      {zone === 'UTC' ? t(m.zoneUtc) : t(m.zoneShown, { zone: zone.replaceAll('_', ' '), offset: offsetText(at, zone) })}
    </a>
  );
}
