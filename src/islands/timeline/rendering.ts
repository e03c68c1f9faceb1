/** From the desk to a film: a render is ordered once, and how it goes on is shown as the server counts it. */
import { listen } from '../shared/live.ts';
import { fill } from '../shared/place.ts';
import type { Saving } from './saving.ts';

export type RenderTexts = Readonly<
  Record<
    | 'queued'
    | 'preparing'
    | 'stagePreparation'
    | 'stageCompositing'
    | 'stageEncoding'
    | 'stageFinalization'
    | 'rendered'
    | 'renderFailed'
    | 'renderCancelled'
    | 'offline',
    string
  >
>;

interface Tools {
  readonly root: HTMLElement;
  readonly saving: Saving;
  /** Where the renders of the API are. */
  readonly endpoint: string;
  /** Where finished films are: `{id}` is the film. */
  readonly film: string;
  readonly channel: string;
  readonly texts: RenderTexts;
  readonly say: (text: string) => void;
}

interface Status {
  readonly status: 'queued' | 'rendering' | 'completed' | 'failed' | 'cancelled';
  readonly progress?: number | null;
  readonly current_stage?: 'preparation' | 'compositing' | 'encoding' | 'finalization' | null;
  readonly position_in_queue?: number | null;
  readonly video_id?: string | null;
  readonly error?: { readonly message?: string } | null;
}

const LOOK_AGAIN_MS = 2000;
const OPTIONS = {
  film: { config: { quality: 'standard' } },
  preview: { preview: true },
} as const;

export function watchRendering(tools: Tools): void {
  const { root, saving, endpoint, texts, say } = tools;
  const box = root.querySelector<HTMLElement>('[data-render-box]');
  let busy = false;
  const order = async (kind: keyof typeof OPTIONS): Promise<void> => {
    if (busy || !(await saving.save())) return;
    busy = true;
    try {
      // New for every intention: a request that is sent again starts nothing twice.
      const answer = await sendTwice(endpoint, { timeline_id: saving.id(), ...OPTIONS[kind] }, newKey());
      const body = (await answer.json()) as { render_id: string; error?: { message?: string } } & Status;
      if (!answer.ok) return say(body.error?.message ?? texts.renderFailed);
      await follow(body.render_id, body, tools, box);
    } finally {
      busy = false;
    }
  };
  root.addEventListener('click', ({ target }) => {
    const kind = target instanceof Element ? target.closest<HTMLElement>('[data-render]')?.dataset['render'] : undefined;
    if (kind === 'film' || kind === 'preview') order(kind).catch(() => say(texts.offline));
  });
}

/** When the answer is lost on the way, the same intention is sent once more. */
async function sendTwice(url: string, body: object, key: string): Promise<Response> {
  const headers = { 'content-type': 'application/json', accept: 'application/json', 'idempotency-key': key };
  const send = (): Promise<Response> => fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  return send().catch(() => send());
}

/** Also where the page has no secure origin. */
const newKey = (): string => [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

const ENDED = ['completed', 'failed', 'cancelled'];

async function follow(id: string, first: Status, { endpoint, film, channel, texts }: Tools, box: HTMLElement | null): Promise<void> {
  const news = newsOf(channel);
  let status = first;
  show(box, status, texts, film);
  try {
    while (!ENDED.includes(status.status)) {
      await news.next(LOOK_AGAIN_MS);
      const answer = await fetch(`${endpoint}/${id}/status`, { headers: { accept: 'application/json' } }).catch(() => null);
      // Without a network the last state stays; it is asked again.
      if (answer?.ok) status = (await answer.json()) as Status;
      show(box, status, texts, film);
    }
  } finally {
    news.close();
  }
}

function show(box: HTMLElement | null, status: Status, texts: RenderTexts, film: string): void {
  if (!box) return;
  box.hidden = false;
  const bar = box.querySelector('progress');
  const link = box.querySelector<HTMLAnchorElement>('a');
  if (bar) {
    bar.value = status.status === 'completed' ? 100 : (status.progress ?? 0);
    bar.hidden = ENDED.includes(status.status);
  }
  if (link) {
    link.hidden = !status.video_id;
    link.href = film.replace('{id}', status.video_id ?? '');
  }
  const words = box.querySelector('[data-render-words]');
  const text = wordsFor(status, texts);
  if (words && words.textContent !== text) words.textContent = text;
}

function wordsFor({ status, position_in_queue: position, current_stage: stage, progress, error }: Status, texts: RenderTexts): string {
  if (status === 'queued') return position ? fill(texts.queued, { position }) : texts.preparing;
  if (status === 'completed') return texts.rendered;
  if (status === 'failed') return error?.message ?? texts.renderFailed;
  if (status === 'cancelled') return texts.renderCancelled;
  const stages = {
    preparation: texts.stagePreparation,
    compositing: texts.stageCompositing,
    encoding: texts.stageEncoding,
    finalization: texts.stageFinalization,
  };
  return `${stages[stage ?? 'preparation']} ${Math.floor(progress ?? 0)} %`;
}

/** News of the project are a reason to look; without a connection one looks every two seconds. */
function newsOf(channel: string): { next(milliseconds: number): Promise<void>; close(): void } {
  let wake: () => void = () => undefined;
  let lastLook = 0;
  const close = listen(channel, () => {
    // Not for each picture of a film that goes by.
    if (performance.now() - lastLook > 400) wake();
  });
  return {
    next: (milliseconds) =>
      new Promise((resolve) => {
        lastLook = performance.now();
        const timer = setTimeout(resolve, milliseconds);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      }),
    close,
  };
}
