import type { ReactElement } from 'react';
import { ListHead, type ListState } from '#capabilities/lists/lists.ts';
import { Browse } from '#kernel/page/browse.tsx';
import { EmptyState, LinkButton, PageHeader } from '#kernel/page/components.tsx';
import { useT } from '#kernel/page/context.tsx';
import type { Facet } from '#kernel/page/facets.tsx';
import { Ltr, When } from '#kernel/page/facts.tsx';
import { Icon } from '#kernel/page/icons.tsx';
import { SELECTION, Selectable, SelectionBar } from '#kernel/page/selection.tsx';
import { Pagination, type PaginationProps } from '#kernel/page/trails.tsx';
import { gallery as m } from './gallery-messages.ts';
import { SORTS } from './gallery-query.ts';
import { acts, styleNames } from './labels.ts';
import { Photo, StatusBadge } from './shot.tsx';
import { StudioTabs } from './tabs.tsx';
import { addressOf, GALLERY, type Picture, ROOT } from './tools.ts';

export interface GalleryView {
  readonly pictures: readonly Picture[];
  readonly facets: readonly Facet[];
  readonly paging: PaginationProps;
  readonly isFiltered: boolean;
  readonly toReview: number;
  readonly list: ListState;
}

const LIST = 'pictures';

export function GalleryPage(view: GalleryView): ReactElement {
  const { facets, list, paging, toReview } = view;
  return (
    <>
      <PageHeader title={m.title} />
      <StudioTabs toReview={toReview} />
      <ListHead list={list} all={m.all} />
      <Browse
        facets={facets}
        search={{ name: 'search', label: m.search }}
        sorts={SORTS.map(({ value, label }, index) => ({ value: index === 0 ? '' : value, label }))}
        sortLabel={m.sort}
        total={paging.total}
        totalText={m.total}
        showText={m.show}
        keep={['saved']}
        live={LIST}
        list={
          <div id={LIST}>
            <List {...view} />
          </div>
        }
      />
    </>
  );
}

function List(view: GalleryView): ReactElement {
  const { list, pictures, paging } = view;
  if (pictures.length === 0) return <Nothing {...view} />;
  return (
    <Selectable count={pictures.length}>
      <div className="gallery-grid">
        {pictures.map((picture) => (
          <GalleryCard key={picture.id} picture={picture} />
        ))}
      </div>
      <SelectionBar action={`/lists/${list.key}/acts`} acts={list.acts} query={list.query} total={paging.total} shown={pictures.length} />
      <Pagination {...paging} />
    </Selectable>
  );
}

function GalleryCard({ picture }: { picture: Picture }): ReactElement {
  const t = useT();
  const { id, prompt, status, style, width, height, tags, createdAt } = picture;
  return (
    <article className="pick">
      <label className="pick-tick">
        <input type="checkbox" name="ids" value={id} form={SELECTION} aria-label={t(m.select, { id })} />
      </label>
      <div className="gallery-picture">
        {picture.file ? (
          <Photo picture={picture} sizes="(width < 40rem) 46vw, 15rem" silent />
        ) : (
          <Icon name={status === 'failed' ? 'error' : 'clock'} />
        )}
        <div className="pick-flag">
          <StatusBadge status={status} />
        </div>
      </div>
      <div className="pick-words">
        <p className="pick-name" dir="auto">
          <a href={addressOf(id)} data-pick-link>
            {prompt}
          </a>
        </p>
        <p className="strip-facts">
          <span>{t(styleNames[style])}</span>
          <Ltr>{`${width}×${height}`}</Ltr>
          <When at={createdAt} />
        </p>
        {tags.length > 0 && (
          <p className="gallery-tags" dir="auto">
            {tags.map((tag) => `#${tag}`).join(' ')}
          </p>
        )}
      </div>
    </article>
  );
}

function Nothing({ isFiltered }: GalleryView): ReactElement {
  const t = useT();
  if (isFiltered)
    return (
      <EmptyState icon="search" title={m.noMatch} text={m.noMatchText}>
        <LinkButton href={GALLERY} kind="secondary">
          {t(m.clear)}
        </LinkButton>
      </EmptyState>
    );
  return (
    <EmptyState icon="image" title={m.empty} text={m.emptyText}>
      <LinkButton href={ROOT} icon="sparkles">
        {t(acts.create)}
      </LinkButton>
    </EmptyState>
  );
}
