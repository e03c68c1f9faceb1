/**
 * One file over a connection that breaks: tus 1.0.0 (https://tus.io/protocols/resumable-upload). It waits when the
 * network is gone, asks the server how far it came, and goes on from there; a reload goes on too.
 */

export interface TransferEvents {
  /** 0 to 100. */
  progress(percent: number): void;
  waiting(percent: number): void;
}

/** The server refused for good; trying again the same way is useless. */
export class Refused extends Error {
  readonly status: number;
  constructor(status: number) {
    super(`upload refused: ${status}`);
    this.name = 'Refused';
    this.status = status;
  }
}

const TUS = { 'tus-resumable': '1.0.0' };
const PIECE = 1024 * 1024;
const PATIENCE_MS = [1000, 2000, 4000, 8000, 15_000, 30_000];
const base64 = (text: string): string => btoa(String.fromCodePoint(...new TextEncoder().encode(text)));

export interface TransferOptions {
  readonly endpoint: string;
  readonly file: File;
  /** What the file is for: sets the server's limits. */
  readonly purpose: string;
  readonly signal: AbortSignal;
  readonly events: TransferEvents;
}

/** Sends the file; resolves with the id of the finished upload. */
export async function transfer(options: TransferOptions): Promise<string> {
  const { file, signal } = options;
  const memory = `upload:${options.purpose}:${file.name}:${file.size}:${file.lastModified}`;
  let url = sessionStorage.getItem(memory);
  let offset = 0;
  let failures = 0;
  const percent = (sent: number): number => Math.floor((sent / file.size) * 100);
  while (!signal.aborted) {
    try {
      if (url) offset = await askOffset(url, signal);
      else url = await create(options);
      sessionStorage.setItem(memory, url);
      while (offset < file.size) {
        const piece = file.slice(offset, offset + PIECE);
        offset = await sendPiece(url, piece, offset, signal, (sent) => options.events.progress(percent(sent)));
        failures = 0;
      }
      sessionStorage.removeItem(memory);
      return url.slice(url.lastIndexOf('/') + 1);
    } catch (error) {
      if (signal.aborted) break;
      if (error instanceof Refused) {
        sessionStorage.removeItem(memory);
        // An upload of an earlier visit that has expired: begin anew, once.
        if (!url || failures > 0 || ![404, 410].includes(error.status)) throw error;
        [url, offset] = [null, 0];
      } else options.events.waiting(percent(offset));
      await pause(PATIENCE_MS[Math.min(failures, PATIENCE_MS.length - 1)] ?? 0, signal);
      failures += 1;
    }
  }
  throw new DOMException('The upload was given up', 'AbortError');
}

/** The world's fault (no network, a restart, too many at once) is worth waiting for; a clear no is not. */
const isFinal = (status: number): boolean => status >= 400 && status < 500 && ![408, 409, 423, 425, 429].includes(status);

async function create({ endpoint, file, purpose, signal }: TransferOptions): Promise<string> {
  const metadata = Object.entries({ filename: file.name, filetype: file.type, purpose }).map(([key, value]) => `${key} ${base64(value)}`);
  const headers = { ...TUS, 'upload-length': String(file.size), 'upload-metadata': metadata.join(',') };
  const response = await fetch(endpoint, { method: 'POST', headers, signal });
  const location = response.headers.get('location');
  if (response.status === 201 && location) return new URL(location, response.url).pathname;
  throw isFinal(response.status) ? new Refused(response.status) : new Error(String(response.status));
}

async function askOffset(url: string, signal: AbortSignal): Promise<number> {
  const response = await fetch(url, { method: 'HEAD', headers: TUS, signal, cache: 'no-store' });
  const offset = Number(response.headers.get('upload-offset') ?? Number.NaN);
  if (response.ok && Number.isInteger(offset)) return offset;
  throw isFinal(response.status) ? new Refused(response.status) : new Error(String(response.status));
}

/** `fetch` cannot tell how much left the phone, so this one place still uses XMLHttpRequest. */
function sendPiece(url: string, piece: Blob, offset: number, signal: AbortSignal, progress: (sent: number) => void): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const stop = (): void => request.abort();
    signal.addEventListener('abort', stop, { once: true });
    request.open('PATCH', url);
    for (const [name, value] of Object.entries(TUS)) request.setRequestHeader(name, value);
    request.setRequestHeader('upload-offset', String(offset));
    request.setRequestHeader('content-type', 'application/offset+octet-stream');
    request.upload.addEventListener('progress', (event) => progress(offset + event.loaded));
    request.addEventListener('loadend', () => {
      signal.removeEventListener('abort', stop);
      const reached = Number(request.getResponseHeader('upload-offset') ?? Number.NaN);
      if (request.status === 204 && Number.isInteger(reached)) resolve(reached);
      else reject(request.status && isFinal(request.status) ? new Refused(request.status) : new Error(`piece: ${request.status}`));
    });
    request.send(piece);
  });
}

/** Waits, at most until the network is back. */
function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      removeEventListener('online', done);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    addEventListener('online', done);
    signal.addEventListener('abort', done);
  });
}
