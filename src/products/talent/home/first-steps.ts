/**
 * The first steps of somebody new, counted from what is there: a step is done when its thing exists, whoever looks and whenever. Pure.
 *
 * Words: a *list* belongs to one kind of work (one's profile, casting, the studio); who put a list away does not see it until they ask
 * for it again; a list that is done is not shown.
 */
import type { Message } from '#kernel/message.ts';
import { steps as m } from './first-steps-messages.ts';

export const LISTS = ['profile', 'casting', 'studio'] as const;
export type ListName = (typeof LISTS)[number];
export const isList = (text: string): text is ListName => LISTS.includes(text as ListName);

export interface Step {
  readonly label: Message;
  readonly why: Message;
  /** Where it is done. */
  readonly href: string;
  readonly isDone: boolean;
  /** Points of the profile that it gives. */
  readonly gain?: number | undefined;
}

export interface StepList {
  readonly name: ListName;
  readonly steps: readonly Step[];
}

/** What a profile lacks, with the points it would give. */
type Missing = readonly { readonly href: string; readonly points: number; readonly earned: number }[];

interface ProfileFacts {
  readonly photoFile: string | null;
  readonly cvFile: string | null;
  readonly talents: readonly unknown[];
  readonly languages: string | null;
  readonly bio: string | null;
  readonly isPublic: boolean;
}

/** What happened in CINEMA at all, and by this account. */
export interface CastingFacts {
  readonly production: boolean;
  readonly project: boolean;
  readonly assignment: boolean;
  readonly scan: boolean;
  readonly mark: boolean;
  readonly shortlist: boolean;
  readonly search: boolean;
}

/** What this account made in the other products. */
export interface StudioFacts {
  readonly picture: boolean;
  readonly connection: boolean;
  readonly post: boolean;
  readonly film: boolean;
}

const step = (name: keyof typeof m, href: string, isDone: boolean): Step => ({ label: m[name].label, why: m[name].why, href, isDone });

const EDIT = '/profile/edit';
export function profileSteps(member: ProfileFacts, missing: Missing): readonly Step[] {
  const gains = new Map(missing.map(({ href, points, earned }) => [href, points - earned]));
  return [
    step('photo', `${EDIT}#photo`, member.photoFile !== null),
    step('cv', `${EDIT}#cv`, member.cvFile !== null),
    step('talents', `${EDIT}#f-talents`, member.talents.length > 0),
    step('languages', `${EDIT}#f-languages`, Boolean(member.languages)),
    step('bio', `${EDIT}#f-bio`, Boolean(member.bio)),
    step('public', '/profile/dashboard#settings', member.isPublic),
  ].map((each) => ({ ...each, gain: gains.get(each.href) }));
}

/** Administrators set up what casting directors then choose from. */
export const castingSteps = (facts: CastingFacts, isAdmin: boolean): readonly Step[] => [
  ...(isAdmin
    ? [
        step('production', '/cinema/productions/new', facts.production),
        step('project', '/cinema/projects/new', facts.project),
        step('assignment', '/cinema/projects', facts.assignment),
        step('badge', '/presence', facts.scan),
      ]
    : [step('mark', '/cinema/talents', facts.mark)]),
  step('shortlist', '/casting/shortlists', facts.shortlist),
  step('search', '/cinema/ai-search', facts.search),
];

export const studioSteps = (facts: StudioFacts): readonly Step[] => [
  step('picture', '/studio', facts.picture),
  step('connection', '/publications/connections', facts.connection),
  step('post', '/publications/new', facts.post),
  step('film', '/films/new', facts.film),
];

export const isOver = ({ steps }: StepList): boolean => steps.every(({ isDone }) => isDone);
