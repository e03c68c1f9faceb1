/** The HTML document around a frame: language, direction, theme, files. */
import type { ReactElement, ReactNode } from 'react';
import type { BuiltFiles } from './assets.ts';
import { type Page, useT } from './context.tsx';
import { pageMessages as m } from './messages.ts';
import { type Metadata, MetadataTags } from './metadata.tsx';

/** The browser's own bars take the colour of the page; the same values as `--color-base-200` in assets/studio.css. */
const BAR_COLOUR = { light: '#f6f1e9', dark: '#15100d' } as const;

export interface HeadProps {
  readonly page: Page;
  readonly title: string;
  readonly files: BuiltFiles;
  readonly islands: readonly string[];
  readonly head?: ReactNode;
  readonly metadata?: Metadata | undefined;
  /** Of the application this page installs as. */
  readonly manifest?: string | undefined;
}

export function Head({
  page,
  title,
  files,
  islands,
  head,
  metadata,
  manifest = `/manifest.webmanifest?lang=${page.language}`,
}: HeadProps): ReactElement {
  const full = title === page.siteName ? title : `${title} · ${page.siteName}`;
  const scripts = files.scriptsOf(islands);
  return (
    <head>
      <meta charSet="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
      <title>{full}</title>
      <MetadataTags title={title} metadata={metadata} />
      <meta name="color-scheme" content={page.theme === 'system' ? 'light dark' : page.theme} />
      {page.theme === 'system' ? (
        <>
          <meta name="theme-color" media="(prefers-color-scheme: light)" content={BAR_COLOUR.light} />
          <meta name="theme-color" media="(prefers-color-scheme: dark)" content={BAR_COLOUR.dark} />
        </>
      ) : (
        <meta name="theme-color" content={BAR_COLOUR[page.theme]} />
      )}
      {files.fontsOf(page.language).map((href) => (
        <link key={href} rel="preload" as="font" type="font/woff2" crossOrigin="" href={href} />
      ))}
      <link rel="stylesheet" href={page.asset('studio.css')} />
      {page.face.favicon ? <link rel="icon" href={page.face.favicon} /> : <link rel="icon" href="/favicon.svg" type="image/svg+xml" />}
      <link rel="apple-touch-icon" href={page.face.favicon ?? '/apple-touch-icon.png'} />
      <link rel="manifest" href={manifest} />
      {scripts.preloads.map((href) => (
        <link key={href} rel="modulepreload" href={href} />
      ))}
      {scripts.entries.map((src) => (
        <script key={src} type="module" src={src} />
      ))}
      {head}
    </head>
  );
}

export function SkipLink(): ReactElement {
  const t = useT();
  return (
    <a className="skip" href="#content">
      {t(m.skip)}
    </a>
  );
}
