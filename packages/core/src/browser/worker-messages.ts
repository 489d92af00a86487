import type { ErrorCode } from '../errors.js';
import type { KeywordAnalysis } from '../extract/extract-keywords.js';
import type { KernelName } from '../kernel/kernel.js';
import type { ExtractOptions } from '../options.js';
import type { Language } from '../text/language.js';

/** A model file: its address, or its bytes. */
export type ModelFile = string | URL | Uint8Array;

/** What the worker is told first: the models by language, or the one for all texts, and how they are loaded. */
export interface WorkerSetup {
  readonly models: string | Uint8Array | Partial<Record<Language, string | Uint8Array>>;
  readonly languages?: string | undefined;
  readonly vectors?: string | undefined;
  readonly assets?: string | undefined;
  readonly kernel?: KernelName | undefined;
}

/** What it is asked afterwards, one text at a time. */
export interface WorkerQuestion {
  readonly text: string;
  readonly options: ExtractOptions;
}

/** What it answers, or why not; `code` where the library threw the error. */
export type WorkerReply =
  | { readonly analysis: KeywordAnalysis }
  | { readonly message: string; readonly code: ErrorCode | undefined };
