/** Widths a stored picture is also given in (`?w=320`): what the pages use, so that nobody can ask for thousands. */
export const PICTURE_WIDTHS = [64, 96, 160, 320, 640, 1280] as const;

const SMALL = /^([^?]+)\?w=\d+$/;
/** Screens of phones show up to three pixels where a page says one. */
const DENSITIES = [1, 2, 3] as const;

/** For a picture that is `side` wide wherever it is shown: the width that each kind of screen needs. */
export function densitiesOf(src: string, side: number): string | undefined {
  const [, base] = SMALL.exec(src) ?? [];
  if (!base) return undefined;
  const largest = PICTURE_WIDTHS.at(-1) ?? side;
  const steps = DENSITIES.map((density) => ({ density, width: PICTURE_WIDTHS.find((width) => width >= side * density) ?? largest }));
  return steps.map(({ density, width }) => `${base}?w=${width} ${density}x`).join(', ');
}

/** For a picture whose width depends on the page: every width up to `widest`, for the browser to choose by `sizes`. */
export function widthsOf(src: string, widest: number): string | undefined {
  const [, base] = SMALL.exec(src) ?? [];
  if (!base) return undefined;
  return PICTURE_WIDTHS.filter((width) => width >= 160 && width <= widest)
    .map((width) => `${base}?w=${width} ${width}w`)
    .join(', ');
}
