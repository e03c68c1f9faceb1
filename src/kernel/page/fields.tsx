/** Fields where people type. Each says its label, its hint, what is wrong, and keeps what was typed. */
import type { HTMLInputAutoCompleteAttribute, ReactElement, ReactNode } from 'react';
import { classes, useT } from './context.tsx';
import { Words } from './facts.tsx';
import { type FieldFacts, type FieldProps, type FormValue, textOf, useField } from './forms.tsx';
import { Icon, type IconName } from './icons.tsx';
import { Island } from './islands.tsx';
import { pageMessages as m } from './messages.ts';

/** The frame around any control; pass what `useField` gave. `group` is for several controls under one label. */
export function Field({
  facts,
  group,
  children,
  ...props
}: FieldProps & { facts: FieldFacts; group?: boolean; children: ReactNode }): ReactElement {
  const t = useT();
  const { id, error } = facts;
  const words = (
    <>
      {t(props.label)}
      {props.required && (
        <span className="field-mark" aria-hidden="true">
          *
        </span>
      )}
    </>
  );
  const body = (
    <>
      {props.hint && (
        <p id={`${id}-hint`} className="field-hint">
          <Words text={props.hint} />
        </p>
      )}
      {children}
      {error && (
        <p id={`${id}-error`} className="field-error">
          <Icon name="error" />
          {t(error.message, error.params)}
        </p>
      )}
    </>
  );
  const look = classes('field', error && 'field-wrong', props.className);
  if (!group) {
    return (
      <div className={look}>
        <label className="field-label" htmlFor={id}>
          {words}
        </label>
        {body}
      </div>
    );
  }
  return (
    <fieldset className={look} id={id} aria-describedby={facts.control['aria-describedby']}>
      <legend className="field-label">{words}</legend>
      {body}
    </fieldset>
  );
}

export interface TextInputProps extends FieldProps {
  readonly type?: 'text' | 'email' | 'tel' | 'url' | 'search' | 'number';
  readonly value?: FormValue;
  readonly placeholder?: string;
  readonly autoComplete?: HTMLInputAutoCompleteAttribute;
  readonly inputMode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email' | 'url' | 'search';
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly min?: number;
  readonly max?: number;
  readonly step?: number;
  readonly pattern?: string;
  readonly icon?: IconName;
  /** Written inside the field at its end: `cm`, `kg`. */
  readonly unit?: string;
  readonly readOnly?: boolean;
  readonly autoFocus?: boolean;
  readonly spellCheck?: boolean;
  /** Suggestions; any other text is accepted too. */
  readonly suggestions?: readonly string[];
}

const LEFT_TO_RIGHT = new Set(['email', 'tel', 'url', 'number']);

export function TextInput({ value, type = 'text', icon, unit, suggestions, autoFocus, ...props }: TextInputProps): ReactElement {
  const { name: _name, label, hint: _hint, required: _required, error: _error, className: _className, ...rest } = props;
  const facts = useField(props, value);
  const listId = suggestions && `${facts.id}-list`;
  return (
    <Field {...props} label={label} facts={facts}>
      <span className="control" dir={LEFT_TO_RIGHT.has(type) || rest.inputMode === 'url' ? 'ltr' : undefined}>
        {icon && <Icon name={icon} />}
        {/* The page decides: only the one field a page is about takes the focus. */}
        <input
          {...facts.control}
          {...rest}
          type={type}
          list={listId}
          defaultValue={textOf(facts.value)}
          data-focus={autoFocus || undefined}
        />
        {unit && <span className="control-unit">{unit}</span>}
      </span>
      {suggestions && (
        <datalist id={listId}>
          {suggestions.map((text) => (
            <option key={text} value={text} />
          ))}
        </datalist>
      )}
    </Field>
  );
}

/** A text field with suggestions. */
export const Combobox = (props: TextInputProps & { suggestions: readonly string[] }): ReactElement => (
  <TextInput autoComplete="off" {...props} />
);

export interface TextAreaProps extends FieldProps {
  readonly value?: FormValue;
  readonly rows?: number;
  /** Greatest number of characters; how many are left is shown while typing. */
  readonly max?: number;
  readonly placeholder?: string;
}

export function TextArea({ value, rows = 4, max, placeholder, ...props }: TextAreaProps): ReactElement {
  const t = useT();
  const facts = useField(props, value);
  const typed = textOf(facts.value) ?? '';
  return (
    <Field {...props} facts={facts}>
      <textarea
        {...facts.control}
        className="control-area"
        rows={rows}
        maxLength={max}
        placeholder={placeholder}
        defaultValue={typed}
        dir="auto"
      />
      {max !== undefined && (
        <Island name="counter" props={{ max }} className="field-count">
          <span data-count>{t(m.atMost, { max })}</span>
        </Island>
      )}
    </Field>
  );
}

export interface DateInputProps extends FieldProps {
  /** `YYYY-MM-DD`. */
  readonly value?: FormValue;
  readonly min?: string;
  readonly max?: string;
  readonly autoComplete?: 'bday' | 'off';
  readonly withTime?: boolean;
}

export function DateInput({ value, min, max, autoComplete, withTime, ...props }: DateInputProps): ReactElement {
  const facts = useField(props, value);
  return (
    <Field {...props} facts={facts}>
      <span className="control">
        <input
          {...facts.control}
          type={withTime ? 'datetime-local' : 'date'}
          min={min}
          max={max}
          autoComplete={autoComplete}
          defaultValue={textOf(facts.value)}
        />
      </span>
    </Field>
  );
}

export interface PasswordInputProps extends FieldProps {
  readonly autoComplete: 'current-password' | 'new-password';
  /** Says how strong the password is while it is typed. */
  readonly strength?: boolean;
  readonly minLength?: number;
}

/** A password is never written back into the page. */
export function PasswordInput({ autoComplete, strength, minLength, ...props }: PasswordInputProps): ReactElement {
  const t = useT();
  const facts = useField(props, null);
  const levels = [m.passwordWeak, m.passwordFair, m.passwordGood, m.passwordStrong].map((level) => t(level));
  return (
    <Field {...props} facts={facts}>
      <Island
        name="password"
        props={{ show: t(m.showPassword), hide: t(m.hidePassword), levels: strength ? levels : null, label: t(m.passwordStrength) }}
      >
        <span className="control" dir="ltr">
          <Icon name="lock" />
          <input
            {...facts.control}
            type="password"
            autoComplete={autoComplete}
            minLength={minLength}
            spellCheck={false}
            autoCapitalize="none"
          />
        </span>
      </Island>
    </Field>
  );
}
