/** Reads the forms of this page: each field comes out as the value of its setting, or as one fault. */
import { PROVIDER_CHOICES, type ProviderChoice, type TextPurpose } from '#capabilities/generation/generation.ts';
import { type FieldError, failure } from '#kernel/failure.ts';
import { type Answers, textOf } from '../profile-form/profile-form.tsx';
import { bad, good, type Read, readChoice, readFlag } from '../readers.ts';
import { m } from './messages.ts';

/** What a model is asked for today. */
export const PURPOSES = ['cv_analysis', 'matching', 'caption'] as const satisfies readonly TextPurpose[];

export const CHOICE_FIELDS = ['provider', 'budget', 'may_be_kept', 'rerank', 'auto_email'];
export const modelField = (purpose: TextPurpose): string => `model_${purpose}`;
export const OPENROUTER_FIELDS = PURPOSES.map(modelField);
export const MODEL_FIELDS = ['model'];

export interface ChoiceInput {
  readonly provider: ProviderChoice;
  readonly budget: number | null;
  readonly mayBeKept: boolean;
  readonly rerank: boolean;
  readonly autoEmail: boolean;
}

/** Throws one failure that names every field at fault. */
function together<T extends Record<string, Read<unknown>>>(reads: T): { [K in keyof T]: T[K] extends Read<infer V> ? V : never } {
  const errors: Record<string, FieldError> = {};
  for (const [name, read] of Object.entries(reads)) if (!read.ok) errors[name] = read.error;
  if (Object.keys(errors).length > 0) throw failure.invalid(errors);
  return Object.fromEntries(Object.entries(reads).map(([name, read]) => [name, read.ok ? read.value : undefined])) as never;
}

export function readChoices(answers: Answers): ChoiceInput {
  const { provider, budget, may_be_kept, rerank, auto_email } = together({
    provider: readChoice(textOf(answers, 'provider'), PROVIDER_CHOICES),
    budget: readBudget(textOf(answers, 'budget')),
    may_be_kept: readFlag(textOf(answers, 'may_be_kept')),
    rerank: readFlag(textOf(answers, 'rerank')),
    auto_email: readFlag(textOf(answers, 'auto_email')),
  });
  return {
    provider: provider ?? 'auto',
    budget,
    mayBeKept: may_be_kept ?? false,
    rerank: rerank ?? false,
    autoEmail: auto_email ?? false,
  };
}

/** Empty is no limit; a comma is a decimal point, as in French and Arabic. */
function readBudget(typed: string): Read<number | null> {
  const text = typed.trim().replace(',', '.');
  if (text === '') return good(null);
  const amount = /^\d{1,7}(\.\d{1,4})?$/.test(text) ? Number(text) : Number.NaN;
  return amount <= 1_000_000 ? good(amount) : bad({ message: m.badBudget, constraint: 'maximum' });
}

export function readOpenrouterModels(answers: Answers): Readonly<Partial<Record<TextPurpose, string>>> {
  const models = together(
    Object.fromEntries(PURPOSES.map((purpose) => [modelField(purpose), readModel(textOf(answers, modelField(purpose)))])),
  );
  return Object.fromEntries(PURPOSES.flatMap((purpose) => (models[modelField(purpose)] ? [[purpose, models[modelField(purpose)]]] : [])));
}

export const readOneModel = (answers: Answers): string | null => together({ model: readModel(textOf(answers, 'model')) }).model;

function readModel(typed: string): Read<string | null> {
  const name = typed.trim();
  if (name === '') return good(null);
  return /^[\w.:/@~+-]{1,200}$/.test(name) ? good(name) : bad({ message: m.badModel, constraint: 'format' });
}

/** What people copy with a key: the scheme of its header, quotes, spaces at the ends. */
export function readKey(typed: string): string {
  const key = typed
    .trim()
    .replace(/^Bearer\s+/i, '')
    .replace(/^(["'])(.*)\1$/, '$2');
  if (!/^[\x21-\x7e]{8,500}$/.test(key)) throw failure.field('key', m.badKey, {}, 'format');
  return key;
}
