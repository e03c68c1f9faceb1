/**
 * Sends the scans that wait. The screen calls it, and the service worker when the browser wakes it up; both at once do no harm,
 * since the server knows a scan by its id. A scan leaves the queue only when the server has answered that id.
 */
import { isWaiting, type Scan, toWire } from './scans.ts';
import type { Shelf } from './shelf.ts';
import type { ScanResult, SyncAnswer } from './wire.ts';

export interface Sent {
  /** `refused`: the server understood and said no, trying again the same way is useless. */
  readonly state: 'sent' | 'offline' | 'signed-out' | 'forbidden' | 'refused';
  readonly results: readonly ScanResult[];
}

const BATCH = 200;
/** A network that swallows requests must not stop the next try. */
const PATIENCE_MS = 20_000;

/** Everything of every project on this device; the worst state met. */
export async function sendAllWaiting(shelf: Shelf): Promise<Sent> {
  const projects = new Set((await shelf.scans()).filter(isWaiting).map(({ project }) => project));
  const sent: Sent[] = [];
  for (const project of projects) sent.push(await sendWaiting(shelf, project));
  return { state: sent.find(({ state }) => state !== 'sent')?.state ?? 'sent', results: sent.flatMap(({ results }) => results) };
}

export async function sendWaiting(shelf: Shelf, project: number): Promise<Sent> {
  const results: ScanResult[] = [];
  let state: Sent['state'] = 'sent';
  const pieces = batchesOf((await shelf.scans(project)).filter(isWaiting));
  for (let piece = pieces.shift(); piece; piece = pieces.shift()) {
    const answer = await post(project, piece);
    if (answer.ok) {
      await shelf.answer(answer.results, Date.now());
      results.push(...answer.results);
      continue;
    }
    // One scan that the server cannot read must not hold the others back: halve until it stands alone.
    if (answer.state === 'refused' && piece.length > 1) pieces.unshift(...halvesOf(piece));
    else state = answer.state;
    if (state !== 'sent' && state !== 'refused') break;
  }
  return { state, results };
}

/** At most `BATCH` scans of one device each, in their order. */
function batchesOf(scans: readonly Scan[]): (readonly Scan[])[] {
  const devices = [...new Set(scans.map(({ device }) => device))];
  return devices.flatMap((device) => {
    const own = scans.filter((scan) => scan.device === device);
    return Array.from({ length: Math.ceil(own.length / BATCH) }, (_, index) => own.slice(index * BATCH, (index + 1) * BATCH));
  });
}

function halvesOf(piece: readonly Scan[]): (readonly Scan[])[] {
  const middle = Math.ceil(piece.length / 2);
  return [piece.slice(0, middle), piece.slice(middle)];
}

type Answer = { readonly ok: true; readonly results: readonly ScanResult[] } | { readonly ok: false; readonly state: Sent['state'] };

async function post(project: number, scans: readonly Scan[]): Promise<Answer> {
  const body = JSON.stringify({ device: scans[0]?.device, sentAt: new Date().toISOString(), scans: scans.map(toWire) });
  try {
    const headers = { 'content-type': 'application/json', accept: 'application/json' };
    const response = await fetch(`/presence/${project}/sync`, {
      method: 'POST',
      headers,
      body,
      cache: 'no-store',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    if (!response.ok) return { ok: false, state: stateFor(response.status) };
    const answer = (await response.json()) as SyncAnswer;
    return { ok: true, results: answer.results };
  } catch {
    return { ok: false, state: 'offline' }; // no network, or an answer that was cut: the scans stay
  }
}

/** What an unhappy answer means; a server that is restarting or asks for patience is as good as no network. */
export function stateFor(status: number): Exclude<Sent['state'], 'sent'> {
  if (status === 401) return 'signed-out';
  if (status === 403) return 'forbidden';
  return status >= 400 && status < 500 && ![408, 409, 423, 425, 429].includes(status) ? 'refused' : 'offline';
}
