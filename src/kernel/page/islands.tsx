/**
 * Islands: pieces of a page that a small script makes better. What is inside works without the script.
 *
 * `<Island name="copy" props={{ text }}>fallback</Island>` marks the place and asks for the script; the document then loads
 * it once. The scripts live in src/islands, one entry each (vite.config.ts), and find their places by `data-island`.
 */
import type { ReactElement, ReactNode } from 'react';
import { classes, usePage } from './context.tsx';

export const ISLANDS = [
  'shell',
  'offline',
  'uploads',
  'drafts',
  'copy',
  'password',
  'cities',
  'counter',
  'palette',
  'bell',
  'filters',
  'lists',
  'picker',
  'gallery',
  'casting',
  'matching',
  'titles',
  'scanner',
  'studio-order',
  'studio-board',
  'studio-review',
  'calendar',
  'composer',
  'film-wizard',
  'film-listen',
  'film-script',
  'film-board',
  'film-publish',
  'timeline',
  'promo-media',
  'finder',
  'try-token',
  'try-it',
] as const;
export type IslandName = (typeof ISLANDS)[number];

export interface IslandProps {
  readonly name: IslandName;
  /** Travels as JSON in `data-props`: texts already in the reader's language, addresses, numbers. Never a secret. */
  readonly props?: Readonly<Record<string, unknown>>;
  /** A `span` instead of a `div`. */
  readonly inline?: boolean;
  readonly className?: string;
  readonly children?: ReactNode;
}

export function Island({ name, props, inline, className, children }: IslandProps): ReactElement {
  const page = usePage();
  page.need(name);
  const Tag = inline ? 'span' : 'div';
  return (
    <Tag data-island={name} data-props={props && JSON.stringify(props)} className={classes('island', className)}>
      {children}
    </Tag>
  );
}
