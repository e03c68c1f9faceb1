/** Moving a post: shown at once, told to the server, taken back when it says no. */
import type { Props } from '../calendar.ts';
import { renewParts } from '../shared/fresh.ts';
import type { Toast } from '../shared/toast.ts';
import type { Board } from './board.ts';

export interface Moves {
  move(chip: HTMLElement, cell: HTMLElement): void;
}

/** Null when it was done, else why not. */
type Refusal = string | null;

export function createMoves(board: Board, { texts }: Props, toast: Toast): Moves {
  const attempt = (id: string, at: Date): Promise<Refusal> => send(id, at, texts).catch(() => texts.failed);

  const undo = async (id: string, at: Date): Promise<void> => {
    const refusal = await attempt(id, at);
    await refresh(board, id);
    // The button that was pressed is gone with its note: on with the post.
    if (document.activeElement === document.body) board.chip(id)?.focus({ preventScroll: true });
    toast.say(refusal ?? texts.undone);
  };

  const run = async (chip: HTMLElement, cell: HTMLElement): Promise<void> => {
    const { post: id = '', at: before = '', time = '' } = chip.dataset;
    const { wall, at } = board.targetOf(cell, chip);
    if (at.toISOString() === before) return toast.whisper(texts.left);
    const back = showAt(chip, cell, wall.slice(11, 16));
    const refusal = await attempt(id, at);
    if (refusal !== null) {
      back(time);
      return toast.say(refusal);
    }
    await refresh(board, id);
    const act = (): void => {
      undo(id, new Date(before)).catch(() => toast.say(texts.failed));
    };
    toast.say(board.sayPlace(texts.moved, wall), { label: texts.undo, act });
  };
  return {
    move: (chip, cell) => {
      run(chip, cell).catch(() => toast.say(texts.failed));
    },
  };
}

async function send(id: string, at: Date, texts: Props['texts']): Promise<Refusal> {
  const answer = await fetch(`/api/scheduler/posts/${id}/`, {
    method: 'PATCH',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ scheduled_time: at.toISOString() }),
  });
  if (answer.ok) return null;
  if (answer.status === 409) return texts.fixed;
  if (answer.status === 400 && at.getTime() < Date.now()) return texts.past;
  const body = (await answer.json().catch(() => null)) as { error?: string; details?: Record<string, string[]> } | null;
  return Object.values(body?.details ?? {})[0]?.[0] ?? body?.error ?? texts.failed;
}

/** Puts the chip where it was dropped; the answer puts it back. */
function showAt(chip: HTMLElement, cell: HTMLElement, time: string): (time: string) => void {
  const [parent, next] = [chip.parentElement, chip.nextSibling];
  const isFocused = chip === document.activeElement;
  const write = (text: string): void => chip.querySelector('.post-chip-time')?.replaceChildren(text);
  (cell.querySelector('.day-posts') ?? cell).append(chip);
  chip.classList.add('post-moving');
  write(time);
  if (isFocused) chip.focus();
  return (old) => {
    parent?.insertBefore(chip, next);
    chip.classList.remove('post-moving');
    write(old);
    if (isFocused) chip.focus();
  };
}

/** The board as the server sees it now; whoever held the focus keeps it. */
async function refresh(board: Board, id: string): Promise<void> {
  const answer = await fetch(location.href, { headers: { accept: 'text/html' } });
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const wasFocused = board.chip(id) === document.activeElement;
  const scroll = board.root.querySelector('.week-board')?.scrollTop;
  if (wasFocused) board.chip(id)?.blur();
  renewParts(page);
  const week = board.root.querySelector('.week-board');
  if (week && scroll !== undefined) week.scrollTop = scroll;
  if (wasFocused) board.chip(id)?.focus({ preventScroll: true });
}
