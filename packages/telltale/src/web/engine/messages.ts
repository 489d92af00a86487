import type { ExtractOptions, SuggestOptions } from '@telltale/core';

/** An encoder beside the page, as `encoders.json` lists it. */
export interface EncoderFiles {
  readonly name: string;
  /** Bytes of each file by its path in the folder of the encoder. */
  readonly files: Readonly<Record<string, number>>;
  /** Bytes of the program that runs it. */
  readonly runtime: number;
}

/** What the page asks of the worker. */
export type Question =
  | {
      readonly kind: 'analyze';
      readonly text: string;
      readonly options: ExtractOptions;
      readonly encoder?: EncoderFiles | undefined;
    }
  | { readonly kind: 'similar'; readonly word: string; readonly language: string }
  | { readonly kind: 'readyTags'; readonly contents: string; readonly name: string }
  | { readonly kind: 'suggestTags'; readonly text: string; readonly options: SuggestOptions };

/** What cannot be had, and why. */
export interface Failure {
  readonly error: { readonly code: string; readonly message: string };
}

/** What the worker is told: a question with a number that its answer repeats, or a file that it wanted. */
export type Request =
  | { readonly id: number; readonly question: Question }
  | ({ readonly path: string } & ({ readonly bytes: Uint8Array<ArrayBuffer> } | Failure));

/** What the worker says: an answer, why there is none, or which file beside the page it wants to have. */
export type Reply =
  | { readonly id: number; readonly answer: unknown }
  | ({ readonly id: number } & Failure)
  | { readonly wanted: string };
