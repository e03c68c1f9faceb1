/** What is asked, each criterion with what it costs: must or nice, its values, out of the way, or one more. Forms all the way. */
import type { ReactElement } from 'react';
import { Card } from '#kernel/page/components.tsx';
import { usePage, useT } from '#kernel/page/context.tsx';
import { Form } from '#kernel/page/forms.tsx';
import { Icon } from '#kernel/page/icons.tsx';
import { fold } from '#kernel/text.ts';
import { type Criterion, describeCriterion } from '../briefs/briefs.ts';
import { AddForm, ChangeForm, type PanelProps, type RowProps } from './criterion-form.tsx';
import { kindWord } from './criterion-words.ts';
import { panel as m } from './panel-messages.ts';

export function CriteriaPanel(props: PanelProps): ReactElement {
  const t = useT();
  const { criteria, action } = props;
  return (
    <Card title={m.title} lead={m.lead} icon="sliders" className="criteria-card" id="criteria">
      <Form action={action} id="criteria-act" className="hidden">
        {null}
      </Form>
      {criteria.length === 0 ? (
        <p className="text-muted">{t(m.none)}</p>
      ) : (
        <ul className="criteria">
          {criteria.map((criterion) => (
            <li key={criterion.id}>
              <CriterionRow {...props} criterion={criterion} />
            </li>
          ))}
        </ul>
      )}
      <AddForm {...props} />
      <p className="criteria-reset">
        <button type="submit" form="criteria-act" name="act" value="reset" className="button button-quiet button-sm">
          <Icon name="undo" />
          {t(m.reset)}
        </button>
      </p>
    </Card>
  );
}

/** Kinds whose words say what they are: « Âge de 25 à 35 ans ». */
const SELF_TOLD: ReadonlySet<Criterion['kind']> = new Set([
  'age',
  'height',
  'experience',
  'dates',
  'eye_color',
  'hair_color',
  'hair_type',
  'skin_tone',
  'build',
  'ethnicity',
]);

function CriterionRow(props: RowProps): ReactElement {
  const { criterion, kind, lost, catalogue } = props;
  const t = useT();
  const { language } = usePage();
  const text = describeCriterion(criterion, language, catalogue);
  const cost = lost[criterion.id] ?? 0;
  return (
    <div className={criterion.must ? 'criterion criterion-must' : 'criterion'}>
      <div className="criterion-line">
        <span className="criterion-words">
          {!SELF_TOLD.has(criterion.kind) && <small>{t(kindWord(criterion.kind, kind))}</small>}
          <strong>{text}</strong>
        </span>
        <button
          type="submit"
          form="criteria-act"
          name="act"
          value={`remove ${criterion.id}`}
          className="button button-quiet button-sm button-square"
          aria-label={t(m.remove, { criterion: text })}
        >
          <Icon name="close" />
        </button>
      </div>
      {criterion.quote && fold(criterion.quote) !== fold(text) && (
        <q className="criterion-quote" dir="auto">
          {criterion.quote}
        </q>
      )}
      <div className="criterion-line">
        <MustSwitch criterion={criterion} text={text} />
        {criterion.must && cost > 0 && <span className="criterion-cost">{t(m.cost, { count: cost })}</span>}
      </div>
      <ChangeForm {...props} text={text} />
    </div>
  );
}

/** Two buttons of which one is pressed. */
function MustSwitch({ criterion, text }: { criterion: Criterion; text: string }): ReactElement {
  const t = useT();
  return (
    <fieldset className="must-switch">
      <legend className="sr-only">{t(m.mustOf, { criterion: text })}</legend>
      {(['must', 'nice'] as const).map((act) => (
        <button
          key={act}
          type="submit"
          form="criteria-act"
          name="act"
          value={`${act} ${criterion.id}`}
          aria-pressed={criterion.must === (act === 'must')}
        >
          {t(m[act])}
        </button>
      ))}
    </fieldset>
  );
}
