/** Icons of the studio: `<Icon name="search" />`, sized by the text around it. Decorative unless `label` says what it means. */
import type { ReactElement } from 'react';
import { classes, type Text, useT } from './context.tsx';
import { ICON_SHAPES } from './icon-shapes.ts';

export type IconName = keyof typeof ICON_SHAPES;

/** They show a direction of reading, so they turn with it. */
const MIRRORED: ReadonlySet<IconName> = new Set([
  'chevron-end',
  'chevron-start',
  'arrow-end',
  'arrow-start',
  'external',
  'sign-in',
  'sign-out',
  'send',
  'undo',
  'list',
]);

export function Icon({ name, label, className }: { name: IconName; label?: Text; className?: string }): ReactElement {
  const t = useT();
  const look = classes('icon', MIRRORED.has(name) && 'icon-mirrored', className);
  const outline = <path d={ICON_SHAPES[name]} />;
  if (!label) {
    return (
      <svg className={look} viewBox="0 0 24 24" aria-hidden="true">
        {outline}
      </svg>
    );
  }
  return (
    <svg className={look} viewBox="0 0 24 24" role="img" aria-label={t(label)}>
      {outline}
    </svg>
  );
}
