/** What surrounds every page of the manual for developers: the way through references and guides. */
import type { ReactElement, ReactNode } from 'react';
import { Alert } from '#kernel/page/components.tsx';
import { classes, usePage, useT } from '#kernel/page/context.tsx';
import { guides } from './library.ts';
import { m } from './messages.ts';
import type { Group } from './reference/document.ts';
import type { ReferenceApi } from './reference/reference.tsx';
import { useTagName } from './reference/words.tsx';

export interface ManualProps {
  readonly apis: readonly ReferenceApi[];
  /** What is read now. */
  readonly open?: { readonly api: ReferenceApi; readonly groups: readonly Group[]; readonly group?: Group };
  readonly children: ReactNode;
}

export function Manual({ apis, open, children }: ManualProps): ReactElement {
  const t = useT();
  return (
    <div className="manual">
      <div className="manual-main stack">
        <p className="manual-jump">
          <a href="#manual-contents" className="button button-secondary button-sm">
            {t(m.contents)}
          </a>
        </p>
        {children}
      </div>
      <nav id="manual-contents" className="manual-side" aria-label={t(m.contents)}>
        <SideTitle text={t(m.references)} />
        <ul>
          {apis.map((api) => (
            <li key={api.name}>
              <Place href={`/docs/${api.name}`}>{t(api.title)}</Place>
              {open?.api.name === api.name && <Tags {...open} />}
            </li>
          ))}
        </ul>
        <SideTitle text={t(m.guides)} />
        <Guides />
      </nav>
    </div>
  );
}

const SideTitle = ({ text }: { text: string }): ReactElement => <p className="manual-side-title">{text}</p>;

function Tags({ api, groups }: NonNullable<ManualProps['open']>): ReactElement {
  const tagName = useTagName();
  return (
    <ul className="manual-tags">
      {groups.map(({ slug, name, entries }) => (
        <li key={slug}>
          <Place href={`/docs/${api.name}/${slug}`}>
            {tagName(name)} <span className="text-muted">{entries.length}</span>
          </Place>
        </li>
      ))}
    </ul>
  );
}

function Guides(): ReactElement {
  const { language } = usePage();
  return (
    <ul>
      {guides(language).map(({ slug, title }) => (
        <li key={slug}>
          <Place href={`/docs/guides/${slug}`}>{title}</Place>
        </li>
      ))}
    </ul>
  );
}

function Place({ href, children }: { href: string; children: ReactNode }): ReactElement {
  const { path } = usePage();
  const isHere = path === href;
  return (
    <a href={href} className={classes('manual-place', isHere && 'manual-here')} aria-current={isHere ? 'page' : undefined}>
      {children}
    </a>
  );
}

/** Said to who reads a text in another language than the rest of the page. */
export function OtherLanguage(): ReactElement | null {
  const { language } = usePage();
  return language === 'ar' ? <Alert title={m.otherLanguage} /> : null;
}
