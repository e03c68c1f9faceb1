/** Gathers the help that a post in the making gets: sets, ideas for its picture, and the next good moments. */
import { type Language, localeOf, say } from '#kernel/message.ts';
import { addDays, instantOf, localDateTime, localDay } from '#kernel/wall-time.ts';
import type { BestTimes, Captions, Tone } from '../captions/captions.ts';
import type { Typed } from './composer-form.ts';
import type { GoodTime, WritingHelp } from './help-view.tsx';

interface HelpAsked {
  readonly accountId: number;
  readonly typed: Typed;
  readonly pictureId: number | null;
  readonly zone: string;
  readonly now: Date;
  readonly language: Language;
  readonly suggested: readonly string[];
  readonly tone: Tone;
}

export async function helpFor(captions: Captions, asked: HelpAsked): Promise<WritingHelp> {
  const { accountId, typed, pictureId, language } = asked;
  const platform = typed.platforms[0] ?? null;
  const [sets, ideas, best] = await Promise.all([
    captions.sets(accountId),
    captions.hashtags(accountId, pictureId, platform),
    captions.bestTimes(accountId, platform),
  ]);
  return {
    captions: asked.suggested,
    sets: sets.map(({ name, hashtags }) => ({ name, hashtags })),
    hashtags: ideas.map(({ hashtag }) => hashtag),
    times: nextOf(best, asked),
    timesNote: say(best.basis.message, language, best.basis.params),
    tone: asked.tone,
  };
}

/** The hours are of the account's zone; they are shown and chosen on the clocks of the page. */
function nextOf({ times, timezone }: BestTimes, { zone, now, language }: HelpAsked): readonly GoodTime[] {
  const today = localDay(now, timezone);
  const words = new Intl.DateTimeFormat(localeOf(language), {
    ...{ weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
    timeZone: zone,
  });
  const isoDay = new Date(`${today}T00:00:00Z`).getUTCDay() || 7;
  const instants = times.map(({ weekday, hour }) => {
    const at = instantOf(`${addDays(today, (weekday - isoDay + 7) % 7)}T${String(hour).padStart(2, '0')}:00:00`, timezone);
    return at > now
      ? at
      : instantOf(`${addDays(today, ((weekday - isoDay + 7) % 7) + 7)}T${String(hour).padStart(2, '0')}:00:00`, timezone);
  });
  return instants
    .toSorted((a, b) => a.getTime() - b.getTime())
    .map((at) => {
      const [day = '', time = ''] = localDateTime(at, zone).split('T');
      return { day, time: time.slice(0, 5), label: words.format(at) };
    });
}
