/** Who somebody is, where they come from and live, which paper they carry: the fields of the first two steps. */
import type { ReactElement } from 'react';
import type { FieldErrors } from '#kernel/failure.ts';
import { CountryCity, type Option, RadioCards, Select } from '#kernel/page/choices.tsx';
import { useT } from '#kernel/page/context.tsx';
import { Combobox, DateInput, TextInput } from '#kernel/page/fields.tsx';
import { FieldRow, Fieldset } from '#kernel/page/forms.tsx';
import { Icon } from '#kernel/page/icons.tsx';
import { OPTIONS } from '../options/options.ts';
import { type Answers, NameFields, PhoneFields, type ProfileChoices, textOf, words } from '../profile-form/profile-form.tsx';
import { OTHER_CITY_CHOICE } from './answers.ts';
import { labels } from './labels.ts';
import { m } from './messages.ts';
import { NETWORK_FIELDS } from './steps.ts';

const GENDERS: readonly Option[] = [
  { value: 'F', label: words.genders.F },
  { value: 'M', label: words.genders.M },
];

/** `latest` is the last birthday of somebody old enough, `YYYY-MM-DD`. */
export const PersonFields = ({ latest, choices }: { latest: string; choices: ProfileChoices }): ReactElement => (
  <>
    <NameFields />
    <RadioCards name="gender" label={labels.gender} options={GENDERS} required />
    <DateInput
      name="date_of_birth"
      label={labels.date_of_birth}
      hint={m.birthHint}
      required
      min="1900-01-01"
      max={latest}
      autoComplete="bday"
    />
    <TextInput name="email" type="email" label={labels.email} hint={m.emailHint} autoComplete="email" maxLength={150} icon="mail" />
    <PhoneFields choices={choices} />
  </>
);

/** Folded away until there is something in it. */
export function NetworkSection({ answers, errors }: { answers: Answers; errors: FieldErrors }): ReactElement {
  const t = useT();
  const open = NETWORK_FIELDS.some((name) => textOf(answers, name) || errors[name]);
  return (
    <details className="picker-group" open={open}>
      <summary>
        <Icon name="chevron-end" />
        {t(m.networks)}
      </summary>
      <div className="flex flex-col gap-4 p-4">
        <p className="field-hint">{t(m.networksLead)}</p>
        <div className="field-grid">
          {NETWORK_FIELDS.map((name) => (
            <TextInput
              key={name}
              name={name}
              label={labels[name]}
              inputMode="url"
              maxLength={300}
              placeholder={name === 'website' ? 'https://' : '@'}
            />
          ))}
        </div>
      </div>
    </details>
  );
}

export function OriginFields({ choices }: { choices: ProfileChoices }): ReactElement {
  const other = [{ value: OTHER_CITY_CHOICE, label: m.otherCity }];
  const country = { options: choices.countries, required: true };
  return (
    <>
      <Fieldset legend={m.birthplace}>
        <CountryCity
          country={{ name: 'country_of_origin_id', label: labels.country_of_origin_id, hint: m.originHint, ...country }}
          city={{ name: 'city_of_origin_id', label: labels.city_of_origin_id, hint: m.optional, groups: choices.cities }}
        />
        <Combobox
          name="nationality"
          label={labels.nationality}
          hint={m.nationalityHint}
          suggestions={choices.nationalities}
          maxLength={100}
        />
      </Fieldset>
      <Fieldset legend={m.residence}>
        <div className="group/home flex flex-col gap-5">
          <CountryCity
            country={{ name: 'country_id', label: labels.country_id, ...country }}
            city={{ name: 'city_id', label: labels.city_id, groups: choices.cities, options: other, required: true }}
          />
          {/* Hidden until "another city" is chosen, where the browser can tell. */}
          <div className="group-[:not(:has(option[value=other]:checked))]/home:hidden">
            <TextInput name="other_city" label={labels.other_city} hint={m.otherCityHint} maxLength={100} autoComplete="address-level2" />
          </div>
        </div>
      </Fieldset>
    </>
  );
}

/** `kept`: the masked number that is recorded; a number is never written back into a page. */
export function DocumentFields({ kept = null }: { kept?: string | null }): ReactElement {
  const t = useT();
  return (
    <Fieldset legend={m.document} lead={m.documentLead}>
      <FieldRow>
        <Select name="id_document_type" label={labels.id_document_type} options={OPTIONS.id_document_type} icon="id" />
        <TextInput
          name="id_document_number"
          label={labels.id_document_number}
          hint={kept ? t(m.numberKept, { number: `\u2066${kept}\u2069` }) : undefined}
          maxLength={40}
          autoComplete="off"
          spellCheck={false}
        />
      </FieldRow>
    </Fieldset>
  );
}
