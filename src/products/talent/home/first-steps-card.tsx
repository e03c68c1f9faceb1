/** The lists of first steps, one card each: what is done, what is next, and how to put it away. */
import type { ReactElement } from 'react';
import { Badge, Button, Card } from '#kernel/page/components.tsx';
import { classes, useT } from '#kernel/page/context.tsx';
import { Form } from '#kernel/page/forms.tsx';
import { Meter } from '#kernel/page/gauges.tsx';
import { Icon, type IconName } from '#kernel/page/icons.tsx';
import type { ListName, Step, StepList } from './first-steps.ts';
import { m } from './first-steps-messages.ts';

const ICONS: Readonly<Record<ListName, IconName>> = { profile: 'user', casting: 'masks', studio: 'sparkles' };

export interface FirstStepsView {
  /** What is neither done nor put away. */
  readonly lists: readonly StepList[];
  readonly isSomeHidden: boolean;
}

export function FirstSteps({ lists }: FirstStepsView): ReactElement | null {
  if (lists.length === 0) return null;
  return (
    <div className={classes('first-steps', lists.length > 1 && 'lg:grid-cols-2')}>
      {lists.map((list) => (
        <StepsCard key={list.name} list={list} />
      ))}
    </div>
  );
}

/** At the end of the page: for who changed their mind. */
export function StepsAgain({ isSomeHidden }: FirstStepsView): ReactElement | null {
  const t = useT();
  if (!isSomeHidden) return null;
  return (
    <Form action="/first-steps/show" className="mt-6">
      <Button kind="quiet" size="sm" icon="undo">
        {t(m.again)}
      </Button>
    </Form>
  );
}

function StepsCard({ list: { name, steps } }: { list: StepList }): ReactElement {
  const t = useT();
  const done = steps.filter(({ isDone }) => isDone).length;
  const next = steps.find(({ isDone }) => !isDone);
  return (
    <Card title={m[name]} icon={ICONS[name]} id={`first-steps-${name}`} actions={<PutAway name={name} />}>
      <Meter label={m.progress} value={done} max={steps.length} note={t(m.counted, { done, total: steps.length })} />
      <ol className="first-steps-list">
        {steps.map((step) => (
          <StepLine key={step.href + step.label.en} step={step} isNext={step === next} />
        ))}
      </ol>
    </Card>
  );
}

function StepLine({ step: { label, why, href, isDone, gain }, isNext }: { step: Step; isNext: boolean }): ReactElement {
  const t = useT();
  return (
    <li className={classes('first-step', isDone && 'first-step-done', isNext && 'first-step-next')}>
      <span className="first-step-mark">
        <Icon name={isDone ? 'check' : 'arrow-end'} label={isDone ? m.done : m.todo} />
      </span>
      <div>
        {isDone ? <span>{t(label)}</span> : <a href={href}>{t(label)}</a>}
        {!isDone && <small>{t(why)}</small>}
      </div>
      {!isDone && gain !== undefined && <Badge tone="accent">{t(m.gain, { points: gain })}</Badge>}
    </li>
  );
}

function PutAway({ name }: { name: ListName }): ReactElement {
  const t = useT();
  return (
    <Form action="/first-steps/hide">
      <input type="hidden" name="list" value={name} />
      <Button kind="quiet" icon="close" label={`${t(m.hide)} · ${t(m[name])}`} />
    </Form>
  );
}
