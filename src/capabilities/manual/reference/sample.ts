/** A value that a schema would take, for answers that nobody has recorded: short, the same at every reading, and said to be made up. */
import type { Schema } from './schema-sketch.ts';

/** Names mean the same wherever they stand. */
const KNOWN: readonly (readonly [name: RegExp, value: unknown])[] = [
  [/(^|_)email$/, 'amina@example.com'],
  [/unique_code$|talent_code$|^code$/, 'MAM0002RAB'],
  [/^first_name$/, 'Amina'],
  [/^last_name$/, 'Benali'],
  [/(^|_)url$/, 'https://studio.example/…'],
  [/(_at|_time|_until)$/, '2026-01-31T10:30:00Z'],
  [/(^|_)date($|_)/, '2026-01-31'],
  [/(^|_)language$/, 'fr'],
  [/^success$/, true],
];

export function sampleOf(schema: Schema | undefined, name = ''): unknown {
  if (!schema) return null;
  if ('const' in schema) return schema.const;
  if (schema.enum) return schema.enum[0];
  if (schema.anyOf)
    return sampleOf(
      schema.anyOf.find(({ type }) => type !== 'null'),
      name,
    );
  if (schema.properties) return Object.fromEntries(Object.entries(schema.properties).map(([key, value]) => [key, sampleOf(value, key)]));
  if (schema.items) return [sampleOf(schema.items)];
  return plainOf(schema, name);
}

function plainOf(schema: Schema, name: string): unknown {
  const [type] = [schema.type ?? 'object'].flat();
  if (type === 'object') return {};
  if (type === 'array') return [];
  if (type === 'boolean') return KNOWN.find(([pattern]) => pattern.test(name))?.[1] === true;
  if (type === 'integer' || type === 'number') return Math.max(1, schema.minimum ?? 1);
  return KNOWN.find(([pattern, value]) => typeof value === 'string' && pattern.test(name))?.[1] ?? '…';
}
