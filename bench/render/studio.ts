/** A process that only renders, as a worker of the studio does: what it takes is not mixed with what the comparison takes. */
import type { FilmPlan } from '../../src/capabilities/media/compose/compose.ts';
import { composeFilm } from '../../src/capabilities/media/compose/compose.ts';

export interface Order {
  readonly plan: FilmPlan;
  readonly cacheFolder: string;
  readonly temporaryFolder: string;
}
export type Answer = { readonly kind: 'ready' } | { readonly kind: 'done' } | { readonly kind: 'failed'; readonly reason: string };

const tell = (answer: Answer): void => void process.send?.(answer);

process.on('message', ({ plan, ...folders }: Order) => {
  composeFilm(plan, { ...folders, signal: new AbortController().signal }).then(
    () => tell({ kind: 'done' }),
    (error: unknown) => tell({ kind: 'failed', reason: String(error) }),
  );
});
tell({ kind: 'ready' });
