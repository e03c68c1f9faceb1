/** The takes of a film that is made at once, as the timeline of a project is made: their files are their names. */
import type { Music, Script } from '#capabilities/generation/generation.ts';
import type { FilmPlan } from '#capabilities/media/media.ts';
import { automaticDraft, type Material, planOf, type Takes } from '../timelines/timelines.ts';
import type { FilmOrder, Take } from './film.ts';

export const takesOf = (takes: readonly Take[], music: Music | null): Takes => ({
  scenes: takes.map(({ scene, picture, speech }) => ({
    scene: { id: scene.index, narration: scene.narration, seconds: scene.seconds },
    picture: { id: picture, type: 'image' },
    voice: speech && { id: speech.wav, seconds: speech.seconds },
  })),
  music: music && { id: music.wav, seconds: music.seconds },
});

const CAPTIONS = { look: 'outline', size: 'medium', place: 'bottom' } as const;
const MUSIC = { style: '', volume: 0.45 } as const;

export function montage(order: FilmOrder, script: Script, takes: readonly Take[], music: Music | null): FilmPlan {
  const captions = order.captions ? CAPTIONS : null;
  const config = { targetDuration: order.seconds, ratio: order.ratio, captions, music: MUSIC, brand: null, seed: order.seed };
  const draft = automaticDraft({ config, script }, takesOf(takes, music));
  const plain = order.file.replace(/\.[^./]+$/, '');
  return planOf(draft, materialsOf(takes, music), {
    ...{ file: order.file, srt: `${plain}.srt`, vtt: `${plain}.vtt`, codec: 'h264', quality: 'standard' },
    ...{ burnCaptions: order.captions, captionTrack: true, scale: 1 },
  });
}

function materialsOf(takes: readonly Take[], music: Music | null): ReadonlyMap<string, Material> {
  const materials = new Map<string, Material>();
  for (const { picture, speech } of takes) {
    materials.set(picture, { kind: 'picture', file: picture });
    if (speech) materials.set(speech.wav, { kind: 'sound', file: speech.wav, words: speech.words });
  }
  if (music) materials.set(music.wav, { kind: 'sound', file: music.wav });
  return materials;
}
