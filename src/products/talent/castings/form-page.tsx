/** The form of a call: texts, where and when, pay, and a row for each part. */
import type { ReactElement } from 'react';
import type { FieldErrors } from '#kernel/failure.ts';
import { CountryCity, type Option, type OptionGroup, RadioCards, Select } from '#kernel/page/choices.tsx';
import { Button, Card, LinkButton, PageHeader } from '#kernel/page/components.tsx';
import { type Text, usePage, useT } from '#kernel/page/context.tsx';
import { DateInput, TextArea, TextInput } from '#kernel/page/fields.tsx';
import { ErrorSummary, FieldRow, Fieldset, Form, FormActions } from '#kernel/page/forms.tsx';
import { OPTIONS } from '../options/options.ts';
import { type Answers, FieldStack, textOf } from '../profile-form/profile-form.tsx';
import { type Call, PAYS, spoken } from './call.ts';
import { PAY_WORDS } from './call-words.ts';
import { LENGTHS, MAX_PARTS, partField } from './fields.ts';
import { m } from './messages.ts';
import { form, team } from './team-messages.ts';
import { TEAM } from './team-page.tsx';

export interface FormView {
  /** Null for a new one. */
  readonly call: Call | null;
  readonly answers: Answers;
  readonly errors: FieldErrors;
  readonly projects: readonly Option[];
  readonly countries: readonly Option[];
  readonly cities: readonly OptionGroup[];
}

const TITLES = [
  ['fr', form.titleFr, form.textFr],
  ['en', form.titleEn, form.textEn],
  ['ar', form.titleAr, form.textAr],
] as const;

export function FormPage({ call, answers, errors, projects, countries, cities }: FormView): ReactElement {
  const t = useT();
  const { language } = usePage();
  const page = call ? `${TEAM}/${call.id}` : TEAM;
  const crumbs = [{ label: team.title, href: TEAM }, ...(call ? [{ label: spoken(call.titles, language).text, href: page }] : [])];
  return (
    <>
      <PageHeader title={call ? form.title : team.create} lead={form.lead} crumbs={crumbs} />
      <Form action={call ? `${page}/edit` : `${TEAM}/new`} values={answers} errors={errors} {...(call ? {} : { draft: 'casting-new' })}>
        <ErrorSummary labels={labelsOf(t)} />
        {!call && (
          <Card>
            <Select name="project_id" label={form.project} options={projects} required />
          </Card>
        )}
        <Words />
        <WhereAndWhen countries={countries} cities={cities} />
        <Pay />
        <Parts answers={answers} />
        <FormActions>
          <Button icon="save">{t(form.save)}</Button>
          <LinkButton href={page} kind="quiet">
            {t(form.cancel)}
          </LinkButton>
        </FormActions>
      </Form>
    </>
  );
}

/** Names of fields as the summary of faults says them. */
function labelsOf(t: ReturnType<typeof useT>): Readonly<Record<string, Text>> {
  const part = {
    type: form.type,
    name: form.name,
    people: form.people,
    gender: form.gender,
    age_from: form.ageFrom,
    age_to: form.ageTo,
    criteria: form.criteria,
  };
  const rows = Array.from({ length: MAX_PARTS }, (_, row) =>
    Object.entries(part).map(
      ([name, label]) => [partField(name as keyof typeof part, row), `${t(form.part, { n: row + 1 })} · ${t(label)}`] as const,
    ),
  ).flat();
  return {
    project_id: form.project,
    ...Object.fromEntries(
      TITLES.flatMap(([language, title, text]) => [
        [`title_${language}`, title],
        [`text_${language}`, text],
      ]),
    ),
    ...{ country_id: form.country, city_id: form.city, place: form.place, starts_on: form.startsOn, ends_on: form.endsOn },
    ...{ closes_on: form.closesOn, pay: form.pay, pay_details: form.payDetails },
    ...Object.fromEntries(rows),
  };
}

const Words = (): ReactElement => (
  <Card title={form.words} lead={form.wordsLead} icon="file">
    <FieldStack>
      {TITLES.map(([language, title, text]) => (
        <FieldStack key={language}>
          <TextInput name={`title_${language}`} label={title} maxLength={LENGTHS.title} />
          <TextArea name={`text_${language}`} label={text} rows={5} max={LENGTHS.text} />
        </FieldStack>
      ))}
    </FieldStack>
  </Card>
);

const WhereAndWhen = ({ countries, cities }: Pick<FormView, 'countries' | 'cities'>): ReactElement => (
  <Card title={form.when} icon="place">
    <FieldStack>
      <CountryCity
        country={{ name: 'country_id', label: form.country, options: countries }}
        city={{ name: 'city_id', label: form.city, groups: cities }}
      />
      <TextInput name="place" label={form.place} hint={form.placeHint} maxLength={LENGTHS.place} />
      <FieldRow>
        <DateInput name="starts_on" label={form.startsOn} />
        <DateInput name="ends_on" label={form.endsOn} />
      </FieldRow>
      <DateInput name="closes_on" label={form.closesOn} required />
    </FieldStack>
  </Card>
);

const Pay = (): ReactElement => (
  <Card title={form.pay} lead={form.payHint} icon="ticket">
    <FieldStack>
      <RadioCards name="pay" label={form.pay} required columns={3} options={PAYS.map((value) => ({ value, label: PAY_WORDS[value] }))} />
      <TextInput name="pay_details" label={form.payDetails} hint={form.payDetailsHint} maxLength={LENGTHS.payDetails} />
    </FieldStack>
  </Card>
);

/** Rows that say something and two empty ones; three at first. */
function Parts({ answers }: Pick<FormView, 'answers'>): ReactElement {
  const rows = Array.from({ length: MAX_PARTS }, (_, row) => row);
  const last =
    rows.findLast((row) => textOf(answers, partField('name', row)) !== '' || textOf(answers, partField('type', row)) !== '') ?? 0;
  return (
    <Card title={form.parts} lead={form.partsLead} icon="masks">
      <div className="flex flex-col gap-8">
        {rows.slice(0, Math.min(MAX_PARTS, last + 3)).map((row) => (
          <PartFields key={row} row={row} />
        ))}
      </div>
    </Card>
  );
}

function PartFields({ row }: { row: number }): ReactElement {
  const t = useT();
  const genders = [
    { value: 'F', label: m.women },
    { value: 'M', label: m.men },
  ];
  return (
    <Fieldset legend={t(form.part, { n: row + 1 })}>
      <FieldStack>
        <FieldRow>
          <TextInput name={partField('name', row)} label={form.name} maxLength={LENGTHS.partName} />
          <Select name={partField('type', row)} label={form.type} options={OPTIONS.talent_type} />
        </FieldRow>
        <FieldRow>
          <TextInput name={partField('people', row)} label={form.people} type="number" inputMode="numeric" min={1} max={5000} />
          <Select name={partField('gender', row)} label={form.gender} options={genders} placeholder={m.anyGender} />
        </FieldRow>
        <FieldRow>
          <TextInput name={partField('age_from', row)} label={form.ageFrom} type="number" inputMode="numeric" min={18} max={120} />
          <TextInput name={partField('age_to', row)} label={form.ageTo} type="number" inputMode="numeric" min={18} max={120} />
        </FieldRow>
        <TextArea name={partField('criteria', row)} label={form.criteria} hint={form.criteriaHint} rows={2} max={LENGTHS.criteria} />
      </FieldStack>
    </Fieldset>
  );
}
