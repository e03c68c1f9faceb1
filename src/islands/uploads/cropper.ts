/** Frames a photo in a square: drag or arrows to move, wheel, pinch, slider or + and − to come nearer. */
import { make } from '../shared/place.ts';

export interface CropTexts {
  readonly crop: string;
  readonly cropHelp: string;
  readonly zoom: string;
  readonly useIt: string;
  readonly cancel: string;
}

/** The square that is kept, in pixels of the picture. */
export interface Frame {
  readonly x: number;
  readonly y: number;
  readonly side: number;
}

const VIEW = 640;
const MAX_ZOOM = 5;
const MAX_SIDE = 2000;
const QUALITY = 0.88;
const STEP = 0.04;

/** The frame moved and zoomed, always within the picture. `zoom` 1 keeps the largest square. */
export function frameOf(width: number, height: number, zoom: number, centreX: number, centreY: number): Frame {
  const side = Math.min(width, height) / zoom;
  const within = (centre: number, length: number): number => Math.min(Math.max(centre - side / 2, 0), length - side);
  return { x: within(centreX, width), y: within(centreY, height), side };
}

/** Asks for the frame; resolves with the square as JPEG of at most 2000 pixels, or null when the reader gave up. */
export function cropSquare(picture: ImageBitmap, texts: CropTexts): Promise<Blob | null> {
  const canvas = make('canvas', { width: String(VIEW), height: String(VIEW), tabindex: '0', role: 'img', 'aria-label': texts.cropHelp });
  const slider = make('input', { type: 'range', min: '1', max: String(MAX_ZOOM), step: '0.01', value: '1' });
  const cancel = make('button', { type: 'button', class: 'button button-secondary' }, texts.cancel);
  const accept = make('button', { type: 'button', class: 'button button-primary' }, texts.useIt);
  const words = [make('h2', {}, texts.crop), make('p', {}, texts.cropHelp)];
  const actions = make('div', { class: 'cropper-actions' }, cancel, accept);
  const dialog = make(
    'dialog',
    { class: 'cropper', 'aria-label': texts.crop },
    ...words,
    canvas,
    make('label', {}, texts.zoom, slider),
    actions,
  );

  const view = { zoom: 1, x: picture.width / 2, y: picture.height / 2 };
  const frame = (): Frame => frameOf(picture.width, picture.height, view.zoom, view.x, view.y);
  const draw = (): void => {
    const { x, y, side } = frame();
    [view.x, view.y] = [x + side / 2, y + side / 2];
    slider.value = String(view.zoom);
    canvas.getContext('2d')?.drawImage(picture, x, y, side, side, 0, 0, VIEW, VIEW);
  };
  const move = (right: number, down: number): void => {
    view.x += right * frame().side;
    view.y += down * frame().side;
    draw();
  };
  const zoomTo = (zoom: number): void => {
    view.zoom = Math.min(Math.max(zoom, 1), MAX_ZOOM);
    draw();
  };

  followPointers(canvas, move, (factor) => zoomTo(view.zoom * factor));
  followKeys(canvas, move, (factor) => zoomTo(view.zoom * factor));
  slider.addEventListener('input', () => zoomTo(Number(slider.value)));

  return new Promise((resolve) => {
    const finish = (blob: Blob | null): void => {
      dialog.close();
      dialog.remove();
      picture.close();
      resolve(blob);
    };
    cancel.addEventListener('click', () => finish(null));
    dialog.addEventListener('cancel', (event) => {
      event.preventDefault();
      finish(null);
    });
    accept.addEventListener('click', () => cut(picture, frame()).then(finish, () => finish(null)));
    document.body.append(dialog);
    dialog.showModal();
    canvas.focus();
    draw();
  });
}

function cut(picture: ImageBitmap, { x, y, side }: Frame): Promise<Blob | null> {
  const size = Math.round(Math.min(side, MAX_SIDE));
  const canvas = make('canvas', { width: String(size), height: String(size) });
  const pen = canvas.getContext('2d');
  if (!pen) return Promise.resolve(null);
  pen.imageSmoothingQuality = 'high';
  // A transparent PNG would turn black.
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, size, size);
  pen.drawImage(picture, x, y, side, side, 0, 0, size, size);
  return new Promise((resolve) => {
    canvas.toBlob(resolve, 'image/jpeg', QUALITY);
  });
}

type Move = (right: number, down: number) => void;
type Zoom = (factor: number) => void;

function followPointers(canvas: HTMLCanvasElement, move: Move, zoom: Zoom): void {
  const down = new Map<number, PointerEvent>();
  const spread = (): number => {
    const [a, b] = [...down.values()];
    return a && b ? Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY) : 0;
  };
  canvas.addEventListener('pointerdown', (event) => {
    canvas.setPointerCapture(event.pointerId);
    down.set(event.pointerId, event);
  });
  canvas.addEventListener('pointermove', (event) => {
    const before = down.get(event.pointerId);
    if (!before) return;
    const apart = spread();
    down.set(event.pointerId, event);
    if (down.size === 2 && apart > 0) return zoom(spread() / apart);
    move((before.clientX - event.clientX) / canvas.clientWidth, (before.clientY - event.clientY) / canvas.clientHeight);
  });
  for (const end of ['pointerup', 'pointercancel'] as const) canvas.addEventListener(end, (event) => down.delete(event.pointerId));
  canvas.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault();
      zoom(event.deltaY < 0 ? 1.06 : 1 / 1.06);
    },
    { passive: false },
  );
}

function followKeys(canvas: HTMLCanvasElement, move: Move, zoom: Zoom): void {
  const acts: Readonly<Record<string, () => void>> = {
    ArrowLeft: () => move(-STEP, 0),
    ArrowRight: () => move(STEP, 0),
    ArrowUp: () => move(0, -STEP),
    ArrowDown: () => move(0, STEP),
    '+': () => zoom(1.1),
    '=': () => zoom(1.1),
    '-': () => zoom(1 / 1.1),
  };
  canvas.addEventListener('keydown', (event) => {
    const act = acts[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
}
