/** The forms of the criteria panel: behind a criterion's pencil its values, bounds and days; at the end, one more criterion. */
import type { ReactElement } from 'react';
import type { FieldErrors } from '#kernel/failure.ts';
import { Select } from '#kernel/page/choices.tsx';
import { Button } from '#kernel/page/components.tsx';
import { usePage, useT } from '#kernel/page/context.tsx';
import { DateInput, TextInput } from '#kernel/page/fields.tsx';
import { ErrorSummary, FieldRow, Form, type FormValues } from '#kernel/page/forms.tsx';
import { Icon } from '#kernel/page/icons.tsx';
import type { BriefKind, Criterion } from '../briefs/briefs.ts';
import type { Snapshot } from '../catalogue/catalogue.ts';
import { LANGUAGE_LEVELS } from '../options/options.ts';
import { boundsOf, fixedValues, isSpan, type SpanKind } from './criteria.ts';
import { choiceGroups, optionsOf } from './criterion-choices.ts';
import { valueWord } from './criterion-words.ts';
import { panel as m } from './panel-messages.ts';

export interface PanelProps {
  readonly kind: BriefKind;
  readonly criteria: readonly Criterion[];
  readonly lost: Readonly<Record<string, number>>;
  /** Where the forms go. */
  readonly action: string;
  readonly catalogue: Snapshot;
  /** The criterion whose form was refused, `add` for the one at the end; and why. */
  readonly open: string | null;
  readonly errors: FieldErrors;
  /** What was typed in it. */
  readonly typed: FormValues;
}

export type RowProps = PanelProps & { readonly criterion: Criterion };

export function ChangeForm({ criterion, action, catalogue, open, errors, typed, kind, text }: RowProps & { text: string }): ReactElement {
  const t = useT();
  const { language } = usePage();
  const isOpen = open === criterion.id;
  const { min, max, from, to, level } = criterion;
  const id = `c-${criterion.id.replaceAll(/[^\p{L}\p{N}]+/gu, '-')}`;
  return (
    <details className="criterion-change" open={isOpen}>
      <summary className="button button-quiet button-sm button-square" aria-label={t(m.changeOf, { criterion: text })}>
        <Icon name="edit" />
      </summary>
      <Form action={action} id={id} values={isOpen ? typed : { min, max, from, to, level: level ?? '' }} errors={isOpen ? errors : {}}>
        <ErrorSummary />
        {criterion.values.length > 0 && <ValueFields criterion={criterion} catalogue={catalogue} kind={kind} language={language} />}
        {isSpan(criterion.kind) && <SpanFields kind={criterion.kind} />}
        {criterion.kind === 'dates' && (
          <FieldRow>
            <DateInput name="from" label={m.from} />
            <DateInput name="to" label={m.to} />
          </FieldRow>
        )}
        {criterion.kind === 'language' && (
          <Select
            name="level"
            label={m.level}
            placeholder={m.anyLevel}
            options={Object.entries(LANGUAGE_LEVELS).map(([value, label]) => ({ value, label }))}
          />
        )}
        <Button kind="secondary" size="sm" name="act" value={`change ${criterion.id}`}>
          {t(m.apply)}
        </Button>
      </Form>
    </details>
  );
}

/** Short lists whole; of the others what is chosen, and a field for one more. */
function ValueFields({
  criterion,
  catalogue,
  kind,
  language,
}: Pick<RowProps, 'criterion' | 'catalogue' | 'kind'> & { language: 'fr' | 'en' | 'ar' }): ReactElement {
  const t = useT();
  const fixed = fixedValues(criterion.kind);
  const values = fixed ?? criterion.values;
  const all = fixed ? undefined : optionsOf(criterion.kind, kind, catalogue, language);
  const others = all?.filter(({ value }) => !criterion.values.includes(String(value)));
  return (
    <>
      <fieldset className="field">
        <legend className="field-label">{t(m.anyOf)}</legend>
        <div className="choices-chips">
          {values.map((value) => (
            <label key={value} className="choice">
              <input type="checkbox" name="values" value={value} defaultChecked={criterion.values.includes(value)} />
              <span>{valueWord(criterion.kind, value, language, catalogue)}</span>
            </label>
          ))}
        </div>
      </fieldset>
      {others && <Select name="more" label={m.more} options={others} placeholder={m.choose} />}
      {!others && !fixed && <TextInput name="more" label={m.more} maxLength={60} autoComplete="off" />}
    </>
  );
}

function SpanFields({ kind }: { kind: SpanKind }): ReactElement {
  const { least, most } = boundsOf(kind);
  return (
    <FieldRow>
      <TextInput name="min" type="number" inputMode="numeric" label={m.least} min={least} max={most} />
      {kind !== 'experience' && <TextInput name="max" type="number" inputMode="numeric" label={m.most} min={least} max={most} />}
    </FieldRow>
  );
}

export function AddForm({ kind, action, catalogue, open, errors, typed }: PanelProps): ReactElement {
  const t = useT();
  const { language } = usePage();
  const isOpen = open === 'add';
  return (
    <details className="criterion-add" open={isOpen}>
      <summary className="button button-secondary w-full">
        <Icon name="plus" />
        {t(m.add)}
      </summary>
      <Form action={action} id="add" values={isOpen ? typed : {}} errors={isOpen ? errors : {}}>
        <ErrorSummary
          labels={{ pick: m.pick, text: m.text, age_min: m.age, height_min: m.height, experience: m.experience, from: m.from }}
        />
        <Select name="pick" label={m.pick} groups={choiceGroups(kind, catalogue, language)} placeholder={m.choose} />
        <TextInput name="text" label={m.text} hint={m.textHint} maxLength={60} autoComplete="off" />
        <TextInput name="experience" type="number" inputMode="numeric" label={m.experience} unit={t(m.years)} min={0} max={70} />
        {kind === 'cinema' && <CinemaFields />}
        <label className="choice-line">
          <input type="checkbox" name="must" value="1" />
          <span>{t(m.addAsMust)}</span>
        </label>
        <Button kind="secondary" icon="plus" name="act" value="add">
          {t(m.addIt)}
        </Button>
      </Form>
    </details>
  );
}

function CinemaFields(): ReactElement {
  const t = useT();
  return (
    <>
      <FieldRow>
        <TextInput name="age_min" type="number" inputMode="numeric" label={m.age} unit={t(m.years)} min={0} max={120} />
        <TextInput name="age_max" type="number" inputMode="numeric" label={m.ageTo} unit={t(m.years)} min={0} max={120} />
      </FieldRow>
      <FieldRow>
        <TextInput name="height_min" type="number" inputMode="numeric" label={m.height} unit={t(m.cm)} min={50} max={260} />
        <TextInput name="height_max" type="number" inputMode="numeric" label={m.heightTo} unit={t(m.cm)} min={50} max={260} />
      </FieldRow>
      <FieldRow>
        <DateInput name="from" label={m.from} />
        <DateInput name="to" label={m.to} />
      </FieldRow>
    </>
  );
}
