/** Changing a CINEMA file: its form and, apart, its photos. The person and administrators may. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Failure, type FieldErrors, failure } from '#kernel/failure.ts';
import { access, isAdmin } from '#kernel/http/access.ts';
import { type Door, statusOf } from '#kernel/http/door.ts';
import type { FormBody } from '#kernel/http/forms.ts';
import { type Message, say } from '#kernel/message.ts';
import { setFlash } from '#kernel/page/flash.ts';
import type { CinemaTalent } from '../cinema/cinema.ts';
import { type Answers, choicesOf } from '../profile-form/profile-form.tsx';
import { answersOfTalent, inputOf, readAnswers } from './answers.ts';
import type { CinemaRegistrationTools } from './cinema-registration.ts';
import { baseOf, EditPage } from './edit-page.tsx';
import { GALLERY_SLOTS, sentPictures } from './pictures.ts';
import { p } from './profile-messages.ts';
import { mayEdit, nameOf } from './profile-page.tsx';
import { type ById, idOf } from './profile-routes.tsx';
import { latestBirthday } from './step-view.ts';
import { ALL_FIELDS } from './steps.ts';

const page = { config: { access: access.signedIn, kind: 'page' } } as const;
const FIELDS = [...ALL_FIELDS.filter((name) => name !== 'terms'), 'is_active'];

export function registerEditing(door: Door, tools: CinemaRegistrationTools): void {
  const { cinema } = tools;
  door.get<ById>('/cinema/talent/:id/edit', page, async (request, reply) => show(tools, request, reply, await editable(tools, request)));

  door.post<ById>('/cinema/talent/:id/edit', page, async (request, reply) => {
    const talent = await editable(tools, request);
    const typed = readAnswers(request.body, FIELDS);
    const wish = wishOf(request);
    if (wish.startsWith('more-')) return show(tools, request, reply, talent, { typed, more: wish.slice('more-'.length) });
    try {
      await cinema.update(request, talent.id, changeOf(request, typed));
    } catch (error) {
      if (!(error instanceof Failure) || Object.keys(error.fields).length === 0) throw error;
      return show(tools, request, reply, talent, { typed, refusal: error });
    }
    return done(request, reply, `/cinema/profile/${talent.code}`, p.saved);
  });

  door.post<ById>('/cinema/talent/:id/photos', page, async (request, reply) => {
    const talent = await editable(tools, request);
    const [act = '', which = ''] = wishOf(request).split(':');
    if (act === 'remove') await removePhoto(tools, request, talent, which);
    const photoErrors = await takePhotos(tools, request, talent.id);
    if (Object.keys(photoErrors).length) {
      return show(tools, request, reply, await cinema.get(request, talent.id), { photoErrors });
    }
    return done(request, reply, `/cinema/talent/${talent.id}/edit#photos`, act === 'remove' ? p.photoRemoved : p.photosSaved);
  });
}

const wishOf = ({ body }: FastifyRequest): string => String(((body ?? {}) as FormBody)['go'] ?? '');

/** The file, when the viewer may change it. */
async function editable({ cinema }: CinemaRegistrationTools, request: FastifyRequest<ById>): Promise<CinemaTalent> {
  const talent = await cinema.get(request, idOf(request));
  if (!mayEdit(request.viewer, talent)) throw failure.forbidden();
  return talent;
}

/** Whether somebody is active is not theirs to say. */
function changeOf({ viewer }: FastifyRequest, typed: Answers): Readonly<Record<string, unknown>> {
  const { is_active, ...others } = typed;
  return { ...inputOf(others), ...(isAdmin(viewer) ? { is_active: is_active !== '' } : {}) };
}

function done(request: FastifyRequest, reply: FastifyReply, address: string, text: Message): FastifyReply {
  setFlash(reply, { kind: 'success', text: say(text, request.language) });
  return reply.redirect(address, 303);
}

async function removePhoto(
  { cinema }: CinemaRegistrationTools,
  request: FastifyRequest,
  talent: CinemaTalent,
  which: string,
): Promise<void> {
  if (which === 'photo') await cinema.setPhoto(request, talent.id, null);
  else if (which === 'id_photo') await cinema.setIdPhoto(request, talent.id, null);
  else {
    const file = talent.galleryFiles.find((each) => baseOf(each) === which);
    if (file) await cinema.removeGalleryPhoto(request, talent.id, file);
  }
}

/** A good photo is kept though another one is refused. */
async function takePhotos(tools: CinemaRegistrationTools, request: FastifyRequest, id: number): Promise<FieldErrors> {
  const { cinema } = tools;
  const portrait = await sentPictures(request, tools, ['photo']);
  for (const photo of portrait.photos) await cinema.setPhoto(request, id, photo);
  const paper = await sentPictures(request, tools, ['id_photo']);
  for (const photo of paper.photos) await cinema.setIdPhoto(request, id, photo);
  const gallery = await sentPictures(request, tools, ['gallery', ...GALLERY_SLOTS]);
  const faults = { ...portrait.faults, ...paper.faults, ...gallery.faults };
  try {
    for (const photo of gallery.photos) await cinema.addGalleryPhoto(request, id, photo);
    return faults;
  } catch (error) {
    if (error instanceof Failure && Object.keys(error.fields).length) return { ...faults, ...error.fields };
    throw error;
  }
}

interface Shown {
  readonly typed?: Answers;
  readonly refusal?: Failure;
  readonly photoErrors?: FieldErrors;
  readonly more?: string;
}

async function show(
  tools: CinemaRegistrationTools,
  request: FastifyRequest,
  reply: FastifyReply,
  talent: CinemaTalent,
  { typed = {}, refusal, photoErrors = {}, more }: Shown = {},
): Promise<FastifyReply> {
  const catalogue = await tools.catalogue.snapshot();
  const stored = answersOfTalent(talent, (city) => catalogue.city(city)?.isListed === true);
  const body = (
    <EditPage
      talent={talent}
      answers={{ ...stored, ...typed }}
      errors={refusal?.fields ?? {}}
      photoErrors={photoErrors}
      choices={choicesOf(catalogue, request.language)}
      latestBirthday={latestBirthday(tools.clock.now())}
      more={more}
    />
  );
  const status = refusal ? statusOf(refusal) : Object.keys(photoErrors).length ? 400 : 200;
  return tools.pages.send(request, reply, { title: say(p.editTitle, request.language, { name: nameOf(talent) }), body, status });
}
