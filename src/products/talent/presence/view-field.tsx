/** Where an act on a day comes back to. */
import type { ReactElement } from 'react';
import { usePage } from '#kernel/page/context.tsx';

/** The address of the lists, so that an act comes back to the list it was done from. */
export function ViewField(): ReactElement {
  const { query } = usePage();
  const kept = new URLSearchParams(query);
  kept.delete('undo');
  return <input type="hidden" name="view" value={kept.toString()} />;
}
