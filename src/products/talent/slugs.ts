/** Addresses that people can read: `/castings/pirogues-12`. The number finds the row, the words may change. */
import { failure } from '#kernel/failure.ts';
import { fold } from '#kernel/text.ts';

const LONGEST = 60;

export function slugOf(name: string, id: number): string {
  const words = fold(name)
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST)
    .replace(/^-+|-+$/g, '');
  return words ? `${words}-${id}` : String(id);
}

/** The number at the end; 404 without one. */
export function idOfSlug(slug: string): number {
  const [, id] = /(?:^|-)([1-9]\d{0,8})$/.exec(slug) ?? [];
  if (!id) throw failure.notFound();
  return Number(id);
}
