/** `/assets`: pictures, clips, voices and music. */
import { type DownloadedFile, download } from './download.ts';
import { type Connection, json, type RequestOptions } from './http.ts';
import { type Page, pageOf } from './page.ts';
import type {
  Asset,
  AssetFilter,
  Batch,
  ClipsBatch,
  ClipsOrder,
  ImagesBatch,
  ImagesOrder,
  MusicBatch,
  MusicOrder,
  Upload,
  VoiceBatch,
  VoiceOrder,
} from './types.ts';
import { type WaitOptions, waitFor } from './wait.ts';

export interface Assets {
  generateImages(order: ImagesOrder, options?: RequestOptions): Promise<ImagesBatch>;
  generateVoice(order: VoiceOrder, options?: RequestOptions): Promise<VoiceBatch>;
  generateMusic(order: MusicOrder, options?: RequestOptions): Promise<MusicBatch>;
  generateVideos(order: ClipsOrder, options?: RequestOptions): Promise<ClipsBatch>;
  /** What one request ordered, and how it stands. */
  batch(id: string, options?: RequestOptions): Promise<Batch>;
  list(filter?: AssetFilter, options?: RequestOptions): Promise<Page<Asset>>;
  get(id: string, options?: RequestOptions): Promise<Asset>;
  download(id: string, options?: RequestOptions): Promise<DownloadedFile>;
  /** A file of one's own. */
  upload(upload: Upload, options?: RequestOptions): Promise<Asset>;
  /** Another take of the same order. */
  regenerate(id: string, options?: RequestOptions): Promise<Asset>;
  delete(id: string, options?: RequestOptions): Promise<void>;
  /** The completed asset. */
  waitFor(id: string, options?: WaitOptions<Asset>): Promise<Asset>;
}

const one = (id: string): string => `/assets/${encodeURIComponent(id)}`;

export function createAssets(connection: Connection): Assets {
  const order = <T>(path: string, body: object, options: RequestOptions): Promise<T> =>
    json(connection, { ...options, method: 'POST', path, body });
  const get = (id: string, options: RequestOptions = {}): Promise<Asset> => json(connection, { ...options, path: one(id) });
  return {
    get,
    generateImages: (body, options = {}) => order('/assets/images/generate', body, options),
    generateVoice: (body, options = {}) => order('/assets/voice/generate', body, options),
    generateMusic: (body, options = {}) => order('/assets/music/generate', body, options),
    generateVideos: (body, options = {}) => order('/assets/videos/generate', body, options),
    batch: (id, options = {}) => json(connection, { ...options, path: `/assets/batches/${encodeURIComponent(id)}` }),
    list: (filter = {}, options = {}) => pageOf(connection, '/assets', filter, options),
    download: (id, options = {}) => download(connection, `${one(id)}/download`, options),
    upload: (upload, options = {}) => json(connection, { ...options, method: 'POST', path: '/assets/upload', body: formOf(upload) }),
    regenerate: (id, options = {}) => order(`${one(id)}/regenerate`, {}, options),
    delete: (id, options = {}) => json(connection, { ...options, method: 'DELETE', path: one(id) }),
    waitFor: (id, options = {}) => waitFor((signal) => get(id, signal ? { signal } : {}), options),
  };
}

function formOf({ file, filename, project_id, type, scene_id }: Upload): FormData {
  const form = new FormData();
  // Words before the file: they are read first.
  form.set('project_id', project_id);
  if (type) form.set('type', type);
  if (scene_id !== undefined) form.set('scene_id', String(scene_id));
  form.set('file', file instanceof Blob ? file : new Blob([file]), filename);
  return form;
}
