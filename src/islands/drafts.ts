/**
 * What was typed is kept in this browser until it was sent, so a cut connection or a closed tab loses nothing.
 * Never passwords, files or hidden fields. The shell forgets a draft once the page after it arrives in good order.
 */
import { DRAFT_PREFIX, type Draft, readDraft } from './shared/draft.ts';
import { eachPlace, make } from './shared/place.ts';

interface Props {
  readonly key: string;
  /** False when the server gave back a refused form: what it shows is newer than any draft. */
  readonly fresh: boolean;
  readonly restored: string;
  readonly discard: string;
}

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
const SKIPPED = new Set(['password', 'file', 'hidden', 'submit', 'button']);
const PAUSE_MS = 400;

const fieldsOf = (form: HTMLFormElement): Field[] =>
  [...form.elements].filter(
    (each): each is Field => 'name' in each && each.name !== '' && 'value' in each && !SKIPPED.has((each as Field).type),
  );
const isBox = (field: Field): field is HTMLInputElement => field.type === 'checkbox' || field.type === 'radio';

/** `[name, value]` pairs as the form would send them. */
const typedIn = (form: HTMLFormElement): Draft['pairs'] =>
  fieldsOf(form)
    .filter((field) => !isBox(field) || field.checked)
    .map((field) => [field.name, field.value] as const);

function fillIn(form: HTMLFormElement, pairs: Draft['pairs']): void {
  const values = groupByName(pairs);
  for (const field of fieldsOf(form)) {
    const wanted = values.get(field.name)?.map(([, value]) => value) ?? [];
    if (isBox(field)) field.checked = wanted.includes(field.value);
    else if (wanted[0] !== undefined) field.value = wanted[0];
    field.dispatchEvent(new Event(field instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }));
  }
}

function groupByName(pairs: Draft['pairs']): Map<string, (readonly [string, string])[]> {
  const groups = new Map<string, (readonly [string, string])[]>();
  for (const pair of pairs) groups.set(pair[0], [...(groups.get(pair[0]) ?? []), pair]);
  return groups;
}

eachPlace<Props>('drafts', ({ element, props }) => {
  const form = element.closest('form');
  if (!form) return;
  const key = DRAFT_PREFIX + props.key;
  const before = typedIn(form);
  const keep = (sent: boolean): void => {
    const draft: Draft = { pairs: typedIn(form), at: Date.now(), sent, from: location.pathname };
    localStorage.setItem(key, JSON.stringify(draft));
  };

  const kept = props.fresh ? readDraft(key) : null;
  if (kept && JSON.stringify(kept.pairs) !== JSON.stringify(before)) {
    fillIn(form, kept.pairs);
    const discard = make('button', { type: 'button' }, props.discard);
    const note = make('p', { class: 'draft-note', role: 'status' }, props.restored, discard);
    discard.addEventListener('click', () => {
      localStorage.removeItem(key);
      fillIn(form, before);
      note.remove();
    });
    element.append(note);
  }

  let timer = 0;
  form.addEventListener('input', () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => keep(false), PAUSE_MS);
  });
  form.addEventListener('submit', () => {
    clearTimeout(timer);
    keep(true);
  });
});
