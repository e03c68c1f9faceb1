/** The rooms of the video product, as routes and pages are given them. */
import type { Assets } from './assets/assets.ts';
import type { Pipeline } from './pipeline/pipeline.ts';
import type { Projects } from './projects/projects.ts';
import type { Publications } from './publications/publications.ts';
import type { Renders } from './renders/renders.ts';
import type { Timelines } from './timelines/timelines.ts';
import type { VideoTools } from './tools.ts';

export interface FilmTools extends VideoTools {
  /** Origin that links of the API begin with: that of the video door, or of the site. */
  readonly publicUrl: string;
  readonly projects: Projects;
  readonly assets: Assets;
  readonly timelines: Timelines;
  readonly renders: Renders;
  readonly pipeline: Pipeline;
  readonly publications: Publications;
}
