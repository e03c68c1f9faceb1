/** A JSON Schema as the JSON it describes, short enough to read: `"age": integer | null`. */

export interface Schema {
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly additionalProperties?: boolean | Schema;
  readonly format?: string;
  readonly description?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
}

/** Several lines, indented by two spaces; a name that may be missing carries a question mark. */
export function sketch(schema: Schema, indent = ''): string {
  const inner = `${indent}  `;
  if (schema.anyOf) return joined(schema.anyOf.map((option) => sketch(option, indent)));
  if (schema.properties) {
    const required = new Set(schema.required);
    const lines = Object.entries(schema.properties).map(
      ([name, value]) => `${inner}"${name}"${required.has(name) ? '' : '?'}: ${sketch(value, inner)}`,
    );
    return lines.length ? `{\n${lines.join(',\n')}\n${indent}}` : '{}';
  }
  if (schema.items) return `[${sketch(schema.items, indent)}]`;
  if (typeof schema.additionalProperties === 'object') return `{ "…": ${sketch(schema.additionalProperties, inner)} }`;
  return word(schema);
}

/** One line: `string (date)`, `1 … 100`, `"M" | "F"`. */
export function word(schema: Schema | undefined): string {
  if (!schema) return 'any';
  if ('const' in schema) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  if (schema.anyOf) return joined(schema.anyOf.map(word));
  const type = [schema.type ?? 'any'].flat().join(' | ');
  const limits = [
    schema.format,
    schema.minimum !== undefined && `≥ ${schema.minimum}`,
    schema.maximum !== undefined && `≤ ${schema.maximum}`,
    schema.maxLength !== undefined && `≤ ${schema.maxLength} characters`,
  ].filter(Boolean);
  return limits.length ? `${type} (${limits.join(', ')})` : type;
}

const joined = (options: readonly string[]): string => [...new Set(options)].join(' | ');
