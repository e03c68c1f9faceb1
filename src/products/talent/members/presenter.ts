/** People as each dialect writes them. */
import { type Dialect, wireDate } from '../dialect.ts';
import type { ListedMember, Member, PlaceRef } from './member.ts';
import { isAdminRole } from './policies.ts';

/** Where an uploaded file is served; the route decides who gets it. */
export const fileUrl = (name: string | null): string | null => (name === null ? null : `/static/uploads/${name}`);

const nameOf = (place: PlaceRef | null): string | null => place?.name ?? null;
/** v2 prints the work time where somebody named one (DECISIONS, `availability`). */
const availabilityV2 = ({ availability, workTime }: ListedMember): string | null => workTime ?? availability;

const identityOf = (member: ListedMember) => ({
  id: member.id,
  unique_code: member.code,
  first_name: member.firstName,
  last_name: member.lastName,
  email: member.email,
  gender: member.gender,
  age: member.age,
  profile_score: member.score,
  account_active: member.active,
  talents: member.talents,
  photo_url: fileUrl(member.photoFile),
});

export function presentRow(member: ListedMember, dialect: Dialect): Readonly<Record<string, unknown>> {
  const shared = { ...identityOf(member), created_at: wireDate(member.createdAt, dialect) };
  if (dialect === 2) return { ...shared, country: member.country, city: member.city, availability: availabilityV2(member) };
  return {
    ...shared,
    availability: member.availability,
    work_mode: member.workMode,
    country: nameOf(member.country),
    city: nameOf(member.city),
    has_cv: member.hasCv,
    has_portfolio: member.hasPortfolio,
  };
}

export function presentMember(member: Member, dialect: Dialect): Readonly<Record<string, unknown>> {
  const shared = {
    ...presentRow(member, dialect),
    phone: member.phone,
    whatsapp: member.whatsapp,
    date_of_birth: member.dateOfBirth,
    bio: member.bio,
    years_experience: member.yearsExperience,
    work_mode: member.workMode,
    rate_range: member.rateRange,
    portfolio_url: member.portfolioUrl,
    website: member.website,
    cv_url: fileUrl(member.cvFile),
    qr_code_url: fileUrl(member.qrFile),
    updated_at: wireDate(member.updatedAt, dialect),
  };
  return dialect === 2 ? { ...shared, ...onlyInV2(member) } : { ...shared, ...onlyInV3(member) };
}

const onlyInV2 = (member: Member) => ({
  nationality: member.nationality,
  education: member.education,
  languages: member.languages,
  residence_country: member.residenceCountry,
  residence_city: member.residenceCity,
  linkedin: member.social.linkedin,
  instagram: member.social.instagram,
});

function onlyInV3(member: Member) {
  const { imdb_url: imdb, ...social } = member.social;
  return { address: member.address, social_media: { ...social, imdb }, cv_analysis: member.cvAnalysis, is_admin: isAdminRole(member.role) };
}

/** The person as sign-in answers it; the same keys for an account without a profile. */
export const presentSignedIn = (
  account: {
    readonly id: number;
    readonly email: string;
    readonly code: string | null;
    readonly firstName: string;
    readonly lastName: string;
    readonly role: string;
    readonly active: boolean;
  },
  dialect: Dialect,
): Readonly<Record<string, unknown>> => ({
  id: account.id,
  email: account.email,
  unique_code: account.code,
  first_name: account.firstName,
  last_name: account.lastName,
  is_admin: account.role === 'admin' || account.role === 'super_admin',
  role: account.role,
  ...(dialect === 3 ? { account_active: account.active } : {}),
});
