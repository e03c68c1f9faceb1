/** Counters, refusals and previews follow the words. */
import { icon, make } from '../shared/place.ts';

interface Measure {
  readonly platform: string;
  readonly used: number;
  readonly limit: number;
  readonly text: string;
  readonly faults: readonly string[];
}

const PAUSE_MS = 300;
const ERROR = 'M2 12a10 10 0 1 0 20 0a10 10 0 1 0-20 0M12 8L12 12M12 16L12.01 16';

export function watchWords(form: HTMLFormElement, check: string): void {
  let timer = 0;
  let latest = 0;
  const measure = async (): Promise<void> => {
    latest += 1;
    const turn = latest;
    const body = new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]));
    const answer = await fetch(check, { method: 'POST', body });
    if (!answer.ok || turn !== latest) return;
    for (const each of ((await answer.json()) as { measures: readonly Measure[] }).measures) show(form, each);
  };
  const soon = (): void => {
    clearTimeout(timer);
    // Offline the counters wait; sending says everything again.
    timer = window.setTimeout(() => measure().catch(() => undefined), PAUSE_MS);
  };
  form.addEventListener('input', ({ target }) => {
    if (target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type === 'text')) soon();
  });
}

function show(form: HTMLFormElement, { platform, used, limit, text, faults }: Measure): void {
  const line = form.querySelector(`[data-measure="${platform}"]`);
  line?.querySelector('[data-count]')?.replaceChildren(`${used} / ${limit}`);
  line?.classList.toggle('measure-over', faults.length > 0);
  const said = [...(line?.querySelectorAll('.field-error') ?? [])];
  if (line && said.map((each) => each.textContent).join('\n') !== faults.join('\n')) {
    for (const each of said) each.remove();
    line.append(...faults.map((fault) => make('p', { class: 'field-error' }, icon(ERROR), fault)));
  }
  form.querySelector(`[data-preview="${platform}"] [data-text]`)?.replaceChildren(text);
}
