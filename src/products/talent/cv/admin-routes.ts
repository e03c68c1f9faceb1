/** The administrator's button « Analyser le CV »: answers programs in JSON, and people with a page. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { Failure, failure } from '#kernel/failure.ts';
import { access } from '#kernel/http/access.ts';
import type { Door } from '#kernel/http/door.ts';
import { type Message, say } from '#kernel/message.ts';
import { type Flash, setFlash } from '#kernel/page/flash.ts';
import { dialectOf, sendJson, serialise, wordsOf } from '../dialect.ts';
import { CV_ANALYSIS } from '../members/contract.ts';
import { promiseReading } from './job.ts';
import { admit } from './limit.ts';
import { outcomes } from './messages.ts';
import { type ReadingOutcome, readCv } from './reading.ts';
import type { CvAnalysis } from './store.ts';
import type { CvTools } from './tools.ts';

const ANSWER = Type.Object({ success: Type.Boolean(), message: Type.String(), profile_score: Type.Integer(), analysis: CV_ANALYSIS });
const LATER = Type.Object({ success: Type.Boolean(), message: Type.String() });
interface ById {
  readonly Params: { readonly id: string };
}

/** Longer than a provider is given, shorter than a browser waits. */
const PATIENCE_MS = 35_000;

export function registerAnalyseRoutes(door: Door, tools: CvTools): void {
  const schema = {
    tags: ['Users'],
    summary: 'Read and analyse the CV of a person',
    response: { 200: ANSWER, 202: LATER },
  };
  for (const path of ['/admin/analyze-cv/:id', '/admin/user/:id/analyze-cv']) {
    door.post<ById>(path, { config: { access: access.admin }, schema }, async (request, reply) => {
      // Browsers send a form; programs are known by their origin alone, as on the API.
      const isPage = /text\/html/.test(request.headers.accept ?? '');
      if (isPage) request.csrf.check();
      const id = idOf(request);
      const outcome = await analyseNow(tools, request, id);
      return isPage ? answerPage(request, reply, id, outcome) : answerProgram(request, reply, outcome);
    });
  }
}

function idOf(request: FastifyRequest): number {
  const { id } = request.params as ById['Params'];
  if (!/^\d{1,15}$/.test(id)) throw failure.notFound(outcomes.unknown);
  return Number(id);
}

type Answer = Extract<ReadingOutcome, { state: 'analysed' }> | 'later';

/** Within the request; what takes too long goes on as a job. */
async function analyseNow(tools: CvTools, request: FastifyRequest, id: number): Promise<Answer> {
  await admit(tools, request);
  const by = request.viewer?.accountId ?? 0;
  const signal = AbortSignal.timeout(PATIENCE_MS);
  try {
    const outcome = await readCv(tools, id, { isAsked: true, by, signal });
    if (outcome.state !== 'analysed') throw refusalOf(outcome.state);
    const description = `CV de ${outcome.code} analysé`;
    await tools.audit.activity(request, { type: 'cv_analysed', category: 'users', description, resourceType: 'user', resourceId: id });
    return outcome;
  } catch (error) {
    if (!signal.aborted || error instanceof Failure) throw error;
    await promiseReading(tools.queue, tools.db, id, { by });
    return 'later';
  }
}

function refusalOf(state: Exclude<ReadingOutcome['state'], 'analysed'>): Failure {
  if (state === 'unknown') return failure.notFound(outcomes.unknown);
  if (state === 'no_cv') return new Failure('invalid', { code: 'BAD_REQUEST', message: outcomes.noCv });
  return failure.conflict('CV_REPLACED', outcomes.replaced);
}

function answerProgram(request: FastifyRequest, reply: FastifyReply, answer: Answer): FastifyReply {
  const dialect = dialectOf(request);
  if (answer === 'later') return reply.code(202).send({ success: true, message: wordsOf(dialect, outcomes.later) });
  const { analysis, profileScore } = answer;
  const body = { success: true, message: wordsOf(dialect, outcomeOf(analysis)), profile_score: profileScore, analysis };
  return sendJson(reply, serialise(reply, ANSWER, body));
}

function answerPage(request: FastifyRequest, reply: FastifyReply, id: number, answer: Answer): FastifyReply {
  const [kind, message]: [Flash['kind'], Message] =
    answer === 'later' ? ['info', outcomes.later] : [answer.analysis.success === false ? 'warning' : 'success', outcomeOf(answer.analysis)];
  setFlash(reply, { kind, text: say(message, request.language) });
  return reply.redirect(`/admin/user/${id}/edit`, 303);
}

const outcomeOf = (analysis: CvAnalysis): Message => (analysis.success === false ? outcomes.noText : outcomes.analysed);
