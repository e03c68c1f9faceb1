/** What one chooses about a picture by looking: its style, its shape, how many. */
import type { ReactElement } from 'react';
import { IMAGE_STYLES } from '#capabilities/generation/generation.ts';
import { useT } from '#kernel/page/context.tsx';
import { Ltr } from '#kernel/page/facts.tsx';
import { LookChoices } from '#kernel/page/look-choices.tsx';
import { MOST_VARIATIONS } from '../pictures/pictures.ts';
import { styleHints, styleNames } from './labels.ts';
import { order as m } from './messages.ts';
import { SIZES, type Size } from './sizes.ts';
import { StylePreview } from './style-previews.tsx';

export function StyleField(): ReactElement {
  const t = useT();
  const choices = IMAGE_STYLES.map((style) => ({
    value: style,
    look: (
      <>
        <StylePreview style={style} />
        <span className="look-words">
          <strong>{t(styleNames[style])}</strong>
          <small>{t(styleHints[style])}</small>
        </span>
      </>
    ),
  }));
  return <LookChoices name="style" label={m.style} className="look-styles" choices={choices} />;
}

export function SizeField(): ReactElement {
  const t = useT();
  const choices = SIZES.map((size) => ({
    value: size.value,
    look: (
      <>
        <Shape size={size} />
        <span className="look-words">
          <strong className="sr-only">{t(size.name)}</strong>
          <small>
            <Ltr>{`${size.width}×${size.height}`}</Ltr>
          </small>
        </span>
      </>
    ),
  }));
  return <LookChoices name="size" label={m.size} className="look-sizes" choices={choices} />;
}

const MOST = 1024;

/** All nine to one scale. */
const Shape = ({ size: { width, height } }: { size: Size }): ReactElement => (
  <svg className="look-shape" viewBox={`-40 -40 ${MOST + 80} ${MOST + 80}`} aria-hidden="true">
    <rect x={(MOST - width) / 2} y={(MOST - height) / 2} width={width} height={height} rx="36" />
  </svg>
);

export function CountField(): ReactElement {
  const choices = Array.from({ length: MOST_VARIATIONS }, (_, index) => ({
    value: String(index + 1),
    look: <span className="look-words">{index + 1}</span>,
  }));
  return <LookChoices name="variations" label={m.count} className="look-counts" choices={choices} />;
}
