/**
 * Reads a page as people do, all of it, also what a menu or a dialog still hides: text, labels, titles, placeholders, pictures' words,
 * choices, buttons, and what islands are told. Runs in the browser, so it takes all it needs with it.
 */

export interface Unsaid {
  /** The element and its nearest neighbours: `td > span.tag`. */
  readonly at: string;
  readonly text: string;
}
export interface Reading {
  readonly unsaid: readonly Unsaid[];
  readonly values: readonly Unsaid[];
  /** Addresses of this site that the page leads to. */
  readonly links: readonly string[];
}

export interface ToRead {
  /** A page as it was sent; without it, the page that is open, as its islands made it. */
  readonly html?: string;
  /** A pattern of words that are the same in every language. */
  readonly known: string;
}

export function readPage({ html, known }: ToRead): Reading {
  const page = html === undefined ? document : new DOMParser().parseFromString(html, 'text/html');
  const names = new RegExp(known, 'gu');
  const unsaid: Unsaid[] = [];
  const values: Unsaid[] = [];

  // Names, codes, addresses, what people typed: marked as data for browsers that translate, or as a text whose direction nobody knows.
  const DATA = '[translate="no"], [lang]:not(html), bdi, [dir="auto"], time, code, pre, kbd, samp, q, script, style, textarea';
  const placeOf = (element: Element): string => {
    const nameOf = (one: Element): string => one.tagName.toLowerCase() + (one.classList[0] ? `.${one.classList[0]}` : '');
    const path: string[] = [];
    for (let one: Element | null = element; one && path.length < 4; one = one.parentElement) path.unshift(nameOf(one));
    return path.join(' > ');
  };
  /** What is left of a text without what was said in a language, without values, and without words of every language. */
  const restOf = (text: string): string => {
    let rest = text;
    for (let before = ''; before !== rest; ) {
      before = rest;
      rest = rest.replace(/⟦[^⟦⟧]*⟧/gu, ' ');
    }
    // A sentence that was cut around an element (« ⟦Pris jusqu’au <time>… »).
    rest = rest.replace(/⟦[^⟦⟧]*$/u, ' ').replace(/^[^⟦⟧]*⟧/u, ' ');
    return rest.replace(/https?:\/\/\S*/g, ' ').replace(names, ' ');
  };
  const note = (element: Element, text: string, what = ''): void => {
    if (element.closest(DATA) || (html === undefined && element.closest('noscript'))) return;
    for (const [, value = ''] of text.matchAll(/⟪([^⟪⟫]*)⟫/gu)) values.push({ at: placeOf(element) + what, text: value });
    const rest = restOf(text);
    if (/\p{L}/u.test(rest)) unsaid.push({ at: placeOf(element) + what, text: rest.replace(/\s+/g, ' ').trim() });
  };

  const SAID_ATTRIBUTES = [
    'aria-label',
    'aria-description',
    'aria-roledescription',
    'aria-valuetext',
    'title',
    'placeholder',
    'alt',
    'data-say',
  ];
  const readElement = (element: Element): void => {
    for (const name of SAID_ATTRIBUTES) note(element, element.getAttribute(name) ?? '', `[${name}]`);
    if (element.matches('input[type=submit], input[type=button], input[type=reset]'))
      note(element, element.getAttribute('value') ?? '', '[value]');
    if (element.matches('optgroup, track')) note(element, element.getAttribute('label') ?? '', '[label]');
    if (element.matches('datalist option')) note(element, element.getAttribute('value') ?? '', '[value]');
    if (
      element.matches('meta[name=description], meta[property="og:title"], meta[property="og:description"], meta[property="og:image:alt"]')
    )
      note(element, element.getAttribute('content') ?? '', '[content]');
    const props = element.getAttribute('data-props');
    if (props) readProps(element, JSON.parse(props));
  };
  /** Of what an island is told, the texts: a group called so, and what looks like words. */
  const readProps = (element: Element, value: unknown, name = ''): void => {
    if (typeof value === 'string') {
      // What is said in a film is the film's.
      if (/\.config\.words\./.test(name)) return;
      if (/texts|labels?$|words|show|hide|levels|search$|none$|done$|failed/i.test(name)) note(element, value, `{${name}}`);
    } else if (typeof value === 'object' && value !== null)
      for (const [key, each] of Object.entries(value)) readProps(element, each, name ? `${name}.${key}` : key);
  };

  const readAll = (root: Document | DocumentFragment): void => {
    const walker = page.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node instanceof Text || node.nodeType === 3) {
        const parent = node.parentElement;
        if (parent) note(parent, node.nodeValue ?? '');
      } else {
        readElement(node as Element);
        if (node instanceof HTMLTemplateElement) readAll(node.content);
      }
    }
  };
  readAll(page);
  const links = [...page.querySelectorAll('a[href]')].map((link) => link.getAttribute('href') ?? '').filter((href) => href.startsWith('/'));
  return { unsaid, values, links };
}
