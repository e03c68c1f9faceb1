/** The form that orders pictures. Examples are links that fill it in; where scripts run they do so in place. */
import type { ReactElement } from 'react';
import type { FieldErrors } from '#kernel/failure.ts';
import { CheckboxGroup } from '#kernel/page/choices.tsx';
import { Alert, Button, Card } from '#kernel/page/components.tsx';
import { type Text, useT } from '#kernel/page/context.tsx';
import { TextArea, TextInput } from '#kernel/page/fields.tsx';
import { ErrorSummary, Form, FormActions, type FormValues } from '#kernel/page/forms.tsx';
import { Icon } from '#kernel/page/icons.tsx';
import { Island } from '#kernel/page/islands.tsx';
import { WordChoices } from '#kernel/page/look-choices.tsx';
import { qualityNames } from './labels.ts';
import { examples, order as m } from './messages.ts';
import { CountField, SizeField, StyleField } from './order-choices.tsx';
import { ROOT } from './tools.ts';

export interface OrderView {
  readonly values: FormValues;
  readonly errors: FieldErrors;
  /** Why the order was refused as a whole. */
  readonly refusal: Text | null;
  /** What somebody chose elsewhere fills the form: a draft must not take its place. */
  readonly isPrefilled: boolean;
  readonly ownTags: readonly string[];
  /** Providers that are asked before the embedded painter; null when there is only the painter. */
  readonly makers: string | null;
}

/** Names of the fields that an order may be refused for, as the form calls them. */
const LABELS = { prompt: m.prompt, style: m.style, size: m.size, quality: m.quality, variations: m.count, tags: m.tags, seed: m.seed };
export const LONGEST_PROMPT = 4000;

export function OrderForm(view: OrderView): ReactElement {
  const { values, errors, refusal, isPrefilled, ownTags, makers } = view;
  const t = useT();
  return (
    <Card className="order-card">
      <Form action={ROOT} id="order" values={values} errors={errors} {...(isPrefilled ? {} : { draft: 'studio-order' })}>
        {refusal && <Alert tone="danger" title={refusal} />}
        <ErrorSummary labels={LABELS} />
        <div className="order-prompt">
          <TextArea
            name="prompt"
            label={m.prompt}
            hint={m.promptHint}
            rows={5}
            max={LONGEST_PROMPT}
            placeholder={t(m.placeholder)}
            required
          />
          <Examples />
        </div>
        <StyleField />
        <SizeField />
        <div className="order-pair">
          <CountField />
          <WordChoices className="look-counts" name="quality" label={m.quality} options={qualityNames} />
        </div>
        <TagFields ownTags={ownTags} />
        <Advanced isOpen={Boolean(values['seed']) || errors['seed'] !== undefined} />
        <Makers makers={makers} />
        <FormActions>
          <Button icon="sparkles" size="lg" full>
            {t(m.send)}
          </Button>
        </FormActions>
      </Form>
    </Card>
  );
}

function Advanced({ isOpen }: { isOpen: boolean }): ReactElement {
  const t = useT();
  return (
    <details className="order-more" open={isOpen}>
      <summary>
        <Icon name="chevron-end" />
        {t(m.advanced)}
      </summary>
      <TextInput name="seed" label={m.seed} hint={m.seedHint} inputMode="numeric" autoComplete="off" icon="hash" />
    </details>
  );
}

function Examples(): ReactElement {
  const t = useT();
  return (
    <Island name="studio-order">
      <p className="order-examples">
        <span className="sr-only">{t(m.examples)}</span>
        {examples.map(({ name, prompt }) => (
          <a key={name.en} className="example" href={`${ROOT}?prompt=${encodeURIComponent(t(prompt))}`} data-example={t(prompt)}>
            {t(name)}
          </a>
        ))}
      </p>
    </Island>
  );
}

/** Own tags are ticked, new ones are typed. */
function TagFields({ ownTags }: Pick<OrderView, 'ownTags'>): ReactElement {
  return (
    <div className="order-tags">
      <TextInput name="tags" label={m.tags} hint={m.tagsHint} icon="bookmark" autoComplete="off" />
      {ownTags.length > 0 && (
        <CheckboxGroup name="tag" label={m.ownTags} options={ownTags.map((tag) => ({ value: tag, label: { data: tag } }))} />
      )}
    </div>
  );
}

function Makers({ makers }: Pick<OrderView, 'makers'>): ReactElement {
  const t = useT();
  return (
    <p className="fair-note">
      <Icon name="palette" />
      {makers === null ? t(m.embedded) : t(m.asked, { providers: makers })}
    </p>
  );
}
