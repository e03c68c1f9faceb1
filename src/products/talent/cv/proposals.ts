/** What a CV says beside what the profile says: each difference is a proposal that the person may tick. */
import { type Language, say } from '#kernel/message.ts';
import { fold } from '#kernel/text.ts';
import type { Snapshot, Talent } from '../catalogue/catalogue.ts';
import type { Member } from '../members/members.ts';
import { LANGUAGE_LEVELS, languageOf } from '../options/options.ts';
import { m } from './messages.ts';
import { languagesIn, type Spoken } from './spoken.ts';
import type { CvReading } from './store.ts';

/** A field of the profile, with its value as the members room takes it. */
export interface Proposal {
  readonly field: string;
  readonly value: string | number;
  /** As people read it; the value itself when absent. */
  readonly shown?: string;
  /** What the profile says now, as people read it; null when nothing. */
  readonly present: string | null;
}

export interface Proposals {
  /** Talents that the profile does not have yet. */
  readonly talents: readonly { readonly talent: Talent; readonly words: string }[];
  readonly fields: readonly Proposal[];
}

export function proposalsOf({ findings, contacts }: CvReading, member: Member, catalogue: Snapshot, language: Language): Proposals {
  const own = new Set(member.talents.map(({ id }) => id));
  const talents = (findings?.skills ?? []).flatMap(({ talent: id, words }) => {
    const talent = catalogue.talent(id);
    return talent && !own.has(id) ? [{ talent, words }] : [];
  });
  const fields = [
    ...yearsProposal(findings, member, language),
    ...languagesProposal(findings?.languages ?? [], member, language),
    ...(findings?.about ? [{ field: 'bio', value: findings.about, present: member.bio }] : []),
    ...contacts.phones.slice(0, 1).map((phone) => ({ field: 'phone', value: phone, present: member.phone })),
    ...linkProposals(contacts.links, member),
  ];
  return { talents, fields: fields.filter(({ value, present }) => !isSame(String(value), present)) };
}

const isSame = (found: string, present: string | null): boolean => present !== null && plain(found) === plain(present);
const plain = (text: string): string => fold(text.replace(/^https?:\/\/(www\.)?/i, '').replace(/\/$/, '')).replace(/\s+/g, ' ');

function yearsProposal(findings: CvReading['findings'], { yearsExperience }: Member, language: Language): Proposal[] {
  const years = findings?.experience.years ?? null;
  if (years === null || years === yearsExperience) return [];
  const source = findings?.experience.from === 'words' ? m.yearsFromWords : m.yearsFromDates;
  const shown = `${say(m.years, language, { count: years })} (${say(source, language)})`;
  const present = yearsExperience === null ? null : say(m.years, language, { count: yearsExperience });
  return [{ field: 'years_experience', value: years, shown, present }];
}

/** Nothing when the profile names them all, in whatever words. */
function languagesProposal(spoken: readonly Spoken[], member: Member, language: Language): Proposal[] {
  const present = new Set(languagesIn(member.languages ?? '').map(({ code }) => code));
  if (spoken.every(({ code }) => present.has(code))) return [];
  const value = spoken.map(({ code, level }) => {
    const name = say(languageOf(code).label, language).replace(/ \(.*\)$/, '');
    return level ? `${name} (${say(LANGUAGE_LEVELS[level], language).toLowerCase()})` : name;
  });
  return [{ field: 'languages', value: value.join(', ').slice(0, 300), present: member.languages }];
}

/** The first address of each network; another one is the portfolio, a second one the site. */
function linkProposals(links: CvReading['contacts']['links'], member: Member): Proposal[] {
  const proposals = new Map<string, Proposal>();
  for (const { field, url } of links) {
    const place = field !== 'portfolio_url' ? field : proposals.has(field) || isSame(url, member.website) ? 'website' : field;
    if (!proposals.has(place)) proposals.set(place, { field: place, value: url, present: presentLink(member, place) });
  }
  return [...proposals.values()];
}

function presentLink(member: Member, field: CvReading['contacts']['links'][number]['field']): string | null {
  if (field === 'portfolio_url') return member.portfolioUrl;
  return field === 'website' ? member.website : member.social[field];
}
