/** The same people as rows, with more of what a casting compares. */
import type { ReactElement, ReactNode } from 'react';
import type { Language } from '#kernel/message.ts';
import { usePage, useT } from '#kernel/page/context.tsx';
import { PersonLine } from '#kernel/page/people.tsx';
import { type Column, DataTable, type TableChoice } from '#kernel/page/table.tsx';
import { bodyOf, experienceOf, heightOf, languagesOf, nameOf, optionWord, photoOf, profileOf, typesOf } from './describe.ts';
import { MarkMenu } from './mark-menu.tsx';
import { m } from './messages.ts';
import { type Candidate, Phone, TakenFlag, Tick } from './pick-card.tsx';

/** Marks and contacts are for who casts. */
export const pickColumns = (isCasting: boolean): readonly Column<Candidate>[] => [
  { key: 'name', header: m.name, role: 'title', sort: true, cell: (pick) => <NameCell pick={pick} /> },
  ...(isCasting ? [{ key: 'mark', header: m.mark, cell: MarkCell }] : []),
  { key: 'age', header: m.age, sort: true, cell: (pick) => <Age pick={pick} /> },
  { key: 'height', header: m.height, sort: true, cell: (pick) => <InWords pick={pick} words={heightIn} /> },
  {
    key: 'types',
    header: m.talentType,
    cell: (pick) => <InWords pick={pick} words={({ person }, language) => typesOf(person, language)} />,
  },
  { key: 'place', header: m.place, cell: ({ place }) => place },
  { key: 'eyes', header: m.eyes, cell: (pick) => <InWords pick={pick} words={looksIn('eye_color', 'eyeColor')} /> },
  { key: 'hair', header: m.hair, cell: (pick) => <InWords pick={pick} words={looksIn('hair_color', 'hairColor')} /> },
  {
    key: 'hair-type',
    header: m.hairType,
    optional: true,
    cell: (pick) => <InWords pick={pick} words={looksIn('hair_type', 'hairType')} />,
  },
  { key: 'skin', header: m.skin, optional: true, cell: (pick) => <InWords pick={pick} words={looksIn('skin_tone', 'skinTone')} /> },
  { key: 'build', header: m.build, optional: true, cell: (pick) => <InWords pick={pick} words={looksIn('build', 'build')} /> },
  {
    key: 'languages',
    header: m.language,
    cell: (pick) => <InWords pick={pick} words={({ person }, language) => languagesOf(person, language)} />,
  },
  {
    key: 'experience',
    header: m.experience,
    sort: true,
    cell: (pick) => <InWords pick={pick} words={({ person }, language) => experienceOf(person, language)} />,
  },
  ...(isCasting
    ? [{ key: 'phone', header: m.phone, cell: ({ person }: Candidate) => person.phone && <Phone number={person.phone} /> }]
    : []),
];

interface PickTableProps {
  readonly picks: readonly Candidate[];
  readonly columns: readonly Column<Candidate>[];
  readonly choice: TableChoice;
}

export function PickTable({ picks, columns, choice }: PickTableProps): ReactElement {
  return <DataTable caption={m.title} rows={picks} rowKey={({ person }) => person.id} columns={columns} choice={choice} empty={null} />;
}

type Words = (pick: Candidate, language: Language) => ReactNode;
const heightIn: Words = ({ person }, language) => heightOf(person.looks.height, language);
type Looks = Candidate['person']['looks'];
const looksIn =
  (option: Parameters<typeof optionWord>[0], name: Exclude<keyof Looks, 'height'>): Words =>
  ({ person }, language) =>
    optionWord(option, person.looks[name], language);

function InWords({ pick, words }: { pick: Candidate; words: Words }): ReactElement {
  const { language } = usePage();
  return <>{words(pick, language)}</>;
}

function Age({ pick: { person } }: { pick: Candidate }): ReactElement {
  const t = useT();
  return <span className="whitespace-nowrap">{t(m.aged, { age: person.age })}</span>;
}

/** The row is known to the keys by its first cell. */
function NameCell({ pick: { person, taken } }: { pick: Candidate }): ReactElement {
  const { language } = usePage();
  const name = nameOf(person);
  return (
    <span className="pick-row" data-pick={person.id} data-name={name}>
      <Tick id={person.id} name={name} bare />
      <PersonLine
        name={name}
        code={person.code}
        href={profileOf(person)}
        photo={photoOf(person, 96)}
        detail={taken ? <TakenFlag taken={taken} /> : <span className="sr-only">{bodyOf(person, language)}</span>}
      />
    </span>
  );
}

const MarkCell = ({ person, mark }: Candidate): ReactElement => <MarkMenu talentId={person.id} name={nameOf(person)} mark={mark} />;
