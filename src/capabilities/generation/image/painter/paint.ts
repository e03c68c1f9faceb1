/** One picture from first to last: what is asked, the light, the layers from far to near, the hand of the style, the file. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { hashOf, randomOf } from '../../random.ts';
import type { ImageOrder } from '../image.ts';
import { buildingsOf } from './buildings/town.ts';
import { groundOf } from './land/ground.ts';
import { reliefOf } from './land/relief.ts';
import { paintLand } from './land/terrain.ts';
import { wondersOf } from './land/wonders.ts';
import { writeWords } from './lettering/lettering.ts';
import { peopleOn, standingAt } from './people/people.ts';
import { paintPortraits } from './people/portrait.ts';
import { paintAbstract } from './places/abstract.ts';
import { INDOOR_PLACES, paintIndoors } from './places/indoors.ts';
import { paintBackdrop } from './places/showplaces.ts';
import { paintSpace } from './places/space.ts';
import { paintUnderwater } from './places/underwater.ts';
import { plantsOf } from './plants/planting.ts';
import { encodePng, notesOf } from './png.ts';
import { understand } from './prompt/prompt.ts';
import { countSheets, type Easel, putAwaySheets, setUp, sheet } from './scene/easel.ts';
import { lightOf } from './scene/light.ts';
import type { Understood } from './scene/scene.ts';
import { PAINTER } from './signature.ts';
import { paintClouds } from './sky/clouds.ts';
import { paintBalloons, paintBirds } from './sky/flyers.ts';
import { paintRays } from './sky/rays.ts';
import { paintRainbow, paintSky } from './sky/sky.ts';
import { paintLightning, paintWeather } from './sky/weather.ts';
import { finish } from './style/style.ts';
import { paintAloft, paintBusts, prepareThings, thingsOn } from './subjects/subjects.ts';

export type PaintOrder = Omit<ImageOrder, 'signal'>;

export interface Painted {
  readonly png: Uint8Array;
  readonly seed: number;
  readonly understood: Understood;
  /** Layers, drawn things and passes of the style: every sheet that was painted for this picture. */
  readonly sheets: number;
}

/** Drawn this much larger and brought down, for finer edges. */
const FINER = 1.5;

let inHand: Promise<unknown> = Promise.resolve();

/** One picture at a time in a thread: its sheets are put away before the next begins. */
export function paint(order: PaintOrder): Promise<Painted> {
  // The engine gives native memory back between turns of its loop only.
  const painted = inHand
    .then(() => nextTurn())
    .then(() => paintOne(order))
    .finally(putAwaySheets);
  inHand = painted.catch(() => null);
  return painted;
}

async function paintOne(order: PaintOrder): Promise<Painted> {
  const { prompt, width, height, quality } = order;
  const seed = order.seed >>> 0;
  // The style is left out: four styles of one seed show the same scene.
  const own = hashOf(prompt.normalize('NFC').trim().toLowerCase(), seed);
  const understood = understand(prompt, own, order.negativePrompt);
  const finer = quality === 'hd' ? FINER : 1;
  const easel = easelFor(order, understood, own, finer);
  await paintScene(easel);
  paintPortraits(easel);
  const full = finer === 1 ? easel : reduced(order, understood, own, easel);
  writeWords(full);
  const pixels = finish(full);
  return { png: encodePng(pixels, width, height, notesOf(prompt.slice(0, 4000), PAINTER, seed)), seed, understood, sheets: countSheets() };
}

function easelFor({ width, height, style }: PaintOrder, asked: Understood, seed: number, finer: number): Easel {
  const light = lightOf(
    asked.time,
    new Set(asked.weather),
    asked.season,
    asked.palette.map(({ colour }) => colour),
    new Set(asked.moods),
  );
  const random = randomOf(seed, 'view');
  const names = new Set(asked.settings.map(({ name }) => name));
  const isHigh = names.has('mountain') || names.has('waterfall') || names.has('volcano');
  const isDune = names.has('desert') || names.has('pyramids');
  const isTown = names.has('street') || names.has('medina') || names.has('market') || names.has('city');
  const eye = isTown
    ? 2.9
    : isDune && !names.has('road')
      ? asked.people || asked.things.length > 0
        ? 4
        : 7.5
      : isHigh && !asked.people
        ? 5.2
        : 3.5;
  const horizon = 0.55 + 0.05 * random() + (names.has('sky') ? 0.2 : 0);
  return setUp({ width: Math.round(width * finer), height: Math.round(height * finer), asked, light, style, seed, horizon, eye });
}

/** The same scene brought down to the size that was asked. */
function reduced(order: PaintOrder, asked: Understood, seed: number, large: Easel): Easel {
  const easel = easelFor(order, asked, seed, 1);
  easel.pen.imageSmoothingQuality = 'high';
  easel.pen.drawImage(large.canvas, 0, 0, easel.width, easel.height);
  return easel;
}

async function paintScene(easel: Easel): Promise<void> {
  const { asked, weightOf } = easel;
  const things = await prepareThings(easel);
  if (asked.settings.length === 0) return bare(easel, things);
  if (weightOf('space') > 0.3) {
    paintSpace(easel);
    paintAloft(easel, things, true);
    return paintBusts(easel, things);
  }
  if (weightOf('underwater') > 0.3) {
    paintUnderwater(easel);
    return paintAloft(easel, things, true);
  }
  if (weightOf(...INDOOR_PLACES) > 0) return indoors(easel, things);
  paintSkyAndAir(easel);
  const relief = reliefOf(easel);
  const standing = [
    ...plantsOf(easel, relief),
    ...buildingsOf(easel, relief),
    ...wondersOf(easel, relief),
    ...thingsOn(easel, relief, things),
    ...peopleOn(easel, relief),
  ];
  paintLand(easel, relief, groundOf(easel, relief), standing);
  paintBusts(easel, things);
  paintAloft(easel, things);
  paintBalloons(easel);
  if (asked.weather.includes('rain') && weightOf('city', 'street', 'road', 'medina', 'market') > 0.2) wetGround(easel);
  paintWeather(easel);
}

/** Rain on stone and asphalt mirrors the lights above. */
function wetGround(easel: Easel): void {
  const { pen, canvas, camera, width, height, weightOf } = easel;
  const { canvas: copy, pen: keep } = sheet(width / 3, height / 3);
  keep.filter = 'blur(1.5px)';
  keep.drawImage(canvas, 0, 0, copy.width, copy.height);
  pen.save();
  pen.beginPath();
  // Only between the walls.
  const half = (weightOf('city') > 0 ? 8.3 : 3.1) * (camera.focal / (((camera.eye - 0.9) * camera.focal) / (height - camera.horizon)));
  pen.moveTo(camera.middle, camera.horizon);
  pen.lineTo(camera.middle + half, height);
  pen.lineTo(camera.middle - half, height);
  pen.clip();
  pen.globalCompositeOperation = 'screen';
  pen.globalAlpha = 0.42;
  pen.translate(0, camera.horizon * 2);
  pen.scale(1, -1);
  pen.drawImage(copy, 0, 0, width, height);
  pen.restore();
}

type Things = Awaited<ReturnType<typeof prepareThings>>;

/** No place at all: colours; a thing then floats, and people stand before a plain ground. */
function bare(easel: Easel, things: Things): void {
  const { people } = easel.asked;
  if (people && !people.isPortrait) indoors(easel, things);
  else {
    if (people) paintBackdrop(easel);
    else paintAbstract(easel);
    paintAloft(easel, things, true);
    paintBusts(easel, things);
  }
}

function indoors(easel: Easel, things: Things): void {
  paintIndoors(easel, () => {
    paintSkyAndAir(easel);
    const relief = reliefOf(easel);
    paintLand(easel, relief, groundOf(easel, relief), plantsOf(easel, relief));
  });
  // The floor of a room is level and begins nearer than a landscape.
  const floor = { height: () => 1, winding: () => 0, shape: reliefOf(easel).shape };
  const onFloor = [...thingsOn(easel, floor, things), ...peopleOn(easel, floor)].sort((a, b) => b.z - a.z);
  const { camera, height } = easel;
  for (const thing of onFloor) {
    const scale = (camera.focal / thing.z) * 1.7;
    thing.paint({
      x: camera.middle + thing.x * scale * 0.6,
      y: height * (0.94 - (thing.z - standingAt(easel)) * 0.02),
      scale,
      haze: 0,
      z: thing.z,
    });
  }
  paintAloft(easel, things);
  paintBusts(easel, things);
}

function paintSkyAndAir(easel: Easel): void {
  const { asked } = easel;
  paintSky(easel);
  paintClouds(easel);
  if (easel.style === 'anime' || easel.style === 'digital_art') paintRays(easel, easel.style === 'anime' ? 0.2 : 0.16);
  paintBirds(easel);
  if (asked.weather.includes('rainbow')) paintRainbow(easel);
  if (asked.weather.includes('storm')) paintLightning(easel);
}
