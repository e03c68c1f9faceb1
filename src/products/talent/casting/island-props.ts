/** What the script of these pages says, in the reader's language. */
import type { Speak } from '#kernel/page/context.tsx';
import { MARKS } from './marks.ts';
import { m } from './messages.ts';

/** Numbers whose plural the browser may need: Arabic has six forms. */
const COUNTED = 101;

export const islandProps = (t: Speak): Readonly<Record<string, unknown>> => ({
  marks: [t(m.markGone), ...MARKS.map(({ label }) => t(label))],
  selected: Array.from({ length: COUNTED }, (_, count) => t(m.selected, { count })),
  texts: {
    failed: t(m.markFailed),
    few: t(m.compareCount),
    // The browser fills these.
    unmarked: t(m.markOf, { name: '{name}' }),
    marked: t(m.markedAs, { name: '{name}', mark: '{mark}', label: '{label}' }),
  },
});
