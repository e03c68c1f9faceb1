/** A call as the program sees it, and what it is worth today. Days are `YYYY-MM-DD`. */
import { isAdmin, type Viewer } from '#kernel/http/access.ts';
import { LANGUAGES, type Language } from '#kernel/message.ts';
import { isSealed, type Production } from '../productions/productions.ts';
import { slugOf } from '../slugs.ts';

export const PAYS = ['paid', 'expenses', 'unpaid'] as const;
export type Pay = (typeof PAYS)[number];

/** What somebody wrote in each language; null where they did not. */
export type Texts = Readonly<Record<Language, string | null>>;

/** Somebody who is sought. */
export interface Part {
  readonly id: number;
  /** The value of an option: `Figurant`. */
  readonly talentType: string;
  readonly name: string;
  readonly people: number;
  readonly gender: 'M' | 'F' | null;
  readonly ageFrom: number | null;
  readonly ageTo: number | null;
  readonly criteria: string | null;
}

export type CallProduction = Pick<
  Production,
  'id' | 'name' | 'logoFile' | 'description' | 'city' | 'isVerified' | 'isActive' | 'sealToken' | 'website'
> & { readonly countryId: number | null };

export interface Call {
  readonly id: number;
  readonly project: { readonly id: number; readonly name: string; readonly type: string; readonly isActive: boolean };
  readonly production: CallProduction | null;
  readonly titles: Texts;
  readonly texts: Texts;
  readonly countryId: number | null;
  readonly cityId: number | null;
  readonly place: string | null;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  readonly closesOn: string;
  readonly pay: Pay;
  readonly payDetails: string | null;
  readonly state: 'draft' | 'published' | 'closed';
  readonly publishedAt: Date | null;
  /** An administrator answers for it in the place of the seal. */
  readonly vouched: { readonly at: Date; readonly by: string | null; readonly reason: string } | null;
  /** The last day is over where the project is shot. */
  readonly isPast: boolean;
  readonly parts: readonly Part[];
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/**
 * What a call is worth: only an open one is applied for. A call is `suspended` while nobody answers for its company: a seal that is
 * withdrawn takes the company's calls with it, without anybody having to think of them.
 */
export type Standing = 'draft' | 'suspended' | 'closed' | 'open';

export function standingOf(call: Pick<Call, 'state' | 'production' | 'vouched' | 'isPast' | 'project'>): Standing {
  if (call.state === 'draft') return 'draft';
  if (!isAnswered(call)) return 'suspended';
  return call.state === 'closed' || call.isPast || !call.project.isActive ? 'closed' : 'open';
}

/** Somebody answers for the company: its seal, or an administrator by name. */
const isAnswered = ({ production, vouched }: Pick<Call, 'production' | 'vouched'>): boolean =>
  (production !== null && isSealed(production)) || vouched !== null;

/** What publishing asks of this viewer: nothing more, a reason in writing, or that they let it be. Deny by default. */
export function publishingAsks(viewer: Viewer | null, { production }: Pick<Call, 'production'>): 'nothing' | 'reason' | 'seal' {
  if (production !== null && isSealed(production)) return 'nothing';
  return isAdmin(viewer) ? 'reason' : 'seal';
}

export interface SpokenText {
  readonly text: string;
  readonly language: Language;
}

/** In the reader's language, else in the first there is. */
export function spoken(texts: Texts, reader: Language): SpokenText {
  for (const language of [reader, ...LANGUAGES]) {
    const text = texts[language];
    if (text) return { text, language };
  }
  return { text: '', language: reader };
}

/** The same address whoever reads: the words of its first language. */
export const slugOfCall = ({ id, titles, project }: Pick<Call, 'id' | 'titles' | 'project'>): string =>
  slugOf(titles.fr ?? titles.en ?? project.name, id);
export const pathOfCall = (call: Pick<Call, 'id' | 'titles' | 'project'>): string => `/castings/${slugOfCall(call)}`;
