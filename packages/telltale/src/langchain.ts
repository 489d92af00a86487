/** Keywords for documents in chains of LangChain; needs the package @langchain/core. */

import { BaseDocumentTransformer, Document, type DocumentInterface } from '@langchain/core/documents';
import { analyzeKeywords, type TextModel } from '@telltale/core/internal/extract/extract-keywords.js';
import type { ExtractOptions } from '@telltale/core/internal/options.js';

/** Puts the keywords of documents into their metadata. */
export class KeywordTransformer extends BaseDocumentTransformer<DocumentInterface[], Document[]> {
  readonly #model: TextModel;
  readonly #options: ExtractOptions;
  readonly #field: string;

  /** The name that traces show. */
  static override lc_name(): string {
    return 'KeywordTransformer';
  }

  /**
   * @param model as `loadModel` gives it
   * @param field the field of the metadata that gets the keywords, a list of strings
   */
  constructor(model: TextModel, { field = 'keywords', ...options }: ExtractOptions & { readonly field?: string } = {}) {
    super();
    this.#model = model;
    this.#options = options;
    this.#field = field;
  }

  /**
   * Copies of the documents with their keywords, in their order; one without text gets none.
   *
   * @throws KeywordError INVALID_OPTION
   */
  override async transformDocuments(documents: readonly DocumentInterface[]): Promise<Document[]> {
    return documents.map(({ pageContent, metadata, id }) => {
      const { keywords } = pageContent.trim()
        ? analyzeKeywords(this.#model, pageContent, this.#options)
        : { keywords: [] };
      const found = keywords.map((keyword) => keyword.text);
      return new Document({
        pageContent,
        metadata: { ...metadata, [this.#field]: found },
        ...(id !== undefined && { id }),
      });
    });
  }
}
