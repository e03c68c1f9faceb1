/**
 * The texts of the manual: Markdown files under `docs/`, French and English, in the order given here. A text begins with its title
 * and one paragraph that says what it is for. They are read at first use; a text that is not there stops the program's tests, not a page.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { failure } from '#kernel/failure.ts';
import type { Language } from '#kernel/message.ts';
import { packageRoot } from '#kernel/package-root.ts';
import { partsOf } from '#kernel/page/markdown.tsx';

/** In the order in which somebody who begins would read them. */
export const GUIDES = [
  'quick-start',
  'authentication',
  'errors',
  'pagination-and-limits',
  'idempotency',
  'uploads',
  'webhooks',
  'live',
  'sdks',
  'publishing',
  'migrate-to-v3',
  'operate',
] as const;

export const TOPICS = [
  'sign-up',
  'my-profile',
  'cv',
  'cinema-registration',
  'search',
  'ai-casting',
  'projects',
  'badges',
  'presence',
  'image-studio',
  'calendar',
  'connections',
  'films',
  'timeline',
  'notifications',
  'privacy',
] as const;

type Shelf = 'guides' | 'help';
/** The languages that texts are written in. */
export type TextLanguage = 'fr' | 'en';

export interface ManualText {
  readonly slug: string;
  readonly language: TextLanguage;
  readonly title: string;
  readonly lead: string;
  /** Markdown, without the two above. */
  readonly rest: string;
}

export const textLanguageOf = (language: Language): TextLanguage => (language === 'fr' ? 'fr' : 'en');
export const guides = (language: Language): readonly ManualText[] => shelf('guides', GUIDES, textLanguageOf(language));
export const topics = (language: Language): readonly ManualText[] => shelf('help', TOPICS, textLanguageOf(language));

/** Throws 404 for a text that is not in the list. */
export function textOf(texts: readonly ManualText[], slug: string): ManualText {
  const text = texts.find((candidate) => candidate.slug === slug);
  if (!text) throw failure.notFound();
  return text;
}

const kept = new Map<string, readonly ManualText[]>();

function shelf(name: Shelf, slugs: readonly string[], language: TextLanguage): readonly ManualText[] {
  const key = `${name}/${language}`;
  const known = kept.get(key);
  if (known) return known;
  const texts = slugs.flatMap((slug) => {
    const file = join(packageRoot, 'docs', name, language, `${slug}.md`);
    return existsSync(file) ? [{ slug, language, ...partsOf(readFileSync(file, 'utf8')) }] : [];
  });
  kept.set(key, texts);
  return texts;
}
