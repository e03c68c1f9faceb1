/** One saved view: its name, whether the team sees it, its end. Also the form again when saving a new one was refused. */
import type { ReactElement } from 'react';
import type { FieldErrors } from '#kernel/failure.ts';
import { Checkbox } from '#kernel/page/choices.tsx';
import { Button, Card, LinkButton, PageHeader } from '#kernel/page/components.tsx';
import { useT } from '#kernel/page/context.tsx';
import { TextInput } from '#kernel/page/fields.tsx';
import { ErrorSummary, Form, FormActions } from '#kernel/page/forms.tsx';
import { LIST } from './list-query.ts';
import { m, viewWords as words } from './messages.ts';
import { MAX_NAME, type View, type ViewFields } from './views.ts';

export interface ViewPageProps {
  readonly view: View | null;
  readonly query: string;
  readonly typed: ViewFields | null;
  readonly errors: FieldErrors;
}

export function ViewPage({ view, query, typed, errors }: ViewPageProps): ReactElement {
  const t = useT();
  const values = { name: typed?.name ?? view?.name, shared: typed?.isShared ?? view?.isShared };
  const back = `${LIST}?${query}${view ? `&saved=${view.id}` : ''}`;
  return (
    <div className="mx-auto max-w-2xl">
      <PageHeader title={words.editTitle} crumbs={[{ label: m.title, href: back }]} />
      <Card>
        <Form action={view ? `/casting/views/${view.id}` : '/casting/views'} values={values} errors={errors}>
          <ErrorSummary labels={{ name: words.name }} />
          <input type="hidden" name="query" value={query} />
          <input type="hidden" name="rename" value="1" />
          <TextInput name="name" label={words.name} required maxLength={MAX_NAME} autoComplete="off" />
          <Checkbox name="shared" label={t(words.shared)} hint={words.sharedHint} />
          <FormActions>
            <Button icon="save">{t(words.save)}</Button>
            <LinkButton kind="quiet" href={back}>
              {t(m.backToList)}
            </LinkButton>
          </FormActions>
        </Form>
      </Card>
      {view && (
        <Form id="delete-view" action={`/casting/views/${view.id}/delete`} className="mt-4 items-end">
          <Button kind="quiet" icon="trash">
            {t(words.remove)}
          </Button>
        </Form>
      )}
    </div>
  );
}
