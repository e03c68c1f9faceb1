/**
 * HTML that somebody typed, as a page may show it. It is read as browsers read it (parse5), and what is on a short list becomes elements of
 * ours: nothing that was typed is ever written into a page as it came, so there is nothing to escape from.
 *
 * Words: an element is *kept*, *unwrapped* (its children stay), or *dropped* with all that is in it.
 */
import { type DefaultTreeAdapterMap, defaultTreeAdapter, html as names, parseFragment } from 'parse5';
import { createElement, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';

type Node = DefaultTreeAdapterMap['childNode'];
type Element = DefaultTreeAdapterMap['element'];

export interface CleanHtml {
  /** Elements, to be put into `<div className="prose">`. */
  readonly nodes: ReactNode;
  /** What was left out, by name: `script`, `onclick`, `href`. Each once. */
  readonly removed: readonly string[];
  /** It would be more elements than any text has: nothing of it is shown. Open marks repeat in every paragraph, so few signs can make millions. */
  readonly isTooMuch: boolean;
}

const KEPT: ReadonlySet<string> = new Set([
  ...['p', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'li', 'dl', 'dt', 'dd', 'blockquote', 'pre', 'hr', 'br'],
  ...['strong', 'b', 'em', 'i', 'u', 's', 'del', 'ins', 'small', 'sub', 'sup', 'code', 'abbr', 'a'],
  ...['table', 'caption', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td'],
]);
/** Nothing in them is meant to be read, or it is read by other rules than those of HTML. */
const DROPPED: ReadonlySet<string> = new Set([
  ...[
    'script',
    'style',
    'iframe',
    'frame',
    'frameset',
    'noframes',
    'object',
    'embed',
    'applet',
    'param',
    'template',
    'noscript',
    'svg',
    'math',
  ],
  ...['select', 'option', 'textarea', 'input', 'button', 'title', 'meta', 'link', 'base', 'xmp', 'plaintext', 'noembed', 'audio', 'video'],
  ...['source', 'track', 'canvas', 'img', 'picture', 'map', 'area', 'dialog', 'slot', 'portal'],
]);
const VOID: ReadonlySet<string> = new Set(['hr', 'br']);
const MAX_ELEMENTS = 20_000;
/** Deeper than any text is written; what is below stays as words. */
const MAX_DEPTH = 40;

export function cleanHtml(source: string): CleanHtml {
  const removed = new Set<string>();
  const read = parsed(source);
  return { nodes: childrenOf(read ?? [], 0, removed), removed: [...removed], isTooMuch: read === null };
}

const tooMuch = new Error('more elements than any text has');
function parsed(source: string): readonly Node[] | null {
  let made = 0;
  const createElement: typeof defaultTreeAdapter.createElement = (...facts) => {
    made += 1;
    if (made > MAX_ELEMENTS) throw tooMuch;
    return defaultTreeAdapter.createElement(...facts);
  };
  try {
    return parseFragment(source, { treeAdapter: { ...defaultTreeAdapter, createElement } }).childNodes;
  } catch (error) {
    if (error !== tooMuch) throw error;
    return null;
  }
}

/** The same as text, to be stored. Cleaning it again changes nothing. */
export function cleanMarkup(source: string): Omit<CleanHtml, 'nodes'> & { readonly html: string } {
  const { nodes, ...facts } = cleanHtml(source);
  return { html: renderToStaticMarkup(nodes), ...facts };
}

/** The words alone, for descriptions. */
export const wordsOfHtml = (source: string): string =>
  wordsIn(parsed(source) ?? [])
    .replaceAll(/\s+/g, ' ')
    .trim();

const childrenOf = (nodes: readonly Node[], depth: number, removed: Set<string>): ReactNode[] =>
  nodes.map((node, place) => nodeOf(node, String(place), depth, removed));

function nodeOf(node: Node, key: string, depth: number, removed: Set<string>): ReactNode {
  if ('value' in node && node.nodeName === '#text') return node.value;
  if (!('tagName' in node)) return null;
  if (node.namespaceURI !== names.NS.HTML || DROPPED.has(node.tagName)) {
    removed.add(node.tagName);
    return null;
  }
  // What is so deep is no text any more; its words stay.
  if (depth >= MAX_DEPTH) return wordsIn([node]).replaceAll(/\s+/g, ' ');
  // The page has its own first heading.
  const tag = node.tagName === 'h1' ? 'h2' : node.tagName;
  const props = propsOf(node, removed);
  // A link that leads nowhere is no link.
  const stays = KEPT.has(tag) && (tag !== 'a' || 'href' in props);
  if (!stays) return childrenOf(node.childNodes, depth + 1, removed);
  if (VOID.has(tag)) return createElement(tag, { key });
  const inside = childrenOf(node.childNodes, depth + 1, removed);
  const element = createElement(tag, { key, ...props }, ...withoutSpace(tag, inside));
  // What scrolls must be reachable by keyboard.
  return tag === 'table' ? createElement('div', { key, className: 'prose-table', tabIndex: 0 }, element) : element;
}

/** Between the rows of a table spaces mean nothing. */
const withoutSpace = (tag: string, children: readonly ReactNode[]): readonly ReactNode[] =>
  ['table', 'thead', 'tbody', 'tfoot', 'tr'].includes(tag)
    ? children.filter((child) => typeof child !== 'string' || child.trim() !== '')
    : children;

type Props = Record<string, string | number>;
const WHOLE = /^\d{1,3}$/;

/** The attributes on the list of their element; `class`, `id`, `style` and all others go. Ours of a stored text are no loss to tell of. */
function propsOf(node: Element, removed: Set<string>): Props {
  const props: Props = {};
  for (const { name, value } of node.attrs) {
    const kept = propOf(node.tagName, name, value);
    if (kept) props[kept[0]] = kept[1];
    else if (!['class', 'tabindex', 'rel'].includes(name)) removed.add(name);
  }
  if (node.tagName === 'a' && /^https?:/i.test(String(props['href'] ?? ''))) props['rel'] = 'noopener';
  return props;
}

function propOf(tag: string, name: string, value: string): readonly [string, string | number] | null {
  if (name === 'dir' && ['ltr', 'rtl', 'auto'].includes(value)) return ['dir', value];
  if (name === 'lang' && /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(value)) return ['lang', value];
  if (tag === 'a' && name === 'href') return isSafeAddress(value) ? ['href', value] : null;
  if (tag === 'abbr' && name === 'title') return ['title', value];
  if (tag === 'ol' && name === 'start' && WHOLE.test(value)) return ['start', Number(value)];
  if (tag === 'th' && name === 'scope' && ['col', 'row'].includes(value)) return ['scope', value];
  if ((tag === 'th' || tag === 'td') && WHOLE.test(value)) {
    if (name === 'colspan') return ['colSpan', Number(value)];
    if (name === 'rowspan') return ['rowSpan', Number(value)];
  }
  return null;
}

/** Addresses of the web, mail, telephone, and places of this site; browsers skip tabs and line breaks in `java\tscript:`, so none may be there. */
const isSafeAddress = (address: string): boolean =>
  /^(https?:\/\/[^/\\]|mailto:|tel:|#|\/(?![/\\]))/i.test(address) && ![...address].some((sign) => sign <= ' ' || sign === '\u007f');

/** Without going down by itself: what was typed may be deeper than a stack. */
function wordsIn(nodes: readonly Node[]): string {
  const waiting: Node[] = [...nodes].reverse();
  const words: string[] = [];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if ('value' in node && node.nodeName === '#text') words.push(node.value);
    else if ('tagName' in node && node.namespaceURI === names.NS.HTML && !DROPPED.has(node.tagName)) {
      words.push(' ');
      waiting.push(...[...node.childNodes].reverse());
    }
  }
  return words.join('');
}
