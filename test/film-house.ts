/** What tests of the film studio share: a person with a browser that runs no scripts, and films that are made small and quick. */
import { expect, vi } from 'vitest';
import { browserOf } from './studio-house.ts';
import { type Atelier, type Caller, startAtelier } from './support.ts';
import type { Visitor } from './visitor.ts';

export interface FilmHouse {
  readonly atelier: Atelier;
  readonly person: Caller;
  readonly browser: Visitor;
  /** A film of two short scenes with its script, as a person wrote it. Answers its id. */
  written(title?: string): Promise<string>;
  /** The same, made: a sixteenth of the size. */
  made(title?: string): Promise<string>;
  projectOf(id: string): Promise<FilmOnWire>;
}

export interface FilmOnWire {
  readonly title: string;
  readonly status: string;
  readonly script: { readonly scenes: readonly { readonly id: number; readonly narration: string }[] } | null;
  readonly video_id: string | null;
}

const PATIENCE = { timeout: 90_000, interval: 100 };
/** A prompt that is a script already is kept word for word. */
export const WORDS = ['Le tapis naît dans la montagne.', 'La laine devient un fil.'] as const;

/** `work`: films are made; without it they wait for ever. */
export async function openFilmHouse(options: { readonly work: boolean; readonly listen?: boolean }): Promise<FilmHouse> {
  const atelier = await startAtelier({ ...options, environment: { ATELIER_DEMO: '1' } });
  const person = await atelier.as('user');
  const house = { atelier, person, browser: browserOf(atelier, person) };
  const projectOf = async (id: string): Promise<FilmOnWire> => {
    const [project, script] = await Promise.all(['', '/script'].map((rest) => person.inject({ url: `/api/v1/projects/${id}${rest}` })));
    return { ...(project?.json() as Omit<FilmOnWire, 'script'>), script: script?.statusCode === 200 ? script.json() : null };
  };
  const written = (title = 'Le tapis'): Promise<string> => write(person, title);
  return {
    ...house,
    projectOf,
    written,
    async made(title) {
      const id = await written(title);
      const payload = { pipeline_config: { render: { quality: 'draft', scale: 4 } } };
      expect((await person.inject({ method: 'POST', url: `/api/v1/projects/${id}/start`, payload })).statusCode).toBe(202);
      await vi.waitFor(async () => expect((await projectOf(id)).status).toBe('completed'), PATIENCE);
      return id;
    },
  };
}

async function write(person: Caller, title: string): Promise<string> {
  const config = { target_duration: 5, language: 'fr', ratio: '16:9', music: null, voice_id: null };
  const made = await person.inject({ method: 'POST', url: '/api/v1/projects', payload: { title, prompt: 'Un tapis', config } });
  expect(made.statusCode).toBe(201);
  const { id } = made.json<{ id: string }>();
  const scenes = WORDS.map((narration) => ({ narration, image_prompt: 'a carpet', on_screen: '', seconds: 2 }));
  const script = await person.inject({ method: 'PUT', url: `/api/v1/projects/${id}/script`, payload: { title, scenes } });
  expect(script.statusCode, script.body).toBe(200);
  return id;
}
