/** Beside the script: how long it is, what would be made, by whom, for how much, and the press that begins it. */
import type { ReactElement } from 'react';
import { Alert, Button, Card } from '#kernel/page/components.tsx';
import { usePage, useT } from '#kernel/page/context.tsx';
import { Meter } from '#kernel/page/gauges.tsx';
import { Icon } from '#kernel/page/icons.tsx';
import type { Estimate } from '../pipeline/pipeline.ts';
import type { FilmScript } from '../projects/projects.ts';
import { STEPS, stepIcons, stepNames } from './labels.ts';
import { makerName, QuoteBox } from './quote-view.tsx';
import { secondsFor } from './script-form.ts';
import { script as m } from './script-messages.ts';
import type { ScriptView } from './script-view.tsx';

export function PlanBox({ typed, project, estimate, isBusy, language }: ScriptView & { language: FilmScript['language'] }): ReactElement {
  const t = useT();
  const wanted = project.config.targetDuration;
  const seconds = typed.scenes.reduce((sum, { narration }) => sum + secondsFor(narration, language), 0);
  return (
    <aside className="film-plan" aria-label={t(m.plan)}>
      <Card title={m.plan}>
        <div className="stack">
          <div data-total>
            <Meter label={m.total} value={seconds} max={Math.max(wanted, seconds)} note={t(m.totalOf, { seconds, wanted })} />
          </div>
          {estimate && <Steps estimate={estimate} />}
          {estimate && !estimate.isWithinBudget && <Alert tone="warning" title={m.overBudget} />}
          {estimate && (
            <QuoteBox
              quote={{
                seconds: estimate.seconds,
                isWhole: true,
                mostUsd: estimate.mostUsd,
                providers: estimate.steps.map(({ provider }) => provider),
              }}
            />
          )}
          {!isBusy && (
            <div className="film-plan-acts">
              <Button size="lg" icon="film" full name="act" value="make">
                {t(m.make)}
              </Button>
              <Button kind="secondary" icon="play" full name="act" value="draft">
                {t(m.draft)}
              </Button>
              <Button kind="quiet" icon="save" full name="act" value="save">
                {t(m.save)}
              </Button>
              {project.script && (
                <Button kind="quiet" icon="refresh" full name="act" value="rewrite" formNoValidate>
                  {t(m.again)}
                </Button>
              )}
            </div>
          )}
        </div>
      </Card>
    </aside>
  );
}

function Steps({ estimate }: { estimate: Estimate }): ReactElement {
  const t = useT();
  const { language } = usePage();
  const steps = STEPS.flatMap((name) => estimate.steps.filter(({ step }) => step === name));
  return (
    <ul className="film-plan-steps">
      {steps.map(({ step, toMake, reused, provider }) => (
        <li key={step}>
          <Icon name={stepIcons[step]} />
          <strong>{t(stepNames[step])}</strong>
          <span>
            {[toMake > 0 && t(m.toMake, { count: toMake }), reused > 0 && t(m.reused, { count: reused })].filter(Boolean).join(' · ') ||
              t(m.nothing)}
          </span>
          {!['embedded', 'person'].includes(provider) && <small>{makerName(provider, language)}</small>}
        </li>
      ))}
    </ul>
  );
}
