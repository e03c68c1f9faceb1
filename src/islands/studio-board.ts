/**
 * The board of the image studio, live: what is being made is asked for by its number, and the tiles of what changed are taken
 * from a new copy of the page. Judging and ordering anew happen in place, so that a half-written prompt stays.
 */
import { eachPlace } from './shared/place.ts';
import { createToast, type Toast } from './shared/toast.ts';

interface Props {
  /** « 2 images sont prêtes. », the first for one. */
  readonly finished: readonly string[];
  readonly offline: string;
  /** The press did nothing: what to do. */
  readonly failed: string;
}

const PAUSE_MS = 1500;
const AT_ONCE = 4;
/** After silence, and while nobody looks. */
const LONG_PAUSE_MS = 8000;

const waiting = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('.shot[data-step]')];

/** `queued` or `painting` as the tile says it, else the status; `gone` when it was deleted elsewhere. */
async function stepOf(id: string): Promise<string> {
  const answer = await fetch(`/api/images/${id}/`, { headers: { accept: 'application/json' } });
  if (answer.status === 404) return 'gone';
  if (!answer.ok) throw new Error(`picture ${id}: ${answer.status}`);
  const { status, metadata } = (await answer.json()) as { status: string; metadata: { started_at?: string } };
  return status !== 'pending' ? status : metadata.started_at ? 'painting' : 'queued';
}

async function pageOf(url: string, init: RequestInit = {}): Promise<Document> {
  const answer = await fetch(url, { ...init, headers: { accept: 'text/html' } });
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  if (!answer.ok || !page.getElementById('board')) throw new Error(`the board answered ${answer.status}`);
  return page;
}

/** A picture more or less is another board; else only the tiles that changed, so that open menus stay. */
function show(page: Document): void {
  const keys = (root: Document): string => [...root.querySelectorAll('.shot')].map(({ id }) => id).join();
  if (keys(page) !== keys(document)) {
    swap(document.getElementById('board'), page.getElementById('board'));
    return;
  }
  swap(document.querySelector('.board-making'), page.querySelector('.board-making'));
  for (const old of document.querySelectorAll<HTMLElement>('.shot')) {
    const fresh = page.getElementById(old.id);
    if (fresh && (fresh.className !== old.className || fresh.dataset['step'] !== old.dataset['step'])) swap(old, fresh);
  }
}

/** Whoever stood on the old part stands on the picture of the new one. */
function swap(old: HTMLElement | null, fresh: HTMLElement | null): void {
  if (!old || !fresh) return;
  const hadFocus = old.contains(document.activeElement);
  old.replaceWith(fresh);
  fresh.dispatchEvent(new CustomEvent('atelier:updated', { bubbles: true }));
  if (hadFocus) fresh.querySelector<HTMLElement>('.shot-picture')?.focus({ preventScroll: true });
}

let say: Toast['say'] | null = null;
let timer = 0;

async function look({ finished }: Props): Promise<void> {
  // The oldest are made first, a few side by side: those behind them cannot have changed.
  const tiles = waiting()
    .sort((one, other) => Number(one.dataset['id']) - Number(other.dataset['id']))
    .slice(0, AT_ONCE);
  const steps = await Promise.all(tiles.map(({ dataset }) => stepOf(dataset['id'] ?? '')));
  if (tiles.every(({ dataset }, index) => dataset['step'] === steps[index])) return;
  show(await pageOf(location.pathname));
  const ready = steps.filter((step) => step === 'generated').length;
  if (ready > 0) say?.(finished[ready - 1] ?? '');
}

function watch(props: Props): void {
  clearTimeout(timer);
  if (waiting().length === 0) return;
  timer = window.setTimeout(
    () => {
      look(props).then(
        () => watch(props),
        () => {
          say?.(props.offline);
          timer = window.setTimeout(() => watch(props), LONG_PAUSE_MS);
        },
      );
    },
    document.hidden ? LONG_PAUSE_MS : PAUSE_MS,
  );
}

async function send(form: HTMLFormElement, submitter: HTMLButtonElement, props: Props): Promise<void> {
  const body = new URLSearchParams([...new FormData(form, submitter)].map(([key, value]) => [key, String(value)]));
  submitter.setAttribute('aria-busy', 'true');
  // Its buttons are called `action`, and hide the form's own.
  const action = submitter.getAttribute('formaction') ?? form.getAttribute('action') ?? '';
  const page = await pageOf(action, { method: 'POST', body });
  submitter.removeAttribute('aria-busy');
  show(page);
  say?.(page.querySelector('.flashes')?.textContent?.trim() ?? '');
  watch(props);
}

eachPlace<Props>('studio-board', ({ element, props }) => {
  say ??= createToast().say;
  element.addEventListener('submit', (event) => {
    const { target: form, submitter } = event;
    if (!(form instanceof HTMLFormElement) || !(submitter instanceof HTMLButtonElement) || !('quiet' in form.dataset)) return;
    event.preventDefault();
    send(form, submitter, props).catch(() => {
      submitter.removeAttribute('aria-busy');
      say?.(props.failed);
    });
  });
  watch(props);
});
