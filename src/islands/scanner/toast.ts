/** A line that says what was done and can take it back. */
import { make } from '../shared/place.ts';
import { button } from './drawings.ts';
import type { Voice } from './texts.ts';

export interface Toast {
  readonly element: HTMLElement;
  say(words: string, undo?: () => void): void;
}

const SHOWN_MS = 7000;

export function createToast(voice: Voice): Toast {
  const element = make('div', { class: 'scan-toast', role: 'status' });
  let timer = 0;
  const hide = (): void => element.replaceChildren();
  return {
    element,
    say: (words, undo) => {
      clearTimeout(timer);
      const back = (act: () => void): HTMLElement =>
        button('scan-toast-undo', 'undo', voice.say('undo'), () => {
          hide();
          act();
        });
      element.replaceChildren(make('span', {}, words), ...(undo ? [back(undo)] : []));
      timer = window.setTimeout(hide, SHOWN_MS);
    },
  };
}
