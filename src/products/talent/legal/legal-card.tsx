/** The legal pages on the page of the site's face: which are open, and the way to their texts. */
import type { ReactElement } from 'react';
import type { FieldErrors } from '#kernel/failure.ts';
import { Switch } from '#kernel/page/choices.tsx';
import { Button, Card, LinkButton } from '#kernel/page/components.tsx';
import { useT } from '#kernel/page/context.tsx';
import { ErrorSummary, Form, FormActions, type FormValues } from '#kernel/page/forms.tsx';
import { LANGUAGE_NAMES } from '#kernel/page/messages.ts';
import { editor as m } from './editor-messages.ts';
import { editorAddress } from './editor-page.tsx';
import { TITLES } from './public-pages.tsx';
import type { LegalState } from './switches.ts';

export interface LegalCardProps {
  /** Where the form goes. */
  readonly action: string;
  readonly states: readonly LegalState[];
  readonly refused: { readonly values: FormValues; readonly errors: FieldErrors } | null;
}

export function LegalCard({ action, states, refused }: LegalCardProps): ReactElement {
  const t = useT();
  const values = Object.fromEntries(states.map(({ page, open }) => [page, open]));
  return (
    <Card title={m.cardTitle} lead={m.cardLead} icon="file" id="legal">
      <div className="stack gap-5">
        <Form action={action} id="legal-pages" values={refused?.values ?? values} errors={refused?.errors}>
          <ErrorSummary labels={TITLES} />
          {states.map(({ page }) => (
            <Switch key={page} name={page} label={TITLES[page]} />
          ))}
          <FormActions>
            <Button icon="save">{t(m.saveSwitches)}</Button>
          </FormActions>
        </Form>
        <div className="stack gap-2">
          <h3 className="font-semibold">{t(m.texts)}</h3>
          <ul className="stack gap-2">
            {states.map((state) => (
              <li key={state.page} className="flex flex-wrap items-center justify-between gap-2">
                <span>
                  <strong>{t(TITLES[state.page])}</strong> <Origin state={state} />
                </span>
                <LinkButton
                  href={editorAddress(state.page)}
                  kind="secondary"
                  size="sm"
                  icon="edit"
                  label={t(m.editPage, { page: t(TITLES[state.page]) })}
                >
                  {t(m.edit)}
                </LinkButton>
              </li>
            ))}
          </ul>
        </div>
      </div>
    </Card>
  );
}

function Origin({ state: { own, shipped } }: { state: LegalState }): ReactElement {
  const t = useT();
  const text =
    own.length > 0
      ? t(m.ownText, { languages: own.map((each) => LANGUAGE_NAMES[each]).join(', ') })
      : t(shipped ? m.shippedText : m.noText);
  return <span className="text-muted">{text}</span>;
}
