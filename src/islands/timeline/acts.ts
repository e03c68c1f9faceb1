/** What buttons and keys do with what is chosen and where the head is. */
import type { Board } from './board.ts';
import type { Desk } from './desk.ts';
import * as edits from './edits.ts';
import { clipAt, endOf, type Film, type Place, placesOf, secondsOf } from './model.ts';
import type { Player } from './player.ts';

export type ActTexts = Readonly<
  Record<'removed' | 'removedScene' | 'lastPicture' | 'noSplit' | 'undo' | 'undone' | 'redone' | 'moved' | 'noChoice', string>
>;
export type ActName = 'play' | 'start' | 'undo' | 'redo' | 'split' | 'remove' | 'closer' | 'wider' | 'fit' | 'trim-start' | 'trim-end';

export interface Acts {
  run(name: ActName): void;
  /** Of the head, in frames or seconds. */
  step(by: number): void;
  /** Of the chosen clip: pictures among their neighbours, sound by a tenth of a second. */
  nudge(by: 1 | -1): void;
  /** To the next edge of any clip. */
  jump(by: 1 | -1): void;
  toEnd(): void;
}

interface Tools {
  readonly desk: Desk;
  readonly board: Board;
  readonly player: Player;
  readonly texts: ActTexts;
  readonly say: (text: string, undo?: { readonly label: string; readonly act: () => void }) => void;
}

const CLOSER = 1.5;

export function createActs({ desk, board, player, texts, say }: Tools): Acts {
  const boundsOf = ({ clip }: Place): edits.Bounds => ({ fps: desk.frame.fps, asset: desk.assets.get(clip.assetId) });
  const zoom = (by: number): void => {
    const at = desk.scale().toPixels(desk.head()) - board.scroll.scrollLeft;
    desk.setZoom(desk.scale().zoom * by);
    board.scroll.scrollLeft = desk.scale().toPixels(desk.head()) - at;
  };
  const goTo = (time: number): void => {
    player.stop();
    desk.setHead(time);
  };
  const back = (): void => {
    if (desk.undo()) say(texts.undone);
  };
  /** What is chosen, else the picture under the head. */
  const meant = (): Place | null => {
    const chosen = desk.selected();
    if (chosen) return chosen;
    const film = desk.film();
    const under = clipAt(
      film.tracks.find(({ type }) => type === 'video'),
      desk.head(),
    );
    return placesOf(film).find(({ clip }) => clip === under) ?? null;
  };
  const split = (): void => {
    const place = meant();
    const next = place ? edits.split(desk.film(), place.clip.id, desk.head(), boundsOf(place)) : desk.film();
    if (!desk.apply(next)) say(texts.noSplit);
  };
  const remove = (): void => {
    const place = desk.selected();
    if (!place) {
      say(texts.noChoice);
      return;
    }
    if (edits.isLastPicture(desk.film(), place.clip.id)) {
      say(texts.lastPicture);
      return;
    }
    const next = neighbourOf(desk.film(), place);
    desk.apply(edits.remove(desk.film(), place.clip.id));
    desk.select(next);
    if (next) board.focus(next);
    say(place.type === 'video' ? texts.removedScene : texts.removed, { label: texts.undo, act: back });
  };
  const trim = (edge: 'start' | 'end'): void => {
    const place = meant();
    if (!place) {
      say(texts.noChoice);
      return;
    }
    const { id } = place.clip;
    const film = desk.film();
    if (edge === 'start') desk.apply(edits.trimStart(film, id, desk.head(), boundsOf(place)));
    else desk.apply(edits.trimEnd(film, id, desk.head(), boundsOf(place)));
    // A picture begins where it began: the head goes with what it marked.
    if (edge === 'start' && place.type === 'video') desk.setHead(place.clip.start);
  };
  const run: Readonly<Record<ActName, () => void>> = {
    play: () => player.toggle(),
    start: () => goTo(0),
    undo: back,
    redo: () => desk.redo() && say(texts.redone),
    split,
    remove,
    closer: () => zoom(CLOSER),
    wider: () => zoom(1 / CLOSER),
    fit: () => board.fit(),
    'trim-start': () => trim('start'),
    'trim-end': () => trim('end'),
  };
  return {
    run: (name) => run[name](),
    step: (by) => goTo(desk.head() + by),
    nudge(by) {
      const place = desk.selected();
      if (!place) {
        say(texts.noChoice);
        return;
      }
      const { clip, index, type } = place;
      const next =
        type === 'video' ? edits.reorder(desk.film(), clip.id, index + by) : edits.moveSound(desk.film(), clip.id, clip.start + by / 10);
      if (!desk.apply(next, `nudge ${clip.id}`)) return;
      const now = desk.selected();
      if (now) say(board.nameOf(now.clip));
      board.focus(clip.id);
    },
    jump(by) {
      player.stop();
      const edges = placesOf(desk.film()).flatMap(({ clip }) => [clip.start, endOf(clip)]);
      const beyond = edges.filter((edge) => (by > 0 ? edge > desk.head() + 1e-3 : edge < desk.head() - 1e-3));
      if (beyond.length > 0) desk.setHead(by > 0 ? Math.min(...beyond) : Math.max(...beyond));
    },
    toEnd: () => goTo(secondsOf(desk.film())),
  };
}

/** Where the focus goes when a clip is gone. */
const neighbourOf = ({ tracks }: Film, { track, index }: Place): string | null => {
  const clips = tracks[track]?.clips ?? [];
  return (clips[index + 1] ?? clips[index - 1])?.id ?? null;
};
