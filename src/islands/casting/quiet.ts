/** Lines that change in place: the form is sent, and the list of the page that answers replaces this one. */
import type { Toast } from '../shared/toast.ts';

/** Notes and places of a shortlist, answers of a client. Taking somebody off shows how to undo it, so it takes a whole page. */
const QUIET = '.entry-form, .answer-form';

export function watchQuietForms(root: HTMLElement, say: Toast['say'], failed: string): void {
  root.addEventListener('submit', (event) => {
    const { target: form, submitter } = event;
    if (!(form instanceof HTMLFormElement) || !form.matches(QUIET)) return;
    if (!(submitter instanceof HTMLButtonElement) || submitter.value === 'remove') return;
    event.preventDefault();
    send(form, submitter, say).catch(() => {
      say(failed);
    });
  });
}

async function send(form: HTMLFormElement, submitter: HTMLButtonElement, say: Toast['say']): Promise<void> {
  const body = new URLSearchParams([...new FormData(form, submitter)].map(([key, value]) => [key, String(value)]));
  submitter.setAttribute('aria-busy', 'true');
  const response = await fetch(form.action, { method: 'POST', body, headers: { accept: 'text/html' } });
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const [old, fresh] = [document.getElementById('people'), page.getElementById('people')];
  // Signed out, revoked meanwhile: the page that answers says so.
  if (!old || !fresh) return location.assign(response.redirected ? response.url : location.href);
  old.replaceWith(fresh);
  fresh.dispatchEvent(new CustomEvent('atelier:updated', { bubbles: true }));
  const again = `#${CSS.escape(form.id)}`;
  const button =
    fresh.querySelector<HTMLElement>(`${again} button[value="${submitter.value}"]`) ?? fresh.querySelector<HTMLElement>(`${again} button`);
  (fresh.querySelector<HTMLElement>(`${again} [aria-invalid]`) ?? button)?.focus();
  const words = page.querySelector('.flashes')?.textContent?.trim();
  if (words) say(words);
}
