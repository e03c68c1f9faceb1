/**
 * Photos without a frame, one or several: each is made lighter on the phone, leaves at once in resumable pieces, and is shown with
 * its state; the form then carries only the ids of the finished uploads. Without this script plain file inputs send them.
 */
import { eachPlace, fill, make } from './shared/place.ts';
import { Refused, transfer } from './uploads/transfer.ts';

interface Props {
  /** Ids travel in the form as `<name>_upload`. */
  readonly name: string;
  readonly room: number;
  readonly endpoint: string;
  readonly maxBytes: number;
  readonly texts: Readonly<
    Record<'sending' | 'waiting' | 'sent' | 'tooLarge' | 'unreadable' | 'failed' | 'full' | 'remove' | 'choose', string>
  >;
}

const MAX_SIDE = 2000;
const QUALITY = 0.86;

eachPlace<Props>('gallery', ({ element, props }) => {
  const [input, ...spare] = [...element.querySelectorAll<HTMLInputElement>('input[type="file"]')];
  const list = element.querySelector<HTMLUListElement>('[data-list]');
  const status = element.querySelector<HTMLElement>('[data-status]');
  if (!input || !list || !status) return;
  for (const each of spare) each.closest('label')?.remove();
  element.querySelector('[data-plain]')?.remove();
  const label = element.querySelector('[data-label]');
  if (label) label.textContent = props.texts.choose;
  element.classList.add('upload-live');
  startGallery({ input, list, status }, props);
});

interface Parts {
  readonly input: HTMLInputElement;
  readonly list: HTMLUListElement;
  readonly status: HTMLElement;
}
interface Line {
  readonly item: HTMLLIElement;
  readonly giveUp: AbortController;
  say(words: string, percent?: number): void;
}

function startGallery({ input, list, status }: Parts, props: Props): void {
  const { name, room, texts } = props;
  input.multiple = room > 1;
  // What the script sends beside the form must not travel inside it as well.
  input.removeAttribute('name');
  let running = 0;
  let queue = Promise.resolve();

  const send = async (file: File, line: Line): Promise<void> => {
    const { signal } = line.giveUp;
    const words = (text: string, percent = 0): string => fill(text, { name: file.name, percent });
    try {
      const light = await lighten(file).catch(() => null);
      if (!light) return line.say(texts.unreadable);
      if (light.size > props.maxBytes) return line.say(texts.tooLarge);
      const events = {
        progress: (percent: number) => line.say(words(texts.sending, percent), percent),
        waiting: (percent: number) => line.say(words(texts.waiting, percent), percent),
      };
      const id = await transfer({ endpoint: props.endpoint, file: light, purpose: 'photo', signal, events });
      line.item.append(make('input', { type: 'hidden', name: `${name}_upload`, value: id }));
      line.say(words(texts.sent));
    } catch (error) {
      if (!signal.aborted) line.say(error instanceof Refused && error.status === 413 ? texts.tooLarge : texts.failed);
    }
  };

  input.addEventListener('change', () => {
    const chosen = [...(input.files ?? [])];
    input.value = '';
    if (room === 1) for (const item of list.querySelectorAll<HTMLButtonElement>('li button')) item.click();
    const free = room - list.children.length;
    status.textContent = chosen.length > free ? texts.full : '';
    for (const file of chosen.slice(0, Math.max(0, free))) {
      const line = addLine(list, file, texts.remove);
      running += 1;
      // One after the other: on a thin connection the first photos are safe while the last still wait.
      queue = queue
        .then(() => (line.giveUp.signal.aborted ? undefined : send(file, line)))
        .finally(() => {
          running -= 1;
        });
    }
  });
  waitBeforeSubmit(input, () => running > 0);
}

/** A photo of the list: picture, progress, what is happening, and the way to take it back. */
function addLine(list: HTMLUListElement, file: File, remove: string): Line {
  const address = URL.createObjectURL(file);
  const giveUp = new AbortController();
  const bar = make('progress', { class: 'upload-bar', max: '100', value: '0', 'aria-label': file.name });
  const words = make('small', { class: 'text-muted', role: 'status' });
  const button = make('button', { type: 'button', class: 'button button-quiet button-sm' }, remove);
  const picture = make('img', { src: address, alt: '', class: 'aspect-square w-full rounded-box border border-line object-cover' });
  const item = make('li', { class: 'flex min-w-0 flex-col gap-1 wrap-anywhere' }, picture, bar, words, button);
  button.addEventListener('click', () => {
    giveUp.abort();
    URL.revokeObjectURL(address);
    item.remove();
  });
  list.append(item);
  return {
    item,
    giveUp,
    say: (text, percent) => {
      bar.hidden = percent === undefined;
      bar.value = percent ?? 0;
      words.textContent = text;
    },
  };
}

/** Upright, at most 2000 pixels long, as JPEG: a few hundred kilobytes instead of the megabytes of a phone. */
async function lighten(file: File): Promise<File | null> {
  const picture = await createImageBitmap(file);
  const scale = Math.min(1, MAX_SIDE / Math.max(picture.width, picture.height));
  const [width, height] = [Math.round(picture.width * scale), Math.round(picture.height * scale)];
  const canvas = make('canvas', { width: String(width), height: String(height) });
  const pen = canvas.getContext('2d');
  if (!pen) return file;
  pen.imageSmoothingQuality = 'high';
  // A transparent PNG would turn black.
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, width, height);
  pen.drawImage(picture, 0, 0, width, height);
  picture.close();
  const blob = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve, 'image/jpeg', QUALITY);
  });
  if (!blob) return null;
  return new File([blob], `${file.name.replace(/\.[^.]*$/, '')}.jpg`, { type: 'image/jpeg', lastModified: file.lastModified });
}

/** Sending the form while photos are on their way: the form leaves by itself when they have arrived. */
function waitBeforeSubmit(input: HTMLInputElement, isRunning: () => boolean): void {
  const { form } = input;
  form?.addEventListener('submit', (event) => {
    const { submitter } = event;
    if (!isRunning() || submitter?.hasAttribute('formnovalidate')) return;
    event.preventDefault();
    submitter?.setAttribute('aria-busy', 'true');
    const timer = setInterval(() => {
      if (isRunning()) return;
      clearInterval(timer);
      submitter?.removeAttribute('aria-busy');
      form.requestSubmit(submitter);
    }, 200);
  });
}
