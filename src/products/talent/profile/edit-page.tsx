/** The edit page of one's own profile: one form for the words, one each for photo and CV. */
import type { ReactElement } from 'react';
import { MAX_PHOTO_MEGABYTES } from '#capabilities/media/media.ts';
import type { FieldErrors } from '#kernel/failure.ts';
import { Button, Card, LinkButton, PageHeader } from '#kernel/page/components.tsx';
import { useT } from '#kernel/page/context.tsx';
import { PhotoInput } from '#kernel/page/files.tsx';
import { ErrorSummary, Form, FormActions } from '#kernel/page/forms.tsx';
import type { Member } from '../members/members.ts';
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
import { CvCard } from './dashboard-page.tsx';
import { m } from './messages.ts';
import { photoOf } from './view-page.tsx';

export interface EditView {
  readonly member: Member;
  readonly answers: Answers;
  readonly errors: FieldErrors;
  readonly choices: ProfileChoices;
  readonly latestBirthday: string;
}

export function EditPage(view: EditView): ReactElement {
  const t = useT();
  const { member, answers, errors } = view;
  const crumbs = [{ label: m.dashboard, href: '/profile/dashboard' }];
  return (
    <>
      <PageHeader title={m.editTitle} crumbs={crumbs} />
      <div className="split">
        <Form action="/profile/edit" values={answers} errors={errors} draft={`profile-${member.id}`}>
          <ErrorSummary labels={words.labels} />
          <ProfileFields {...view} />
          <FormActions>
            <Button icon="save">{t(m.save)}</Button>
            <LinkButton href="/profile/dashboard" kind="quiet">
              {t(m.cancel)}
            </LinkButton>
          </FormActions>
        </Form>
        <div className="stack">
          <PhotoCard member={member} errors={errors} />
          <CvCard member={member} errors={errors} />
        </div>
      </div>
    </>
  );
}

function ProfileFields({ member, answers, errors, choices, latestBirthday }: EditView): ReactElement {
  const t = useT();
  return (
    <>
      <Card title={m.identity} lead={t(m.identityLead, { code: member.code })}>
        <FieldStack>
          <NameFields />
          <p className="field-hint">{t(m.emailFixed, { email: member.email ?? '' })}</p>
          <BirthFields latest={latestBirthday} />
        </FieldStack>
      </Card>
      <Card title={m.origins}>
        <FieldStack>
          <OriginFields choices={choices} />
          <ContactFields choices={choices} />
        </FieldStack>
      </Card>
      <Card title={m.work}>
        <FieldStack>
          <TalentPicker choices={choices} />
          <WorkFields more />
          <LinkSection answers={answers} errors={errors} />
        </FieldStack>
      </Card>
    </>
  );
}

function PhotoCard({ member, errors }: { member: Member; errors: FieldErrors }): ReactElement {
  const t = useT();
  return (
    <Card title={m.photoTitle} icon="camera" id="photo">
      <Form action="/profile/upload-photo" multipart id="photo-form" errors={errors}>
        <PhotoInput
          name="photo"
          label={words.labels.photo}
          hint={m.photoHint}
          maxBytes={MAX_PHOTO_MEGABYTES * 1024 * 1024}
          current={photoOf(member, 320)}
        />
        <FormActions>
          <Button icon="upload" kind="secondary">
            {t(m.photoSend)}
          </Button>
          {member.photoFile && (
            <Button name="go" value="remove" kind="quiet" icon="trash" formNoValidate>
              {t(m.photoRemove)}
            </Button>
          )}
        </FormActions>
      </Form>
    </Card>
  );
}
