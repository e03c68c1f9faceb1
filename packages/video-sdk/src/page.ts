/** One page of a list, which leads on to those after it. */
import { type Connection, json, type RequestOptions } from './http.ts';

export interface Page<T> extends AsyncIterable<T> {
  readonly items: readonly T[];
  readonly total: number;
  readonly page: number;
  readonly limit: number;
  readonly pages: number;
  /** Null after the last. */
  next(): Promise<Page<T> | null>;
}

export interface PageQuery {
  readonly page?: number;
  /** At most 100. */
  readonly limit?: number;
}

type Query = Readonly<Record<string, string | number | undefined>>;
type Told<T> = Omit<Page<T>, 'next' | typeof Symbol.asyncIterator>;

/** `for await (const item of await list(…))` walks over this page and all after it. */
export async function pageOf<T>(connection: Connection, path: string, query: object, options: RequestOptions): Promise<Page<T>> {
  const asked = query as Query;
  const { items, total, page, limit, pages } = await json<Told<T>>(connection, { ...options, path, query: asked });
  const next = async (): Promise<Page<T> | null> =>
    page < pages ? pageOf<T>(connection, path, { ...asked, page: page + 1, limit }, options) : null;
  return {
    ...{ items, total, page, limit, pages, next },
    async *[Symbol.asyncIterator]() {
      yield* items;
      for (let more = await next(); more; more = await more.next()) yield* more.items;
    },
  };
}
