/** `/projects`: from one sentence to a film. */
import { type Connection, json, type RequestOptions } from './http.ts';
import { type Page, pageOf } from './page.ts';
import { followProject, type Progress, type ProgressOptions, type Unsubscribe } from './progress.ts';
import type {
  Estimate,
  NewProject,
  PipelineStatus,
  Project,
  ProjectStatus,
  ProjectSummary,
  SceneChange,
  Script,
  ScriptChange,
  StartedPipeline,
  StartOrder,
} from './types.ts';
import { type WaitOptions, waitFor } from './wait.ts';

export interface ProjectFilter {
  readonly status?: ProjectStatus;
  /** In title and description. */
  readonly search?: string;
  readonly page?: number;
  readonly limit?: number;
}

export interface Projects {
  create(project: NewProject, options?: RequestOptions): Promise<ProjectSummary>;
  /** Newest first. `for await` over the answer goes on over all pages. */
  list(filter?: ProjectFilter, options?: RequestOptions): Promise<Page<ProjectSummary>>;
  get(id: string, options?: RequestOptions): Promise<Project>;
  /** The given fields. */
  update(id: string, changes: Partial<NewProject>, options?: RequestOptions): Promise<ProjectSummary>;
  delete(id: string, options?: RequestOptions): Promise<void>;
  /** Starts the pipeline; what stands already is not made again. */
  start(id: string, order?: StartOrder, options?: RequestOptions): Promise<StartedPipeline>;
  status(id: string, options?: RequestOptions): Promise<PipelineStatus>;
  cancel(id: string, options?: RequestOptions): Promise<Project>;
  /** What `start` would make, how long it would take, what it would cost at most. Nothing is begun. */
  estimate(id: string, order?: StartOrder, options?: RequestOptions): Promise<Estimate>;
  /** 404 before it is written. */
  script(id: string, options?: RequestOptions): Promise<Script>;
  updateScript(id: string, script: ScriptChange, options?: RequestOptions): Promise<Script>;
  updateScene(id: string, sceneId: number, changes: SceneChange, options?: RequestOptions): Promise<Script>;
  /** The project with its film. Throws `JobFailedError` when it failed or was cancelled, `WaitTimeoutError` when it takes too long. */
  waitForCompletion(id: string, options?: WaitOptions<PipelineStatus>): Promise<Project>;
  /** Tells every change until the work has ended; what it answers stops it before. */
  onProgress(id: string, callback: (progress: Progress) => void, options?: ProgressOptions): Unsubscribe;
}

const one = (id: string): string => `/projects/${encodeURIComponent(id)}`;

export function createProjects(connection: Connection): Projects {
  const get = (id: string, options: RequestOptions = {}): Promise<Project> => json(connection, { ...options, path: one(id) });
  const status = (id: string, options: RequestOptions = {}): Promise<PipelineStatus> =>
    json(connection, { ...options, path: `${one(id)}/status` });
  return {
    get,
    status,
    create: (body, options = {}) => json(connection, { ...options, method: 'POST', path: '/projects', body }),
    list: (filter = {}, options = {}) => pageOf(connection, '/projects', filter, options),
    update: (id, body, options = {}) => json(connection, { ...options, method: 'PATCH', path: one(id), body }),
    delete: (id, options = {}) => json(connection, { ...options, method: 'DELETE', path: one(id) }),
    start: (id, order, options = {}) => json(connection, { ...options, method: 'POST', path: `${one(id)}/start`, body: asked(order) }),
    // Cancelled a second time, it is refused: there is nothing left to stop.
    cancel: (id, options = {}) =>
      json(connection, { ...options, method: 'POST', path: `${one(id)}/cancel`, body: {}, isRepeatable: false }),
    estimate: (id, order, options = {}) =>
      json(connection, { ...options, method: 'POST', path: `${one(id)}/estimate`, body: asked(order) }),
    script: (id, options = {}) => json(connection, { ...options, path: `${one(id)}/script` }),
    // Of an older version it is refused, also when that is only the lost answer of the try before.
    updateScript: (id, body, options = {}) =>
      json(connection, { ...options, method: 'PUT', path: `${one(id)}/script`, body, isRepeatable: body.version === undefined }),
    // Asked twice for another take, there would be two.
    updateScene: (id, sceneId, body, options = {}) =>
      json(connection, {
        ...options,
        method: 'PATCH',
        path: `${one(id)}/scenes/${sceneId}`,
        body,
        isRepeatable: !body.redo?.length && body.version === undefined,
      }),
    async waitForCompletion(id, options = {}) {
      await waitFor((signal) => status(id, signal ? { signal } : {}), options);
      return get(id, options.signal ? { signal: options.signal } : {});
    },
    onProgress: (id, callback, options) => followProject(connection, id, callback, options),
  };
}

const asked = ({ until, ...config }: StartOrder = {}): object => ({
  ...(Object.keys(config).length > 0 ? { pipeline_config: config } : {}),
  ...(until ? { until } : {}),
});
