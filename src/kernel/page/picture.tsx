/**
 * A stored picture in the size the reader's screen needs: `<Picture src="/static/uploads/photos/ab.jpg?w=320" sizes="50vw" … />`. The
 * address names one width; the others come from it. The server gives AVIF or WebP by what the browser says it can show.
 */
import type { ReactElement } from 'react';
import { densitiesOf, widthsOf } from './picture-widths.ts';

export interface PictureProps {
  readonly src: string;
  /** Empty beside words that say the same. */
  readonly alt: string;
  /** Of the picture or the box it fills, so that nothing jumps when it comes. */
  readonly width: number;
  readonly height: number;
  /** How wide it is shown, as the attribute of the same name; without it always `width` pixels. */
  readonly sizes?: string | undefined;
  /** The widest it is ever asked for. */
  readonly widest?: 320 | 640 | 1280;
  /** What the reader came to see: comes first, before what is further down. */
  readonly first?: boolean | undefined;
  readonly className?: string | undefined;
}

export function Picture({ src, alt, width, height, sizes, widest = 640, first, className }: PictureProps): ReactElement {
  const choice = sizes ? { srcSet: widthsOf(src, widest), sizes } : { srcSet: densitiesOf(src, width) };
  const haste = first ? ({ fetchPriority: 'high' } as const) : ({ loading: 'lazy' } as const);
  return (
    <img className={className} src={src} {...choice} alt={alt} translate="no" width={width} height={height} decoding="async" {...haste} />
  );
}
