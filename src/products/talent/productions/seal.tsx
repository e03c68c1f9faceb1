/** How the seal and the logo of a company look wherever they are shown. */
import type { ReactElement } from 'react';
import { classes, useT } from '#kernel/page/context.tsx';
import { Icon } from '#kernel/page/icons.tsx';
import { hueOf, initialsOf } from '#kernel/page/people.tsx';
import { Picture } from '#kernel/page/picture.tsx';
import { isSealed, type ListedProduction, logoOf } from './production.ts';
import { seal } from './seal-messages.ts';

/** Leads to the public check page: a seal that cannot be checked is only a picture. Nothing for a company without one. */
export function VerifiedSeal({
  production,
}: {
  production: Pick<ListedProduction, 'name' | 'isVerified' | 'isActive' | 'sealToken'>;
}): ReactElement | null {
  const t = useT();
  if (!isSealed(production) || !production.sealToken) return null;
  return (
    <a
      className="tag tone-success relative z-2 no-underline hover:underline"
      href={`/verify/${production.sealToken}`}
      aria-label={t(seal.check, { name: production.name })}
    >
      <Icon name="verified" />
      {t(seal.verified)}
    </a>
  );
}

const BOXES = {
  card: 'h-28 w-full',
  page: 'size-28 rounded-box border border-line',
  mark: 'size-12 rounded-field border border-line',
} as const;

/** On white whatever the theme: logos are drawn for paper. */
export function Logo({
  production,
  size,
}: {
  production: Pick<ListedProduction, 'name' | 'logoFile'>;
  /** `mark`: beside a name, in a line. */
  size: 'card' | 'page' | 'mark';
}): ReactElement {
  const logo = logoOf(production, size === 'mark' ? 96 : 320);
  const box = BOXES[size];
  if (logo) {
    return (
      <span className={classes('block shrink-0 overflow-hidden bg-white', size === 'mark' ? 'p-1' : 'p-4', box)}>
        <Picture className="size-full min-h-0 object-contain" src={logo} alt="" width={160} height={112} />
      </span>
    );
  }
  return (
    <span
      aria-hidden="true"
      className={classes(
        `hue-${hueOf(production.name)}`,
        'grid shrink-0 place-items-center bg-(--hue) font-semibold text-(--hue-ink)',
        size === 'mark' ? 'text-base' : 'text-3xl',
        box,
      )}
    >
      {initialsOf(production.name)}
    </span>
  );
}
