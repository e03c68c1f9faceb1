/** Brings parts of a page up to date from a newer copy of it, without touching what the reader is doing. */

/** Figures beside values (`data-figure`): the numbers change and empty values go, boxes and focus stay. */
export function renewFigures(root: ParentNode, page: Document): void {
  const fresh = new Map([...page.querySelectorAll<HTMLElement>('[data-figure]')].map((line) => [line.dataset['figure'], line]));
  for (const line of root.querySelectorAll<HTMLElement>('[data-figure]')) {
    const now = fresh.get(line.dataset['figure']);
    if (!now) continue;
    line.hidden = now.hidden && !line.querySelector('input:checked');
    const [old, next] = [line.querySelector('.facet-count'), now.querySelector('.facet-count')];
    if (old && next) old.textContent = next.textContent;
  }
}

/** Everything named by `data-fresh` is replaced by the newer part of the same name, unless one is typing in it. */
export function renewParts(page: Document): void {
  for (const part of document.querySelectorAll<HTMLElement>('[data-fresh]')) {
    const fresh = page.querySelector(`[data-fresh="${CSS.escape(part.dataset['fresh'] ?? '')}"]`);
    if (!fresh || part.contains(document.activeElement)) continue;
    part.replaceWith(fresh);
    fresh.dispatchEvent(new CustomEvent('atelier:updated', { bubbles: true }));
  }
}
