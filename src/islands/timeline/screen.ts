/** The film at a low resolution, drawn here: good enough to judge its time; the render decides how it looks in the end. */
import type { Desk, Frame } from './desk.ts';
import type { Motion } from './model.ts';
import { type Shown, seenAt, wordsAt } from './seen.ts';
import { type Box, insideView, sourceBox } from './views.ts';

const WIDTH = 640;
/** How near the picture that leaves comes before it is gone. */
const ZOOM = 1.35;
const smooth = (t: number): number => t * t * (3 - 2 * t);

type Source = HTMLImageElement | HTMLVideoElement;
type Pen = CanvasRenderingContext2D;

export interface Screen {
  draw(): void;
}

export function createScreen(canvas: HTMLCanvasElement, desk: Desk): Screen {
  const { frame } = desk;
  const ratio = frame.width / frame.height;
  [canvas.width, canvas.height] = [WIDTH, Math.round(WIDTH / ratio)];
  const pen = canvas.getContext('2d', { alpha: false });
  let due = false;
  const reel = createReel(desk, () => plan());
  const draw = (): void => {
    due = false;
    if (!pen) return;
    const time = Math.min(desk.head(), Math.max(0, lastMoment(desk)));
    paint(pen, desk, reel, time);
    reel.rest();
  };
  const plan = (): void => {
    if (due) return;
    due = true;
    requestAnimationFrame(draw);
  };
  desk.listen((change) => {
    if (change === 'head' || change === 'film' || change === 'playing' || change === 'assets') plan();
  });
  plan();
  return { draw: plan };
}

/** At the very end the last picture is still there. */
const lastMoment = ({ film, frame }: Desk): number => {
  const clips = film().tracks.find(({ type }) => type === 'video')?.clips ?? [];
  const last = clips.at(-1);
  return last ? last.start + last.seconds - 1 / frame.fps : Number.POSITIVE_INFINITY;
};

function paint(pen: Pen, desk: Desk, reel: Reel, time: number): void {
  const { width, height } = pen.canvas;
  pen.setTransform(1, 0, 0, 1, 0, 0);
  pen.globalAlpha = 1;
  pen.fillStyle = desk.frame.background;
  pen.fillRect(0, 0, width, height);
  // Later tracks lie above earlier ones.
  for (const track of desk.film().tracks) {
    if (track.type !== 'video') continue;
    const { upper, under, passage } = seenAt(track, time);
    const show = (shown: Shown | null, nearer = 1): void => paintShown(pen, reel, shown, nearer);
    if (!passage) show(upper);
    else cross(pen, passage.kind, passage.share, { show, upper, under });
  }
  pen.globalAlpha = 1;
  paintWords(pen, desk.frame, wordsAt(desk.film(), desk.assets, time));
}

interface Pair {
  readonly show: (shown: Shown | null, nearer?: number) => void;
  readonly upper: Shown | null;
  readonly under: Shown | null;
}

function cross(pen: Pen, kind: string, share: number, { show, upper, under }: Pair): void {
  const { width, height } = pen.canvas;
  const faded = (alpha: number, work: () => void): void => {
    pen.globalAlpha = alpha;
    work();
    pen.globalAlpha = 1;
  };
  if (kind === 'fade' && under) {
    if (share < 0.5) faded(1 - share * 2, () => show(under));
    else faded(share * 2 - 1, () => show(upper));
  } else if (kind === 'wipe') {
    show(under);
    pen.save();
    pen.beginPath();
    pen.rect(width * (1 - share), 0, width * share, height);
    pen.clip();
    show(upper);
    pen.restore();
  } else if (kind === 'slide') {
    const way = width * smooth(share);
    for (const [shown, x] of [
      [under, -way],
      [upper, width - way],
    ] as const) {
      pen.save();
      pen.translate(x, 0);
      show(shown);
      pen.restore();
    }
  } else {
    const isZoom = kind === 'zoom';
    show(under, isZoom ? 1 + (ZOOM - 1) * smooth(share) : 1);
    faded(isZoom ? smooth(share) : share, () => show(upper));
  }
}

function paintShown(pen: Pen, reel: Reel, shown: Shown | null, nearer: number): void {
  const found = shown && reel.find(shown);
  if (!shown || !found) return;
  const { width, height } = pen.canvas;
  const size = sizeOf(found.source);
  if (size.width === 0) return;
  if (shown.clip.fit === 'contain') {
    const scale = Math.min(width / size.width, height / size.height);
    const [w, h] = [size.width * scale, size.height * scale];
    pen.drawImage(found.source, (width - w) / 2, (height - h) / 2, w, h);
    return;
  }
  const box = closer(sourceBox(size, width / height, insideView(found.motion, shown.share)), nearer);
  pen.drawImage(found.source, box.x, box.y, box.width, box.height, 0, 0, width, height);
}

const closer = ({ x, y, width, height }: Box, by: number): Box => ({
  x: x + (width * (1 - 1 / by)) / 2,
  y: y + (height * (1 - 1 / by)) / 2,
  width: width / by,
  height: height / by,
});

const sizeOf = (source: Source): { width: number; height: number } =>
  source instanceof HTMLImageElement
    ? { width: source.naturalWidth, height: source.naturalHeight }
    : { width: source.videoWidth, height: source.videoHeight };

interface Reel {
  /** Null while it is not there yet. */
  find(shown: Shown): { readonly source: Source; readonly motion: Motion | null } | null;
  /** Clips that were not asked for since the last time stand still. */
  rest(): void;
}

function createReel(desk: Desk, ready: () => void): Reel {
  const pictures = new Map<string, HTMLImageElement>();
  const clips = new Map<string, HTMLVideoElement>();
  const asked = new Set<string>();
  const picture = (src: string): HTMLImageElement | null => {
    const known = pictures.get(src);
    if (known) return known.complete ? known : null;
    const image = new Image();
    image.addEventListener('load', ready);
    image.src = src;
    pictures.set(src, image);
    return null;
  };
  const moving = (src: string): HTMLVideoElement => {
    const known = clips.get(src);
    if (known) return known;
    const video = document.createElement('video');
    Object.assign(video, { muted: true, playsInline: true, preload: 'auto', src });
    for (const event of ['loadeddata', 'seeked']) video.addEventListener(event, ready);
    clips.set(src, video);
    return video;
  };
  return {
    find({ clip, since }) {
      const asset = desk.assets.get(clip.assetId);
      const still = asset?.still ?? (asset?.type === 'image' && asset.src ? { src: asset.src, motion: null } : null);
      if (still) {
        const source = picture(still.src);
        return source && { source, motion: clip.motion ?? still.motion };
      }
      if (!asset?.src) return null;
      const video = moving(asset.src);
      asked.add(asset.src);
      lead(video, clip.trim + since, desk.isPlaying());
      return video.readyState >= 2 ? { source: video, motion: null } : null;
    },
    rest() {
      for (const [src, video] of clips) if (!asked.has(src) || !desk.isPlaying()) video.pause();
      asked.clear();
    },
  };
}

/** The clip runs by itself while the film plays, and is put right when it is too far away. */
function lead(video: HTMLVideoElement, at: number, isPlaying: boolean): void {
  const away = Math.abs(video.currentTime - at);
  if (away > (isPlaying ? 0.25 : 0.03) && !video.seeking) video.currentTime = at;
  // A browser may refuse to play: then it is led from picture to picture.
  if (isPlaying && video.paused) video.play().catch(() => undefined);
}

const LETTERS = { small: 0.042, medium: 0.054, large: 0.07 } as const;
const PLACES = { top: 0.14, middle: 0.5, bottom: 0.86 } as const;

function paintWords(pen: Pen, { captions }: Frame, text: string): void {
  if (!captions || !text) return;
  const { width, height } = pen.canvas;
  const size = Math.round(LETTERS[captions.size] * Math.max(height, width * 0.56));
  pen.font = `650 ${size}px ${getComputedStyle(pen.canvas).fontFamily}`;
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  const lines = broken(pen, text, width * 0.84);
  lines.forEach((line, index) => {
    const y = height * PLACES[captions.place] + (index - (lines.length - 1) / 2) * size * 1.3;
    if (captions.look === 'box') {
      const wide = pen.measureText(line).width + size;
      pen.fillStyle = 'rgb(0 0 0 / 0.72)';
      pen.fillRect((width - wide) / 2, y - size * 0.65, wide, size * 1.3);
    } else {
      pen.lineWidth = size / 6;
      pen.lineJoin = 'round';
      pen.strokeStyle = '#000';
      pen.strokeText(line, width / 2, y);
    }
    pen.fillStyle = '#fff';
    pen.fillText(line, width / 2, y);
  });
}

function broken(pen: Pen, text: string, most: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = [lines.at(-1), word].filter(Boolean).join(' ');
    if (lines.length > 0 && pen.measureText(longer).width <= most) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
