/** Colours as three numbers from 0 to 255, and what light does to them. */
export type Rgb = readonly [red: number, green: number, blue: number];

export const mix = (a: Rgb, b: Rgb, share: number): Rgb => [
  a[0] + (b[0] - a[0]) * share,
  a[1] + (b[1] - a[1]) * share,
  a[2] + (b[2] - a[2]) * share,
];

/** Lamps are colours around 1: `[1.1, 0.9, 0.6]` is a warm one. */
export const under = (colour: Rgb, lamp: Rgb): Rgb => [colour[0] * lamp[0], colour[1] * lamp[1], colour[2] * lamp[2]];

export const scaled = (colour: Rgb, factor: number): Rgb => [colour[0] * factor, colour[1] * factor, colour[2] * factor];

const byte = (value: number): number => (value <= 0 ? 0 : value >= 255 ? 255 : Math.round(value));

export const css = (colour: Rgb, opacity = 1): string =>
  opacity >= 1
    ? `rgb(${byte(colour[0])},${byte(colour[1])},${byte(colour[2])})`
    : `rgba(${byte(colour[0])},${byte(colour[1])},${byte(colour[2])},${Math.max(0, opacity).toFixed(3)})`;

export const brightness = (colour: Rgb): number => (0.3 * colour[0] + 0.59 * colour[1] + 0.11 * colour[2]) / 255;

/** More than 1 is more colourful. */
export function saturated(colour: Rgb, factor: number): Rgb {
  const grey = brightness(colour) * 255;
  return [grey + (colour[0] - grey) * factor, grey + (colour[1] - grey) * factor, grey + (colour[2] - grey) * factor];
}

/** Hue in turns, the rest 0 to 1. */
export function fromHue(hue: number, saturation: number, lightness: number): Rgb {
  const reach = saturation * Math.min(lightness, 1 - lightness);
  const channel = (offset: number): number => {
    const place = (offset + (((hue % 1) + 1) % 1) * 12) % 12;
    return 255 * (lightness - reach * Math.max(-1, Math.min(place - 3, 9 - place, 1)));
  };
  return [channel(0), channel(8), channel(4)];
}
