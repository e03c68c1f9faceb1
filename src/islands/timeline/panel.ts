/** What is chosen, in fields: the same changes as by hand, exactly. */
import type { Board } from './board.ts';
import type { Desk } from './desk.ts';
import * as edits from './edits.ts';
import { type Clip, type Film, type Place, TRANSITIONS, type TransitionName } from './model.ts';
import { MOVES, type MoveName, moveNameOf } from './views.ts';

type Control = HTMLInputElement | HTMLSelectElement;

export function watchPanel(form: HTMLFormElement, desk: Desk, board: Board): void {
  const controls = [...form.querySelectorAll<Control>('input[name], select[name]')];
  const show = (): void => {
    const place = desk.selected();
    form.querySelector<HTMLElement>('[data-none]')?.toggleAttribute('hidden', place !== null);
    form.querySelector<HTMLElement>('[data-fields]')?.toggleAttribute('hidden', place === null);
    if (!place) return;
    form.querySelector('[data-title]')?.replaceChildren(board.nameOf(place.clip));
    for (const part of form.querySelectorAll<HTMLElement>('[data-for]')) part.hidden = !isFor(part, place, desk);
    for (const control of controls) if (control !== document.activeElement || control.type === 'range') write(control, place.clip);
    showFaults(form, desk, place);
  };
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('change', ({ target }) => {
    if (!isControl(target) || target.type === 'range') return;
    take(target);
    show();
  });
  form.addEventListener('input', ({ target }) => {
    if (isControl(target) && target.type === 'range') take(target);
  });
  const take = (control: Control): void => {
    const place = desk.selected();
    if (!place) return;
    const next = changed(desk, place, control);
    if (next) desk.apply(next, `${control.name} ${place.clip.id}`);
    // What cannot be is not left standing in its field.
    const now = desk.selected();
    if (now) write(control, now.clip);
  };
  desk.listen((change) => {
    if (['film', 'selection', 'faults'].includes(change)) show();
  });
  show();
}

const isControl = (target: EventTarget | null): target is Control =>
  target instanceof HTMLInputElement || target instanceof HTMLSelectElement;

/** `data-for="video"`, `data-for="image"` (pictures only), `data-for="audio music"`. */
function isFor(part: HTMLElement, { type, clip }: Place, { assets }: Desk): boolean {
  const wanted = (part.dataset['for'] ?? '').split(' ');
  const asset = assets.get(clip.assetId);
  return wanted.includes(type) || (wanted.includes('image') && type === 'video' && (asset?.type === 'image' || asset?.still != null));
}

function write(control: Control, clip: Clip): void {
  const values: Readonly<Record<string, string | number>> = {
    start: clip.start.toFixed(2),
    seconds: clip.seconds.toFixed(2),
    transition: clip.transitionIn ?? 'cut',
    transition_seconds: clip.transitionSeconds.toFixed(1),
    move: moveNameOf(clip.motion),
    fit: clip.fit,
    volume: Math.round(clip.volume * 100),
    fade_in: clip.fadeIn.toFixed(1),
    fade_out: clip.fadeOut.toFixed(1),
  };
  if (control.name === 'duck' && control instanceof HTMLInputElement) control.checked = clip.duck;
  else control.value = String(values[control.name] ?? '');
  if (control.type === 'range') control.nextElementSibling?.replaceChildren(`${control.value} %`);
}

/** Null when what was typed means nothing. */
function changed(desk: Desk, { clip, type }: Place, control: Control): Film | null {
  const film = desk.film();
  const bounds = { fps: desk.frame.fps, asset: desk.assets.get(clip.assetId) };
  const put = (values: Partial<Clip>): Film => edits.change(film, clip.id, values);
  const number = Number(control.value.replace(',', '.'));
  const isNumber = control.value.trim() !== '' && Number.isFinite(number) && number >= 0;
  switch (control.name) {
    case 'start':
      return isNumber && type !== 'video' ? edits.moveSound(film, clip.id, number) : null;
    case 'seconds':
      return isNumber ? edits.trimEnd(film, clip.id, clip.start + number, bounds) : null;
    case 'transition': {
      const transitionIn = TRANSITIONS.find((name) => name === control.value) ?? 'cut';
      return put({ transitionIn, transitionSeconds: secondsFor(transitionIn, clip) });
    }
    case 'transition_seconds':
      return isNumber ? put({ transitionSeconds: Math.min(number, 5, clip.seconds) }) : null;
    case 'move':
      return control.value in MOVES ? put({ motion: MOVES[control.value as MoveName] }) : null;
    case 'fit':
      return put({ fit: control.value === 'contain' ? 'contain' : 'cover' });
    case 'volume':
      return isNumber ? put({ volume: Math.min(2, number / 100) }) : null;
    case 'fade_in':
      return isNumber ? put({ fadeIn: Math.min(number, clip.seconds - clip.fadeOut) }) : null;
    case 'fade_out':
      return isNumber ? put({ fadeOut: Math.min(number, clip.seconds - clip.fadeIn) }) : null;
    case 'duck':
      return put({ duck: control instanceof HTMLInputElement && control.checked });
    default:
      return null;
  }
}

/** A transition that had no length gets one. */
const secondsFor = (name: TransitionName, { transitionSeconds, seconds }: Clip): number =>
  name === 'cut' ? transitionSeconds : transitionSeconds || Math.min(0.5, seconds / 2);

function showFaults(form: HTMLFormElement, desk: Desk, { clip }: Place): void {
  const box = form.querySelector<HTMLElement>('[data-faults]');
  const words = desk.faults().flatMap((fault) => (fault.clip === clip.id ? [fault.message] : []));
  if (!box) return;
  box.hidden = words.length === 0;
  box.querySelector('p')?.replaceChildren(words.join(' '));
}
