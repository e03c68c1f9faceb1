/** What a person makes of a script: the whole of it, or one scene. */
import type { ScriptLanguage } from '#capabilities/generation/generation.ts';
import { m } from './messages.ts';
import type { FilmScript, Project, Scene } from './project.ts';
import { type Body, isObject, type Reader, readerOf } from './reader.ts';

export const MOST_SCENES = 120;
const LONGEST = { narration: 2000, imagePrompt: 2000, onScreen: 120, title: 200 } as const;
const SECONDS = { least: 0.5, most: 120 } as const;
/** What a scene takes when nobody says it: as long as it takes to say it. */
const WORDS_PER_SECOND = 2.4;
const LANGUAGES = ['fr', 'en', 'ar'] as const;

/** Scenes with an `id` keep what was made for them; the others are new. */
export function readScript(body: Body, { script, config, title }: Pick<Project, 'script' | 'config' | 'title'>): FilmScript {
  const reader = readerOf(body);
  const language = reader.choice('language', LANGUAGES, script?.language ?? config.language ?? ('fr' satisfies ScriptLanguage));
  const read = {
    title: reader.text('title', { most: LONGEST.title, isRequired: true }, script?.title ?? title),
    ...({ language, source: 'person', why: null } as const),
    scenes: readScenes(reader, script?.scenes ?? []),
  };
  reader.close();
  return read;
}

function readScenes(reader: Reader, before: readonly Scene[]): readonly Scene[] {
  const raw = reader.raw('scenes');
  if (raw === undefined && before.length > 0) return before;
  if (!Array.isArray(raw) || raw.length === 0 || raw.length > MOST_SCENES) {
    reader.fault('scenes', m.scenes, raw === undefined ? 'required' : 'items', { most: MOST_SCENES });
    return [];
  }
  const given = raw.map((scene: unknown) => idOf(scene));
  let last = Math.max(0, ...before.map(({ id }) => id), ...given.map((id) => id ?? 0));
  const taken = new Set<number>();
  return raw.map((scene: unknown, n) => {
    const part = reader.at(`scenes[${n}]`, scene);
    const id = given[n] ?? ++last;
    if (taken.has(id)) part.fault('id', m.sceneTwice, 'unique');
    taken.add(id);
    return { ...readScene(part, before.find((one) => one.id === id) ?? null), id };
  });
}

const idOf = (scene: unknown): number | null =>
  isObject(scene) && Number.isInteger(scene['id']) && (scene['id'] as number) > 0 ? (scene['id'] as number) : null;

function readScene(part: Reader, before: Scene | null): Omit<Scene, 'id'> {
  const narration = part.text('narration', { most: LONGEST.narration, isRequired: true }, before?.narration ?? '');
  const spoken = Math.max(2, Math.round((narration.split(/\s+/).length / WORDS_PER_SECOND) * 10) / 10);
  const isSame = before?.narration === narration;
  return {
    narration,
    imagePrompt: part.text('image_prompt', { most: LONGEST.imagePrompt }, before?.imagePrompt ?? narration) || narration,
    onScreen: part.text('on_screen', { most: LONGEST.onScreen }, before?.onScreen ?? ''),
    seconds: part.number('seconds', SECONDS, isSame ? before.seconds : spoken),
    takes: before?.takes ?? { image: 0, voice: 0, clip: 0 },
    own: { image: readOwn(part, before) },
  };
}

function readOwn(part: Reader, before: Scene | null): string | null {
  if (part.raw('own_image') === undefined) return before?.own.image ?? null;
  return part.text('own_image', { most: 60 }, '') || null;
}

const REDONE = ['image', 'voice', 'clip'] as const;

/** The given fields of one scene, and `redo` for another take of what is named. */
export function readSceneChange(body: Body, scene: Scene): Scene {
  const reader = readerOf(body);
  const read = readScene(reader, scene);
  const redo = reader.raw('redo') ?? [];
  const names: readonly unknown[] = Array.isArray(redo) ? redo : [redo];
  if (names.some((name) => !REDONE.includes(name as (typeof REDONE)[number])))
    reader.fault('redo', m.redo, 'choice', { values: REDONE.join(', ') });
  reader.close();
  const more = (name: (typeof REDONE)[number]): number => read.takes[name] + (names.includes(name) ? 1 : 0);
  return { ...read, id: scene.id, takes: { image: more('image'), voice: more('voice'), clip: more('clip') } };
}
