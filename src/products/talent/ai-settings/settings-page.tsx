/** `/admin/settings/ai`: who answers and what it costs at the top, then the choices, the two providers, and the log of calls. */
import type { ReactElement } from 'react';
import type { CallFigures, TextState } from '#capabilities/generation/generation.ts';
import { RadioCards, Switch } from '#kernel/page/choices.tsx';
import { Alert, Button, Card } from '#kernel/page/components.tsx';
import { usePage, useT } from '#kernel/page/context.tsx';
import { TextInput } from '#kernel/page/fields.tsx';
import { ErrorSummary, Form, FormActions } from '#kernel/page/forms.tsx';
import { Stat } from '#kernel/page/gauges.tsx';
import { AI_SETTINGS } from './addresses.ts';
import { AiHeader } from './ai-tabs.tsx';
import { dollars } from './amounts.ts';
import { LatestCalls, type LatestCallsView, MonthCalls } from './calls-cards.tsx';
import { PROVIDER_NAMES } from './key-words.ts';
import { m } from './messages.ts';
import { OpenaiCard, OpenrouterCard } from './provider-cards.tsx';
import { formProps, type RefusedForm } from './refused-form.ts';

export interface SettingsView {
  /** What the search by brief may do. */
  readonly matching: { readonly rerank: boolean; readonly autoEmail: boolean };
  readonly state: TextState;
  readonly figures: CallFigures;
  readonly latest: LatestCallsView;
  readonly refused: RefusedForm | null;
}

export function SettingsPage({ state, figures, latest, refused, matching }: SettingsView): ReactElement {
  return (
    <>
      <AiHeader side="texts" lead={m.lead} />
      <div className="stack gap-5">
        <Notices state={state} figures={figures} />
        <Figures state={state} figures={figures} />
        <Choices state={state} refused={refused} matching={matching} />
        <div className="grid grid-cols-1 gap-5 lg:grid-cols-2">
          <OpenrouterCard state={state} refused={refused} />
          <OpenaiCard state={state} refused={refused} />
        </div>
        <MonthCalls figures={figures} />
        <LatestCalls {...latest} />
      </div>
    </>
  );
}

const isSpent = ({ monthlyBudget }: TextState, { spentUsd }: CallFigures): boolean =>
  monthlyBudget !== null && monthlyBudget > 0 && spentUsd >= monthlyBudget;

function Notices({ state, figures }: Pick<SettingsView, 'state' | 'figures'>): ReactElement | null {
  const t = useT();
  if (state.asked !== null) return isSpent(state, figures) ? <Alert tone="warning">{t(m.budgetReached)}</Alert> : null;
  if (state.choice === 'embedded') return null;
  if (state.choice === 'auto') {
    return (
      <Alert tone="info" title={m.nobodyTitle}>
        {t(m.nobodyAuto)}
      </Alert>
    );
  }
  return (
    <Alert tone="warning" title={m.nobodyTitle}>
      {t(m.nobodyChosen, { provider: t(PROVIDER_NAMES[state.choice]) })}
    </Alert>
  );
}

function Figures({ state, figures }: Pick<SettingsView, 'state' | 'figures'>): ReactElement {
  const t = useT();
  const { language } = usePage();
  const { spentUsd, reservedUsd, questions, calls, unpriced } = figures;
  const { asked, monthlyBudget } = state;
  const notes = [
    monthlyBudget === null ? t(m.noBudget) : t(m.ofBudget, { budget: dollars(monthlyBudget, language) }),
    reservedUsd > 0 && t(m.reserved, { amount: dollars(reservedUsd, language) }),
    unpriced > 0 && t(m.unpriced, { count: unpriced }),
  ].filter(Boolean);
  return (
    <div className="figures">
      <Stat
        label={m.answers}
        value={<span className="text-xl">{t(asked && !isSpent(state, figures) ? PROVIDER_NAMES[asked] : m.embedded)}</span>}
        icon="sparkles"
      />
      <Stat label={m.spent} value={<bdi>{dollars(spentUsd, language)}</bdi>} icon="chart" note={notes.join(' · ')} />
      <Stat label={m.questions} value={questions} icon="message" note={t(m.callsMade, { count: calls })} />
    </div>
  );
}

const OPTIONS = [
  { value: 'auto', label: m.auto, text: m.autoText, icon: 'refresh' },
  { value: 'openrouter', label: m.openrouter, text: m.openrouterText, icon: 'globe' },
  { value: 'openai', label: m.openai, text: m.openaiText, icon: 'database' },
  { value: 'embedded', label: m.embedded, text: m.embeddedText, icon: 'home' },
] as const;

function Choices({ state, refused, matching }: Pick<SettingsView, 'state' | 'refused' | 'matching'>): ReactElement {
  const t = useT();
  const { rerank, autoEmail } = matching;
  const values = { provider: state.choice, budget: state.monthlyBudget, may_be_kept: state.mayBeKept, rerank, auto_email: autoEmail };
  return (
    <Card title={m.choiceTitle} icon="sliders">
      <Form action={AI_SETTINGS} id="choices" {...formProps(refused, 'choices', values)}>
        <ErrorSummary
          labels={{ provider: m.choice, budget: m.budget, may_be_kept: m.mayBeKept, rerank: m.rerank, auto_email: m.autoEmail }}
        />
        <RadioCards name="provider" label={m.choice} options={OPTIONS} />
        <TextInput
          name="budget"
          label={m.budget}
          hint={m.budgetHint}
          inputMode="decimal"
          unit="USD"
          autoComplete="off"
          className="max-w-md"
        />
        <Switch name="may_be_kept" label={m.mayBeKept} hint={m.mayBeKeptHint} />
        <Switch name="rerank" label={m.rerank} hint={m.rerankHint} />
        <Switch name="auto_email" label={m.autoEmail} hint={m.autoEmailHint} />
        <FormActions>
          <Button icon="save">{t(m.save)}</Button>
        </FormActions>
      </Form>
    </Card>
  );
}
