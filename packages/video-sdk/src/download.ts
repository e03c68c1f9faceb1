/** A file of the API: read whole, or piece by piece. */
import { type Connection, type RequestOptions, send } from './http.ts';

export interface DownloadedFile {
  readonly contentType: string;
  /** As the server names it; null when it does not. */
  readonly filename: string | null;
  readonly bytes: number | null;
  /** To be read once; a film need not fit into memory. */
  readonly body: ReadableStream<Uint8Array>;
  arrayBuffer(): Promise<ArrayBuffer>;
  blob(): Promise<Blob>;
}

export async function download(
  connection: Connection,
  path: string,
  options: RequestOptions,
  query: Readonly<Record<string, string | number | undefined>> = {},
): Promise<DownloadedFile> {
  return fileOf(await send(connection, { ...options, path, query, accept: '*/*' }));
}

export function fileOf(reply: Response): DownloadedFile {
  const { headers } = reply;
  const length = Number(headers.get('content-length') ?? Number.NaN);
  return {
    contentType: headers.get('content-type') ?? 'application/octet-stream',
    filename: nameIn(headers.get('content-disposition') ?? ''),
    bytes: Number.isFinite(length) ? length : null,
    body: reply.body ?? new ReadableStream({ start: (controller) => controller.close() }),
    arrayBuffer: () => reply.arrayBuffer(),
    blob: () => reply.blob(),
  };
}

function nameIn(disposition: string): string | null {
  const [, encoded] = /filename\*=(?:UTF-8'')?([^;]+)/i.exec(disposition) ?? [];
  if (encoded) return decodeURIComponent(encoded.trim());
  return /filename="?([^";]+)"?/i.exec(disposition)?.[1] ?? null;
}
