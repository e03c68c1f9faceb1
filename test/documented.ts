/** The fields that the documents print for an answer (`results[].image.id:integer`), and where an answer departs from them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '#kernel/package-root.ts';

const FIELDS = JSON.parse(readFileSync(join(packageRoot, 'test/fixtures/spec/fields.json'), 'utf8')) as Readonly<
  Record<string, readonly string[]>
>;

/** How many fields the documents print for the request `images.auth.login`. */
export const documentedFields = (request: string): readonly string[] => FIELDS[request] ?? [];

/**
 * Every documented field that the answer lacks, or has with another type. Of lists each element is looked at; an empty one says nothing
 * of its elements and is a departure. `nullable` names fields that may be null though the example is not.
 */
export function departuresFrom(request: string, body: unknown, { nullable = [] as readonly string[] } = {}): readonly string[] {
  const fields = FIELDS[request];
  if (!fields) throw new Error(`no document prints an answer of ${request}`);
  return fields.flatMap((field) => {
    const [path = '', type = ''] = field.split(':');
    const found = valuesAt(
      body,
      path.split('.').flatMap((step) => step.split(/(?=\[\])/)),
    );
    if (found.length === 0) return [`${path} is missing`];
    return found
      .filter((value) => !(value === null && (nullable.includes(path) || type === 'null')) && !isOf(type, value))
      .map((value) => `${path} is ${JSON.stringify(value)}, not ${type}`);
  });
}

function valuesAt(body: unknown, [step, ...rest]: readonly string[]): readonly unknown[] {
  if (step === undefined) return [body];
  if (step === '[]') return Array.isArray(body) ? body.flatMap((item: unknown) => valuesAt(item, rest)) : [];
  if (typeof body !== 'object' || body === null || !Object.hasOwn(body, step)) return [undefined];
  return valuesAt((body as Readonly<Record<string, unknown>>)[step], rest);
}

function isOf(type: string, value: unknown): boolean {
  if (type === 'integer') return Number.isInteger(value);
  if (type === 'array') return Array.isArray(value);
  if (type.startsWith('object')) return typeof value === 'object' && value !== null && !Array.isArray(value);
  // What the example prints as null: any value of a next or previous page.
  if (type === 'null') return value === null || typeof value === 'string';
  return typeof value === type;
}
