/** Title, description, prompt and config, as they are sent. */
import type { Project, ProjectConfig } from './project.ts';
import { readConfig } from './read-config.ts';
import { type Body, readerOf } from './reader.ts';

export type ProjectWords = Pick<Project, 'title' | 'description' | 'prompt' | 'config'>;

const LONGEST = { title: 200, description: 2000, prompt: 4000 } as const;

/** `before` is null for a new project; of one that stands, what is not sent stays. */
export function readProject(body: Body, before: ProjectWords | null): ProjectWords {
  const reader = readerOf(body);
  const words = {
    title: reader.text('title', { most: LONGEST.title, isRequired: true }, before?.title ?? ''),
    description: reader.text('description', { most: LONGEST.description }, before?.description ?? ''),
    prompt: reader.text('prompt', { most: LONGEST.prompt, isRequired: true }, before?.prompt ?? ''),
    config: readConfig(reader.within('config'), before?.config ?? null),
  };
  reader.close();
  return words;
}

/** Whether a script that was written for the one would not do for the other. */
export const asksForAnotherScript = (one: ProjectWords, other: ProjectWords): boolean =>
  one.prompt !== other.prompt || WORDED.some((name) => one.config[name] !== other.config[name]);

const WORDED = ['targetDuration', 'language', 'style'] as const satisfies readonly (keyof ProjectConfig)[];
