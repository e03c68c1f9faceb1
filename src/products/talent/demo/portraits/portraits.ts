/**
 * Portraits of people who do not exist: posters painted by the program, the same traits always giving the same picture.
 *
 * Hides the drawing; words: `traits` say who is portrayed (complexion, face, hair, clothes), the `seed` decides the rest
 * (which side the lamp stands, a slight turn of the head, the texture of the hair).
 */
import { skia } from '#kernel/heavy.ts';
import { paintBeard, paintGlasses, paintJewels } from './adornment.ts';
import { paintBackdrop, paintFinish } from './backdrop.ts';
import type { Sitter } from './brush.ts';
import { paintClothes } from './clothes.ts';
import { paintFeatures } from './features.ts';
import { paintHairBehind, paintHairInFront } from './hair.ts';
import { paintEars, paintFace, paintNeck } from './head.ts';
import { mix, randomFrom, SKINS } from './palette.ts';
import type { PortraitTraits } from './traits.ts';

export type { PortraitTraits } from './traits.ts';

const SIDE = 800;
const HAIR = {
  black: { base: '#1c1315', dark: '#0e090b', light: '#4a3536' },
  brown: { base: '#3a2219', dark: '#21120e', light: '#7a4c34' },
  auburn: { base: '#5a2c1c', dark: '#351710', light: '#a4603c' },
  grey: { base: '#8d8782', dark: '#5f5a57', light: '#c9c3bc' },
};
const FACES = {
  oval: { cheek: 122, jaw: 96, chin: 42, bottom: 172 },
  round: { cheek: 128, jaw: 106, chin: 50, bottom: 164 },
  long: { cheek: 116, jaw: 93, chin: 42, bottom: 182 },
  square: { cheek: 124, jaw: 110, chin: 56, bottom: 172 },
  heart: { cheek: 124, jaw: 90, chin: 34, bottom: 170 },
};

/** A square JPEG, 800 pixels a side. */
export function drawPortrait(traits: PortraitTraits): Promise<Buffer> {
  const canvas = skia().createCanvas(SIDE, SIDE);
  const ctx = canvas.getContext('2d');
  const sitter = sitterOf(traits);
  paintBackdrop(ctx, sitter, SIDE);
  ctx.save();
  ctx.translate(SIDE / 2, 372);
  ctx.scale(1.06, 1.06);
  paintHairBehind(ctx, sitter);
  paintNeck(ctx, sitter);
  paintClothes(ctx, sitter);
  paintEars(ctx, sitter);
  paintFace(ctx, sitter);
  paintFeatures(ctx, sitter);
  paintBeard(ctx, sitter);
  paintHairInFront(ctx, sitter);
  paintJewels(ctx, sitter);
  paintGlasses(ctx, sitter);
  ctx.restore();
  paintFinish(ctx, sitter, SIDE);
  return canvas.encode('jpeg', 88);
}

function sitterOf(traits: PortraitTraits): Sitter {
  const random = randomFrom(traits.seed);
  const skin = SKINS[traits.skin] ?? SKINS[3];
  if (!skin) throw new Error('no complexion');
  const lamp = random() < 0.6 ? -1 : 1;
  const face = FACES[traits.face];
  const slim = traits.feminine ? 0.95 : 1;
  return {
    traits,
    skin,
    random,
    lamp,
    turn: (6 + random() * 8) * (random() < 0.5 ? -1 : 1),
    face: {
      cheek: face.cheek * slim,
      jaw: face.jaw * slim * (traits.feminine ? 0.97 : 1),
      chin: face.chin * (traits.feminine ? 0.86 : 1),
      bottom: face.bottom,
    },
    own: {
      eye: 0.95 + random() * 0.11,
      apart: (random() - 0.5) * 6,
      arch: (random() - 0.5) * 8,
      nose: (random() - 0.5) * 9,
      mouth: (random() - 0.5) * 8,
    },
    hair: HAIR[traits.hairColor ?? 'black'],
    cloth: {
      base: traits.cloth,
      dark: mix(traits.cloth, '#150d1c', 0.5),
      light: mix(traits.cloth, '#fff1dc', 0.28),
      accent: traits.accent,
    },
  };
}
