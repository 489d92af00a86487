import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { VocabularyBuilder } from '../../packages/core/dist/train/vocabulary-builder.js';

function build(documents: string[][], minCount: number, maxVocabulary: number, maxDistinct?: number) {
  const builder = new VocabularyBuilder(maxDistinct);
  const ids = documents.map((words) => {
    const document = Int32Array.from(words, (word) => builder.idOf(word));
    builder.countDocument(document);
    builder.prune();
    return [...document];
  });
  return { ids, ...builder.finish(minCount, maxVocabulary) };
}

const words = fc.constantFrom<string[]>('a', 'b', '恒星', 'constructor', '__proto__', 'toString', '𠮷');

test('counts, document frequencies and ids are those of a plain count', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(words, { maxLength: 12 }), { minLength: 1, maxLength: 12 }),
      fc.integer({ min: 1, max: 3 }),
      (documents, minCount) => {
        const counts = new Map<string, number>();
        for (const word of documents.flat()) counts.set(word, (counts.get(word) ?? 0) + 1);
        const expected = [...counts].filter(([, count]) => count >= minCount).sort((a, b) => b[1] - a[1]);
        const { vocabulary, ids, wordIndexOfId } = build(documents, minCount, 1000);
        assert.deepEqual(
          vocabulary.words,
          expected.map(([word]) => word),
        );
        assert.deepEqual(
          [...vocabulary.counts],
          expected.map(([, count]) => count),
        );
        assert.deepEqual(
          [...vocabulary.documentFrequencies],
          expected.map(([word]) => documents.filter((d) => d.includes(word)).length),
        );
        assert.equal(vocabulary.documentCount, documents.length);
        documents.forEach((document, d) => {
          document.forEach((word, i) => {
            assert.equal(wordIndexOfId[ids[d][i]], vocabulary.indexOf(word) ?? -1);
          });
        });
      },
    ),
  );
});

test('the most frequent words are kept, the first seen of equals', () => {
  const { vocabulary } = build([['c', 'a', 'b', 'a', 'b', 'd']], 1, 3);
  assert.deepEqual(vocabulary.words, ['a', 'b', 'c']);
});

test('beyond its limit the rarest words are forgotten, the frequent ones counted exactly', () => {
  const documents = Array.from({ length: 400 }, (_, i) => ['of', `rare${i}`, 'the', 'of']);
  const { vocabulary } = build(documents, 2, 1000, 100);
  assert.deepEqual(vocabulary.words, ['of', 'the']);
  assert.deepEqual([...vocabulary.counts], [800, 400]);
});
