/** Turns the findings of the schema validator (JSON Schema keywords) into one clear error per field. */
import { Settings } from 'typebox/system';
import type { FieldError, FieldErrors } from '../failure.ts';
import { type Message, messages, type Params } from '../message.ts';

Settings.Set({ maxErrors: 64 }); // every field is named, not only the first eight findings

interface Finding {
  readonly keyword: string;
  readonly instancePath: string;
  readonly params: Readonly<Record<string, unknown>>;
}

export const fieldMessages = messages({
  required: { fr: 'Ce champ est requis', en: 'This field is required', ar: 'هذا الحقل مطلوب' },
  unknown: { fr: 'Ce champ est inconnu', en: 'This field is unknown', ar: 'هذا الحقل غير معروف' },
  type: { fr: 'Type de valeur invalide', en: 'Wrong type of value', ar: 'نوع القيمة غير صالح' },
  format: { fr: 'Format invalide', en: 'Invalid format', ar: 'صيغة غير صالحة' },
  choice: {
    fr: 'Valeur invalide. Choisissez parmi : {values}',
    en: 'Invalid value. Choose one of: {values}',
    ar: 'قيمة غير صالحة. اختر من بين: {values}',
  },
  tooShort: {
    fr: 'Au moins {limit, plural, one {# caractère} other {# caractères}}',
    en: 'At least {limit, plural, one {# character} other {# characters}}',
    ar: '{limit, plural, zero {# حرف على الأقل} one {حرف واحد على الأقل} two {حرفان على الأقل} few {# أحرف على الأقل} many {# حرفًا على الأقل} other {# حرف على الأقل}}',
  },
  tooLong: {
    fr: 'Au plus {limit, plural, one {# caractère} other {# caractères}}',
    en: 'At most {limit, plural, one {# character} other {# characters}}',
    ar: '{limit, plural, zero {# حرف على الأكثر} one {حرف واحد على الأكثر} two {حرفان على الأكثر} few {# أحرف على الأكثر} many {# حرفًا على الأكثر} other {# حرف على الأكثر}}',
  },
  tooSmall: { fr: 'La valeur doit être au moins {limit}', en: 'The value must be at least {limit}', ar: 'يجب ألا تقل القيمة عن {limit}' },
  tooLarge: { fr: 'La valeur doit être au plus {limit}', en: 'The value must be at most {limit}', ar: 'يجب ألا تزيد القيمة عن {limit}' },
  invalid: { fr: 'Valeur invalide', en: 'Invalid value', ar: 'قيمة غير صالحة' },
});
const f = fieldMessages;

const BY_KEYWORD: Readonly<Record<string, readonly [constraint: string, message: Message]>> = {
  type: ['type', f.type],
  format: ['format', f.format],
  pattern: ['format', f.format],
  minLength: ['min_length', f.tooShort],
  maxLength: ['max_length', f.tooLong],
  minimum: ['minimum', f.tooSmall],
  exclusiveMinimum: ['minimum', f.tooSmall],
  maximum: ['maximum', f.tooLarge],
  exclusiveMaximum: ['maximum', f.tooLarge],
};

/** `{ 'user.email': { message, params, constraint } }` from validator findings; the first finding of a field speaks. */
export function fieldErrorsOf(findings: readonly unknown[]): FieldErrors {
  const list = findings as readonly Finding[];
  const errors: Record<string, FieldError> = {};
  const put = (path: string, message: Message, constraint: string, params: Params = {}): void => {
    errors[path || 'body'] ??= { message, constraint, params };
  };
  for (const { keyword, instancePath, params } of list) {
    const path = instancePath.slice(1).replaceAll('/', '.');
    const inside = (name: unknown): string => (path ? `${path}.${String(name)}` : String(name));
    if (keyword === 'required') for (const name of listOf(params['requiredProperties'])) put(inside(name), f.required, 'required');
    else if (keyword === 'additionalProperties') for (const name of listOf(params['additionalProperties'])) replace(inside(name));
    else if (keyword === 'enum') put(path, f.choice, 'choice', { values: listOf(params['allowedValues']).join(', ') });
    else if (keyword === 'const') put(path, f.choice, 'choice', { values: allowedAt(list, instancePath).join(', ') });
    else {
      const [constraint, message] = BY_KEYWORD[keyword] ?? ['invalid', f.invalid];
      put(path, message, constraint, typeof params['limit'] === 'number' ? { limit: params['limit'] } : {});
    }
  }
  return errors;

  /** An undeclared property is first reported as "schema is false": the clearer word wins. */
  function replace(path: string): void {
    errors[path] = { message: f.unknown, constraint: 'unknown' };
  }
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const allowedAt = (list: readonly Finding[], path: string): readonly unknown[] =>
  list.filter((x) => x.keyword === 'const' && x.instancePath === path).map((x) => x.params['allowedValue']);
