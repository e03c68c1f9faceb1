/** `/voices`: who can speak. */
import { type DownloadedFile, fileOf } from './download.ts';
import { type Connection, json, type RequestOptions, send } from './http.ts';
import type { Voice } from './types.ts';

export interface VoiceFilter {
  readonly provider?: string;
  readonly language?: string;
}

export interface Voices {
  list(filter?: VoiceFilter, options?: RequestOptions): Promise<readonly Voice[]>;
  /** Sound of the voice saying the text, or its own greeting. */
  preview(
    voiceId: string,
    preview?: { readonly text?: string; readonly provider?: string; readonly language?: string },
    options?: RequestOptions,
  ): Promise<DownloadedFile>;
}

export const createVoices = (connection: Connection): Voices => ({
  async list(filter = {}, options = {}) {
    const { voices } = await json<{ readonly voices: readonly Voice[] }>(connection, { ...options, path: '/voices', query: { ...filter } });
    return voices;
  },
  async preview(voiceId, body = {}, options = {}) {
    const path = `/voices/${encodeURIComponent(voiceId)}/preview`;
    return fileOf(await send(connection, { ...options, method: 'POST', path, body, accept: 'audio/*' }));
  },
});
