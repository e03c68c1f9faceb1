/** Things of a prompt in the scene: set on the ground, on the water or in the sky, lit as the hour is, with a shadow that holds them. */
import type { Image } from '@napi-rs/canvas';
import { between } from '../../../random.ts';
import { css, type Rgb, scaled } from '../colour.ts';
import type { Relief } from '../land/relief.ts';
import type { Standing } from '../land/terrain.ts';
import { drawFigure } from '../people/figure.ts';
import { dry, shadow, standingAt } from '../people/people.ts';
import { sitterOf } from '../people/sitter.ts';
import { type Easel, sheet } from '../scene/easel.ts';
import type { Thing } from '../scene/scene.ts';
import { loadArt } from './art.ts';
import { type Entry, THINGS } from './catalogue.ts';
import { mirror, relight, tint } from './relight.ts';

export interface Prepared {
  readonly thing: Thing;
  readonly entry: Entry;
  readonly art: Image;
  /** Lengths of the composition, one of them. */
  readonly size: number;
}

export async function prepareThings(easel: Easel): Promise<Prepared[]> {
  const { things, people } = easel.asked;
  const prepared: Prepared[] = [];
  for (const thing of things) {
    const entry = THINGS.get(thing.name);
    if (!entry || isPartOfPlace(easel, thing.name)) continue;
    const size =
      (entry.size / Math.sqrt(thing.count) ** 0.8 / things.length ** 0.3) *
      (people && entry.where !== 'sky' ? 0.85 : 1) *
      (hasPlace(easel) ? 1 : 1.25);
    const art = await loadArt(entry.art, size * easel.unit * 1.1);
    if (art) prepared.push({ thing, entry, art, size });
  }
  return prepared;
}

/** Lanes and markets have their lanterns already. */
const isPartOfPlace = ({ weightOf }: Easel, name: string): boolean => name === 'lantern' && weightOf('medina', 'street', 'market') > 0;

const hasPlace = ({ asked }: Easel): boolean => asked.settings.length > 0;

/** Those that stand on the land or float on the water. */
export function thingsOn(easel: Easel, relief: Relief, things: readonly Prepared[]): Standing[] {
  return things.flatMap((prepared, order) => {
    const { entry, thing, size } = prepared;
    if (entry.where === 'sky' || entry.where === 'bust') return [];
    const random = easel.random(`thing ${thing.name}`);
    return Array.from({ length: thing.count }, (_, index): Standing => {
      const z = standingAt(easel) * (1 + order * 0.14 + (thing.count > 1 ? between(random, 0, 0.18) : 0));
      const aside = easel.asked.people ? easel.sunSide * 1.5 : -easel.sunSide * 0.35;
      const x =
        aside +
        (index - (thing.count - 1) / 2) * ((size * z) / 1.05) * 0.86 +
        order * 1.7 * (order % 2 ? 1 : -1) +
        between(random, -0.2, 0.2);
      const flip = random() < 0.5 && thing.count > 1 && index % 2 === 1;
      const place =
        entry.where === 'water'
          ? afloat(relief, x, z)
          : entry.where === 'deep' && relief.shape.sea > 0
            ? afloat(relief, x, z)
            : dry(relief, x, z);
      return {
        ...place,
        ...(entry.where === 'water' ? { y: 0 } : {}),
        paint: (at) =>
          setDown(easel, prepared, {
            x: at.x,
            y: at.y,
            size:
              size *
              easel.unit *
              Math.min(1.25, z / place.z) *
              (entry.where === 'water' ? Math.max(0.4, Math.min(1, (z * 2.4) / place.z)) : 1),
            flip,
            haze: at.haze,
            isAfloat: entry.where === 'water',
          }),
      };
    });
  });
}

/** Farther out, until there is water. */
function afloat(relief: Relief, x: number, z: number): { x: number; z: number } {
  for (let far = Math.max(z, 15); far < 400; far *= 1.07)
    if (relief.height((x * far) / z, far) < -0.25) return { x: (x * far * 1.1) / z, z: far * 1.1 };
  return { x, z };
}

/** Those that fly, and all of them where there is no land. */
export function paintAloft(easel: Easel, things: readonly Prepared[], isEverything = false): void {
  for (const prepared of things) {
    const { entry, thing, size } = prepared;
    if (entry.where === 'bust' || (!isEverything && entry.where !== 'sky')) continue;
    const random = easel.random(`aloft ${thing.name}`);
    const height = isEverything && entry.where !== 'sky' ? 0.5 * easel.height : easel.camera.horizon;
    for (let index = 0; index < thing.count; index += 1) {
      const wide = Math.min(easel.width * 0.38, easel.unit * 0.42);
      const spread = thing.count > 1 ? (index - (thing.count - 1) / 2) / thing.count : 0;
      const x =
        easel.width / 2 + wide * (spread * 1.9 + (thing.count > 1 ? 0 : -easel.sunSide * 0.22)) + between(random, -0.04, 0.04) * easel.unit;
      const y = isEverything
        ? height + size * easel.unit * 0.5 + between(random, -0.05, 0.05) * easel.unit * thing.count
        : Math.max(size * easel.unit, height - easel.unit * between(random, 0.14, 0.36));
      setDown(easel, prepared, {
        x,
        y,
        size: size * easel.unit * between(random, 0.85, 1.1),
        flip: random() < 0.4,
        haze: 0,
        isAfloat: true,
        isAloft: true,
      });
    }
  }
}

/** Only the head is drawn: it looks in from below, large, on shoulders of its own colour. */
export function paintBusts(easel: Easel, things: readonly Prepared[]): void {
  for (const [index, prepared] of things.filter(({ entry }) => entry.where === 'bust').entries()) {
    const size = prepared.size * easel.unit;
    const x = easel.width / 2 + (index ? 1 : -0.25) * easel.sunSide * -0.3 * Math.min(easel.unit, easel.width);
    const { canvas, pen } = sheet(size * 1.5, size * 1.36);
    pen.drawImage(prepared.art, size * 0.25, 0, size, size);
    const colour = furOf(pen, size);
    pen.globalCompositeOperation = 'destination-over';
    const wash = pen.createLinearGradient(0, size * 0.75, 0, size * 1.36);
    wash.addColorStop(0, css(scaled(colour, 0.62)));
    wash.addColorStop(1, css(colour));
    pen.fillStyle = wash;
    pen.beginPath();
    pen.ellipse(size * 0.75, size * 1.42, size * 0.52, size * 0.62, 0, 0, Math.PI * 2);
    pen.fill();
    pen.globalCompositeOperation = 'source-over';
    if (prepared.thing.colour) tint(pen, canvas.width, canvas.height, prepared.thing.colour);
    relight(easel, pen, canvas.width, canvas.height, 0);
    easel.pen.drawImage(canvas, x - canvas.width / 2, easel.height - size * 1.28);
  }
}

/** Its commonest colour, at the cheek. */
function furOf(pen: Easel['pen'], size: number): Rgb {
  const [red = 128, green = 128, blue = 128, opacity = 0] = pen.getImageData(Math.round(size * 0.47), Math.round(size * 0.62), 1, 1).data;
  return opacity > 200 ? [red, green, blue] : [140, 130, 124];
}

interface Spot {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly flip: boolean;
  readonly haze: number;
  readonly isAfloat: boolean;
  readonly isAloft?: boolean;
}

/** The art has a margin of its own beneath the feet. */
const MARGIN = 0.045;

export function setDown(easel: Easel, { art, thing }: Prepared, { x, y, size, flip, haze, isAfloat, isAloft }: Spot): void {
  if (!isAfloat) shadow(easel, x, y, size * 0.36, size, haze);
  const { canvas, pen } = sheet(size, size * (isRidden(easel, thing) ? 1.4 : 1));
  const top = canvas.height - size;
  if (flip) {
    pen.translate(canvas.width, 0);
    pen.scale(-1, 1);
  }
  if (isRidden(easel, thing)) rider(easel, pen, size, top, haze, flip);
  pen.drawImage(art, 0, top, size, size);
  pen.setTransform(1, 0, 0, 1, 0, 0);
  if (thing.colour) tint(pen, canvas.width, canvas.height, thing.colour);
  relight(easel, pen, canvas.width, canvas.height, haze);
  const sink = isAfloat && !isAloft ? size * 0.06 : 0;
  if (isAfloat && !isAloft) mirror(easel, canvas, x, y, size);
  easel.pen.drawImage(canvas, x - size / 2, y - canvas.height + size * MARGIN + sink);
}

const isRidden = ({ asked }: Easel, { name }: Thing): boolean => asked.people?.pose === 'ride' && (name === 'horse' || name === 'camel');

function rider(easel: Easel, pen: Easel['pen'], size: number, top: number, haze: number, flip: boolean): void {
  const { people } = easel.asked;
  if (!people) return;
  pen.save();
  pen.translate(size * 0.56, top + size * 0.42);
  pen.scale(-size * 0.72, size * 0.72);
  const side = easel.sunSide === 1 ? -1 : 1;
  drawFigure({ pen, light: easel.light, sunSide: flip ? easel.sunSide : side, haze }, sitterOf(people, 0, easel.random('person 0')));
  pen.restore();
}
