/** Walls in true perspective: a box is its face towards us, the side that turns to the middle of the picture, and its roof when seen from above. */
import { css, mix, type Rgb } from '../colour.ts';
import { type Easel, type Pen, screenX, screenY } from '../scene/easel.ts';
import { hazeAt, type Light, lit } from '../scene/light.ts';

export interface Box {
  /** Metres: its sides, its near and far wall, its foot and its top. */
  readonly left: number;
  readonly right: number;
  readonly near: number;
  readonly far: number;
  readonly foot: number;
  readonly top: number;
  /** Share of the width that is left at the top; 1 for upright walls. */
  readonly taper?: number;
}

/** A wall as a sheet of its own: u from left to right, v from the foot up, both 0 to 1. */
export interface Wall {
  at(u: number, v: number): [x: number, y: number];
  /** Metres. */
  readonly wide: number;
  readonly tall: number;
  /** 0 to 1: how much of the sun it gets. */
  readonly facing: number;
  readonly haze: number;
  /** Pixels of a metre, roughly. */
  readonly scale: number;
  readonly isSide: boolean;
}

export function wallsOf(easel: Easel, box: Box): { front: Wall; side: Wall | null } {
  const { camera, sunSide } = easel;
  const haze = hazeAt(easel.light, box.near);
  const middle = (box.left + box.right) / 2;
  const narrow = (x: number, v: number): number => middle + (x - middle) * (1 + ((box.taper ?? 1) - 1) * v);
  const point = (x: number, v: number, z: number): [number, number] => [
    screenX(camera, narrow(x, v), z),
    screenY(camera, box.foot + (box.top - box.foot) * v, z),
  ];
  const tall = box.top - box.foot;
  const front: Wall = {
    at: (u, v) => point(box.left + (box.right - box.left) * u, v, box.near),
    wide: box.right - box.left,
    tall,
    facing: 0.58,
    haze,
    scale: camera.focal / box.near,
    isSide: false,
  };
  const isLeft = box.right < 0;
  if (!isLeft && box.left <= 0) return { front, side: null };
  const edge = isLeft ? box.right : box.left;
  const depth = box.far - box.near;
  // Perspective: equal metres shrink with the distance.
  const away = (share: number): number => box.near + depth * share;
  const side: Wall = {
    at: (u, v) => point(edge, v, away(isLeft ? u : 1 - u)),
    wide: depth,
    tall,
    facing: (isLeft ? 1 : -1) === sunSide ? 0.98 : 0.16,
    haze,
    scale: camera.focal / ((box.near + box.far) / 2),
    isSide: true,
  };
  return { front, side };
}

export function quad(pen: Pen, wall: Wall, u0: number, v0: number, u1: number, v1: number): void {
  pen.beginPath();
  pen.moveTo(...wall.at(u0, v0));
  pen.lineTo(...wall.at(u1, v0));
  pen.lineTo(...wall.at(u1, v1));
  pen.lineTo(...wall.at(u0, v1));
  pen.closePath();
}

/** A round-headed opening. */
export function arch(pen: Pen, wall: Wall, middle: number, foot: number, wide: number, tall: number, isPointed = true): void {
  const half = wide / 2;
  const spring = foot + tall * 0.58;
  pen.beginPath();
  pen.moveTo(...wall.at(middle - half, foot));
  pen.lineTo(...wall.at(middle - half, spring));
  const head = isPointed ? 1 : 0.86;
  curve(pen, wall, [middle - half, foot + tall * 0.86], [middle - half * 0.25, foot + tall * head], [middle, foot + tall]);
  curve(pen, wall, [middle + half * 0.25, foot + tall * head], [middle + half, foot + tall * 0.86], [middle + half, spring]);
  pen.lineTo(...wall.at(middle + half, foot));
  pen.closePath();
}

type Point = readonly [number, number];
const curve = (pen: Pen, wall: Wall, a: Point, b: Point, c: Point): void =>
  pen.bezierCurveTo(...wall.at(...a), ...wall.at(...b), ...wall.at(...c));

/** A colour as the wall shows it: lit by its side, veiled by its distance. */
export const onWall = (light: Light, wall: Pick<Wall, 'facing' | 'haze'>, colour: Rgb, more = 0): Rgb =>
  mix(lit(light, colour, Math.max(0, Math.min(1, wall.facing + more))), light.haze, wall.haze);

/** Lamps shine through haze and are not shaded. */
export const glowing = (light: Light, wall: Pick<Wall, 'haze'>, colour: Rgb): Rgb => mix(colour, light.haze, wall.haze * 0.75);

export function plaster(easel: Easel, wall: Wall, colour: Rgb): void {
  const { pen, light } = easel;
  const [, foot] = wall.at(0.5, 0);
  const [, top] = wall.at(0.5, 1);
  const wash = pen.createLinearGradient(0, top, 0, foot);
  wash.addColorStop(0, css(onWall(light, wall, mix(colour, [255, 250, 236], 0.08))));
  wash.addColorStop(0.7, css(onWall(light, wall, colour)));
  wash.addColorStop(1, css(onWall(light, wall, mix(colour, [80, 64, 60], 0.22), -0.08)));
  pen.fillStyle = wash;
  quad(pen, wall, -0.003, -0.004, 1.003, 1);
  pen.fill();
}

/** The roof, seen only from above. */
export function flatRoof(easel: Easel, box: Box, colour: Rgb): void {
  const { pen, camera, light } = easel;
  if (box.top >= camera.eye) return;
  pen.fillStyle = css(onWall(light, { facing: 0.85, haze: hazeAt(light, box.near) }, colour));
  pen.beginPath();
  for (const [x, z] of [
    [box.left, box.near],
    [box.right, box.near],
    [box.right, box.far],
    [box.left, box.far],
  ] as const)
    pen.lineTo(screenX(camera, x, z), screenY(camera, box.top, z));
  pen.fill();
}

/** A soft shadow on the ground, away from the sun. */
export function groundShadow(easel: Easel, box: Box): void {
  const { pen, camera, light, sunSide } = easel;
  const reach = (box.top - box.foot) * 0.55;
  pen.fillStyle = css([16, 14, 34], 0.3 * (1 - hazeAt(light, box.near)) * (0.35 + 0.65 * light.disc));
  const edge = sunSide > 0 ? box.left : box.right;
  pen.beginPath();
  for (const [x, z] of [
    [box.left, box.near],
    [box.right, box.near],
    [edge - sunSide * reach, box.near + 0.3],
    [edge - sunSide * reach, box.far],
    [edge, box.far],
  ] as const)
    pen.lineTo(screenX(camera, x, z), screenY(camera, box.foot, z));
  pen.fill();
}
