// What the lock file says about the packages: names, versions, licences, and who needs whom.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './project.mjs';

/**
 * The packages of the lock file: `{ path, name, version, licence, isDevelopment, isOptional, integrity, resolved, needs }`, where `needs`
 * are paths of packages. Workspaces and links are left out.
 */
export function lockedPackages(lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))) {
  const { packages } = lock;
  return Object.entries(packages)
    .filter(([path, { link }]) => path !== '' && !link)
    .map(([path, entry]) => ({
      path,
      name: entry.name ?? path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
      version: entry.version,
      licence: entry.license ?? null,
      isDevelopment: Boolean(entry.dev || entry.devOptional),
      isOptional: Boolean(entry.optional || entry.devOptional),
      integrity: entry.integrity ?? null,
      needs: neededBy(path, entry, packages),
    }));
}

function neededBy(path, { dependencies = {}, optionalDependencies = {}, peerDependencies = {} }, packages) {
  const names = Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies });
  return names.map((name) => placeOf(name, path, packages)).filter(Boolean);
}

/** Where Node finds it: inside the package, then beside each of those around it. Null when it is not installed. */
function placeOf(name, from, packages) {
  const folders = from.split(/(?<=node_modules\/(?:@[^/]+\/)?[^/]+)\//);
  for (let depth = folders.length; depth >= 0; depth--) {
    const place = [...folders.slice(0, depth), 'node_modules', name].join('/');
    if (packages[place]) return place;
  }
  return null;
}
