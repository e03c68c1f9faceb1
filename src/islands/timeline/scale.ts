/** Seconds and pixels, and the lines of the ruler. */

export interface Scale {
  /** Pixels of a second. */
  readonly zoom: number;
  toPixels(seconds: number): number;
  toSeconds(pixels: number): number;
}

export const LEAST_ZOOM = 3;
export const MOST_ZOOM = 400;

export const scaleOf = (zoom: number): Scale => ({
  zoom,
  toPixels: (seconds) => seconds * zoom,
  toSeconds: (pixels) => pixels / zoom,
});

const STEPS = [0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600];
const ROOM = 72;

/** Seconds between two written times, so that they do not touch. */
export const stepOf = (zoom: number): number => STEPS.find((step) => step * zoom >= ROOM) ?? 600;

/** `0:05`, `1:02:03`; tenths when they matter. */
export function clockText(seconds: number, tenths = false): string {
  const all = tenths ? Math.round(seconds * 10) / 10 : Math.round(seconds);
  const whole = Math.floor(all);
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const two = (value: number): string => String(value).padStart(2, '0');
  const clock = hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
  return tenths ? `${clock}.${Math.round((all - whole) * 10)}` : clock;
}
