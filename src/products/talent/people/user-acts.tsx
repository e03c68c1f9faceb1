/** What administrators do to an account: close, reopen, delete, give a temporary password. Each asks first, on a page of its own. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ReactElement } from 'react';
import { policies } from '#capabilities/identity/identity.ts';
import { inTransaction } from '#kernel/db/transaction.ts';
import { type Failure, failure } from '#kernel/failure.ts';
import { type Door, statusOf } from '#kernel/http/door.ts';
import { say } from '#kernel/message.ts';
import { Confirm, isConfirmed } from '#kernel/page/confirm.tsx';
import { useT } from '#kernel/page/context.tsx';
import { fieldOf } from '#kernel/page/requests.ts';
import type { Member } from '../members/members.ts';
import { admin } from './messages.ts';
import type { PeopleTools } from './people.ts';
import { PasswordPage } from './user-form.tsx';
import { adminPage, type ById, done, idOf, nameOf } from './user-routes.tsx';

export function registerUserActs(door: Door, tools: PeopleTools): void {
  const { members, pages } = tools;
  door.get<ById>('/admin/user/:id/toggle-active', adminPage, async (request, reply) => {
    const member = await members.get(request, idOf(request));
    const title = member.active ? admin.closeTitle : admin.reopenTitle;
    return pages.send(request, reply, { title: say(title, request.language), body: <ConfirmToggle member={member} /> });
  });
  door.post<ById>('/admin/user/:id/toggle-active', adminPage, async (request, reply) => {
    const member = await members.get(request, idOf(request));
    const open = await members.toggleActive(request, member.id);
    return done(request, reply, '/admin/users', open ? admin.isOpen : admin.isClosed, { name: nameOf(member) });
  });

  door.get<ById>('/admin/user/:id/delete', adminPage, async (request, reply) =>
    askRemoval(tools, request, reply, await members.get(request, idOf(request))),
  );
  door.post<ById>('/admin/user/:id/delete', adminPage, async (request, reply) => {
    const member = await members.get(request, idOf(request));
    if (policies.isPrivileged(member.role)) throw failure.forbidden(admin.adminKept);
    const typed = fieldOf(request, 'confirm');
    if (!isConfirmed(typed, member.code))
      return askRemoval(tools, request, reply, member, failure.field('confirm', admin.wrongCode, {}, 'mismatch'));
    await members.remove(request, member.id);
    return done(request, reply, '/admin/users', admin.isRemoved, { name: nameOf(member) });
  });
}

export function registerPasswordPages(door: Door, tools: PeopleTools): void {
  const { members, pages } = tools;
  door.get<ById>('/admin/user/:id/password', adminPage, async (request, reply) => {
    const member = await members.get(request, idOf(request));
    const title = say(admin.passwordGive, request.language);
    return pages.send(request, reply, { title, body: <ConfirmPassword member={member} /> });
  });
  door.post<ById>('/admin/user/:id/password', adminPage, async (request, reply) => {
    const member = await members.get(request, idOf(request));
    const password = await givePassword(tools, request, member);
    reply.header('cache-control', 'no-store');
    return pages.send(request, reply, {
      title: say(admin.password, request.language),
      body: <PasswordPage member={member} password={password} />,
    });
  });
}

/** Who forgot a password gets a temporary one; administrators only from a super-administrator. */
async function givePassword({ db, identity, audit }: PeopleTools, request: FastifyRequest, member: Member): Promise<string> {
  const { viewer } = request;
  if (!viewer || !policies.mayResetPassword(viewer, member)) throw failure.forbidden();
  const { password, passwordHash } = await identity.temporaryPassword();
  await inTransaction(db, async (tx) => {
    await identity.giveTemporaryPassword(tx, member.id, passwordHash);
    const details = { by: viewer.accountId };
    await audit.security(request, { event: 'temporary_password_given', severity: 'high', accountId: member.id, details }, tx);
  });
  return password;
}

function ConfirmToggle({ member }: { member: Member }): ReactElement {
  const t = useT();
  const [title, submit, text] = member.active
    ? [admin.closeTitle, admin.close, admin.closeText]
    : [admin.reopenTitle, admin.reopen, admin.reopenText];
  return (
    <Confirm
      title={title}
      name={nameOf(member)}
      action={`/admin/user/${member.id}/toggle-active`}
      submit={submit}
      cancelHref="/admin/users"
    >
      <p>{t(text)}</p>
    </Confirm>
  );
}

function ConfirmPassword({ member }: { member: Member }): ReactElement {
  const t = useT();
  const base = `/admin/user/${member.id}`;
  return (
    <Confirm
      title={admin.passwordGive}
      name={nameOf(member)}
      action={`${base}/password`}
      submit={admin.passwordMake}
      cancelHref={`${base}/edit`}
    >
      <p>{t(admin.passwordAsk)}</p>
    </Confirm>
  );
}

/** The page of the last question: names the person, and wants the code typed. */
function askRemoval({ pages }: PeopleTools, request: FastifyRequest, reply: FastifyReply, member: Member, refusal?: Failure): FastifyReply {
  const title = say(admin.removeTitle, request.language, { name: nameOf(member) });
  const body = <ConfirmRemoval member={member} typed={fieldOf(request, 'confirm')} refusal={refusal} title={title} />;
  return pages.send(request, reply, { title, body, status: refusal ? statusOf(refusal) : 200 });
}

interface Removal {
  readonly member: Member;
  readonly typed: string;
  readonly refusal: Failure | undefined;
  readonly title: string;
}

function ConfirmRemoval({ member, typed, refusal, title }: Removal): ReactElement {
  const t = useT();
  const action = `/admin/user/${member.id}/delete`;
  return (
    <Confirm
      title={title}
      name={member.code}
      action={action}
      submit={admin.remove}
      cancelHref="/admin/users"
      danger
      typed={admin.typeCode}
      errors={refusal?.fields}
      values={{ confirm: typed }}
    >
      <p>{t(admin.removeText, { code: member.code })}</p>
    </Confirm>
  );
}
