/** What the palette offers, in groups. */
import { icon, make } from '../shared/place.ts';

export interface Entry {
  readonly href: string;
  readonly label: string;
  readonly detail?: string;
  /** The shell changes the appearance in place. */
  readonly theme?: string;
}
export interface Group {
  readonly title: string;
  readonly shape: string;
  readonly hits: readonly Entry[];
}

export const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

export const matching = (entries: readonly Entry[], asked: string): readonly Entry[] =>
  entries.filter(({ label }) => plain(label).includes(plain(asked)));

export function drawGroup({ title, shape, hits }: Group, from: number): HTMLElement {
  const options = hits.map(({ href, label, detail, theme }, index) => {
    const option = make(
      'a',
      { role: 'option', href, id: `palette-${from + index}`, tabindex: '-1', 'aria-selected': 'false', 'data-set-theme': theme ?? null },
      icon(shape),
      make('span', { dir: 'auto' }, label),
    );
    if (detail) option.append(make('small', { dir: 'auto' }, detail));
    return option;
  });
  return make(
    'div',
    { role: 'group', 'aria-label': title },
    make('p', { class: 'palette-group', 'aria-hidden': 'true' }, title),
    ...options,
  );
}
