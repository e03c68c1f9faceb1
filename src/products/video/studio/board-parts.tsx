/** Of the board: the scenes with what is made for each, and the log. */
import type { ReactElement } from 'react';
import { localeOf } from '#kernel/message.ts';
import { classes, usePage, useT } from '#kernel/page/context.tsx';
import { Icon, type IconName } from '#kernel/page/icons.tsx';
import type { Asset } from '../assets/assets.ts';
import type { RunState } from '../pipeline/pipeline.ts';
import type { Project, RatioName, Scene } from '../projects/projects.ts';
import { board as m } from './board-messages.ts';
import { media, sceneAddress } from './requests.ts';

/** What a run has of a scene. */
export interface SceneAssets {
  readonly image: Asset | null;
  readonly voice: Asset | null;
  readonly clip: Asset | null;
}

export function assetsOfScene({ items }: Pick<RunState, 'items'>, scene: number): SceneAssets {
  const of = (step: string): Asset | null => items.find((item) => item.step === step && item.asset.sceneId === scene)?.asset ?? null;
  return { image: of('images'), voice: of('voice'), clip: of('videos') };
}

/** It writes the script and nothing else. */
export const isScriptOnly = ({ steps }: Pick<RunState, 'steps'>): boolean =>
  steps.every(({ name, state }) => name === 'script' || state === 'skipped');
/** Whether there is more to look at than a script being written. */
export const isMaking = (run: RunState | null): boolean => run !== null && (run.state === 'running' || !isScriptOnly(run));

export const ratioClass = (ratio: RatioName): string => `film-ratio-${ratio.replace(':', '-')}`;

export function SceneTiles({ project, run }: { project: Project; run: RunState }): ReactElement | null {
  const t = useT();
  const scenes = project.script?.scenes ?? [];
  if (scenes.length === 0) return null;
  return (
    <section aria-labelledby="tiles-title">
      <h2 id="tiles-title" className="section-name">
        {t(m.scenes)}
      </h2>
      <ol className={classes('film-tiles', ratioClass(project.config.ratio))}>
        {scenes.map((scene, index) => (
          <Tile key={scene.id} {...{ project, scene, index }} made={assetsOfScene(run, scene.id)} />
        ))}
      </ol>
    </section>
  );
}

interface TileProps {
  readonly project: Project;
  readonly scene: Scene;
  readonly index: number;
  readonly made: SceneAssets;
}

function Tile({ project, scene, index, made }: TileProps): ReactElement {
  const t = useT();
  const picture = scene.own.image ?? (made.image?.status === 'completed' ? made.image.id : null);
  const isPainted = made.image?.status === 'processing';
  return (
    <li className="film-tile" data-part={`tile-${scene.id}`}>
      <a href={sceneAddress(project.id, scene.id)} className={classes('film-tile-picture', isPainted && 'film-tile-making')}>
        {picture ? <img src={media.thumbnail(picture)} alt="" decoding="async" /> : <Icon name={isPainted ? 'palette' : 'image'} />}
        <span className="film-tile-number">
          <span className="sr-only">{t(m.scene, { number: index + 1 })}</span>
          <span aria-hidden="true">{index + 1}</span>
        </span>
      </a>
      <p className="film-tile-words" dir="auto">
        {scene.onScreen || scene.narration}
      </p>
      <p className="film-tile-marks">
        <Mark icon="image" label={t(m.picture)} asset={made.image} />
        <Mark icon="mic" label={t(m.voice)} asset={made.voice} />
        <Mark icon="video" label={t(m.clip)} asset={made.clip} />
      </p>
    </li>
  );
}

const WORDS = {
  pending: m.waiting,
  processing: m.making,
  completed: m.ready,
  failed: m.failedItem,
  cancelled: m.waiting,
} as const satisfies Record<Asset['status'], unknown>;

/** Never by colour alone: a finished one has a tick, a failed one a cross, and each says so. */
function Mark({ icon, label, asset }: { icon: IconName; label: string; asset: Asset | null }): ReactElement | null {
  const t = useT();
  if (!asset) return null;
  const words = `${label} : ${t(WORDS[asset.status])}`;
  return (
    <span className={`film-mark film-mark-${asset.status}`} title={words}>
      <Icon name={icon} />
      {asset.status === 'completed' && <Icon name="check" />}
      {asset.status === 'failed' && <Icon name="close" />}
      <span className="sr-only">{words}</span>
    </span>
  );
}

const LATEST = 40;

export function Logs({ run: { logs } }: { run: RunState }): ReactElement | null {
  const t = useT();
  const { language } = usePage();
  if (logs.length === 0) return null;
  const clock = new Intl.DateTimeFormat(localeOf(language), {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
    timeZone: 'UTC',
  });
  return (
    <details className="film-logs">
      <summary>
        <Icon name="chevron-end" />
        {t(m.logs)}
      </summary>
      <ol data-part="logs" dir="ltr" lang="en">
        {logs.slice(-LATEST).map(({ at, level, message }) => (
          <li key={`${at.getTime()} ${message}`} className={`film-log-${level}`}>
            <time dateTime={at.toISOString()}>{clock.format(at)}</time> {message}
          </li>
        ))}
      </ol>
    </details>
  );
}
