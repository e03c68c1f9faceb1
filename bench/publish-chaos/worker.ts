/**
 * One process of the drill: publishes until it is killed, or kills itself at the moment it was given. Its clock lies.
 *   node worker.ts '{"place":…,"dieAt":"armed","dieAfter":3,"jumpSeconds":-86400,"isBlind":false}'
 */

import type { Platform, PlatformCall } from '#capabilities/publishing/platform.ts';
import { createFacebook } from '#capabilities/publishing/platforms/facebook.ts';
import { createInstagram } from '#capabilities/publishing/platforms/instagram.ts';
import { createLinkedIn } from '#capabilities/publishing/platforms/linkedin.ts';
import { createTikTok } from '#capabilities/publishing/platforms/tiktok.ts';
import { createTwitter } from '#capabilities/publishing/platforms/twitter.ts';
import { createYouTube } from '#capabilities/publishing/platforms/youtube.ts';
import { DRILL_PATIENCE, SILENCE_MS } from './haste.ts';
import { openDrillHouse } from './house.ts';
import type { WorkerOrders } from './moments.ts';

const orders = JSON.parse(process.argv[2] ?? '{}') as WorkerOrders;
let passed = 0;
const at = (moment: string): void => {
  if (moment !== orders.dieAt) return;
  passed += 1;
  if (passed > orders.dieAfter) process.kill(process.pid, 'SIGKILL');
};

/** Tokens are looked after by the right time: what a rotation loses with a process that dies is another drill's. */
const Real = Date;
const rightClock = { now: () => new Real(Real.now()) };

/** Everything else in the process believes that it is another day. */
function jump(seconds: number): void {
  const now = (): number => Real.now() + seconds * 1000;
  globalThis.Date = new Proxy(Real, {
    construct: (target, given: unknown[]) => Reflect.construct(target, given.length === 0 ? [now()] : given) as Date,
    get: (target, name, self) => (name === 'now' ? now : (Reflect.get(target, name, self) as unknown)),
  });
}

const hasty = (call: PlatformCall, during: 'publish' | 'else'): PlatformCall => ({
  ...call,
  send: async (request) => {
    const answering = call.send({ ...request, timeoutMs: Math.min(request.timeoutMs ?? SILENCE_MS, SILENCE_MS) });
    if (during === 'publish') setTimeout(() => at('sent'), 2);
    return answering;
  },
});

const watched = (platform: Platform): Platform => ({
  ...platform,
  prepare: (call) => platform.prepare(hasty(call, 'else')),
  publish: async (call) => {
    const published = await platform.publish(hasty(call, 'publish'));
    at('answered');
    // What a scheduler does that takes a bad answer for a failure.
    return orders.isBlind && published.kind === 'unknown' ? { kind: 'not_sent', seconds: 0, why: published.why } : published;
  },
  find: (call, calledAt) => (orders.isBlind ? Promise.resolve({ kind: 'absent' }) : platform.find(hasty(call, 'else'), calledAt)),
});

jump(orders.jumpSeconds);
const { meta, x, google, linkedin, tiktok } = orders.place.facts;
const platforms = {
  instagram: watched(createInstagram(meta)),
  facebook: watched(createFacebook(meta)),
  twitter: watched(createTwitter(x)),
  youtube: watched(createYouTube(google)),
  linkedin: watched(createLinkedIn(linkedin)),
  tiktok: watched(createTikTok(tiktok)),
};
const patience = orders.isBlind ? { ...DRILL_PATIENCE, quietSeconds: 0, absentSeconds: 0, maxTries: 5 } : DRILL_PATIENCE;
const house = await openDrillHouse(orders.place, { platforms, patience, onState: async (state) => at(state) }, rightClock);
house.publishing.start();
process.send?.('ready');
process.once('SIGTERM', () => {
  void house.publishing.stop().then(() => house.database.close());
});
