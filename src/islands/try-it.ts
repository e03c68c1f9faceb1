/**
 * Calls an operation of the reference from the page: the same origin, with the reader's session, or without it and with the token
 * they typed (`try-token`). What changes something is asked about once more.
 */
import { eachPlace, fill, make } from './shared/place.ts';

interface Props {
  readonly method: string;
  /** With its places: `/api/v1/users/{user_id}`. */
  readonly address: string;
  readonly isUnsafe: boolean;
  readonly texts: Readonly<Record<string, string>>;
}

const LONGEST_SHOWN = 200_000;
const TOLD_HEADERS = [
  'content-type',
  'location',
  'retry-after',
  'x-ratelimit-limit',
  'x-ratelimit-remaining',
  'x-ratelimit-reset',
  'idempotent-replayed',
  'x-request-id',
];

eachPlace<Props>('try-it', ({ element, props }) => {
  const form = element.querySelector('form');
  if (!form) return;
  element.querySelector('.island-fallback')?.remove();
  form.hidden = false;
  const place = make('div', { class: 'try-answer stack', role: 'status' });
  element.append(place);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void attempt(form, place, props);
  });
});

async function attempt(form: HTMLFormElement, place: HTMLElement, props: Props): Promise<void> {
  const { texts, method, isUnsafe } = props;
  const text = (name: string, values: Readonly<Record<string, string | number>> = {}): string => fill(texts[name] ?? '', values);
  const body = bodyOf(form);
  if (body instanceof Error) return place.replaceChildren(make('p', { class: 'field-error' }, text('badBody', { reason: body.message })));
  const url = addressOf(form, props.address);
  if (isUnsafe && !(await agreed(text, method, url))) return;
  place.replaceChildren(make('p', {}, text('sending')));
  const button = form.querySelector('button');
  if (button) button.disabled = true;
  const began = performance.now();
  try {
    const response = await fetch(url, { method, redirect: 'manual', ...credentialsOf(form, body) });
    const content = await response.blob();
    const time = Math.round(performance.now() - began);
    place.replaceChildren(...(await shown(response, content, time, text)));
  } catch {
    place.replaceChildren(make('p', { class: 'field-error' }, text('unreachable')));
  } finally {
    if (button) button.disabled = false;
  }
}

type Text = (name: string, values?: Readonly<Record<string, string | number>>) => string;

/** Undefined when the operation takes none, or nothing was typed. */
function bodyOf(form: HTMLFormElement): string | undefined | Error {
  const typed = form.querySelector<HTMLTextAreaElement>('[name="body"]')?.value.trim();
  if (!typed) return undefined;
  try {
    return JSON.stringify(JSON.parse(typed));
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function addressOf(form: HTMLFormElement, address: string): string {
  const url = new URL(location.origin);
  url.pathname = address.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => encodeURIComponent(typedIn(form, `path:${name}`)));
  for (const [name, value] of typed(form, 'query:')) url.searchParams.set(name, value);
  return url.href;
}

const typedIn = (form: HTMLFormElement, name: string): string =>
  form.querySelector<HTMLInputElement>(`[name="${CSS.escape(name)}"]`)?.value.trim() ?? '';

const typed = (form: HTMLFormElement, prefix: string): readonly (readonly [name: string, value: string])[] =>
  [...form.querySelectorAll<HTMLInputElement>('input')]
    .filter(({ name, value }) => name.startsWith(prefix) && value.trim() !== '')
    .map(({ name, value }) => [name.slice(prefix.length), value.trim()]);

/** A token speaks alone: the session stays at home. */
function credentialsOf(form: HTMLFormElement, body: string | undefined): RequestInit {
  const token = document.querySelector<HTMLInputElement>('#try-token')?.value.trim();
  const headers = new Headers(typed(form, 'header:').map(([name, value]): [string, string] => [name, value]));
  headers.set('accept', 'application/json');
  if (token) headers.set('authorization', `Bearer ${token}`);
  if (body !== undefined) headers.set('content-type', 'application/json');
  return { headers, credentials: token ? 'omit' : 'same-origin', ...(body === undefined ? {} : { body }) };
}

/** Asked in a dialog that keeps the focus; Escape is a no. */
function agreed(text: Text, method: string, url: string): Promise<boolean> {
  const yes = make('button', { type: 'submit', value: 'yes', class: 'button button-danger' }, text('confirm'));
  const no = make('button', { type: 'submit', value: 'no', class: 'button button-secondary', autofocus: true }, text('cancel'));
  const title = make('h2', { id: 'try-sure', class: 'card-title-text' }, text('confirmTitle', { method }));
  const address = make('p', { dir: 'ltr' }, make('code', {}, decodeURI(url.replace(location.origin, ''))));
  const form = make(
    'form',
    { method: 'dialog', class: 'stack' },
    title,
    address,
    make('p', {}, text('real')),
    make('div', { class: 'cluster' }, yes, no),
  );
  const dialog = make('dialog', { class: 'card-box try-sure', 'aria-labelledby': 'try-sure' }, form);
  document.body.append(dialog);
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue === 'yes');
    });
    dialog.showModal();
  });
}

async function shown(response: Response, content: Blob, time: number, text: Text): Promise<readonly HTMLElement[]> {
  const { status, headers } = response;
  const tone = status >= 500 ? 'danger' : status >= 400 ? 'warning' : 'success';
  const head = make(
    'p',
    {},
    make('span', { class: `tag tone-${tone}`, 'data-status': String(status) }, text('answered', { status: status || 302, time })),
  );
  const told = TOLD_HEADERS.filter((name) => headers.get(name) !== null).map((name) => `${name}: ${headers.get(name)}`);
  const parts = [head, block(text('headers'), told.join('\n'))];
  if (content.size === 0) return [...parts, make('p', {}, text('emptyBody'))];
  if (!/json|text\//.test(content.type)) return [...parts, download(content, headers, text)];
  const words = await content.text();
  return [...parts, block(text('body'), pretty(words, content.type).slice(0, LONGEST_SHOWN))];
}

const block = (label: string, words: string): HTMLElement =>
  make(
    'div',
    {},
    make('p', { class: 'text-muted' }, label),
    make('div', { class: 'code-block', dir: 'ltr' }, make('pre', { tabindex: '0' }, make('code', {}, words))),
  );

function pretty(words: string, type: string): string {
  return /json/.test(type) ? JSON.stringify(JSON.parse(words), null, 2) : words;
}

function download(content: Blob, headers: Headers, text: Text): HTMLElement {
  const name = /filename="?([^";]+)/.exec(headers.get('content-disposition') ?? '')?.[1] ?? 'answer';
  const size = `${Math.ceil(content.size / 1024)} KB`;
  return make('a', { href: URL.createObjectURL(content), download: name, class: 'button button-secondary' }, text('download', { size }));
}
