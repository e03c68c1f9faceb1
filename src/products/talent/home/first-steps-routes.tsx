/** Which first steps a reader sees, and putting them away. */
import type { FastifyRequest } from 'fastify';
import { failure } from '#kernel/failure.ts';
import { access, isAdmin, requireViewer } from '#kernel/http/access.ts';
import type { Door } from '#kernel/http/door.ts';
import { done, fieldOf } from '#kernel/page/requests.ts';
import type { Member } from '../members/members.ts';
import { missingOf } from '../profile/profile.ts';
import { castingSteps, isList, isOver, profileSteps, type StepList, studioSteps } from './first-steps.ts';
import type { FirstStepsView } from './first-steps-card.tsx';
import { m } from './first-steps-messages.ts';
import { hide, listHidden, readCasting, showAll } from './first-steps-store.ts';
import type { HomeTools } from './home.ts';

const signedIn = { config: { access: access.signedIn, kind: 'page' } } as const;

export function registerFirstSteps(door: Door, { db }: HomeTools): void {
  door.post('/first-steps/hide', signedIn, async (request, reply) => {
    const list = fieldOf(request, 'list');
    if (!isList(list)) throw failure.notFound();
    await hide(db, requireViewer(request).accountId, list);
    return done(request, reply, '/', m.hidden);
  });
  door.post('/first-steps/show', signedIn, async (request, reply) => {
    await showAll(db, requireViewer(request).accountId);
    return done(request, reply, '/', m.shown);
  });
}

/** `member`: the reader's own profile, where they have one. What was put away is not even read. */
export async function firstStepsOf(tools: HomeTools, request: FastifyRequest, member: Member | null): Promise<FirstStepsView> {
  const viewer = requireViewer(request);
  const { accountId, role } = viewer;
  const hidden = await listHidden(tools.db, accountId);
  const isCasting = access.casting.allows(viewer);
  const lists = await Promise.all([
    member && !hidden.includes('profile') ? { name: 'profile' as const, steps: profileSteps(member, missingOf(member)) } : null,
    isCasting && !hidden.includes('casting') ? castingList(tools, accountId, isAdmin(viewer)) : null,
    role !== 'presence' && !hidden.includes('studio') ? studioList(tools, accountId) : null,
  ]);
  return { lists: lists.filter((list) => list !== null).filter((list) => !isOver(list)), isSomeHidden: hidden.length > 0 };
}

const castingList = async ({ db }: HomeTools, accountId: number, admin: boolean): Promise<StepList> => ({
  name: 'casting',
  steps: castingSteps(await readCasting(db, accountId), admin),
});

const studioList = async ({ madeBy }: HomeTools, accountId: number): Promise<StepList> => ({
  name: 'studio',
  steps: studioSteps(await madeBy(accountId)),
});
