// npm run sbom: what the studio is made of, as CycloneDX 1.6. Packages that only build or test are left out unless `--all` is given;
// `--out FILE` writes a file, else it goes to the standard output.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { lockedPackages } from './lib/lock.mjs';
import { root } from './lib/project.mjs';

const { values } = parseArgs({ options: { all: { type: 'boolean', default: false }, out: { type: 'string' } } });
const { name, version, description } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const lock = readFileSync(join(root, 'package-lock.json'));
const packages = lockedPackages().filter(({ isDevelopment }) => values.all || !isDevelopment);

const purlOf = (one) => `pkg:npm/${one.name.replace('@', '%40')}@${one.version}`;
const refOf = (one) => `${purlOf(one)}#${one.path}`;
const known = new Map(packages.map((one) => [one.path, refOf(one)]));
const self = `pkg:npm/${name}@${version}`;
const direct = Object.keys(JSON.parse(lock.toString()).packages[''].dependencies ?? {}).map((dependency) =>
  known.get(`node_modules/${dependency}`),
);

const bom = {
  bomFormat: 'CycloneDX',
  specVersion: '1.6',
  // The same lock file gives the same document.
  serialNumber: `urn:uuid:${uuidOf(createHash('sha256').update(lock).update(String(values.all)).digest('hex'))}`,
  version: 1,
  metadata: { component: { type: 'application', 'bom-ref': self, name, version, description, purl: self } },
  components: packages.map((one) => ({
    type: 'library',
    'bom-ref': refOf(one),
    name: one.name,
    version: one.version,
    purl: purlOf(one),
    scope: one.isOptional ? 'optional' : 'required',
    ...(one.licence ? { licenses: [/ (AND|OR) /.test(one.licence) ? { expression: one.licence } : { license: { id: one.licence } }] } : {}),
    ...(one.integrity ? { hashes: hashesOf(one.integrity) } : {}),
  })),
  dependencies: [
    { ref: self, dependsOn: direct.filter(Boolean) },
    ...packages.map((one) => ({ ref: refOf(one), dependsOn: [...new Set(one.needs.map((path) => known.get(path)).filter(Boolean))] })),
  ],
};

const text = `${JSON.stringify(bom, null, 2)}\n`;
if (values.out) writeFileSync(values.out, text);
else process.stdout.write(text);
process.stderr.write(`${packages.length} packages\n`);

/** `sha512-…` in base64 → what CycloneDX calls it, in hexadecimal. */
function hashesOf(integrity) {
  return integrity.split(' ').map((part) => {
    const [algorithm, base64 = ''] = part.split(/-(.*)/s);
    return { alg: algorithm.replace(/^sha/, 'SHA-'), content: Buffer.from(base64, 'base64').toString('hex') };
  });
}

function uuidOf(hex) {
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-');
}
