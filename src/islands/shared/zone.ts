/** Clocks of a zone, in the browser: which instant a wall time is, and telling the server whose clocks this reader looks at. */

const DAY = 86_400_000;
const YEAR_SECONDS = 365 * 86_400;

const formats = new Map<string, Intl.DateTimeFormat>();
function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const fields = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit' } as const;
  const made = new Intl.DateTimeFormat('en-GB', { ...fields, timeZone, hourCycle: 'h23' });
  formats.set(timeZone, made);
  return made;
}

/** `2026-10-26T08:30:00` */
export function wallOf(at: Date, zone: string): string {
  const parts = Object.fromEntries(
    formatOf(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  return `${parts['year']}-${parts['month']}-${parts['day']}T${parts['hour']}:${parts['minute']}:${parts['second']}`;
}

const offsetAt = (time: number, zone: string): number => Date.parse(`${wallOf(new Date(time), zone)}Z`) - Math.floor(time / 1000) * 1000;

/** The instant when clocks there show this: the first of two when they are put back, the end of the gap when they skip it. */
export function instantOf(wall: string, zone: string): Date {
  const time = Date.parse(`${wall}Z`);
  const guesses = [time - DAY, time + DAY].map((near) => time - offsetAt(near, zone)).sort((a, b) => a - b);
  const exact = guesses.find((guess) => guess + offsetAt(guess, zone) === time);
  if (exact !== undefined) return new Date(exact);
  let [low, high] = [Math.floor((guesses[0] ?? time) / 1000), Math.ceil((guesses[1] ?? time) / 1000)];
  const before = offsetAt(low * 1000, zone);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(middle * 1000, zone) === before) low = middle;
    else high = middle;
  }
  return new Date(high * 1000);
}

export const addDays = (day: string, count: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + count * DAY).toISOString().slice(0, 10);

const TOLD = 'atelier-zone-told';

/** Once: the page comes again with the reader's own hours. A zone that was chosen by hand stays. */
export function tellZone({ zone, isZoneKnown }: { readonly zone: string; readonly isZoneKnown: boolean }): void {
  if (isZoneKnown) return;
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  // biome-ignore lint/suspicious/noDocumentCookie: the cookie store is not everywhere yet
  document.cookie = `tz=${encodeURIComponent(own)}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`;
  // A browser that keeps no cookie must not go round in circles.
  if (own === zone || sessionStorage.getItem(TOLD) === own) return;
  sessionStorage.setItem(TOLD, own);
  location.reload();
}
