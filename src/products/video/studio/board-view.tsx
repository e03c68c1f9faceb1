/** A film in the making: counted steps, scenes with their pictures as they are born, what went wrong and how to go on. */
import type { ReactElement } from 'react';
import { type Language, say } from '#kernel/message.ts';
import { Alert, Button, LinkButton } from '#kernel/page/components.tsx';
import { classes, usePage, useT } from '#kernel/page/context.tsx';
import { Form } from '#kernel/page/forms.tsx';
import { Meter } from '#kernel/page/gauges.tsx';
import { Icon } from '#kernel/page/icons.tsx';
import { Island } from '#kernel/page/islands.tsx';
import type { RunState, StepState } from '../pipeline/pipeline.ts';
import type { Project } from '../projects/projects.ts';
import type { Render } from '../renders/renders.ts';
import { board as m } from './board-messages.ts';
import { isScriptOnly, Logs, SceneTiles } from './board-parts.tsx';
import { acts, STEPS, stateIcons, stateNames, stepIcons, stepNames } from './labels.ts';
import { makerName, spanText } from './quote-view.tsx';
import { addressOf, sceneAddress } from './requests.ts';

export interface BoardView {
  readonly project: Project;
  readonly run: RunState;
  readonly render: Render | null;
  readonly once: string;
}

export function Board(view: BoardView): ReactElement {
  const t = useT();
  const { project, run } = view;
  const texts = { offline: t(m.offline), finished: t(m.finished), channel: `project:${project.id}`, done: addressOf(project.id) };
  return (
    <Island name="film-board" props={texts}>
      <div id="film-board" data-state={run.state} className="film-board">
        <Ending {...view} />
        <Head {...view} />
        <section className="film-steps" aria-labelledby="steps-title">
          <h2 id="steps-title" className="sr-only">
            {t(m.steps)}
          </h2>
          <ol>
            {shownSteps(run).map((step) => (
              <Step key={step.name} step={step} run={run} />
            ))}
          </ol>
        </section>
        <SceneTiles project={project} run={run} />
        <Logs run={run} />
      </div>
    </Island>
  );
}

/** Of a run that writes the script alone, the script alone. */
function shownSteps(run: RunState): readonly StepState[] {
  const steps = STEPS.flatMap((name) => run.steps.filter((step) => step.name === name));
  return isScriptOnly(run) ? steps.slice(0, 1) : steps;
}

function Head({ project, run, render, once }: BoardView): ReactElement {
  const t = useT();
  const { language } = usePage();
  const isRunning = run.state === 'running';
  const current = run.steps.find(({ state }) => state === 'in_progress');
  return (
    <section className="film-head card-box">
      <div className="film-head-words" data-part="head">
        <p className="film-now" role="status">
          {isRunning
            ? current
              ? t(m.now, { step: t(stepNames[current.name]) })
              : t(m.title)
            : t(run.state === 'completed' ? m.over : m.stopped)}
        </p>
        <Meter label={m.progress} value={run.overall} note={t(m.percent, { percent: run.overall })} />
        <p className="film-remaining">{timeText(run, language)}</p>
        {run.isSilent && <p className="film-remaining">{t(m.silent)}</p>}
        {render?.position ? <p className="film-remaining">{t(m.queue, { position: render.position })}</p> : null}
      </div>
      {isRunning && (
        <div className="film-head-acts">
          <noscript>
            <LinkButton kind="secondary" icon="refresh" href={addressOf(project.id)}>
              {t(acts.refresh)}
            </LinkButton>
          </noscript>
          <Form action={`${addressOf(project.id)}/cancel`} id="cancel">
            <input type="hidden" name="once" value={once} />
            <Button kind="secondary" icon="ban">
              {t(m.cancel)}
            </Button>
          </Form>
        </div>
      )}
    </section>
  );
}

function timeText(run: RunState, language: Language): string {
  if (run.state !== 'running') {
    const seconds = ((run.endedAt ?? run.startedAt).getTime() - run.startedAt.getTime()) / 1000;
    return run.state === 'completed' ? say(m.made, language, { time: spanText(seconds, language) }) : '';
  }
  if (run.remainingSeconds === null) return say(m.unknownTime, language);
  return say(m.remaining, language, { time: spanText(run.remainingSeconds, language) });
}

function Step({ step, run }: { step: StepState; run: RunState }): ReactElement {
  const t = useT();
  const { language } = usePage();
  const { name, state, done, total } = step;
  const makers = (run.providersUsed[name] ?? []).map((provider) => makerName(provider, language)).join(', ');
  const isCounted = total > 0 && state !== 'skipped';
  return (
    <li className={classes('film-step', `film-step-${state}`)} data-part={`step-${name}`}>
      <span className="film-step-icon">
        <Icon name={stepIcons[name]} />
      </span>
      <p className="film-step-name">
        <strong>{t(stepNames[name])}</strong>
        <span className="film-step-state">
          <Icon name={stateIcons[state]} />
          {t(stateNames[state])}
        </span>
      </p>
      {isCounted && <p className="film-step-count">{countText(step, language)}</p>}
      {isCounted && state === 'in_progress' && (
        <progress className="film-step-bar" value={done} max={total} aria-label={t(stepNames[name])} />
      )}
      {makers && <p className="film-step-maker">{t(m.by, { makers })}</p>}
    </li>
  );
}

/** Items as they are counted; of the montage, percent of the film that is encoded. */
const countText = ({ name, done, total }: StepState, language: Language): string =>
  name === 'montage' ? say(m.percent, language, { percent: Math.round((done / total) * 100) }) : say(m.counted, language, { done, total });

/** Why it stopped, and the way on: what is made is never made twice. */
function Ending({ project, run, once }: BoardView): ReactElement | null {
  const t = useT();
  const { language } = usePage();
  if (run.state !== 'failed' && run.state !== 'cancelled') return null;
  const { fault } = run;
  const title = fault ? t(m.failedAt, { step: t(stepNames[fault.step]) }) : t(m.cancelledTitle);
  return (
    <Alert tone={run.state === 'failed' ? 'danger' : 'warning'} title={title}>
      {fault && <p>{say(fault.message, language)}</p>}
      <p>{t(m.keptText)}</p>
      <div className="cluster film-ending-acts">
        <Form action={`${addressOf(project.id)}/start`} id="resume">
          <input type="hidden" name="once" value={once} />
          {!project.script && <input type="hidden" name="until" value="script" />}
          <Button icon="refresh">{t(m.resume)}</Button>
        </Form>
        {fault?.sceneId && (
          <LinkButton kind="secondary" icon="image" href={sceneAddress(project.id, fault.sceneId)}>
            {t(m.editScene)}
          </LinkButton>
        )}
        {project.script && (
          <LinkButton kind="secondary" icon="edit" href={`${addressOf(project.id)}?view=script`}>
            {t(m.editScript)}
          </LinkButton>
        )}
      </div>
    </Alert>
  );
}
