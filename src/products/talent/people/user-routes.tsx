/** The pages of administrators over people: the list, one person's form, and a new person. */

import type { FastifyReply, FastifyRequest } from 'fastify';
import { Failure, failure } from '#kernel/failure.ts';
import { access } from '#kernel/http/access.ts';
import { type Door, statusOf } from '#kernel/http/door.ts';
import { pageCount, readPage } from '#kernel/http/pagination.ts';
import { type Message, say } from '#kernel/message.ts';
import { setFlash } from '#kernel/page/flash.ts';
import { placeName } from '../catalogue/catalogue.ts';
import type { Member } from '../members/members.ts';
import {
  type Answers,
  answersOf,
  answersOfMember,
  choicesOf,
  FIELDS,
  inputOf,
  latestBirthday,
  textOf,
} from '../profile-form/profile-form.tsx';
import { sentCv, sentPhoto } from '../sent-files.ts';
import { admin } from './messages.ts';
import type { PeopleTools } from './people.ts';
import { USERS, USERS_PATH, userList } from './user-bulk.ts';
import { CreateTalentPage, EditUserPage, type UserFormView } from './user-form.tsx';
import { findUsers } from './user-list.ts';
import { UsersPage } from './users-page.tsx';

export const adminPage = { config: { access: access.admin, kind: 'page' } } as const;
const PROFILE = [...FIELDS.person, ...FIELDS.origins, ...FIELDS.contact, ...FIELDS.work, ...FIELDS.links, 'is_public', 'email'];
const SIZE = 25;

export interface ById {
  readonly Params: { readonly id: string };
}
export function idOf(request: FastifyRequest): number {
  const { id } = request.params as ById['Params'];
  if (!/^\d{1,9}$/.test(id)) throw failure.notFound();
  return Number(id);
}

/** Says what was done and goes on. */
export function done(
  request: FastifyRequest,
  reply: FastifyReply,
  to: string,
  message: Message,
  params: Readonly<Record<string, string>>,
): FastifyReply {
  setFlash(reply, { kind: 'success', text: say(message, request.language, params) });
  return reply.redirect(to, 303);
}
export const nameOf = ({ firstName, lastName }: Pick<Member, 'firstName' | 'lastName'>): string => `${firstName} ${lastName}`;

export function registerUserPages(door: Door, tools: PeopleTools): void {
  const { lists, members, pages } = tools;
  lists.add(userList(tools));
  door.get<{ Querystring: Record<string, string> }>(USERS_PATH, adminPage, async (request, reply) => {
    const list = await lists.open(request, reply, USERS);
    if (list.home) return reply.redirect(list.home, 303);
    const view = await listView(tools, request);
    return pages.send(request, reply, { title: say(admin.users, request.language), body: <UsersPage {...view} list={list} /> });
  });

  door.get<ById>('/admin/user/:id/edit', adminPage, async (request, reply) =>
    showEdit(tools, request, reply, await members.get(request, idOf(request)), {}),
  );

  door.post<ById>('/admin/user/:id/edit', adminPage, async (request, reply) => {
    const before = await members.get(request, idOf(request));
    const typed = answersOf(request.body, request.viewer?.role === 'super_admin' ? [...PROFILE, 'role'] : PROFILE);
    try {
      const member = await saveUser(tools, request, before, typed);
      return done(request, reply, `/admin/user/${member.id}/edit`, admin.saved, { name: nameOf(member) });
    } catch (error) {
      return showEdit(tools, request, reply, before, typed, faultsOf(error));
    }
  });

  door.get('/admin/talent/create', adminPage, async (request, reply) => showCreate(tools, request, reply, {}));
  door.post('/admin/talent/create', adminPage, async (request, reply) => {
    const typed = answersOf(request.body, PROFILE);
    try {
      const files = await filesOf(tools, request);
      const member = await members.createByAdmin(request, inputOf(typed), files);
      return done(request, reply, `/admin/user/${member.id}/edit`, admin.created, { name: nameOf(member), code: member.code });
    } catch (error) {
      return showCreate(tools, request, reply, typed, faultsOf(error));
    }
  });
}

/** A refused form is shown again; anything else is no matter of the form. */
function faultsOf(error: unknown): Failure {
  if (error instanceof Failure && Object.keys(error.fields).length > 0) return error;
  throw error;
}

/** Files are judged before anything is saved; what did not change is not sent, so nobody needs a right they do not use. */
async function saveUser(tools: PeopleTools, request: FastifyRequest, before: Member, typed: Answers): Promise<Member> {
  const { members } = tools;
  const { photo, cv } = await filesOf(tools, request);
  const { email, role, ...profile } = inputOf(typed);
  const account = {
    ...(email !== before.email ? { email } : {}),
    ...(textOf(typed, 'role') && role !== before.role ? { role } : {}),
  };
  let member = await members.update(request, before.id, { ...profile, ...account });
  if (photo) member = await members.setPhoto(request, before.id, photo);
  if (cv) member = await members.setCv(request, before.id, cv);
  return member;
}

async function filesOf(tools: PeopleTools, request: FastifyRequest) {
  const [photo, cv] = [await sentPhoto(request, tools), await sentCv(request, tools)];
  return { ...(photo ? { photo } : {}), ...(cv ? { cv } : {}) };
}

async function listView(tools: PeopleTools, request: FastifyRequest) {
  const query = request.query as Record<string, string>;
  const page = readPage(query, { sizeNames: ['limit'], defaultSize: SIZE });
  const [{ rows, total }, catalogue] = await Promise.all([findUsers(tools, request, query, page), tools.catalogue.snapshot()]);
  const users = rows.map((row) => ({ ...row, place: placeName(catalogue, request.language, row) }));
  return {
    users,
    total,
    page: page.page,
    pages: pageCount(total, page.size),
    size: page.size,
    countries: choicesOf(catalogue, request.language).countries,
  };
}

async function formView(tools: PeopleTools, request: FastifyRequest, answers: Answers, refusal?: Failure): Promise<UserFormView> {
  const catalogue = await tools.catalogue.snapshot();
  return {
    answers,
    errors: refusal?.fields ?? {},
    choices: choicesOf(catalogue, request.language),
    latestBirthday: latestBirthday(tools.clock.now()),
  };
}

async function showEdit(
  tools: PeopleTools,
  request: FastifyRequest,
  reply: FastifyReply,
  member: Member,
  typed: Answers,
  refusal?: Failure,
): Promise<FastifyReply> {
  const answers = { ...answersOfMember(member, await tools.catalogue.snapshot()), email: member.email ?? '', role: member.role, ...typed };
  const view = await formView(tools, request, answers, refusal);
  const title = say(admin.editTitle, request.language, { name: nameOf(member) });
  return tools.pages.send(request, reply, {
    title,
    body: <EditUserPage {...view} member={member} />,
    status: refusal ? statusOf(refusal) : 200,
  });
}

async function showCreate(
  tools: PeopleTools,
  request: FastifyRequest,
  reply: FastifyReply,
  typed: Answers,
  refusal?: Failure,
): Promise<FastifyReply> {
  const view = await formView(tools, request, typed, refusal);
  return tools.pages.send(request, reply, {
    title: say(admin.createTitle, request.language),
    body: <CreateTalentPage {...view} />,
    status: refusal ? statusOf(refusal) : 200,
  });
}
