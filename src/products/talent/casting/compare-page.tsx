/** Two to four people side by side; the rows where they differ stand out. */
import type { ReactElement, ReactNode } from 'react';
import { type Language, say } from '#kernel/message.ts';
import { Alert, EmptyState, LinkButton, PageHeader } from '#kernel/page/components.tsx';
import { classes, type Text, usePage, useT } from '#kernel/page/context.tsx';
import { Swatch } from '#kernel/page/facets.tsx';
import { CodeTag } from '#kernel/page/facts.tsx';
import { Icon } from '#kernel/page/icons.tsx';
import { choiceOf } from '../options/options.ts';
import { creditsOf, experienceOf, heightOf, languagesOf, nameOf, optionWord, photoOf, profileOf, typesOf } from './describe.ts';
import { LIST } from './list-query.ts';
import { MarkDot, MarkForm, MarkMenu } from './mark-menu.tsx';
import type { TeamMark } from './marks.ts';
import { m } from './messages.ts';
import { type Candidate, Face, Phone, TakenFlag } from './pick-card.tsx';

export interface ComparePageProps {
  readonly picks: readonly Candidate[];
  readonly team: readonly TeamMark[];
  readonly isCasting: boolean;
  readonly tooMany: boolean;
}

export function ComparePage({ picks, team, isCasting, tooMany }: ComparePageProps): ReactElement {
  const t = useT();
  const { language } = usePage();
  const ids = picks.map(({ person }) => person.id);
  if (picks.length < 2) return <TooFew />;
  return (
    <>
      <PageHeader title={m.compareTitle} lead={m.compareLead} crumbs={[{ label: m.title, href: LIST }]}>
        {isCasting && (
          <LinkButton icon="bookmark" href={`/casting/shortlists/add?ids=${ids.join(',')}`}>
            {t(m.addToShortlist)}
          </LinkButton>
        )}
      </PageHeader>
      {tooMany && <Alert tone="info" title={m.compareFour} />}
      {isCasting && <MarkForm />}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reached by keyboard too */}
      <section className="versus-box" tabIndex={0} aria-label={t(m.compareTitle)}>
        <table className="versus">
          <thead>
            <tr>
              <td />
              {picks.map((pick) => (
                <Head key={pick.person.id} pick={pick} ids={ids} isCasting={isCasting} />
              ))}
            </tr>
          </thead>
          <tbody>
            {rowsOf(picks, isCasting, language).map((row) => (
              <Row key={t(row.label)} row={row} />
            ))}
            {isCasting && team.length > 0 && <TeamRow picks={picks} team={team} />}
          </tbody>
        </table>
      </section>
    </>
  );
}

function TooFew(): ReactElement {
  const t = useT();
  return (
    <EmptyState icon="users" title={m.compareFew} text={m.compareCount}>
      <LinkButton href={LIST}>{t(m.backToList)}</LinkButton>
    </EmptyState>
  );
}

function Head({ pick, ids, isCasting }: { pick: Candidate; ids: readonly number[]; isCasting: boolean }): ReactElement {
  const t = useT();
  const { person, mark, taken } = pick;
  const name = nameOf(person);
  const others = ids.filter((id) => id !== person.id).join(',');
  return (
    <th scope="col">
      <div className="relative">
        <Face name={name} photo={photoOf(person, 640)} width={640}>
          {taken && <TakenFlag taken={taken} />}
        </Face>
        {isCasting && (
          <div className="pick-corner">
            <MarkMenu talentId={person.id} name={name} mark={mark} />
          </div>
        )}
      </div>
      <p className="pick-name">
        <a href={profileOf(person)}>{name}</a>
      </p>
      <div className="flex items-center justify-between gap-2">
        <CodeTag code={person.code} />
        {ids.length > 2 && (
          <a
            className="button button-quiet button-square button-sm"
            href={`${LIST}/compare?ids=${others}`}
            aria-label={t(m.takeOut, { name })}
          >
            <Icon name="close" />
          </a>
        )}
      </div>
    </th>
  );
}

interface CompareRow {
  readonly label: Text;
  /** What is compared: rows differ when these do. */
  readonly words: readonly string[];
  readonly cells: readonly ReactNode[];
  /** Nobody is like another in a phone number: it says nothing. */
  readonly compared: boolean;
}

type LookName = 'eye_color' | 'hair_color' | 'hair_type' | 'skin_tone' | 'build';
type Word = (pick: Candidate) => string;
type Cell = (pick: Candidate) => ReactNode;
type MakeRow = (label: Text, word: Word, cell?: Cell, compared?: boolean) => CompareRow;

/** What is asked of a person, in the order a casting asks it; rows that nobody fills are left out. */
export function rowsOf(picks: readonly Candidate[], isCasting: boolean, language: Language): readonly CompareRow[] {
  const row: MakeRow = (label, word, cell = word, compared = true) => ({
    label,
    words: picks.map(word),
    cells: picks.map(cell),
    compared,
  });
  const phone: Cell = ({ person }) => person.phone && <Phone number={person.phone} />;
  return [
    row(m.age, ({ person }) => String(person.age)),
    row(m.height, ({ person }) => heightOf(person.looks.height, language)),
    row(m.gender, ({ person }) => say(person.gender === 'F' ? m.female : m.male, language)),
    row(m.talentType, ({ person }) => typesOf(person, language)),
    row(m.place, ({ place }) => place),
    ...looksOf(row, language),
    row(m.language, ({ person }) => languagesOf(person, language)),
    row(m.experience, ({ person }) => experienceOf(person, language)),
    row(m.credits, ({ person }) => creditsOf(person)),
    row(m.nationality, ({ person }) => person.nationality ?? ''),
    ...(isCasting ? [row(m.phone, ({ person }) => person.phone ?? '', phone, false)] : []),
  ].filter(({ words }) => words.some(Boolean));
}

function looksOf(row: MakeRow, language: Language): readonly CompareRow[] {
  const look = (label: Text, name: LookName, choose: (looks: Candidate['person']['looks']) => string | null): CompareRow =>
    row(
      label,
      ({ person }) => optionWord(name, choose(person.looks), language),
      ({ person }) => <Look name={name} value={choose(person.looks)} language={language} />,
    );
  return [
    look(m.skin, 'skin_tone', ({ skinTone }) => skinTone),
    look(m.eyes, 'eye_color', ({ eyeColor }) => eyeColor),
    look(m.hair, 'hair_color', ({ hairColor }) => hairColor),
    look(m.hairType, 'hair_type', ({ hairType }) => hairType),
    look(m.build, 'build', ({ build }) => build),
  ];
}

export const differs = ({ words, compared }: Pick<CompareRow, 'words' | 'compared'>): boolean => compared && new Set(words).size > 1;

function Look({ name, value, language }: { name: LookName; value: string | null; language: Language }): ReactElement | null {
  if (value === null) return null;
  const { swatch } = choiceOf(name, value);
  return (
    <span className="inline-flex items-center gap-2">
      {swatch && <Swatch colour={swatch} />}
      {optionWord(name, value, language)}
    </span>
  );
}

function Row({ row }: { row: CompareRow }): ReactElement {
  const t = useT();
  const different = differs(row);
  return (
    <tr className={classes(different && 'differs')}>
      <th scope="row">
        {different && <Icon name="flag" className="me-2 inline-block text-warning" />}
        {t(row.label)}
        {different && <span className="sr-only"> {t(m.differs)}</span>}
      </th>
      {row.cells.map((cell, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the columns of a table stand still
        <td key={index}>{cell || <span className="text-muted">—</span>}</td>
      ))}
    </tr>
  );
}

function TeamRow({ picks, team }: { picks: readonly Candidate[]; team: readonly TeamMark[] }): ReactElement {
  const t = useT();
  return (
    <tr>
      <th scope="row">{t(m.teamMarks)}</th>
      {picks.map(({ person }) => (
        <td key={person.id}>
          <ul className="grid gap-1">
            {team
              .filter(({ talentId }) => talentId === person.id)
              .map(({ name, mark }, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two colleagues may share a first name
                <li key={index} className="flex items-center gap-2">
                  <MarkDot mark={mark} /> {name}
                </li>
              ))}
          </ul>
        </td>
      ))}
    </tr>
  );
}
