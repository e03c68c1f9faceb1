/** The groups of fields of a profile, shared by registration, the edit page and the forms of administrators. */
import type { ReactElement, ReactNode } from 'react';
import type { FieldErrors } from '#kernel/failure.ts';
import { Checkbox, CountryCity, RadioCards, Select } from '#kernel/page/choices.tsx';
import { useT } from '#kernel/page/context.tsx';
import { Combobox, DateInput, TextArea, TextInput } from '#kernel/page/fields.tsx';
import { FieldRow } from '#kernel/page/forms.tsx';
import { Icon } from '#kernel/page/icons.tsx';
import { type Answers, OTHER_CITY_CHOICE, SOCIAL_FIELDS, textOf } from './answers.ts';
import type { ProfileChoices } from './choices.ts';
import { availabilities, genders, labels, workModes, workTimes } from './labels.ts';
import { m } from './messages.ts';

const optionsOf = (group: Readonly<Record<string, { fr: string; en: string; ar: string }>>) =>
  Object.entries(group).map(([value, label]) => ({ value, label }));

/** Fields inside a card, at the distance they have in a form. */
export const FieldStack = ({ children }: { children: ReactNode }): ReactElement => <div className="flex flex-col gap-5">{children}</div>;

export const NameFields = (): ReactElement => (
  <FieldRow>
    <TextInput name="first_name" label={labels.first_name} required autoComplete="given-name" maxLength={100} />
    <TextInput name="last_name" label={labels.last_name} required autoComplete="family-name" maxLength={100} />
  </FieldRow>
);

/** `latest` is the last birthday of somebody old enough, `YYYY-MM-DD`. */
export const BirthFields = ({ latest }: { latest: string }): ReactElement => (
  <>
    <RadioCards name="gender" label={labels.gender} hint={m.genderHint} options={optionsOf(genders)} columns={3} required />
    <DateInput
      name="date_of_birth"
      label={labels.date_of_birth}
      hint={m.birthHint}
      required
      min="1900-01-01"
      max={latest}
      autoComplete="bday"
    />
  </>
);

export function OriginFields({ choices }: { choices: ProfileChoices }): ReactElement {
  const other = [{ value: OTHER_CITY_CHOICE, label: m.otherCity }];
  return (
    <div className="group/origins flex flex-col gap-5">
      <FieldRow>
        <Select name="country_id" label={labels.country_id} hint={m.originHint} options={choices.countries} required icon="globe" />
        <Combobox
          name="nationality"
          label={labels.nationality}
          hint={m.nationalityHint}
          suggestions={choices.nationalities}
          maxLength={100}
        />
      </FieldRow>
      <CountryCity
        country={{ name: 'residence_country_id', label: labels.residence_country_id, options: choices.countries, required: true }}
        city={{ name: 'residence_city_id', label: labels.residence_city_id, groups: choices.cities, options: other, required: true }}
      />
      {/* Hidden until "another city" is chosen, where the browser can tell. */}
      <div className="group-[:not(:has(option[value=other]:checked))]/origins:hidden">
        <TextInput name="other_city" label={labels.other_city} hint={m.otherCityHint} maxLength={100} autoComplete="address-level2" />
      </div>
    </div>
  );
}

/** A phone number, and WhatsApp where it is another. */
export function PhoneFields({ choices }: { choices: ProfileChoices }): ReactElement {
  const t = useT();
  const row = 'grid items-end gap-4 sm:grid-cols-[12rem_1fr]';
  const dial = { label: labels.phone_dial, options: choices.dials, placeholder: m.noDial };
  return (
    <>
      <div className={row}>
        <Select name="phone_dial" {...dial} autoComplete="tel-country-code" />
        <TextInput
          name="phone"
          type="tel"
          label={labels.phone}
          hint={m.phoneHint}
          autoComplete="tel-national"
          maxLength={40}
          icon="phone"
        />
      </div>
      <div className="group/whatsapp flex flex-col gap-5">
        <Checkbox name="whatsapp_same" label={t(m.whatsappSame)} />
        <div className={`${row} group-has-[input:checked]/whatsapp:hidden`}>
          <Select name="whatsapp_dial" {...dial} autoComplete="off" />
          <TextInput name="whatsapp" type="tel" label={m.whatsappOther} autoComplete="off" maxLength={40} icon="message" />
        </div>
      </div>
    </>
  );
}

export function ContactFields({ choices }: { choices: ProfileChoices }): ReactElement {
  return (
    <>
      <PhoneFields choices={choices} />
      <TextInput name="address" label={labels.address} hint={m.addressHint} autoComplete="street-address" maxLength={300} icon="place" />
    </>
  );
}

export const WorkFields = ({ more }: { more?: boolean }): ReactElement => (
  <>
    <RadioCards name="availability" label={labels.availability} options={optionsOf(availabilities)} columns={4} />
    <RadioCards name="work_mode" label={labels.work_mode} options={optionsOf(workModes)} columns={4} />
    {more && <Select name="work_time" label={labels.work_time} options={optionsOf(workTimes)} />}
    <FieldRow>
      <TextInput
        name="years_experience"
        type="number"
        inputMode="numeric"
        label={labels.years_experience}
        hint={m.yearsHint}
        min={0}
        max={70}
      />
      <TextInput name="rate_range" label={labels.rate_range} hint={m.rateHint} maxLength={100} />
    </FieldRow>
    <TextArea name="bio" label={labels.bio} hint={m.bioHint} rows={6} max={2000} />
    {more && (
      <FieldRow>
        <TextInput name="languages" label={labels.languages} hint={m.languagesHint} maxLength={300} />
        <TextInput name="education" label={labels.education} hint={m.educationHint} maxLength={300} />
      </FieldRow>
    )}
  </>
);

const LINKS = ['portfolio_url', 'website', ...SOCIAL_FIELDS] as const;

/** Folded away until there is something in it. */
export function LinkSection({ answers, errors = {} }: { answers: Answers; errors?: FieldErrors | undefined }): ReactElement {
  const t = useT();
  const open = LINKS.some((name) => textOf(answers, name) || errors[name]);
  return (
    <details className="picker-group" open={open}>
      <summary>
        <Icon name="chevron-end" />
        {t(m.links)}
      </summary>
      <div className="flex flex-col gap-4 p-4">
        <p className="field-hint">{t(m.linksLead)}</p>
        <LinkFields />
      </div>
    </details>
  );
}

const LinkFields = (): ReactElement => (
  <>
    <FieldRow>
      <TextInput name="portfolio_url" label={labels.portfolio_url} inputMode="url" maxLength={300} placeholder="https://" icon="link" />
      <TextInput name="website" label={labels.website} inputMode="url" maxLength={300} placeholder="https://" icon="globe" />
    </FieldRow>
    <div className="field-grid">
      {SOCIAL_FIELDS.map((name) => (
        <TextInput key={name} name={name} label={labels[name]} inputMode="url" maxLength={300} placeholder="@" />
      ))}
    </div>
  </>
);
