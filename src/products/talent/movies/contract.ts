/** The wire of the search for titles. */
import { Type } from 'typebox';

export const QUERY = Type.Object({ q: Type.String({ description: 'The beginning of a title; two letters at least' }) });

const TITLE = Type.Object({
  title: Type.String(),
  year: Type.Union([Type.String(), Type.Null()]),
  type: Type.Union([Type.String(), Type.Null()], { description: 'As OMDb says: movie, series, episode, game; null for the own list' }),
  production_type: Type.Union([Type.String(), Type.Null()], { description: 'The same in the words of the forms: Film, Série TV…' }),
  imdb_id: Type.Optional(Type.String()),
  poster: Type.Optional(Type.String()),
});
export const FOUND = Type.Object({
  success: Type.Literal(true),
  results: Type.Array(TITLE),
  source: Type.Union([Type.Literal('omdb'), Type.Literal('local')]),
});

export interface Title {
  readonly title: string;
  readonly year: string | null;
  readonly type: string | null;
  readonly production_type: string | null;
  readonly imdb_id?: string;
  readonly poster?: string;
}
