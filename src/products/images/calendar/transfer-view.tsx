/** The two directions of a table of posts. */
import type { ReactElement } from 'react';
import type { FieldErrors } from '#kernel/failure.ts';
import { Button, Card, LinkButton } from '#kernel/page/components.tsx';
import { useT } from '#kernel/page/context.tsx';
import { Field, TextArea } from '#kernel/page/fields.tsx';
import { ErrorSummary, Form, FormActions, useField } from '#kernel/page/forms.tsx';
import { transfer as m } from './figures-messages.ts';
import { ROOT } from './requests.ts';
import { Room } from './rooms-view.tsx';

const EXAMPLE = 'image,scheduled_time,platform,caption,hashtags\n12,2026-12-24T18:00:00+01:00,instagram,Bonnes fêtes !,#noel';

export function TransferPage({ typed, errors, isPlayed }: { typed: string; errors: FieldErrors; isPlayed: boolean }): ReactElement {
  const t = useT();
  return (
    <Room title={m.title} lead={m.lead} isPlayed={isPlayed}>
      <div className="split">
        <Card title={m.importTitle} lead={m.importText}>
          <Form action={`${ROOT}/transfer`} values={{ csv: typed }} errors={errors} multipart>
            <ErrorSummary labels={labelsOf(errors)} />
            <TableFile />
            <TextArea name="csv" label={m.text} rows={7} placeholder={EXAMPLE} />
            <FormActions>
              <Button icon="upload">{t(m.importAct)}</Button>
            </FormActions>
          </Form>
        </Card>
        <Card title={m.exportTitle} lead={m.exportText}>
          <LinkButton kind="secondary" icon="download" href="/api/scheduler/posts/export" download>
            {t(m.exportAct)}
          </LinkButton>
        </Card>
      </div>
    </Room>
  );
}

/** Faults are named by their line: `line 3`, as the table says it. */
const labelsOf = (errors: FieldErrors): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.keys(errors).map((name) => [name, name]));

function TableFile(): ReactElement {
  const props = { name: 'file', label: m.file };
  const facts = useField(props);
  return (
    <Field {...props} facts={facts}>
      <input {...facts.control} type="file" accept=".csv,text/csv" className="plain-file" />
    </Field>
  );
}
