import type { ExtractOptions, KeywordAnalysis, RankedWord } from '../../index.js';

/** An encoder of whole texts that the page can ask, too. */
export interface OfferedEncoder {
  readonly name: string;
  /** Bytes that are fetched when it is first asked; 0 where the service asks it. */
  readonly bytes: number;
}

/** What finds keywords for the page: a worker in the browser, or the service that the page came from. */
export interface Engine {
  readonly kind: 'worker' | 'http';
  /**
   * As `analyzeKeywords` of the library.
   *
   * @param encoder name of one of the encoders
   */
  analyze(text: string, options: ExtractOptions, encoder?: string): Promise<KeywordAnalysis>;
  /** The encoders there are; none of them is loaded for this. */
  encoders(): Promise<readonly OfferedEncoder[]>;
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
