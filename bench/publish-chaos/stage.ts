/** The platforms of the drill, in the drill's own process: what is live there is the truth. */

import { NOWHERE } from '#capabilities/publishing/nowhere.ts';
import type { PlatformFacts, PlatformName } from '#capabilities/publishing/publishing.ts';
import { type MetaMishap, startMetaSimulator } from '#simulators/meta.ts';
import { startXSimulator, type XMishap } from '#simulators/x.ts';
import { LATENESS_MS } from './haste.ts';

export interface Stage {
  /** Those that are posted to, in turn. */
  readonly platforms: readonly PlatformName[];
  readonly facts: PlatformFacts;
  /** The texts that are live, with repetition. */
  liveTexts(): readonly string[];
  /** A bad moment for whoever publishes next. */
  upset(): void;
  /** All is well from here on. */
  calm(): void;
  close(): Promise<void>;
}

const META_PHASES = ['media_publish', 'feed'] as const;

/** What a bad answer looks like, and whether what was asked for is done all the same. */
const META: readonly Omit<MetaMishap, 'phase'>[] = [
  { work: 'done', shows: 'error', status: 500, code: 2 },
  { work: 'done', shows: 'error', status: 500, code: 1 },
  { work: 'done', shows: 'garbage', status: 400 },
  { work: 'done', shows: 'garbage' },
  { work: 'done', shows: 'hang' },
  { work: 'done', shows: 'reset' },
  { work: 'done', shows: 'html', status: 502 },
  { work: 'late', lateMs: LATENESS_MS, shows: 'reset' },
  { work: 'late', lateMs: LATENESS_MS, shows: 'error', status: 500, code: 2 },
  { work: 'never', shows: 'reset' },
  { work: 'never', shows: 'hang' },
  { work: 'never', shows: 'error', status: 500, code: 2 },
];
const X: readonly Omit<XMishap, 'phase'>[] = [
  { is: 'status', status: 500, done: 'before' },
  { is: 'status', status: 503, done: 'before' },
  { is: 'hang', done: 'before' },
  { is: 'reset', done: 'before' },
  { is: 'garbage', done: 'before' },
  { is: 'html', done: 'before' },
  { is: 'reset', done: 'late', seconds: LATENESS_MS / 1000 },
  { is: 'status', status: 500, done: 'late', seconds: LATENESS_MS / 1000 },
  { is: 'reset', done: 'never' },
  { is: 'hang', done: 'never' },
  { is: 'status', status: 500, done: 'never' },
];

export async function openStage(): Promise<Stage> {
  const [meta, x] = [await startMetaSimulator(), await startXSimulator()];
  // The fence of Facebook against the same post twice is down: only ours counts.
  Object.assign(meta.rules, { dailyCap: 1_000_000, polls: 1, refusesTwins: false });
  Object.assign(x.limits, { tweet: 1_000_000, timeline: 1_000_000, lookup: 1_000_000, reply: 1_000_000 });
  let turn = 0;
  return {
    platforms: ['instagram', 'facebook', 'twitter'],
    facts: {
      ...NOWHERE,
      meta: { graphUrl: meta.graphUrl, dialogUrl: meta.dialogUrl, appId: meta.appId, appSecret: meta.appSecret },
      x: x.facts,
      simulated: ['instagram', 'facebook', 'twitter'],
    },
    liveTexts: () => [...meta.store.posts, ...x.store.posts].map(({ text }) => text),
    upset: () => {
      turn += 1;
      const [forMeta, forX] = [META[turn % META.length], X[turn % X.length]];
      if (forMeta) meta.misbehave({ ...forMeta, phase: META_PHASES[turn % META_PHASES.length] ?? 'feed' });
      if (forX) x.misbehave({ ...forX, phase: 'tweet' });
    },
    calm: () => meta.apply({ calm: true }),
    close: async () => {
      await Promise.all([meta.close(), x.close()]);
    },
  };
}
