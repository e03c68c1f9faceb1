/** Ten days of a shoot as the phones at its door saw them: early and late arrivals, absences, one departure that nobody scanned. */
import { createHash } from 'node:crypto';
import type { Tx } from '#kernel/db/db.ts';
import type { Viewer } from '#kernel/http/access.ts';
import { createPresence, type PresenceTools, type SyncBody } from '../../presence/presence.ts';
import type { Assignment } from '../../projects/projects.ts';
import { randomFrom } from '../portraits/palette.ts';

type DeviceScan = SyncBody['scans'][number];
type PresenceDemoTools = Omit<PresenceTools, 'db'>;

const [MINUTE, HOUR, DAY] = [60_000, 3_600_000, 86_400_000];
const DEVICE = 'demonstration-phone';

/** The days before today, oldest first. Each day is sent when it is over, as a phone without a network would. */
export async function rehearseDays(
  tools: PresenceDemoTools,
  tx: Tx,
  team: readonly Assignment[],
  { days, recorder }: { readonly days: number; readonly recorder: number },
): Promise<void> {
  const [first] = team;
  if (!first) return;
  const today = Math.floor(tools.clock.now().getTime() / DAY) * DAY;
  for (let ago = days; ago >= 1; ago--) {
    const start = today - ago * DAY;
    const sentAt = new Date(start + 21 * HOUR);
    const presence = createPresence({ ...tools, db: tx, clock: { now: () => sentAt } });
    const scans = team.flatMap((member) => scansOf(member, start, ago)).sort((a, b) => a.time.localeCompare(b.time));
    await presence.sync({ viewer: { accountId: recorder } as Viewer }, first.projectId, {
      device: DEVICE,
      sentAt: sentAt.toISOString(),
      scans,
    });
  }
}

function scansOf({ badge, ordinal, projectCode }: Assignment, start: number, ago: number): readonly DeviceScan[] {
  const chance = randomFrom(`${projectCode} ${ago}`);
  // Leads come every day, extras four days in five.
  if (!badge || (ordinal > 2 && chance() < 0.2)) return [];
  const arrival = start + 6 * HOUR + Math.floor(chance() * 95) * MINUTE + ordinal * 7000;
  const departure = start + 16.5 * HOUR + Math.floor(chance() * 130) * MINUTE + ordinal * 5000;
  const forgets = ago === 2 && ordinal === 9;
  const scan = (action: DeviceScan['action'], time: number): DeviceScan => ({
    ...{ id: uuidOf(`${projectCode} ${ago} ${action}`), action, time: new Date(time).toISOString(), source: 'camera' },
    ...{ payload: null, ref: badge.seed, code: null, verdict: 'ok' },
  });
  return forgets ? [scan('check_in', arrival)] : [scan('check_in', arrival), scan('check_out', departure)];
}

/** The same rehearsal has the same numbers: seeded twice, it would be stored once. */
function uuidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
