/** The source as a tree, for tests that read it: every message it declares, every text it writes without one. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'vite';
import { packageRoot } from '#kernel/package-root.ts';

export interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [name: string]: unknown;
}
export interface SourceFile {
  /** From the root: `src/kernel/message.ts`. */
  readonly path: string;
  readonly text: string;
  readonly program: Node;
}
export interface DeclaredMessage {
  /** `src/kernel/page/messages.ts:12`. */
  readonly at: string;
  readonly texts: Readonly<Record<'fr' | 'en' | 'ar', string>>;
}

export const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';

export function readSources(pattern: string | readonly string[]): readonly SourceFile[] {
  return globSync(pattern, { cwd: packageRoot })
    .filter((path) => !/\.test\.tsx?$|\/test-[\w-]+\.tsx?$|\.d\.ts$/.test(path))
    .sort()
    .map((path) => {
      const text = readFileSync(join(packageRoot, path), 'utf8');
      return { path, text, program: parseSync(path, text).program as unknown as Node };
    });
}

/** Every node with those around it, nearest first. `false` leaves out what is inside. */
export function walk(node: Node, visit: (node: Node, around: readonly Node[]) => boolean | undefined, around: readonly Node[] = []): void {
  if (visit(node, around) === false) return;
  const outer = [node, ...around];
  for (const value of Object.values(node))
    for (const child of Array.isArray(value) ? (value as unknown[]) : [value]) if (isNode(child)) walk(child, visit, outer);
}

export const placeOf = ({ path, text }: SourceFile, { start }: Node): string => `${path}:${text.slice(0, start).split('\n').length}`;

/** A string that stands in the source as it is: quoted, or a template with nothing to fill. */
export function literalOf(node: unknown): string | null {
  if (!isNode(node)) return null;
  if (node.type === 'Literal' && typeof node['value'] === 'string') return node['value'];
  if (node.type !== 'TemplateLiteral') return null;
  const [only, ...more] = node['quasis'] as readonly { readonly value: { readonly cooked: string } }[];
  return only && more.length === 0 ? only.value.cooked : null;
}

/** Objects with a text in each of the three languages, wherever they stand. */
export function messagesOf(file: SourceFile): readonly DeclaredMessage[] {
  const found: DeclaredMessage[] = [];
  walk(file.program, (node) => {
    if (node.type !== 'ObjectExpression') return undefined;
    const properties = node['properties'] as readonly Node[];
    const textOf = (language: string): string | null =>
      literalOf(properties.find((property) => isNode(property['key']) && property['key']['name'] === language)?.['value']);
    const [fr, en, ar] = [textOf('fr'), textOf('en'), textOf('ar')];
    if (fr !== null && en !== null && ar !== null) found.push({ at: placeOf(file, node), texts: { fr, en, ar } });
    return undefined;
  });
  return found;
}
