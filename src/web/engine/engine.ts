import type { ExtractOptions, KeywordAnalysis, RankedWord } from '../../index.js';

/** What finds keywords for the page: a worker in the browser, or the service that the page came from. */
export interface Engine {
  readonly kind: 'worker' | 'http';
  /** As `analyzeKeywords` of the library. */
  analyze(text: string, options: ExtractOptions): Promise<KeywordAnalysis>;
  /** The words used most like a word, best first; none when the model does not know it. */
  similar(word: string): Promise<readonly RankedWord[]>;
}

/** An error of the engine: a code of the library where it has one, and a message for people. */
export class EngineError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}
