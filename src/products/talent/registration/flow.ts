/**
 * The course of a registration: each step is checked by itself and kept, the last one makes the person. What a step answers is
 * where to go next, or the same step again with every fault named and everything typed still there.
 */
import type { FastifyRequest } from 'fastify';
import type { Tx } from '#kernel/db/db.ts';
import { Failure, type FieldErrors, failure } from '#kernel/failure.ts';
import type { FormBody } from '#kernel/http/forms.ts';
import { ownerOf } from '#kernel/http/guest.ts';
import { createMembers } from '../members/members.ts';
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
  | { readonly kind: 'done'; readonly accountId: number };

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

export function createFlow(tools: RegistrationTools, drafts: Drafts): Flow {
  const limits = limitRegistrations(tools);

  async function answer(request: FastifyRequest): Promise<Outcome> {
    await limits.step(request);
    const sent = asked(request, 'step');
    const step = isStep(sent) ? sent : 'account';
    const wish = asked(request, 'go');
    const owner = ownerOf(request);
    if (wish === 'restart') {
      await drafts.discard(owner);
      return go('account');
    }
    const typed = answersOf(request.body, STEP_FIELDS[step]);
    if (wish === 'back') {
      await drafts.add(owner, { answers: typed });
      return go(stepBefore(step));
    }
    if (step === 'files') return answerFiles(request, owner, wish);
    if (step === 'review') return complete(request, owner, typed);
    return answerFields(request, owner, step, typed);
  }

  /** Kept whether right or wrong; a later step opens only when nothing is wrong. */
  async function answerFields(request: FastifyRequest, owner: string, step: StepName, typed: Answers): Promise<Outcome> {
    const { answers, passwordHash } = await drafts.add(owner, { answers: typed });
    const password = step === 'account' ? asked(request, 'password') : '';
    const needsPassword = step === 'account' && (password !== '' || !passwordHash);
    const fields = needsPassword ? [...STEP_FIELDS[step], 'password'] : STEP_FIELDS[step];
    const errors = await tools.members.check({ ...inputOf(answers), ...(needsPassword ? { password } : {}) }, fields);
    if (Object.keys(errors).length) return { kind: 'refused', step, typed: answers, failure: failure.invalid(errors) };
    const hash = needsPassword ? await tools.identity.hashPassword(password, passwordContext(answers)) : null;
    const draft = await drafts.add(owner, { step: stepAfter(step), ...(hash ? { passwordHash: hash } : {}) });
    return go(nextOf(step, draft));
  }

  /** A good file stays though the other one is refused. */
  async function answerFiles(request: FastifyRequest, owner: string, wish: string): Promise<Outcome> {
    const removed = wish === 'remove-photo' ? 'photo' : wish === 'remove-cv' ? 'cv' : null;
    if (removed) {
      await drafts.attach(owner, removed, null);
      return go('files');
    }
    const errors: Record<string, FieldErrors[string]> = {};
    const take = async (kind: FileKind, read: typeof sentPhoto): Promise<void> => {
      try {
        const file = await read(request, tools);
        if (file) await drafts.attach(owner, kind, file);
      } catch (error) {
        if (!(error instanceof Failure) || error.kind !== 'invalid') throw error;
        Object.assign(errors, error.fields);
      }
    };
    await take('photo', sentPhoto);
    await take('cv', sentCv);
    if (Object.keys(errors).length) return { kind: 'refused', step: 'files', typed: {}, failure: failure.invalid(errors) };
    const draft = await drafts.add(owner, { step: 'review' });
    return go(nextOf('files', draft));
  }

  async function complete(request: FastifyRequest, owner: string, typed: Answers): Promise<Outcome> {
    await limits.completion(request);
    const id = asked(request, 'draft');
    if (!isTicked(typed, 'terms')) {
      await drafts.add(owner, { answers: { is_public: typed['is_public'] ?? '' } });
      return { kind: 'refused', step: 'review', typed, failure: failure.field('terms', m.termsNeeded, {}, 'required') };
    }
    // Read before the transaction: inside, every connection may be held by a registration that waits for another one.
    const catalogue = await tools.catalogue.snapshot();
    const make = async (tx: Tx, draft: Draft, files: CompletedFiles): Promise<number> => {
      if (!draft.passwordHash) throw failure.field('password', m.passwordNeeded, {}, 'required');
      const members = createMembers({ ...tools.memberTools, db: tx, catalogue: { ...tools.catalogue, snapshot: async () => catalogue } });
      const input = inputOf({ ...draft.answers, is_public: typed['is_public'] ?? '' });
      const extra = { ...files, passwordHash: draft.passwordHash, language: request.language };
      return (await members.register(request, input, extra)).id;
    };
    try {
      const accountId = await drafts.complete(id, owner, make);
      return accountId === null ? go('account') : { kind: 'done', accountId };
    } catch (error) {
      return refusedWhole(error, (await drafts.find(owner))?.answers ?? {});
    }
  }

  return { draftOf: (request) => drafts.find(ownerOf(request)), answer };
}

/** Somebody who comes back from the summary to change one step returns to the summary. */
const nextOf = (step: StepName, draft: Draft): StepName => (draft.step === 'review' ? 'review' : stepAfter(step));

const passwordContext = (answers: Answers) => ({
  email: textOf(answers, 'email'),
  names: [textOf(answers, 'first_name'), textOf(answers, 'last_name')],
});

/** The first step with a fault is shown again, with its own faults. */
function refusedWhole(error: unknown, typed: Answers): Outcome {
  if (!(error instanceof Failure) || Object.keys(error.fields).length === 0) throw error;
  const named = Object.entries(error.fields).map(([name, fault]) => [name === 'city_id' ? 'residence_city_id' : name, fault] as const);
  const [step = 'account'] = named.map(([name]) => stepOfField(name)).sort((a, b) => orderOf(a) - orderOf(b));
  const fields = Object.fromEntries(named.filter(([name]) => stepOfField(name) === step));
  return { kind: 'refused', step, typed, failure: new Failure(error.kind, { code: error.code, message: error.text, fields }) };
}
