/** Joints of a figure that is 1 tall, feet at 0,0, for each thing people do. */
import type { Pose } from '../scene/scene.ts';

export type Point = readonly [number, number];
export interface Joints {
  readonly hip: Point;
  readonly neck: Point;
  readonly head: Point;
  readonly hands: readonly [Point, Point];
  readonly elbows: readonly [Point, Point];
  readonly knees: readonly [Point, Point];
  readonly feet: readonly [Point, Point];
}

export const POSES: Readonly<Record<Pose, Joints>> = {
  stand: {
    hip: [0, -0.5],
    neck: [0, -0.83],
    head: [0.005, -0.915],
    hands: [
      [-0.13, -0.47],
      [0.135, -0.48],
    ],
    elbows: [
      [-0.135, -0.64],
      [0.14, -0.64],
    ],
    knees: [
      [-0.045, -0.26],
      [0.05, -0.26],
    ],
    feet: [
      [-0.05, 0],
      [0.06, 0],
    ],
  },
  walk: {
    hip: [0, -0.5],
    neck: [0.025, -0.83],
    head: [0.045, -0.915],
    hands: [
      [-0.17, -0.52],
      [0.19, -0.53],
    ],
    elbows: [
      [-0.13, -0.66],
      [0.11, -0.65],
    ],
    knees: [
      [-0.05, -0.25],
      [0.11, -0.28],
    ],
    feet: [
      [-0.17, -0.01],
      [0.15, 0],
    ],
  },
  run: {
    hip: [0, -0.51],
    neck: [0.09, -0.81],
    head: [0.13, -0.89],
    hands: [
      [-0.1, -0.6],
      [0.27, -0.72],
    ],
    elbows: [
      [-0.13, -0.72],
      [0.19, -0.62],
    ],
    knees: [
      [-0.06, -0.28],
      [0.19, -0.38],
    ],
    feet: [
      [-0.28, -0.16],
      [0.17, -0.09],
    ],
  },
  dance: {
    hip: [0, -0.5],
    neck: [-0.02, -0.82],
    head: [-0.05, -0.9],
    hands: [
      [-0.3, -0.95],
      [0.32, -0.86],
    ],
    elbows: [
      [-0.19, -0.79],
      [0.18, -0.76],
    ],
    knees: [
      [-0.02, -0.26],
      [0.17, -0.34],
    ],
    feet: [
      [0, 0],
      [0.09, -0.15],
    ],
  },
  sit: {
    hip: [0, -0.2],
    neck: [0, -0.53],
    head: [0.01, -0.615],
    hands: [
      [0.1, -0.24],
      [0.15, -0.25],
    ],
    elbows: [
      [-0.11, -0.35],
      [0.13, -0.36],
    ],
    knees: [
      [0.17, -0.28],
      [0.21, -0.25],
    ],
    feet: [
      [0.14, 0],
      [0.24, 0],
    ],
  },
  ride: {
    hip: [0, -0.3],
    neck: [0.02, -0.64],
    head: [0.035, -0.725],
    hands: [
      [0.16, -0.4],
      [0.18, -0.42],
    ],
    elbows: [
      [0.05, -0.46],
      [0.12, -0.48],
    ],
    knees: [
      [0.1, -0.24],
      [0.12, -0.22],
    ],
    feet: [
      [0.05, -0.02],
      [0.08, -0.01],
    ],
  },
  pray: {
    hip: [0, -0.5],
    neck: [0, -0.83],
    head: [0.02, -0.91],
    hands: [
      [0.06, -0.72],
      [0.09, -0.72],
    ],
    elbows: [
      [-0.1, -0.63],
      [0.13, -0.62],
    ],
    knees: [
      [-0.045, -0.26],
      [0.05, -0.26],
    ],
    feet: [
      [-0.05, 0],
      [0.06, 0],
    ],
  },
  play: {
    hip: [0, -0.5],
    neck: [0, -0.83],
    head: [0.03, -0.91],
    hands: [
      [0.03, -0.58],
      [0.21, -0.68],
    ],
    elbows: [
      [-0.15, -0.66],
      [0.17, -0.6],
    ],
    knees: [
      [-0.05, -0.26],
      [0.06, -0.26],
    ],
    feet: [
      [-0.06, 0],
      [0.08, 0],
    ],
  },
};
