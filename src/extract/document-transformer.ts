import type { ExtractOptions } from '../options.js';
import { analyzeKeywords, type TextModel } from './extract-keywords.js';

/** A document as LangChain and its like have it. */
export interface DocumentLike {
  readonly pageContent: string;
  readonly metadata?: Readonly<Record<string, unknown>>;
}

/** Puts the keywords of documents into their metadata; has the methods of LangChain's BaseDocumentTransformer. */
export class KeywordTransformer {
  readonly #model: TextModel;
  readonly #options: ExtractOptions;
  readonly #field: string;

  /**
   * @param model as `loadModel` gives it
   * @param field the field of the metadata that gets the keywords, a list of strings
   */
  constructor(model: TextModel, { field = 'keywords', ...options }: ExtractOptions & { readonly field?: string } = {}) {
    this.#model = model;
    this.#options = options;
    this.#field = field;
  }

  /**
   * The documents with their keywords, in their order; one without text gets none.
   *
   * @throws KeywordError INVALID_OPTION
   */
  async transformDocuments<D extends DocumentLike>(
    documents: readonly D[],
  ): Promise<(D & { metadata: Record<string, unknown> })[]> {
    return documents.map((document) => {
      const { pageContent: text, metadata } = document;
      const { keywords } = text.trim() ? analyzeKeywords(this.#model, text, this.#options) : { keywords: [] };
      return { ...document, metadata: { ...metadata, [this.#field]: keywords.map((keyword) => keyword.text) } };
    });
  }

  /** The same under the name that chains call. */
  invoke<D extends DocumentLike>(documents: readonly D[]): Promise<(D & { metadata: Record<string, unknown> })[]> {
    return this.transformDocuments(documents);
  }
}
