/**
 * Doubles of four providers of pictures over real HTTP, under one origin: Blackbox AI (`/blackbox`), OpenAI (`/openai/v1`),
 * Stability AI (`/stability`) and Replicate (`/replicate`). They refuse what the real ones refuse in their own words, deliver real
 * pictures in their native sizes, keep what they were sent, and have bad days on demand.
 */
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerBlackbox, answerOpenai, answerStability } from './image-dialects.ts';
import { bomb, type DrawingFormat, draw } from './image-drawings.ts';
import { type ImageMishap, type MishapName, spoilFile, spoilTransport } from './image-mishaps.ts';
import { answerReplicate, type Prediction } from './image-predictions.ts';

export type { ImageMishap } from './image-mishaps.ts';

export const SIMULATED = ['blackbox', 'openai', 'stability', 'replicate'] as const;
export type SimulatedProvider = (typeof SIMULATED)[number];

export interface ImageRequest {
  readonly provider: SimulatedProvider;
  readonly method: string;
  /** Below the address of the provider. */
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  /** JSON, or the fields of a form. */
  readonly body: Readonly<Record<string, unknown>>;
}

export interface ImageModelSimulator {
  readonly urls: Readonly<Record<SimulatedProvider, string>>;
  readonly keys: Readonly<Record<SimulatedProvider, string>>;
  /** As in the environment of an installation that has these providers. */
  environmentOf(...providers: readonly SimulatedProvider[]): Readonly<Record<string, string>>;
  /** Those that may be asked for. */
  readonly models: Record<SimulatedProvider, Set<string>>;
  readonly requests: ImageRequest[];
  /** Orders that were accepted, and would be charged. */
  readonly bought: Record<SimulatedProvider, number>;
  readonly predictions: Map<string, Prediction>;
  misbehave(provider: SimulatedProvider, mishap: ImageMishap): void;
  close(): Promise<void>;
}

/** What the dialects are given. */
export interface Counter {
  readonly simulator: ImageModelSimulator;
  readonly request: ImageRequest;
  readonly response: ServerResponse;
  /** Today’s, for this request. */
  readonly mishap: ImageMishap | null;
  send(status: number, body: unknown, headers?: Readonly<Record<string, string>>): void;
  /** Draws, as the mishap has it. */
  picture(width: number, height: number, format: DrawingFormat, seed?: number): Promise<Buffer>;
  /** Puts a picture behind an address. */
  publish(picture: Buffer, format: DrawingFormat): string;
}

const ANSWERS: Readonly<Record<SimulatedProvider, (counter: Counter) => Promise<void> | void>> = {
  blackbox: answerBlackbox,
  openai: answerOpenai,
  stability: answerStability,
  replicate: answerReplicate,
};

const KEYS = {
  blackbox: 'sk-blackbox-simulated-0123456789-b1ac',
  openai: 'sk-proj-simulated-images-0123456789-0a1e',
  stability: 'sk-stability-simulated-0123456789-57ab',
  replicate: 'r8_simulated0123456789abcdef0123456789ab',
} as const;

const VARIABLES: Readonly<Record<SimulatedProvider, readonly [url: string, key: string]>> = {
  blackbox: ['BLACKBOX_URL', 'BLACKBOX_API_KEY'],
  openai: ['OPENAI_URL', 'OPENAI_API_KEY'],
  stability: ['STABILITY_URL', 'STABILITY_API_KEY'],
  replicate: ['REPLICATE_URL', 'REPLICATE_API_TOKEN'],
};

interface House {
  readonly simulator: ImageModelSimulator;
  readonly origin: string;
  readonly files: Map<string, { readonly picture: Buffer; readonly type: string; readonly spoilt: MishapName | null; isLate: boolean }>;
  next(request: ImageRequest): ImageMishap | null;
}

export async function startImageModelSimulator(): Promise<ImageModelSimulator> {
  const mishaps: Mishaps = [];
  const server = createServer((request, response) => {
    serve(request, response, house).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const urls = {
    blackbox: `${origin}/blackbox`,
    openai: `${origin}/openai/v1`,
    stability: `${origin}/stability`,
    replicate: `${origin}/replicate`,
  };
  const simulator: ImageModelSimulator = {
    urls,
    keys: KEYS,
    environmentOf: (...providers) =>
      Object.fromEntries(SIMULATED.flatMap((name) => variablesOf(name, urls[name], providers.includes(name)))),
    models: knownModels(),
    requests: [],
    bought: { blackbox: 0, openai: 0, stability: 0, replicate: 0 },
    predictions: new Map(),
    misbehave: (provider, mishap) => void mishaps.push({ provider, mishap, left: mishap.times ?? 1 }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  const house: House = { simulator, origin, files: new Map(), next: (request) => nextOf(mishaps, request) };
  return simulator;
}

const variablesOf = (name: SimulatedProvider, address: string, hasKey: boolean): readonly (readonly [string, string])[] => {
  const [url, key] = VARIABLES[name];
  return hasKey ? [[url, address] as const, [key, KEYS[name]] as const] : [[url, address] as const];
};

const knownModels = (): ImageModelSimulator['models'] => ({
  blackbox: new Set(['blackboxai/black-forest-labs/flux-pro']),
  openai: new Set(['gpt-image-2', 'gpt-image-2.5-flare', 'gpt-image-1.5', 'gpt-image-1-mini', 'local-pictures']),
  stability: new Set(['core', 'ultra', 'sd3']),
  replicate: new Set(['black-forest-labs/flux-schnell', 'black-forest-labs/flux-dev', 'someone/else']),
});

type Mishaps = { readonly provider: SimulatedProvider; readonly mishap: ImageMishap; left: number }[];

function nextOf(mishaps: Mishaps, { provider, method, path }: ImageRequest): ImageMishap | null {
  const hit = mishaps.find(
    ({ mishap: { at }, ...each }) => each.provider === provider && each.left > 0 && (!at || at.test(`${method} ${path}`)),
  );
  if (hit) hit.left--;
  return hit?.mishap ?? null;
}

async function serve(incoming: IncomingMessage, response: ServerResponse, house: House): Promise<void> {
  const url = incoming.url ?? '';
  if (url.startsWith('/files/')) return serveFile(url, response, house);
  const provider = SIMULATED.find((name) => url.startsWith(new URL(house.simulator.urls[name]).pathname));
  if (!provider) return void response.writeHead(404).end();
  const request: ImageRequest = {
    provider,
    method: incoming.method ?? 'GET',
    path: url.slice(new URL(house.simulator.urls[provider]).pathname.length),
    headers: incoming.headers,
    body: await readBody(incoming),
  };
  house.simulator.requests.push(request);
  const mishap = house.next(request);
  if (mishap && (await spoilTransport(mishap, response))) return;
  await ANSWERS[provider](counterFor(request, response, mishap, house));
}

async function readBody(incoming: IncomingMessage): Promise<Readonly<Record<string, unknown>>> {
  const pieces: Buffer[] = [];
  for await (const piece of incoming) pieces.push(piece as Buffer);
  const content = Buffer.concat(pieces);
  const type = incoming.headers['content-type'] ?? '';
  if (content.length === 0) return {};
  if (!type.startsWith('multipart/')) return JSON.parse(content.toString('utf8')) as Record<string, unknown>;
  const form = await new Response(content, { headers: { 'content-type': type } }).formData();
  return Object.fromEntries(form.entries());
}

function counterFor(request: ImageRequest, response: ServerResponse, mishap: ImageMishap | null, house: House): Counter {
  return {
    ...{ simulator: house.simulator, request, response, mishap },
    send: (status, body, headers = {}) =>
      void response
        .writeHead(status, { 'content-type': 'application/json', 'x-request-id': `req_${house.simulator.requests.length}`, ...headers })
        .end(JSON.stringify(body)),
    async picture(width, height, format, seed) {
      if (mishap?.is === 'bomb') return bomb();
      if (mishap?.is === 'no_picture') return Buffer.from('{"this": "is no picture"}');
      const size = mishap?.is === 'wrong_size' ? ([700, 300] as const) : ([width, height] as const);
      const drawn = await draw(...size, mishap?.is === 'jpeg' ? 'jpeg' : format, seed);
      return mishap?.is === 'truncated' ? drawn.subarray(0, Math.floor(drawn.length / 2)) : drawn;
    },
    publish(picture, format) {
      if (mishap?.is === 'private_address') return 'http://10.0.0.7/picture.png';
      const path = `/files/${house.files.size}.${format}`;
      house.files.set(path, { picture, type: `image/${format}`, spoilt: mishap?.is ?? null, isLate: mishap?.is === 'late_picture' });
      return `${house.origin}${path}`;
    },
  };
}

async function serveFile(url: string, response: ServerResponse, { files }: House): Promise<void> {
  const file = files.get(url);
  if (!file) return void response.writeHead(404).end();
  if (file.spoilt && (await spoilFile(file.spoilt, response))) return;
  if (file.isLate) {
    file.isLate = false;
    return void response.writeHead(503).end();
  }
  response.writeHead(200, { 'content-type': file.type, 'content-length': String(file.picture.length) }).end(file.picture);
}
