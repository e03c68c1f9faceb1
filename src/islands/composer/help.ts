/** Captions, hashtags and good times are put into their fields; ideas follow the picture. */
import type { Props } from '../composer.ts';
import { make } from '../shared/place.ts';

type Field = HTMLInputElement | HTMLTextAreaElement;

export function watchHelp(form: HTMLFormElement, props: Props): void {
  const field = (name: string): Field | null => form.querySelector<Field>(`[name="${name}"]`);
  const fillIn = (name: string, value: string): void => {
    const found = field(name);
    if (!found) return;
    found.value = value;
    found.dispatchEvent(new Event('input', { bubbles: true }));
  };
  const press = ({ name, value }: HTMLButtonElement): boolean => {
    if (name === 'use') fillIn('caption', value);
    else if (name === 'add') fillIn('hashtags', withNew(field('hashtags')?.value ?? '', value));
    else if (name === 'at') {
      fillIn('day', value.slice(0, 10));
      fillIn('time', value.slice(11, 16));
    } else if (value === 'suggest') return false;
    else return name === 'act' && value === 'look';
    return true;
  };
  form.addEventListener('submit', (event) => {
    const { submitter } = event;
    if (!(submitter instanceof HTMLButtonElement)) return;
    if (press(submitter)) event.preventDefault();
    else if (submitter.value === 'suggest') {
      event.preventDefault();
      suggest(form, submitter, props).catch(() => showCaptions(form, [], props.texts.failed, props));
    }
  });
  form.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement) || target.name !== 'image') return;
    // Ideas are a help: without a network the old ones stay.
    renewIdeas(form, target.value).catch(() => undefined);
  });
}

/** Each hashtag once. */
function withNew(before: string, added: string): string {
  const known = new Set(before.toLowerCase().split(/\s+/).map(bare));
  const fresh = added.split(/\s+/).filter((tag) => tag && !known.has(bare(tag.toLowerCase())));
  return [before.trim(), ...fresh].filter(Boolean).join(' ');
}
const bare = (tag: string): string => tag.replace(/^#/, '');

const chosenIn = (form: HTMLFormElement, name: string): string =>
  form.querySelector<HTMLInputElement>(`input[name="${name}"]:checked`)?.value ?? '';

async function suggest(form: HTMLFormElement, button: HTMLButtonElement, props: Props): Promise<void> {
  const image = chosenIn(form, 'image');
  if (!image) {
    showCaptions(form, [], props.texts.pictureFirst, props);
    return;
  }
  showCaptions(form, [], props.texts.suggesting, props);
  button.disabled = true;
  const tone = form.querySelector<HTMLSelectElement>('select[name="tone"]')?.value;
  const body = JSON.stringify({
    image: Number(image),
    platform: chosenIn(form, 'platforms') || 'instagram',
    language: props.language,
    tone,
  });
  try {
    const answer = await fetch('/api/scheduler/captions/', { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    if (!answer.ok) throw new Error(`captions: ${answer.status}`);
    const { variants } = (await answer.json()) as { variants: readonly { text: string }[] };
    showCaptions(
      form,
      variants.map(({ text }) => text),
      '',
      props,
    );
  } finally {
    button.disabled = false;
  }
}

function showCaptions(form: HTMLFormElement, captions: readonly string[], note: string, { texts }: Props): void {
  const lines = captions.map((caption) => {
    const use = make(
      'button',
      { type: 'submit', name: 'use', value: caption, class: 'button button-secondary button-sm', formnovalidate: true },
      texts.use,
    );
    return make('li', {}, make('p', { dir: 'auto' }, caption), use);
  });
  form.querySelector('[data-captions]')?.replaceChildren(...(note ? [make('li', { class: 'help-note' }, note)] : lines));
}

async function renewIdeas(form: HTMLFormElement, image: string): Promise<void> {
  const answer = await fetch(`/api/scheduler/hashtags/?image=${image}`);
  if (!answer.ok) return;
  const { results } = (await answer.json()) as { results: readonly { hashtag: string }[] };
  const buttons = results.map(({ hashtag }) =>
    make('button', { type: 'submit', name: 'add', value: hashtag, class: 'pick-chip', dir: 'auto', formnovalidate: true }, hashtag),
  );
  form.querySelector('[data-ideas]')?.replaceChildren(...buttons);
  const box = form.querySelector<HTMLElement>('[data-ideas-box]');
  if (box) box.hidden = buttons.length === 0;
}
