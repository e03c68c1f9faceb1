/** Who stands there: what the prompt says of a person, and the rest by chance. */

import { pick, type Random } from '../../../random.ts';
import type { Rgb } from '../colour.ts';
import type { Folk, People, Pose } from '../scene/scene.ts';

export interface Sitter {
  readonly folk: Folk;
  readonly pose: Pose;
  readonly dress: People['dress'];
  readonly head: People['head'];
  readonly cloth: Rgb;
  readonly skin: Rgb;
  readonly hair: Rgb;
  readonly random: Random;
}
const SKINS: readonly [Rgb, ...Rgb[]] = [
  [96, 62, 44],
  [128, 84, 58],
  [156, 108, 76],
  [190, 138, 102],
  [220, 174, 140],
];
const HAIRS: readonly [Rgb, ...Rgb[]] = [
  [28, 22, 24],
  [44, 32, 28],
  [72, 48, 34],
];
const CLOTHS: readonly [Rgb, ...Rgb[]] = [
  [186, 62, 56],
  [44, 92, 148],
  [226, 178, 76],
  [64, 124, 104],
  [232, 226, 214],
  [120, 80, 140],
  [206, 116, 70],
  [60, 62, 78],
];

export function sitterOf(people: People, index: number, random: Random): Sitter {
  const folk = people.folk[index % people.folk.length] ?? 'person';
  const cloth =
    index % people.folk.length === index && people.colour && people.folk.indexOf(folk) === index ? people.colour : pick(random, CLOTHS);
  const isWoman = folk === 'woman' || folk === 'girl' || (folk === 'person' && random() < 0.5);
  const dress =
    people.dress === 'gown' && !isWoman
      ? 'plain'
      : people.dress === 'plain' && isWoman && (people.pose === 'dance' || random() < 0.7)
        ? 'gown'
        : people.dress;
  return {
    folk: isWoman && folk === 'person' ? 'woman' : folk,
    pose: people.pose,
    dress,
    head: people.head,
    cloth,
    skin: pick(random, SKINS),
    hair: folk === 'elder' ? [206, 204, 200] : pick(random, HAIRS),
    random,
  };
}
