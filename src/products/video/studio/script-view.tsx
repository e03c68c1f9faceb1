/** The script of a film: its scenes in a form, beside it what would be made of them. */
import type { ReactElement } from 'react';
import type { FieldErrors } from '#kernel/failure.ts';
import { Alert, Button, Card, EmptyState } from '#kernel/page/components.tsx';
import { type Text, useT } from '#kernel/page/context.tsx';
import { TextArea, TextInput } from '#kernel/page/fields.tsx';
import { ErrorSummary, Form } from '#kernel/page/forms.tsx';
import { Icon } from '#kernel/page/icons.tsx';
import { Island } from '#kernel/page/islands.tsx';
import type { Estimate } from '../pipeline/pipeline.ts';
import type { FilmScript, Project } from '../projects/projects.ts';
import { wizard } from './messages.ts';
import { PlanBox } from './plan-view.tsx';
import { addressOf, sceneAddress } from './requests.ts';
import { LONG_SECONDS, PACE, secondsFor, type TypedScene, type TypedScript, wordsIn } from './script-form.ts';
import { script as m } from './script-messages.ts';

export interface ScriptView {
  readonly project: Project;
  readonly typed: TypedScript;
  readonly errors: FieldErrors;
  readonly refusal: Text | null;
  readonly estimate: Estimate | null;
  /** Somebody is at work on it: it can be read. */
  readonly isBusy: boolean;
  readonly once: string;
}

const SOURCES = { embedded: m.embedded, model: m.model, person: m.person };

export function ScriptForm(view: ScriptView): ReactElement {
  const t = useT();
  const { project, typed, errors, refusal } = view;
  const language = project.script?.language ?? 'fr';
  const labels = labelsOf(typed);
  const island = {
    ...{ pace: PACE[language], long: LONG_SECONDS, wanted: project.config.targetDuration },
    length: Object.fromEntries(Object.entries(SAMPLES).map(([form, words]) => [form, t(m.length, { words, seconds: '{seconds}' })])),
    tooLong: t(m.tooLong),
    total: t(m.totalOf, { seconds: '{seconds}', wanted: project.config.targetDuration }),
  };
  return (
    <Island name="film-script" props={island}>
      <Form action={`${addressOf(project.id)}/script`} id="script" errors={errors} className="film-script">
        <input type="hidden" name="version" value={typed.version} />
        <input type="hidden" name="once" value={view.once} />
        {/* Enter in a field saves, and never moves a scene. */}
        <button type="submit" name="act" value="save" className="sr-only" tabIndex={-1} aria-hidden="true" />
        <div className="split film-split">
          <div className="stack">
            {refusal && <Alert tone="danger" title={refusal} />}
            {view.isBusy && <Alert tone="info" title={m.busy} />}
            <ErrorSummary labels={labels} />
            <Card className="film-script-head">
              <TextInput name="title" label={m.filmTitle} value={typed.title} required maxLength={200} />
              {project.script && (
                <p className="film-note">
                  <Icon name="info" />
                  {t(SOURCES[project.script.source])}
                </p>
              )}
            </Card>
            <ol className="film-scenes" data-scenes>
              {typed.scenes.map((scene, index) => (
                <SceneFields key={scene.key} {...{ scene, index, project, language }} isLast={index === typed.scenes.length - 1} />
              ))}
            </ol>
            <p>
              <Button
                kind="secondary"
                icon="plus"
                className="film-add"
                name="act"
                value={`add-${typed.scenes.at(-1)?.key ?? 'end'}`}
                formNoValidate
              >
                {t(m.addLast)}
              </Button>
            </p>
          </div>
          <PlanBox {...view} language={language} />
        </div>
      </Form>
    </Island>
  );
}

/** A count for each plural of our languages: the browser puts its own number into the sentence of its form. */
const SAMPLES = { one: 1, two: 2, few: 3, other: 100 } as const;

const labelsOf = ({ scenes }: TypedScript): Readonly<Record<string, Text>> => ({
  title: m.filmTitle,
  scenes: m.scenes,
  ...Object.fromEntries(
    scenes.flatMap(({ key }) => [
      [`narration-${key}`, m.narration],
      [`image-${key}`, m.image],
      [`screen-${key}`, m.screen],
    ]),
  ),
});

interface SceneProps {
  readonly scene: TypedScene;
  readonly index: number;
  readonly isLast: boolean;
  readonly project: Project;
  readonly language: FilmScript['language'];
}

function SceneFields({ scene, index, isLast, project, language }: SceneProps): ReactElement {
  const t = useT();
  const { key, narration, image, screen } = scene;
  const number = index + 1;
  return (
    <li className="film-scene" id={`scene-${key}`}>
      <input type="hidden" name="scene" value={key} />
      <header className="film-scene-head">
        <h2>{t(m.scene, { number })}</h2>
        <Length narration={narration} language={language} />
        <div className="film-scene-acts">
          <Button
            kind="quiet"
            size="sm"
            icon="arrow-up"
            name="act"
            value={`up-${key}`}
            label={t(m.up, { number })}
            disabled={index === 0}
            formNoValidate
          />
          <Button
            kind="quiet"
            size="sm"
            icon="arrow-down"
            name="act"
            value={`down-${key}`}
            label={t(m.down, { number })}
            disabled={isLast}
            formNoValidate
          />
          <Button kind="quiet" size="sm" icon="plus" name="act" value={`add-${key}`} label={t(m.add, { number })} formNoValidate />
          <Button kind="quiet" size="sm" icon="trash" name="act" value={`remove-${key}`} label={t(m.remove, { number })} formNoValidate />
          {!key.startsWith('n') && (
            <a
              className="button button-quiet button-sm button-square"
              href={sceneAddress(project.id, Number(key))}
              aria-label={t(m.open, { number })}
            >
              <Icon name="image" />
            </a>
          )}
        </div>
      </header>
      <div className="film-scene-fields">
        <TextArea name={`narration-${key}`} label={m.narration} value={narration} rows={3} required />
        <TextArea name={`image-${key}`} label={m.image} value={image} rows={6} className="film-scene-image" />
        <TextInput name={`screen-${key}`} label={m.screen} value={screen} maxLength={120} />
      </div>
    </li>
  );
}

function Length({ narration, language }: { narration: string; language: FilmScript['language'] }): ReactElement {
  const t = useT();
  const seconds = secondsFor(narration, language);
  return (
    <p className="film-scene-length" data-length>
      <span>{t(m.length, { words: wordsIn(narration), seconds })}</span>
      {seconds > LONG_SECONDS && <em>{t(m.tooLong)}</em>}
    </p>
  );
}

export function NoScript({ project, once }: { project: Project; once: string }): ReactElement {
  const t = useT();
  return (
    <EmptyState icon="edit" title={m.none} text={m.noneText}>
      <Form action={`${addressOf(project.id)}/start`} id="write">
        <input type="hidden" name="once" value={once} />
        <input type="hidden" name="until" value="script" />
        <Button icon="sparkles">{t(wizard.send)}</Button>
      </Form>
    </EmptyState>
  );
}
