/** The client: one key, one server, the rooms of the API. */
import { type Assets, createAssets } from './assets.ts';
import type { Connection } from './http.ts';
import { createProjects, type Projects } from './projects.ts';
import { createPublish, type Publish } from './publish.ts';
import { createVideos, type Videos } from './videos.ts';
import { createVoices, type Voices } from './voices.ts';
import { createWebhooks, type Webhooks } from './webhooks.ts';

export interface VideoClientOptions {
  /** `atl_…`, or an access token; `IAFACTORY_API_KEY` of the environment when not given. */
  readonly apiKey?: string;
  /** `IAFACTORY_BASE_URL` of the environment, then `http://localhost:8001/api/v1`, when not given. */
  readonly baseUrl?: string;
  readonly fetch?: typeof globalThis.fetch;
  /** Of one try, until its answer begins; 30 000 when not given. */
  readonly timeoutMs?: number;
  /** After the first try; 3 when not given. */
  readonly retries?: number;
  /** Of messages for people: `fr`, `en`, `ar`. */
  readonly language?: string;
}

const BASE_URL = 'http://localhost:8001/api/v1';
const TIMEOUT_MS = 30_000;
const RETRIES = 3;

export class VideoClient {
  readonly projects: Projects;
  readonly assets: Assets;
  readonly videos: Videos;
  readonly publish: Publish;
  readonly voices: Voices;
  readonly webhooks: Webhooks;

  constructor(options: VideoClientOptions = {}) {
    const connection = connectionOf(options);
    this.projects = createProjects(connection);
    this.assets = createAssets(connection);
    this.videos = createVideos(connection);
    this.publish = createPublish(connection);
    this.voices = createVoices(connection);
    this.webhooks = createWebhooks(connection);
  }
}

function connectionOf({
  apiKey,
  baseUrl,
  fetch: own,
  timeoutMs = TIMEOUT_MS,
  retries = RETRIES,
  language,
}: VideoClientOptions): Connection {
  const key = (apiKey ?? environment('IAFACTORY_API_KEY') ?? '').trim();
  if (!key) throw new TypeError('An API key is missing: new VideoClient({ apiKey }), or IAFACTORY_API_KEY in the environment');
  const url = baseUrl ?? environment('IAFACTORY_BASE_URL') ?? BASE_URL;
  if (!/^https?:\/\//.test(url)) throw new TypeError(`"${url}" is no address: it begins with http:// or https://`);
  const fetch = own ?? globalThis.fetch;
  if (typeof fetch !== 'function') throw new TypeError('There is no fetch here: give one as an option');
  return {
    ...{ apiKey: key, baseUrl: url.replace(/\/+$/, ''), timeoutMs, retries, language: language ?? null },
    // Called apart from its window, a browser's own refuses to work.
    fetch: (input, init) => fetch(input, init),
  };
}

/** Undefined in a browser. */
function environment(name: string): string | undefined {
  const { process } = globalThis as { readonly process?: { readonly env?: Readonly<Record<string, string | undefined>> } };
  return process?.env?.[name] || undefined;
}
