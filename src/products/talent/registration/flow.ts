/**
 * The course of a registration: each step is checked by itself and kept, the last one makes the person. What a step answers is
 * where to go next, or the same step again with every fault named and everything typed still there.
 */
import type { FastifyRequest } from 'fastify';
import type { Tx } from '#kernel/db/db.ts';
import { Failure, type FieldErrors, failure } from '#kernel/failure.ts';
import type { FormBody } from '#kernel/http/forms.ts';
import { ownerOf } from '#kernel/http/guest.ts';
import { type Answers, answersOf, inputOf, isTicked, textOf } from '../profile-form/profile-form.tsx';
import { sentCv, sentPhoto } from '../sent-files.ts';
import type { CompletedFiles, Draft, Drafts, FileKind } from './drafts.ts';
import { limitRegistrations } from './limits.ts';
import { m } from './messages.ts';
import type { RegistrationTools } from './registration.ts';
import { isStep, orderOf, STEP_FIELDS, type StepName, stepAfter, stepBefore, stepOfField } from './steps.ts';

export type Outcome =
  | { readonly kind: 'go'; readonly step: StepName }
  | { readonly kind: 'refused'; readonly step: StepName; readonly typed: Answers; readonly failure: Failure }
  | { readonly kind: 'done'; readonly accountId: number }
  /** The draft was completed or thrown away meanwhile, or its time is over. */
  | { readonly kind: 'gone' };

export interface Flow {
  /** What this browser gave so far. */
  draftOf(request: FastifyRequest): Promise<Draft | null>;
  /** Takes one sent step. */
  answer(request: FastifyRequest): Promise<Outcome>;
}

const go = (step: StepName): Outcome => ({ kind: 'go', step });
/** The name of a button is what it asks for. */
const asked = (request: FastifyRequest, name: string): string => {
  const value = ((request.body ?? {}) as FormBody)[name];
  return typeof value === 'string' ? value : '';
};

interface Course {
  readonly tools: RegistrationTools;
  readonly drafts: Drafts;
  readonly request: FastifyRequest;
  readonly owner: string;
}

export function createFlow(tools: RegistrationTools, drafts: Drafts): Flow {
  const limits = limitRegistrations(tools);
  return {
    draftOf: (request) => drafts.find(ownerOf(request)),
    async answer(request) {
      const step = asked(request, 'step');
      await (step === 'review' ? limits.completion(request) : limits.step(request));
      return answer({ tools, drafts, request, owner: ownerOf(request) }, isStep(step) ? step : 'account');
    },
  };
}

async function answer(course: Course, step: StepName): Promise<Outcome> {
  const { drafts, request, owner } = course;
  const wish = asked(request, 'go');
  if (wish === 'restart') {
    await drafts.discard(owner);
    return go('account');
  }
  const typed = answersOf(request.body, STEP_FIELDS[step]);
  if (wish === 'back') {
    await drafts.add(owner, { answers: typed });
    return go(stepBefore(step));
  }
  if (step === 'files') return answerFiles(course, wish);
  return step === 'review' ? complete(course, typed) : answerFields(course, step, typed);
}

/** Kept whether right or wrong; a later step opens only when nothing is wrong. */
async function answerFields({ tools, drafts, request, owner }: Course, step: StepName, typed: Answers): Promise<Outcome> {
  const { answers, passwordHash } = await drafts.add(owner, { answers: typed });
  const asksPassword = step === 'account' && (asked(request, 'password') !== '' || !passwordHash);
  const { hash, faults } = asksPassword ? await readPassword(tools, request, answers) : { hash: null, faults: {} };
  const errors = { ...(await tools.members.check(inputOf(answers), STEP_FIELDS[step])), ...faults };
  if (Object.keys(errors).length) return { kind: 'refused', step, typed: answers, failure: failure.invalid(errors) };
  const draft = await drafts.add(owner, { step: stepAfter(step), ...(hash ? { passwordHash: hash } : {}) });
  return go(nextOf(step, draft));
}

/** The hash of a good password, or what is wrong with it, to be named together with the other faults. */
async function readPassword(
  { identity }: RegistrationTools,
  request: FastifyRequest,
  answers: Answers,
): Promise<{ hash: string | null; faults: FieldErrors }> {
  const names = [textOf(answers, 'first_name'), textOf(answers, 'last_name')];
  try {
    return { hash: await identity.hashPassword(asked(request, 'password'), { email: textOf(answers, 'email'), names }), faults: {} };
  } catch (error) {
    if (error instanceof Failure && error.kind === 'invalid') return { hash: null, faults: error.fields };
    throw error;
  }
}

/** A good file stays though the other one is refused. */
async function answerFiles({ tools, drafts, request, owner }: Course, wish: string): Promise<Outcome> {
  const removed = wish === 'remove-photo' ? 'photo' : wish === 'remove-cv' ? 'cv' : null;
  if (removed) {
    await drafts.attach(owner, removed, null);
    return go('files');
  }
  const take = async (kind: FileKind, read: typeof sentPhoto): Promise<FieldErrors> => {
    try {
      const file = await read(request, tools);
      if (file) await drafts.attach(owner, kind, file);
      return {};
    } catch (error) {
      if (error instanceof Failure && error.kind === 'invalid') return error.fields;
      throw error;
    }
  };
  const errors = { ...(await take('photo', sentPhoto)), ...(await take('cv', sentCv)) };
  if (Object.keys(errors).length) return { kind: 'refused', step: 'files', typed: {}, failure: failure.invalid(errors) };
  return go(nextOf('files', await drafts.add(owner, { step: 'review' })));
}

async function complete(course: Course, typed: Answers): Promise<Outcome> {
  const { tools, drafts, request, owner } = course;
  const isPublic = typed['is_public'] ?? '';
  if (!isTicked(typed, 'terms')) {
    await drafts.add(owner, { answers: { is_public: isPublic } });
    return { kind: 'refused', step: 'review', typed, failure: failure.field('terms', m.termsNeeded, {}, 'required') };
  }
  try {
    const accountId = await drafts.complete(asked(request, 'draft'), owner, (tx, draft, files) =>
      makePerson(tools, request, tx, { ...draft, answers: { ...draft.answers, is_public: isPublic } }, files),
    );
    return accountId === null ? { kind: 'gone' } : { kind: 'done', accountId };
  } catch (error) {
    return refusedWhole(error, (await drafts.find(owner))?.answers ?? {});
  }
}

/** In the transaction that closes the draft. */
async function makePerson(
  { members }: RegistrationTools,
  request: FastifyRequest,
  tx: Tx,
  draft: Draft,
  files: CompletedFiles,
): Promise<number> {
  const { passwordHash } = draft;
  if (!passwordHash) throw failure.field('password', m.passwordNeeded, {}, 'required');
  const person = await members.register(request, inputOf(draft.answers), { ...files, passwordHash, language: request.language, tx });
  return person.id;
}

/** Somebody who comes back from the summary to change one step returns to the summary. */
const nextOf = (step: StepName, draft: Draft): StepName => (draft.step === 'review' ? 'review' : stepAfter(step));

/** The first step with a fault is shown again, with its own faults. */
function refusedWhole(error: unknown, typed: Answers): Outcome {
  if (!(error instanceof Failure) || Object.keys(error.fields).length === 0) throw error;
  const named = Object.entries(error.fields).map(([name, fault]) => [name === 'city_id' ? 'residence_city_id' : name, fault] as const);
  const [step = 'account'] = named.map(([name]) => stepOfField(name)).sort((a, b) => orderOf(a) - orderOf(b));
  const fields = Object.fromEntries(named.filter(([name]) => stepOfField(name) === step));
  return { kind: 'refused', step, typed, failure: new Failure(error.kind, { code: error.code, message: error.text, fields }) };
}
