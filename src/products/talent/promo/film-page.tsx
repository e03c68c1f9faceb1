/** `/cinema/projects/:id/promo`: who appears, how it looks, and the words, before the film is ordered. */
import type { ReactElement } from 'react';
import type { FieldErrors } from '#kernel/failure.ts';
import { Checkbox, CheckboxGroup, RadioCards, Select } from '#kernel/page/choices.tsx';
import { Button, Card, LinkButton, PageHeader } from '#kernel/page/components.tsx';
import { useT } from '#kernel/page/context.tsx';
import { ErrorSummary, FieldRow, Form, FormActions, type FormValues } from '#kernel/page/forms.tsx';
import type { Project } from '../projects/projects.ts';
import type { Face } from './faces.ts';
import { m, TONE_WORDS } from './messages.ts';
import { FaceChoice, OtherFaces } from './people-view.tsx';
import { MOST_FACES, type ScriptScene, TONES } from './script.ts';

export const LENGTHS = [15, 30, 60] as const;
export const RATIOS = ['16:9', '9:16', '1:1'] as const;
const LANGUAGES = [
  { value: 'fr', label: 'Français' },
  { value: 'en', label: 'English' },
  { value: 'ar', label: 'العربية' },
];

export interface FilmView {
  readonly project: Project;
  readonly faces: readonly Face[];
  /** Of the production; null without one, or without a logo. */
  readonly production: { readonly name: string; readonly hasLogo: boolean } | null;
  readonly script: readonly ScriptScene[];
  readonly chosen: readonly string[] | null;
  readonly values: FormValues;
  readonly errors: FieldErrors;
  /** Of the request for consent beside it. */
  readonly askErrors: FieldErrors;
  readonly until: string;
}

export const pathOf = ({ id }: Pick<Project, 'id'>): string => `/cinema/projects/${id}`;

export function FilmPage(view: FilmView): ReactElement {
  const t = useT();
  const { project, faces, production, script, chosen, values, errors, askErrors, until } = view;
  const at = `${pathOf(project)}/promo`;
  return (
    <>
      <PageHeader
        title={m.promo}
        lead={m.promoLead}
        crumbs={[
          { label: m.projects, href: '/cinema/projects' },
          { label: { data: project.name }, href: pathOf(project) },
        ]}
      />
      <div className="split">
        <div className="stack">
          <Card>
            <Form action={at} values={values} errors={errors} id="film">
              <ErrorSummary labels={{ people: m.who, ratios: m.ratios }} />
              <FaceChoice faces={faces} chosen={chosen} hint={t(m.whoHint, { most: MOST_FACES })} />
              <CheckboxGroup
                name="ratios"
                label={m.ratios}
                hint={m.ratiosHint}
                required
                options={[
                  { value: '16:9', label: m.wide },
                  { value: '9:16', label: m.tall },
                  { value: '1:1', label: m.square },
                ]}
              />
              <RadioCards name="tone" label={m.tone} columns={3} options={TONES.map((value) => ({ value, label: TONE_WORDS[value] }))} />
              <FieldRow>
                <Select
                  name="seconds"
                  label={m.length}
                  placeholder={null}
                  options={LENGTHS.map((value) => ({ value, label: t(m.seconds, { count: value }) }))}
                />
                <Select name="language" label={m.language} placeholder={null} options={LANGUAGES} />
              </FieldRow>
              <Checkbox name="voice" label={t(m.voice)} />
              <Checkbox name="music" label={t(m.music)} />
              {production?.hasLogo && <Checkbox name="logo" label={t(m.logo, { production: production.name })} />}
              <Checkbox name="draft" label={t(m.draft)} />
              <FormActions>
                <Button name="act" value="make" icon="film">
                  {t(m.make)}
                </Button>
                <Button name="act" value="read" kind="secondary" icon="edit">
                  {t(m.readFirst)}
                </Button>
                <LinkButton kind="quiet" href={pathOf(project)}>
                  {project.name}
                </LinkButton>
              </FormActions>
            </Form>
          </Card>
          <OtherFaces faces={faces} action={`${at}/ask`} until={until} errors={askErrors} />
        </div>
        <Card title={m.script} lead={m.scriptLead}>
          <ol className="promo-script">
            {script.map(({ narration, onScreen, face }) => (
              <li key={`${face} ${narration}`} dir="auto">
                {narration}
                {onScreen && <small>{onScreen}</small>}
              </li>
            ))}
          </ol>
        </Card>
      </div>
    </>
  );
}
