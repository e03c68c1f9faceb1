/** One saved view: its name, whether the team sees it, its end. Also the form again when saving a new one was refused. */
import type { ReactElement } from 'react';
import type { FieldErrors } from '#kernel/failure.ts';
import { Checkbox } from '#kernel/page/choices.tsx';
import { Button, Card, LinkButton, PageHeader } from '#kernel/page/components.tsx';
import { useT } from '#kernel/page/context.tsx';
import { TextInput } from '#kernel/page/fields.tsx';
import { ErrorSummary, Form, FormActions } from '#kernel/page/forms.tsx';
import { type ListKind, withQuery } from './kinds.ts';
import { m } from './messages.ts';
import { addressOf, MAX_NAME, type View, type ViewFields } from './views.ts';

interface ViewPageProps {
  readonly kind: ListKind;
  readonly view: View | null;
  readonly query: string;
  readonly typed: ViewFields | null;
  readonly errors: FieldErrors;
}

export function ViewPage({ kind, view, query, typed, errors }: ViewPageProps): ReactElement {
  const t = useT();
  const values = { name: typed?.name ?? view?.name, shared: typed?.isShared ?? view?.isShared };
  const back = view ? addressOf(kind.path, { id: view.id, query }) : withQuery(kind.path, query);
  return (
    <div className="mx-auto max-w-2xl">
      <PageHeader title={m.editTitle} crumbs={[{ label: kind.title, href: back }]} />
      <Card>
        <Form action={view ? `/views/${view.id}` : `/lists/${kind.key}/views`} values={values} errors={errors}>
          <ErrorSummary labels={{ name: m.name }} />
          <input type="hidden" name="query" value={query} />
          <input type="hidden" name="rename" value="1" />
          <TextInput name="name" label={m.name} required maxLength={MAX_NAME} autoComplete="off" />
          <Checkbox name="shared" label={t(m.shared)} hint={m.sharedHint} />
          <FormActions>
            <Button icon="save">{t(m.save)}</Button>
            <LinkButton kind="quiet" href={back}>
              {t(m.backToList)}
            </LinkButton>
          </FormActions>
        </Form>
      </Card>
      {view && (
        <Form id="delete-view" action={`/views/${view.id}/delete`} className="mt-4 items-end">
          <Button kind="quiet" icon="trash">
            {t(m.remove)}
          </Button>
        </Form>
      )}
    </div>
  );
}
