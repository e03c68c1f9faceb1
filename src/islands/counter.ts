/** How much room is left in a text field. */
import { eachPlace } from './shared/place.ts';

eachPlace<{ max: number }>('counter', ({ element, props }) => {
  const area = element.parentElement?.querySelector('textarea');
  const words = element.querySelector('[data-count]');
  if (!area || !words) return;
  const count = (): void => {
    words.textContent = `${area.value.length} / ${props.max}`;
    element.classList.toggle('field-count-over', area.value.length >= props.max);
  };
  area.addEventListener('input', count);
  count();
});
