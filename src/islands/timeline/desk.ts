/** What is on the desk: the film with its history, what is chosen, where the head is. Everybody who shows it listens. */
import { createHistory } from './history.ts';
import { type Asset, bounded, type Film, type Place, placeOf, placesOf, secondsOf } from './model.ts';
import { LEAST_ZOOM, MOST_ZOOM, type Scale, scaleOf } from './scale.ts';

export type Change = 'film' | 'selection' | 'head' | 'zoom' | 'faults' | 'saved' | 'assets' | 'playing';

/** What the server said is wrong, on the clip it belongs to; null is the film as a whole. */
export interface Fault {
  readonly clip: string | null;
  readonly message: string;
}

export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly fps: number;
  readonly background: string;
  readonly captions: {
    readonly look: 'box' | 'outline';
    readonly size: 'small' | 'medium' | 'large';
    readonly place: 'bottom' | 'middle' | 'top';
  } | null;
}

export interface Desk {
  readonly frame: Frame;
  readonly assets: Map<string, Asset>;
  film(): Film;
  /** Puts the film as it would be on the desk until it is put down; null takes it back. */
  tryOut(draft: Film | null): void;
  /** A change that can be undone; changes of one `key` in a row are undone together. */
  apply(film: Film, key?: string): boolean;
  undo(): boolean;
  redo(): boolean;
  readonly canUndo: () => boolean;
  readonly canRedo: () => boolean;
  isSaved(): boolean;
  markSaved(film: Film): void;
  selected(): Place | null;
  select(id: string | null): void;
  head(): number;
  setHead(time: number): void;
  scale(): Scale;
  setZoom(zoom: number): void;
  faults(): readonly Fault[];
  setFaults(faults: readonly Fault[]): void;
  isPlaying(): boolean;
  setPlaying(playing: boolean): void;
  addAsset(asset: Asset): void;
  listen(hear: (change: Change) => void): void;
}

export function createDesk(first: Film, frame: Frame, assets: Map<string, Asset>): Desk {
  const history = createHistory(first);
  const hearers: ((change: Change) => void)[] = [];
  const tell = (change: Change): void => hearers.forEach((hear) => void hear(change));
  const state = {
    draft: null as Film | null,
    chosen: null as string | null,
    head: 0,
    zoom: 40,
    faults: [] as readonly Fault[],
    playing: false,
  };
  const film = (): Film => state.draft ?? history.now();
  const keep = (): void => {
    if (state.chosen !== null && !placeOf(film(), state.chosen)) state.chosen = null;
    state.head = bounded(state.head, 0, secondsOf(film()));
    // What was wrong is judged anew when it is saved; faults of clips that are gone go.
    const ids = new Set(placesOf(film()).map(({ clip }) => clip.id));
    state.faults = state.faults.filter(({ clip }) => clip === null || ids.has(clip));
    tell('film');
  };
  const go = (gone: boolean): boolean => {
    if (gone) keep();
    return gone;
  };
  const set = <K extends 'zoom' | 'faults' | 'playing'>(key: K, value: (typeof state)[K]): void => {
    if (state[key] === value) return;
    state[key] = value;
    tell(key);
  };
  return {
    ...{ frame, assets, film },
    tryOut(draft) {
      if (state.draft === draft) return;
      state.draft = draft;
      tell('film');
    },
    apply(next, key) {
      state.draft = null;
      const isNew = next !== history.now();
      history.push(next, key);
      keep();
      return isNew;
    },
    undo: () => go(history.undo()),
    redo: () => go(history.redo()),
    canUndo: history.canUndo,
    canRedo: history.canRedo,
    isSaved: history.isSaved,
    markSaved(saved) {
      history.markSaved(saved);
      tell('saved');
    },
    selected: () => (state.chosen === null ? null : placeOf(film(), state.chosen)),
    select(id) {
      if (state.chosen === id) return;
      state.chosen = id;
      tell('selection');
    },
    head: () => state.head,
    setHead(time) {
      state.head = bounded(time, 0, secondsOf(film()));
      tell('head');
    },
    scale: () => scaleOf(state.zoom),
    setZoom: (zoom) => set('zoom', bounded(zoom, LEAST_ZOOM, MOST_ZOOM)),
    faults: () => state.faults,
    setFaults: (faults) => set('faults', faults),
    isPlaying: () => state.playing,
    setPlaying: (playing) => set('playing', playing),
    addAsset(asset) {
      assets.set(asset.id, asset);
      tell('assets');
    },
    listen: (hear) => void hearers.push(hear),
  };
}
