/** The people of a project: who, as what, on which days, with which badge and letter. Others than the studio's people see who and as what. */
import type { ReactElement } from 'react';
import { isAdmin } from '#kernel/http/access.ts';
import { Badge, EmptyState, type Tone } from '#kernel/page/components.tsx';
import { type Text, usePage, useT } from '#kernel/page/context.tsx';
import { CodeTag } from '#kernel/page/facts.tsx';
import type { IconName } from '#kernel/page/icons.tsx';
import { PersonLine } from '#kernel/page/people.tsx';
import { type Column, DataTable } from '#kernel/page/table.tsx';
import { Menu } from '#kernel/page/trails.tsx';
import { choiceOf } from '../options/options.ts';
import { daysText, LIST, nameOf } from './page-kit.tsx';
import { isStaff } from './policies.ts';
import type { Booking, LetterState, TeamMember } from './project.ts';
import { team } from './team-messages.ts';

export function TeamTable({ members }: { members: readonly TeamMember[] }): ReactElement {
  const { viewer } = usePage();
  const staff = isStaff(viewer);
  const columns = COLUMNS.filter(({ only }) => only === undefined || (only === 'staff' ? staff : isAdmin(viewer)));
  return (
    <DataTable
      caption={team.title}
      rows={members}
      rowKey={(member) => member.id}
      columns={columns}
      empty={<EmptyState icon="users" title={staff ? team.none : team.noneSeen} text={staff ? team.noneText : team.noneSeenText} />}
    />
  );
}

const COLUMNS: readonly (Column<TeamMember> & { readonly only?: 'staff' | 'admin' })[] = [
  { key: 'person', header: team.person, role: 'title', cell: (member) => <Who member={member} /> },
  { key: 'role', header: team.role, cell: (member) => <Role member={member} /> },
  { key: 'days', header: team.days, only: 'staff', cell: (member) => <Bookings bookings={member.bookings} /> },
  { key: 'code', header: team.code, only: 'staff', cell: (member) => <CodeTag code={member.projectCode} /> },
  { key: 'letter', header: team.letter, only: 'admin', cell: (member) => <Letter member={member} /> },
  {
    key: 'actions',
    header: { fr: 'Actions', en: 'Actions', ar: 'إجراءات' },
    role: 'actions',
    align: 'end',
    only: 'admin',
    cell: (member) => <Actions member={member} />,
  },
];

export const photoOf = ({ photoFile }: { readonly photoFile: string | null }, width: 96 | 160 = 96): string | null =>
  photoFile === null ? null : `/static/uploads/${photoFile}?w=${width}`;

const Who = ({ member }: { member: TeamMember }): ReactElement => (
  <div className="lg:min-w-44">
    <PersonLine name={nameOf(member)} code={member.code} href={`/cinema/profile/${member.code}`} photo={photoOf(member)} />
  </div>
);

function Role({ member }: { member: TeamMember }): ReactElement {
  const t = useT();
  return (
    <span className="block max-w-72">
      {t(choiceOf('talent_type', member.talentType).label)}
      {member.role && <span className="block text-sm text-muted">{member.role}</span>}
    </span>
  );
}

/** The look of days: never by colour alone. */
export const KINDS = {
  booked: { tone: 'success', icon: 'check', label: team.booked },
  pencil: { tone: 'warning', icon: 'edit', label: team.pencil },
  unavailable: { tone: 'danger', icon: 'ban', label: team.unavailable },
} as const satisfies Record<string, { readonly tone: Tone; readonly icon: IconName; readonly label: Text }>;

export function Bookings({ bookings }: { bookings: readonly Booking[] }): ReactElement {
  const t = useT();
  const { language } = usePage();
  if (bookings.length === 0) return <span className="text-muted">{t(team.noDays)}</span>;
  return (
    <span className="flex flex-col items-start gap-1">
      {bookings.map((booking) => {
        const { tone, icon, label } = KINDS[booking.state];
        return (
          <Badge key={booking.from} tone={tone} icon={icon}>
            <span className="sr-only">{t(label)} </span>
            {daysText(booking, language)}
          </Badge>
        );
      })}
    </span>
  );
}

const LETTERS: Readonly<Record<LetterState, readonly [tone: Tone, icon: IconName, label: Text]>> = {
  none: ['neutral', 'mail', team.letterNone],
  queued: ['info', 'clock', team.letterQueued],
  sent: ['success', 'check', team.letterSent],
  failed: ['danger', 'error', team.letterFailed],
  unknown: ['warning', 'warning', team.letterUnknown],
  disabled: ['warning', 'ban', team.letterDisabled],
};

function Letter({ member }: { member: TeamMember }): ReactElement {
  const t = useT();
  if (!member.hasEmail && member.letter === 'none') {
    return (
      <Badge tone="warning" icon="mail">
        {t(team.noAddress)}
      </Badge>
    );
  }
  const [tone, icon, label] = LETTERS[member.letter];
  return (
    <span title={member.letterError ?? undefined}>
      <Badge tone={tone} icon={icon}>
        {t(label)}
      </Badge>
    </span>
  );
}

function Actions({ member }: { member: TeamMember }): ReactElement {
  const t = useT();
  const base = `${LIST}/${member.projectId}`;
  const badge = `${LIST}/talent/${member.id}`;
  return (
    <Menu
      label={t(team.actionsOf, { name: nameOf(member) })}
      items={[
        { label: team.editDays, href: `${base}/bookings/${member.id}`, icon: 'calendar' },
        { label: team.calendar, href: `/cinema/talent/${member.talentId}/availability`, icon: 'clock' },
        { label: team.badge, href: `${badge}/generate-badge`, icon: 'id' },
        { label: team.replaceBadge, href: `${badge}/revoke-badge`, icon: 'refresh' },
        { label: team.remove, href: `${base}/remove-talent/${member.id}`, icon: 'trash', tone: 'danger' },
      ]}
    />
  );
}
