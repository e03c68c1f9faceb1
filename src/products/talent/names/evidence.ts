/**
 * Are these two files one person? What speaks for it and against it, and how strongly. Pure. Contacts and papers are compared as keyed
 * hashes; nothing is read here that a person could be reached by.
 */
import type { Message } from '#kernel/message.ts';
import { reasonWords } from './messages.ts';
import { nameSimilarity, SAME_NAME } from './similarity.ts';
import type { Word } from './spelling.ts';

/** What is compared of a person. */
export interface Traits {
  readonly words: readonly Word[];
  readonly gender: 'M' | 'F' | 'N';
  /** `YYYY-MM-DD`. */
  readonly birth: string | null;
  /** Of residence. */
  readonly cityId: number | null;
}
/** What the two have in common beyond their traits, as the database found it by hash. */
export interface Shared {
  readonly document: boolean;
  readonly email: boolean;
  readonly phone: boolean;
}

export const REASONS = [
  'same_document',
  'same_email',
  'same_phone',
  'same_birth',
  'close_birth',
  'same_name',
  'close_name',
  'same_city',
  'other_birth',
  'other_gender',
] as const;
export type Reason = (typeof REASONS)[number];

const WEIGHTS: Readonly<Record<Reason, number>> = {
  same_document: 60,
  same_email: 45,
  same_phone: 40,
  same_birth: 35,
  close_birth: 15,
  same_name: 0,
  close_name: 0,
  same_city: 5,
  other_birth: -30,
  other_gender: -25,
};
const NAME_WEIGHT = 30;
/** Weaker pairs are not worth anybody's time: homonyms are the norm. */
const WORTH_ASKING = 35;

/** Those that make it worth asking again about two people whom somebody told apart. */
const STRONG: ReadonlySet<Reason> = new Set(['same_document', 'same_email', 'same_phone', 'same_birth']);

export interface Evidence {
  /** Of the names, 0 to 1. */
  readonly similarity: number;
  /** 0 to 100. */
  readonly strength: number;
  readonly reasons: readonly Reason[];
  readonly isWorthAsking: boolean;
}

export function weigh(one: Traits, other: Traits, shared: Shared): Evidence {
  const similarity = nameSimilarity(one.words, other.words);
  const reasons = reasonsOf(one, other, shared, similarity);
  const sum = reasons.reduce((total, reason) => total + WEIGHTS[reason], NAME_WEIGHT * similarity);
  const strength = Math.round(Math.min(100, Math.max(0, sum)));
  return { similarity, strength, reasons, isWorthAsking: strength >= WORTH_ASKING && isRelated(similarity, shared, reasons) };
}

/** Brothers and sisters share a telephone, and twins a birthday: the name has to fit too, the less the more the rest says. */
function isRelated(similarity: number, { document, email, phone }: Shared, reasons: readonly Reason[]): boolean {
  if (document || similarity >= SAME_NAME) return true;
  return similarity >= 0.72 && (email || (phone && reasons.includes('same_birth')));
}

function reasonsOf(one: Traits, other: Traits, { document, email, phone }: Shared, similarity: number): readonly Reason[] {
  const birth = birthReason(one.birth, other.birth);
  const found: readonly (Reason | false | null)[] = [
    document && 'same_document',
    email && 'same_email',
    phone && 'same_phone',
    birth === 'other_birth' ? null : birth,
    similarity === 1 ? 'same_name' : similarity >= 0.72 && 'close_name',
    one.cityId !== null && one.cityId === other.cityId && 'same_city',
    birth === 'other_birth' && birth,
    one.gender !== other.gender && one.gender !== 'N' && other.gender !== 'N' && 'other_gender',
  ];
  return found.filter((reason) => reason !== false && reason !== null);
}

function birthReason(one: string | null, other: string | null): 'same_birth' | 'close_birth' | 'other_birth' | null {
  if (one === null || other === null) return null;
  if (one === other) return 'same_birth';
  return isSlip(one, other) ? 'close_birth' : 'other_birth';
}

/** One digit off, or day and month the other way round. */
function isSlip(one: string, other: string): boolean {
  const [year = '', month = '', day = ''] = one.split('-');
  const wrong = [...one].filter((digit, at) => digit !== other[at]).length;
  return wrong === 1 || other === `${year}-${day}-${month}`;
}

/** Whether more speaks for it than when somebody last decided. */
export const hasGrown = (before: readonly string[], now: readonly Reason[]): boolean =>
  now.some((reason) => STRONG.has(reason) && !before.includes(reason));

export const isReason = (word: string): word is Reason => (REASONS as readonly string[]).includes(word);
export const isAgainst = (reason: Reason): boolean => WEIGHTS[reason] < 0;
export const reasonLabel = (reason: Reason): Message => reasonWords[reason];
