/**
 * The timeline by hand: clips are moved, cut and split on tracks, seen and heard at once, undone without end, saved with their version,
 * and rendered. Without this script, or on a narrow page, the same timeline is a form.
 */
import { eachPlace } from './shared/place.ts';
import { createToast } from './shared/toast.ts';
import { type ActName, type ActTexts, createActs } from './timeline/acts.ts';
import { type BoardTexts, createBoard } from './timeline/board.ts';
import { createDesk, type Desk, type Frame } from './timeline/desk.ts';
import { watchDrags } from './timeline/drag.ts';
import { type DrawerTexts, watchDrawer } from './timeline/drawer.ts';
import { watchKeys } from './timeline/keys.ts';
import { type Asset, secondsOf } from './timeline/model.ts';
import { watchPanel } from './timeline/panel.ts';
import { createPlayer } from './timeline/player.ts';
import { type RenderTexts, watchRendering } from './timeline/rendering.ts';
import { createSaving, type SavingTexts } from './timeline/saving.ts';
import { clockText } from './timeline/scale.ts';
import { createScreen } from './timeline/screen.ts';
import { createSounds } from './timeline/sounds.ts';
import { createWaves } from './timeline/waves.ts';
import { filmOf, type WireTimeline } from './timeline/wire.ts';

interface Props {
  readonly timeline: WireTimeline;
  readonly projectId: string;
  readonly frame: Frame;
  readonly assets: readonly Asset[];
  readonly links: Readonly<Record<'timelines' | 'renders' | 'uploads' | 'film' | 'page', string>>;
  readonly texts: BoardTexts & ActTexts & SavingTexts & RenderTexts & DrawerTexts;
}

eachPlace<Props>('timeline', ({ element, props }) => {
  const root = element.querySelector<HTMLElement>('[data-editor]');
  const [lanes, canvas, panel] = [
    root?.querySelector<HTMLElement>('[data-board]'),
    root?.querySelector<HTMLCanvasElement>('[data-screen]'),
    root?.querySelector<HTMLFormElement>('[data-panel]'),
  ];
  if (!root || !lanes || !canvas || !panel) return;
  element.classList.add('tl-live');
  const { timeline, projectId, links, texts } = props;
  const { say } = createToast({ ways: 1 });
  const desk = createDesk(filmOf(timeline), props.frame, new Map(props.assets.map((asset) => [asset.id, asset])));
  const sounds = createSounds();
  const board = createBoard(lanes, desk, createWaves(sounds), texts);
  const player = createPlayer(desk, sounds);
  const acts = createActs({ desk, board, player, texts, say });
  const saving = createSaving({ root, desk, timeline, projectId, endpoint: links.timelines, page: links.page, texts, say });
  const save = (): void => {
    saving.save().catch(() => say(texts.offline));
  };
  createScreen(canvas, desk);
  watchPanel(panel, desk, board);
  watchDrags(board, desk);
  watchKeys({ desk, acts, save });
  watchDrawer({ root, desk, board, projectId, endpoint: links.uploads, texts, say });
  watchRendering({ root, saving, endpoint: links.renders, film: links.film, channel: `project:${projectId}`, texts, say });
  watchButtons(root, desk, (name) => acts.run(name), save);
  board.fit();
});

function watchButtons(root: HTMLElement, desk: Desk, run: (name: ActName) => void, save: () => void): void {
  root.addEventListener('click', ({ target }) => {
    const name = target instanceof Element ? target.closest<HTMLElement>('[data-act]')?.dataset['act'] : undefined;
    if (name === 'save') save();
    else if (name !== undefined) run(name as ActName);
  });
  const button = (name: string): HTMLButtonElement | null => root.querySelector(`[data-act="${name}"]`);
  const clock = root.querySelector('[data-clock]');
  const show = (): void => {
    const [undo, redo] = [button('undo'), button('redo')];
    undo?.setAttribute('aria-disabled', String(!desk.canUndo()));
    redo?.setAttribute('aria-disabled', String(!desk.canRedo()));
    button('play')?.setAttribute('aria-pressed', String(desk.isPlaying()));
    clock?.replaceChildren(`${clockText(desk.head(), true)} / ${clockText(secondsOf(desk.film()), true)}`);
  };
  desk.listen(show);
  show();
}
