/** Saving: the version that was read goes along; when somebody saved meanwhile, nothing is written over and a person decides. */
import type { Desk } from './desk.ts';
import type { Film } from './model.ts';
import { faultsOf, tracksOf, type WireTimeline } from './wire.ts';

export type SavingTexts = Readonly<Record<'saved' | 'unsaved' | 'saving' | 'savedNow' | 'offline' | 'refused' | 'copied', string>>;

export interface Saving {
  /** True when the server has what is on the desk. */
  save(): Promise<boolean>;
  readonly id: () => string;
}

interface Tools {
  readonly root: HTMLElement;
  readonly desk: Desk;
  readonly timeline: WireTimeline;
  readonly projectId: string;
  /** Where the timelines of the API are, and this page. */
  readonly endpoint: string;
  readonly page: string;
  readonly texts: SavingTexts;
  readonly say: (text: string) => void;
}

export function createSaving({ root, desk, timeline, projectId, endpoint, page, texts, say }: Tools): Saving {
  let { version } = timeline;
  let running: Promise<boolean> | null = null;
  const state = root.querySelector<HTMLElement>('[data-state]');
  const dialog = root.querySelector<HTMLDialogElement>('[data-conflict]');
  const show = (): void => {
    state?.replaceChildren(running ? texts.saving : desk.isSaved() ? texts.saved : texts.unsaved);
    state?.classList.toggle('tl-unsaved', !desk.isSaved());
  };
  const bodyOf = (film: Film): object => ({ config: { ...timeline.config, words: film.words }, tracks: tracksOf(film) });
  const refused = async (answer: Response, film: Film): Promise<false> => {
    const faults = faultsOf(await answer.json().catch(() => null), film, texts.refused);
    desk.setFaults(faults);
    const first = faults.find(({ clip }) => clip !== null);
    if (first) desk.select(first.clip);
    say(faults[0]?.message ?? texts.refused);
    return false;
  };
  const send = async (): Promise<boolean> => {
    const film = desk.film();
    const answer = await ask('PUT', `${endpoint}/${timeline.id}`, { version, ...bodyOf(film) });
    if (answer.status === 409) {
      dialog?.showModal();
      return false;
    }
    if (!answer.ok) return refused(answer, film);
    ({ version } = (await answer.json()) as WireTimeline);
    desk.setFaults([]);
    desk.markSaved(film);
    say(texts.savedNow);
    return true;
  };
  const copy = async (): Promise<void> => {
    const answer = await ask('POST', endpoint, { project_id: projectId, ...bodyOf(desk.film()) });
    if (!answer.ok) return void (await refused(answer, desk.film()));
    const { id } = (await answer.json()) as WireTimeline;
    desk.markSaved(desk.film());
    say(texts.copied);
    location.assign(`${page}?timeline=${encodeURIComponent(id)}`);
  };
  dialog?.addEventListener('close', () => {
    if (dialog.returnValue === 'reload') {
      desk.markSaved(desk.film());
      location.reload();
    }
    if (dialog.returnValue === 'copy') copy().catch(() => say(texts.offline));
  });
  desk.listen((change) => (change === 'film' || change === 'saved') && show());
  addEventListener('beforeunload', (event) => {
    if (!desk.isSaved()) event.preventDefault();
  });
  show();
  return {
    id: () => timeline.id,
    async save() {
      // A second press waits for the first, then looks again.
      if (running) await running;
      if (desk.isSaved()) return true;
      running = send().catch(() => {
        say(texts.offline);
        return false;
      });
      show();
      const isDone = await running;
      running = null;
      show();
      return isDone;
    },
  };
}

const ask = (method: string, url: string, body: object): Promise<Response> =>
  fetch(url, { method, headers: { 'content-type': 'application/json', accept: 'application/json' }, body: JSON.stringify(body) });
