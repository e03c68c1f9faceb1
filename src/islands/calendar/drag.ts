/** Dragging by mouse, pen or finger. A finger rests a moment first, so that it can still scroll. */

interface Drops {
  drop(thing: HTMLElement, cell: HTMLElement): void;
}

const THINGS = '[data-movable], [data-picture]';
const FAR_ENOUGH = 6;
const REST_MS = 320;
const EDGE = 40;
const SCROLL_STEP = 5;
const SCROLL_EVERY_MS = 16;

interface Hold {
  readonly thing: HTMLElement;
  readonly pointer: number;
  readonly x: number;
  readonly y: number;
  /** Where the pointer is now. */
  now: readonly [x: number, y: number];
  /** What follows the pointer; null until it is clear that something is dragged. */
  ghost: HTMLElement | null;
  cell: HTMLElement | null;
  timer: number;
}

export function watchDrags(root: HTMLElement, drops: Drops): void {
  const hand = createHand(root, drops);
  root.addEventListener('pointerdown', (event) => hand.take(event));
  document.addEventListener('pointermove', (event) => hand.move(event));
  document.addEventListener('pointerup', ({ pointerId }) => hand.has(pointerId) && hand.open(true));
  document.addEventListener('pointercancel', ({ pointerId }) => hand.has(pointerId) && hand.open(false));
  document.addEventListener('keydown', ({ key }) => key === 'Escape' && hand.open(false));
  // Scrolling and the menu of a long press would take the finger away.
  root.addEventListener('touchmove', (event) => hand.isDragging() && event.preventDefault(), { passive: false });
  root.addEventListener('contextmenu', (event) => hand.isResting() && event.preventDefault());
}

function createHand(root: HTMLElement, drops: Drops) {
  let hold: Hold | null = null;
  let scrolling = 0;
  const begin = (): void => {
    if (!hold || hold.ghost) return;
    hold.ghost = ghostOf(hold);
    hold.thing.classList.add('drag-origin');
    root.classList.add('board-dragging');
    follow(hold);
    // Who rests at an edge wants to go on.
    scrolling = window.setInterval(() => hold && scrollNearEdges(hold) && follow(hold), SCROLL_EVERY_MS);
  };
  const open = (drop: boolean): void => {
    if (!hold) return;
    const { thing, ghost, cell, timer } = hold;
    clearTimeout(timer);
    clearInterval(scrolling);
    hold = null;
    ghost?.remove();
    cell?.classList.remove('drop-over');
    thing.classList.remove('drag-origin');
    root.classList.remove('board-dragging');
    if (!ghost) return;
    swallowClick();
    if (drop && cell) drops.drop(thing, cell);
  };
  return {
    open,
    has: (pointer: number): boolean => hold?.pointer === pointer,
    isDragging: (): boolean => Boolean(hold?.ghost),
    isResting: (): boolean => Boolean(hold?.timer),
    take(event: PointerEvent): void {
      const { target, button, pointerId, clientX, clientY, pointerType } = event;
      const thing = target instanceof Element ? target.closest<HTMLElement>(THINGS) : null;
      if (!thing || button !== 0 || hold || event.ctrlKey || event.metaKey || event.shiftKey) return;
      hold = { thing, pointer: pointerId, x: clientX, y: clientY, now: [clientX, clientY], ghost: null, cell: null, timer: 0 };
      if (pointerType === 'touch') hold.timer = window.setTimeout(begin, REST_MS);
    },
    move({ pointerId, clientX, clientY, pointerType }: PointerEvent): void {
      if (hold?.pointer !== pointerId) return;
      const isFar = Math.hypot(clientX - hold.x, clientY - hold.y) > FAR_ENOUGH;
      if (!hold.ghost && isFar) pointerType === 'touch' ? open(false) : begin();
      if (!hold?.ghost) return;
      hold.now = [clientX, clientY];
      follow(hold);
    },
  };
}

function ghostOf({ thing, x, y }: Hold): HTMLElement {
  const box = thing.getBoundingClientRect();
  const ghost = thing.cloneNode(true) as HTMLElement;
  for (const name of ['href', 'data-post', 'data-picture', 'data-movable']) ghost.removeAttribute(name);
  ghost.classList.add('drag-ghost');
  Object.assign(ghost.style, { width: `${box.width}px`, left: `${box.left - x}px`, top: `${box.top - y}px` });
  document.body.append(ghost);
  return ghost;
}

function follow(hold: Hold): void {
  if (!hold.ghost) return;
  const [x, y] = hold.now;
  hold.ghost.style.transform = `translate(${x}px, ${y}px)`;
  const cell = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-drop]') ?? null;
  if (cell === hold.cell) return;
  hold.cell?.classList.remove('drop-over');
  cell?.classList.add('drop-over');
  hold.cell = cell;
}

/** Whether it scrolled. On phones the bar of rooms lies over the lower edge. */
function scrollNearEdges({ now: [, y], cell }: Hold): boolean {
  const box = cell?.closest('.week-board') ?? null;
  const { top, bottom } = box?.getBoundingClientRect() ?? { top: 0, bottom: innerHeight };
  const lower = Math.min(innerHeight - (document.querySelector<HTMLElement>('.bottom-bar')?.offsetHeight ?? 0), bottom);
  const by = y < Math.max(0, top) + EDGE ? -SCROLL_STEP : y > lower - EDGE ? SCROLL_STEP : 0;
  if (by !== 0) (box ?? window).scrollBy(0, by);
  return by !== 0;
}

/** The end of a drag is no click on what lies below. */
function swallowClick(): void {
  const swallow = (event: Event): void => {
    event.preventDefault();
    event.stopPropagation();
  };
  document.addEventListener('click', swallow, { capture: true, once: true });
  setTimeout(() => document.removeEventListener('click', swallow, { capture: true }), 0);
}
