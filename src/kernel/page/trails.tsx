/** Where the reader is and where to go: breadcrumbs, tabs, menus, pages of a list, steps of a form. */
import type { ReactElement } from 'react';
import { classes, type Text, useHref, usePage, useT } from './context.tsx';
import { Count, Words } from './facts.tsx';
import { Icon, type IconName } from './icons.tsx';
import { pageMessages as m } from './messages.ts';

export interface Crumb {
  readonly label: Text;
  readonly href: string;
}

/** The way back, from the room on; the page itself is its title, so it is not repeated. Nothing at the door of the room. */
export function Breadcrumbs({ trail = [] }: { trail?: readonly Crumb[] | undefined }): ReactElement | null {
  const t = useT();
  const { room, path } = usePage();
  const begins = room === undefined || room.href === path || trail.some(({ href }) => href === room.href);
  const whole = begins ? trail : [room, ...trail];
  if (whole.length === 0) return null;
  return (
    <nav aria-label={t(m.breadcrumbs)} className="crumbs">
      <ol>
        {whole.map(({ label, href }) => (
          <li key={href}>
            <a href={href}>
              <Words text={label} />
            </a>
            <Icon name="chevron-end" />
          </li>
        ))}
      </ol>
    </nav>
  );
}

export interface Tab {
  readonly label: Text;
  readonly href: string;
  readonly current?: boolean;
  readonly count?: number;
  readonly icon?: IconName;
}

/** Views of one thing, each with its own address. The current one is told by `current`, else by the path. */
export function Tabs({ items, label }: { items: readonly Tab[]; label: Text }): ReactElement {
  const t = useT();
  const { path, url } = usePage();
  const isCurrent = (tab: Tab): boolean => tab.current ?? (tab.href.includes('?') ? tab.href === url : tab.href === path);
  return (
    <nav className="tabs-line" aria-label={t(label)}>
      {items.map((tab) => (
        <a key={tab.href} href={tab.href} aria-current={isCurrent(tab) ? 'page' : undefined}>
          {tab.icon && <Icon name={tab.icon} />}
          <Words text={tab.label} />
          {tab.count !== undefined && (
            <span className="tabs-count">
              <Count value={tab.count} />
            </span>
          )}
        </a>
      ))}
    </nav>
  );
}

export interface MenuItem {
  readonly label: Text;
  readonly href: string;
  readonly icon?: IconName;
  readonly tone?: 'danger';
}

/** Actions behind one button; a `details`, so it opens without a script. */
export function Menu({ items, label, icon = 'more' }: { items: readonly MenuItem[]; label: Text; icon?: IconName }): ReactElement {
  const t = useT();
  return (
    <details className="drop" data-drop>
      <summary className="button button-quiet button-square" aria-label={t(label)}>
        <Icon name={icon} />
      </summary>
      <ul className="drop-panel">
        {items.map((item) => (
          <li key={item.href}>
            <a href={item.href} className={classes('drop-item', item.tone && `drop-${item.tone}`)}>
              {item.icon && <Icon name={item.icon} />}
              {t(item.label)}
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}

export interface PaginationProps {
  readonly page: number;
  readonly pages: number;
  readonly total: number;
  readonly size: number;
  /** Name of the query value; everything else in the address stays. */
  readonly param?: string;
  /** Whether the last page is offered; not in a list so long that nobody wants its end. */
  readonly last?: boolean;
}

/** Numbers shown around the current page; `null` stands for the ones left out. */
export function pageNumbers(page: number, pages: number, last = true): readonly (number | null)[] {
  const wanted = [...new Set([1, page - 1, page, page + 1, last ? pages : page])].filter((n) => n >= 1 && n <= pages);
  return wanted.flatMap((n, index) => {
    const gap = n - (wanted[index - 1] ?? n - 1);
    return gap === 1 ? [n] : gap === 2 ? [n - 1, n] : [null, n];
  });
}

export function Pagination({ page, pages, total, size, param = 'page', last = true }: PaginationProps): ReactElement | null {
  const t = useT();
  const href = useHref();
  if (total === 0) return null;
  const to = (n: number): string => href({ page: null, [param]: n === 1 ? null : n });
  const range = { first: (page - 1) * size + 1, last: Math.min(page * size, total), total };
  return (
    <nav className="pages" aria-label={t(m.pagination)}>
      <p className="pages-range">{t(m.range, range)}</p>
      {pages > 1 && (
        <ol>
          <li>{page > 1 && <PageLink href={to(page - 1)} rel="prev" label={m.previous} icon="chevron-start" />}</li>
          {pageNumbers(page, pages, last).map((n, index) => (
            <li key={n ?? `gap-${index}`} className={n !== null && Math.abs(n - page) <= 1 ? undefined : 'pages-far'}>
              {n === null ? (
                <span aria-hidden="true">…</span>
              ) : (
                <a href={to(n)} aria-current={n === page ? 'page' : undefined} aria-label={t(m.pageNumber, { page: n })}>
                  {n}
                </a>
              )}
            </li>
          ))}
          <li>{page < pages && <PageLink href={to(page + 1)} rel="next" label={m.next} icon="chevron-end" />}</li>
        </ol>
      )}
    </nav>
  );
}

function PageLink({ href, rel, label, icon }: { href: string; rel: string; label: Text; icon: IconName }): ReactElement {
  const t = useT();
  return (
    <a href={href} rel={rel} aria-label={t(label)}>
      <Icon name={icon} />
    </a>
  );
}

export interface StepsProps {
  readonly steps: readonly Text[];
  /** 0-based. */
  readonly current: number;
  /** Addresses of the steps already done, to go back to them. */
  readonly hrefs?: readonly (string | undefined)[];
}

export function Steps({ steps, current, hrefs = [] }: StepsProps): ReactElement {
  const t = useT();
  const state = (index: number): 'done' | 'current' | 'ahead' => (index < current ? 'done' : index === current ? 'current' : 'ahead');
  return (
    <nav aria-label={t(m.steps)} className="steps-line">
      <p className="steps-now">{t(m.stepOf, { step: current + 1, steps: steps.length })}</p>
      <ol>
        {steps.map((step, index) => (
          <li key={t(step)} className={`step-${state(index)}`} aria-current={index === current ? 'step' : undefined}>
            <span className="step-mark" aria-hidden="true">
              {index < current ? <Icon name="check" /> : index + 1}
            </span>
            <span className="step-name">{index < current && hrefs[index] ? <a href={hrefs[index]}>{t(step)}</a> : t(step)}</span>
            {index < current && <span className="sr-only">{t(m.stepDone)}</span>}
          </li>
        ))}
      </ol>
    </nav>
  );
}
