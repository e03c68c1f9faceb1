/** The finished film: player, files, other shapes, its scenes. */
import type { ReactElement } from 'react';
import { localeOf } from '#kernel/message.ts';
import { Alert, Button, Card, LinkButton } from '#kernel/page/components.tsx';
import { classes, usePage, useT } from '#kernel/page/context.tsx';
import { Definitions, Ltr, When } from '#kernel/page/facts.tsx';
import { Form } from '#kernel/page/forms.tsx';
import { Icon } from '#kernel/page/icons.tsx';
import type { RunState } from '../pipeline/pipeline.ts';
import { type Project, RATIO_NAMES, type RatioName } from '../projects/projects.ts';
import type { Video } from '../renders/renders.ts';
import { player as m } from './board-messages.ts';
import { assetsOfScene, ratioClass } from './board-parts.tsx';
import { ratioNames } from './labels.ts';
import { makerName, spanText } from './quote-view.tsx';
import { addressOf, media, sceneAddress } from './requests.ts';
import { languageName } from './voice-field.tsx';
import { RatioShape } from './wizard-choices.tsx';

export interface PlayerView {
  readonly project: Project;
  readonly video: Video;
  /** The latest of each shape. */
  readonly versions: readonly Video[];
  readonly run: RunState | null;
  /** The script is not the one that this film was made of. */
  readonly isOutdated: boolean;
  readonly once: string;
}

/** The shape that a film of these sides has. */
export const shapeOf = ({ width, height }: Pick<Video, 'width' | 'height'>): RatioName => {
  const off = (name: RatioName): number => {
    const [across = 1, down = 1] = name.split(':').map(Number);
    return Math.abs(Math.log(width / height / (across / down)));
  };
  return RATIO_NAMES.reduce((best, name) => (off(name) < off(best) ? name : best));
};

export function Player(view: PlayerView): ReactElement {
  const { project, video } = view;
  return (
    <div className="film-done">
      <NextMake {...view} />
      <div className="film-theatre">
        <Screen project={project} video={video} />
        <Files {...view} />
      </div>
      <OtherShapes {...view} />
      <Scenes {...view} />
    </div>
  );
}

/** Narrower than this, it is a draft. */
const WHOLE_WIDTH = 720;

/** What is to be made next: the changed film, or the whole of a draft. */
function NextMake({ project, video, isOutdated, once }: PlayerView): ReactElement | null {
  const t = useT();
  const isDraft = video.width < WHOLE_WIDTH;
  if (!isOutdated && !isDraft) return null;
  return (
    <Alert
      tone="info"
      title={isOutdated ? m.changed : m.draft}
      actions={
        <Form action={`${addressOf(project.id)}/start`} id="remake">
          <input type="hidden" name="once" value={once} />
          {!isOutdated && <input type="hidden" name="until" value="full" />}
          <Button icon={isOutdated ? 'refresh' : 'film'} size="sm">
            {t(isOutdated ? m.remake : m.whole)}
          </Button>
        </Form>
      }
    />
  );
}

function Screen({ project, video }: Pick<PlayerView, 'project' | 'video'>): ReactElement {
  const t = useT();
  const { language } = usePage();
  const spoken = video.language ?? 'fr';
  return (
    <div className={classes('film-screen', ratioClass(shapeOf(video)))}>
      {/* biome-ignore lint/a11y/useMediaCaption: a film without words has no captions */}
      <video
        controls
        playsInline
        preload="metadata"
        width={video.width}
        height={video.height}
        poster={video.thumbnail ? media.poster(video.id) : undefined}
        aria-label={t(m.video, { title: project.title })}
      >
        <source src={media.video(video.id)} type={video.mediaType} />
        {video.vtt && (
          <track kind="captions" src={media.captions(video.id, 'vtt')} srcLang={spoken} label={languageName(spoken, language)} />
        )}
        <p>
          {t(m.noVideo)} <a href={media.video(video.id)}>{t(m.download)}</a>
        </p>
      </video>
    </div>
  );
}

function Files({ project, video, run }: PlayerView): ReactElement {
  const t = useT();
  const { language } = usePage();
  const size = new Intl.NumberFormat(localeOf(language), { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 });
  const makers = [...new Set(Object.values(run?.providersUsed ?? {}).flat())].map((name) => makerName(name, language)).join(', ');
  return (
    <aside className="film-files" aria-label={t(m.facts)}>
      <div className="film-files-acts">
        <LinkButton href={`${addressOf(project.id)}/publish?video=${video.id}`} icon="send" full>
          {t(m.publish)}
        </LinkButton>
        <LinkButton href={media.video(video.id)} download kind="secondary" icon="download" full>
          {t(m.film, { size: size.format(video.bytes / 1_000_000) })}
        </LinkButton>
        <div className="cluster">
          {video.srt && (
            <LinkButton href={media.captions(video.id, 'srt')} download kind="quiet" icon="download" size="sm">
              SRT
            </LinkButton>
          )}
          {video.vtt && (
            <LinkButton href={media.captions(video.id, 'vtt')} download kind="quiet" icon="download" size="sm">
              VTT
            </LinkButton>
          )}
          <LinkButton href={`${addressOf(project.id)}/timeline`} kind="quiet" icon="sliders" size="sm">
            {t(m.timeline)}
          </LinkButton>
        </div>
      </div>
      <Definitions
        items={[
          { term: m.length, value: spanText(video.seconds, language), icon: 'clock' },
          { term: m.picture, value: `${video.width} × ${video.height}`, icon: 'film', ltr: true },
          ...(video.language ? [{ term: m.language, value: languageName(video.language, language), icon: 'language' as const }] : []),
          { term: m.date, value: <When at={video.createdAt} as="moment" />, icon: 'calendar' },
          ...(makers ? [{ term: m.makers, value: makers, icon: 'palette' as const }] : []),
        ]}
      />
      {video.madeWithAi && (
        <p className="film-note">
          <Icon name="sparkles" />
          {t(m.ai)}
        </p>
      )}
    </aside>
  );
}

function OtherShapes({ project, video, versions, once }: PlayerView): ReactElement {
  const t = useT();
  const now = shapeOf(video);
  return (
    <Card title={m.other} lead={m.otherText}>
      <Form action={`${addressOf(project.id)}/ratio`} id="ratio">
        <input type="hidden" name="once" value={once} />
        <div className="film-shapes">
          {RATIO_NAMES.filter((ratio) => ratio !== now).map((ratio) => {
            const there = versions.find((one) => shapeOf(one) === ratio);
            const look = (
              <>
                <RatioShape ratio={ratio} />
                <span>
                  <strong>{t(ratioNames[ratio])}</strong> <Ltr>{ratio}</Ltr>
                </span>
                <Icon name={there ? 'play' : 'plus'} />
              </>
            );
            return there ? (
              <a key={ratio} className="film-shape-act" href={`${addressOf(project.id)}?video=${there.id}`}>
                {look}
              </a>
            ) : (
              <button key={ratio} type="submit" className="film-shape-act" name="ratio" value={ratio}>
                {look}
              </button>
            );
          })}
        </div>
      </Form>
    </Card>
  );
}

function Scenes({ project, run }: PlayerView): ReactElement | null {
  if (!project.script || !run) return null;
  return (
    <Card title={m.scenes} lead={m.scenesText}>
      <ol className={classes('film-strip', ratioClass(project.config.ratio))}>
        {project.script.scenes.map((scene, index) => {
          const { image } = assetsOfScene(run, scene.id);
          const picture = scene.own.image ?? image?.id ?? null;
          return (
            <li key={scene.id}>
              <a href={sceneAddress(project.id, scene.id)}>
                <span className="film-tile-picture">
                  {picture ? <img src={media.thumbnail(picture)} alt="" loading="lazy" decoding="async" /> : <Icon name="image" />}
                </span>
                <span className="film-strip-words" dir="auto">
                  {index + 1}. {scene.onScreen || scene.narration}
                </span>
              </a>
            </li>
          );
        })}
      </ol>
    </Card>
  );
}
