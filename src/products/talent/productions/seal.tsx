/** How the seal and the logo of a company look wherever they are shown. */
import type { ReactElement } from 'react';
import { classes, useT } from '#kernel/page/context.tsx';
import { Icon } from '#kernel/page/icons.tsx';
import { hueOf, initialsOf } from '#kernel/page/people.tsx';
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

/** On white whatever the theme: logos are drawn for paper. */
export function Logo({
  production,
  size,
}: {
  production: Pick<ListedProduction, 'name' | 'logoFile'>;
  size: 'card' | 'page';
}): ReactElement {
  const logo = logoOf(production, 320);
  const box = size === 'card' ? 'h-28 w-full' : 'size-28 rounded-box border border-line';
  if (logo) {
    return (
      <span className={classes('block shrink-0 overflow-hidden bg-white p-4', box)}>
        <img className="size-full min-h-0 object-contain" src={logo} alt="" loading="lazy" decoding="async" />
      </span>
    );
  }
  return (
    <span
      aria-hidden="true"
      className={classes(
        `hue-${hueOf(production.name)}`,
        'grid shrink-0 place-items-center bg-(--hue) text-3xl font-semibold text-(--hue-ink)',
        box,
      )}
    >
      {initialsOf(production.name)}
    </span>
  );
}
