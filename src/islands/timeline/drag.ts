/** Clips by hand: the middle moves, the edges trim, the ruler leads the head. Escape puts everything back. */
import type { Board } from './board.ts';
import type { Desk } from './desk.ts';
import { moveSound, reorder, trimEnd, trimStart } from './edits.ts';
import type { Film, Place } from './model.ts';
import { placeOf } from './model.ts';
import { catches, orderAt, snapClip, snapEdge } from './snap.ts';

const FAR_ENOUGH = 4;
/** Pixels within which an edge catches. */
const REACH = 8;

interface Hold {
  readonly pointer: number;
  readonly x: number;
  /** The film, and the clip, as they were. */
  readonly film: Film;
  readonly place: Place;
  readonly edge: 'start' | 'end' | null;
  moves: boolean;
}

export function watchDrags(board: Board, desk: Desk): void {
  let hold: Hold | null = null;
  const release = (keep: boolean): void => {
    const was = hold;
    hold = null;
    if (!was?.moves) return;
    const reached = desk.film();
    board.showCatch(null);
    board.scroll.classList.remove('tl-dragging');
    desk.tryOut(null);
    if (keep) desk.apply(reached);
  };
  board.lanes.addEventListener('pointerdown', (event) => {
    const { target, button, pointerId, clientX, pointerType } = event;
    const box = target instanceof Element ? target.closest<HTMLElement>('[data-clip]') : null;
    if (button !== 0 || hold) return;
    if (!box) return desk.select(null);
    const place = placeOf(desk.film(), box.dataset['clip'] ?? '');
    // A finger scrolls, until it has chosen a clip.
    if (!place || (pointerType === 'touch' && desk.selected()?.clip.id !== place.clip.id)) return;
    const edge = (target instanceof HTMLElement ? target.dataset['edge'] : null) as Hold['edge'] | undefined;
    hold = { pointer: pointerId, x: clientX, film: desk.film(), place, edge: edge ?? null, moves: false };
    desk.select(place.clip.id);
  });
  document.addEventListener('pointermove', ({ pointerId, clientX, ctrlKey }) => {
    if (hold?.pointer !== pointerId) return;
    if (!hold.moves && Math.abs(clientX - hold.x) < FAR_ENOUGH) return;
    if (!hold.moves) board.scroll.classList.add('tl-dragging');
    hold.moves = true;
    desk.tryOut(draftOf(hold, clientX, ctrlKey, board, desk));
  });
  document.addEventListener('pointerup', ({ pointerId }) => hold?.pointer === pointerId && release(true));
  document.addEventListener('pointercancel', ({ pointerId }) => hold?.pointer === pointerId && release(false));
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !hold?.moves) return;
    event.preventDefault();
    release(false);
  });
  board.lanes.addEventListener('click', ({ target }) => {
    const box = target instanceof Element ? target.closest<HTMLElement>('[data-clip]') : null;
    if (box) desk.select(box.dataset['clip'] ?? null);
  });
  leadHead(board, desk);
}

/** The film as it would be if it were let go here. With Ctrl nothing catches. */
function draftOf({ film, place, edge, x }: Hold, clientX: number, isFree: boolean, board: Board, desk: Desk): Film {
  const { clip, type, track } = place;
  const scale = desk.scale();
  const by = scale.toSeconds(clientX - x);
  const reach = isFree ? 0 : scale.toSeconds(REACH);
  const points = catches(film, desk.head(), clip.id);
  const bounds = { fps: desk.frame.fps, asset: desk.assets.get(clip.assetId) };
  if (edge) {
    const from = edge === 'start' ? clip.start : clip.start + clip.seconds;
    const { time, at } = snapEdge(from + by, points, reach);
    board.showCatch(at);
    return edge === 'start' ? trimStart(film, clip.id, time, bounds) : trimEnd(film, clip.id, time, bounds);
  }
  if (type === 'video') return reorder(film, clip.id, orderAt(film.tracks[track]?.clips ?? [], clip.id, board.timeAt(clientX)));
  const { time, at } = snapClip(clip.start + by, clip.seconds, points, reach);
  board.showCatch(at);
  return moveSound(film, clip.id, time);
}

function leadHead(board: Board, desk: Desk): void {
  const { ruler } = board;
  let leads = false;
  const lead = (clientX: number): void => {
    if (desk.isPlaying()) desk.setPlaying(false);
    desk.setHead(board.timeAt(clientX));
  };
  ruler.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    leads = true;
    ruler.setPointerCapture(event.pointerId);
    lead(event.clientX);
  });
  ruler.addEventListener('pointermove', ({ clientX }) => leads && lead(clientX));
  for (const end of ['pointerup', 'pointercancel'] as const)
    ruler.addEventListener(end, () => {
      leads = false;
    });
}
