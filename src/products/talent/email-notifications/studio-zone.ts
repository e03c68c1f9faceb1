/**
 * Where the clock of the studio hangs: schedules are planned and administrators read times in it. Reckoned here and not in SQL: the
 * scheduler follows the rules of this process, and the database may know older ones (Morocco changes them now and then).
 */
export const STUDIO_ZONE = 'Africa/Casablanca';

const CLOCK = new Intl.DateTimeFormat('en', {
  ...{ timeZone: STUDIO_ZONE, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric' },
  ...{ hour: 'numeric', minute: 'numeric', second: 'numeric' },
});

/** What the clock shows at a moment, written as if it hung in Greenwich: to be reckoned with by days and hours. */
export function shownAt(moment: Date): Date {
  const parts = new Map(CLOCK.formatToParts(moment).map(({ type, value }) => [type, Number(value)]));
  const of = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
  return new Date(Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second')));
}

/** The moment when the clock shows that. Of an hour that comes twice or never, one near it. */
export function momentOf(shown: Date): Date {
  const wanted = shown.getTime();
  const first = wanted - (shownAt(shown).getTime() - wanted);
  return new Date(first - (shownAt(new Date(first)).getTime() - wanted));
}
