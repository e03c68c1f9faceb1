/** What the address of the gallery asks for. A value that nobody offers counts as none. */
import { IMAGE_STYLES } from '#capabilities/generation/generation.ts';
import type { FormBody } from '#kernel/http/forms.ts';
import type { Facet } from '#kernel/page/facets.tsx';
import type { Pictures } from '../pictures/pictures.ts';
import { gallery as m } from './gallery-messages.ts';
import { statusNames, styleNames } from './labels.ts';
import { listOf, type Picture, textOf } from './tools.ts';

type Filters = Parameters<Pictures['list']>[0];
export type Sort = Parameters<Pictures['list']>[1];

const STATUSES = Object.keys(statusNames) as readonly Picture['status'][];
/** The first is how it begins. */
export const SORTS: readonly { readonly value: Sort; readonly label: (typeof m)['newest'] }[] = [
  { value: '-created_at', label: m.newest },
  { value: 'created_at', label: m.oldest },
  { value: 'prompt', label: m.byPrompt },
];

export interface GalleryQuery {
  readonly filters: Filters;
  readonly sort: Sort;
  readonly isFiltered: boolean;
}

export function readGallery(accountId: number, query: FormBody): GalleryQuery {
  const status = STATUSES.find((each) => each === textOf(query, 'status'));
  const style = IMAGE_STYLES.find((each) => each === textOf(query, 'style'));
  const search = textOf(query, 'search');
  const tags = listOf(query, 'tags');
  const everyTag = textOf(query, 'tags_mode') === 'all';
  const filters = { accountId, tags, everyTag, ...(status ? { status } : {}), ...(style ? { style } : {}), ...(search ? { search } : {}) };
  const sort = SORTS.find(({ value }) => value === textOf(query, 'sort'))?.value ?? '-created_at';
  return { filters, sort, isFiltered: Boolean(status ?? style ?? search) || tags.length > 0 };
}

const MOST_TAGS = 40;

export const facetsOf = (tags: readonly { readonly name: string }[]): readonly Facet[] => [
  { name: 'status', label: m.status, single: true, open: true, options: STATUSES.map((value) => ({ value, label: statusNames[value] })) },
  { name: 'style', label: m.style, single: true, open: true, options: IMAGE_STYLES.map((value) => ({ value, label: styleNames[value] })) },
  ...(tags.length > 0
    ? [
        {
          name: 'tags',
          label: m.tags,
          open: true,
          look: 'chips' as const,
          options: tags.slice(0, MOST_TAGS).map(({ name }) => ({ value: name, label: { data: name } })),
        },
        { name: 'tags_mode', label: m.tagsMode, options: [{ value: 'all', label: m.allTags }] },
      ]
    : []),
];
