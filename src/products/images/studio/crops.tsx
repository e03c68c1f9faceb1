/** How each platform will show a picture: the very rectangle that is cut when a post is planned. */
import type { ReactElement } from 'react';
import { type Crop, cropFor } from '#capabilities/media/media.ts';
import { PICTURE_PLATFORMS, type PicturePlatform } from '#capabilities/publishing/publishing.ts';
import { localeOf } from '#kernel/message.ts';
import { usePage, useT } from '#kernel/page/context.tsx';
import { crops as m } from './review-messages.ts';
import type { Picture, StudioTools } from './tools.ts';

export interface PlatformCrop {
  readonly name: PicturePlatform;
  /** As people call the platform. */
  readonly title: string;
  readonly crop: Crop;
  /** 0 to 1: how much of the picture stays. */
  readonly kept: number;
  /** Pixels it is blown up to, when it is smaller than the platform takes. */
  readonly enlarged: number | null;
}

export const cropsOf = ({ publishing }: Pick<StudioTools, 'publishing'>, { width, height }: Picture): readonly PlatformCrop[] =>
  PICTURE_PLATFORMS.map((name) => {
    const { title, frame } = publishing.platform(name);
    const crop = cropFor(width, height, frame);
    const kept = (crop.width * crop.height) / (width * height);
    return { name, title, crop, kept, enlarged: crop.width < frame.minWidth ? frame.minWidth : null };
  });

/** Small pictures, each cut as the platform cuts it. */
export function Crops({ picture, crops }: { picture: Picture; crops: readonly PlatformCrop[] }): ReactElement {
  const t = useT();
  return (
    <section className="crops" aria-labelledby="crops-title">
      <h2 className="crops-title" id="crops-title">
        {t(m.title)}
      </h2>
      <ul>
        {crops.map((each) => (
          <li key={each.name}>
            <CropFigure picture={picture} {...each} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function CropFigure({ picture, title, crop, kept, enlarged }: PlatformCrop & { picture: Picture }): ReactElement {
  const t = useT();
  const { language } = usePage();
  const percent = new Intl.NumberFormat(localeOf(language), { maximumFractionDigits: 0 }).format(kept * 100);
  return (
    <figure className="crop">
      <svg className="crop-picture" viewBox={`${crop.left} ${crop.top} ${crop.width} ${crop.height}`} aria-hidden="true">
        <image href={`/media/${picture.file ?? ''}?w=320`} width={picture.width} height={picture.height} preserveAspectRatio="none" />
      </svg>
      <figcaption>
        <strong>{title}</strong>
        <small>{kept > 0.995 ? t(m.whole) : t(m.kept, { percent })}</small>
        {enlarged && <small className="crop-warning">{t(m.small, { width: enlarged })}</small>}
      </figcaption>
    </figure>
  );
}
