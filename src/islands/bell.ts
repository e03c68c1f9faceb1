/**
 * The bell: how much is unread, as it happens, and the latest where one is. Asked after the page is there and seen; the words come with
 * the answer, in the reader's language.
 */
import { listen } from './shared/live.ts';
import { eachPlace, fill, icon, make } from './shared/place.ts';

interface Line {
  readonly id: number;
  readonly href: string;
  readonly text: string;
  readonly tone: string;
  readonly shape: string;
  readonly at: string;
  readonly ago: string;
  readonly read: boolean;
}
interface Feed {
  readonly unread: number;
  readonly badge: string;
  readonly label: string;
  readonly channels: readonly string[];
  readonly notices: readonly Line[];
  readonly texts: Readonly<Record<'title' | 'none' | 'seeAll' | 'markAll' | 'unread' | 'close' | 'arrived' | 'failed', string>>;
}

const FEED = '/api/notifications';
const SHOWN = 8;
/** People who only pass through a page need no socket. */
const STAY_MS = 2000;
/** News come in bursts. */
const PAUSE_MS = 400;

const bells: HTMLAnchorElement[] = [];
const said = make('p', { class: 'sr-only', role: 'status' });
let unread: number | null = null;
let newest = 0;
let timer = 0;

async function ask(show: number): Promise<Feed> {
  const answer = await fetch(`${FEED}?show=${show}`, { headers: { accept: 'application/json' } });
  if (!answer.ok) throw new Error(String(answer.status));
  return (await answer.json()) as Feed;
}

function draw({ badge, label }: Feed): void {
  for (const bell of bells) {
    bell.querySelector('.bell-count')?.remove();
    bell.setAttribute('aria-label', label);
    if (badge) bell.append(make('span', { class: 'bell-count', 'aria-hidden': 'true' }, badge));
  }
}

async function look(): Promise<Feed> {
  const feed = await ask(1);
  const [latest] = feed.notices;
  const isNews = unread !== null && latest && !latest.read && Date.parse(latest.at) > newest;
  if (latest) newest = Math.max(newest, Date.parse(latest.at));
  unread = feed.unread;
  draw(feed);
  if (isNews) said.textContent = fill(feed.texts.arrived, { text: latest.text });
  return feed;
}

// Nothing depends on it: the bell is a link, and the next page asks again.
const quietly = (work: Promise<unknown>): void => void work.catch(() => undefined);

function soon(): void {
  clearTimeout(timer);
  timer = window.setTimeout(() => quietly(look()), PAUSE_MS);
}

async function begin(): Promise<void> {
  const { channels } = await look();
  const hear = (message: Readonly<Record<string, unknown>>): void => {
    // The present state, told to whoever begins to listen.
    if (message['unread'] !== unread) soon();
  };
  setTimeout(() => channels.forEach((channel) => void listen(channel, hear)), STAY_MS);
}

/** Seen, and with nothing better to do. */
function whenSeen(work: () => void): void {
  if (document.hidden) document.addEventListener('visibilitychange', () => whenSeen(work), { once: true });
  else if ('requestIdleCallback' in window) requestIdleCallback(work, { timeout: 2000 });
  else setTimeout(work, 200);
}

function createPanel(): () => void {
  const list = make('ol', { class: 'notices' });
  const note = make('p', { class: 'bell-note', role: 'status' });
  const title = make('h2', { id: 'bell-title' });
  const close = make('button', { type: 'button', class: 'button button-quiet button-sm' });
  const all = make('a', { class: 'button button-secondary button-sm', href: '' });
  const read = make('button', { type: 'button', class: 'button button-quiet button-sm' });
  const dialog = make(
    'dialog',
    { class: 'bell-panel', 'aria-labelledby': 'bell-title' },
    make('header', {}, title, close),
    list,
    note,
    make('footer', {}, all, read),
  );
  document.body.append(dialog);
  let until = '';
  const show = (feed: Feed): void => {
    const { texts, notices } = feed;
    unread = feed.unread;
    draw(feed);
    title.textContent = texts.title;
    close.textContent = texts.close;
    all.textContent = texts.seeAll;
    read.textContent = texts.markAll;
    read.hidden = feed.unread === 0;
    note.textContent = notices.length === 0 ? texts.none : '';
    until = notices[0]?.at ?? '';
    list.replaceChildren(...notices.map((line) => lineOf(line, texts.unread)));
  };
  const fillIn = (): void => {
    ask(SHOWN).then(show, () => location.assign(all.href));
  };
  close.addEventListener('click', () => dialog.close());
  dialog.addEventListener('click', ({ target }) => target === dialog && dialog.close());
  read.addEventListener('click', () => {
    const body = JSON.stringify({ until });
    const headers = { 'content-type': 'application/json' };
    quietly(fetch(`${FEED}/read`, { method: 'POST', headers, body }).then(fillIn));
    close.focus();
  });
  return () => {
    all.href = bells[0]?.href ?? '';
    dialog.showModal();
    fillIn();
  };
}

function lineOf({ id, href, text, tone, shape, at, ago, read }: Line, word: string): HTMLElement {
  const facts = make('p', { class: 'notices-facts' }, make('time', { datetime: at }, ago));
  if (!read) facts.append(make('span', { class: 'tag tone-accent' }, make('span', { class: 'tag-dot' }), word));
  return make(
    'li',
    { class: read ? 'notices-line' : 'notices-line notices-unread' },
    make('span', { class: `notices-mark tone-${tone}` }, icon(shape)),
    make('div', {}, make('a', { href, 'data-notice': read ? null : String(id) }, text), facts),
  );
}

let open: (() => void) | null = null;
eachPlace('bell', ({ element }) => {
  const bell = element.querySelector('a');
  if (!bell) return;
  bell.setAttribute('aria-haspopup', 'dialog');
  bell.addEventListener('click', (event) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || bell.hasAttribute('aria-current')) return;
    event.preventDefault();
    open ??= createPanel();
    open();
  });
  if (bells.push(bell) > 1) return;
  document.body.append(said);
  whenSeen(() => quietly(begin()));
});

/** Whoever goes where a notice points has read it. */
document.addEventListener('click', ({ target }) => {
  const link = target instanceof Element ? target.closest<HTMLElement>('a[data-notice]') : null;
  if (link) navigator.sendBeacon(`${FEED}/${link.dataset['notice']}/read`);
});
