/** The camera on the screen, its torch, and what replaces it: a photo, a code that is typed. */
import { make } from '../shared/place.ts';
import { button, draw } from './drawings.ts';
import { isCameraPossible, type Lens, type LensTrouble, openLens, readPhoto, troubleOf } from './lens.ts';
import type { TextKey, Voice } from './texts.ts';

export interface LensBoxEvents {
  scanned(text: string): void;
  typed(code: string): void;
  /** The first touch: sounds may begin. */
  touched(): void;
}

const TROUBLES: Readonly<Record<LensTrouble, TextKey>> = {
  denied: 'cameraDenied',
  none: 'cameraNone',
  busy: 'cameraBusy',
  insecure: 'cameraInsecure',
};

export function createLensBox(voice: Voice, events: LensBoxEvents): HTMLElement {
  return make('div', { class: 'scan-eye' }, createCamera(voice, events), createCodeForm(voice, events));
}

function createCamera(voice: Voice, events: LensBoxEvents): HTMLElement {
  const video = make('video', { playsinline: true, muted: true, autoplay: true, class: 'scan-video' });
  video.muted = true; // the attribute alone does not count for a video made by a script
  const said = make('p', { class: 'scan-said', role: 'status' }, voice.say('cameraLead'));
  const torch = button('scan-torch', 'torch', voice.say('torch'), () => void turnTorch());
  const start = button('scan-start', 'camera', voice.say('openCamera'), () => {
    events.touched();
    void open();
  });
  const box = make('div', { class: 'scan-lens' }, video, make('div', { class: 'scan-frame', 'aria-hidden': 'true' }), start, said, torch);
  let lens: Lens | null = null;
  torch.hidden = true;

  const turnTorch = async (): Promise<void> => {
    const on = torch.getAttribute('aria-pressed') !== 'true';
    await lens?.torch(on);
    torch.setAttribute('aria-pressed', String(on));
  };
  const stop = (): void => {
    lens?.close();
    lens = null;
    box.classList.remove('is-open');
    start.hidden = false;
    said.textContent = voice.say('cameraLead');
  };
  const open = async (): Promise<void> => {
    start.hidden = true;
    said.textContent = voice.say('reading');
    try {
      lens = await openLens(video, events.scanned, stop);
      torch.hidden = !lens.hasTorch;
      box.classList.add('is-open');
      said.textContent = voice.say('aim');
    } catch (error) {
      start.hidden = false;
      said.textContent = voice.say(TROUBLES[troubleOf(error)]);
    }
  };
  if (!isCameraPossible()) {
    start.hidden = true;
    said.textContent = voice.say('cameraInsecure');
  } else void openIfAllowed(open);
  return box;
}

/** Who said yes before is not asked to touch again. */
async function openIfAllowed(open: () => Promise<void>): Promise<void> {
  const name = 'camera' as PermissionName; // Safari and old Firefox do not know it
  const permission = await navigator.permissions?.query({ name }).catch(() => null);
  if (permission?.state === 'granted') await open();
}

function createCodeForm(voice: Voice, events: LensBoxEvents): HTMLElement {
  const attributes = {
    name: 'code',
    autocomplete: 'off',
    autocapitalize: 'characters',
    spellcheck: 'false',
    enterkeyhint: 'send',
    dir: 'ltr',
  };
  const input = make('input', { ...attributes, id: 'scan-code', class: 'scan-code', placeholder: voice.say('codeHint') });
  const send = make('button', { type: 'submit', class: 'button button-primary scan-send' }, voice.say('codeSend'));
  const label = make('label', { for: 'scan-code', class: 'sr-only' }, voice.say('code'));
  const said = make('p', { class: 'scan-note', role: 'status' });
  const form = make('form', { class: 'scan-typed' }, label, input, send, createPhotoButton(voice, events, said));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    events.touched();
    const code = input.value.trim();
    said.textContent = code ? '' : voice.say('codeEmpty');
    if (code) events.typed(code);
    input.value = '';
  });
  return make('div', {}, form, said);
}

function createPhotoButton(voice: Voice, events: LensBoxEvents, said: HTMLElement): HTMLElement {
  const input = make('input', {
    type: 'file',
    accept: 'image/*',
    capture: 'environment',
    class: 'sr-only',
    'aria-label': voice.say('photo'),
  });
  input.addEventListener('change', () => {
    const [file] = input.files ?? [];
    input.value = '';
    if (!file) return;
    said.textContent = voice.say('reading');
    readPhoto(file).then(
      (text) => {
        said.textContent = text ? '' : voice.say('photoNothing');
        if (text) events.scanned(text);
      },
      () => {
        said.textContent = voice.say('photoNothing');
      },
    );
  });
  return make('label', { class: 'button button-secondary scan-photo' }, draw('photo'), input);
}
