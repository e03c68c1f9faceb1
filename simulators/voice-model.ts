/**
 * A double of ElevenLabs over real HTTP: its voices, its speech with the time of each letter, its bill, and its words when it
 * refuses. The sound is a tone for each word, not a voice.
 */
import { randomUUID } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json as readJson } from 'node:stream/consumers';
import { detail, type Send, spoil, type VoiceMishap } from './voice-mishaps.ts';
import { type Alignment, align, soundOf } from './voice-sound.ts';

export type { VoiceMishap } from './voice-mishaps.ts';

export interface VoiceBody {
  readonly text: string;
  readonly model_id?: string;
  readonly language_code?: string;
  readonly voice_settings?: { readonly speed?: number; readonly stability?: number; readonly similarity_boost?: number };
  readonly previous_text?: string;
  readonly next_text?: string;
}
export interface VoiceRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: VoiceBody | null;
}

export interface VoiceModelSimulator {
  readonly url: string;
  readonly key: string;
  readonly environment: Readonly<Record<string, string>>;
  /** By id. */
  readonly voices: Map<string, { readonly name: string; readonly gender: string; readonly language: string }>;
  readonly requests: VoiceRequest[];
  /** What was bought, the oldest first, as its history keeps it. */
  readonly history: HistoryItem[];
  /** Characters: what was charged, and what is left to spend. */
  bill: { charged: number; left: number };
  misbehave(mishap: VoiceMishap): void;
  close(): Promise<void>;
}

export interface HistoryItem {
  readonly history_item_id: string;
  readonly request_id: string;
  readonly voice_id: string;
  readonly model_id: string;
  readonly text: string;
  readonly date_unix: number;
  readonly character_count_change_from: number;
  readonly character_count_change_to: number;
  readonly alignments: { readonly alignment: Alignment; readonly normalized_alignment: Alignment } | null;
}

const VOICES = [
  ['GBv7mTt0atIp3Br8iCZE', 'Thomas', 'male', 'fr'],
  ['XB0fDUnXU5powFXDhCwa', 'Charlotte', 'female', 'fr'],
  ['21m00Tcm4TlvDq8ikWAM', 'Rachel', 'female', 'en'],
  ['pNInz6obpgDQGcFmaJgB', 'Adam', 'male', 'en'],
  ['onwK4e9ZLuTAKqWW03F9', 'Daniel', 'male', 'en'],
  ['EXAVITQu4vr4xnSDxMaL', 'Sarah', 'female', 'en'],
  ['JBFqnCBsd6RMkjVDRZzb', 'George', 'male', 'en'],
  ['pFZP5JQG7iQjIQuC4Bku', 'Lily', 'female', 'en'],
] as const;

export async function startVoiceModelSimulator(): Promise<VoiceModelSimulator> {
  const mishaps: { readonly mishap: VoiceMishap; left: number }[] = [];
  const server = createServer((request, response) => {
    serve(request, response, simulator, () => {
      const hit = mishaps.find(({ left }) => left > 0);
      if (hit) hit.left--;
      return hit?.mishap ?? null;
    }).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const key = 'sk_simulated_voices_0123456789abcdef';
  const simulator: VoiceModelSimulator = {
    url,
    key,
    environment: { ELEVENLABS_URL: url, ELEVENLABS_API_KEY: key },
    voices: new Map(VOICES.map(([id, name, gender, language]) => [id, { name, gender, language }])),
    requests: [],
    history: [],
    bill: { charged: 0, left: 100_000 },
    misbehave: (mishap) => void mishaps.push({ mishap, left: mishap.times ?? 1 }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return simulator;
}

async function serve(
  incoming: IncomingMessage,
  response: ServerResponse,
  simulator: VoiceModelSimulator,
  nextMishap: () => VoiceMishap | null,
): Promise<void> {
  const { method = 'GET', url: path = '/', headers } = incoming;
  const body = method === 'POST' ? ((await readJson(incoming)) as VoiceBody) : null;
  simulator.requests.push({ method, path, headers, body });
  const send: Send = (status, answer, more) => {
    response.writeHead(status, { 'content-type': 'application/json', 'request-id': randomUUID(), ...more }).end(JSON.stringify(answer));
  };
  if (headers['xi-api-key'] !== simulator.key) return send(401, detail('invalid_api_key', 'Invalid API key'));
  const { pathname } = new URL(path, simulator.url);
  if (method === 'GET' && pathname === '/v1/voices') return send(200, { voices: voicesOf(simulator) });
  if (method === 'GET' && pathname.startsWith('/v1/history')) return tellHistory(simulator, path, response, send);
  const voice = /^\/v1\/text-to-speech\/([^/]+)\/with-timestamps$/.exec(pathname)?.[1];
  if (method !== 'POST' || !voice || !body) return send(404, { detail: 'Not Found' });
  const mishap = nextMishap();
  if (mishap && (await spoil(mishap, response, send))) return;
  await speak(simulator, { voice, body, mishap }, response, send);
}

/** Newest first, a page at a time; the sound of one of them as an MP3. */
async function tellHistory({ history, url }: VoiceModelSimulator, path: string, response: ServerResponse, send: Send): Promise<void> {
  const { pathname, searchParams } = new URL(path, url);
  const id = /^\/v1\/history\/([^/]+)\/audio$/.exec(pathname)?.[1];
  if (id) {
    const item = history.find(({ history_item_id }) => history_item_id === id);
    if (!item) return send(404, detail('history_item_not_found', 'No history item with this id was found.'));
    response.writeHead(200, { 'content-type': 'audio/mpeg' }).end(await soundOf(align(item.text, 1)));
    return;
  }
  if (pathname !== '/v1/history') return send(404, { detail: 'Not Found' });
  const voice = searchParams.get('voice_id');
  const all = history.filter(({ voice_id }) => voice === null || voice_id === voice).reverse();
  const after = searchParams.get('start_after_history_item_id');
  const from = after === null ? 0 : all.findIndex(({ history_item_id }) => history_item_id === after) + 1;
  const size = Number(searchParams.get('page_size') ?? 100);
  const page = all.slice(from, from + size);
  send(200, { history: page, last_history_item_id: page.at(-1)?.history_item_id ?? null, has_more: from + size < all.length });
}

const voicesOf = ({ voices, url }: VoiceModelSimulator): unknown =>
  [...voices].map(([id, { name, gender, language }]) => ({
    voice_id: id,
    name: `${name} - simulated`,
    category: 'premade',
    labels: { gender, language, use_case: 'narration', age: 'middle_aged' },
    preview_url: `${url}/previews/${id}.mp3`,
  }));

const MOST_CHARACTERS = 10_000;

async function speak(
  { voices, bill, history }: VoiceModelSimulator,
  { voice, body, mishap }: { readonly voice: string; readonly body: VoiceBody; readonly mishap: VoiceMishap | null },
  response: ServerResponse,
  send: Send,
): Promise<void> {
  const { text } = body;
  if (typeof text !== 'string')
    return send(422, { detail: [{ type: 'missing', loc: ['body', 'text'], msg: 'Field required', input: body }] });
  if (!voices.has(voice)) return send(404, detail('voice_not_found', `A voice with the voice_id ${voice} was not found.`));
  if (text.length > MOST_CHARACTERS)
    return send(400, detail('max_character_limit_exceeded', 'This request exceeds the limit of the model.'));
  if (text.length > bill.left) return send(401, detail('quota_exceeded', quotaWords(bill.left, text.length)));
  bill.left -= text.length;
  bill.charged += text.length;
  const alignment = align(text, body.voice_settings?.speed ?? 1);
  history.push({
    ...{ history_item_id: randomUUID(), request_id: randomUUID(), voice_id: voice, model_id: body.model_id ?? '', text },
    ...{ date_unix: Math.floor(Date.now() / 1000), character_count_change_from: 0, character_count_change_to: text.length },
    alignments: mishap?.is === 'no_alignment' ? null : { alignment, normalized_alignment: alignment },
  });
  if (mishap?.is === 'lost_answer') {
    response.destroy();
    return;
  }
  const sound = mishap?.is === 'garbage' ? Buffer.from('this is no sound at all, whatever it is called') : await soundOf(alignment);
  const told = mishap?.is === 'other_alignment' ? align('something else', 1) : alignment;
  send(
    200,
    {
      ...(mishap?.is === 'no_sound' ? {} : { audio_base64: sound.toString('base64') }),
      alignment: mishap?.is === 'no_alignment' ? null : told,
      normalized_alignment: alignment,
    },
    { 'character-cost': String(text.length) },
  );
}

const quotaWords = (left: number, needed: number): string =>
  `This request exceeds your quota of 100000. You have ${left} credits remaining, while ${needed} credits are required for this request.`;
