/** What the project has, to be put into the film; and own files, which become a part of it first. */
import { fill, make } from '../shared/place.ts';
import { transfer } from '../uploads/transfer.ts';
import type { Board } from './board.ts';
import type { Desk } from './desk.ts';
import { add } from './edits.ts';
import type { Asset } from './model.ts';

export type DrawerTexts = Readonly<Record<'added' | 'sending' | 'sent' | 'uploadFailed', string>>;

interface Tools {
  readonly root: HTMLElement;
  readonly desk: Desk;
  readonly board: Board;
  readonly projectId: string;
  /** Where own files go. */
  readonly endpoint: string;
  readonly texts: DrawerTexts;
  readonly say: (text: string) => void;
}

export function watchDrawer({ root, desk, board, projectId, endpoint, texts, say }: Tools): void {
  const drawer = root.querySelector<HTMLDialogElement>('[data-drawer]');
  const put = (asset: Asset): void => {
    const { film, id } = add(desk.film(), asset, desk.head(), desk.frame.fps);
    desk.apply(film);
    desk.select(id);
    drawer?.close();
    board.focus(id);
    say(texts.added);
  };
  root.querySelector('[data-open-drawer]')?.addEventListener('click', () => drawer?.showModal());
  drawer?.addEventListener('click', ({ target }) => {
    const id = target instanceof Element ? target.closest<HTMLElement>('[data-asset]')?.dataset['asset'] : undefined;
    const asset = id === undefined ? undefined : desk.assets.get(id);
    if (asset) put(asset);
    if (target === drawer) drawer.close();
  });
  const field = drawer?.querySelector<HTMLInputElement>('input[type="file"]');
  field?.addEventListener('change', () => {
    const [file] = field.files ?? [];
    if (!file) return;
    const sending = (percent: number): void => say(fill(texts.sending, { percent }));
    sending(0);
    upload(endpoint, projectId, file, sending)
      .then((asset) => {
        desk.addAsset(asset);
        drawer
          ?.querySelector('[data-assets]')
          ?.prepend(make('li', {}, make('button', { type: 'button', class: 'tl-asset', 'data-asset': asset.id }, asset.name)));
        say(texts.sent);
        put(asset);
      })
      .catch((error: unknown) => say(error instanceof Refusal ? error.message : texts.uploadFailed))
      .finally(() => {
        field.value = '';
      });
  });
}

class Refusal extends Error {}

interface WireAsset {
  readonly id: string;
  readonly type: Asset['type'];
  readonly duration?: number | null;
  readonly error?: { readonly message?: string };
}

/** In pieces, over a connection that breaks; then it becomes an asset of the project. */
async function upload(endpoint: string, projectId: string, file: File, sending: (percent: number) => void): Promise<Asset> {
  const events = { progress: sending, waiting: sending };
  const id = await transfer({ endpoint: '/uploads', file, purpose: 'media', signal: new AbortController().signal, events });
  const headers = { 'content-type': 'application/json', accept: 'application/json' };
  const answer = await fetch(endpoint, { method: 'POST', headers, body: JSON.stringify({ project_id: projectId, upload_id: id }) });
  const body = (await answer.json()) as WireAsset;
  if (!answer.ok) throw new Refusal(body.error?.message);
  const at = `/api/v1/assets/${body.id}`;
  const isSeen = body.type === 'image' || body.type === 'video';
  return {
    ...{ id: body.id, type: body.type, name: file.name, seconds: body.duration ?? null },
    ...{ src: `${at}/download`, thumbnail: isSeen ? `${at}/thumbnail` : null, still: null, pages: [] },
  };
}
