/** Shows what is typed, and how strong it is. The server decides what is accepted. */
import { ICONS } from './shared/icons.ts';
import { eachPlace, icon, make } from './shared/place.ts';
import { strengthOf } from './shared/strength.ts';

interface Props {
  readonly show: string;
  readonly hide: string;
  readonly label: string;
  /** Four words from weak to strong; null where the strength does not matter. */
  readonly levels: readonly string[] | null;
}

eachPlace<Props>('password', ({ element, props }) => {
  const input = element.querySelector('input');
  if (!input) return;
  addEye(input, props);
  if (props.levels) addStrength(element, input, props.levels, props.label);
});

function addEye(input: HTMLInputElement, { show, hide }: Props): void {
  const eye = make('button', { type: 'button', class: 'password-eye', 'aria-label': show, 'aria-pressed': 'false' }, icon(ICONS.eye));
  eye.addEventListener('click', () => {
    const shown = input.type === 'password';
    input.type = shown ? 'text' : 'password';
    eye.setAttribute('aria-label', shown ? hide : show);
    eye.setAttribute('aria-pressed', String(shown));
    eye.replaceChildren(icon(shown ? ICONS.eyeOff : ICONS.eye));
  });
  // A shown password must not be remembered as a text by the browser.
  input.form?.addEventListener('submit', () => {
    input.type = 'password';
  });
  input.after(eye);
}

function addStrength(element: HTMLElement, input: HTMLInputElement, levels: readonly string[], label: string): void {
  const bars = levels.map(() => make('i'));
  const words = make('span', { role: 'status' });
  const meter = make('div', { class: 'password-strength' }, ...bars, words);
  meter.hidden = true;
  element.append(meter);
  input.addEventListener('input', () => {
    const level = strengthOf(input.value);
    meter.hidden = input.value === '';
    for (const [index, bar] of bars.entries()) bar.classList.toggle('on', index <= level);
    words.textContent = `${label} : ${levels[level] ?? ''}`;
  });
}
