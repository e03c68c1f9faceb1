/** A button that copies a code, and says so. */
import { ICONS } from './shared/icons.ts';
import { eachPlace, icon, make } from './shared/place.ts';

interface Props {
  readonly text: string;
  readonly label: string;
  readonly done: string;
}

const SHOWN_MS = 1600;

eachPlace<Props>('copy', ({ element, props }) => {
  if (!navigator.clipboard) return;
  const button = make('button', { type: 'button', class: 'copy-button', 'aria-label': `${props.label} ${props.text}` }, icon(ICONS.copy));
  const said = make('span', { class: 'sr-only', role: 'status' });
  element.append(button, said);
  const show = (done: boolean): void => {
    button.replaceChildren(icon(done ? ICONS.check : ICONS.copy));
    button.classList.toggle('copy-done', done);
    said.textContent = done ? props.done : '';
  };
  button.addEventListener('click', () => {
    navigator.clipboard.writeText(props.text).then(
      () => {
        show(true);
        setTimeout(() => show(false), SHOWN_MS);
      },
      () => getSelection()?.selectAllChildren(element.previousElementSibling ?? element),
    );
  });
});
