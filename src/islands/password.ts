/** Shows what is typed, and how strong it is. The server decides what is accepted. */
import { ICONS } from './shared/icons.ts';
import { eachPlace, icon, make } from './shared/place.ts';

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

/** 0 to 3. Length counts most: four plain words beat one decorated one; repeated and neighbouring signs add nothing. */
export function strengthOf(password: string): number {
  const signs = [...password.toLowerCase()];
  const fresh = signs.filter((sign, index) => {
    const before = signs[index - 1]?.codePointAt(0) ?? -9;
    return (
      Math.abs((sign.codePointAt(0) ?? 0) - before) > 1 &&
      !signs
        .slice(0, index)
        .join('')
        .includes(signs.slice(index - 1, index + 1).join(''))
    );
  }).length;
  const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\p{N}/u, /[^\p{L}\p{N}]/u].filter((kind) => kind.test(password)).length;
  const points = fresh + (kinds - 1) * 1.5;
  if (password.length < 8 || points < 8) return 0;
  return points < 11 ? 1 : points < 15 ? 2 : 3;
}
