/** Platforms as people recognise them: a coloured tile with the sign, and the name beside it or said aloud. */
import type { ReactElement } from 'react';
import { classes } from '#kernel/page/context.tsx';
import type { PlatformName } from './platform.ts';

export const PLATFORM_TITLES: Readonly<Record<PlatformName, string>> = {
  ...{ instagram: 'Instagram', facebook: 'Facebook', twitter: 'X' },
  ...{ youtube: 'YouTube', linkedin: 'LinkedIn', tiktok: 'TikTok' },
};

const SIGNS: Readonly<Record<PlatformName, string>> = {
  instagram:
    'M8 4h8a4 4 0 0 1 4 4v8a4 4 0 0 1-4 4H8a4 4 0 0 1-4-4V8a4 4 0 0 1 4-4zM8.4 12a3.6 3.6 0 1 0 7.2 0a3.6 3.6 0 1 0-7.2 0M16.8 7.2h.01',
  facebook: 'M17.5 3.5h-2.6a4.2 4.2 0 0 0-4.2 4.2v3H8v3.6h2.7v6.2h3.7v-6.2h2.8l.7-3.6h-3.5V8a1 1 0 0 1 1-1h2.1z',
  twitter: 'M5 4.5h3.6L19 19.5h-3.6zM19 4.5l-5.9 6.4M11 13.2l-6 6.3',
  youtube: 'M6 6h12a3 3 0 0 1 3 3v6a3 3 0 0 1-3 3H6a3 3 0 0 1-3-3V9a3 3 0 0 1 3-3zM10 9.2v5.6l5-2.8z',
  linkedin: 'M6 10v8M6 6.2h.01M10.5 18v-8M10.5 13.5c0-2.2 1.5-3.5 3.6-3.5 2.3 0 3.4 1.4 3.4 3.9V18',
  tiktok: 'M13.5 4v10.4a3.3 3.3 0 1 1-3.3-3.3M13.5 4c.3 2.5 2 4.2 4.5 4.4',
};

/** `named` says the platform aloud; without it the words beside it do. */
export function PlatformMark({ platform, named, large }: { platform: PlatformName; named?: boolean; large?: boolean }): ReactElement {
  const voice = named ? ({ role: 'img', 'aria-label': PLATFORM_TITLES[platform] } as const) : ({ 'aria-hidden': true } as const);
  return (
    <span className={classes('platform-mark', `platform-${platform}`, large && 'platform-mark-lg')} {...voice}>
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <path d={SIGNS[platform]} />
      </svg>
    </span>
  );
}

export function NamedPlatform({ platform }: { platform: PlatformName }): ReactElement {
  return (
    <span className="platform-name">
      <PlatformMark platform={platform} />
      {PLATFORM_TITLES[platform]}
    </span>
  );
}
