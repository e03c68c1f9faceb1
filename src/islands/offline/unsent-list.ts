/**
 * What waits to be sent, with one tap to send it. A form leaves as a real form of the page, with a fresh token from the page it was typed
 * in and the name it always had: the answer is the page that always follows, and the server does it once.
 */
import { fill, make } from '../shared/place.ts';
import { forgetUnsent, keepUnsent, listUnsent, type Unsent } from '../shared/unsent.ts';
import { hideBar, press, showBar } from './bars.ts';
import { momentHere, textsHere } from './texts.ts';

/** A form that left a moment ago may still be answered, in another tab. */
const UNDER_WAY_MS = 30_000;
const BAR = 'unsent';

/** Shows the list, or takes it away when nothing waits. `all`: also what left a moment ago. */
export function showUnsent(all = false): void {
  const waiting = listUnsent().filter(({ left, at }) => all || !left || Date.now() - at > UNDER_WAY_MS);
  hideBar(BAR);
  if (waiting.length === 0) return;
  const texts = textsHere();
  const list = make('ul', { class: 'offline-unsent' }, ...waiting.map(lineOf));
  showBar({ name: BAR, tone: 'warning', shape: 'clock', words: texts.unsent, more: [make('p', {}, texts.unsentText), list] });
}

function lineOf(unsent: Unsent): HTMLElement {
  const texts = textsHere();
  const state = make('small', {}, fill(unsent.left ? texts.left : texts.never, { at: momentHere(unsent.at) }));
  const send = press(texts.send, () => {
    send.textContent = texts.sending;
    send.setAttribute('aria-busy', 'true');
    sendAgain(unsent).then(
      (trouble) => {
        send.textContent = texts.send;
        send.removeAttribute('aria-busy');
        if (trouble) state.replaceChildren(...trouble);
      },
      () => {
        send.textContent = texts.send;
        send.removeAttribute('aria-busy');
        state.textContent = texts.noNetwork;
      },
    );
  });
  const drop = press(
    texts.drop,
    () => {
      if (drop.textContent !== texts.dropSure) {
        drop.textContent = texts.dropSure;
        return;
      }
      forgetUnsent(unsent.id);
      showUnsent(true);
    },
    'quiet',
  );
  return make(
    'li',
    {},
    make('div', {}, make('strong', {}, unsent.title || unsent.action), state),
    make('div', { class: 'cluster' }, send, drop),
  );
}

/** Leaves this page when all is well; answers what to tell the reader when it cannot. */
async function sendAgain(unsent: Unsent): Promise<readonly (Node | string)[] | null> {
  const texts = textsHere();
  const response = await fetch(unsent.from, { headers: { accept: 'text/html' }, cache: 'no-store' });
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const openIt = make('a', { href: unsent.from }, texts.open);
  if (page.documentElement.dataset['reader'] !== unsent.reader) return [texts.signIn, ' ', openIt];
  const token = (page.querySelector('input[name="_csrf"]') ?? document.querySelector('input[name="_csrf"]')) as HTMLInputElement | null;
  if (!token) return [texts.noForm, ' ', openIt];
  keepUnsent({ ...unsent, left: true, at: Date.now() });
  const form = make('form', {
    method: 'post',
    action: unsent.action,
    hidden: true,
    ...(unsent.multipart ? { enctype: 'multipart/form-data' } : {}),
  });
  for (const [name, value] of [...unsent.pairs, ['_csrf', token.value] as const, ['_once', unsent.id] as const]) {
    const field = make('textarea', { name }); // an input would lose line breaks
    field.value = value;
    form.append(field);
  }
  document.body.append(form);
  form.submit();
  return null;
}

/** A form could not leave. */
export function tellHeld(form: HTMLFormElement, unsent: Unsent | null): void {
  const texts = textsHere();
  form.querySelector('[data-held]')?.remove();
  const note = make('p', { class: 'offline-held', 'data-held': '', role: 'alert' }, unsent ? texts.held : texts.notHeld);
  form.append(note);
  note.scrollIntoView({ block: 'nearest' });
  if (unsent) showUnsent(true);
}
