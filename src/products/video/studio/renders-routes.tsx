/** `/films/renders`: the queue with positions, and what was rendered. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ReactElement } from 'react';
import { Failure } from '#kernel/failure.ts';
import { requireViewer } from '#kernel/http/access.ts';
import type { Door } from '#kernel/http/door.ts';
import { pageCount, readPage } from '#kernel/http/pagination.ts';
import { say } from '#kernel/message.ts';
import { Badge, EmptyState, LinkButton, PageHeader, type Tone } from '#kernel/page/components.tsx';
import { usePage, useT } from '#kernel/page/context.tsx';
import { When } from '#kernel/page/facts.tsx';
import type { IconName } from '#kernel/page/icons.tsx';
import { asked } from '#kernel/page/requests.ts';
import { DataTable } from '#kernel/page/table.tsx';
import { Pagination, type PaginationProps } from '#kernel/page/trails.tsx';
import type { Render, RenderStatus } from '../renders/renders.ts';
import type { FilmTools } from '../rooms.ts';
import { acts } from './labels.ts';
import { StudioTabs } from './list-view.tsx';
import { spanText } from './quote-view.tsx';
import { renders as m, qualityNames, renderNames } from './renders-messages.ts';
import { addressOf, filmPage, NEW, RENDERS } from './requests.ts';

interface Row {
  readonly render: Render;
  /** Null when the film is gone. */
  readonly title: string | null;
}

export function registerRenders(site: Door, tools: FilmTools): void {
  site.get(RENDERS, filmPage, (request, reply) => show(tools, request, reply));
}

async function show(tools: FilmTools, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { accountId } = requireViewer(request);
  const page = readPage({ page: asked(request, 'page') }, { defaultSize: 20 });
  const { rows, total } = await tools.renders.list(accountId, {}, page);
  const ids = [...new Set(rows.map(({ projectId }) => projectId))];
  const titles = new Map(await Promise.all(ids.map(async (id) => [id, await titleOf(tools, accountId, id)] as const)));
  const paging = { page: page.page, pages: pageCount(total, page.size), total, size: page.size };
  const body = <RendersPage rows={rows.map((render) => ({ render, title: titles.get(render.projectId) ?? null }))} paging={paging} />;
  return tools.pages.send(request, reply, { title: say(m.title, request.language), body });
}

const titleOf = async ({ projects }: FilmTools, accountId: number, id: string): Promise<string | null> =>
  projects.get(accountId, id).then(
    ({ title }) => title,
    (error: unknown) => {
      if (error instanceof Failure && error.kind === 'not-found') return null;
      throw error;
    },
  );

function RendersPage({ rows, paging }: { rows: readonly Row[]; paging: PaginationProps }): ReactElement {
  const t = useT();
  const { language } = usePage();
  const empty = (
    <EmptyState icon="film" title={m.none} text={m.noneText}>
      <LinkButton href={NEW}>{t(acts.create)}</LinkButton>
    </EmptyState>
  );
  return (
    <>
      <PageHeader title={m.title} lead={m.lead} />
      <StudioTabs />
      <DataTable
        caption={m.caption}
        rows={rows}
        rowKey={({ render }) => render.id}
        empty={empty}
        columns={[
          { key: 'film', header: m.film, role: 'title', cell: (row) => <Title {...row} /> },
          { key: 'state', header: m.state, cell: ({ render }) => <State render={render} /> },
          { key: 'quality', header: m.quality, cell: ({ render }) => t(qualityNames[render.options.quality]) },
          { key: 'ordered', header: m.ordered, cell: ({ render }) => <When at={render.createdAt} as="moment" /> },
          { key: 'took', header: m.took, cell: ({ render }) => tookText(render, language) },
        ]}
      />
      <Pagination {...paging} />
    </>
  );
}

function Title({ render, title }: Row): ReactElement {
  const t = useT();
  if (title === null) return <span className="text-muted">{t(m.gone)}</span>;
  const to = render.videoId ? `${addressOf(render.projectId)}?video=${render.videoId}` : addressOf(render.projectId);
  return (
    <a href={to} dir="auto">
      {title}
    </a>
  );
}

/** Frames that are encoded of those that the film needs. */
const percentOf = ({ frames }: NonNullable<Render['progress']>): number =>
  Math.min(99, Math.floor((100 * (frames.encoded + frames.reused)) / Math.max(1, frames.total)));

const tookText = ({ startedAt, endedAt }: Render, language: Parameters<typeof spanText>[1]): string =>
  startedAt && endedAt ? spanText((endedAt.getTime() - startedAt.getTime()) / 1000, language) : '—';

const LOOKS: Readonly<Record<RenderStatus, { readonly tone: Tone; readonly icon: IconName }>> = {
  queued: { tone: 'neutral', icon: 'clock' },
  rendering: { tone: 'info', icon: 'activity' },
  completed: { tone: 'success', icon: 'check' },
  failed: { tone: 'danger', icon: 'error' },
  cancelled: { tone: 'neutral', icon: 'ban' },
};

function State({ render: { status, position, progress, fault } }: { render: Render }): ReactElement {
  const t = useT();
  const { language } = usePage();
  const percent = progress === null ? null : percentOf(progress);
  const words =
    status === 'queued' && position !== null
      ? t(m.position, { position })
      : status === 'rendering' && percent !== null
        ? t(m.percent, { percent })
        : t(renderNames[status]);
  return (
    <>
      <Badge {...LOOKS[status]}>{words}</Badge>
      {fault && <p className="film-note">{say(fault.message, language)}</p>}
    </>
  );
}
