/** Puts frames together: the shots of a stretch through their views, the passage between them, words and logo on top. */

import { drawCaption } from '../captions/draw.ts';
import type { CaptionRun, CaptionState } from '../captions/timing.ts';
import type { CaptionStyle, FilmPlan } from '../compose.ts';
import type { Tools } from '../ffmpeg/tools.ts';
import type { Cast, Schedule, Stretch } from '../schedule.ts';
import { createArena, createKernel, type Kernel } from './kernel.ts';
import { createLens, lensBytes } from './lens.ts';
import { nearer, viewAt, workingFor } from './motion.ts';
import { createOverlayRoom, type Overlay, overlayBytes, overlayOf } from './overlay.ts';
import { createPassages, passageBytes, ZOOM } from './passage.ts';
import { fillPlanes, frameBytes, framePlanes, pictureBytes, picturePlanes, toYuv } from './planes.ts';
import { openSource, type Source } from './source.ts';

export interface Stage {
  /** The frame in the slot, ready to be written; it stays until the slot is used again. */
  compose(stretch: Stretch, frame: number, slot: number): Promise<Uint8Array>;
  close(): void;
}
/** So many frames are ready before they are wanted: the first of a scene take longer, and the encoder should not have to wait. */
export const SLOTS = 8;

/** A shot that is on the screen, and the view that it showed last. */
interface Player {
  readonly source: Source;
  shown: string;
}
interface Crew {
  playerOf(shot: number): Player | null;
  /** Shots that are over give their memory back; the next one begins to decode. */
  keepOnly(stretch: Stretch): void;
  close(): void;
}

function gatherCrew(tools: Tools, kernel: Kernel, plan: FilmPlan): Crew {
  const players = new Map<number, Player>();
  const playerOf = (shot: number): Player | null => {
    const there = players.get(shot);
    const asked = plan.shots[shot];
    if (there || !asked || asked.source.kind === 'background') return there ?? null;
    const player = { source: openSource(tools, kernel, asked, shot + 1, workingFor(asked, plan), plan), shown: '' };
    players.set(shot, player);
    return player;
  };
  return {
    playerOf,
    keepOnly({ upper, passage }) {
      const wanted = [upper?.shot, passage?.under?.shot].filter((shot) => shot !== undefined);
      const newest = Math.max(...wanted);
      for (const [shot, { source }] of players)
        if (!wanted.includes(shot) && shot !== newest + 1) {
          source.close();
          players.delete(shot);
        }
      playerOf(newest + 1)?.source.warm();
    },
    close() {
      for (const { source } of players.values()) source.close();
      players.clear();
    },
  };
}

/** Words and logo over a frame. */
function createTop(kernel: Kernel, take: (size: number) => number, plan: FilmPlan, runs: readonly CaptionRun[], logo: Overlay | null) {
  const captions = createOverlayRoom(kernel, take, plan);
  const brand = createOverlayRoom(kernel, take, plan);
  const captionOf = createCaptionCache(plan.captionStyle, plan);
  if (logo) brand.lay(logo);
  return (target: number, frame: number): void => {
    const state = runs.find((run) => run.first <= frame && run.end > frame)?.state;
    if (state) {
      captions.lay(captionOf(state));
      captions.over(target);
    }
    if (logo) brand.over(target);
  };
}

/** Where the picture of a shot is, drawn anew when it changed. */
function createView(kernel: Kernel, take: (size: number) => number, plan: FilmPlan, schedule: Schedule, crew: Crew, ground: number) {
  const room = roomFor(plan).picture;
  // A shot and the one before it are never in the same half.
  const halves = [0, 1].map(() => ({ picture: take(room), frame: take(frameBytes(plan)) }));
  const lens = createLens(kernel, take, plan);
  /** `straight` into the frame that is being made, when nothing else will want this picture. */
  return async (cast: Cast | null, frame: number, zoom: number, straight: number | null = null): Promise<number> => {
    const half = halves[(cast?.shot ?? 0) % 2];
    const shot = cast && plan.shots[cast.shot];
    const player = cast && crew.playerOf(cast.shot);
    if (!cast || !half || !shot || !player) return ground;
    const at = cast.offset + frame;
    const working = workingFor(shot, plan);
    const picture = picturePlanes(half.picture, working.region);
    const isNew = await player.source.bring(at, picture);
    const view = nearer(viewAt(shot.motion, at, schedule.motionFrames[cast.shot] ?? 1), zoom);
    const key = `${view.left} ${view.top} ${view.width} ${view.height}`;
    const isStraight = straight !== null && (shot.motion !== null || shot.source.kind === 'clip');
    const target = isStraight ? straight : half.frame;
    if (isNew || isStraight || player.shown !== key) lens.look(picture, working, view, framePlanes(target, plan));
    player.shown = isStraight ? '' : key;
    return target;
  };
}

export function createStage(tools: Tools, plan: FilmPlan, schedule: Schedule, runs: readonly CaptionRun[], logo: Overlay | null): Stage {
  const kernel = createKernel(roomFor(plan).total);
  const { take } = createArena(kernel);
  const ground = take(frameBytes(plan));
  fillPlanes(kernel, framePlanes(ground, plan), backgroundOf(plan.background));
  const slots = Array.from({ length: SLOTS }, () => take(frameBytes(plan)));
  const crew = gatherCrew(tools, kernel, plan);
  const show = createView(kernel, take, plan, schedule, crew, ground);
  const passages = createPassages(kernel, take, plan);
  const putOver = createTop(kernel, take, plan, runs, logo);
  return {
    async compose(stretch, frame, index) {
      const slot = slots[index % SLOTS] ?? 0;
      if (frame === 0) crew.keepOnly(stretch);
      const { upper, passage, count, first } = stretch;
      if (passage) {
        const share = (frame + 1) / (count + 1);
        const under = await show(passage.under, frame, passage.kind === 'zoom' ? ZOOM ** (share * share) : 1);
        passages.cross(passage, share, { under, upper: await show(upper, frame, 1), ground }, slot);
      } else {
        const at = await show(upper, frame, 1, slot);
        if (at !== slot) kernel.bytes.copyWithin(slot, at, at + frameBytes(plan));
      }
      putOver(slot, first + frame);
      return kernel.bytes.subarray(slot, slot + frameBytes(plan));
    },
    close: crew.close,
  };
}

function roomFor(plan: FilmPlan): { picture: number; total: number } {
  const picture = Math.max(...plan.shots.map((shot) => pictureBytes(workingFor(shot, plan).region)));
  const fixed = lensBytes(plan) + passageBytes(plan) + 2 * overlayBytes(plan);
  return { picture, total: 2 * picture + (3 + SLOTS) * frameBytes(plan) + fixed + 8192 };
}

function backgroundOf(colour: string): ReturnType<typeof toYuv> {
  const [r, g, b] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  return toYuv(r ?? 0, g ?? 0, b ?? 0);
}

const KEPT_DRAWINGS = 4;

/** Each state is drawn once, when its first frame comes. */
function createCaptionCache(style: CaptionStyle | null, film: { width: number; height: number }): (state: CaptionState) => Overlay {
  const drawn = new Map<string, Overlay>();
  return (state) => {
    if (!style) throw new Error('captions without a style are not drawn');
    const key = JSON.stringify(state);
    const there = drawn.get(key);
    if (there) return there;
    if (drawn.size >= KEPT_DRAWINGS) drawn.clear();
    const { canvas, left, top } = drawCaption(state, style, film);
    const overlay = overlayOf(canvas, left, top);
    drawn.set(key, overlay);
    return overlay;
  };
}
