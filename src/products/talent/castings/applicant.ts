/** Whom a browser may apply for: the file of its account, else its profile; else the person it registered within a day. */
import type { FastifyRequest } from 'fastify';
import type { Applicant } from './applications.ts';
import type { CastingsPageTools } from './tools.ts';

/** Null for strangers, and for accounts without a profile. */
export async function applicantOf({ registration }: CastingsPageTools, request: FastifyRequest): Promise<Applicant | null> {
  const { viewer } = request;
  if (!viewer) {
    const talentId = await registration.registeredBy(request);
    return talentId === null ? null : { talentId, accountId: null };
  }
  const talentId = await registration.fileOf(viewer.accountId);
  return talentId === null && viewer.code === null ? null : { talentId, accountId: viewer.accountId };
}
