import { workerData } from 'node:worker_threads';
import { type ErrorCode, KeywordError } from '../../errors.js';
import type { KeywordAnalysis } from '../../extract/extract-keywords.js';
import type { Resolved } from '../../extract/text-model.js';
import { type SharedModels, ThreadModels } from '../models/shared-models.js';
import { type ResolvedAnalyzer, resolvedAnalyzerWith } from './analyzer.js';
import type { HandedText } from './handed-text.js';
import { OptionsReceiver, type SentOptions } from './sent-options.js';
import { answerRequests } from './thread.js';

/** What an extraction thread is started with. */
export interface ExtractWorkerData {
  /** The model of all texts, or `auto`: that of the language of each. */
  readonly name: string;
  readonly shared: SharedModels;
  /** An encoder to ask, too: its name or folder. */
  readonly encoder: string | undefined;
}

/** Texts handed to a thread at once. */
export interface ExtractRequest extends SentOptions<Resolved> {
  readonly texts: readonly HandedText<Resolved>[];
}

/** What came of one of many texts: its keywords, or why there are none, with the `id` of a text that has one. */
export type ManyResult = (
  | KeywordAnalysis
  | { readonly error: { readonly code: ErrorCode; readonly message: string } }
) & { readonly id?: unknown };

const { name, shared, encoder } = workerData as ExtractWorkerData;
const models = new ThreadModels(shared);
const receiver = new OptionsReceiver<Resolved>();
let analyzer: Promise<ResolvedAnalyzer> | undefined;

answerRequests(async ({ texts, ...sent }: ExtractRequest): Promise<ManyResult[]> => {
  const options = receiver.unpack(sent);
  const results: ManyResult[] = [];
  analyzer ??= resolvedAnalyzerWith(encoder);
  const analyze = await analyzer;
  for (const { text, title = options.title, own, problem } of texts) {
    if (problem !== undefined) {
      results.push({ error: problem });
      continue;
    }
    const all = { ...options, ...own, title };
    try {
      results.push(await analyze(await models.forText(name, text, all.lang), text, all));
    } catch (error) {
      if (!(error instanceof KeywordError)) throw error;
      results.push({ error: { code: error.code, message: error.message } });
    }
  }
  return results;
});
