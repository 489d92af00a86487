import type { ErrorCode } from '@telltale/core/internal/errors.js';
import type { Resolved } from '@telltale/core/internal/extract/text-model.js';
import type { ResolvedSuggest } from '@telltale/core/internal/tags/tag.js';
import type { GivenList } from './given-lists.js';

/** What a thread of the service is asked: the keywords of a text in one of the forms, its tags, or the neighbours of
 * a word. */
export type Job =
  | {
      readonly kind: 'keywords';
      readonly model: string;
      /** Name of an encoder to ask, too. */
      readonly encoder: string | undefined;
      readonly text: string;
      readonly options: Resolved;
      readonly form: 'json' | 'html' | 'svg';
    }
  | {
      readonly kind: 'tags';
      readonly list: string;
      /** The list itself where it is not one that the service was started with. */
      readonly given: GivenList | undefined;
      readonly text: string;
      readonly title: string | undefined;
      readonly options: ResolvedSuggest;
    }
  | {
      readonly kind: 'similar' | 'predict';
      readonly model: string;
      readonly word: string;
      /** Of the word: a BCP 47 tag, or `auto`. */
      readonly lang: string;
      readonly topN: number;
    };

/** What a thread answers: a body ready to be sent, so that the event loop has nothing to write down, or an error. */
export type JobResult =
  | { readonly body: string }
  | { readonly error: { readonly code: ErrorCode; readonly message: string } };

/** A result as it comes from the thread, or what went wrong there that should not. */
export type JobOutcome =
  | JobResult
  | { readonly failure: { readonly message: string; readonly stack: string | undefined } };
