/**
 * What a model may read of a person: their work, never who they are. Names, addresses, numbers and codes are taken out of what
 * people write; of looks and age only what the brief asks for.
 */
import { fold } from '#kernel/text.ts';
import type { Brief, CriterionKind } from '../briefs/briefs.ts';
import type { CinemaTalent } from '../cinema/cinema.ts';
import { redactedCv } from '../cv/cv.ts';
import type { Member } from '../members/members.ts';
import { languageOf } from '../options/options.ts';
import type { RankedPerson } from '../ranking/ranking.ts';
import type { MatchingTools } from './tools.ts';

const MAX_TEXT = 3000;
const GONE = '[…]';

/** In the order of the people; who is gone has an empty writing. */
export async function writingsOf(
  { db, vault, members, cinema }: Pick<MatchingTools, 'db' | 'vault' | 'members' | 'cinema'>,
  brief: Brief,
  people: readonly RankedPerson[],
): Promise<readonly string[]> {
  const ids = people.map(({ id }) => id);
  const asked = new Set(brief.criteria.map(({ kind }) => kind));
  const written =
    brief.kind === 'standard'
      ? (await members.profiles(db, ids)).map(
          async (member) => [member.id, memberWriting(member, await redactedCv(db, vault, member.id))] as const,
        )
      : (await cinema.profiles(db, ids)).map(async (talent) => [talent.id, talentWriting(talent, asked)] as const);
  const byId = new Map(await Promise.all(written));
  return ids.map((id) => byId.get(id) ?? '');
}

type Line = readonly [label: string, value: string | number | null | undefined | readonly string[]];

function written(lines: readonly Line[], names: readonly string[]): string {
  const said = lines.flatMap(([label, value]) => {
    const text = redacted([value ?? ''].flat().join(', '), names).slice(0, MAX_TEXT);
    return text === '' ? [] : [`${label} : ${text}`];
  });
  return said.join('\n');
}

function memberWriting(member: Member, cv: string | null): string {
  const { cvAnalysis } = member;
  const lines: readonly Line[] = [
    ['Localisation', [member.residenceCity?.name ?? member.city?.name, member.residenceCountry?.name].filter((name) => name !== undefined)],
    ['Disponibilité', [member.availability, member.workTime, member.workMode].filter((word) => word !== null)],
    ['Talents', member.talents.map(({ name }) => name)],
    ['Expérience (années)', member.yearsExperience],
    ['Langues', member.languages],
    ['Formation', member.education],
    ['Présentation', member.bio],
    ['Compétences CV', [...new Set([...(cvAnalysis?.skills ?? []), ...(cvAnalysis?.skills_detected ?? [])])]],
    ['CV', cv],
  ];
  return written(lines, [member.firstName, member.lastName]);
}

function talentWriting(talent: CinemaTalent, asked: ReadonlySet<CriterionKind>): string {
  const { looks } = talent;
  const spoken = talent.languages.map((code) => [languageOf(code).name, talent.languageLevels[code]].filter(Boolean).join(' '));
  const credits = talent.previousProductions.map(({ title, year }) => (year ? `${title} (${year})` : title));
  const onlyAsked: readonly (readonly [CriterionKind, ...Line])[] = [
    ['age', 'Âge', talent.age],
    ['gender', 'Genre', talent.gender],
    ['height', 'Taille (cm)', looks.height],
    ['skin_tone', 'Teint', looks.skinTone],
    ['eye_color', 'Yeux', looks.eyeColor],
    ['hair_color', 'Cheveux', looks.hairColor],
    ['hair_type', 'Type de cheveux', looks.hairType],
    ['build', 'Corpulence', looks.build],
    ['ethnicity', 'Ethnicités', talent.ethnicities],
  ];
  const lines: readonly Line[] = [
    ['Types de talents', talent.talentTypes],
    ['Localisation', [talent.city?.name, talent.country?.name].filter((name) => name !== undefined)],
    ['Langues', spoken],
    ['Compétences', talent.otherTalents],
    ['Expérience (années)', talent.yearsOfExperience],
    ['Productions', credits],
    ...onlyAsked.flatMap(([kind, label, value]): readonly Line[] => (asked.has(kind) ? [[label, value]] : [])),
    ['Bio', talent.bio],
  ];
  return written(lines, [talent.firstName, talent.lastName]);
}

const ADDRESSES = [
  /[^\s@<>()]{1,64}@[^\s@<>().]{1,63}(?:\.[^\s@<>().]{1,63}){1,8}/gu, // e-mail
  /\b(?:https?:\/\/|www\.)\S+/giu,
  /\b[\w-]{1,63}(?:\.[\w-]{1,63}){0,5}\.(?:com|net|org|io|fr|ma|sn|ci|cm|tn|dz|me|tv|be|ca|africa)\b(?:\/\S*)?/giu,
  /(?<![\w@])@[\w.]{2,}/gu, // name on a network
  /\b[A-Z]{2}(?:[A-Z]{3}\d{4,7}[MFN]|[MFN]\d{4,6}[A-Z]{3})\b/g, // codes of people
  // Telephone and identity numbers; not years and dates.
  /(?<!\d)(?!(?:19|20)\d\d\s?[-–.]\s?(?:(?:19|20)\d\d|\d\d[-.]\d\d)(?!\d))\+?\d(?:[\s().-]?\d){7,}(?!\d)/gu,
];

/** Without ways to reach anybody, without these names in any spelling. */
export function redacted(text: string, names: readonly string[]): string {
  const known = new Set(names.flatMap((name) => fold(name).split(/[\s-]+/)).filter((word) => word.length > 1));
  const withoutAddresses = ADDRESSES.reduce((rest, pattern) => rest.replace(pattern, GONE), text.normalize('NFC'));
  // Angle brackets would close the mark that says "this is data".
  const plain = withoutAddresses.replace(/[<>]/g, ' ').replace(/[^\P{Cc}\n]/gu, ' ');
  return plain.replace(/[\p{L}\p{M}'’]+/gu, (word) => (known.has(fold(word)) ? GONE : word)).trim();
}
