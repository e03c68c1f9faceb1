/** What every island starts with: its places on the page, what the server told it, and small drawing helpers. */

export interface Place<Props> {
  readonly element: HTMLElement;
  readonly props: Props;
}

/** Calls `start` for every place of the island, also for those that a later partial update brings in. Each place starts once. */
export function eachPlace<Props>(name: string, start: (place: Place<Props>) => void): void {
  const selector = `[data-island="${name}"]:not([data-live])`;
  const startAll = (root: ParentNode): void => {
    for (const element of root.querySelectorAll<HTMLElement>(selector)) {
      element.dataset['live'] = '';
      start({ element, props: JSON.parse(element.dataset['props'] ?? '{}') as Props });
    }
  };
  startAll(document);
  document.addEventListener('atelier:updated', (event) => startAll(event.target as HTMLElement));
}

type Attributes = Readonly<Record<string, string | boolean | null>>;

/** Makes an element; `false` and `null` leave an attribute out. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false && value !== null) element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children);
  return element;
}

const SVG = 'http://www.w3.org/2000/svg';

/** An outline icon; `d` as in the server's icon-shapes. */
export function icon(d: string): SVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  const path = document.createElementNS(SVG, 'path');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  path.setAttribute('d', d);
  svg.append(path);
  return svg;
}

/** Fills `{name}` places of a text the server already translated. */
export const fill = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
