/**
 * The words of an OpenAPI document in another language. Contracts speak English; `docs/api/words.fr.json` says each of their
 * sentences in French, keyed by the English one, so that a sentence is translated once wherever it stands. A test finds what is
 * missing and what nobody says any more.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../package-root.ts';

export type DocumentLanguage = 'en' | 'fr';
export type ApiWords = Readonly<Record<string, string>>;

/** Values that people read; everything else of a document is for programs. */
const SPOKEN: ReadonlySet<string> = new Set(['summary', 'description']);
/** What stands in them is data, whatever its names are. */
const DATA: ReadonlySet<string> = new Set(['example', 'examples', 'default', 'enum', 'const']);

let french: ApiWords | null = null;
const frenchWords = (): ApiWords => {
  french ??= JSON.parse(readFileSync(join(packageRoot, 'docs', 'api', 'words.fr.json'), 'utf8')) as ApiWords;
  return french;
};

/** A sentence that has no translation stays as it is. */
export function sayDocument<T>(document: T, language: DocumentLanguage): T {
  return language === 'en' ? document : (translated(document, frenchWords()) as T);
}

/** Every sentence of a document, each once. */
export function sentencesOf(value: unknown): ReadonlySet<string> {
  if (typeof value !== 'object' || value === null) return new Set();
  if (Array.isArray(value)) return new Set(value.flatMap((part) => [...sentencesOf(part)]));
  return new Set(
    Object.entries(value).flatMap(([name, part]) =>
      DATA.has(name) ? [] : SPOKEN.has(name) && typeof part === 'string' ? [part] : [...sentencesOf(part)],
    ),
  );
}

function translated(value: unknown, words: ApiWords): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((part) => translated(part, words));
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => {
      if (DATA.has(name)) return [name, part];
      return [name, SPOKEN.has(name) && typeof part === 'string' ? (words[part] ?? part) : translated(part, words)];
    }),
  );
}
