/** Every state of the film since it was opened, to go back to and to come back from. */

export interface History<T> {
  readonly now: () => T;
  /** A state reached by an act; acts of the same `key` without a pause between them are one step back. */
  push(state: T, key?: string): void;
  undo(): boolean;
  redo(): boolean;
  canUndo(): boolean;
  canRedo(): boolean;
  /** The state now is what the server has. */
  markSaved(state: T): void;
  isSaved(): boolean;
}

const PAUSE_MS = 1200;

export function createHistory<T>(first: T, clock: () => number = () => performance.now()): History<T> {
  let states: readonly T[] = [first];
  let index = 0;
  let saved: T | null = first;
  let last: { readonly key: string; readonly at: number } | null = null;
  const now = (): T => states[index] ?? first;
  const go = (to: number): boolean => {
    if (to < 0 || to >= states.length) return false;
    index = to;
    last = null;
    return true;
  };
  return {
    now,
    push(state, key) {
      if (state === now()) return;
      const at = clock();
      const goesOn = key !== undefined && last?.key === key && at - last.at < PAUSE_MS && index === states.length - 1 && now() !== saved;
      states = [...states.slice(0, goesOn ? index : index + 1), state];
      index = states.length - 1;
      last = key === undefined ? null : { key, at };
    },
    undo: () => go(index - 1),
    redo: () => go(index + 1),
    canUndo: () => index > 0,
    canRedo: () => index < states.length - 1,
    markSaved(state) {
      saved = state;
    },
    isSaved: () => now() === saved,
  };
}
