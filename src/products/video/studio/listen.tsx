/** Sounds to be heard: links to the sound itself, which play in place where scripts run, one at a time. */
import type { ReactElement, ReactNode } from 'react';
import { type Text, useT } from '#kernel/page/context.tsx';
import { Icon } from '#kernel/page/icons.tsx';
import { Island } from '#kernel/page/islands.tsx';
import { acts } from './labels.ts';
import { voices as m } from './voices-messages.ts';

export function Listening({ children }: { children: ReactNode }): ReactElement {
  const t = useT();
  return (
    <Island name="film-listen" props={{ stop: t(acts.stop), failed: t(m.failed) }}>
      {children}
    </Island>
  );
}

/** `isElsewhere`: on another site, where a page of ours may not play it; the link opens it there. */
export function Listen({ sound, label, isElsewhere }: { sound: string; label: Text; isElsewhere?: boolean }): ReactElement {
  const t = useT();
  return (
    <a
      href={sound}
      className="button button-quiet button-sm"
      data-listen={isElsewhere ? undefined : ''}
      target={isElsewhere ? '_blank' : undefined}
      rel="noreferrer"
      aria-label={t(label)}
    >
      <Icon name="play" />
      <span data-word>{t(acts.listen)}</span>
    </a>
  );
}
