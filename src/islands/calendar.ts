/**
 * The calendar of posts by hand: a chip is dragged to another day or hour (mouse, finger, keyboard), a picture onto the day where a
 * post is to be written. A move shows at once, can be undone, and goes back when it is refused. Everything is a link without it.
 */
import { createBoard } from './calendar/board.ts';
import { watchDrags } from './calendar/drag.ts';
import { watchKeys } from './calendar/keys.ts';
import { createMoves } from './calendar/moves.ts';
import { eachPlace } from './shared/place.ts';
import { createToast } from './shared/toast.ts';
import { tellZone } from './shared/zone.ts';

export interface Props {
  /** IANA; the clocks that the page shows. */
  readonly zone: string;
  readonly isZoneKnown: boolean;
  readonly locale: string;
  /** Path of the page where posts are written. */
  readonly composer: string;
  readonly texts: Readonly<Record<'taken' | 'left' | 'moved' | 'undone' | 'undo' | 'fixed' | 'past' | 'failed', string>>;
}

eachPlace<Props>('calendar', ({ element, props }) => {
  tellZone(props);
  element.classList.add('board-live');
  const toast = createToast();
  const board = createBoard(element, props);
  const moves = createMoves(board, props, toast);
  watchDrags(element, {
    drop: (thing, cell) => {
      const picture = thing.dataset['picture'];
      if (picture === undefined) return moves.move(thing, cell);
      const at = board.targetOf(cell, null).wall.slice(0, 16);
      location.assign(
        `${props.composer}?${new URLSearchParams({ image: picture, at: cell.dataset['hour'] === undefined ? at.slice(0, 10) : at })}`,
      );
    },
  });
  watchKeys(element, { board, moves, toast, texts: props.texts });
  board.showWorkingHours();
});
