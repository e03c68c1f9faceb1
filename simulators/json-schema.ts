/** What the doubles of models know of JSON Schema: whether OpenAI would call it strict, and one value that it allows. */
export interface Schema {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: unknown;
  readonly items?: Schema;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly minItems?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
}

/** Every property required and no other allowed, all the way down. */
export const isStrict = (schema: Schema): boolean =>
  (!schema.properties ||
    (schema.additionalProperties === false && Object.keys(schema.properties).every((name) => schema.required?.includes(name)))) &&
  [...Object.values(schema.properties ?? {}), ...(schema.items ? [schema.items] : []), ...(schema.anyOf ?? [])].every(isStrict);

/** A value that the schema allows; the same one every time. */
export function fitting(schema: Schema): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  if (schema.anyOf) return fitting(schema.anyOf[0] ?? {});
  if (schema.type === 'array') return Array.from({ length: Math.max(1, schema.minItems ?? 1) }, () => fitting(schema.items ?? {}));
  if (schema.type === 'boolean') return true;
  if (schema.type === 'string') return 'Réponse simulée'.padEnd(schema.minLength ?? 0, '.');
  if (schema.type === 'integer' || schema.type === 'number') {
    const [least, most] = [schema.minimum ?? 0, schema.maximum ?? 100];
    return Math.floor((least + most) / 2);
  }
  return Object.fromEntries(Object.entries(schema.properties ?? {}).map(([name, inside]) => [name, fitting(inside)]));
}
