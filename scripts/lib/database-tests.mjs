/** Which tests stand on a database: those whose imports reach `test/support.ts`. The others tell nothing new on a second server. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

const SUPPORT = 'test/support.ts';
const ALIASES = {
  '#test/': 'test/',
  '#kernel/': 'src/kernel/',
  '#capabilities/': 'src/capabilities/',
  '#products/': 'src/products/',
  '#simulators/': 'simulators/',
};
const IMPORTS = /(?:^|\n)\s*(?:import|export)\b(?!\s+type\b)[^'"]*?['"]([^'"]+)['"]|import\(['"]([^'"]+)['"]\)/g;

/** `files`: paths from the root of the project. */
export function databaseTests(files, root) {
  const known = new Map();
  const reaches = (file) => {
    if (file === SUPPORT) return true;
    const before = known.get(file);
    if (before !== undefined) return before;
    known.set(file, false); // whoever comes round again finds nothing new here
    const found = importsOf(file, root).some(reaches);
    known.set(file, found);
    return found;
  };
  return files.filter((file) => reaches(file));
}

function importsOf(file, root) {
  const text = readFileSync(join(root, file), 'utf8');
  const places = [...text.matchAll(IMPORTS)].flatMap(([, still, late]) => placeOf(still ?? late, file));
  return places.filter((place) => existsSync(join(root, place)));
}

function placeOf(name, from) {
  if (!/\.tsx?$/.test(name)) return [];
  if (name.startsWith('.')) return [normalize(join(dirname(from), name))];
  const alias = Object.keys(ALIASES).find((start) => name.startsWith(start));
  return alias ? [ALIASES[alias] + name.slice(alias.length)] : [];
}
