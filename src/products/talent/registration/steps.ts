/** The steps of a registration, as data: their order, and the fields each one asks for. */
import { FIELDS } from '../profile-form/profile-form.tsx';

export const STEPS = ['account', 'origins', 'profession', 'files', 'review'] as const;
export type StepName = (typeof STEPS)[number];

/** Fields as the form of each step names them. The password is read apart: it is never kept. */
export const STEP_FIELDS: Readonly<Record<StepName, readonly string[]>> = {
  account: ['first_name', 'last_name', 'email', 'gender', 'date_of_birth'],
  origins: [...FIELDS.origins, ...FIELDS.contact],
  profession: [...FIELDS.work, ...FIELDS.links],
  files: [],
  review: ['terms', 'is_public'],
};

export const isStep = (name: unknown): name is StepName => STEPS.includes(name as StepName);
export const orderOf = (step: StepName): number => STEPS.indexOf(step);
export const stepAfter = (step: StepName): StepName => STEPS[orderOf(step) + 1] ?? 'review';
export const stepBefore = (step: StepName): StepName => STEPS[orderOf(step) - 1] ?? 'account';

/** The step whose form has this field. */
export const stepOfField = (field: string): StepName =>
  STEPS.find((step) => STEP_FIELDS[step].includes(field)) ?? (['photo', 'cv'].includes(field) ? 'files' : 'account');
