/** How a post will look on a platform: its frame on the picture, its exact words. Drawn without a script; the island keeps it fresh. */
import type { ReactElement } from 'react';
import {
  type Connection,
  type PictureFrame,
  type PicturePlatform,
  PLATFORM_TITLES,
  PlatformMark,
} from '#capabilities/publishing/publishing.ts';
import { useT } from '#kernel/page/context.tsx';
import { cropAt, isWhole } from './composer-form.ts';
import { compose as m } from './composer-messages.ts';
import { type Picture, pictureSrc } from './picture-src.ts';

export interface PreviewProps {
  readonly platform: PicturePlatform;
  readonly frame: PictureFrame;
  readonly picture: Picture | null;
  /** 0 to 100. */
  readonly percent: number;
  readonly text: string;
  readonly connection: Pick<Connection, 'name' | 'username'> | null;
}

export function Preview({ platform, frame, picture, percent, text, connection }: PreviewProps): ReactElement {
  const t = useT();
  const title = PLATFORM_TITLES[platform];
  const { minRatio, maxRatio, minWidth, maxWidth, maxHeight } = frame;
  const facts = { minRatio, maxRatio: Number.isFinite(maxRatio) ? maxRatio : null, minWidth, maxWidth, maxHeight };
  return (
    <article className={`preview preview-${platform}`} aria-label={t(m.previewOn, { platform: title })} data-preview={platform}>
      <header className="preview-head">
        <PlatformMark platform={platform} large />
        <p>
          <strong>{connection?.name || title}</strong>
          <small>
            <bdi dir="ltr">{connection?.username ? `@${connection.username}` : title}</bdi>
          </small>
        </p>
      </header>
      <Cropped picture={picture} frame={frame} percent={percent} facts={JSON.stringify(facts)} />
      <p className="preview-text" dir="auto" data-text data-empty={t(m.writeFirst)}>
        {text}
      </p>
      <CropField platform={platform} percent={percent} isCut={picture !== null && !isWhole(cropAt(picture, frame, percent), picture)} />
    </article>
  );
}

interface CroppedProps {
  readonly picture: Picture | null;
  readonly frame: PictureFrame;
  readonly percent: number;
  readonly facts: string;
}

/** The view box is the crop: what one sees is what is cut. */
function Cropped({ picture, frame, percent, facts }: CroppedProps): ReactElement {
  const { width, height } = picture ?? { width: 1, height: 1 };
  const { left, top, ...kept } = picture ? cropAt(picture, frame, percent) : { left: 0, top: 0, width: 1, height: 1 };
  return (
    <svg
      className="preview-picture"
      viewBox={`${left} ${top} ${kept.width} ${kept.height}`}
      data-frame={facts}
      data-width={width}
      data-height={height}
      aria-hidden="true"
    >
      <image href={picture?.file ? pictureSrc(picture.file) : undefined} width={width} height={height} preserveAspectRatio="none" />
    </svg>
  );
}

function CropField({ platform, percent, isCut }: { platform: PicturePlatform; percent: number; isCut: boolean }): ReactElement {
  const t = useT();
  return (
    <div className="preview-crop" data-crop hidden={!isCut}>
      <label>
        <span>{t(m.crop, { platform: PLATFORM_TITLES[platform] })}</span>
        <input type="range" name={`crop_${platform}`} min="0" max="100" step="1" defaultValue={percent} className="range range-sm" />
      </label>
      <small>{t(m.cropHint)}</small>
    </div>
  );
}
