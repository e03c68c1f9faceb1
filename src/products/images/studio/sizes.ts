/** The nine sizes of the document, each with its real proportions. */
import type { Message } from '#kernel/message.ts';
import { shapeNames } from './labels.ts';

export interface Size {
  /** `1024x512`, as the form sends it. */
  readonly value: string;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  readonly name: Message;
}

const SIDES = [1024, 512, 256] as const;
const sizeOf = (width: number, height: number): Size => ({
  value: `${width}x${height}`,
  width,
  height,
  name: width === height ? shapeNames.square : width > height ? shapeNames.landscape : shapeNames.portrait,
});

/** Squares first, the greatest first. */
export const SIZES: readonly Size[] = [
  ...SIDES.map((side) => sizeOf(side, side)),
  ...SIDES.flatMap((width) => SIDES.filter((height) => height < width).map((height) => sizeOf(width, height))),
  ...SIDES.flatMap((height) => SIDES.filter((width) => width < height).map((width) => sizeOf(width, height))),
];

/** `width` and `height` of the field `size`, as the order wants them; what is no size goes on as it is, to be refused by name. */
export function sidesOf(size: string): { readonly width?: string; readonly height?: string } {
  if (size === '') return {};
  const [width = '', height = ''] = size.split('x');
  return { width, height };
}
