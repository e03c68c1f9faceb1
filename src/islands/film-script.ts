/**
 * The script of a film: how long each scene is while one writes, and scenes moved, added and taken out without a new page. The page
 * that the server answers is the truth; only the scenes of it are taken over.
 */
import { eachPlace, fill } from './shared/place.ts';

interface Props {
  /** Words a second. */
  readonly pace: number;
  /** Seconds from which a scene is long. */
  readonly long: number;
  readonly wanted: number;
  /** A sentence for each plural form, with some number of words and `{seconds}`. */
  readonly length: Readonly<Record<string, string>>;
  readonly tooLong: string;
  readonly total: string;
}

const wordsIn = (text: string): number => text.trim().split(/\s+/).filter(Boolean).length;

eachPlace<Props>('film-script', ({ element, props }) => {
  const form = element.querySelector('form');
  if (!form) return;
  const plurals = new Intl.PluralRules(document.documentElement.lang);
  const measure = (scene: Element): number => {
    const words = wordsIn(scene.querySelector<HTMLTextAreaElement>('textarea[name^="narration-"]')?.value ?? '');
    const seconds = Math.round(words / props.pace);
    const sentence = props.length[plurals.select(words)] ?? props.length['other'] ?? '';
    const place = scene.querySelector('[data-length]');
    place?.querySelector('span')?.replaceChildren(fill(sentence.replace(/\d+/, String(words)), { seconds }));
    place?.querySelector('em')?.remove();
    if (seconds > props.long) place?.append(Object.assign(document.createElement('em'), { textContent: props.tooLong }));
    return seconds;
  };
  const measureAll = (): void => {
    const seconds = [...form.querySelectorAll('.film-scene')].reduce((sum, scene) => sum + measure(scene), 0);
    showTotal(form, seconds, props);
  };
  form.addEventListener('input', measureAll);
  form.addEventListener('submit', (event) => {
    const { submitter } = event;
    if (!(submitter instanceof HTMLButtonElement)) return;
    if (!/^(up|down|add|remove)-/.test(submitter.value)) {
      for (const button of form.querySelectorAll('.film-plan-acts button')) button.setAttribute('aria-busy', 'true');
      return;
    }
    event.preventDefault();
    rearrange(form, submitter).then(measureAll, () => form.submit());
  });
  addEventListener('pageshow', ({ persisted }) => persisted && location.reload());
});

function showTotal(form: HTMLFormElement, seconds: number, { wanted, total }: Props): void {
  const place = form.querySelector('[data-total]');
  const most = Math.max(wanted, seconds, 1);
  place?.querySelector('.tabular')?.replaceChildren(fill(total, { seconds }));
  const meter = place?.querySelector('meter');
  if (meter) Object.assign(meter, { max: most, value: seconds });
  const bar = place?.querySelector('.meter-value');
  const width = (seconds / most) * 100;
  bar?.setAttribute('width', String(width));
  if (document.documentElement.dir === 'rtl') bar?.setAttribute('x', String(100 - width));
}

/** The scenes as the server puts them; whoever pressed a button stands on the same button of the same scene. */
async function rearrange(form: HTMLFormElement, submitter: HTMLButtonElement): Promise<void> {
  const { value } = submitter;
  const body = new URLSearchParams([...new FormData(form, submitter)].map(([name, text]) => [name, String(text)]));
  const before = new Set([...form.querySelectorAll('.film-scene')].map(({ id }) => id));
  const answer = await fetch(form.action, { method: 'POST', body, headers: { accept: 'text/html' } });
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const [old, fresh] = [form.querySelector('[data-scenes]'), page.querySelector('[data-scenes]')];
  if (!answer.ok || !old || !fresh) throw new Error(`the script answered ${answer.status}`);
  old.replaceWith(fresh);
  const last = page.querySelector<HTMLButtonElement>('.film-add');
  if (last) form.querySelector('.film-add')?.replaceWith(last);
  fresh.dispatchEvent(new CustomEvent('atelier:updated', { bubbles: true }));
  const added = [...fresh.querySelectorAll('.film-scene')].find(({ id }) => !before.has(id));
  const same = fresh.querySelector<HTMLButtonElement>(`button[value="${CSS.escape(value)}"]:not(:disabled)`);
  const goal = added?.querySelector('textarea') ?? same ?? fresh.querySelector('textarea');
  goal?.focus();
  goal?.closest('.film-scene')?.scrollIntoView({ block: 'nearest' });
}
