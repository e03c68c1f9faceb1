/** `/films/:id/timeline`: the tables, and the editor that the island brings to life in their place. */
import type { ReactElement } from 'react';
import type { Failure } from '#kernel/failure.ts';
import { sayUnfilled } from '#kernel/message.ts';
import { Alert, EmptyState, LinkButton, PageHeader } from '#kernel/page/components.tsx';
import { usePage, useT } from '#kernel/page/context.tsx';
import { Island } from '#kernel/page/islands.tsx';
import type { Asset } from '../assets/assets.ts';
import type { Project } from '../projects/projects.ts';
import { draftOnWire, type Timeline } from '../timelines/timelines.ts';
import { said } from './editor-messages.ts';
import { Editor } from './editor-view.tsx';
import { assetForEditor, type Facts } from './facts.ts';
import { page as m, names } from './messages.ts';
import type { Typed } from './tables.ts';
import { Tables } from './tables-view.tsx';

/** A form that was not taken: what was typed stays. */
export interface Refused {
  readonly failure: Failure;
  readonly typed: Typed;
}

interface PageView {
  readonly project: Project;
  readonly timeline: Timeline | null;
  readonly facts: Facts | null;
  readonly refused: Refused | null;
}

export function TimelinePage({ project, timeline, facts, refused }: PageView): ReactElement {
  const t = useT();
  const film = `/films/${project.id}`;
  const crumbs = [
    { label: m.films, href: '/films' },
    { label: { data: project.title }, href: film },
  ];
  return (
    <>
      <PageHeader title={m.title} lead={{ data: project.title }} crumbs={crumbs} />
      {timeline && facts ? (
        <Desk project={project} timeline={timeline} facts={facts} refused={refused} />
      ) : (
        <EmptyState icon="film" title={m.none} text={m.noneText}>
          <LinkButton href={film} icon="film">
            {t(m.toFilm)}
          </LinkButton>
        </EmptyState>
      )}
    </>
  );
}

interface DeskView {
  readonly project: Project;
  readonly timeline: Timeline;
  readonly facts: Facts;
  readonly refused: Refused | null;
}

function Desk({ project, timeline, facts, refused }: DeskView): ReactElement {
  const t = useT();
  const { language } = usePage();
  const nameOf = ({ originalName, sceneId, type }: Asset): string =>
    originalName ?? (sceneId === null ? t(names[type], { number: '' }).trim() : t(names.ofScene, { scene: sceneId }));
  const known = new Map([...facts.ready.map((asset) => [asset.id, asset] as const), ...facts.used]);
  const { width, height, fps, backgroundColor, captions } = timeline.config;
  const props = {
    timeline: { id: timeline.id, version: timeline.version, ...draftOnWire(timeline) },
    projectId: project.id,
    frame: { width, height, fps, background: backgroundColor, captions },
    assets: [...known.values()].map((asset) => assetForEditor(asset, nameOf(asset))),
    links: {
      timelines: '/api/v1/videos/timeline',
      renders: '/api/v1/videos/render',
      uploads: '/api/v1/assets/upload',
      film: '/api/v1/videos/{id}/download',
      page: `/films/${project.id}/timeline`,
    },
    texts: Object.fromEntries(Object.entries(said).map(([name, text]) => [name, sayUnfilled(text, language)])),
  };
  return (
    // A refused form is shown as it was typed: the editor would hide it.
    <div className={refused ? 'tl-refused' : undefined}>
      {refused?.failure.kind === 'conflict' && (
        <Alert
          tone="warning"
          title={m.conflict}
          actions={
            <LinkButton kind="secondary" size="sm" href={`/films/${project.id}/timeline?timeline=${timeline.id}`}>
              {t(m.reload)}
            </LinkButton>
          }
        >
          {t(m.conflictText)}
        </Alert>
      )}
      <Island name="timeline" props={refused ? {} : props} className="tl">
        <Tables timeline={timeline} facts={facts} refused={refused} action={`/films/${project.id}/timeline`} />
        {!refused && <Editor ready={facts.ready} nameOf={nameOf} />}
      </Island>
    </div>
  );
}
