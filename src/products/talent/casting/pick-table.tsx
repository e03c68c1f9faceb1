/** The same people as rows, with more of what a casting compares. */
import type { ReactElement } from 'react';
import { usePage, useT } from '#kernel/page/context.tsx';
import { PersonLine } from '#kernel/page/people.tsx';
import { type Column, DataTable } from '#kernel/page/table.tsx';
import { bodyOf, experienceOf, heightOf, languagesOf, nameOf, optionWord, photoOf, profileOf, typesOf } from './describe.ts';
import { MarkMenu } from './mark-menu.tsx';
import { m } from './messages.ts';
import { type Candidate, Phone, TakenFlag, Tick } from './pick-card.tsx';

export function PickTable({ picks, marks, contacts }: { picks: readonly Candidate[]; marks: boolean; contacts: boolean }): ReactElement {
  const t = useT();
  const { language } = usePage();
  const columns: readonly Column<Candidate>[] = [
    { key: 'name', header: m.name, role: 'title', sort: true, cell: (pick) => <NameCell pick={pick} /> },
    ...(marks ? [{ key: 'mark', header: m.mark, cell: MarkCell }] : []),
    {
      key: 'age',
      header: m.age,
      sort: true,
      cell: ({ person }) => <span className="whitespace-nowrap">{t(m.aged, { age: person.age })}</span>,
    },
    { key: 'height', header: m.height, sort: true, cell: ({ person }) => heightOf(person.looks.height, language) },
    { key: 'types', header: m.talentType, cell: ({ person }) => typesOf(person, language) },
    { key: 'place', header: m.place, cell: ({ place }) => place },
    { key: 'eyes', header: m.eyes, cell: ({ person }) => optionWord('eye_color', person.looks.eyeColor, language) },
    { key: 'hair', header: m.hair, cell: ({ person }) => optionWord('hair_color', person.looks.hairColor, language) },
    { key: 'languages', header: m.language, cell: ({ person }) => languagesOf(person, language) },
    { key: 'experience', header: m.experience, sort: true, cell: ({ person }) => experienceOf(person, language) },
    ...(contacts
      ? [{ key: 'phone', header: m.phone, cell: ({ person }: Candidate) => person.phone && <Phone number={person.phone} /> }]
      : []),
  ];
  return <DataTable caption={m.title} rows={picks} rowKey={({ person }) => person.id} columns={columns} empty={null} />;
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
