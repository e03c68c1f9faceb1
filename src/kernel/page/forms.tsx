/**
 * Forms that work without a script, keep what was typed and name every field at fault.
 *
 *   <Form action="/profile/edit" values={typed ?? member} errors={failure?.fields} draft="profile">
 *     <ErrorSummary labels={{ first_name: m.firstName }} />
 *     <FieldRow>
 *       <TextInput name="first_name" label={m.firstName} required autoComplete="given-name" />
 *       <TextInput name="email" type="email" label={m.email} hint={m.emailHint} icon="mail" />
 *     </FieldRow>
 *     <FormActions><Button icon="save">{t(m.save)}</Button><LinkButton kind="quiet" href="…">…</LinkButton></FormActions>
 *   </Form>
 *
 * Fields find their value and error in the form by name; `value` and `error` on the field go first.
 * forms.tsx    Form (adds `_csrf`; `multipart` for files; `draft` keeps typed text in the browser) · ErrorSummary · Fieldset · FieldRow · FormActions
 * fields.tsx   TextInput (type text|email|tel|url|search|number) · TextArea (`max` counts) · DateInput · PasswordInput (`strength`) · Combobox · Field (own control)
 * choices.tsx  Select (options or groups) · CheckboxGroup · Checkbox · Switch · RadioCards · CountryCity
 * files.tsx    PhotoInput (preview, crop, resumable) · FileInput (resumable); the posted form carries the file in `<name>`,
 *              or the id of a finished upload in `<name>_upload`
 */
import { createContext, type ReactElement, type ReactNode, useContext } from 'react';
import type { FieldError, FieldErrors } from '../failure.ts';
import { classes, type Text, usePage, useT } from './context.tsx';
import { Icon } from './icons.tsx';
import { Island } from './islands.tsx';
import { pageMessages as m } from './messages.ts';

export type FormValue = string | number | boolean | readonly string[] | null | undefined;
export type FormValues = Readonly<Record<string, FormValue>>;

interface FormState {
  readonly values: FormValues;
  readonly errors: FieldErrors;
  /** Put before every id, so two forms of one page do not share them. */
  readonly prefix: string;
}
const FormContext = createContext<FormState>({ values: {}, errors: {}, prefix: '' });

export interface FormProps {
  readonly action: string;
  readonly method?: 'post' | 'get';
  readonly values?: FormValues | undefined;
  readonly errors?: FieldErrors | undefined;
  readonly multipart?: boolean;
  /** Keeps typed text in this browser under that name until it was sent. Never passwords or files. */
  readonly draft?: string;
  /** Needed when a page has several forms with fields of the same name. */
  readonly id?: string;
  readonly className?: string;
  readonly children: ReactNode;
}

export function Form({
  action,
  method = 'post',
  values = {},
  errors = {},
  multipart,
  draft,
  id,
  className,
  children,
}: FormProps): ReactElement {
  const t = useT();
  const post = method === 'post';
  const kept = Object.keys(errors).length > 0;
  return (
    <form
      action={action}
      method={method}
      id={id}
      className={classes('form', className)}
      encType={multipart ? 'multipart/form-data' : undefined}
      data-form
    >
      <FormContext value={{ values, errors, prefix: id ? `${id}-` : 'f-' }}>
        {post && <CsrfField />}
        {draft && <Island name="drafts" props={{ key: draft, fresh: !kept, restored: t(m.draftRestored), discard: t(m.draftDiscard) }} />}
        {children}
      </FormContext>
    </form>
  );
}

/** The token that proves the form is ours; reading it late spares plain pages the guest cookie. */
function CsrfField(): ReactElement {
  return <input type="hidden" name="_csrf" value={usePage().csrf} />;
}

export interface FieldProps {
  readonly name: string;
  readonly label: Text;
  readonly hint?: Text | undefined;
  readonly required?: boolean | undefined;
  readonly error?: FieldError | undefined;
  readonly className?: string | undefined;
}

export interface FieldFacts {
  readonly id: string;
  readonly value: FormValue;
  readonly error: FieldError | undefined;
  /** Attributes every control carries. */
  readonly control: {
    readonly id: string;
    readonly name: string;
    readonly required: boolean | undefined;
    readonly 'aria-invalid': true | undefined;
    readonly 'aria-describedby': string | undefined;
  };
}

/** What the form knows of a field. */
export function useField({ name, hint, required, error }: Omit<FieldProps, 'label'>, value?: FormValue): FieldFacts {
  const form = useContext(FormContext);
  const id = form.prefix + name.replaceAll(/[^\w-]/g, '-');
  const wrong = error ?? form.errors[name];
  const described = [hint && `${id}-hint`, wrong && `${id}-error`].filter(Boolean).join(' ');
  return {
    id,
    value: value === undefined ? form.values[name] : value,
    error: wrong,
    control: {
      id,
      name,
      required: required || undefined,
      'aria-invalid': wrong ? true : undefined,
      'aria-describedby': described || undefined,
    },
  };
}

export const textOf = (value: FormValue): string | undefined => (value === null || value === undefined ? undefined : String(value));

/** All faulty fields, with links to them; the first thing read after a refused form. */
export function ErrorSummary({
  labels = {},
  title = m.formRefused,
}: {
  labels?: Readonly<Record<string, Text>>;
  title?: Text;
}): ReactElement | null {
  const t = useT();
  const { errors, prefix } = useContext(FormContext);
  const names = Object.keys(errors);
  if (names.length === 0) return null;
  return (
    <div className="notice tone-danger error-summary" role="alert" tabIndex={-1} data-focus>
      <Icon name="error" />
      <div className="notice-words">
        <p className="notice-title">{t(title, { count: names.length })}</p>
        <ul>
          {Object.entries(errors).map(([name, error]) => {
            const label = labels[name];
            return (
              <li key={name}>
                <a href={`#${prefix}${name.replaceAll(/[^\w-]/g, '-')}`}>
                  {label && <strong>{t(label) + t(m.colon)}</strong>}
                  {t(error.message, error.params)}
                </a>
              </li>
            );
          })}
        </ul>
      </div>
    </div>
  );
}

/** A titled group of fields. */
export function Fieldset({ legend, lead, children }: { legend: Text; lead?: Text; children: ReactNode }): ReactElement {
  const t = useT();
  return (
    <fieldset className="fieldset-box">
      <legend>{t(legend)}</legend>
      {lead && <p className="fieldset-lead">{t(lead)}</p>}
      <div className="stack">{children}</div>
    </fieldset>
  );
}

/** Fields side by side where the page is wide enough. */
export const FieldRow = ({ children }: { children: ReactNode }): ReactElement => <div className="field-row">{children}</div>;

/** The buttons at the end, the main one first. */
export const FormActions = ({ children, note }: { children: ReactNode; note?: ReactNode }): ReactElement => (
  <div className="form-actions">
    {children}
    {note && <p className="form-note">{note}</p>}
  </div>
);
