/** The media of a project, live: while something is being made, its part of the page is taken from a newer copy every few seconds. */
import { eachPlace } from './shared/place.ts';

interface Props {
  readonly moving: boolean;
}

const PAUSE_MS = 4000;
const PLACE = 'project-media';

async function look(): Promise<void> {
  if (document.hidden) return wait();
  const answer = await fetch(location.href, { headers: { accept: 'text/html' } }).catch(() => null);
  const page = answer?.ok ? new DOMParser().parseFromString(await answer.text(), 'text/html') : null;
  const [old, fresh] = [document.getElementById(PLACE), page?.getElementById(PLACE)];
  if (!old) return;
  // Whoever stands on a link in it keeps standing there.
  if (fresh && !old.contains(document.activeElement)) old.replaceWith(fresh);
  if (!fresh || isMoving(page)) wait();
}

const isMoving = (page: Document | null): boolean =>
  (page?.querySelector<HTMLElement>('[data-island="promo-media"]')?.dataset['props'] ?? '').includes('true');

function wait(): void {
  setTimeout(() => void look(), PAUSE_MS);
}

eachPlace<Props>('promo-media', ({ props }) => {
  if (props.moving) wait();
});
