/** Every text of the product, in all its languages: present, well formed, with the same places to fill. */
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { LANGUAGES, type Language, type Message, say } from '../message.ts';
import { packageRoot } from '../package-root.ts';

const files = globSync('src/**/{messages,labels}.ts', { cwd: packageRoot }).sort();

const isMessage = (value: unknown): value is Message =>
  typeof value === 'object' &&
  value !== null &&
  LANGUAGES.every((language) => typeof (value as Record<string, unknown>)[language] === 'string');

/** Messages of a module: exported alone or in groups. `LANGUAGE_NAMES` is no message: each language names itself. */
function messagesIn(module: Readonly<Record<string, unknown>>): readonly (readonly [path: string, message: Message])[] {
  return Object.entries(module).flatMap(([name, value]) => {
    if (name === 'LANGUAGE_NAMES') return [];
    if (isMessage(value)) return [[name, value] as const];
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([key, each]) => (isMessage(each) ? [[`${name}.${key}`, each] as const] : []));
  });
}

/** Names of the places to fill, `{count, plural, …}` as well as `{name}`, however deep. */
const placesOf = (text: string): readonly string[] =>
  [...new Set([...text.matchAll(/\{\s*(\w+)\s*(?=[,}])/g)].map(([, name = '']) => name))].filter((name) => /^[a-z]/i.test(name)).sort();

/** Arabic letters take two bytes: its text says another number than the others, and the rule passes both. */
const FILLS_MORE: ReadonlySet<string> = new Set(['m.passwordLong']);

const findings = (path: string, message: Message): string[] =>
  LANGUAGES.flatMap((language: Language) => {
    const text = message[language];
    if (text.trim() === '') return [`${path} (${language}) is empty`];
    const places = placesOf(message.fr);
    const isIcu = /\{\s*\w+\s*,/.test(message.fr);
    // A plural may leave out its number (« une minute »); a plain place must be everywhere.
    if (!isIcu && !FILLS_MORE.has(path) && placesOf(text).join() !== places.join())
      return [`${path} (${language}) fills ${placesOf(text)}, French fills ${places}`];
    const params = Object.fromEntries([...places, ...placesOf(text)].map((name) => [name, 2]));
    try {
      say(message, language, params);
    } catch (error) {
      return [`${path} (${language}) cannot be formatted: ${String(error)}`];
    }
    return [];
  });

describe.each(files)('%s', (file) => {
  it('says every text in French, English and Arabic', async () => {
    const module = (await import(/* @vite-ignore */ pathToFileURL(join(packageRoot, file)).href)) as Record<string, unknown>;
    const found = messagesIn(module);
    expect(found.length).toBeGreaterThan(0);
    expect(found.flatMap(([path, message]) => findings(path, message))).toEqual([]);
  });
});

it('has Arabic letters in Arabic texts of the page room', async () => {
  const { pageMessages } = await import('./messages.ts');
  const latin = Object.entries(pageMessages).filter(
    ([name, message]) => name !== 'colon' && name !== 'range' && !/\p{Script=Arabic}/u.test(message.ar),
  );
  expect(latin.map(([name]) => name)).toEqual([]);
});
