/** `/admin/names/:id`: two people side by side, why they are, and what can be decided. */
import type { ReactElement, ReactNode } from 'react';
import { Alert, Badge, Button, Card, LinkButton, PageHeader } from '#kernel/page/components.tsx';
import { classes, type Text, useT } from '#kernel/page/context.tsx';
import { CodeTag, Ltr, When } from '#kernel/page/facts.tsx';
import { Form } from '#kernel/page/forms.tsx';
import { Icon } from '#kernel/page/icons.tsx';
import { Avatar } from '#kernel/page/people.tsx';
import { type Dossier, type Field, fieldLabel, isLeftToRight } from './dossier.ts';
import { isAgainst, isReason } from './evidence.ts';
import type { Match } from './matches.ts';
import { m } from './messages.ts';
import { keyOf, nameOf, profileOf } from './person.ts';
import { KindBadge, photoOf, QUEUE } from './queue-page.tsx';
import { ReasonTags } from './reasons.tsx';

interface PairView {
  readonly match: Match;
  readonly one: Dossier;
  readonly other: Dossier;
  readonly title: string;
}

export function PairPage({ match, one, other, title }: PairView): ReactElement {
  const t = useT();
  return (
    <>
      <PageHeader title={title} lead={m.pairLead} crumbs={[{ label: m.title, href: QUEUE }]} />
      <div className="stack">
        {match.status === 'pending' && match.decidedAt && <Alert tone="warning" title={m.askedAgain} />}
        <Why match={match} />
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reached by keyboard too */}
        <section className="versus-box" tabIndex={0} aria-label={title}>
          <table className="versus versus-pair">
            <thead>
              <tr>
                <td />
                <Head dossier={one} />
                <Head dossier={other} />
              </tr>
            </thead>
            <tbody>
              {rowsOf(one, other).map((row) => (
                <Row key={t(row.label)} row={row} />
              ))}
            </tbody>
          </table>
        </section>
        <Decisions match={match} one={one} other={other} />
      </div>
    </>
  );
}

function Why({ match }: { match: Match }): ReactElement {
  const t = useT();
  const reasons = match.reasons.filter(isReason);
  const against = reasons.filter(isAgainst);
  const side = (label: Text, list: typeof reasons): ReactNode =>
    list.length > 0 && (
      <p className="cluster">
        <strong>{t(label)}</strong>
        <ReasonTags reasons={list} similarity={match.similarity} />
      </p>
    );
  return (
    <Card title={m.why} lead={t(m.likely, { strength: match.strength })}>
      <div className="flex flex-col gap-3">
        {side(
          m.for,
          reasons.filter((reason) => !isAgainst(reason)),
        )}
        {side(m.against, against)}
        <p className="text-muted">
          {t(m.seenOn)} <When at={match.createdAt} as="date" />
          {match.decidedBy && ` · ${t(m.decided, { name: match.decidedBy })}`}
        </p>
      </div>
    </Card>
  );
}

function Head({ dossier: { person, values } }: { dossier: Dossier }): ReactElement {
  const name = nameOf(person);
  return (
    <th scope="col">
      <span className="flex flex-col items-start gap-2">
        <Avatar name={name} photo={photoOf(values.get('photo'), 320)} size="xl" />
        <a className="font-semibold" href={profileOf(person)} dir="auto">
          {name}
        </a>
        <CodeTag code={person.code} />
        <KindBadge person={person} />
      </span>
    </th>
  );
}

interface CompareRow {
  readonly label: Text;
  readonly cells: readonly [ReactNode, ReactNode];
  readonly differs: boolean;
}

/** What decides comes first; what only tells more follows. Fields of the two kinds of files that mean the same stand in one row. */
const ORDER: readonly (readonly Field[])[] = [
  ['name'],
  ['date_of_birth'],
  ['gender'],
  ['phone'],
  ['whatsapp'],
  ['email'],
  ['id_document'],
  ['residence'],
  ['nationality'],
  ['origin', 'country_id'],
  ['address'],
  ['talents', 'talent_types'],
  ['other_talents'],
  ['previous_productions'],
  ['languages'],
  ...(['height', 'eye_color', 'hair_color', 'hair_type', 'skin_tone', 'build'] as const).map((field) => [field] as const),
  ['years_experience', 'years_of_experience'],
  ...(['education', 'bio', 'website', 'portfolio_url'] as const).map((field) => [field] as const),
  ...(['linkedin', 'instagram', 'facebook', 'twitter', 'tiktok', 'telegram'] as const).map((field) => [field] as const),
];

function rowsOf(one: Dossier, other: Dossier): readonly CompareRow[] {
  const fields = ORDER.map(([field, ...same]): CompareRow => {
    const first = field ?? 'name';
    const [a, b] = [one, other].map((dossier) => textOf(dossier, [first, ...same]));
    const differs = a !== undefined && b !== undefined && a !== b;
    return { label: fieldLabel(first), cells: [shown(first, a), shown(first, b)], differs };
  });
  const row = (label: Text, cell: (dossier: Dossier) => ReactNode): CompareRow => ({
    label,
    cells: [cell(one), cell(other)],
    differs: false,
  });
  return [
    ...fields,
    row(m.cv, ({ values }) => values.get('cv') && <Cv file={values.get('cv')} />),
    row(m.registered, ({ person }) => <When at={person.createdAt} as="date" />),
    row(m.account, ({ person }) => <State isActive={person.isActive} />),
    row(
      m.codes,
      ({ traces: { codes, linkedCode } }) => codes.length + (linkedCode ? 1 : 0) > 0 && <Codes codes={[codes, linkedCode ?? []].flat()} />,
    ),
    row(m.projects, ({ traces }) => traces.projects.map(({ name }) => name).join(', ')),
    row(m.stays, ({ traces }) => traces.stays > 0 && <Stays count={traces.stays} />),
    row(m.consents, ({ traces }) => traces.consents.length > 0 && <Consents consents={traces.consents} />),
  ].filter(({ cells: [a, b] }) => a || b);
}

/** The address of a member is that of the account. */
const textOf = ({ values, email }: Dossier, fields: readonly Field[]): string | undefined =>
  fields.map((field) => (field === 'email' ? (email ?? undefined) : values.get(field))).find((value) => value !== undefined);
const shown = (field: Field, value: string | undefined): ReactNode =>
  value && (isLeftToRight(field) ? <Ltr>{value}</Ltr> : <span dir="auto">{value}</span>);

function Row({ row: { label, cells, differs } }: { row: CompareRow }): ReactElement {
  const t = useT();
  return (
    <tr className={classes(differs && 'differs')}>
      <th scope="row">
        {differs && <Icon name="flag" className="me-2 inline-block text-warning" />}
        {t(label)}
        {differs && <span className="sr-only"> {t(m.differs)}</span>}
      </th>
      {cells.map((cell, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the columns of a table stand still
        <td key={index}>{cell || <span className="text-muted">—</span>}</td>
      ))}
    </tr>
  );
}

function Cv({ file }: { file: string | undefined }): ReactElement | null {
  const t = useT();
  return file ? <a href={`/static/uploads/${file}`}>{t(m.hasCv)}</a> : null;
}

function State({ isActive }: { isActive: boolean }): ReactElement {
  const t = useT();
  return (
    <Badge tone={isActive ? 'success' : 'danger'} dot>
      {t(isActive ? m.open : m.closed)}
    </Badge>
  );
}

const Codes = ({ codes }: { codes: readonly string[] }): ReactElement => (
  <span className="cluster">
    {codes.map((code) => (
      <CodeTag key={code} code={code} />
    ))}
  </span>
);

function Stays({ count }: { count: number }): string {
  return useT()(m.stayCount, { count });
}

const PURPOSES = { registration: m.consentRegistration, public_profile: m.consentPublic, appearance: m.consentAppearance } as const;

function Consents({ consents }: { consents: Dossier['traces']['consents'] }): ReactElement {
  const t = useT();
  return (
    <span className="cluster">
      {consents.map(({ purpose, isOpen }) => (
        <Badge key={purpose} tone={isOpen ? 'success' : 'neutral'} icon={isOpen ? 'check' : 'close'}>
          {t(PURPOSES[purpose])}
        </Badge>
      ))}
    </span>
  );
}

/** Merging asks on a page of its own; two kinds of files are linked instead. */
function Decisions({ match, one, other }: Omit<PairView, 'title'>): ReactElement {
  const t = useT();
  const isAcross = one.person.kind !== other.person.kind;
  const older = one.person.createdAt <= other.person.createdAt ? one : other;
  const verdict = (value: string, label: Text, kind: 'secondary' | 'primary', icon: 'ban' | 'link' | 'clock' | 'undo'): ReactElement => (
    <Button name="verdict" value={value} kind={kind} icon={icon}>
      {t(label)}
    </Button>
  );
  const [member, file] = one.person.kind === 'standard' ? [one, other] : [other, one];
  return (
    <Card>
      {isAcross && <p className="mb-4 text-muted">{t(m.linkText, { email: member.email ?? '', code: file.person.code })}</p>}
      <Form action={`${QUEUE}/${match.id}/verdict`} className="contents">
        <div className="flex flex-wrap gap-3">
          {match.verdict !== 'not_same' && verdict('not_same', m.notSame, 'secondary', 'ban')}
          {isAcross && verdict('linked', m.link, 'primary', 'link')}
          {!isAcross && match.verdict !== 'same' && verdict('same', m.sameLater, 'secondary', 'clock')}
          {!isAcross && (
            <LinkButton href={`${QUEUE}/${match.id}/merge?into=${keyOf(older.person)}`} icon="users">
              {t(m.merge)}
            </LinkButton>
          )}
          {match.status !== 'pending' && verdict('reopen', m.reopen, 'secondary', 'undo')}
        </div>
      </Form>
    </Card>
  );
}
