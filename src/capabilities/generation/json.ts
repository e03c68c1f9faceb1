/** What comes from outside, read without trusting its shape. */
import type { Exchange } from './exchange.ts';

export type Json = Readonly<Record<string, unknown>>;

/** Empty for anything but an object. */
export const recordOf = (value: unknown): Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
/** Null for anything but words. */
export const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
export const headerOf = ({ headers }: Pick<Exchange, 'headers'>, name: string): string | null => textOf([headers[name] ?? ''].flat()[0]);
/** Of a request, a task or a prediction: at most 120 characters. */
export const idOf = (value: unknown): string | null => textOf(value)?.slice(0, 120) ?? null;
