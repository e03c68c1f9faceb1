/** A script as somebody is changing it: what the form sent, with scenes moved, added or taken out, and the script that it asks for. */
import type { FastifyRequest } from 'fastify';
import type { FieldErrors } from '#kernel/failure.ts';
import { fieldOf, fieldsOf } from '#kernel/page/requests.ts';
import type { FilmScript, Project } from '../projects/projects.ts';

export interface TypedScene {
  /** The id of the scene; of a new one `n1`, `n2`… */
  readonly key: string;
  readonly narration: string;
  readonly image: string;
  readonly screen: string;
}
export interface TypedScript {
  readonly version: number;
  readonly title: string;
  readonly scenes: readonly TypedScene[];
}

const KEY = /^(?:[1-9]\d{0,5}|n\d{1,4})$/;
const MOST = 120;

export const typedFrom = ({ script, scriptVersion, title }: Pick<Project, 'script' | 'scriptVersion' | 'title'>): TypedScript => ({
  version: scriptVersion,
  title: script?.title ?? title,
  scenes: (script?.scenes ?? []).map(({ id, narration, imagePrompt, onScreen }) => ({
    ...{ key: String(id), narration, image: imagePrompt, screen: onScreen },
  })),
});

export function typedOf(request: FastifyRequest): TypedScript {
  const keys = [...new Set(fieldsOf(request, 'scene'))].filter((key) => KEY.test(key)).slice(0, MOST);
  return {
    version: Number(fieldOf(request, 'version')) || 0,
    title: fieldOf(request, 'title'),
    scenes: keys.map((key) => ({
      key,
      narration: fieldOf(request, `narration-${key}`),
      image: fieldOf(request, `image-${key}`),
      screen: fieldOf(request, `screen-${key}`),
    })),
  };
}

/** What a button of a scene does: `up-3`, `down-3`, `add-3`, `remove-3`; null for every other. */
export function rearranged(typed: TypedScript, act: string): TypedScript | null {
  const [, verb, key] = /^(up|down|add|remove)-(\w+)$/.exec(act) ?? [];
  const at = typed.scenes.findIndex((scene) => scene.key === key);
  if (!verb) return null;
  if (verb === 'add') return { ...typed, scenes: typed.scenes.toSpliced(at < 0 ? typed.scenes.length : at + 1, 0, emptyScene(typed)) };
  const [scene] = typed.scenes.slice(at, at + 1);
  if (at < 0 || !scene) return typed;
  const without = typed.scenes.toSpliced(at, 1);
  if (verb === 'remove') return { ...typed, scenes: without };
  return { ...typed, scenes: without.toSpliced(Math.max(0, verb === 'up' ? at - 1 : at + 1), 0, scene) };
}

function emptyScene({ scenes }: TypedScript): TypedScene {
  const used = scenes.map(({ key }) => Number(/^n(\d+)$/.exec(key)?.[1] ?? 0));
  return { key: `n${Math.max(0, ...used) + 1}`, narration: '', image: '', screen: '' };
}

/** As the API takes it. */
export const scriptFrom = ({ version, title, scenes }: TypedScript): Readonly<Record<string, unknown>> => ({
  ...{ version, title },
  scenes: scenes.map(({ key, narration, image, screen }) => ({
    ...(key.startsWith('n') ? {} : { id: Number(key) }),
    ...{ narration, image_prompt: image, on_screen: screen },
  })),
});

const sceneOf = ({ narration, image, screen, key }: TypedScene): string => JSON.stringify([key, narration, image, screen]);

export function isSame(typed: TypedScript, project: Project): boolean {
  const stored = typedFrom(project);
  return typed.title === stored.title && typed.scenes.map(sceneOf).join('\n') === stored.scenes.map(sceneOf).join('\n');
}

/** `scenes[2].narration` is `narration-<its key>` in the form. */
export const errorsIn = (fields: FieldErrors, { scenes }: TypedScript): FieldErrors =>
  Object.fromEntries(
    Object.entries(fields).map(([name, fault]) => {
      const [, place, field = ''] = /^scenes\[(\d+)\]\.?(\w*)$/.exec(name) ?? [];
      const key = scenes[Number(place)]?.key;
      return [key === undefined ? name : `${FIELDS[field] ?? 'narration'}-${key}`, fault];
    }),
  );
const FIELDS: Readonly<Record<string, string>> = { narration: 'narration', image_prompt: 'image', on_screen: 'screen' };

/** Words a second of a calm narrator; the voice decides in the end. */
export const PACE: Readonly<Record<FilmScript['language'], number>> = { fr: 2.5, en: 2.5, ar: 2.1 };
export const LONG_SECONDS = 14;

export const wordsIn = (text: string): number => text.trim().split(/\s+/).filter(Boolean).length;
export const secondsFor = (text: string, language: FilmScript['language']): number => Math.round(wordsIn(text) / PACE[language]);
