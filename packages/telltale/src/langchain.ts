/** Keywords for documents in chains of LangChain; needs the package @langchain/core. */

import { BaseDocumentTransformer, Document, type DocumentInterface } from '@langchain/core/documents';
import { KeywordError } from '@telltale/core/internal/errors.js';
import { extractKeywords } from '@telltale/core/internal/extract/extract-keywords.js';
import type { Keyword } from '@telltale/core/internal/extract/keyword.js';
import type { TextModel } from '@telltale/core/internal/extract/text-model.js';
import type { ExtractOptions } from '@telltale/core/internal/options.js';

/** The model of each text, as `modelForText` of the package gives it. */
type ModelForText = (text: string, lang?: ExtractOptions['lang']) => Promise<TextModel>;

/** What the metadata has no place for, or what is of one text alone. */
const refused = ['absent', 'explain', 'title'] as const;

/** Options of a transformer: those of extraction, and the field of the metadata. */
export interface TransformerOptions extends Omit<ExtractOptions, (typeof refused)[number]> {
  /** The field of the metadata that gets the keywords, a list of strings (default: keywords). */
  readonly field?: string;
}

/**
 * Puts the keywords of documents into their metadata.
 *
 * @example
 * const transformer = new KeywordTransformer(modelForText(), { topN: 3 });
 * const [{ metadata }] = await transformer.transformDocuments([new Document({ pageContent: '太阳是一颗恒星。' })]);
 */
export class KeywordTransformer extends BaseDocumentTransformer<DocumentInterface[], Document[]> {
  readonly #modelFor: ModelForText;
  readonly #options: ExtractOptions;
  readonly #field: string;

  /** The name that traces show. */
  static override lc_name(): string {
    return 'KeywordTransformer';
  }

  /**
   * @param model as `loadModel` gives it, or `modelForText()`: for each document the model of its language
   * @throws KeywordError INVALID_OPTION
   */
  constructor(model: TextModel | ModelForText, { field = 'keywords', ...options }: TransformerOptions = {}) {
    super();
    for (const option of refused) {
      if (!(options as ExtractOptions)[option]) continue;
      throw new KeywordError(
        'INVALID_OPTION',
        `KeywordTransformer has no option ${option}: it puts the keywords of each document into its metadata, and nothing else. Call analyzeKeywords() for it.`,
        {
          option,
          zh: `KeywordTransformer 没有选项 ${option}：它只把每篇文档的关键词放进元数据。请改用 analyzeKeywords()。`,
        },
      );
    }
    this.#modelFor = typeof model === 'function' ? model : async () => model;
    this.#options = options;
    this.#field = field;
  }

  /**
   * Copies of the documents with their keywords, in their order; one without text gets none.
   *
   * @throws KeywordError INVALID_OPTION
   */
  override async transformDocuments(documents: readonly DocumentInterface[]): Promise<Document[]> {
    const transformed: Document[] = [];
    for (const { pageContent, metadata, id } of documents) {
      const found = (await this.#keywordsOf(pageContent)).map((keyword) => keyword.text);
      transformed.push(
        new Document({
          pageContent,
          metadata: { ...metadata, [this.#field]: found },
          ...(id !== undefined && { id }),
        }),
      );
    }
    return transformed;
  }

  async #keywordsOf(text: string): Promise<Keyword[]> {
    if (!text.trim()) return [];
    return extractKeywords(await this.#modelFor(text, this.#options.lang), text, this.#options);
  }
}
