/** The form that changes a file: everything in sections on one page, photos apart. */
import type { ReactElement } from 'react';
import type { FieldErrors } from '#kernel/failure.ts';
import { isAdmin } from '#kernel/http/access.ts';
import { Switch } from '#kernel/page/choices.tsx';
import { Button, Card, LinkButton, PageHeader } from '#kernel/page/components.tsx';
import { usePage, useT } from '#kernel/page/context.tsx';
import { CodeTag } from '#kernel/page/facts.tsx';
import { ErrorSummary, Form, FormActions } from '#kernel/page/forms.tsx';
import { type CinemaTalent, MAX_GALLERY } from '../cinema/cinema.ts';
import { type Answers, FieldStack, type ProfileChoices } from '../profile-form/profile-form.tsx';
import { photoAt } from './gallery-view.tsx';
import { labels } from './labels.ts';
import { LooksFields } from './looks-fields.tsx';
import { m } from './messages.ts';
import { DocumentFields, NetworkSection, OriginFields, PersonFields } from './person-fields.tsx';
import { GalleryField, PaperField, PortraitField } from './photo-fields.tsx';
import { p } from './profile-messages.ts';
import { nameOf } from './profile-page.tsx';
import { WorkFields } from './work-fields.tsx';

export interface EditView {
  readonly talent: CinemaTalent;
  readonly answers: Answers;
  readonly errors: FieldErrors;
  /** Faults of the photos, which have a form of their own. */
  readonly photoErrors: FieldErrors;
  readonly choices: ProfileChoices;
  readonly latestBirthday: string;
  readonly more: string | undefined;
}

export function EditPage(view: EditView): ReactElement {
  const t = useT();
  const { talent } = view;
  const profile = `/cinema/profile/${talent.code}`;
  return (
    <>
      <PageHeader title={t(p.editTitle, { name: nameOf(talent) })} crumbs={[{ label: { data: nameOf(talent) }, href: profile }]}>
        <CodeTag code={talent.code} copy />
        <LinkButton href={profile} kind="secondary" icon="eye">
          {t(m.profile)}
        </LinkButton>
      </PageHeader>
      <div className="split">
        <FileForm {...view} />
        <PhotoForm {...view} />
      </div>
    </>
  );
}

function FileForm({ talent, answers, errors, choices, latestBirthday, more }: EditView): ReactElement {
  const t = useT();
  return (
    <Form action={`/cinema/talent/${talent.id}/edit`} values={answers} errors={errors}>
      <button type="submit" className="sr-only" tabIndex={-1} aria-hidden="true" />
      <ErrorSummary labels={labels} />
      <Card title={p.identity}>
        <FieldStack>
          <PersonFields latest={latestBirthday} choices={choices} />
          <NetworkSection answers={answers} errors={errors} />
        </FieldStack>
      </Card>
      <Card title={p.places}>
        <FieldStack>
          <OriginFields choices={choices} />
          <DocumentFields kept={talent.idDocument.number} />
        </FieldStack>
      </Card>
      <Card title={p.work}>
        <FieldStack>
          <WorkFields answers={answers} choices={choices} more={more} />
        </FieldStack>
      </Card>
      <Card title={p.looks}>
        <FieldStack>
          <LooksFields />
        </FieldStack>
      </Card>
      <Visibility />
      <FormActions>
        <Button icon="save">{t(p.save)}</Button>
        <LinkButton href={`/cinema/profile/${talent.code}`} kind="quiet">
          {t(p.cancel)}
        </LinkButton>
      </FormActions>
    </Form>
  );
}

function Visibility(): ReactElement {
  const { viewer } = usePage();
  return (
    <Card title={p.visibility}>
      <FieldStack>
        <Switch name="is_public" label={m.publicProfile} hint={m.publicHint} />
        {isAdmin(viewer) && <Switch name="is_active" label={p.activeLabel} hint={p.activeHint} />}
      </FieldStack>
    </Card>
  );
}

function PhotoForm({ talent, photoErrors }: EditView): ReactElement {
  const t = useT();
  const pictures = talent.galleryFiles.map((file) => ({ key: baseOf(file), src: photoAt(file, 320) }));
  return (
    <Card title={p.photosTitle} lead={p.photosLead} icon="camera" id="photos">
      <Form action={`/cinema/talent/${talent.id}/photos`} multipart id="photo-form" errors={photoErrors}>
        <ErrorSummary labels={labels} />
        <PortraitField current={talent.photoFile && photoAt(talent.photoFile, 320)} />
        <GalleryField pictures={pictures} max={MAX_GALLERY} />
        <PaperField received={talent.hasIdPhoto} />
        <FormActions>
          <Button icon="upload" name="go" value="save">
            {t(p.photosSend)}
          </Button>
        </FormActions>
      </Form>
    </Card>
  );
}

/** The name of a stored file without its folders. */
export const baseOf = (file: string): string => file.slice(file.lastIndexOf('/') + 1);
