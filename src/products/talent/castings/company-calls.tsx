/** The open calls of one company, for its public page. */
import type { FastifyRequest } from 'fastify';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { OpenCall } from '../productions/productions.ts';
import { CallCard } from './call-card.tsx';
import { placeText } from './call-words.ts';
import type { Castings } from './castings.ts';

const MOST = 12;

export async function openCallsOf(
  { castings, catalogue }: { readonly castings: Castings; readonly catalogue: Catalogue },
  { language }: FastifyRequest,
  productionId: number,
): Promise<readonly OpenCall[]> {
  const [{ rows }, snapshot] = await Promise.all([
    castings.listOpen({ productionId }, { page: 1, size: MOST, offset: 0 }),
    catalogue.snapshot(),
  ]);
  return rows.map((call) => ({ id: call.id, card: <CallCard call={call} place={placeText(call, snapshot, language)} level={3} /> }));
}
