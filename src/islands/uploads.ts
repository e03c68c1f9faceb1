/**
 * Files that survive a bad connection. The file leaves as soon as it is chosen; the form then carries only the id of the
 * finished upload. When anything here fails, the plain file input sends the file with the form, as it does without a script.
 */
import { eachPlace, fill, make } from './shared/place.ts';
import { type CropTexts, cropSquare } from './uploads/cropper.ts';
import { Refused, transfer } from './uploads/transfer.ts';

type Texts = CropTexts &
  Readonly<
    Record<'choosePhoto' | 'chooseFile' | 'sending' | 'waiting' | 'sent' | 'tooLarge' | 'unreadable' | 'wrongType' | 'failed', string>
  >;

interface Props {
  readonly kind: 'photo' | 'document';
  readonly purpose: string;
  readonly accept: string;
  readonly maxBytes: number;
  readonly endpoint: string;
  readonly texts: Texts;
}

type State = 'idle' | 'sending' | 'waiting' | 'done' | 'problem';

eachPlace<Props>('uploads', ({ element, props }) => {
  const input = element.querySelector<HTMLInputElement>('input[type="file"]');
  const kept = element.querySelector<HTMLInputElement>('[data-upload]');
  const status = element.querySelector<HTMLElement>('[data-status]');
  if (input && kept && status) startUploader({ element, input, kept, status }, props);
});

interface Parts {
  readonly element: HTMLElement;
  readonly input: HTMLInputElement;
  readonly kept: HTMLInputElement;
  readonly status: HTMLElement;
}

function startUploader({ element, input, kept, status }: Parts, props: Props): void {
  const { texts } = props;
  const name = input.name;
  const bar = make('progress', { class: 'upload-bar', max: '100', value: '0', 'aria-label': texts.sending.split(':')[0] ?? '' });
  bar.hidden = true;
  status.setAttribute('role', 'status');
  element.append(bar);
  element.classList.add('upload-live');
  dragOver(element, input);
  let running: AbortController | null = null;

  const show = (state: State, words: string): void => {
    status.textContent = words;
    bar.hidden = state !== 'sending' && state !== 'waiting';
    for (const each of ['done', 'problem', 'waiting'] as const) element.classList.toggle(`upload-${each}`, state === each);
    input.setCustomValidity('');
  };
  const carryPlainFile = (): void => {
    kept.value = '';
    input.name = name;
  };
  const refuse = (words: string): void => {
    input.value = '';
    carryPlainFile();
    show('problem', words);
  };

  const send = async (file: File): Promise<void> => {
    running?.abort();
    running = new AbortController();
    const { signal } = running;
    const say = (words: string, percent = 0): string => fill(words, { name: file.name, percent });
    const progress = (state: 'sending' | 'waiting', percent: number): void => {
      bar.value = percent;
      show(state, say(texts[state], percent));
    };
    progress('sending', 0);
    try {
      kept.value = await transfer({
        endpoint: props.endpoint,
        file,
        purpose: props.purpose,
        signal,
        events: { progress: (percent) => progress('sending', percent), waiting: (percent) => progress('waiting', percent) },
      });
      input.removeAttribute('name');
      show('done', say(texts.sent));
    } catch (error) {
      if (signal.aborted) return;
      // The server said no to the file itself; the form would hear the same.
      if (error instanceof Refused && error.status === 413) return refuse(texts.tooLarge);
      show('problem', texts.failed);
    } finally {
      if (running?.signal === signal) running = null;
    }
  };

  input.addEventListener('change', () => {
    carryPlainFile();
    running?.abort();
    const [file] = input.files ?? [];
    if (!file) return show('idle', props.kind === 'photo' ? texts.choosePhoto : texts.chooseFile);
    prepare(file, element, props).then(
      (ready) => (typeof ready === 'string' ? refuse(ready) : ready ? send(ready) : refuse(texts.choosePhoto)),
      () => refuse(texts.unreadable),
    );
  });
  waitBeforeSubmit(input, () => running !== null);
}

/** The file as it will be sent; a text when it cannot be; null when the reader gave up framing. */
async function prepare(file: File, element: HTMLElement, { kind, accept, maxBytes, texts }: Props): Promise<File | string | null> {
  if (!isAccepted(file, accept)) return texts.wrongType;
  if (kind === 'document') return file.size > maxBytes ? texts.tooLarge : file;
  const square = await cropSquare(await createImageBitmap(file), texts);
  if (!square) return null;
  if (square.size > maxBytes) return texts.tooLarge;
  const picture = make('img', { src: URL.createObjectURL(square), alt: '' });
  element.querySelector('[data-preview]')?.replaceChildren(picture);
  return new File([square], `${file.name.replace(/\.[^.]*$/, '')}.jpg`, { type: 'image/jpeg', lastModified: file.lastModified });
}

const isAccepted = (file: File, accept: string): boolean =>
  accept
    .split(',')
    .some((rule) =>
      rule.startsWith('.')
        ? file.name.toLowerCase().endsWith(rule)
        : rule.endsWith('/*')
          ? file.type.startsWith(rule.slice(0, -1))
          : file.type === rule,
    );

function dragOver(element: HTMLElement, input: HTMLInputElement): void {
  const zone = input.parentElement;
  for (const type of ['dragenter', 'dragleave', 'drop'] as const) {
    element.addEventListener(type, () => zone?.classList.toggle('upload-over', type === 'dragenter'));
  }
}

/** Sending the form while the file is on its way: the form leaves by itself when the file has arrived. */
function waitBeforeSubmit(input: HTMLInputElement, isRunning: () => boolean): void {
  const { form } = input;
  form?.addEventListener('submit', (event) => {
    if (!isRunning() || event.submitter?.hasAttribute('formnovalidate')) return;
    event.preventDefault();
    const { submitter } = event;
    submitter?.setAttribute('aria-busy', 'true');
    const timer = setInterval(() => {
      if (isRunning()) return;
      clearInterval(timer);
      submitter?.removeAttribute('aria-busy');
      form.requestSubmit(submitter);
    }, 200);
  });
}
