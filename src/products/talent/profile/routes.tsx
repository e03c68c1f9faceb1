/** The pages of one's own profile, the page of a person, and the card. */

import type { FastifyReply, FastifyRequest } from 'fastify';
import { Failure, type FieldErrors, failure } from '#kernel/failure.ts';
import { access, isAdmin, type Viewer } from '#kernel/http/access.ts';
import { type Door, statusOf } from '#kernel/http/door.ts';
import type { FormBody } from '#kernel/http/forms.ts';
import { isLanguage, type Message, say } from '#kernel/message.ts';
import { setFlash } from '#kernel/page/flash.ts';
import { nationalityName, placeName, talentName } from '../catalogue/catalogue.ts';
import type { Member } from '../members/members.ts';
import { type Answers, answersOf, answersOfMember, choicesOf, FIELDS, inputOf, latestBirthday } from '../profile-form/profile-form.tsx';
import { sentCv, sentPhoto } from '../sent-files.ts';
import { cardOf } from './card.ts';
import { DashboardPage, NoProfilePage } from './dashboard-page.tsx';
import { EditPage } from './edit-page.tsx';
import { m } from './messages.ts';
import type { ProfileTools } from './profile.ts';
import { ProfilePage } from './view-page.tsx';

const signedIn = { config: { access: access.signedIn, kind: 'page' } } as const;
const EDIT_FIELDS = [...FIELDS.person, ...FIELDS.origins, ...FIELDS.contact, ...FIELDS.work, ...FIELDS.links];

export function registerProfilePages(door: Door, tools: ProfileTools): void {
  const { members, pages } = tools;
  door.get('/profile/dashboard', signedIn, async (request, reply) => {
    const member = await ownProfile(tools, request);
    const body = member ? <DashboardPage member={member} /> : <NoProfilePage />;
    return pages.send(request, reply, { title: say(m.dashboard, request.language), body });
  });

  door.get('/profile/edit', signedIn, async (request, reply) => {
    const member = await ownProfile(tools, request);
    if (member) return showEdit(tools, request, reply, member, {});
    return pages.send(request, reply, { title: say(m.editTitle, request.language), body: <NoProfilePage /> });
  });

  door.post('/profile/edit', signedIn, async (request, reply) => {
    const typed = answersOf(request.body, EDIT_FIELDS);
    return saving(tools, request, reply, typed, m.saved, (id) => members.update(request, id, inputOf(typed)));
  });

  door.post('/profile/settings', signedIn, async (request, reply) => {
    const { is_public, availability, language } = answersOf(request.body, ['is_public', 'availability', 'language']);
    return saving(tools, request, reply, {}, m.settingsSaved, async (id) => {
      await members.update(request, id, { is_public: is_public !== '', availability });
      if (isLanguage(language)) await speak(tools, reply, id, language);
    });
  });
}

export function registerPersonPages(door: Door, tools: ProfileTools): void {
  const { catalogue, members, pages } = tools;
  type Coded = { Params: { code: string } };
  door.get<Coded>('/profile/view/:code', signedIn, async (request, reply) => {
    const member = await members.getByCode(request, request.params.code);
    const title = `${member.firstName} ${member.lastName}`;
    const where = { cityId: (member.residenceCity ?? member.city)?.id, countryId: member.country?.id };
    const snapshot = await catalogue.snapshot();
    const place = placeName(snapshot, request.language, where);
    const nationality = nationalityName(snapshot, request.language, member.nationality);
    const talents = member.talents.map((talent) => ({ ...talent, name: talentName(snapshot, request.language, talent) }));
    const body = (
      <ProfilePage member={{ ...member, talents, nationality }} place={place} seesContacts={seesContacts(request.viewer, member)} />
    );
    return pages.send(request, reply, { title, body });
  });

  door.get<{ Params: { file: string } }>('/profile/card/:file', signedIn, async (request, reply) => {
    const [, code] = /^(.+)\.pdf$/i.exec(request.params.file) ?? [];
    if (!code) throw failure.notFound();
    const member = await members.getByCode(request, code);
    const disposition = `attachment; filename="carte-${member.code}.pdf"`;
    return reply
      .type('application/pdf')
      .header('content-disposition', disposition)
      .header('cache-control', 'private, no-store')
      .send(await cardOf(tools, member, request.language));
  });
}

export function registerProfileFiles(door: Door, tools: ProfileTools): void {
  const { members } = tools;
  door.post('/profile/upload-photo', signedIn, async (request, reply) => {
    if (wantsRemoval(request)) return saving(tools, request, reply, {}, m.photoRemoved, (id) => members.removePhoto(request, id));
    return saving(tools, request, reply, {}, m.photoSaved, async (id) => {
      const photo = await sentPhoto(request, tools);
      if (!photo) throw failure.field('photo', m.fileNeeded, {}, 'required');
      await members.setPhoto(request, id, photo);
    });
  });

  door.post('/profile/upload-cv', signedIn, async (request, reply) => {
    if (wantsRemoval(request)) return saving(tools, request, reply, {}, m.cvRemoved, (id) => members.removeCv(request, id));
    const send = async (id: number): Promise<void> => {
      const cv = await sentCv(request, tools);
      if (!cv) throw failure.field('cv', m.fileNeeded, {}, 'required');
      await members.setCv(request, id, cv);
    };
    return saving(tools, request, reply, {}, m.cvSaved, send, '/profile/cv');
  });
}

const wantsRemoval = (request: FastifyRequest): boolean => ((request.body ?? {}) as FormBody)['go'] === 'remove';

/** The owner, recruiters and administrators get a member whole; others get the card. */
const seesContacts = (viewer: Viewer | null, member: Member): boolean =>
  viewer?.accountId === member.id || viewer?.role === 'casting' || isAdmin(viewer);

/** null for an account without a talent profile. */
async function ownProfile({ members }: ProfileTools, request: FastifyRequest): Promise<Member | null> {
  try {
    return await members.get(request, request.viewer?.accountId ?? 0);
  } catch (error) {
    if (error instanceof Failure && error.kind === 'not-found') return null;
    throw error;
  }
}

/** Changes the viewer's own profile, then goes back to the dashboard or on to `next`; a refused form is shown again with what was typed. */
async function saving(
  tools: ProfileTools,
  request: FastifyRequest,
  reply: FastifyReply,
  typed: Answers,
  done: Message,
  change: (id: number) => Promise<unknown>,
  next = '/profile/dashboard',
): Promise<FastifyReply> {
  const id = request.viewer?.accountId ?? 0;
  try {
    await change(id);
  } catch (error) {
    if (!(error instanceof Failure) || Object.keys(error.fields).length === 0) throw error;
    return showEdit(tools, request, reply, await tools.members.get(request, id), typed, error);
  }
  setFlash(reply, { kind: 'success', text: say(done, request.language) });
  return reply.redirect(next, 303);
}

async function showEdit(
  tools: ProfileTools,
  request: FastifyRequest,
  reply: FastifyReply,
  member: Member,
  typed: Answers,
  refusal?: Failure,
): Promise<FastifyReply> {
  const catalogue = await tools.catalogue.snapshot();
  const errors: FieldErrors = refusal?.fields ?? {};
  const body = (
    <EditPage
      member={member}
      answers={{ ...answersOfMember(member, catalogue), ...typed }}
      errors={errors}
      choices={choicesOf(catalogue, request.language)}
      latestBirthday={latestBirthday(tools.clock.now())}
    />
  );
  return tools.pages.send(request, reply, { title: say(m.editTitle, request.language), body, status: refusal ? statusOf(refusal) : 200 });
}

/** The language of the account, and of this browser. */
async function speak({ db, identity, config }: ProfileTools, reply: FastifyReply, id: number, language: 'fr' | 'en' | 'ar'): Promise<void> {
  await identity.setLanguage(db, id, language);
  const secure = config.publicUrl.site.startsWith('https:');
  reply.setCookie('lang', language, { path: '/', sameSite: 'lax', httpOnly: true, secure, maxAge: 365 * 86_400 });
}
