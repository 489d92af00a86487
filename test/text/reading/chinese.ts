import assert from 'node:assert/strict';
import { extractKeywords, loadModel } from '../../../packages/core/dist/node.js';
import { readTokens } from '../../../packages/core/dist/text/reading/read-tokens.js';

const model = await loadModel('zh');

/** The tokens of a Chinese text as they stand in it. */
export const cut = (text: string): string[] =>
  readTokens(text, model.tokenizer, (word) => model.model.vocabulary.indexOf(word) !== undefined).map(
    ({ start, end }) => text.slice(start, end),
  );

/** The candidates of a Chinese text, the best `topN` of them. */
export const candidates = (text: string, topN = 100): string[] =>
  extractKeywords(model, text, { topN }).map((keyword) => keyword.text);

/** Texts with what is one token in double brackets. */
export function areWhole(marked: readonly string[]): void {
  for (const line of marked) {
    const found = cut(line.replace(/[⟦⟧]/g, ''));
    for (const [, word] of line.matchAll(/⟦(.+?)⟧/g)) assert.ok(found.includes(word), `${word}: ${found.join(' ')}`);
  }
}

/** Texts with a candidate in double brackets. */
export function have(marked: readonly string[]): void {
  for (const line of marked) {
    const [, term] = /⟦(.+?)⟧/.exec(line)!;
    const found = candidates(line.replace(/[⟦⟧]/g, ''));
    assert.ok(found.includes(term), `${term}: ${found.join(' ')}`);
  }
}
