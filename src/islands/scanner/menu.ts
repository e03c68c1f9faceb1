/** What is done once a day: bring the list up to date, install the page, wipe the list from this phone, sign out. */
import { make } from '../shared/place.ts';
import { button, draw } from './drawings.ts';
import type { Voice } from './texts.ts';

export interface MenuEvents {
  refresh(): void;
  wipe(): void;
  signOut(): void;
}

interface InstallPrompt extends Event {
  prompt(): Promise<unknown>;
}

export function createMenu(voice: Voice, { refresh, wipe, signOut }: MenuEvents): HTMLElement {
  const close = (act: () => void) => () => {
    menu.open = false;
    act();
  };
  const install = button('', null, voice.say('install'), () => undefined);
  install.hidden = true;
  addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    install.hidden = false;
    install.onclick = close(() => void (event as InstallPrompt).prompt());
  });
  const panel = make(
    'div',
    { class: 'drop-panel scan-menu' },
    button('', null, voice.say('refresh'), close(refresh)),
    install,
    button('', null, voice.say('wipe'), close(wipe)),
    button('', null, voice.say('signOut'), close(signOut)),
  );
  const summary = make('summary', { class: 'scan-icon', 'aria-label': voice.say('menu') }, draw('menu'));
  const menu = make('details', { class: 'drop', 'data-drop': true }, summary, panel);
  return menu;
}
