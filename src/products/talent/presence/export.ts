/** A project's presence as a workbook: a sheet of stays, and a sheet of hours by person and day. */
import { sql } from 'kysely';
import { type Cell, XLSX, xlsxBook } from '#capabilities/printing/printing.ts';
import type { Db } from '#kernel/db/db.ts';
import { type Language, say } from '#kernel/message.ts';
import { fold } from '#kernel/text.ts';
import { localDateTime } from '#kernel/wall-time.ts';
import type { Project } from '../projects/projects.ts';
import { shootingDay } from './days.ts';
import { book, flagText } from './page-messages.ts';
import { hoursOf, roundHalfUp } from './rules.ts';
import { nameOf, readTeam, type TeamMember } from './team.ts';
import type { PresenceTools } from './tools.ts';

interface StayRow {
  readonly talentId: number;
  readonly day: string;
  readonly from: Date;
  readonly until: Date | null;
  readonly flags: readonly string[];
  readonly inBy: string | null;
  readonly outBy: string | null;
  readonly reason: string | null;
}

export interface ExportedFile {
  readonly name: string;
  readonly type: string;
  readonly content: Buffer;
}

export async function exportBook(
  { db, clock, projects }: Pick<PresenceTools, 'db' | 'clock' | 'projects'>,
  projectId: number,
  language: Language,
): Promise<ExportedFile> {
  const project = await projects.require(db, projectId);
  const today = shootingDay(clock.now(), project);
  const [team, stays] = await Promise.all([readTeam(db, projectId, today), readStays(db, projectId)]);
  const content = await xlsxBook([staysSheet(project, team, stays, language), hoursSheet(team, stays, language)]);
  return { name: `presence_${fileWord(project)}_${today}.xlsx`, type: XLSX, content };
}

/** Names in any script become plain letters, or the number of the project. */
const fileWord = ({ name, id }: Project): string =>
  fold(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60) || `project-${id}`;

async function readStays(db: Db, projectId: number): Promise<readonly StayRow[]> {
  const { rows } = await sql<StayRow>`
    select p.cinema_talent_id as "talentId", p.day, p.check_in_at as "from", p.check_out_at as "until", p.flags, i.email as "inBy", o.email as "outBy",
      (select string_agg(c.reason, ' · ' order by c.id) from talent.presence_corrections c where c.presence_id = p.id) as reason
    from talent.presences p
    left join identity.account_cards i on i.id = p.checked_in_by left join identity.account_cards o on o.id = p.checked_out_by
    where p.project_id = ${projectId} order by p.day, p.check_in_at, p.id`.execute(db);
  return rows;
}

function staysSheet(project: Project, team: readonly TeamMember[], stays: readonly StayRow[], language: Language) {
  const people = new Map(team.map((person) => [person.talentId, person]));
  // A spreadsheet knows no time zones: what the clocks of the place showed is what is written.
  const there = (at: Date): Date => new Date(`${localDateTime(at, project.timeZone)}Z`);
  const t = (message: (typeof book)[keyof typeof book]): string => say(message, language);
  return {
    name: t(book.stays),
    columns: [
      { header: t(book.day), kind: 'date', width: 12 },
      { header: t(book.name), width: 28 },
      { header: t(book.code), width: 14 },
      { header: t(book.projectCode), width: 16 },
      { header: t(book.role), width: 24 },
      { header: t(book.arrival), kind: 'datetime', width: 20 },
      { header: t(book.departure), kind: 'datetime', width: 20 },
      { header: t(book.hours), kind: 'decimal', width: 10 },
      { header: t(book.recordedBy), width: 28 },
      { header: t(book.notes), width: 44 },
    ] as const,
    rows: stays.map((stay): readonly Cell[] => {
      const person = people.get(stay.talentId);
      const notes = [...notesOf(stay).map((flag) => say(flagText(flag), language)), stay.reason ?? ''].filter(Boolean).join(' · ');
      return [
        ...[new Date(`${stay.day}T00:00:00Z`), person ? nameOf(person) : '', person?.code ?? '', person?.projectCode ?? ''],
        ...[person?.role ?? person?.talentType ?? '', there(stay.from), stay.until && there(stay.until)],
        ...[stay.until && hoursOf(stay.from, stay.until), stay.inBy ?? stay.outBy ?? '', notes],
      ];
    }),
  };
}

const notesOf = ({ flags, until }: StayRow): readonly string[] => (until ? flags : [...flags, 'no_check_out']);

/** Everybody of the project, also who never came: a blank says so. */
function hoursSheet(team: readonly TeamMember[], stays: readonly StayRow[], language: Language) {
  const days = [...new Set(stays.map(({ day }) => day))].sort();
  const closed = Map.groupBy(
    stays.filter(({ until }) => until),
    ({ talentId, day }) => `${talentId} ${day}`,
  );
  const seconds = (talentId: number, day: string): number =>
    (closed.get(`${talentId} ${day}`) ?? []).reduce((sum, { from, until }) => sum + ((until?.getTime() ?? 0) - from.getTime()) / 1000, 0);
  const hours = (time: number): number | null => (time ? roundHalfUp(time / 3600) : null);
  return {
    name: say(book.byDay, language),
    columns: [
      { header: say(book.name, language), width: 28 },
      { header: say(book.code, language), width: 14 },
      ...days.map((day) => ({ header: day, kind: 'decimal' as const, width: 12 })),
      { header: say(book.total, language), kind: 'decimal' as const, width: 12 },
    ],
    rows: team.map((person): readonly Cell[] => {
      const times = days.map((day) => seconds(person.talentId, day));
      return [nameOf(person), person.code, ...times.map(hours), roundHalfUp(times.reduce((sum, time) => sum + time, 0) / 3600)];
    }),
  };
}
