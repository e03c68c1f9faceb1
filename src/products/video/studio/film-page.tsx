/** What every page of one film begins with: its name, its state, its parts. */
import type { ReactElement, ReactNode } from 'react';
import { PageHeader } from '#kernel/page/components.tsx';
import { usePage } from '#kernel/page/context.tsx';
import { Tabs } from '#kernel/page/trails.tsx';
import type { Project } from '../projects/projects.ts';
import { tabs } from './labels.ts';
import { StatusBadge } from './list-view.tsx';
import { addressOf, ROOT } from './requests.ts';

export type FilmPart = 'film' | 'board' | 'script' | 'publish' | 'settings' | 'scene';

export interface FilmFrameProps {
  readonly project: Project;
  readonly part: FilmPart;
  /** There is a making to look at: more than the writing of a script. */
  readonly hasRun: boolean;
  readonly children: ReactNode;
}

/** Its own direction, whatever the page reads: else the end of « … » stands at the wrong side. */
const isolated = (title: string): string => `\u2068${title}\u2069`;

export function FilmFrame({ project, part, hasRun, children }: FilmFrameProps): ReactElement {
  const at = addressOf(project.id);
  const { path } = usePage();
  const items = [
    ...(project.videoId ? [{ label: tabs.film, href: `${at}?view=film`, icon: 'play' as const, current: part === 'film' }] : []),
    ...(project.script
      ? [{ label: tabs.script, href: `${at}?view=script`, icon: 'edit' as const, current: part === 'script' || part === 'scene' }]
      : []),
    ...(hasRun ? [{ label: tabs.board, href: `${at}?view=board`, icon: 'activity' as const, current: part === 'board' }] : []),
    ...(project.timelineId
      ? [{ label: tabs.timeline, href: `${at}/timeline`, icon: 'sliders' as const, current: path.endsWith('/timeline') }]
      : []),
    ...(project.videoId ? [{ label: tabs.publish, href: `${at}/publish`, icon: 'send' as const, current: part === 'publish' }] : []),
    { label: tabs.settings, href: `${at}/settings`, icon: 'settings' as const, current: part === 'settings' },
  ];
  return (
    <>
      <PageHeader
        title={isolated(project.title)}
        crumbs={[{ label: tabs.films, href: ROOT }]}
        badge={
          <span data-part="status">
            <StatusBadge status={project.status} />
          </span>
        }
      />
      <Tabs label={tabs.ofFilm} items={items} />
      {children}
    </>
  );
}
