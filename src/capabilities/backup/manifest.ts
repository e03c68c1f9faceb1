/** The last entry of an archive: what it is, and the hash of everything else in it. */
import { createHmac } from 'node:crypto';
import { type Static, Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { migrationFiles } from '#kernel/db/migrate.ts';

export const FORMAT = 1;
const text = Type.String();
const nullable = Type.Union([text, Type.Null()]);
const Manifest = Type.Object({
  format: Type.Literal(FORMAT),
  /** Version of the program that wrote it. */
  program: text,
  takenAt: Type.String({ pattern: String.raw`^\d{4}-\d\d-\d\dT[\d:.]+Z$` }),
  database: Type.Object({ version: text, kind: Type.Union([Type.Literal('embedded'), Type.Literal('server')]) }),
  migrations: Type.Array(Type.Object({ name: text, checksum: text })),
  keys: Type.Object({ encryption: Type.Array(text), secret: text }),
  lineage: Type.Object({ seal: nullable, first: nullable }),
  tables: Type.Array(
    Type.Object({
      name: text,
      columns: Type.Array(Type.Object({ name: text, type: text })),
      rows: Type.Integer({ minimum: 0 }),
      bytes: Type.Integer({ minimum: 0 }),
      sha256: text,
    }),
  ),
  jobs: Type.Object({ rows: Type.Integer({ minimum: 0 }), bytes: Type.Integer({ minimum: 0 }), sha256: text }),
  sequences: Type.Array(Type.Object({ name: text, last: nullable })),
  /** `sha256` of the names of all files in order, each a hash itself; `missing` were in no storage when it was made. */
  files: Type.Object({
    count: Type.Integer({ minimum: 0 }),
    bytes: Type.Integer({ minimum: 0 }),
    sha256: text,
    missing: Type.Array(text),
  }),
});
export type Manifest = Static<typeof Manifest>;

const checker = Compile(Manifest);
/** Null when it is none, or of another format. */
export function readManifest(json: string): Manifest | null {
  try {
    const value: unknown = JSON.parse(json);
    return checker.Check(value) ? value : null;
  } catch {
    return null;
  }
}

export const MANIFEST = 'manifest.json';
export const JOBS = 'jobs.ndjson';
export const tableEntry = (name: string): string => `tables/${name}.ndjson`;
export const fileEntry = (sha256: string): string => `files/${sha256}`;
/** Whatever else is called otherwise is not ours, and never touches the disk. */
export const ENTRY = /^(?:manifest\.json|jobs\.ndjson|tables\/[a-z_]+\.[a-z0-9_]+\.ndjson|files\/[0-9a-f]{64})$/;

export interface KeyRing {
  readonly encryptionKeys: readonly string[];
  readonly secretKey: string;
}
/** What a key is recognised by; nothing of the key can be read from it. */
const fingerprint = (key: string): string => createHmac('sha256', key).update('atelier backup').digest('hex').slice(0, 16);
export const fingerprintsOf = ({ encryptionKeys, secretKey }: KeyRing): Manifest['keys'] => ({
  encryption: encryptionKeys.map(fingerprint),
  secret: fingerprint(secretKey),
});

export type KeyName = 'ENCRYPTION_KEY' | 'SECRET_KEY';
/** The keys that the archive was made with and that are not here. */
export function missingKeys({ keys }: Pick<Manifest, 'keys'>, ring: KeyRing): readonly KeyName[] {
  const here = fingerprintsOf(ring);
  const lacksEncryption = keys.encryption.some((key) => !here.encryption.includes(key));
  return [...(lacksEncryption ? (['ENCRYPTION_KEY'] as const) : []), ...(keys.secret === here.secret ? [] : (['SECRET_KEY'] as const))];
}

/** `same`; `older`: this program knows what was added since; `newer`: it knows other migrations than this program. */
export function schemaOf({ migrations }: Pick<Manifest, 'migrations'>): 'same' | 'older' | 'newer' {
  const ours = migrationFiles();
  const isKnown = migrations.every(({ name, checksum }, index) => ours[index]?.name === name && ours[index]?.checksum === checksum);
  if (isKnown) return migrations.length === ours.length ? 'same' : 'older';
  // A migration that came with a number between two others.
  const known = new Map(ours.map(({ name, checksum }) => [name, checksum]));
  return migrations.every(({ name, checksum }) => known.get(name) === checksum) ? 'older' : 'newer';
}
