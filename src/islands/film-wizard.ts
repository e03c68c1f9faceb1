/** The form of a new film: examples fill it in place, the folded choices say what is chosen, the estimate follows them. */
import { eachPlace } from './shared/place.ts';

interface Props {
  /** Path of the form; with its fields in the address it answers their estimate. */
  readonly quote: string;
}

const PAUSE_MS = 400;

eachPlace<Props>('film-wizard', ({ element, props }) => {
  const form = element.querySelector('form');
  if (!form) return;
  watchExamples(form);
  const line = form.querySelector('[data-chosen]');
  const tell = (): void => {
    const said = [...form.querySelectorAll<HTMLInputElement>('input[type="radio"]:checked')].map((input) => input.dataset['say'] ?? '');
    line?.replaceChildren(said.filter(Boolean).join(' · '));
  };
  let timer = 0;
  form.addEventListener('change', ({ target }) => {
    tell();
    const isWord = target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.name === 'title');
    clearTimeout(timer);
    // The estimate waits when one is offline; it is said again with the script.
    if (!isWord) timer = window.setTimeout(() => quote(form, props.quote).catch(() => undefined), PAUSE_MS);
  });
  form.addEventListener('submit', () => form.querySelector('.form-actions button')?.setAttribute('aria-busy', 'true'));
  addEventListener('pageshow', ({ persisted }) => persisted && location.reload());
  tell();
});

async function quote(form: HTMLFormElement, path: string): Promise<void> {
  const kept = [...new FormData(form)].filter(([name, value]) => typeof value === 'string' && !['_csrf', 'once', 'prompt'].includes(name));
  const answer = await fetch(`${path}?${new URLSearchParams(kept as [string, string][])}`, { headers: { accept: 'text/html' } });
  if (!answer.ok || answer.redirected) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('quote');
  if (fresh) document.getElementById('quote')?.replaceWith(fresh);
}

function watchExamples(form: HTMLFormElement): void {
  const area = form.querySelector<HTMLTextAreaElement>('textarea[name="prompt"]');
  form.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-example]') : null;
    if (!link || !area || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    area.value = link.dataset['example'] ?? '';
    area.dispatchEvent(new Event('input', { bubbles: true }));
    area.focus();
  });
}
