/** The steps of a CINEMA registration, as data: their order, the fields each one's form has, and the faults that belong to it. */
import { CREDIT_FIELDS, LANGUAGE_FIELDS } from './rows.ts';

export const STEPS = ['person', 'origins', 'work', 'looks', 'photos', 'review'] as const;
export type StepName = (typeof STEPS)[number];

export const LOOK_FIELDS = ['height', 'weight', 'eye_color', 'hair_color', 'hair_type', 'skin_tone', 'build', 'ethnicities'] as const;
const PHONES = ['phone_dial', 'phone', 'whatsapp_same', 'whatsapp_dial', 'whatsapp'];
export const NETWORK_FIELDS = ['website', 'instagram', 'tiktok', 'facebook', 'telegram'] as const;

/** Fields as the form of each step names them. */
export const STEP_FIELDS: Readonly<Record<StepName, readonly string[]>> = {
  person: ['first_name', 'last_name', 'gender', 'date_of_birth', 'email', ...PHONES, ...NETWORK_FIELDS],
  origins: [
    ...['country_of_origin_id', 'city_of_origin_id', 'nationality', 'country_id', 'city_id', 'other_city'],
    ...['id_document_type', 'id_document_number'],
  ],
  work: ['talent_types', 'other_talents', 'years_of_experience', 'bio', ...LANGUAGE_FIELDS, ...CREDIT_FIELDS],
  looks: ['appearance_consent', ...LOOK_FIELDS],
  photos: [],
  review: ['terms', 'is_public'],
};

/** Names of the person's file that are made of several fields of a form. */
const COMPOSED: Readonly<Partial<Record<StepName, readonly string[]>>> = { work: ['languages', 'language_levels', 'previous_productions'] };

/** What the cinema room checks of a step. */
export const checkedFields = (step: StepName): readonly string[] => [...STEP_FIELDS[step], ...(COMPOSED[step] ?? [])];

/** Every field of a whole file, as one form has them. */
export const ALL_FIELDS: readonly string[] = [...STEPS.flatMap((step) => STEP_FIELDS[step])];

export const isStep = (name: unknown): name is StepName => STEPS.includes(name as StepName);
export const orderOf = (step: StepName): number => STEPS.indexOf(step);
export const stepAfter = (step: StepName): StepName => STEPS[orderOf(step) + 1] ?? 'review';
export const stepBefore = (step: StepName): StepName => STEPS[orderOf(step) - 1] ?? 'person';

/** The step whose form has this field. */
export const stepOfField = (field: string): StepName =>
  STEPS.find((step) => checkedFields(step).includes(field)) ?? (/^(photo|id_photo|gallery)/.test(field) ? 'photos' : 'person');
