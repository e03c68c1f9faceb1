/**
 * Who may be shown where and when: the law of the library, without effects. It is closed: what nobody said, nobody may publish, and
 * there is no key that opens it; a person in charge declares who appears, and only the people themselves agree.
 */
import type { PlatformName } from '#capabilities/publishing/publishing.ts';
import type { ConsentTerms, Purpose } from './consent.ts';
import type { MediumName, Person, Said, Standing } from './medium.ts';

/** What somebody wants to do with a medium. */
export interface Ask {
  readonly purpose: Purpose;
  /** None: on no platform in particular. */
  readonly platforms: readonly PlatformName[];
  /** When it will be said. */
  readonly at: Date;
}

/** A medium with all it is made of, as far as the rules read it. */
export interface Shown extends MediumName {
  readonly id: number;
  readonly title: string;
  readonly origin: string | null;
  readonly said: Said;
  readonly people: readonly Person[];
  readonly parts: readonly Shown[];
}

export type RefusalCode = 'undeclared' | 'none' | 'asked' | 'refused' | 'withdrawn' | 'expired' | 'ahead' | 'purpose' | 'platform';

export interface Refusal {
  readonly code: RefusalCode;
  /** Null where nobody said who appears. */
  readonly person: Person | null;
  /** What shows them, or what must be declared. */
  readonly medium: Pick<Shown, 'id' | 'title'>;
  readonly platform: PlatformName | null;
  /** When the consent ended or was withdrawn, or when it begins. */
  readonly at: Date | null;
}

/** Everybody who is seen, each once, and what nobody has declared. */
export interface Cast {
  readonly people: readonly { readonly person: Person; readonly medium: Pick<Shown, 'id' | 'title'> }[];
  readonly undeclared: readonly Pick<Shown, 'id' | 'title'>[];
}

export function castOf(shown: Shown): Cast {
  const people = new Map<number, Cast['people'][number]>();
  const undeclared = new Map<number, Pick<Shown, 'id' | 'title'>>();
  const look = ({ id, title, said, people: own, parts }: Shown): void => {
    for (const person of own) if (!people.has(person.id)) people.set(person.id, { person, medium: { id, title } });
    if (said === 'undeclared' || (said === 'people' && own.length === 0)) undeclared.set(id, { id, title });
    for (const part of parts) look(part);
  };
  look(shown);
  return { people: [...people.values()], undeclared: [...undeclared.values()] };
}

/** Media a consent may name: the one that is said, and what it is made of. */
function mediaOf(shown: Shown): ReadonlySet<number> {
  const ids = new Set<number>();
  const look = ({ id, parts }: Shown): void => {
    ids.add(id);
    for (const part of parts) look(part);
  };
  look(shown);
  return ids;
}

/** Empty: it may be said. One refusal for each person and each thing that nobody declared. */
export function judge(shown: Shown, consents: readonly ConsentTerms[], ask: Ask, now: Date): readonly Refusal[] {
  const { people, undeclared } = castOf(shown);
  const media = mediaOf(shown);
  const missing = undeclared.map((medium): Refusal => ({ code: 'undeclared', person: null, medium, platform: null, at: null }));
  const refused = people.flatMap(({ person, medium }) => {
    const own = consents.filter((one) => one.personId === person.id && concerns(one, media, shown.origin));
    const refusal = refusalOf(own, ask, now);
    return refusal ? [{ ...refusal, person, medium }] : [];
  });
  return [...missing, ...refused];
}

const concerns = ({ mediumId, origin }: ConsentTerms, media: ReadonlySet<number>, made: string | null): boolean =>
  mediumId === null ? origin === null || origin === made : media.has(mediumId);

type Fault = Pick<Refusal, 'code' | 'platform' | 'at'>;

/** One consent that covers all of it is enough; else the fault of the one that comes nearest, which names the next step. */
function refusalOf(consents: readonly ConsentTerms[], ask: Ask, now: Date): Fault | null {
  const faults = consents.map((consent) => faultOf(consent, ask, now));
  if (faults.includes(null)) return null;
  const [nearest] = faults.flatMap((fault) => fault ?? []).toSorted((a, b) => NEARNESS.indexOf(a.code) - NEARNESS.indexOf(b.code));
  return nearest ?? { code: 'none', platform: null, at: null };
}

const NEARNESS: readonly RefusalCode[] = ['withdrawn', 'expired', 'platform', 'purpose', 'ahead', 'refused', 'asked', 'none'];

function faultOf(consent: ConsentTerms, { purpose, platforms, at }: Ask, now: Date): Fault | null {
  const { state, withdrawnAt, startsAt, endsAt } = consent;
  const fault = (code: RefusalCode, when: Date | null = null, platform: PlatformName | null = null): Fault => ({
    code,
    at: when,
    platform,
  });
  // A withdrawal counts from the moment it was said, for whatever is still to be said.
  if (withdrawnAt) return fault('withdrawn', withdrawnAt);
  if (state !== 'given') return fault(state);
  const when = at > now ? at : now;
  if (endsAt && endsAt <= when) return fault('expired', endsAt);
  if (startsAt > when) return fault('ahead', startsAt);
  if (!consent.purposes.includes(purpose)) return fault('purpose');
  const uncovered = consent.platforms && platforms.find((name) => !consent.platforms?.includes(name));
  return uncovered ? fault('platform', null, uncovered) : null;
}

/** What a medium made for a project is said for; anything else is one of the house's posts. */
export const purposeOf = ({ origin }: Pick<Shown, 'origin'>): Purpose => (origin === null ? 'social' : 'promo');

const STANDING_OF: Readonly<Record<RefusalCode, Standing>> = {
  ...{ undeclared: 'missing', none: 'missing', purpose: 'missing', platform: 'missing', ahead: 'missing' },
  ...{ asked: 'asked', refused: 'refused', withdrawn: 'withdrawn', expired: 'expired' },
};
const WORST: readonly Standing[] = ['withdrawn', 'expired', 'refused', 'missing', 'asked', 'clear'];

/** How the rights stand today, for the purpose it was made for, on whatever platform; and until when. */
export function standingOf(
  shown: Shown,
  consents: readonly ConsentTerms[],
  now: Date,
): { readonly standing: Standing; readonly endsAt: Date | null } {
  const ask: Ask = { purpose: purposeOf(shown), platforms: [], at: now };
  const found = new Set<Standing>(judge(shown, consents, ask, now).map(({ code }) => STANDING_OF[code]));
  const standing = WORST.find((one) => found.has(one)) ?? 'clear';
  if (standing !== 'clear') return { standing, endsAt: null };
  // Each person stands on the consent that holds longest.
  const media = mediaOf(shown);
  const ends = castOf(shown).people.map(({ person }) => {
    const good = consents.filter((one) => one.personId === person.id && concerns(one, media, shown.origin) && !faultOf(one, ask, now));
    return good.some(({ endsAt }) => endsAt === null) ? null : Math.max(...good.map(({ endsAt }) => endsAt?.getTime() ?? 0));
  });
  const first = Math.min(...ends.flatMap((end) => end ?? []));
  return { standing, endsAt: Number.isFinite(first) ? new Date(first) : null };
}
