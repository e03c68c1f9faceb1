/**
 * The scan screen of a phone at the gate of a set. Everything is decided and stored on the phone; the network is only for telling
 * the server, later if need be. Without what it needs (a secure address, a store), the form of the page stays as it is.
 */
import { type Desk, openDesk } from './scanner/desk.ts';
import { hasNativeDetector } from './scanner/detector.ts';
import { createMenu } from './scanner/menu.ts';
import { Pulse } from './scanner/pulse.ts';
import { isWaiting } from './scanner/scans.ts';
import { createScreen, type Screen } from './scanner/screen.ts';
import { openShelf, type Shelf } from './scanner/shelf.ts';
import { keptPage } from './scanner/shell-cache.ts';
import { createVoice, type Texts, type Voice } from './scanner/texts.ts';
import { eachPlace, make } from './shared/place.ts';

interface Props {
  readonly project: number;
  readonly title: string;
  readonly locale: string;
  readonly back: string;
  readonly signIn: string;
  readonly signOut: string;
  /** Files for when there is no network: always, and where the browser lacks a detector or Ed25519. */
  readonly files: { readonly always: readonly string[]; readonly detector: readonly string[]; readonly signature: readonly string[] };
  readonly texts: Texts;
}

eachPlace<Props>('scanner', ({ element, props }) => {
  start(element, props).catch((error: unknown) => {
    console.error(error);
    element.prepend(make('p', { class: 'scan-unable', role: 'alert' }, props.texts.unable));
  });
});

async function start(element: HTMLElement, props: Props): Promise<void> {
  if (!isSecureContext || !('indexedDB' in window)) throw new Error('this browser keeps nothing for this page');
  const shelf = await openShelf();
  const desk = await openDesk(shelf, props.project);
  const voice = createVoice(props.texts, props.locale, () => desk.roster?.project.timeZone);
  const screen = open(element, props, shelf, desk, voice);
  const kept = await keepForOffline(props).catch((): 'never' => 'never');
  screen.kept(navigator.onLine ? kept : 'again');
  await navigator.storage?.persist?.();
}

function open(element: HTMLElement, props: Props, shelf: Shelf, desk: Desk, voice: Voice): Screen {
  let pulse: Pulse | null = null;
  const wipe = async (): Promise<void> => {
    pulse?.stop();
    await desk.close();
    element.replaceChildren(farewell(desk, props, voice));
  };
  const signOut = async (): Promise<void> => {
    await wipe();
    const registration = await navigator.serviceWorker?.getRegistration('/presence/');
    registration?.active?.postMessage({ forget: true });
    location.assign(props.signOut);
  };
  const menu = createMenu(voice, {
    refresh: () => pulse?.refresh(),
    wipe: () => void wipe(),
    signOut: () => void signOut(),
  });
  const screen = createScreen(desk, () => pulse, voice, props, menu);
  element.replaceChildren(screen.element);
  element.classList.add('is-on');
  pulse = new Pulse(desk, shelf, { state: screen.link, results: screen.answered });
  return screen;
}

/** After the list was wiped by hand: nothing comes back by itself. */
function farewell(desk: Desk, { back }: Props, voice: Voice): HTMLElement {
  const waiting = desk.scans.filter(isWaiting).length;
  const again = make('button', { type: 'button', class: 'button button-primary button-lg' }, voice.say('start'));
  again.addEventListener('click', () => location.reload());
  return make(
    'div',
    { class: 'scan-farewell', role: 'status' },
    make('p', {}, voice.say('wiped')),
    ...(waiting > 0 ? [make('p', {}, voice.say('wipedWaiting', { count: waiting }))] : []),
    again,
    make('a', { class: 'button button-secondary', href: back }, voice.say('back')),
  );
}

/** Asks the worker to keep this page and what it needs here; answers whether it did, and whether that is new. */
async function keepForOffline({ files }: Props): Promise<'first' | 'again' | 'never'> {
  if (!navigator.serviceWorker) return 'never';
  await navigator.serviceWorker.register('/presence/worker.js', { scope: '/presence/' });
  const { active } = await navigator.serviceWorker.ready;
  const wasKept = (await keptPage(location.pathname)) !== undefined;
  const detector = (await hasNativeDetector()) ? [] : files.detector;
  const signature = (await knowsEd25519()) ? [] : files.signature;
  const { port1, port2 } = new MessageChannel();
  const answered = new Promise<boolean>((resolve) => {
    port1.onmessage = ({ data }: MessageEvent<boolean>) => resolve(data);
  });
  active?.postMessage({ keep: { page: location.pathname, files: [...files.always, ...detector, ...signature] } }, [port2]);
  const isKept = await answered;
  if (wasKept) return 'again';
  return isKept ? 'first' : 'never';
}

const knowsEd25519 = (): Promise<boolean> =>
  crypto.subtle.importKey('raw', new Uint8Array(32), 'Ed25519', false, ['verify']).then(
    () => true,
    () => false,
  );
