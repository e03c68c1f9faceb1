/** The same by keyboard: Space takes a chip, arrows lead it, Enter drops it, Escape leaves it. Each step is said. */
import type { Props } from '../calendar.ts';
import type { Toast } from '../shared/toast.ts';
import type { Board } from './board.ts';
import type { Moves } from './moves.ts';

interface Tools {
  readonly board: Board;
  readonly moves: Moves;
  readonly toast: Toast;
  readonly texts: Props['texts'];
}

interface Taken {
  readonly chip: HTMLElement;
  cell: HTMLElement;
}

export function watchKeys(root: HTMLElement, tools: Tools): void {
  const grip = createGrip(tools);
  root.addEventListener('keydown', (event) => {
    const chip = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-post]') : null;
    if (!chip || event.ctrlKey || event.metaKey || event.altKey) return;
    if (grip.press(event.key, chip)) event.preventDefault();
  });
  root.addEventListener('focusout', ({ target }) => grip.holds(target) && grip.leave());
}

function createGrip({ board, moves, toast, texts }: Tools) {
  let taken: Taken | null = null;
  const mark = (cell: HTMLElement): void => {
    taken?.cell.classList.remove('drop-over');
    if (taken) taken.cell = cell;
    cell.classList.add('drop-over');
    cell.scrollIntoView({ block: 'nearest' });
  };
  const take = (chip: HTMLElement): void => {
    const cell = board.cellOf(chip);
    if (!cell || chip.dataset['movable'] === undefined) {
      toast.say(texts.fixed);
      return;
    }
    taken = { chip, cell };
    chip.classList.add('post-taken');
    mark(cell);
    toast.whisper(board.sayPlace(texts.taken, board.targetOf(cell, chip).wall));
  };
  const release = (): Taken | null => {
    const was = taken;
    was?.chip.classList.remove('post-taken');
    was?.cell.classList.remove('drop-over');
    taken = null;
    return was;
  };
  const leave = (): void => {
    if (release()) toast.whisper(texts.left);
  };
  const lead = ({ chip, cell }: Taken, [days, hours]: readonly [number, number]): void => {
    const next = board.beside(cell, days, hours);
    if (!next) return;
    mark(next);
    toast.whisper(board.sayPlace('{place}', board.targetOf(next, chip).wall));
  };
  return {
    leave,
    holds: (node: EventTarget | null): boolean => taken !== null && node === taken.chip,
    /** Whether the key meant something here. */
    press(key: string, chip: HTMLElement): boolean {
      if (!taken) return key === ' ' && done(() => take(chip));
      const was = taken;
      const step = stepOf(key, board.isMonth());
      if (step) return done(() => lead(was, step));
      if (key === 'Escape') return done(leave);
      if (key !== 'Enter' && key !== ' ') return false;
      release();
      return done(() => moves.move(was.chip, was.cell));
    },
  };
}

const done = (act: () => void): true => {
  act();
  return true;
};

/** Days and hours that an arrow leads to: weeks lie below each other in a month, hours in a week. */
function stepOf(key: string, isMonth: boolean): readonly [days: number, hours: number] | null {
  const forward = document.dir === 'rtl' ? -1 : 1;
  if (key === 'ArrowRight') return [forward, 0];
  if (key === 'ArrowLeft') return [-forward, 0];
  if (key === 'ArrowDown') return isMonth ? [7, 0] : [0, 1];
  if (key === 'ArrowUp') return isMonth ? [-7, 0] : [0, -1];
  return null;
}
