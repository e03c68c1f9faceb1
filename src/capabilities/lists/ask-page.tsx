/** The question before many are changed: it names them, asks what else must be said, and wants the number typed when nothing brings them back. */
import type { ReactElement } from 'react';
import type { FieldErrors } from '#kernel/failure.ts';
import type { FormBody } from '#kernel/http/forms.ts';
import { Confirm } from '#kernel/page/confirm.tsx';
import { useT } from '#kernel/page/context.tsx';
import { TextInput } from '#kernel/page/fields.tsx';
import type { BulkAct, ListKind, Named } from './kinds.ts';
import { bulk } from './messages.ts';

interface AskPageProps {
  readonly kind: ListKind;
  readonly name: string;
  readonly act: BulkAct;
  readonly ask: NonNullable<BulkAct['ask']>;
  readonly chosen: Named;
  readonly form: FormBody;
  readonly back: string;
  /** The filters when all of a list are meant. */
  readonly everything: string | null;
  readonly title: string;
  readonly errors: FieldErrors;
}

const MOST_NAMES = 12;

export function AskPage({ kind, name, act, ask, chosen, form, back, everything, title, errors }: AskPageProps): ReactElement {
  const t = useT();
  const names = [...chosen.values()];
  const others = names.length - MOST_NAMES;
  const shown = names.slice(0, MOST_NAMES).map((each) => `\u2068${each}\u2069`);
  return (
    <Confirm
      title={title}
      name={[...shown, ...(others > 0 ? [t(bulk.others, { count: others })] : [])].join(', ')}
      action={`/lists/${kind.key}/acts`}
      submit={ask.submit ?? act.label}
      cancelHref={back}
      danger={act.tone === 'danger'}
      errors={errors}
      fields={
        <>
          <input type="hidden" name="act" value={name} />
          <input type="hidden" name="back" value={back} />
          <input type="hidden" name="sure" value="1" />
          {everything === null ? (
            <input type="hidden" name="ids" value={[...chosen.keys()].join()} />
          ) : (
            <>
              <input type="hidden" name="all" value="1" />
              <input type="hidden" name="query" value={everything} />
            </>
          )}
          {ask.fields?.(form)}
          {ask.typed && (
            <TextInput name="confirm" label={bulk.typeCount} hint={String(chosen.size)} required inputMode="numeric" autoComplete="off" />
          )}
        </>
      }
    >
      <p>{t(ask.text)}</p>
    </Confirm>
  );
}
