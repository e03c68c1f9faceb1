/** A person of the talent platform, as the program sees them: clear, typed, without a dialect. */
import type { Role } from '#kernel/http/access.ts';
import type { Gender } from '../codes.ts';
import { type Availability, SOCIAL_NAMES, type SocialNetwork, type WorkMode, type WorkTime } from './fields.ts';

export interface PlaceRef {
  readonly id: number;
  readonly name: string;
  readonly code: string;
}
export interface TalentRef {
  readonly id: number;
  readonly name: string;
  readonly emoji: string;
  readonly category: string;
}

/** What lists show. */
export interface ListedMember {
  readonly id: number;
  readonly code: string;
  readonly firstName: string;
  readonly lastName: string;
  /** null for readers who may not see contacts. */
  readonly email: string | null;
  readonly role: Role;
  readonly active: boolean;
  readonly gender: Gender;
  readonly age: number | null;
  readonly country: PlaceRef | null;
  readonly city: PlaceRef | null;
  readonly availability: Availability | null;
  readonly workTime: WorkTime | null;
  readonly workMode: WorkMode | null;
  readonly score: number;
  readonly photoFile: string | null;
  readonly hasCv: boolean;
  readonly hasPortfolio: boolean;
  readonly isPublic: boolean;
  readonly createdAt: Date;
  readonly talents: readonly TalentRef[];
}

/** A whole profile. Contacts are null for readers who may not see them. */
export interface Member extends ListedMember {
  readonly dateOfBirth: string | null;
  readonly phone: string | null;
  readonly whatsapp: string | null;
  readonly address: string | null;
  readonly social: Readonly<Record<SocialNetwork, string | null>>;
  readonly residenceCountry: PlaceRef | null;
  readonly residenceCity: PlaceRef | null;
  readonly nationality: string | null;
  readonly education: string | null;
  readonly languages: string | null;
  readonly rateRange: string | null;
  readonly yearsExperience: number | null;
  readonly bio: string | null;
  readonly portfolioUrl: string | null;
  readonly website: string | null;
  readonly cvFile: string | null;
  readonly qrFile: string | null;
  readonly cvAnalysis: CvAnalysis | null;
  readonly updatedAt: Date;
}

/** The union of the documented keys (DECISIONS, `cv_analysis`), then what tells how it came about. Texts are in French. */
export interface CvAnalysis {
  /** False: the file has no text that could be read. */
  readonly success?: boolean;
  readonly summary?: string | null;
  readonly skills?: readonly string[];
  readonly score?: number | null;
  readonly strengths?: readonly string[];
  readonly weaknesses?: readonly string[];
  readonly recommendations?: readonly string[];
  readonly skills_detected?: readonly string[];
  readonly experience_years?: number | null;
  readonly criteria?: readonly { readonly key: string; readonly score: number; readonly max: number }[];
  readonly languages?: readonly { readonly code: string; readonly level: string | null }[];
  readonly analyzed_by?: 'embedded' | 'model';
  readonly provider?: string | null;
  /** What our own rules give, beside the score of a model. */
  readonly embedded_score?: number | null;
  readonly quality?: 'good' | 'poor' | 'none';
  readonly analyzed_at?: string;
  /** What the texts were made of, to say them in other languages; never leaves. */
  readonly remarks?: unknown;
}

export const NO_SOCIAL = Object.fromEntries(SOCIAL_NAMES.map((name) => [name, null])) as Readonly<Record<SocialNetwork, null>>;

/** Everything they say of themselves, without a way to reach them. The age stays, the birth date goes. */
export const withoutContacts = (member: Member): Member => ({
  ...member,
  email: null,
  dateOfBirth: null,
  phone: null,
  whatsapp: null,
  address: null,
  website: null,
  rateRange: null,
  social: NO_SOCIAL,
  cvFile: null,
});
/** The public card: who this is and what they do, without what was read in the CV. */
export const toCard = (member: Member): Member => ({ ...withoutContacts(member), cvAnalysis: null });
