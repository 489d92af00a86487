import type { KeywordAnalysis } from './extract-keywords.js';

/** A keyword of many texts together. */
export interface CollectedKeyword {
  /** As the first text spells it. */
  readonly text: string;
  /** Mean share of the scores of a text's keywords that it has, over all texts, 0 … 1; higher is better. */
  readonly score: number;
  /** Texts it is a keyword of. */
  readonly documents: number;
  /** Occurrences in these texts. */
  readonly count: number;
}

/**
 * Keywords of many texts together: of a corpus, or of a group of records.
 *
 * @example
 * const model = await loadModel('zh');
 * const collector = new KeywordCollector();
 * for (const text of ['太阳是一颗恒星。', '行星围绕着太阳。']) collector.add(analyzeKeywords(model, text));
 * console.log(collector.top(3));
 */
export class KeywordCollector {
  readonly #found = new Map<string, { text: string; share: number; documents: number; count: number }>();
  #documents = 0;

  /** Texts added so far, those without keywords included. */
  get documents(): number {
    return this.#documents;
  }

  /** Adds what was found in one text; every text weighs the same, however long it is. */
  add({ keywords }: Pick<KeywordAnalysis, 'keywords'>): void {
    this.#documents++;
    // Log-probabilities have no shares: then the rank says how good a keyword is.
    const weights = keywords.every(({ score }) => score > 0)
      ? keywords.map(({ score }) => score)
      : keywords.map((_, rank) => 1 / (rank + 1));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    keywords.forEach(({ text, count }, k) => {
      const key = text.normalize('NFKC').toLowerCase();
      const found = this.#found.get(key) ?? { text, share: 0, documents: 0, count: 0 };
      found.share += weights[k] / total;
      found.documents++;
      found.count += count;
      this.#found.set(key, found);
    });
  }

  /** The best `topN` of all texts together, best first. */
  top(topN: number): CollectedKeyword[] {
    return [...this.#found.values()]
      .sort((a, b) => b.share - a.share)
      .slice(0, topN)
      .map(({ share, ...rest }) => ({ ...rest, score: share / this.#documents }));
  }
}
