/**
 * The course of a CINEMA registration: each step is checked by itself and kept, the last one makes the person. What a step answers
 * is where to go next, or the same step again with every fault named and everything typed still there.
 */
import type { FastifyRequest } from 'fastify';
import type { Tx } from '#kernel/db/db.ts';
import { Failure, type FieldErrors, failure } from '#kernel/failure.ts';
import type { FormBody } from '#kernel/http/forms.ts';
import { ownerOf } from '#kernel/http/guest.ts';
import { type Answers, isTicked } from '../profile-form/profile-form.tsx';
import { inputOf, readAnswers } from './answers.ts';
import type { CinemaRegistrationTools } from './cinema-registration.ts';
import { type CompletedFiles, type Draft, type Drafts, MAX_GALLERY, type PictureKind } from './drafts.ts';
import { limitRegistrations } from './limits.ts';
import { m } from './messages.ts';
import { photoWords } from './photo-messages.ts';
import { GALLERY_SLOTS, sentPictures } from './pictures.ts';
import { checkedFields, isStep, LOOK_FIELDS, orderOf, STEP_FIELDS, type StepName, stepAfter, stepBefore, stepOfField } from './steps.ts';

export type Outcome =
  /** `more` asks for empty rows of that kind. */
  | { readonly kind: 'go'; readonly step: StepName; readonly more?: string }
  | { readonly kind: 'refused'; readonly step: StepName; readonly typed: Answers; readonly failure: Failure }
  | { readonly kind: 'done' }
  /** The draft was completed or thrown away meanwhile, or its time is over. */
  | { readonly kind: 'gone' };

export interface Flow {
  /** Takes one sent step. */
  answer(request: FastifyRequest): Promise<Outcome>;
}

interface Course {
  readonly tools: CinemaRegistrationTools;
  readonly drafts: Drafts;
  readonly request: FastifyRequest;
  readonly owner: string;
}

const go = (step: StepName): Outcome => ({ kind: 'go', step });
const asked = ({ body }: FastifyRequest, name: string): string => {
  const value = ((body ?? {}) as FormBody)[name];
  return typeof value === 'string' ? value : '';
};

export function createFlow(tools: CinemaRegistrationTools, drafts: Drafts): Flow {
  const limits = limitRegistrations(tools);
  return {
    async answer(request) {
      const step = asked(request, 'step');
      await (step === 'review' ? limits.completion(request) : limits.step(request));
      return answer({ tools, drafts, request, owner: ownerOf(request) }, isStep(step) ? step : 'person');
    },
  };
}

/** The name of a button is what it asks for. */
async function answer(course: Course, step: StepName): Promise<Outcome> {
  const { drafts, request, owner } = course;
  const wish = asked(request, 'go');
  if (wish === 'restart') {
    await drafts.discard(owner);
    return go('person');
  }
  if (step === 'photos') return answerPhotos(course, wish);
  // The public profile is proposed until the person has answered once.
  const typed = { ...readAnswers(request.body, STEP_FIELDS[step]), ...(step === 'review' ? { reviewed: '1' } : {}) };
  if (wish === 'back' || wish.startsWith('more-')) {
    await drafts.add(owner, { answers: typed });
    return wish === 'back' ? go(stepBefore(step)) : { kind: 'go', step, more: wish.slice('more-'.length) };
  }
  if (step === 'looks' && wish === 'skip') return skipLooks(course);
  return step === 'review' ? complete(course, typed) : answerFields(course, step, typed);
}

/** Kept whether right or wrong; a later step opens only when nothing is wrong. */
async function answerFields({ tools, drafts, owner }: Course, step: StepName, typed: Answers): Promise<Outcome> {
  const { answers } = await drafts.add(owner, { answers: typed });
  const errors = await tools.cinema.check(inputOf(answers), checkedFields(step));
  if (Object.keys(errors).length) return { kind: 'refused', step, typed: answers, failure: failure.invalid(errors) };
  return go(nextOf(step, await drafts.add(owner, { step: stepAfter(step) })));
}

async function skipLooks({ drafts, owner }: Course): Promise<Outcome> {
  const nothing = Object.fromEntries(['appearance_consent', ...LOOK_FIELDS].map((name) => [name, '']));
  return go(nextOf('looks', await drafts.add(owner, { answers: nothing, step: 'photos' })));
}

/** A good photo stays though another one is refused. */
async function answerPhotos(course: Course, wish: string): Promise<Outcome> {
  const { drafts, owner } = course;
  const [act = '', which = ''] = wish.split(':');
  if (act === 'remove') {
    if (which === 'photo' || which === 'id_photo') await drafts.attach(owner, which, null);
    else await drafts.removeFromGallery(owner, `drafts/${which}`);
  }
  const errors = await takePhotos(course);
  if (wish === 'back') return go(stepBefore('photos'));
  if (Object.keys(errors).length) return { kind: 'refused', step: 'photos', typed: {}, failure: failure.invalid(errors) };
  if (act === 'remove' || wish === 'more-photos') return go('photos');
  return go(nextOf('photos', await drafts.add(owner, { step: 'review' })));
}

async function takePhotos({ tools, drafts, request, owner }: Course): Promise<FieldErrors> {
  let errors: FieldErrors = {};
  for (const kind of ['photo', 'id_photo'] as const satisfies readonly PictureKind[]) {
    const { photos, faults } = await sentPictures(request, tools, [kind]);
    const [photo] = photos;
    if (photo) await drafts.attach(owner, kind, photo);
    errors = { ...errors, ...faults };
  }
  const { photos, faults } = await sentPictures(request, tools, ['gallery', ...GALLERY_SLOTS]);
  const homeless = photos.length ? await drafts.addToGallery(owner, photos) : 0;
  const full = homeless ? { gallery: { message: photoWords.galleryFull, params: { max: MAX_GALLERY }, constraint: 'maximum' } } : {};
  return { ...errors, ...faults, ...full };
}

async function complete(course: Course, typed: Answers): Promise<Outcome> {
  const { tools, drafts, request, owner } = course;
  if (!isTicked(typed, 'terms')) {
    const { answers } = await drafts.add(owner, { answers: typed });
    return { kind: 'refused', step: 'review', typed: answers, failure: failure.field('terms', m.termsNeeded, {}, 'required') };
  }
  try {
    const id = await drafts.complete(asked(request, 'draft'), owner, (tx, { answers }, files) =>
      makePerson(tools, request, tx, { ...answers, ...typed }, files),
    );
    return id === null ? { kind: 'gone' } : { kind: 'done' };
  } catch (error) {
    return refusedWhole(error, (await drafts.add(owner, { answers: typed })).answers);
  }
}

/** In the transaction that closes the draft. An agency registers others: only the file of a talent is tied to the account. */
async function makePerson(
  { cinema }: CinemaRegistrationTools,
  request: FastifyRequest,
  tx: Tx,
  answers: Answers,
  files: CompletedFiles,
): Promise<number> {
  const { viewer, language } = request;
  const account = viewer?.role === 'user' ? { accountId: viewer.accountId } : {};
  const person = await cinema.register(request, { ...inputOf(answers), terms: true }, { ...files, ...account, language, tx });
  return person.id;
}

/** Somebody who comes back from the summary to change one step returns to the summary. */
const nextOf = (step: StepName, draft: Draft): StepName => (draft.step === 'review' ? 'review' : stepAfter(step));

/** The first step with a fault is shown again, with its own faults. */
function refusedWhole(error: unknown, typed: Answers): Outcome {
  if (!(error instanceof Failure) || Object.keys(error.fields).length === 0) throw error;
  const [step = 'person'] = Object.keys(error.fields)
    .map(stepOfField)
    .sort((a, b) => orderOf(a) - orderOf(b));
  const fields = Object.fromEntries(Object.entries(error.fields).filter(([name]) => stepOfField(name) === step));
  return { kind: 'refused', step, typed, failure: new Failure(error.kind, { code: error.code, message: error.text, fields }) };
}
