import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { transform } from 'esbuild';
import { afterAll, describe, expect, it } from 'vitest';
import { inSources } from './stack.ts';

const folder = mkdtempSync(join(tmpdir(), 'stack-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const SOURCE = `
interface Said { readonly words: string }
export const first = (said: Said): string => said.words;

export function failing(said: Said): never {
  const words = first(said); throw new Error(words);
}
`;

async function bundle(name: string, minify: boolean): Promise<string> {
  const { code, map } = await transform(SOURCE, { loader: 'ts', sourcemap: true, sourcefile: 'src/said.ts', minifyWhitespace: minify });
  writeFileSync(join(folder, name), code);
  writeFileSync(join(folder, `${name}.map`), map);
  return pathToFileURL(join(folder, name)).href;
}

describe('a stack', () => {
  it.each([
    ['as it was written', false],
    ['on one line', true],
  ])('says the places of the sources, the bundle %s', async (name, minify) => {
    const url = await bundle(`${minify ? 'short' : 'long'}.js`, minify);

    const code = readFileSync(new URL(url), 'utf8');
    const before = code.slice(0, code.indexOf('throw'));
    const line = before.split('\n').length;
    const column = before.length - before.lastIndexOf('\n');
    const told = inSources(`Error: no\n    at failing (${url}:${line}:${column})\n    at other (${url}:${line}:${column})`);
    expect(told, name).toBe(
      `Error: no\n    at failing (${join(folder, 'src/said.ts')}:6:30)\n    at other (${join(folder, 'src/said.ts')}:6:30)`,
    );
  });

  it('is left alone where there is no map, and before the first place of one', async () => {
    const url = await bundle('known.js', false);
    for (const stack of [`at x (file:///nowhere/main.js:3:4)`, `at ${url}:9999:1`, 'at node:internal/process:1:2'])
      expect(inSources(stack)).toBe(stack);
  });
});
