/** Examples of the image studio fill the form in place: the link alone would begin a new page and lose what was chosen. */
import { eachPlace } from './shared/place.ts';

eachPlace('studio-order', ({ element }) => {
  const area = element.closest('form')?.querySelector<HTMLTextAreaElement>('textarea[name="prompt"]');
  element.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-example]') : null;
    if (!link || !area || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    area.value = link.dataset['example'] ?? '';
    area.dispatchEvent(new Event('input', { bubbles: true }));
    area.focus();
  });
});
