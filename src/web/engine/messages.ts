import type { ExtractOptions, Language, SuggestOptions } from '../../index.js';

/** What the page asks of the worker. */
export type Question =
  | { readonly kind: 'analyze'; readonly text: string; readonly options: ExtractOptions }
  | { readonly kind: 'similar'; readonly word: string }
  | { readonly kind: 'readyTags'; readonly contents: string; readonly name: string }
  | { readonly kind: 'suggestTags'; readonly text: string; readonly options: SuggestOptions };

/** What cannot be had, and why. */
export interface Failure {
  readonly error: { readonly code: string; readonly message: string };
}

/** What the worker is told: a question with a number that its answer repeats, or a model that it wanted. */
export type Request =
  | { readonly id: number; readonly question: Question }
  | ({ readonly language: Language } & ({ readonly bytes: Uint8Array<ArrayBuffer> } | Failure));

/** What the worker says: an answer, why there is none, or which model it wants to have. */
export type Reply =
  | { readonly id: number; readonly answer: unknown }
  | ({ readonly id: number } & Failure)
  | { readonly wanted: Language };
