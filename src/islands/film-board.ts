/**
 * The board of a film in the making, live: news come over the WebSocket, and the parts of the page that changed are taken from a new
 * copy of it. Without the socket the page is asked every few seconds; when the making is over, the film takes its place.
 */
import { isConnected, listen } from './shared/live.ts';
import { eachPlace } from './shared/place.ts';
import { createToast } from './shared/toast.ts';

interface Props {
  readonly channel: string;
  /** Where the finished film is. */
  readonly done: string;
  readonly offline: string;
  readonly finished: string;
}

/** News come in bursts; the page is asked at most this often. */
const PAUSE_MS = 700;
const POLL_MS = 3000;
/** With a socket, in case a word was lost. */
const CALM_MS = 15_000;

const boardIn = (root: Document): HTMLElement | null => root.getElementById('film-board');

eachPlace<Props>('film-board', ({ props }) => {
  if (boardIn(document)?.dataset['state'] !== 'running') return;
  const { say } = createToast();
  let timer = 0;
  let isLate = false;

  /** A look that is planned earlier already is not put off. */
  let due = Number.POSITIVE_INFINITY;
  function soon(pause: number): void {
    const at = performance.now() + pause;
    if (at >= due) return;
    due = at;
    clearTimeout(timer);
    timer = window.setTimeout(look, pause);
  }
  function look(): void {
    due = Number.POSITIVE_INFINITY;
    renew(props).then(
      (isOver) => {
        isLate = false;
        if (isOver) return location.replace(props.done);
        soon(isConnected() || document.hidden ? CALM_MS : POLL_MS);
      },
      () => {
        if (!isLate) say(props.offline);
        isLate = true;
        soon(CALM_MS / 2);
      },
    );
  }
  listen(props.channel, () => soon(PAUSE_MS));
  document.addEventListener('visibilitychange', () => document.hidden || soon(0));
  soon(POLL_MS);
});

/** True when nothing is under way any more. */
async function renew({ done }: Props): Promise<boolean> {
  const answer = await fetch(`${done}?view=board`, { headers: { accept: 'text/html' } });
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const [old, fresh] = [boardIn(document), boardIn(page)];
  if (!answer.ok || !old || !fresh) throw new Error(`the board answered ${answer.status}`);
  if (fresh.dataset['state'] !== 'running') return true;
  const names = (board: HTMLElement): string =>
    [...board.querySelectorAll<HTMLElement>('[data-part]')].map(({ dataset }) => dataset['part']).join();
  if (names(old) !== names(fresh)) {
    // The script was written meanwhile: there are scenes now.
    old.replaceWith(fresh);
    return false;
  }
  for (const part of document.querySelectorAll<HTMLElement>('[data-part]')) {
    const now = page.querySelector<HTMLElement>(`[data-part="${CSS.escape(part.dataset['part'] ?? '')}"]`);
    if (now && now.innerHTML !== part.innerHTML) swap(part, now);
  }
  return false;
}

/** Whoever stood on the old part stands on the new one; what a screen reader listens to stays the same element. */
function swap(part: HTMLElement, now: HTMLElement): void {
  const hadFocus = part.contains(document.activeElement);
  part.className = now.className;
  part.replaceChildren(...now.childNodes);
  if (hadFocus) part.querySelector<HTMLElement>('a, button')?.focus({ preventScroll: true });
}
