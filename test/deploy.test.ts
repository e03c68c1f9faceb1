/** What operators start the studio with is checked against the program: nothing here may name what the program does not know. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { ROLES } from '#config';
import { packageRoot } from '#kernel/package-root.ts';
import { VARIABLES } from '../src/variables.ts';

const read = (path: string): string => readFileSync(join(packageRoot, path), 'utf8');
const dockerfile = read('deploy/Dockerfile');

interface Service {
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly volumes?: readonly string[];
  readonly stop_grace_period?: string;
  readonly healthcheck?: { readonly test: readonly string[] };
  readonly image: string;
}
const compose = parse(read('deploy/compose.yaml'), { merge: true }) as {
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes: Readonly<Record<string, null>>;
};
const ours = Object.entries(compose.services).filter(([, { image }]) => image === 'atelier');

interface Manifest {
  readonly kind: string;
  readonly metadata: { readonly name: string };
  readonly data?: Readonly<Record<string, string>>;
  readonly spec?: { readonly template?: { readonly spec: Pod } };
}
interface Pod {
  readonly terminationGracePeriodSeconds?: number;
  readonly volumes: readonly { readonly name: string }[];
  readonly containers: readonly {
    readonly args: readonly string[];
    readonly ports?: readonly { readonly name: string }[];
    readonly volumeMounts: readonly { readonly name: string }[];
    readonly [probe: `${string}Probe`]: { readonly httpGet: { readonly path: string; readonly port: string } };
  }[];
}
const manifests = globSync('deploy/kubernetes/*.yaml', { cwd: packageRoot })
  .sort()
  .flatMap((file) => parseAllDocuments(read(file)).map((document) => document.toJS() as Manifest));
const pods = manifests.flatMap(({ spec, metadata }) => (spec?.template ? [{ name: metadata.name, pod: spec.template.spec }] : []));
const units = globSync('deploy/systemd/*.service', { cwd: packageRoot }).sort();

const isRole = (words: readonly string[]): boolean => (ROLES as readonly string[]).includes(words[words.indexOf('--role') + 1] ?? '');

describe('what the studio is deployed with', () => {
  it('T-554 sets in containers only what the program reads', () => {
    const set = [
      ...ours.flatMap(([, { environment = {} }]) => Object.keys(environment)),
      ...manifests.flatMap(({ kind, data = {} }) => (kind === 'ConfigMap' ? Object.keys(data) : [])),
      ...[...dockerfile.matchAll(/\b([A-Z_]{4,})=/g)].map(([, name = '']) => name),
      ...units.flatMap((file) =>
        [...read(file).matchAll(/^Environment=(.*)$/gm)].flatMap(([, line = '']) => line.match(/[A-Z_]+(?==)/g) ?? []),
      ),
    ];
    expect(new Set(set).size).toBeGreaterThan(10);
    expect([...new Set(set)].filter((name) => !(name in VARIABLES))).toEqual([]);
  });

  it('starts web processes and workers, at least two of each', () => {
    const roles = ours.map(([, { command = [] }]) => command.slice(1).join(' ')).sort();
    expect(roles).toEqual(['--role web', '--role web', '--role worker', '--role worker']);
    const started = pods.filter(({ name }) => name !== 'atelier-migrate');
    expect(started.map(({ name, pod }) => [name, isRole(pod.containers[0]?.args ?? [])])).toEqual([
      ['atelier-web', true],
      ['atelier-worker', true],
    ]);
    for (const file of units) expect(isRole(/ExecStart=(.*)/.exec(read(file))?.[1]?.split(' ') ?? []), file).toBe(true);
  });

  it('waits longer for the end than the program does', () => {
    for (const [name, { stop_grace_period: grace = '', environment }] of ours)
      expect(Number.parseInt(grace, 10), name).toBeGreaterThan(Number(environment?.['DRAIN_SECONDS']));
    const settings = manifests.find(({ kind }) => kind === 'ConfigMap')?.data;
    for (const { name, pod } of pods.filter(({ name: job }) => job !== 'atelier-migrate'))
      expect(pod.terminationGracePeriodSeconds, name).toBeGreaterThan(Number(settings?.['DRAIN_SECONDS']));
    for (const file of units) {
      const [stop = 0, drain = 0] = [/TimeoutStopSec=(\d+)/, /DRAIN_SECONDS=(\d+)/].map((pattern) => Number(pattern.exec(read(file))?.[1]));
      expect(stop, file).toBeGreaterThan(drain);
    }
  });

  it('asks for its health where the program answers, and mounts what it names', () => {
    for (const [name, { healthcheck, volumes = [] }] of ours) {
      expect(healthcheck?.test.join(' '), name).toContain('/readyz');
      for (const volume of volumes) expect(Object.keys(compose.volumes)).toContain(volume.split(':')[0]);
    }
    for (const { name, pod } of pods) {
      const [container] = pod.containers;
      const probes = Object.entries(container ?? {}).filter(([key]) => key.endsWith('Probe')) as [
        string,
        { httpGet: { path: string; port: string } },
      ][];
      for (const [probe, { httpGet }] of probes) {
        expect(['/readyz', '/healthz'], `${name} ${probe}`).toContain(httpGet.path);
        expect(
          container?.ports?.map((port) => port.name),
          `${name} ${probe}`,
        ).toContain(httpGet.port);
      }
      const mounted = container?.volumeMounts.map((mount) => mount.name);
      expect(
        pod.volumes.map((volume) => volume.name),
        name,
      ).toEqual(mounted);
    }
  });

  it('makes an image of what the program reads at run time, and of no secret', () => {
    const copied = [...dockerfile.slice(dockerfile.lastIndexOf('\nFROM')).matchAll(/^COPY (?:--\S+ )?(.+) \S+$/gm)].map(
      ([, from = '']) => from,
    );
    expect(copied.map((from) => from.replace('/app/', ''))).toEqual(['node_modules', 'package.json', 'migrations', 'docs', 'src', 'dist']);
    const kept = read('.dockerignore').split('\n');
    for (const name of ['.env', 'data', '.git', 'node_modules']) expect(kept).toContain(name);
    const major = /const VERSION = '(\d+)/.exec(read('scripts/with-node.mjs'))?.[1];
    expect([...dockerfile.matchAll(/^FROM node:(\d+)/gm)].map(([, version]) => version)).toEqual([major, major, major]);
    expect(dockerfile).toMatch(/^USER node$/m);
    const [, flags = ''] = /export const PROGRAM_FLAGS = \[(.+)\];/.exec(read('scripts/lib/project.mjs')) ?? [];
    expect(dockerfile).toContain(`"node", ${flags.replaceAll("'", '"')}, "dist/main.js"`);
  });

  it('tries another process when one refuses', () => {
    expect(read('deploy/Caddyfile')).toMatch(/reverse_proxy web-1:5004 web-2:5004[\s\S]*lb_try_duration/);
  });
});
