/** A word that shows for a moment and is read aloud. */
import { make } from '../shared/place.ts';

const SHOWN_MS = 2600;

export type SayIt = (text: string) => void;

export function createToast(): SayIt {
  const said = make('p', { class: 'said', role: 'status' });
  document.body.append(said);
  let timer = 0;
  return (text) => {
    clearTimeout(timer);
    said.textContent = text;
    timer = window.setTimeout(() => said.replaceChildren(), SHOWN_MS);
  };
}
