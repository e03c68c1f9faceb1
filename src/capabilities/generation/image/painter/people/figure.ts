/** A person as a stylised figure: 1 tall, feet at 0,0; limbs by joints, clothes in planes of light. No faces. */

import { between } from '../../../random.ts';
import { css, mix, type Rgb } from '../colour.ts';
import type { Pen } from '../scene/easel.ts';
import { type Light, lit } from '../scene/light.ts';
import { type Joints, POSES, type Point } from './poses.ts';
import type { Sitter } from './sitter.ts';

export interface Ground {
  readonly pen: Pen;
  readonly light: Light;
  readonly sunSide: -1 | 1;
  readonly haze: number;
}

export function drawFigure(ground: Ground, sitter: Sitter): void {
  const joints = POSES[sitter.pose];
  const { pen } = ground;
  pen.lineCap = 'round';
  pen.lineJoin = 'round';
  const isLong = sitter.dress === 'gown' || sitter.dress === 'robe';
  const trousers = sitter.dress === 'suit' ? sitter.cloth : mix(sitter.cloth, [38, 40, 56], 0.72);
  const shoulders = sitter.folk === 'woman' || sitter.folk === 'girl' ? 0.078 : 0.1;
  for (const side of [0, 1] as const) {
    limb(ground, [joints.hip, joints.knees[side], joints.feet[side]], 0.066, isLong ? sitter.skin : trousers, side === 0 ? -0.12 : 0.05);
    shoe(ground, joints.feet[side], sitter);
  }
  arm(ground, sitter, joints, shoulders, 0);
  isLong ? skirt(ground, sitter, joints, shoulders) : torso(ground, sitter, joints, shoulders);
  arm(ground, sitter, joints, shoulders, 1);
  headOf(ground, sitter, joints);
}

/** Light falls across a round form from the side of the sun. */
function round({ pen, light, sunSide, haze }: Ground, x: number, half: number, colour: Rgb, more = 0): CanvasGradient {
  const tone = (facing: number): string => css(mix(lit(light, colour, Math.max(0, Math.min(1, facing + more))), light.haze, haze));
  const wash = pen.createLinearGradient(x + sunSide * half, 0, x - sunSide * half, 0);
  wash.addColorStop(0, tone(1));
  wash.addColorStop(0.22, tone(0.78));
  wash.addColorStop(0.65, tone(0.4));
  wash.addColorStop(1, tone(0.16));
  return wash;
}
type CanvasGradient = ReturnType<Pen['createLinearGradient']>;

function limb(ground: Ground, points: readonly [Point, Point, Point], width: number, colour: Rgb, more: number): void {
  const { pen } = ground;
  pen.strokeStyle = round(ground, (points[0][0] + points[2][0]) / 2, width + Math.abs(points[0][0] - points[2][0]) / 2, colour, more);
  pen.lineWidth = width;
  pen.beginPath();
  pen.moveTo(...points[0]);
  pen.quadraticCurveTo(...points[1], ...points[2]);
  pen.stroke();
}

function arm(ground: Ground, { skin, cloth, dress }: Sitter, { neck, elbows, hands }: Joints, shoulders: number, side: 0 | 1): void {
  const from: Point = [neck[0] + (side === 0 ? -shoulders : shoulders), neck[1] + 0.03];
  const sleeve = dress === 'gown' ? skin : cloth;
  limb(ground, [from, elbows[side], hands[side]], dress === 'robe' ? 0.07 : 0.046, sleeve, side === 0 ? -0.1 : 0.06);
  ground.pen.fillStyle = round(ground, hands[side][0], 0.025, skin);
  ball(ground.pen, hands[side][0], hands[side][1], 0.024);
}

function shoe(ground: Ground, [x, y]: Point, { random }: Sitter): void {
  ground.pen.fillStyle = round(ground, x, 0.04, [58, 44, 40], random() * 0.1);
  ground.pen.beginPath();
  ground.pen.ellipse(x + 0.016, y, 0.046, 0.02, 0, 0, Math.PI * 2);
  ground.pen.fill();
}

function torso(ground: Ground, { cloth, dress }: Sitter, { hip, neck }: Joints, shoulders: number): void {
  const { pen } = ground;
  pen.fillStyle = round(ground, (hip[0] + neck[0]) / 2, shoulders * 1.25, cloth);
  pen.beginPath();
  pen.moveTo(neck[0] - shoulders * 1.1, neck[1] + 0.02);
  pen.quadraticCurveTo(neck[0], neck[1] - 0.035, neck[0] + shoulders * 1.1, neck[1] + 0.02);
  pen.quadraticCurveTo(hip[0] + shoulders * 0.95, (hip[1] + neck[1]) / 2, hip[0] + shoulders * 0.92, hip[1] + 0.05);
  pen.lineTo(hip[0] - shoulders * 0.92, hip[1] + 0.05);
  pen.quadraticCurveTo(hip[0] - shoulders * 0.95, (hip[1] + neck[1]) / 2, neck[0] - shoulders * 1.1, neck[1] + 0.02);
  pen.fill();
  if (dress !== 'suit') return;
  pen.fillStyle = round(ground, neck[0], 0.05, [244, 242, 238]);
  pen.beginPath();
  pen.moveTo(neck[0] - 0.035, neck[1] - 0.005);
  pen.lineTo(neck[0], neck[1] + 0.15);
  pen.lineTo(neck[0] + 0.035, neck[1] - 0.005);
  pen.fill();
}

function skirt(ground: Ground, { cloth, dress, pose, random }: Sitter, { hip, neck, feet }: Joints, shoulders: number): void {
  const { pen } = ground;
  const isRobe = dress === 'robe';
  const swing = pose === 'dance' ? 0.14 : pose === 'run' || pose === 'walk' ? 0.06 : 0.02;
  const hem = pose === 'sit' || pose === 'ride' ? hip[1] + 0.16 : isRobe ? -0.035 : -0.11;
  const low = (feet[0][0] + feet[1][0]) / 2;
  const wide = isRobe ? 0.145 : pose === 'dance' ? 0.3 : 0.2;
  const waist = isRobe ? shoulders * 1.02 : shoulders * 0.7;
  pen.fillStyle = round(ground, (low + neck[0]) / 2, wide * 0.9, cloth);
  pen.beginPath();
  pen.moveTo(neck[0] - shoulders * 1.08, neck[1] + 0.02);
  pen.quadraticCurveTo(neck[0], neck[1] - 0.03, neck[0] + shoulders * 1.08, neck[1] + 0.02);
  pen.bezierCurveTo(hip[0] + waist, neck[1] + 0.14, hip[0] + waist, hip[1] - 0.08, low + wide + swing, hem);
  pen.quadraticCurveTo(low, hem + 0.05, low - wide + swing * 0.4, hem + 0.01);
  pen.bezierCurveTo(hip[0] - waist, hip[1] - 0.08, hip[0] - waist, neck[1] + 0.14, neck[0] - shoulders * 1.08, neck[1] + 0.02);
  pen.fill();
  for (let fold = 0; fold < 5; fold += 1) {
    const share = (fold + 0.5) / 5;
    pen.strokeStyle = css(lit(ground.light, mix(cloth, [20, 16, 30], 0.4), 0.25), 0.32 * (1 - ground.haze));
    pen.lineWidth = 0.007;
    pen.beginPath();
    pen.moveTo(hip[0] + (share - 0.5) * waist, hip[1] - 0.06);
    pen.quadraticCurveTo(
      low + (share - 0.5) * wide,
      (hip[1] + hem) / 2,
      low + (share - 0.5) * wide * 1.8 + swing * share + between(random, -0.01, 0.01),
      hem - 0.01,
    );
    pen.stroke();
  }
}

function headOf(ground: Ground, { skin, hair, head, cloth, folk }: Sitter, { neck, head: [x, y] }: Joints): void {
  const { pen } = ground;
  pen.strokeStyle = round(ground, neck[0], 0.03, skin, -0.1);
  pen.lineWidth = 0.042;
  pen.beginPath();
  pen.moveTo(neck[0], neck[1] + 0.01);
  pen.lineTo(x, y);
  pen.stroke();
  const isWoman = folk === 'woman' || folk === 'girl';
  if (isWoman && head === 'bare') {
    pen.fillStyle = round(ground, x, 0.075, hair, -0.05);
    pen.beginPath();
    pen.ellipse(x - 0.012, y + 0.035, 0.062, 0.105, 0.06, 0, Math.PI * 2);
    pen.fill();
  }
  pen.fillStyle = round(ground, x, 0.055, skin);
  pen.beginPath();
  pen.ellipse(x, y, 0.05, 0.063, 0, 0, Math.PI * 2);
  pen.fill();
  headwear(ground, head, [x, y], head === 'bare' ? hair : mix(cloth, [250, 240, 226], head === 'scarf' ? 0.25 : 0.1));
}

function headwear(ground: Ground, head: Sitter['head'], [x, y]: Point, colour: Rgb): void {
  const { pen } = ground;
  pen.fillStyle = round(ground, x, 0.07, colour);
  pen.beginPath();
  if (head === 'bare') {
    pen.ellipse(x - 0.006, y - 0.018, 0.056, 0.056, 0, Math.PI * 0.9, Math.PI * 2.1);
    pen.fill();
  } else if (head === 'scarf') {
    pen.moveTo(x - 0.07, y + 0.12);
    pen.bezierCurveTo(x - 0.085, y - 0.09, x + 0.085, y - 0.09, x + 0.07, y + 0.12);
    pen.quadraticCurveTo(x + 0.035, y + 0.06, x + 0.036, y - 0.006);
    pen.quadraticCurveTo(x, y - 0.06, x - 0.036, y - 0.006);
    pen.quadraticCurveTo(x - 0.035, y + 0.06, x - 0.07, y + 0.12);
    pen.fill();
  } else if (head === 'turban') {
    pen.ellipse(x, y - 0.043, 0.07, 0.042, 0, 0, Math.PI * 2);
    pen.ellipse(x, y - 0.07, 0.05, 0.032, 0, 0, Math.PI * 2);
    pen.fill();
  } else {
    pen.ellipse(x, y - 0.042, 0.095, 0.018, 0, 0, Math.PI * 2);
    pen.fill();
    pen.beginPath();
    pen.ellipse(x, y - 0.05, 0.05, 0.045, 0, Math.PI, Math.PI * 2);
    pen.fill();
  }
}

function ball(pen: Pen, x: number, y: number, radius: number): void {
  pen.beginPath();
  pen.arc(x, y, radius, 0, Math.PI * 2);
  pen.fill();
}
