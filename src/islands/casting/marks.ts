/** Marks people where they stand: the server is asked, and every place that shows the mark follows. */
import type { Props } from '../casting.ts';
import { fill } from '../shared/place.ts';
import type { Toast } from '../shared/toast.ts';

export interface Marks {
  /** Gives a mark, or takes it away when the person has this very one. */
  toggle(pick: HTMLElement, mark: number): void;
}

const menusOf = (id: string): NodeListOf<HTMLElement> => document.querySelectorAll(`.mark-menu[data-of="${CSS.escape(id)}"]`);

export function createMarks({ marks: words, texts }: Props, say: Toast['say']): Marks {
  const form = document.querySelector<HTMLFormElement>('form#marks');

  const show = (id: string, name: string, mark: number): void => {
    for (const menu of menusOf(id)) {
      menu.dataset['mark'] = String(mark);
      const summary = menu.querySelector('summary');
      if (!summary) continue;
      summary.className = mark ? `mark-${mark}` : '';
      summary.setAttribute('aria-label', fill(mark ? texts.marked : texts.unmarked, { name, mark, label: words[mark] ?? '' }));
      summary.querySelector('span')?.replaceChildren(mark ? String(mark) : '');
      for (const button of menu.querySelectorAll('button')) {
        if (button.value.endsWith(':0')) button.parentElement?.toggleAttribute('hidden', mark === 0);
        else button.setAttribute('aria-pressed', String(button.value === `${id}:${mark}`));
      }
    }
  };
  const send = async (id: string, name: string, mark: number): Promise<void> => {
    if (!form) return;
    const body = new URLSearchParams([...new FormData(form)].map(([key, value]) => [key, String(value)]));
    body.set('mark', `${id}:${mark}`);
    const before = Number(menusOf(id)[0]?.dataset['mark'] ?? 0);
    // Shown at once: a casting goes through hundreds of faces. What the server refuses is taken back.
    show(id, name, mark);
    const response = await fetch(form.action, { method: 'POST', body, headers: { accept: 'application/json' } }).catch(() => null);
    if (response?.ok) return say(mark ? `${name} · ${mark} ${words[mark]}` : `${name} · ${words[0]}`);
    show(id, name, before);
    say(texts.failed);
  };

  form?.addEventListener('submit', (event) => {
    const { submitter } = event;
    if (!(submitter instanceof HTMLButtonElement)) return;
    event.preventDefault();
    const [id = '', mark = '0'] = submitter.value.split(':');
    const menu = submitter.closest<HTMLDetailsElement>('details');
    if (menu) {
      menu.open = false;
      menu.querySelector('summary')?.focus();
    }
    void send(id, menu?.closest<HTMLElement>('[data-name]')?.dataset['name'] ?? nameOf(id), Number(mark));
  });

  return {
    toggle: (pick, mark) => {
      const id = pick.dataset['pick'] ?? '';
      const [menu] = menusOf(id);
      if (menu) void send(id, pick.dataset['name'] ?? '', menu.dataset['mark'] === String(mark) ? 0 : mark);
    },
  };
}

/** In a table the menu stands in another cell than the name. */
const nameOf = (id: string): string => document.querySelector<HTMLElement>(`[data-pick="${CSS.escape(id)}"]`)?.dataset['name'] ?? '';
