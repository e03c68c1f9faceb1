/** `/videos`: timelines, renders, finished films. */
import { type DownloadedFile, download } from './download.ts';
import { type Connection, json, type RequestOptions } from './http.ts';
import { type Page, pageOf } from './page.ts';
import type {
  CancelledRender,
  NewTimeline,
  Ratio,
  Render,
  RenderOrder,
  RenderStatus,
  StartedRender,
  Timeline,
  TimelineChange,
  TimelineSummary,
  Video,
} from './types.ts';
import { type WaitOptions, waitFor } from './wait.ts';

export interface VideoFilter {
  readonly project_id?: string;
  readonly page?: number;
  readonly limit?: number;
}

export interface Videos {
  /** A new timeline. */
  timeline(timeline: NewTimeline, options?: RequestOptions): Promise<Timeline>;
  getTimeline(id: string, options?: RequestOptions): Promise<Timeline>;
  listTimelines(filter: VideoFilter & { readonly project_id: string }, options?: RequestOptions): Promise<Page<TimelineSummary>>;
  updateTimeline(id: string, changes: TimelineChange, options?: RequestOptions): Promise<Timeline>;
  deleteTimeline(id: string, options?: RequestOptions): Promise<void>;
  /** The same film in another form. */
  reframe(timelineId: string, ratio: Ratio, options?: RequestOptions): Promise<Timeline>;
  render(order: RenderOrder, options?: RequestOptions): Promise<StartedRender>;
  renderStatus(renderId: string, options?: RequestOptions): Promise<RenderStatus>;
  cancelRender(renderId: string, options?: RequestOptions): Promise<CancelledRender>;
  listRenders(filter?: VideoFilter, options?: RequestOptions): Promise<Page<Render>>;
  /** Completed, with `video_id` and `video_url`. Throws `JobFailedError` when it failed or was cancelled. */
  waitForRender(renderId: string, options?: WaitOptions<RenderStatus>): Promise<RenderStatus>;
  list(filter?: VideoFilter, options?: RequestOptions): Promise<Page<Video>>;
  get(videoId: string, options?: RequestOptions): Promise<Video>;
  download(videoId: string, options?: RequestOptions): Promise<DownloadedFile>;
  delete(videoId: string, options?: RequestOptions): Promise<void>;
  /** Its words with their times. */
  subtitles(videoId: string, format?: 'srt' | 'vtt', options?: RequestOptions): Promise<DownloadedFile>;
}

const timelineAt = (id: string): string => `/videos/timeline/${encodeURIComponent(id)}`;
const renderAt = (id: string): string => `/videos/render/${encodeURIComponent(id)}`;
const videoAt = (id: string): string => `/videos/${encodeURIComponent(id)}`;

export function createVideos(connection: Connection): Videos {
  const renderStatus = (id: string, options: RequestOptions = {}): Promise<RenderStatus> =>
    json(connection, { ...options, path: `${renderAt(id)}/status` });
  return {
    renderStatus,
    timeline: (body, options = {}) => json(connection, { ...options, method: 'POST', path: '/videos/timeline', body }),
    getTimeline: (id, options = {}) => json(connection, { ...options, path: timelineAt(id) }),
    listTimelines: (filter, options = {}) => pageOf(connection, '/videos/timelines', filter, options),
    // Of an older version it is refused, also when that is only the lost answer of the try before.
    updateTimeline: (id, body, options = {}) =>
      json(connection, { ...options, method: 'PUT', path: timelineAt(id), body, isRepeatable: body.version === undefined }),
    deleteTimeline: (id, options = {}) => json(connection, { ...options, method: 'DELETE', path: timelineAt(id) }),
    reframe: (id, ratio, options = {}) =>
      json(connection, { ...options, method: 'POST', path: `${timelineAt(id)}/reframe`, body: { ratio } }),
    render: (body, options = {}) => json(connection, { ...options, method: 'POST', path: '/videos/render', body }),
    cancelRender: (id, options = {}) => json(connection, { ...options, method: 'POST', path: `${renderAt(id)}/cancel`, body: {} }),
    waitForRender: (id, options = {}) => waitFor((signal) => renderStatus(id, signal ? { signal } : {}), options),
    listRenders: (filter = {}, options = {}) => pageOf(connection, '/videos/renders', filter, options),
    list: (filter = {}, options = {}) => pageOf(connection, '/videos', filter, options),
    get: (id, options = {}) => json(connection, { ...options, path: videoAt(id) }),
    delete: (id, options = {}) => json(connection, { ...options, method: 'DELETE', path: videoAt(id) }),
    download: (id, options = {}) => download(connection, `${videoAt(id)}/download`, options),
    subtitles: (id, format = 'srt', options = {}) => download(connection, `${videoAt(id)}/captions.${format}`, options),
  };
}
