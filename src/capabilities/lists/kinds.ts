/** What a room says about its list, once, when the studio is put together. */
import type { FastifyRequest } from 'fastify';
import type { ReactNode } from 'react';
import type { Access } from '#kernel/http/access.ts';
import type { FormBody } from '#kernel/http/forms.ts';
import type { Message } from '#kernel/message.ts';
import type { IconName } from '#kernel/page/icons.tsx';

/** What taking an act back needs to know: how the thing was before. */
export type Memory = string | number | boolean | null;

/** Who is chosen, by number, with the name that people know. */
export type Named = ReadonlyMap<number, string>;

export interface BulkAct {
  readonly label: Message;
  readonly icon: IconName;
  readonly tone?: 'danger';
  readonly access?: Access;
  /** « {count, plural, …} » */
  readonly done: Message;
  /** Without it the act happens at once: only for what can be taken back. */
  readonly ask?: {
    /** `{count, plural, …}` */
    readonly title: Message;
    readonly text: Message;
    readonly submit?: Message;
    /** What else must be said: a number of days, tags. */
    readonly fields?: (form: FormBody) => ReactNode;
    /** The number of those chosen must be typed: nothing brings them back. */
    readonly typed?: boolean;
  };
  /** What the form says is read once, before anything happens; throws a failure that names the fields. */
  readonly read?: (form: FormBody) => void;
  /** One of them, by the use-case of its room. A `Failure` spares this one and is reported. */
  run(request: FastifyRequest, id: number, form: FormBody): Promise<Memory>;
  readonly undo?: {
    readonly done: Message;
    run(request: FastifyRequest, id: number, memory: Memory): Promise<void>;
  };
}

export interface ListKind {
  /** Its name in addresses and tables: `users`. */
  readonly key: string;
  /** The address of the list when nothing is chosen; it may hold a query: `/publications?view=list`. */
  readonly path: string;
  readonly title: Message;
  /** Who keeps views of it, chooses its columns and acts on it. */
  readonly access: Access;
  /** Query values that say what is shown, in the order in which they are written. */
  readonly kept: readonly string[];
  /** Values that mean the same as nothing: `view=cards`. */
  readonly plain?: Readonly<Record<string, string>>;
  readonly acts?: Readonly<Record<string, BulkAct>>;
  /** Of these, whom the reader may choose. */
  names?(request: FastifyRequest, ids: readonly number[]): Promise<Named>;
  /** Everybody whom the filters of an address leave, at most so many. */
  find?(
    request: FastifyRequest,
    query: URLSearchParams,
    most: number,
  ): Promise<{ readonly ids: readonly number[]; readonly total: number }>;
}

/** The columns of a table are part of what is shown. */
export const keptOf = ({ kept }: Pick<ListKind, 'kept'>): readonly string[] => [...kept, 'cols'];

export const withQuery = (path: string, query: string): string =>
  query === '' ? path : `${path}${path.includes('?') ? '&' : '?'}${query}`;

type Asked = URLSearchParams | Readonly<Record<string, string | readonly string[] | undefined>>;

/** The part of an address that says what is shown: in one order, so that two addresses of one list are one text. */
export function canonicalQuery(kind: Pick<ListKind, 'kept' | 'plain'>, query: Asked): string {
  const own = query instanceof URLSearchParams ? Object.fromEntries([...query.keys()].map((name) => [name, query.getAll(name)])) : query;
  const pairs = keptOf(kind).flatMap((name) => {
    const texts = [...new Set([own[name] ?? []].flat())].filter((text) => text.trim() !== '' && text !== kind.plain?.[name]);
    return texts.sort().map((text) => [name, text] as [string, string]);
  });
  return new URLSearchParams(pairs).toString();
}
