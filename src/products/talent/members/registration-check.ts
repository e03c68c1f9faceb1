/** What a registration must hold before anything is stored. Every fault is named at once; pure but for the hash of the password. */
import type { Identity } from '#capabilities/identity/identity.ts';
import { Failure, type FieldError, type FieldErrors, failure } from '#kernel/failure.ts';
import { REQUIRED, readEmail } from '../readers.ts';
import { type CheckContext, checkProfile, type ProfileInput, type ProfileValues } from './fields.ts';

/** The form: every field of a profile, `email` and `password`. */
export type RegistrationInput = ProfileInput;

/** What must be there; the rest of a profile can come later. */
const REQUIRED_FIELDS = ['first_name', 'last_name', 'email', 'date_of_birth', 'gender', 'country_id'] as const;

export interface CheckedRegistration {
  readonly errors: FieldErrors;
  readonly values: Partial<ProfileValues>;
  /** Empty when it is at fault. */
  readonly email: string;
}

/** `fields` narrows the answer to one step of the form: the others are neither required nor reported. */
export function checkRegistration(input: RegistrationInput, context: CheckContext, fields?: readonly string[]): CheckedRegistration {
  const { errors: profileErrors, values } = checkProfile(input, context);
  const errors: Record<string, FieldError> = { ...profileErrors };
  const email = readEmail(input['email']);
  if (!email.ok) errors['email'] = email.error;
  for (const name of REQUIRED_FIELDS) if (input[name] === undefined || input[name] === null) errors[name] ??= REQUIRED.error;
  const livesNowhere = !values.residence_city_id && !values.other_city;
  if (livesNowhere && !errors['residence_city_id'] && !errors['city_id']) errors['residence_city_id'] = REQUIRED.error;
  const reported = fields ? Object.fromEntries(Object.entries(errors).filter(([name]) => fields.includes(name))) : errors;
  return { errors: reported, values, email: email.ok ? email.value : '' };
}

/** A registration without a fault. */
export interface GoodRegistration {
  readonly email: string;
  readonly values: Partial<ProfileValues> & Pick<ProfileValues, 'first_name' | 'last_name' | 'country_id' | 'gender'>;
}

/** Throws one failure that names every fault, those of the password among them. */
export function requireGood({ errors, values, email }: CheckedRegistration, passwordFaults: FieldErrors): GoodRegistration {
  const faults = { ...errors, ...passwordFaults };
  if (Object.keys(faults).length) throw failure.invalid(faults);
  const { first_name, last_name, country_id, gender } = values;
  if (!first_name || !last_name || !country_id || !gender) throw new Error('a checked registration lacks a required field');
  return { email, values: { ...values, first_name, last_name, country_id, gender } };
}

export interface PasswordHash {
  readonly passwordHash: string;
  readonly faults: FieldErrors;
}

/** The hash of a good password, or what is wrong with it, to be named together with the other faults. */
export async function hashOrFaults(
  identity: Pick<Identity, 'hashPassword'>,
  input: RegistrationInput,
  email: string,
): Promise<PasswordHash> {
  const { password } = input;
  if (typeof password !== 'string' || password === '') return { passwordHash: '', faults: { password: REQUIRED.error } };
  const names = [String(input['first_name'] ?? ''), String(input['last_name'] ?? '')];
  try {
    return { passwordHash: await identity.hashPassword(password, { email, names }), faults: {} };
  } catch (error) {
    if (error instanceof Failure && error.kind === 'invalid') return { passwordHash: '', faults: error.fields };
    throw error;
  }
}
