/**
 * Hand scanners that type: many keys at a speed no hand has, then Enter, wherever the focus is. They type as if the keyboard were
 * American; on an AZERTY machine the letters come out wrong, so the text is also read from the places of the keys.
 */
import { BADGE_PREFIX } from './claims.ts';

export interface Key {
  /** What the keyboard says it means. */
  readonly key: string;
  /** Where the key is: `KeyA`. */
  readonly code: string;
  readonly shift: boolean;
  readonly at: number;
}

const SLOWEST_MS = 60;
const SHORTEST = 6;

/** Takes keys one by one; answers the text when a key ends a scan. */
export function createWedge(): (key: Key) => string | null {
  let keys: Key[] = [];
  return (key) => {
    const last = keys.at(-1);
    if (last && key.at - last.at > SLOWEST_MS) keys = [];
    if (key.key === 'Enter') {
      const scanned = keys;
      keys = [];
      return scanned.length >= SHORTEST ? textOf(scanned) : null;
    }
    if (key.key.length === 1) keys.push(key);
    return null;
  };
}

function textOf(keys: readonly Key[]): string {
  const said = keys.map(({ key }) => key).join('');
  if (said.startsWith(BADGE_PREFIX)) return said;
  const meant = keys.map(americanSign).join('');
  return meant.startsWith(BADGE_PREFIX) ? meant : said;
}

const SIGNS: Readonly<Record<string, readonly [plain: string, shifted: string]>> = { Minus: ['-', '_'], Period: ['.', '>'] };

function americanSign({ key, code, shift }: Key): string {
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  if (letter) return shift ? letter : letter.toLowerCase();
  return /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1] ?? SIGNS[code]?.[shift ? 1 : 0] ?? key;
}

/** Listens on the whole page. What a scan left in a field that had the focus is taken out again. */
export function watchWedge(scanned: (text: string) => void): void {
  const take = createWedge();
  document.addEventListener(
    'keydown',
    (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const text = take({ key: event.key, code: event.code, shift: event.shiftKey, at: event.timeStamp });
      if (text === null) return;
      event.preventDefault();
      event.stopPropagation();
      if (event.target instanceof HTMLInputElement) event.target.value = '';
      scanned(text);
    },
    true,
  );
}
