/** An OpenAPI document as the reference reads it: operations by tag, and what each takes and answers. */
import type { Schema } from './schema-sketch.ts';

/** The parts of OpenAPI 3.1 that are shown. */
export interface ApiDocument {
  readonly info: { readonly title: string; readonly version: string; readonly description?: string };
  readonly tags?: readonly { readonly name: string; readonly description?: string }[];
  readonly paths?: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

export interface Operation {
  readonly operationId: string;
  readonly summary?: string;
  readonly description?: string;
  readonly tags?: readonly string[];
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: Content;
  readonly responses?: Readonly<Record<string, Content>>;
  /** Who may call it; see `access.ts`. */
  readonly 'x-access'?: string;
}

export interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly description?: string;
  readonly schema?: Schema;
}

export interface Content {
  readonly content?: Readonly<Record<string, { readonly schema?: Schema }>>;
}

export interface Entry {
  /** In capitals. */
  readonly method: string;
  /** `/api/v1/users/{user_id}`. */
  readonly path: string;
  readonly operation: Operation;
}

export interface Group {
  readonly name: string;
  /** Last part of its address: `users`. */
  readonly slug: string;
  readonly description: string;
  readonly entries: readonly Entry[];
}

/** Tags in the order of the document, without those that no operation has. */
export function groupsOf({ paths = {}, tags = [] }: ApiDocument): readonly Group[] {
  const entries = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  );
  const names = [...new Set([...tags.map((tag) => tag.name), ...entries.map(tagOf)])];
  return names
    .map((name) => ({
      name,
      slug: name.toLowerCase(),
      description: tags.find((tag) => tag.name === name)?.description ?? '',
      entries: entries.filter((entry) => tagOf(entry) === name),
    }))
    .filter((group) => group.entries.length > 0);
}

const tagOf = ({ operation }: Entry): string => operation.tags?.[0] ?? 'API';

export const isPublic = ({ 'x-access': access = 'public' }: Operation): boolean => access === 'public';
export const isRepeatable = ({ parameters = [] }: Operation): boolean =>
  parameters.some(({ name }) => name.toLowerCase() === 'idempotency-key');
export const isUnsafe = (method: string): boolean => method !== 'GET' && method !== 'HEAD';
/** JSON before forms: every operation that takes a form takes JSON too. */
export const schemaOf = (content: Content | undefined): Schema | undefined => Object.values(content?.content ?? {})[0]?.schema;
