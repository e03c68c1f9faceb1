/** The wire of searches by brief: what both bodies may say, and the answer in both dialects. */
import { type TSchema, Type } from 'typebox';
import type { BriefKind } from '../briefs/briefs.ts';
import { LIST_QUERY, TALENT_ROW } from '../cinema/contract.ts';
import type { Dialect } from '../dialect.ts';
import { USER_ROW } from '../members/contract.ts';
import { kindsOf } from './criteria.ts';

// Bodies come as JSON or as a form, whose fields are texts: the rules read them, the schema names them.
const said = (description: string) => Type.Optional(Type.Unsafe<unknown>({ description }));

const SHARED = {
  file: said('PDF, DOCX, DOC or TXT, at most 10 MB; read together with the text. `job_file` and `role_file` are the same'),
  limit: said('People in the answer: default 20, at most 100'),
  criteria: said('What `brief.criteria` of an answer holds, changed: goes before what the text says. JSON text in a form'),
  rerank: said('`false`: no model is asked'),
};
const { sort: _sort, page: _page, limit: _limit, per_page: _size, ...FILTERS } = LIST_QUERY.properties;

export const BODY: Readonly<Record<BriefKind, TSchema>> = {
  standard: Type.Object(
    { job_description: said('The vacancy, in French, English or Arabic; at most 20 000 characters'), ...SHARED },
    { additionalProperties: true },
  ),
  cinema: Type.Object(
    { role_description: said('The role, in French, English or Arabic; at most 20 000 characters'), ...SHARED, ...FILTERS },
    { additionalProperties: true },
  ),
};

const text = Type.String();
const lines = Type.Array(text);
const count = Type.Integer();
const number = Type.Number();
const KINDS = [...new Set([...kindsOf('standard'), ...kindsOf('cinema')])];

const CRITERION = Type.Object({
  id: text,
  kind: Type.Unsafe<string>({ type: 'string', enum: KINDS }),
  must: Type.Boolean({ description: 'People without it are left out' }),
  values: lines,
  min: Type.Optional(number),
  max: Type.Optional(number),
  from: Type.Optional(text),
  to: Type.Optional(text),
  level: Type.Optional(text),
  quote: Type.Optional(Type.String({ description: 'The words of the brief that say it' })),
});

const candidate = (person: TSchema) =>
  Type.Object({
    user: person,
    talent: person,
    code: text,
    score: count,
    explication: text,
    reason: text,
    points_forts: lines,
    points_faibles: lines,
    factors: Type.Array(Type.Object({ name: text, weight: number, value: number })),
    evidence: Type.Array(
      Type.Object({
        criterion: text,
        state: Type.Unsafe<string>({ enum: ['met', 'unmet', 'unknown'] }),
        words: Type.Optional(text),
        value: number,
      }),
    ),
    met: lines,
    unmet: lines,
    unknown: lines,
    model: Type.Optional(
      Type.Object(
        { score: count, reason: text, points_forts: lines, points_faibles: lines },
        { description: 'What the model said; the score is ours' },
      ),
    ),
  });

const answer = (person: TSchema) =>
  Type.Object({
    success: Type.Boolean(),
    candidates: Type.Array(candidate(person)),
    total_analyzed: Type.Integer({ description: 'People who were compared with the brief' }),
    total_matched: Type.Integer({ description: 'Among them, those with a score of 50 or more' }),
    brief: Type.Object({ language: text, criteria: Type.Array(CRITERION) }),
    lost: Type.Unsafe<Readonly<Record<string, number>>>({
      type: 'object',
      additionalProperties: { type: 'integer' },
      description: 'By criterion: how many more people there would be if this must were only nice',
    }),
    analyzed_by: Type.String({ description: '`embedded`, or the model that gave its opinion on the first twenty' }),
    notice: Type.Optional(text),
    ignored: Type.Optional(lines),
    search_id: count,
    search_url: text,
    letters_sent: Type.Optional(count),
  });

export const ANSWER: Readonly<Record<BriefKind, Readonly<Record<Dialect, TSchema>>>> = {
  standard: { 2: answer(USER_ROW[2]), 3: answer(USER_ROW[3]) },
  cinema: { 2: answer(TALENT_ROW[2]), 3: answer(TALENT_ROW[3]) },
};
