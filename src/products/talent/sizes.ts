/** Sizes of files as people read them. */
import { type Language, localeOf } from '#kernel/message.ts';

/** `12,4 Mo` */
export function sizeIn(language: Language, bytes: number): string {
  const [unit, divisor] =
    bytes >= 1e9 ? (['gigabyte', 1e9] as const) : bytes >= 1e6 ? (['megabyte', 1e6] as const) : (['kilobyte', 1e3] as const);
  const format = { style: 'unit', unit, maximumFractionDigits: 1 } as const;
  return new Intl.NumberFormat(localeOf(language), format).format(bytes / divisor);
}
