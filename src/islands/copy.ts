/** A button that copies a code, or the text before it, and says so. */
import { ICONS } from './shared/icons.ts';
import { eachPlace, icon, make } from './shared/place.ts';

interface Props {
  /** What is copied; without it, what stands before the button. */
  readonly text?: string;
  /** What that is called, where its text is too long to be read out. */
  readonly name?: string;
  readonly label: string;
  readonly done: string;
}

const SHOWN_MS = 1600;

eachPlace<Props>('copy', ({ element, props }) => {
  if (!navigator.clipboard) return;
  const button = make(
    'button',
    { type: 'button', class: 'copy-button', 'aria-label': `${props.label} ${props.name ?? props.text ?? ''}` },
    icon(ICONS.copy),
  );
  const said = make('span', { class: 'sr-only', role: 'status' });
  element.append(button, said);
  const show = (done: boolean): void => {
    button.replaceChildren(icon(done ? ICONS.check : ICONS.copy));
    button.classList.toggle('copy-done', done);
    said.textContent = done ? props.done : '';
  };
  button.addEventListener('click', () => {
    navigator.clipboard.writeText(props.text ?? element.previousElementSibling?.textContent ?? '').then(
      () => {
        show(true);
        setTimeout(() => show(false), SHOWN_MS);
      },
      () => getSelection()?.selectAllChildren(element.previousElementSibling ?? element),
    );
  });
});
