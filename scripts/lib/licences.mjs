// Which licences we may be given, and the packages that are another case with the reason why.
const PERMITTED = new Set([
  ...['MIT', 'MIT-0', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'BlueOak-1.0.0', 'Zlib', 'CC0-1.0', 'Unlicense'],
  'OFL-1.1', // fonts
]);

/** By the start of the name. Each says why the licence does not reach our own code. */
const EXCEPTIONS = [
  { name: /^@img\/sharp-/, licence: 'LGPL-3.0-or-later', why: 'libvips as a shared library of its own, unchanged and replaceable' },
  { name: /^lightningcss/, licence: 'MPL-2.0', why: 'a tool of the build, unchanged; nothing of it is delivered' },
  { name: /^axe-core$/, licence: 'MPL-2.0', why: 'a tool of the tests, unchanged; nothing of it is delivered' },
];
/** The lock file says nothing; the package itself does. */
const SAID_ELSEWHERE = { 'png-js': 'MIT' };

/** A line for each package whose licence we may not be given. `packages` as of `lockedPackages`. */
export function licenceFaults(packages) {
  return packages.flatMap(({ name, version, licence }) => {
    const said = licence ?? SAID_ELSEWHERE[name] ?? null;
    if (said === null) return [`${name} ${version} names no licence`];
    return isPermitted(said, name) ? [] : [`${name} ${version}: ${said}`];
  });
}

/** Of an SPDX expression: every part of an AND, one part of an OR. */
function isPermitted(expression, name) {
  const text = expression.replace(/[()]/g, '').trim();
  if (/ OR /.test(text)) return text.split(' OR ').some((part) => isPermitted(part, name));
  if (/ AND /.test(text)) return text.split(' AND ').every((part) => isPermitted(part, name));
  return PERMITTED.has(text) || EXCEPTIONS.some((exception) => exception.name.test(name) && exception.licence === text);
}
