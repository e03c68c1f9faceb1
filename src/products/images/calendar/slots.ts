/** The next instants of recurring schedules, as ghosts of the calendar. */
import type { ComingSlot } from '../recurrence/recurrence.ts';
import { ROOT } from './requests.ts';

export type Ghost = ComingSlot & { readonly href: string };

export const ghostOf = (slot: ComingSlot): Ghost => ({ ...slot, href: `${ROOT}/schedules/${slot.scheduleId}` });
