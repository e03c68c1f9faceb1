/**
 * Keys without Ctrl or ⌘ that work everywhere: `/` search, `?` help, `g` and a letter goes to a room. The switch of the help turns these
 * and those of every page off: keys are caught before the page hears them.
 */
const SWITCH = 'atelier-keys';
const CHORD_MS = 1500;

const areOff = (): boolean => localStorage.getItem(SWITCH) === 'off';

/** Somebody types, or something lies over the page. */
function isBusy(target: EventTarget | null): boolean {
  const types =
    target instanceof HTMLElement && target.matches('textarea, select, [contenteditable], input:not([type="checkbox"], [type="radio"])');
  return types || document.querySelector('dialog[open], details[data-drop][open]') !== null;
}

const isOpen = (box: HTMLElement | null): boolean =>
  box !== null && CSS.supports('selector(:popover-open)') && box.matches(':popover-open');

export function watchKeys(go: Readonly<Record<string, string>>, openPalette: () => void): void {
  const help = document.getElementById('keys-help');
  let chordUntil = 0;
  const press = (key: string): boolean => {
    const letter = key.toLowerCase();
    if (performance.now() < chordUntil) {
      chordUntil = 0;
      const href = go[letter];
      if (href) location.assign(href);
      return href !== undefined;
    }
    if (letter === 'g') {
      chordUntil = performance.now() + CHORD_MS;
      return true;
    }
    if (key === '?' && help) {
      if (isOpen(help)) help.hidePopover();
      else help.showPopover?.();
      return true;
    }
    if (key !== '/') return false;
    const field = document.querySelector<HTMLInputElement>('main input[type="search"]');
    if (field && field.offsetParent !== null) field.focus();
    else openPalette();
    return true;
  };
  document.addEventListener(
    'keydown',
    (event) => {
      // A letter, a digit, a sign: what one types. Space, Enter and the arrows belong to what has the focus.
      const isSign = event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey;
      if (!isSign || isBusy(event.target)) return;
      if (areOff()) return event.stopImmediatePropagation();
      if (isOpen(help) && event.key !== '?') return;
      if (!press(event.key)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    },
    true,
  );
  const box = help?.querySelector<HTMLInputElement>('[data-keys-switch]');
  if (!box) return;
  box.checked = !areOff();
  box.addEventListener('change', () => {
    if (box.checked) localStorage.removeItem(SWITCH);
    else localStorage.setItem(SWITCH, 'off');
  });
}
