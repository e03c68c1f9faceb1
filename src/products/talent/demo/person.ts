/** People of the demonstration: none of them exists, their addresses lead nowhere and nobody answers their numbers. */
import type { Role } from '#kernel/http/access.ts';
import type { Language } from '#kernel/message.ts';
import type { Gender } from '../codes.ts';
import type { Member } from '../members/members.ts';
import type { PortraitTraits } from './portraits/traits.ts';

export interface DemoPerson {
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly gender: Gender;
  readonly born: string;
  /** ISO code of the country of origin. */
  readonly origin: string;
  /** Where the person lives: country and city letters, `MA/RAB`. */
  readonly home: string;
  readonly language: Language;
  /** Slugs of the catalogue. */
  readonly talents: readonly string[];
  readonly availability: NonNullable<Member['availability']>;
  readonly workTime?: NonNullable<Member['workTime']>;
  readonly workMode: NonNullable<Member['workMode']>;
  readonly years: number;
  readonly rate?: string;
  readonly education?: string;
  readonly spoken: string;
  readonly bio: string;
  readonly phone: string;
  readonly whatsapp?: boolean;
  readonly address?: string;
  readonly portfolio?: string;
  readonly website?: string;
  readonly social?: Readonly<Partial<Record<keyof Member['social'], string>>>;
  /** How long ago the person registered, in days; fractions are hours. */
  readonly daysAgo: number;
  readonly portrait?: Omit<PortraitTraits, 'seed'>;
  readonly resume?: Resume;
  readonly isPublic?: boolean;
  readonly role?: Role;
  readonly password?: 'admin' | 'demo';
}

/** A curriculum vitae, before it is laid out. */
export interface Resume {
  readonly layout: 'column' | 'classic' | 'banner';
  readonly headline: string;
  readonly summary: string;
  readonly experience: readonly Step[];
  readonly education: readonly (readonly [when: string, what: string])[];
  readonly skills: readonly string[];
  /** What the analysis of the document found. */
  readonly analysis: {
    readonly score: number;
    readonly strengths?: readonly string[];
    readonly weaknesses?: readonly string[];
    readonly recommendations?: readonly string[];
  };
}

/** One post or production. */
export interface Step {
  readonly when: string;
  readonly what: string;
  readonly where: string;
  readonly points: readonly string[];
}
