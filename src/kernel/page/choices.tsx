/** Fields where people choose: lists, boxes, cards, switches, and the pair country → city. */
import type { ReactElement, ReactNode } from 'react';
import { classes, isData, type Text, useT } from './context.tsx';
import { Words } from './facts.tsx';
import { Field } from './fields.tsx';
import { type FieldProps, type FormValue, textOf, useField } from './forms.tsx';
import { Icon, type IconName } from './icons.tsx';
import { Island } from './islands.tsx';
import { pageMessages as m } from './messages.ts';

export interface Option {
  readonly value: string | number;
  readonly label: Text;
}
export interface OptionGroup {
  readonly label: Text;
  /** Ties the group to a value of another field (a country to its cities). */
  readonly of?: string | number;
  readonly options: readonly Option[];
}

export interface SelectProps extends FieldProps {
  readonly value?: FormValue;
  readonly options?: readonly Option[];
  readonly groups?: readonly OptionGroup[];
  /** The first, empty choice; `null` when there is none. */
  readonly placeholder?: Text | null;
  readonly autoComplete?: string;
  readonly icon?: IconName;
}

export function Select({
  value,
  options = [],
  groups = [],
  placeholder = m.choose,
  autoComplete,
  icon,
  ...props
}: SelectProps): ReactElement {
  const t = useT();
  const facts = useField(props, value);
  return (
    <Field {...props} facts={facts}>
      <span className="control control-select">
        {icon && <Icon name={icon} />}
        <select {...facts.control} autoComplete={autoComplete} defaultValue={textOf(facts.value) ?? ''}>
          {placeholder !== null && <option value="">{t(placeholder)}</option>}
          <Options options={options} />
          {groups.map((group) => (
            <optgroup key={t(group.label)} label={t(group.label)} data-of={group.of}>
              <Options options={group.options} />
            </optgroup>
          ))}
        </select>
        <Icon name="chevron-down" className="control-arrow" />
      </span>
    </Field>
  );
}

function Options({ options }: { options: readonly Option[] }): ReactElement[] {
  const t = useT();
  return options.map((option) => (
    <option key={option.value} value={option.value} translate={isData(option.label) ? 'no' : undefined}>
      {t(option.label)}
    </option>
  ));
}

const chosenOf = (value: FormValue): ReadonlySet<string> =>
  new Set(Array.isArray(value) ? value.map(String) : value === null || value === undefined || value === '' ? [] : [String(value)]);

export interface CheckboxGroupProps extends FieldProps {
  readonly value?: FormValue;
  readonly options: readonly Option[];
  /** Small boxes that wrap like words, for long lists of short choices. */
  readonly look?: 'chips' | 'list';
}

export function CheckboxGroup({ value, options, look = 'chips', ...props }: CheckboxGroupProps): ReactElement {
  const facts = useField(props, value);
  const chosen = chosenOf(facts.value);
  return (
    <Field {...props} facts={facts} group>
      <div className={`choices-${look}`}>
        {options.map((option) => (
          <label key={option.value} className="choice">
            <input type="checkbox" name={props.name} value={option.value} defaultChecked={chosen.has(String(option.value))} />
            <span>
              <Words text={option.label} />
            </span>
          </label>
        ))}
      </div>
    </Field>
  );
}

const isOn = (value: FormValue): boolean => value === true || value === 1 || ['1', 'on', 'true'].includes(String(value));

export interface CheckboxProps extends Omit<FieldProps, 'label'> {
  readonly value?: FormValue;
  /** May hold links (« J’accepte les conditions »). */
  readonly label: ReactNode;
}

/** One box to tick; it posts `1`. */
export function Checkbox({ value, label, ...props }: CheckboxProps): ReactElement {
  return <Tick {...props} value={value} label={label} look="choice-line" />;
}

/** On or off, for settings that apply when the form is saved; it posts `1` when on. */
export function Switch({ label, ...props }: Omit<CheckboxProps, 'label'> & { label: Text }): ReactElement {
  const t = useT();
  return <Tick {...props} label={t(label)} look="choice-line switch-line" />;
}

function Tick({ value, label, look, ...props }: CheckboxProps & { look: string }): ReactElement {
  const t = useT();
  const facts = useField(props, value);
  return (
    <div className={classes('field', facts.error && 'field-wrong', props.className)}>
      <label className={look}>
        <input
          {...facts.control}
          type="checkbox"
          value="1"
          role={look.includes('switch') ? 'switch' : undefined}
          defaultChecked={isOn(facts.value)}
        />
        <span>
          {label}
          {props.required && (
            <span className="field-mark" aria-hidden="true">
              *
            </span>
          )}
        </span>
      </label>
      {props.hint && (
        <p id={`${facts.id}-hint`} className="field-hint choice-hint">
          {t(props.hint)}
        </p>
      )}
      {facts.error && (
        <p id={`${facts.id}-error`} className="field-error">
          <Icon name="error" />
          {t(facts.error.message, facts.error.params)}
        </p>
      )}
    </div>
  );
}

export interface RadioCardsProps extends FieldProps {
  readonly value?: FormValue;
  readonly options: readonly (Option & { readonly text?: Text; readonly icon?: IconName })[];
  readonly columns?: 2 | 3 | 4;
}

export function RadioCards({ value, options, columns = 2, ...props }: RadioCardsProps): ReactElement {
  const t = useT();
  const facts = useField(props, value);
  const chosen = textOf(facts.value);
  return (
    <Field {...props} facts={facts} group>
      <div className={`radio-cards radio-cards-${columns}`}>
        {options.map((option) => (
          <label key={option.value} className="radio-card">
            <input
              type="radio"
              name={props.name}
              value={option.value}
              required={props.required}
              defaultChecked={chosen === String(option.value)}
            />
            {option.icon && <Icon name={option.icon} />}
            <span>
              <strong>
                <Words text={option.label} />
              </strong>
              {option.text && <small>{t(option.text)}</small>}
            </span>
          </label>
        ))}
      </div>
    </Field>
  );
}

export interface CountryCityProps {
  readonly country: FieldProps & { readonly options: readonly Option[]; readonly value?: FormValue };
  /** Groups carry `of`: the country's value. A country without a group is asked at `/api/cities/<country>` when chosen. `options` hold for every country. */
  readonly city: FieldProps & { readonly groups: readonly OptionGroup[]; readonly options?: readonly Option[]; readonly value?: FormValue };
}

/** The city list follows the country; without a script it shows every city under its country. */
export function CountryCity({ country, city }: CountryCityProps): ReactElement {
  const t = useT();
  const props = { source: '/api/cities/', first: t(m.chooseCountryFirst), choose: t(m.choose), failed: t(m.citiesFailed) };
  return (
    <Island name="cities" props={props} className="field-row">
      <Select {...country} icon="globe" autoComplete="off" />
      <Select {...city} icon="place" autoComplete="off" />
    </Island>
  );
}
