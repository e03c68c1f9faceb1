/** What the last step of a registration shows beside the answers: the way back to each step, and what one agrees to. */
import type { ReactElement } from 'react';
import { type Text, usePage, useT } from '#kernel/page/context.tsx';
import { Icon } from '#kernel/page/icons.tsx';
import { m } from './messages.ts';

/** The name of a step with the link that changes its answers. */
export function ReviewTitle({ title, href }: { title: Text; href: string }): ReactElement {
  const t = useT();
  return (
    <header className="flex items-center justify-between gap-3 [&_a]:inline-flex [&_a]:min-h-11 [&_a]:items-center [&_a]:gap-1.5 [&_h2]:text-lg [&_h2]:font-semibold">
      <h2>{t(title)}</h2>
      <a href={href}>
        <Icon name="edit" />
        {t(m.edit)}
        <span className="sr-only"> : {t(title)}</span>
      </a>
    </header>
  );
}

/** What an administrator closed is not linked. */
export function TermLinks(): ReactElement | null {
  const t = useT();
  const { closed } = usePage().face;
  const links = TERMS.filter(({ href }) => !closed.includes(href));
  if (links.length === 0) return null;
  return (
    <p className="field-hint choice-hint flex flex-wrap gap-x-4 [&_a]:inline-flex [&_a]:min-h-11 [&_a]:items-center">
      {links.map(({ href, label }) => (
        <a key={href} href={href} target="_blank" rel="noopener">
          {t(label)}
        </a>
      ))}
    </p>
  );
}
const TERMS = [
  { href: '/legal/terms', label: m.readTerms },
  { href: '/legal/privacy', label: m.readPrivacy },
];
