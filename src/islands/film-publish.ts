/** Publishing a film: the words are measured while one writes, and the second press of one intention does nothing. */
import { eachPlace } from './shared/place.ts';
import { tellZone } from './shared/zone.ts';

interface Props {
  readonly check: string;
  readonly busy: string;
  readonly zone: string;
  readonly isZoneKnown: boolean;
}
interface Measure {
  readonly platform: string;
  readonly used: number;
  readonly limit: number;
  readonly fault: string | null;
}

const PAUSE_MS = 300;

eachPlace<Props>('film-publish', ({ element, props }) => {
  const form = element.querySelector('form');
  if (!form) return;
  tellZone(props);
  let timer = 0;
  let latest = 0;
  const measure = async (): Promise<void> => {
    latest += 1;
    const turn = latest;
    const body = new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]));
    const answer = await fetch(props.check, { method: 'POST', body });
    if (!answer.ok || turn !== latest) return;
    for (const each of ((await answer.json()) as { measures: readonly Measure[] }).measures) show(form, each);
  };
  form.addEventListener('input', ({ target }) => {
    if (!(target instanceof HTMLTextAreaElement)) return;
    clearTimeout(timer);
    // Offline the counters wait; sending says everything again.
    timer = window.setTimeout(() => measure().catch(() => undefined), PAUSE_MS);
  });
  form.addEventListener('submit', (event) => {
    const button = form.querySelector<HTMLButtonElement>('.form-actions button');
    if (button?.ariaBusy === 'true') event.preventDefault();
    button?.setAttribute('aria-busy', 'true');
    button?.lastChild?.replaceWith(props.busy);
  });
  addEventListener('pageshow', ({ persisted }) => persisted && location.reload());
});

function show(form: HTMLFormElement, { platform, used, limit, fault }: Measure): void {
  const line = form.querySelector(`[data-measure="${platform}"]`);
  line?.querySelector('[data-count]')?.replaceChildren(`${used} / ${limit}`);
  line?.classList.toggle('film-measure-over', fault !== null);
  const place = line?.querySelector<HTMLElement>('[data-fault]');
  if (!place) return;
  place.hidden = fault === null;
  place.replaceChildren(fault ?? '');
}
