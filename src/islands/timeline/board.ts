/** The tracks in the time of the film: clips as buttons on lanes, times above them, the head across. */
import { fill, make } from '../shared/place.ts';
import type { Desk } from './desk.ts';
import { type Clip, endOf, placesOf, secondsOf, type Track } from './model.ts';
import { drawRuler } from './ruler.ts';
import { clockText } from './scale.ts';
import { passageOf } from './seen.ts';
import type { Waves } from './waves.ts';

export type BoardTexts = Readonly<
  Record<'video' | 'audio' | 'music' | 'image' | 'clip' | 'voice' | 'tune' | 'clipName' | 'faulty' | 'ruler' | 'gone', string>
>;

export interface Board {
  readonly scroll: HTMLElement;
  readonly ruler: HTMLElement;
  readonly lanes: HTMLElement;
  /** Seconds below a point of the window. */
  timeAt(clientX: number): number;
  /** A line where something caught; null takes it away. */
  showCatch(at: number | null): void;
  focus(id: string): void;
  /** « Image 3, de 0:12 à 0:17 » */
  nameOf(clip: Clip): string;
  /** The whole film fits. */
  fit(): void;
}

/** Room behind the end, in pixels, to drop things there. */
const BEHIND = 160;

export function createBoard(root: HTMLElement, desk: Desk, waves: Waves, texts: BoardTexts): Board {
  const ruler = make('canvas', { class: 'tl-ruler', role: 'slider', tabindex: '0', 'aria-label': texts.ruler, 'aria-valuemin': '0' });
  const head = make('div', { class: 'tl-head', 'aria-hidden': 'true' });
  const caught = make('div', { class: 'tl-catch', 'aria-hidden': 'true', hidden: true });
  const rows = make('div', { class: 'tl-rows' });
  const lanes = make('div', { class: 'tl-lanes' }, rows, caught, head);
  const scroll = make('div', { class: 'tl-scroll' }, ruler, lanes);
  const names = make('div', { class: 'tl-names' });
  root.replaceChildren(names, scroll);
  const buttons = new Map<string, HTMLElement>();
  const nameOf = (clip: Clip): string => nameClip(desk, texts, clip);

  const paint = (): void => {
    const { film, scale } = desk;
    const whole = Math.max(scroll.clientWidth, scale().toPixels(secondsOf(film())) + BEHIND);
    lanes.style.width = `${whole}px`;
    const known = new Set(placesOf(film()).map(({ clip }) => clip.id));
    for (const [id, box] of buttons) {
      if (known.has(id)) continue;
      box.remove();
      buttons.delete(id);
    }
    names.replaceChildren(make('div', { class: 'tl-corner' }), ...film().tracks.map((track) => nameRow(track, texts)));
    while (rows.children.length > film().tracks.length) rows.lastElementChild?.remove();
    film().tracks.forEach((track, index) => {
      paintRow(rows, index, track, texts).append(...track.clips.flatMap((clip) => fresh(clip)));
      for (const clip of track.clips) paintClip(buttons.get(clip.id), clip, track.type);
    });
    paintHead();
  };
  /** The box of a clip when it is new; one that is there keeps its focus. */
  const fresh = (clip: Clip): readonly HTMLElement[] => {
    if (buttons.has(clip.id)) return [];
    const box = clipBox(clip.id);
    buttons.set(clip.id, box);
    return [box];
  };
  const paintClip = (box: HTMLElement | undefined, clip: Clip, type: Track['type']): void => {
    if (!box) return;
    const scale = desk.scale();
    const width = Math.max(6, scale.toPixels(clip.seconds) - 2);
    Object.assign(box.style, { left: `${scale.toPixels(clip.start) + 1}px`, width: `${width}px` });
    const isChosen = desk.selected()?.clip.id === clip.id;
    const faults = desk.faults().filter((fault) => fault.clip === clip.id);
    box.className = `tl-clip tl-${type}${isChosen ? ' tl-chosen' : ''}${faults.length > 0 ? ' tl-faulty' : ''}`;
    const button = box.querySelector('button');
    const wrong = faults.length > 0 ? fill(texts.faulty, { why: faults.map(({ message }) => message).join(' ') }) : '';
    button?.setAttribute('aria-label', [nameOf(clip), wrong].filter(Boolean).join('. '));
    button?.setAttribute('aria-pressed', String(isChosen));
    box.querySelector('.tl-label')?.replaceChildren(labelOf(desk, texts, clip));
    box
      .querySelector<HTMLElement>('.tl-passage')
      ?.style.setProperty('width', `${type === 'video' ? scale.toPixels(passageOf(clip)) : 0}px`);
    if (type === 'video') paintThumbnail(box, desk, clip);
    else waves.paint(box.querySelector('canvas'), desk.assets.get(clip.assetId), clip, width);
  };
  const paintHead = (): void => {
    head.style.transform = `translateX(${desk.scale().toPixels(desk.head())}px)`;
    ruler.setAttribute('aria-valuemax', String(Math.round(secondsOf(desk.film()))));
    ruler.setAttribute('aria-valuenow', desk.head().toFixed(1));
    ruler.setAttribute('aria-valuetext', clockText(desk.head(), true));
    drawRuler(ruler, scroll, desk);
  };
  desk.listen((change) => {
    if (change === 'head') followHead(scroll, desk);
    if (change === 'head' || change === 'playing') paintHead();
    else paint();
  });
  scroll.addEventListener('scroll', paintHead, { passive: true });
  new ResizeObserver(paint).observe(scroll);
  waves.onReady(paint);
  paint();
  return {
    ...{ scroll, ruler, lanes, nameOf },
    timeAt: (clientX) => desk.scale().toSeconds(clientX - lanes.getBoundingClientRect().left),
    showCatch(at) {
      caught.hidden = at === null;
      if (at !== null) caught.style.transform = `translateX(${desk.scale().toPixels(at)}px)`;
    },
    focus: (id) => buttons.get(id)?.querySelector('button')?.focus(),
    fit: () => desk.setZoom((scroll.clientWidth - 24) / Math.max(1, secondsOf(desk.film()))),
  };
}

function clipBox(id: string): HTMLElement {
  const edge = (side: string): HTMLElement => make('span', { class: `tl-edge tl-edge-${side}`, 'data-edge': side, 'aria-hidden': 'true' });
  const button = make(
    'button',
    { type: 'button' },
    make('canvas', {}),
    make('span', { class: 'tl-passage', 'aria-hidden': 'true' }),
    make('span', { class: 'tl-label', dir: 'auto', 'aria-hidden': 'true' }),
  );
  return make('div', { 'data-clip': id }, button, edge('start'), edge('end'));
}

const nameRow = ({ type }: Track, texts: BoardTexts): HTMLElement =>
  make('div', { class: `tl-name tl-name-${type}`, dir: 'auto' }, texts[type]);

function paintRow(rows: HTMLElement, index: number, { type }: Track, texts: BoardTexts): HTMLElement {
  const there = rows.children[index];
  const row = there instanceof HTMLElement ? there : make('div', { role: 'group' });
  if (row !== there) rows.append(row);
  row.className = `tl-row tl-row-${type}`;
  row.setAttribute('aria-label', texts[type]);
  return row;
}

function paintThumbnail(box: HTMLElement, { assets }: Desk, { assetId }: Clip): void {
  const address = assets.get(assetId)?.thumbnail;
  const button = box.querySelector('button');
  if (!button || button.dataset['shows'] === (address ?? '')) return;
  button.dataset['shows'] = address ?? '';
  button.style.backgroundImage = address ? `url("${encodeURI(address)}")` : '';
}

/** Counted among those of its kind: `Image 3`. */
function labelOf({ film, assets }: Desk, texts: BoardTexts, clip: Clip): string {
  const kind = { image: texts.image, video: texts.clip, voice: texts.voice, music: texts.tune };
  const type = assets.get(clip.assetId)?.type;
  if (!type) return texts.gone;
  const like = placesOf(film()).filter((place) => assets.get(place.clip.assetId)?.type === type);
  return fill(kind[type], { number: like.findIndex((place) => place.clip.id === clip.id) + 1 });
}

const nameClip = (desk: Desk, texts: BoardTexts, clip: Clip): string =>
  fill(texts.clipName, { name: labelOf(desk, texts, clip), from: clockText(clip.start), until: clockText(endOf(clip)) });

/** While it plays, the head stays in sight. */
function followHead(scroll: HTMLElement, desk: Desk): void {
  const at = desk.scale().toPixels(desk.head());
  const { scrollLeft, clientWidth } = scroll;
  if (at < scrollLeft || at > scrollLeft + clientWidth - 24) scroll.scrollLeft = Math.max(0, at - clientWidth * 0.2);
}
