/** The forms of administrators over one person: edit, create, the temporary password. */
import type { ReactElement } from 'react';
import { MAX_DOCUMENT_MEGABYTES, MAX_PHOTO_MEGABYTES } from '#capabilities/media/media.ts';
import type { FieldErrors } from '#kernel/failure.ts';
import { ROLES } from '#kernel/http/access.ts';
import { Select, Switch } from '#kernel/page/choices.tsx';
import { Alert, Button, Card, LinkButton, PageHeader } from '#kernel/page/components.tsx';
import { usePage, useT } from '#kernel/page/context.tsx';
import { CodeTag } from '#kernel/page/facts.tsx';
import { TextInput } from '#kernel/page/fields.tsx';
import { FileInput, PhotoInput } from '#kernel/page/files.tsx';
import { ErrorSummary, Form, FormActions } from '#kernel/page/forms.tsx';
import { Breadcrumbs } from '#kernel/page/trails.tsx';
import type { Member } from '../members/members.ts';
import { photoOf } from '../profile/profile.ts';
import {
  type Answers,
  BirthFields,
  ContactFields,
  FieldStack,
  LinkSection,
  NameFields,
  OriginFields,
  type ProfileChoices,
  TalentPicker,
  WorkFields,
  words,
} from '../profile-form/profile-form.tsx';
import { admin } from './messages.ts';
import { Status } from './users-page.tsx';

export interface UserFormView {
  readonly answers: Answers;
  readonly errors: FieldErrors;
  readonly choices: ProfileChoices;
  readonly latestBirthday: string;
}

const MEGABYTE = 1024 * 1024;
const CRUMBS = [{ label: admin.users, href: '/admin/users' }];

export function EditUserPage({ member, ...view }: UserFormView & { member: Member }): ReactElement {
  const t = useT();
  const name = `${member.firstName} ${member.lastName}`;
  return (
    <>
      <PageHeader title={t(admin.editTitle, { name })} crumbs={CRUMBS} badge={<Status active={member.active} />}>
        <CodeTag code={member.code} copy />
        <LinkButton href={`/profile/view/${member.code}`} kind="secondary" icon="eye">
          {t(admin.view)}
        </LinkButton>
      </PageHeader>
      <div className="split">
        <Form action={`/admin/user/${member.id}/edit`} values={view.answers} errors={view.errors} multipart>
          <ErrorSummary labels={words.labels} />
          <Card title={admin.identity}>
            <FieldStack>
              <NameFields />
              <TextInput name="email" type="email" label={words.labels.email} hint={admin.emailHint} required maxLength={150} icon="mail" />
              <BirthFields latest={view.latestBirthday} />
              <RoleField member={member} />
              <Switch name="is_public" label={admin.publicLabel} hint={admin.publicHint} />
            </FieldStack>
          </Card>
          <Rest {...view} photo={photoOf(member, 320)} />
          <FormActions>
            <Button icon="save">{t(admin.save)}</Button>
            <LinkButton href="/admin/users" kind="quiet">
              {t(admin.cancel)}
            </LinkButton>
          </FormActions>
        </Form>
        <AccountCard member={member} />
      </div>
    </>
  );
}

/** Only a super-administrator gives roles, and not to themselves. */
function RoleField({ member }: { member: Member }): ReactElement | null {
  const { viewer } = usePage();
  if (viewer?.role !== 'super_admin' || viewer.accountId === member.id) return null;
  const options = ROLES.map((value) => ({ value, label: words.roleLabel(value) }));
  return <Select name="role" label={words.labels.role} hint={admin.roleHint} options={options} placeholder={null} />;
}

function AccountCard({ member }: { member: Member }): ReactElement {
  const t = useT();
  const { viewer } = usePage();
  const base = `/admin/user/${member.id}`;
  const isPeer = member.role === 'admin' || member.role === 'super_admin';
  const mayAct = member.id !== viewer?.accountId && (!isPeer || viewer?.role === 'super_admin');
  return (
    <div className="stack">
      <Card title={admin.account}>
        {mayAct ? (
          <div className="stack">
            <LinkButton href={`${base}/toggle-active`} kind="secondary" icon={member.active ? 'ban' : 'undo'} full>
              {t(member.active ? admin.close : admin.reopen)}
            </LinkButton>
            {!isPeer && (
              <LinkButton href={`${base}/delete`} kind="danger" icon="trash" full>
                {t(admin.remove)}
              </LinkButton>
            )}
          </div>
        ) : (
          <p className="text-muted">{t(admin.notYourself)}</p>
        )}
      </Card>
      {member.cvFile && <CvCard member={member} />}
      {mayAct && (
        <Card title={admin.password} lead={admin.passwordLead}>
          <LinkButton href={`${base}/password`} kind="secondary" icon="key" full>
            {t(admin.passwordGive)}
          </LinkButton>
        </Card>
      )}
    </div>
  );
}

/** Multipart: the address is also called by programs, which no plain form may imitate. */
function CvCard({ member }: { member: Member }): ReactElement {
  const t = useT();
  const score = member.cvAnalysis?.score;
  return (
    <Card title={admin.cv} lead={typeof score === 'number' ? t(admin.cvScore, { score }) : admin.cvNotAnalysed}>
      <Form action={`/admin/user/${member.id}/analyze-cv`} multipart id="analyse-cv">
        <Button kind="secondary" icon="sparkles" full>
          {t(admin.cvAnalyse)}
        </Button>
      </Form>
    </Card>
  );
}

export function CreateTalentPage(view: UserFormView): ReactElement {
  const t = useT();
  return (
    <>
      <PageHeader title={admin.createTitle} lead={admin.createLead} crumbs={CRUMBS} />
      <Form action="/admin/talent/create" values={view.answers} errors={view.errors} multipart draft="talent-create">
        <ErrorSummary labels={words.labels} />
        <Card title={admin.identity}>
          <FieldStack>
            <NameFields />
            <TextInput
              name="email"
              type="email"
              label={words.labels.email}
              hint={admin.emailHint}
              required
              maxLength={150}
              icon="mail"
              autoComplete="off"
            />
            <BirthFields latest={view.latestBirthday} />
            <Switch name="is_public" label={admin.publicLabel} hint={admin.publicHint} />
          </FieldStack>
        </Card>
        <Rest {...view} photo={null} />
        <FormActions>
          <Button icon="user-plus">{t(admin.createSubmit)}</Button>
          <LinkButton href="/admin/users" kind="quiet">
            {t(admin.cancel)}
          </LinkButton>
        </FormActions>
      </Form>
    </>
  );
}

const Rest = ({ answers, errors, choices, photo }: UserFormView & { photo: string | null }): ReactElement => (
  <>
    <Card title={admin.origins}>
      <FieldStack>
        <OriginFields choices={choices} />
        <ContactFields choices={choices} />
      </FieldStack>
    </Card>
    <Card title={admin.work}>
      <FieldStack>
        <TalentPicker choices={choices} />
        <WorkFields more />
        <LinkSection answers={answers} errors={errors} />
      </FieldStack>
    </Card>
    <Card title={admin.files}>
      <div className="field-row">
        <PhotoInput
          name="photo"
          label={photo ? admin.newPhoto : words.labels.photo}
          maxBytes={MAX_PHOTO_MEGABYTES * MEGABYTE}
          current={photo}
        />
        <FileInput
          name="cv"
          label={words.labels.cv}
          accept=".pdf,.doc,.docx,.txt"
          maxBytes={MAX_DOCUMENT_MEGABYTES * MEGABYTE}
          icon="file"
        />
      </div>
    </Card>
  </>
);

/** Told once, on the page that answers the act; never stored in clear. */
export function PasswordPage({ member, password }: { member: Member; password: string }): ReactElement {
  const t = useT();
  return (
    <section className="confirm card-box">
      <Breadcrumbs trail={[{ label: `${member.firstName} ${member.lastName}`, href: `/admin/user/${member.id}/edit` }]} />
      <h1 className="page-title">{t(admin.passwordTitle, { name: `${member.firstName} ${member.lastName}` })}</h1>
      <p className="text-2xl [&_.code-tag]:text-2xl sm:[&_.code-tag]:text-3xl">
        <CodeTag code={password} copy />
      </p>
      <Alert tone="warning">{t(admin.passwordOnce)}</Alert>
      <LinkButton href={`/admin/user/${member.id}/edit`} kind="secondary">
        {t(admin.backToEdit)}
      </LinkButton>
    </section>
  );
}
