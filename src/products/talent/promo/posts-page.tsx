/** `/cinema/projects/:id/posts`: the team presented, one post a person, and pictures ordered from the studio. */
import type { ReactElement } from 'react';
import { PICTURE_PLATFORMS, PLATFORM_TITLES } from '#capabilities/publishing/publishing.ts';
import type { FieldErrors } from '#kernel/failure.ts';
import { CheckboxGroup, Select } from '#kernel/page/choices.tsx';
import { Button, Card, PageHeader } from '#kernel/page/components.tsx';
import { useT } from '#kernel/page/context.tsx';
import { DateInput, TextArea, TextInput } from '#kernel/page/fields.tsx';
import { ErrorSummary, FieldRow, Form, FormActions, type FormValues } from '#kernel/page/forms.tsx';
import type { Project } from '../projects/projects.ts';
import type { Face } from './faces.ts';
import { pathOf } from './film-page.tsx';
import { m } from './messages.ts';
import { FaceChoice, OtherFaces } from './people-view.tsx';

/** Characters of what a picture is ordered by. */
export const MOST_PROMPT = 1000;

export interface PostsView {
  readonly project: Project;
  readonly faces: readonly Face[];
  readonly chosen: readonly string[] | null;
  readonly values: FormValues;
  readonly errors: FieldErrors;
  readonly orderValues: FormValues;
  readonly orderErrors: FieldErrors;
  readonly until: string;
}

export function PostsPage({ project, faces, chosen, values, errors, orderValues, orderErrors, until }: PostsView): ReactElement {
  const t = useT();
  const at = `${pathOf(project)}/posts`;
  return (
    <>
      <PageHeader
        title={m.posts}
        lead={m.postsLead}
        crumbs={[
          { label: m.projects, href: '/cinema/projects' },
          { label: { data: project.name }, href: pathOf(project) },
        ]}
      />
      <div className="split">
        <div className="stack">
          <Card title={m.announce} lead={m.announceLead}>
            <Form action={at} values={values} errors={errors} id="posts">
              <ErrorSummary
                labels={{ people: m.who, platforms: m.platforms, caption: m.caption, day: m.day, hashtags: m.hashtags, image: m.pictures }}
              />
              <FaceChoice faces={faces} chosen={chosen} hint={t(m.zone, { zone: project.timeZone })} />
              <CheckboxGroup
                name="platforms"
                label={m.platforms}
                required
                options={PICTURE_PLATFORMS.map((value) => ({ value, label: PLATFORM_TITLES[value] }))}
              />
              <TextArea
                name="caption"
                label={m.caption}
                hint={t(m.captionHint, { name: '{name}', role: '{role}' })}
                required
                max={1000}
                rows={3}
              />
              <TextInput name="hashtags" label={m.hashtags} maxLength={300} />
              <FieldRow>
                <DateInput name="day" label={m.day} required />
                <TextInput name="time" label={m.time} required pattern="([01][0-9]|2[0-3]):[0-5][0-9]" inputMode="numeric" />
              </FieldRow>
              <FormActions>
                <Button icon="calendar">{t(m.plan)}</Button>
              </FormActions>
            </Form>
          </Card>
          <OtherFaces faces={faces} action={`${pathOf(project)}/promo/ask`} until={until} />
        </div>
        <Card title={m.images} lead={m.imagesLead}>
          <Form action={`${at}/images`} values={orderValues} errors={orderErrors} id="images">
            <ErrorSummary labels={{ prompt: m.prompt }} />
            <TextArea name="prompt" label={m.prompt} required rows={3} max={MOST_PROMPT} />
            <Select
              name="variations"
              label={m.howMany}
              placeholder={null}
              options={[1, 2, 3, 4].map((value) => ({ value, label: String(value) }))}
            />
            <FormActions>
              <Button kind="secondary" icon="sparkles">
                {t(m.orderImages)}
              </Button>
            </FormActions>
          </Form>
        </Card>
      </div>
    </>
  );
}
