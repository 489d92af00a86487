import type { ExtractOptions } from '../../index.js';

/** What the page asks of the worker. */
export type Question =
  | { readonly kind: 'analyze'; readonly text: string; readonly options: ExtractOptions }
  | { readonly kind: 'similar'; readonly word: string };

/** A question with a number that its answer repeats. */
export interface Request {
  readonly id: number;
  readonly question: Question;
}

/** What the worker says: an answer, why there is none, or how much of a model is loaded, 0 … 1. */
export type Reply =
  | { readonly id: number; readonly answer: unknown }
  | { readonly id: number; readonly error: { readonly code: string; readonly message: string } }
  | { readonly loading: number };
