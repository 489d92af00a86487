import type { ExtractOptions, KeywordAnalysis, RankedWord, SuggestedTag, SuggestOptions } from '@telltale/core';

/** What is known of a list of tags that was made ready. */
export interface ReadyList {
  /** Tags it has. */
  readonly tags: number;
  /** What was wrong with it, a sentence a kind. */
  readonly warnings: readonly string[];
}

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
  /**
   * The words used most like a word, best first; none when the model does not know it.
   *
   * @param language of the word, by ISO 639
   */
  similar(word: string, language: string): Promise<readonly RankedWord[]>;
  /**
   * Makes a list of tags of the reader ready; the next one takes its place. Only in a worker.
   *
   * @param name of the file, as `parseTagList` has it
   */
  readyTags?(contents: string, name: string): Promise<ReadyList>;
  /** The names of the lists of tags that a service has. */
  tagLists?(): Promise<readonly string[]>;
  /** Hands a list of the reader to a service, which keeps it for a while. @returns with the name that it has there */
  giveList?(contents: string, name: string): Promise<ReadyList & { readonly list: string }>;
  /** As `suggestTags` of the library, from the list that was made ready, or one of the service by its name. */
  suggestTags(text: string, options: SuggestOptions, list?: string): Promise<readonly SuggestedTag[]>;
}

/** An error of the engine: a code of the library where it has one, and a message for people. */
export class EngineError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}
