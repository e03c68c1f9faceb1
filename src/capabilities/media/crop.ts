/** Which part of a picture is kept so that it fits into a frame. Pure: screens draw the same rectangle that is cut later. */

/** In pixels of the picture as it is seen (upright). */
export interface Crop {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** What a platform takes. Ratios are width / height; `minRatio` 0 and `maxRatio` Infinity leave the form free. */
export interface Frame {
  readonly minRatio: number;
  readonly maxRatio: number;
  /** Pixels, after scaling. */
  readonly minWidth: number;
  readonly maxWidth: number;
  readonly maxHeight: number;
  readonly maxBytes: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The largest rectangle within `wanted` (default: the whole picture), around its middle, whose ratio the frame allows. */
export function cropFor(width: number, height: number, frame: Frame, wanted: Crop = { left: 0, top: 0, width, height }): Crop {
  const { lowest, highest } = ratiosOf(frame);
  const ratio = wanted.width / wanted.height;
  const kept = {
    width: ratio > highest ? Math.max(1, Math.floor(wanted.height * highest)) : wanted.width,
    height: ratio < lowest ? Math.max(1, Math.floor(wanted.width / lowest)) : wanted.height,
  };
  return {
    left: wanted.left + Math.floor((wanted.width - kept.width) / 2),
    top: wanted.top + Math.floor((wanted.height - kept.height) / 2),
    ...kept,
  };
}

/** The size a crop is scaled to: as large as it is when that fits, never made larger but to the least width. */
export function sizeFor({ width, height }: Size, frame: Frame): Size {
  const { lowest, highest } = ratiosOf(frame);
  const largest = Math.min(frame.maxWidth, Math.floor((frame.maxHeight * width) / height));
  const scaled = Math.max(frame.minWidth, Math.min(width, largest));
  // Rounding must not push the ratio out of the frame by a pixel.
  const tall = Math.round((scaled * height) / width);
  const fits = Math.min(Math.floor(scaled / lowest), Math.max(Math.ceil(scaled / highest), tall));
  return { width: scaled, height: Math.max(1, Math.min(frame.maxHeight, fits)) };
}

/** Whether the rectangle has whole sides and lies inside the picture. */
export const isInside = ({ left, top, width, height }: Crop, picture: Size): boolean =>
  [left, top, width, height].every(Number.isInteger) &&
  Math.min(left, top) >= 0 &&
  Math.min(width, height) >= 1 &&
  left + width <= picture.width &&
  top + height <= picture.height;

/** A picture too tall for the least width at the greatest height has to lose some of it as well. */
const ratiosOf = ({ minRatio, maxRatio, minWidth, maxHeight }: Frame) => ({
  lowest: Math.max(minRatio, minWidth / maxHeight),
  highest: maxRatio,
});
