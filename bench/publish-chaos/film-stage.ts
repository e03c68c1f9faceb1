/** The platforms of films, for the drill: YouTube, LinkedIn and TikTok, and their bad days. */
import { NOWHERE } from '#capabilities/publishing/nowhere.ts';
import type { FilmMishap } from '#simulators/film-stage.ts';
import { startLinkedInSimulator } from '#simulators/linkedin.ts';
import { startTikTokSimulator } from '#simulators/tiktok.ts';
import { startYouTubeSimulator } from '#simulators/youtube.ts';
import { LATENESS_MS } from './haste.ts';
import type { Stage } from './stage.ts';

/** What happens to the one request that cannot be taken back: what is seen of it, and whether it is done all the same. */
const AT_THE_END: readonly Omit<FilmMishap, 'phase'>[] = [
  { is: 'status', status: 500, done: 'before' },
  { is: 'status', status: 503, done: 'before' },
  { is: 'hang', done: 'before' },
  { is: 'reset', done: 'before' },
  { is: 'garbage', done: 'before' },
  { is: 'html', done: 'before' },
  { is: 'reset', done: 'late', seconds: LATENESS_MS / 1000 },
  { is: 'status', status: 500, done: 'late', seconds: LATENESS_MS / 1000 },
  { is: 'reset' },
  { is: 'hang' },
  { is: 'status', status: 500 },
  { is: 'rate_limited', seconds: 1 },
];
/** On the way there, and when what became of it is read. */
const ON_THE_WAY: readonly Omit<FilmMishap, 'phase'>[] = [{ is: 'status', status: 503 }, { is: 'reset' }, { is: 'short' }, { is: 'html' }];
const WAYS = {
  youtube: ['session', 'part', 'session_status'],
  linkedin: ['upload_begin', 'part', 'upload_end', 'upload_status', 'find'],
  tiktok: ['creator', 'init', 'status'],
} as const;

export async function openFilmStage(): Promise<Stage> {
  const [youtube, linkedin, tiktok] = [await startYouTubeSimulator(), await startLinkedInSimulator(), await startTikTokSimulator()];
  // The fence of LinkedIn against the same words twice is down: only ours counts.
  Object.assign(linkedin.rules, { refusesTwins: false, polls: 0 });
  const all = [youtube, linkedin, tiktok];
  let turn = 0;
  return {
    platforms: ['youtube', 'linkedin', 'tiktok'],
    facts: {
      ...{ ...NOWHERE, google: youtube.facts, linkedin: linkedin.facts, tiktok: tiktok.facts },
      simulated: ['youtube', 'linkedin', 'tiktok'],
    },
    liveTexts: () => all.flatMap(({ store }) => store.posts.map(({ text }) => text)),
    upset: () => {
      turn += 1;
      const end = AT_THE_END[turn % AT_THE_END.length] ?? { is: 'reset' };
      youtube.misbehave({ ...end, phase: 'last_part' });
      linkedin.misbehave({ ...end, phase: 'post' });
      tiktok.misbehave({ ...end, phase: 'last_part' });
      if (turn % 3 > 0) return;
      const way = ON_THE_WAY[(turn / 3) % ON_THE_WAY.length] ?? { is: 'reset' };
      youtube.misbehave({ ...way, phase: WAYS.youtube[turn % WAYS.youtube.length] ?? 'part' });
      linkedin.misbehave({ ...way, phase: WAYS.linkedin[turn % WAYS.linkedin.length] ?? 'part' });
      tiktok.misbehave({ ...way, phase: WAYS.tiktok[turn % WAYS.tiktok.length] ?? 'status' });
      // Now and then YouTube forgets what is on its way.
      if (turn % 45 === 0) youtube.forgetSessions();
    },
    calm: () => {
      for (const platform of all) platform.calm();
    },
    close: async () => {
      await Promise.all(all.map((platform) => platform.close()));
    },
  };
}
