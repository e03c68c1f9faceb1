/** What the last step of a registration shows beside the answers: the way back to each step, and what one agrees to. */
import type { ReactElement } from 'react';
import { type Text, useT } from '#kernel/page/context.tsx';
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

export function TermLinks(): ReactElement {
  const t = useT();
  return (
    <p className="field-hint choice-hint flex flex-wrap gap-x-4 [&_a]:inline-flex [&_a]:min-h-11 [&_a]:items-center">
      <a href="/legal/terms" target="_blank" rel="noopener">
        {t(m.readTerms)}
      </a>
      <a href="/legal/privacy" target="_blank" rel="noopener">
        {t(m.readPrivacy)}
      </a>
    </p>
  );
}
