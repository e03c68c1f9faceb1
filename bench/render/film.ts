/** The film that is rendered: painted pictures in motion, cross-fades, captions, a voice and music. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { paint } from '../../src/capabilities/generation/image/painter/paint.ts';
import type { FilmPlan, Quality } from '../../src/capabilities/media/compose/compose.ts';
import { toneFile } from '../../src/capabilities/media/compose/test-house.ts';
import { PROMPTS } from '../painter/prompts.ts';

export const FPS = 30;
export const SIZE = { width: 1920, height: 1080 } as const;
export const PASSAGE_SECONDS = 0.5;
export const WORDS = 'Une phrase dite pendant cette scène du film'.split(' ');

export interface Sounds {
  readonly voice: string;
  readonly music: string;
}

/** A picture of its own for each scene; another `seed` is another take. */
export async function paintScene(folder: string, index: number, seed = 1): Promise<string> {
  const file = join(folder, `scene-${index}-${seed}.png`);
  const prompt = PROMPTS[(index * 4) % PROMPTS.length] ?? '';
  const { png } = await paint({ prompt, style: 'realistic', width: 1280, height: 720, quality: 'standard', seed: seed + index * 100 });
  writeFileSync(file, png);
  return file;
}

/** Tones: how long it takes to mix, duck and measure sound does not depend on what is said. */
export async function makeSounds(folder: string, scenes: number, seconds: number): Promise<Sounds> {
  const sounds = { voice: join(folder, `voice-${scenes}.wav`), music: join(folder, `music-${scenes}.wav`) };
  await toneFile(sounds.voice, (seconds / scenes) * 0.7, 190, 0.3);
  await toneFile(sounds.music, seconds, 440, 0.2);
  return sounds;
}

export interface Ask {
  readonly pictures: readonly string[];
  readonly sounds: Sounds;
  readonly seconds: number;
  readonly quality: Quality;
  readonly file: string;
}

const NEAR = { left: 0.07, top: 0.05, width: 0.89, height: 0.89 };
const WHOLE = { left: 0, top: 0, width: 1, height: 1 };

export function planOf({ pictures, sounds, seconds, quality, file }: Ask): FilmPlan {
  const each = seconds / pictures.length;
  return {
    ...{ ...SIZE, fps: FPS, background: '#000000' },
    shots: pictures.map((picture, index) => ({
      source: { kind: 'picture', file: picture },
      seconds: each,
      motion: { from: index % 2 ? NEAR : WHOLE, to: index % 2 ? WHOLE : NEAR, ease: 'smooth' },
      transitionIn: index === 0 ? null : { kind: 'dissolve', seconds: Math.min(PASSAGE_SECONDS, each / 4) },
    })),
    voice: pictures.map((_, index) => ({ file: sounds.voice, at: index * each, volume: 1 })),
    music: [{ file: sounds.music, at: 0, volume: 0.5, duck: true }],
    captions: pictures.map((_, index) =>
      WORDS.map((text, word) => ({ text, from: (index + word / WORDS.length) * each, until: (index + (word + 1) / WORDS.length) * each })),
    ),
    captionStyle: { look: 'box', size: 'medium', place: 'bottom', colour: '#ffffff', highlight: '#ffd23f' },
    output: { file, codec: 'h264', quality },
  };
}
