/** Indoors: a room, a library, a café. A back wall, a floor in perspective, and what belongs there. */

import { pick } from '../../../random.ts';
import { css, mix, type Rgb, scaled } from '../colour.ts';
import type { Easel } from '../scene/easel.ts';
import type { Setting } from '../scene/scene.ts';
import { desk, type Frame, inside, lampsOf, plant, shelves, sofa, tables } from './furniture.ts';
import { paintStage, paintStudio } from './showplaces.ts';

export const INDOOR_PLACES = ['room', 'library', 'cafe', 'studio', 'stage'] as const satisfies readonly Setting[];

/** `outside` paints the view from the window. */
export function paintIndoors(easel: Easel, outside: () => void): void {
  const [place = 'room'] = INDOOR_PLACES.filter((name) => easel.weightOf(name) > 0).sort((a, b) => easel.weightOf(b) - easel.weightOf(a));
  if (place === 'studio') paintStudio(easel);
  else if (place === 'stage') paintStage(easel);
  else chamber(easel, place, outside);
}

const WALLS: readonly [Rgb, ...Rgb[]] = [
  [214, 186, 156],
  [178, 196, 188],
  [206, 170, 150],
  [150, 168, 186],
  [226, 208, 176],
];

function frame(easel: Easel, wall: Rgb, floor: Rgb): Frame {
  const { pen, width, height, unit } = easel;
  const foot = height * 0.7;
  const dim = inside(easel);
  const wash = pen.createLinearGradient(0, 0, 0, foot);
  wash.addColorStop(0, css(scaled(wall, dim * 0.74)));
  wash.addColorStop(0.6, css(scaled(wall, dim)));
  wash.addColorStop(1, css(scaled(wall, dim * 0.84)));
  pen.fillStyle = wash;
  pen.fillRect(0, 0, width, foot);
  const ground = pen.createLinearGradient(0, foot, 0, height);
  ground.addColorStop(0, css(scaled(floor, dim * 0.62)));
  ground.addColorStop(1, css(scaled(floor, dim)));
  pen.fillStyle = ground;
  pen.fillRect(0, foot, width, height - foot);
  pen.strokeStyle = css(scaled(floor, 0.45), 0.35);
  pen.lineWidth = Math.max(0.7, unit * 0.0016);
  for (let board = -26; board <= 26; board += 1) {
    pen.beginPath();
    pen.moveTo(width / 2 + board * unit * 0.07, foot);
    pen.lineTo(width / 2 + board * unit * 0.2, height);
    pen.stroke();
  }
  pen.fillStyle = css(scaled(mix(wall, [255, 250, 240], 0.5), dim * 0.9));
  pen.fillRect(0, foot - unit * 0.022, width, unit * 0.022);
  return {
    left: width / 2 - Math.min(unit * 0.5, width / 2),
    right: width / 2 + Math.min(unit * 0.5, width / 2),
    foot,
    top: foot - unit * 0.62,
  };
}

function chamber(easel: Easel, place: 'room' | 'library' | 'cafe', outside: () => void): void {
  const random = easel.random('room');
  const wall = easel.asked.palette[0]?.colour ?? pick(random, WALLS);
  const at = frame(easel, wall, place === 'cafe' ? [150, 110, 84] : [164, 116, 78]);
  if (place === 'library') shelves(easel, at, random);
  else view(easel, at, outside);
  if (place === 'room') sofa(easel, at, random);
  if (place === 'cafe') tables(easel, at);
  if (place === 'library') desk(easel, at);
  lampsOf(easel, at, place);
  plant(easel, at, random);
  beam(easel, at);
}

function view(easel: Easel, { foot }: Frame, outside: () => void): void {
  const { pen, width, unit, sunSide } = easel;
  const wide = unit * 0.4;
  const tall = unit * 0.42;
  const x = width / 2 + sunSide * Math.min(unit * 0.16, width * 0.16) - wide / 2;
  const y = foot - unit * 0.6;
  pen.fillStyle = css(scaled([246, 240, 230], inside(easel)));
  pen.fillRect(x - unit * 0.022, y - unit * 0.022, wide + unit * 0.044, tall + unit * 0.05);
  pen.save();
  pen.beginPath();
  pen.rect(x, y, wide, tall);
  pen.clip();
  outside();
  pen.restore();
  pen.fillStyle = css(scaled([238, 230, 218], inside(easel)));
  pen.fillRect(x + wide / 2 - unit * 0.007, y, unit * 0.014, tall);
  pen.fillRect(x, y + tall * 0.42, wide, unit * 0.011);
  const cloth = scaled(mix([196, 92, 72], [240, 226, 206], 0.4), inside(easel));
  for (const side of [-1, 1]) {
    const edge = side < 0 ? x - unit * 0.06 : x + wide + unit * 0.06;
    for (let fold = 0; fold < 5; fold += 1) {
      pen.fillStyle = css(scaled(cloth, fold % 2 ? 0.82 : 1));
      pen.fillRect(edge - side * fold * unit * 0.02 - (side > 0 ? unit * 0.02 : 0), y - unit * 0.04, unit * 0.021, tall + unit * 0.14);
    }
  }
}

/** The sun through the window lies on the floor. */
function beam(easel: Easel, { foot }: Frame): void {
  const { pen, width, height, unit, light, sunSide } = easel;
  if (light.disc < 0.4 || light.isMoon) return;
  pen.save();
  pen.globalCompositeOperation = 'screen';
  const from = width / 2 + sunSide * Math.min(unit * 0.16, width * 0.16);
  const fade = pen.createLinearGradient(from, foot - unit * 0.5, from - sunSide * unit * 0.4, height);
  fade.addColorStop(0, css(light.sun, 0.13));
  fade.addColorStop(1, css(light.sun, 0));
  pen.fillStyle = fade;
  for (const pane of [-1, 1]) {
    pen.beginPath();
    pen.moveTo(from + pane * unit * 0.1 - unit * 0.09, foot - unit * 0.58);
    pen.lineTo(from + pane * unit * 0.1 + unit * 0.09, foot - unit * 0.58);
    pen.lineTo(from - sunSide * unit * 0.42 + pane * unit * 0.16 + unit * 0.14, height);
    pen.lineTo(from - sunSide * unit * 0.42 + pane * unit * 0.16 - unit * 0.14, height);
    pen.fill();
  }
  pen.restore();
}
