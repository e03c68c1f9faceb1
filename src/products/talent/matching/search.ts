/** One search by brief: counted, understood, kept, ranked, told to the audit; then a model is asked where there is one. */
import type { FastifyRequest } from 'fastify';
import { inTransaction } from '#kernel/db/transaction.ts';
import { requireViewer } from '#kernel/http/access.ts';
import type { Brief } from '../briefs/briefs.ts';
import type { Ranking } from '../ranking/ranking.ts';
import { MATCH, rank } from './finding.ts';
import { askOpinion, type Opinion } from './opinion.ts';
import { keepOpinion, keepSearch } from './searches.ts';
import { writeTo } from './sending.ts';
import { AI_MATCH_AUTO_EMAIL, type MatchingTools } from './tools.ts';

/** The documented rate: thirty searches an hour, for each account. */
export async function admit({ limits, rateLimitScale }: MatchingTools, request: FastifyRequest): Promise<void> {
  const rule = { name: 'talent.ai_search', limit: 30 * rateLimitScale, windowSeconds: 3600 };
  await limits.admit(rule, `account:${requireViewer(request).accountId}`);
}

export interface Searched {
  readonly id: number;
  readonly ranking: Ranking;
  readonly opinion: Opinion | null;
  /** Letters that were written by themselves (setting `ai_match_auto_email`). */
  readonly written: number;
}

export async function runSearch(
  tools: MatchingTools,
  request: FastifyRequest,
  brief: Brief,
  { limit, rerank }: { limit: number; rerank: boolean },
): Promise<Searched> {
  const { accountId } = requireViewer(request);
  const ranking = await rank(tools, brief, limit);
  const id = await inTransaction(tools.db, async (tx) => {
    const kept = await keepSearch(tx, accountId, brief, tools.clock.now());
    await tools.audit.activity(request, { ...entryOf(brief, ranking), resourceId: kept }, tx);
    return kept;
  });
  const opinion = rerank ? await opinionFor(tools, request, { ...brief, id }, ranking) : null;
  return { id, ranking, opinion, written: await writeByItself(tools, request, { ...brief, id, accountId }, ranking) };
}

/** Asks the model and keeps what it says; null when none is to be asked. */
export async function opinionFor(
  tools: MatchingTools,
  request: FastifyRequest,
  search: Brief & { readonly id: number },
  ranking: Ranking,
): Promise<Opinion | null> {
  const { accountId } = requireViewer(request);
  const opinion = await askOpinion(tools, { brief: search, people: ranking.people, language: request.language, accountId });
  if (opinion) await keepOpinion(tools.db, search, opinion);
  return opinion;
}

/** What was asked stays out of the log but for its length. */
const entryOf = ({ kind, text, criteria }: Brief, { analyzed, matched }: Ranking) => ({
  type: 'ai_search',
  category: 'casting',
  description: `Recherche IA (${kind}) : ${text.length} caractères, ${criteria.length} critères, ${analyzed} personnes comparées, ${matched} retenues`,
  resourceType: 'match_search',
});

async function writeByItself(
  tools: MatchingTools,
  request: FastifyRequest,
  search: Brief & { readonly id: number; readonly accountId: number },
  ranking: Ranking,
): Promise<number> {
  const due = ranking.people.filter(({ score }) => score >= MATCH);
  if (due.length === 0 || !(await tools.settings.get(AI_MATCH_AUTO_EMAIL))) return 0;
  return (await writeTo(tools, request, search, due, search.text)).written;
}
