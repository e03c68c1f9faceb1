/** What the program and the thread of its index say to each other. */
import type { CountedFacets } from './answering.ts';
import type { Found } from './cinema-search.ts';
import type { PageQuestion, Question } from './question.ts';

export type ToThread =
  | { readonly id: number; readonly kind: 'find'; readonly question: PageQuestion }
  | { readonly id: number; readonly kind: 'facets'; readonly question: Question };

export type FromThread =
  | { readonly kind: 'ready'; readonly people: number; readonly seconds: number; readonly megabytes: number }
  /** Null: not now, ask the database. */
  | { readonly kind: 'answer'; readonly id: number; readonly answer: Found | CountedFacets | null }
  | { readonly kind: 'trouble'; readonly text: string };
