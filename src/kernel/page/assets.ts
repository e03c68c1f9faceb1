/**
 * The files a page needs, as the build left them in dist/assets: hashed names (so a browser keeps them for ever),
 * already compressed. Hides the manifest of the build and how the files are served.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import { access } from '../http/access.ts';
import type { Door } from '../http/door.ts';
import { isLanguage, type Language } from '../message.ts';
import { packageRoot } from '../package-root.ts';
import { nameOf, type SiteName } from '../site-face.ts';
import { applicationManifest } from './app-manifest.ts';

export interface BuiltFiles {
  /** Address of a file by its name in the sources: `studio.css`, `onest-latin-wght-normal.woff2`. */
  address(name: string): string;
  /** Scripts of these islands, each file once; an island that was not built is left out. */
  scriptsOf(islands: readonly string[]): { readonly entries: readonly string[]; readonly preloads: readonly string[] };
  /** Fonts worth asking for before the style sheet is read. */
  fontsOf(language: Language): readonly string[];
}

interface ManifestEntry {
  readonly file: string;
  readonly name?: string;
  readonly isEntry?: boolean;
  readonly imports?: readonly string[];
  readonly assets?: readonly string[];
}
type Manifest = Readonly<Record<string, ManifestEntry>>;

export const ASSETS_FOLDER = join(packageRoot, 'dist', 'assets');
const PREFIX = '/assets/';
const LATIN = 'onest-latin-wght-normal.woff2';
const ARABIC = 'rubik-arabic-wght-normal.woff2';

/** Reads the manifest of the last build. Without one (tests before a build) pages name files that are not there, and work without them. */
export function readBuiltFiles(folder: string = ASSETS_FOLDER): BuiltFiles {
  const path = join(folder, '.vite', 'manifest.json');
  return builtFiles(existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Manifest) : {});
}

export function builtFiles(manifest: Manifest): BuiltFiles {
  const byName = new Map(Object.entries(manifest).map(([key, entry]) => [key.slice(key.lastIndexOf('/') + 1), entry]));
  const address = (name: string): string => PREFIX + (byName.get(name)?.file ?? name);
  const scriptsOf = (islands: readonly string[]): ReturnType<BuiltFiles['scriptsOf']> => {
    const entries = islands.flatMap((island) => byName.get(`${island}.ts`) ?? []);
    const preloads = new Set<string>();
    const follow = (entry: ManifestEntry): void => {
      for (const key of entry.imports ?? []) {
        const chunk = manifest[key];
        if (!chunk || preloads.has(PREFIX + chunk.file)) continue;
        preloads.add(PREFIX + chunk.file);
        follow(chunk);
      }
    };
    entries.forEach(follow);
    return { entries: entries.map((entry) => PREFIX + entry.file), preloads: [...preloads] };
  };
  const fontsOf = (language: Language): readonly string[] =>
    (language === 'ar' ? [ARABIC, LATIN] : [LATIN]).filter((name) => byName.has(name)).map(address);
  return { address, scriptsOf, fontsOf };
}

export interface AssetsOptions {
  readonly siteName: SiteName;
  /** What the build made; another folder in tests. */
  readonly folder?: string;
}

const route = { config: { access: access.public, internal: true, anonymous: true } } as const;

/** Serves the built files, the icons and the manifest of the installable application. */
export function registerAssets(door: Door, { siteName, folder = ASSETS_FOLDER }: AssetsOptions): void {
  // `serve: false`: the plugin would add routes of its own, which name no access.
  door.register(fastifyStatic, { root: folder, serve: false, preCompressed: true, index: false, dotfiles: 'deny' });
  door.get<{ Params: { '*': string } }>(`${PREFIX}*`, route, async (request, reply) =>
    reply.header('x-content-type-options', 'nosniff').sendFile(request.params['*'], { maxAge: '365d', immutable: true }),
  );
  for (const [path, file] of Object.entries(ICONS)) {
    door.get(path, route, async (_request, reply) => reply.sendFile(file, { maxAge: '1d' }));
  }
  // Browsers ask for it without cookies: the page that names it says the language.
  door.get<{ Querystring: { lang?: string } }>('/manifest.webmanifest', route, async (request, reply) => {
    const { lang } = request.query;
    const language = isLanguage(lang) ? lang : request.language;
    return reply
      .headers({ 'cache-control': 'public, max-age=3600', vary: 'accept-language' })
      .type('application/manifest+json')
      .send(applicationManifest(await nameOf(siteName), language));
  });
}

const ICONS: Readonly<Record<string, string>> = {
  '/favicon.svg': 'mark.svg',
  '/favicon.ico': 'icon-32.png',
  '/apple-touch-icon.png': 'icon-180.png',
};
