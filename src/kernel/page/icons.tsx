/** Icons of the studio: `<Icon name="search" />`, sized by the text around it. Decorative unless `label` says what it means. */
import type { ReactElement } from 'react';
import { classes, type Text, useT } from './context.tsx';
import { ICON_SHAPES } from './icon-shapes.ts';

export type IconName = keyof typeof ICON_SHAPES;

/** They show a direction of reading, so they turn with it. */
const MIRRORED: ReadonlySet<IconName> = new Set(['chevron-end', 'chevron-start', 'arrow-end', 'arrow-start', 'external', 'sign-in', 'sign-out', 'send', 'undo', 'list']);

export function Icon({ name, label, className }: { name: IconName; label?: Text; className?: string }): ReactElement {
  const t = useT();
  const meaning = label ? { role: 'img', 'aria-label': t(label) } : { 'aria-hidden': true };
  return (
    <svg className={classes('icon', MIRRORED.has(name) && 'icon-mirrored', className)} viewBox="0 0 24 24" {...meaning}>
      <path d={ICON_SHAPES[name]} />
    </svg>
  );
}
