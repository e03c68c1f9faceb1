/** `/search`: the palette as a page, with the same groups. */
import type { ReactElement } from 'react';
import { fold } from '../text.ts';
import { Button, Card, EmptyState, PageHeader } from './components.tsx';
import { usePage, useT } from './context.tsx';
import type { FoundGroup } from './everywhere.tsx';
import { everywhereMessages as m } from './everywhere-messages.ts';
import { Data } from './facts.tsx';
import { SearchField } from './filters.tsx';
import { Icon, type IconName } from './icons.tsx';
import { type Navigation, openTo } from './navigation.ts';

interface EverywherePageProps {
  readonly words: string;
  readonly groups: readonly FoundGroup[];
  readonly navigation: Navigation;
}

export function EverywherePage({ words, groups, navigation }: EverywherePageProps): ReactElement {
  const t = useT();
  const { path, viewer } = usePage();
  const matching = (items: Navigation['rooms']) => openTo(items, viewer).filter(({ label }) => fold(t(label)).includes(fold(words)));
  const pages = matching([...navigation.rooms, ...navigation.account]);
  const acts = matching(navigation.acts ?? []);
  return (
    <>
      <PageHeader title={m.title} lead={m.lead} />
      <search>
        <form method="get" action={path} className="filters">
          <div className="filters-line">
            <SearchField name="q" label={m.label} placeholder={m.placeholder} />
            <Button icon="search">{t(m.title)}</Button>
          </div>
        </form>
      </search>
      <div className="stack">
        {words !== '' && groups.length + pages.length + acts.length === 0 && (
          <EmptyState icon="search" title={m.nothing} text={m.nothingText} />
        )}
        {groups.map(({ source, hits }) => (
          <Group key={source.key} title={t(source.title)} icon={source.icon} hits={hits} more={source.all(words)} />
        ))}
        {acts.length > 0 && (
          <Group isSaid title={t(m.acts)} icon="sparkles" hits={acts.map(({ href, label }) => ({ href, label: t(label) }))} />
        )}
        {pages.length > 0 && (
          <Group isSaid title={t(m.pages)} icon="file" hits={pages.map(({ href, label }) => ({ href, label: t(label) }))} />
        )}
      </div>
    </>
  );
}

interface GroupProps {
  readonly title: string;
  readonly icon: IconName;
  readonly hits: FoundGroup['hits'];
  readonly more?: string;
  /** The labels are words of the studio, not names that people gave. */
  readonly isSaid?: boolean;
}

function Group({ title, icon, hits, more, isSaid }: GroupProps): ReactElement {
  const t = useT();
  return (
    <Card
      title={title}
      icon={icon}
      actions={
        more && (
          <a className="button button-quiet button-sm" href={more}>
            {t(m.everything)} <span className="sr-only">{title}</span>
          </a>
        )
      }
    >
      <ul className="hits">
        {hits.map(({ href, label, detail }) => (
          <li key={href}>
            <a href={href}>
              <Icon name={icon} />
              {isSaid ? label : <Data>{label}</Data>}
              {detail && (
                <small dir="auto">
                  <Data>{detail}</Data>
                </small>
              )}
            </a>
          </li>
        ))}
      </ul>
    </Card>
  );
}
