/** A person of the CINEMA module, as the program sees them: clear, typed, without a dialect. */
import type { ExperienceLevel, LanguageLevel } from '../options/options.ts';

export interface PlaceRef {
  readonly id: number;
  readonly name: string;
  readonly code: string;
}
export interface PreviousProduction {
  readonly title: string;
  /** `Film`, `Série TV`… */
  readonly type: string | null;
  readonly year: string | null;
}
/** Canonical values of `options.ts`; height in centimetres. */
export interface Looks {
  readonly height: number | null;
  readonly eyeColor: string | null;
  readonly hairColor: string | null;
  readonly hairType: string | null;
  readonly skinTone: string | null;
  readonly build: string | null;
}

/** What lists show. */
export interface ListedCinemaTalent {
  readonly id: number;
  readonly code: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly gender: 'M' | 'F';
  readonly age: number;
  /** Contacts are null for readers who may not see them. */
  readonly email: string | null;
  readonly phone: string | null;
  readonly talentTypes: readonly string[];
  readonly looks: Looks;
  /** Codes of languages. */
  readonly languages: readonly string[];
  readonly countryOfOrigin: PlaceRef | null;
  readonly nationality: string | null;
  /** Of residence. */
  readonly country: PlaceRef | null;
  readonly city: PlaceRef | null;
  readonly yearsOfExperience: number | null;
  readonly experienceLevel: ExperienceLevel | null;
  readonly previousProductions: readonly PreviousProduction[];
  readonly photoFile: string | null;
  readonly hasIdPhoto: boolean;
  readonly galleryCount: number;
  readonly qrFile: string | null;
  readonly isPublic: boolean;
  readonly isActive: boolean;
  readonly createdAt: Date;
}

export const CINEMA_NETWORKS = ['telegram', 'facebook', 'instagram', 'tiktok'] as const;
export type CinemaNetwork = (typeof CINEMA_NETWORKS)[number];

/** A whole file. What the reader may not see is null; the number of the paper is masked (`AB***56`) for those who may not read it clear. */
export interface CinemaTalent extends ListedCinemaTalent {
  readonly accountId: number | null;
  readonly dateOfBirth: string | null;
  readonly idDocument: { readonly type: string | null; readonly number: string | null };
  readonly whatsapp: string | null;
  readonly website: string | null;
  readonly social: Readonly<Record<CinemaNetwork, string | null>>;
  readonly ethnicities: readonly string[];
  readonly cityOfOrigin: PlaceRef | null;
  readonly languageLevels: Readonly<Record<string, LanguageLevel>>;
  readonly otherTalents: readonly string[];
  readonly weight: number | null;
  readonly bio: string | null;
  readonly idPhotoFile: string | null;
  readonly galleryFiles: readonly string[];
  readonly updatedAt: Date;
}
