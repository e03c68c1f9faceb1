/** The cells of the calendar and the moments they stand for. */
import type { Props } from '../calendar.ts';
import { fill } from '../shared/place.ts';
import { addDays, instantOf } from '../shared/zone.ts';

interface Target {
  /** `2026-11-24T10:00:00` on the clocks that are shown. */
  readonly wall: string;
  readonly at: Date;
}

export interface Board {
  readonly root: HTMLElement;
  /** Where a chip would be, dropped here: a day keeps the time, an hour keeps the minutes. */
  targetOf(cell: HTMLElement, chip: HTMLElement | null): Target;
  cellOf(chip: HTMLElement): HTMLElement | null;
  /** The cell beside one, in days and hours; null beyond the page. */
  beside(cell: HTMLElement, days: number, hours: number): HTMLElement | null;
  /** Weeks lie below each other, hours too. */
  readonly isMonth: () => boolean;
  chip(id: string): HTMLElement | null;
  /** « mardi 24 novembre à 10:00 », put into a text at `{place}`. */
  sayPlace(text: string, wall: string): string;
  showWorkingHours(): void;
}

const WORK_BEGINS = 7;

export function createBoard(root: HTMLElement, { zone, locale }: Props): Board {
  const words = new Intl.DateTimeFormat(locale, {
    ...{ weekday: 'long', day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
    timeZone: 'UTC',
  });
  const cellAt = (day: string, hour: string | null): HTMLElement | null =>
    root.querySelector(`[data-drop][data-day="${day}"]${hour === null ? '' : `[data-hour="${hour}"]`}`);
  return {
    root,
    targetOf(cell, chip) {
      const [hour, minutes] = (chip?.dataset['time'] ?? '10:00').split(':');
      const wall = `${cell.dataset['day']}T${(cell.dataset['hour'] ?? hour ?? '10').padStart(2, '0')}:${minutes}:00`;
      return { wall, at: instantOf(wall, zone) };
    },
    cellOf: (chip) => chip.closest('[data-drop]'),
    beside(cell, days, hours) {
      const { day = '', hour } = cell.dataset;
      if (hour === undefined) return cellAt(addDays(day, days), null);
      // Clocks that jump leave an hour out: the one behind it is beside.
      for (let next = Number(hour) + hours; next >= 0 && next < 24; next += Math.sign(hours) || 24) {
        const found = cellAt(addDays(day, days), String(next));
        if (found) return found;
      }
      return null;
    },
    isMonth: () => root.querySelector('.month-board') !== null,
    chip: (id) => root.querySelector(`[data-post="${CSS.escape(id)}"]`),
    sayPlace: (text, wall) => fill(text, { place: words.format(new Date(`${wall}Z`)) }),
    showWorkingHours() {
      const week = root.querySelector<HTMLElement>('.week-board');
      const hours = [...(week?.querySelectorAll<HTMLElement>('.week-hour:has(.post-chip)') ?? [])].map((cell) =>
        Number(cell.dataset['hour']),
      );
      const first = week?.querySelector<HTMLElement>(`[data-hour="${Math.min(WORK_BEGINS, ...hours)}"]`);
      if (week && first) week.scrollTop = first.offsetTop - (week.querySelector<HTMLElement>('.week-day-name')?.offsetHeight ?? 0);
    },
  };
}
