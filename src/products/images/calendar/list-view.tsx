/** All posts in lines, the latest first: to search, to filter, to export. */

import type { ReactElement } from 'react';
import { ListHead, type ListState } from '#capabilities/lists/lists.ts';
import { NamedPlatform, type PublicationState } from '#capabilities/publishing/publishing.ts';
import { type PageAsked, type PageOf, pageCount } from '#kernel/http/pagination.ts';
import { ColumnsMenu } from '#kernel/page/columns-menu.tsx';
import { Badge, EmptyState, LinkButton } from '#kernel/page/components.tsx';
import { usePage, useT } from '#kernel/page/context.tsx';
import { Icon } from '#kernel/page/icons.tsx';
import { SELECTION, Selectable, SelectionBar } from '#kernel/page/selection.tsx';
import { type Column, DataTable } from '#kernel/page/table.tsx';
import { Pagination } from '#kernel/page/trails.tsx';
import type { ScheduledPost } from '../scheduler/scheduler.ts';
import { type Entry, keyOf } from './board.ts';
import { CalendarFrame, type FrameView } from './calendar-view.tsx';
import { hrefOf } from './chip-view.tsx';
import type { FilmEntry } from './films.ts';
import { many } from './many-messages.ts';
import { board as m } from './messages.ts';
import { Moment } from './moments.tsx';
import { pictureSrc } from './picture-src.ts';
import { ROOT } from './requests.ts';
import { causeOf, causeOfReason, TRUTHS, truthOf } from './truth.ts';

interface ListView extends FrameView {
  readonly entries: PageOf<Entry>;
  readonly page: PageAsked;
  readonly isFiltered: boolean;
  readonly list: ListState;
}

export function ListPage({ entries, page, isFiltered, list, ...frame }: ListView): ReactElement {
  const columns = columnsOf(frame.zone);
  const posts = entries.rows.filter((entry) => 'post' in entry).length;
  return (
    <CalendarFrame {...frame}>
      <ListHead list={list} all={many.all} />
      {entries.total > 0 && (
        <div className="list-tools">
          <ColumnsMenu columns={columns} choice={list.choice} action={`/lists/${list.key}/table`} />
        </div>
      )}
      <Selectable count={posts}>
        <DataTable
          caption={m.title}
          rows={entries.rows}
          rowKey={keyOf}
          columns={columns}
          choice={list.choice}
          select={{ form: SELECTION, name: nameOf, value: (entry) => ('post' in entry ? entry.post.id : null) }}
          defaultSort="-time"
          empty={<Nothing isFiltered={isFiltered} />}
        />
        <SelectionBar action={`/lists/${list.key}/acts`} acts={list.acts} query={list.query} total={entries.total} shown={posts} />
      </Selectable>
      <Pagination page={page.page} pages={pageCount(entries.total, page.size)} total={entries.total} size={page.size} />
    </CalendarFrame>
  );
}

const nameOf = (entry: Entry): string => ('post' in entry ? entry.post.caption || entry.post.prompt : entry.film.title);
const saidOf = (entry: Entry) => ('post' in entry ? entry.post : entry.film);

const columnsOf = (zone: string): readonly Column<Entry>[] => [
  {
    key: 'text',
    header: m.text,
    role: 'title',
    cell: (entry) => ('post' in entry ? <PostLine post={entry.post} /> : <FilmLine film={entry.film} />),
  },
  { key: 'platform', header: m.platform, cell: (entry) => <NamedPlatform platform={saidOf(entry).platform} /> },
  {
    key: 'time',
    header: m.when,
    sort: true,
    cell: (entry) => <Moment at={'post' in entry ? entry.post.scheduledTime : entry.at} zone={zone} />,
  },
  { key: 'status', header: m.status, cell: (entry) => <TruthBadge post={saidOf(entry)} /> },
];

function PostLine({ post }: { post: ScheduledPost }): ReactElement {
  const cause = causeOf(post);
  const t = useT();
  return (
    <span className="post-line">
      <img src={pictureSrc(post.pictureFile, 'thumb')} alt="" loading="lazy" />
      <span className="min-w-0">
        <a href={hrefOf(post)} dir="auto">
          {post.caption || post.prompt}
        </a>
        {cause && <small>{t(cause.words)}</small>}
      </span>
    </span>
  );
}

function FilmLine({ film }: { film: FilmEntry }): ReactElement {
  const t = useT();
  return (
    <span className="post-line">
      {film.thumbnail ? <img src={film.thumbnail} alt="" loading="lazy" /> : <Icon name="film" />}
      <span className="min-w-0">
        <a href={film.href} dir="auto">
          <Icon name="film" label={m.film} /> {film.title}
        </a>
        {film.reason && <small>{t(causeOfReason(film.reason))}</small>}
      </span>
    </span>
  );
}

export function TruthBadge({ post }: { post: { readonly state: PublicationState } }): ReactElement {
  const t = useT();
  const { label, icon, tone } = TRUTHS[truthOf(post)];
  return (
    <Badge tone={tone} icon={icon}>
      {t(label)}
    </Badge>
  );
}

function Nothing({ isFiltered }: { isFiltered: boolean }): ReactElement {
  const t = useT();
  const { path } = usePage();
  if (isFiltered) {
    return (
      <EmptyState icon="filter" title={m.noneFound} text={m.noneFoundText}>
        <LinkButton kind="secondary" href={`${path}?view=list`}>
          {t(m.list)}
        </LinkButton>
      </EmptyState>
    );
  }
  return (
    <EmptyState icon="calendar" title={m.noneYet} text={m.noneYetText}>
      <LinkButton icon="plus" href={`${ROOT}/new`}>
        {t(m.compose)}
      </LinkButton>
    </EmptyState>
  );
}
