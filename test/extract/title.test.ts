import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import {
  analyzeKeywords,
  ExtractionPool,
  extractKeywords,
  loadModel,
  type TextModel,
} from '../../packages/core/dist/node.js';

let zh: TextModel;
let en: TextModel;
before(async () => {
  zh = await loadModel('zh');
  en = await loadModel('en');
});

const TITLE = '大堡礁的珊瑚白化';
const TEXT =
  '今年夏天海水温度比往年高，潜水员看到许多珊瑚变成了白色。研究人员认为，如果水温继续上升，海洋生物会失去家园，渔业和旅游业也会受到影响。';

const wordsOf = (options: object) => extractKeywords(zh, TEXT, options).map(({ text }) => text);
const rankOf = (words: string[], word: string) => (words.includes(word) ? words.indexOf(word) : words.length);

test('what the title names counts for more', () => {
  const without = wordsOf({ topN: 20 });
  const withTitle = wordsOf({ topN: 20, title: TITLE });
  for (const word of ['珊瑚']) assert.ok(rankOf(withTitle, word) <= rankOf(without, word), withTitle.join(' '));
  assert.ok(
    withTitle.slice(0, 3).some((word) => word.includes('珊瑚')),
    withTitle.join(' '),
  );
  assert.ok(
    withTitle.some((word) => word.includes('大堡礁')),
    withTitle.join(' '),
  );
});

test('what the title says counts, and offsets are those of the text', () => {
  for (const [model, text, title] of [
    [zh, TEXT, TITLE],
    [zh, '台積電股價上漲。', '台積電法說會'],
    [zh, TEXT, ` ${TITLE}\r\n再论 `],
    [en, 'The reef rises.\nCorals die in warm water, and reefs with them.', 'Great Barrier Reef'],
    [en, 'Corals die in warm water.', 'Great\nBarrier Reef'],
  ] as const) {
    const { keywords, tokenCount } = analyzeKeywords(model, text, { title, topN: 30 });
    // Fewer where the title shows what is one word of the text.
    assert.ok(tokenCount > 0 && tokenCount <= analyzeKeywords(model, text).tokenCount, text);
    for (const { text: keyword, count, offsets, variants = [] } of keywords) {
      assert.ok(count > 0 && count >= offsets.length, keyword);
      for (const [start, end] of offsets) {
        assert.ok([keyword, ...variants].includes(text.slice(start, end)), `${keyword} ${start} ${end}`);
      }
      if (offsets.length === 0) assert.ok(title.replace(/\s+/g, ' ').includes(keyword), keyword);
    }
    assert.ok(keywords.some(({ offsets }) => offsets.length === 0));
    assert.ok(keywords.some(({ offsets }) => offsets.length > 0));
  }
  const title = 'Corals of the reef';
  const counts = extractKeywords(en, 'Corals die in warm water.', { title }).map(({ text, count }) => [text, count]);
  assert.deepEqual(Object.fromEntries(counts), { Corals: 2, reef: 1, 'warm water': 1 });
});

test('a title that the text begins with is not counted twice', () => {
  for (const text of [`${TITLE}\n${TEXT}`, `\n ${TITLE} \r\n\r\n${TEXT}`, TITLE]) {
    const given = analyzeKeywords(zh, text, { title: `【独家】${TITLE}（图）` });
    assert.deepEqual(
      given.keywords.map(({ count, offsets }) => count - offsets.length),
      given.keywords.map(() => 0),
    );
    assert.equal(given.tokenCount, analyzeKeywords(zh, text).tokenCount);
  }
});

test('what says of which kind a piece is, before or after its title, is no keyword', () => {
  const reef = 'Corals die in warm water.';
  for (const [model, text, title, bare] of [
    [zh, TEXT, `【独家】${TITLE}`, TITLE],
    [zh, TEXT, `快讯：${TITLE}（组图）`, TITLE],
    [zh, TEXT, `[视频] 【重磅】 ${TITLE}`, TITLE],
    [zh, TEXT, `獨家｜${TITLE}`, TITLE],
    [en, reef, '[Video] Great Barrier Reef', 'Great Barrier Reef'],
    [en, reef, 'Breaking: Great Barrier Reef', 'Great Barrier Reef'],
    [en, reef, 'BREAKING NEWS – Great Barrier Reef (photos)', 'Great Barrier Reef'],
  ] as const) {
    for (const method of ['mixture', 'likelihood'] as const) {
      const options = { method, topN: 30 };
      assert.deepEqual(
        extractKeywords(model, text, { ...options, title }),
        extractKeywords(model, text, { ...options, title: bare }),
        title,
      );
    }
    const first = extractKeywords(model, `${title}\n\n${text}`, { topN: 30 }).map(({ text }) => text);
    for (const word of ['独家', '快讯', '视频', '重磅', '獨家', 'video', 'breaking', 'breaking news']) {
      assert.ok(!first.some((keyword) => keyword.toLowerCase() === word), first.join(' '));
    }
  }
  assert.deepEqual(extractKeywords(zh, TEXT, { title: '快讯：' }), extractKeywords(zh, TEXT));
  // A subject in brackets, a label's word within a headline and a name that begins like one stay.
  for (const [model, text, title, subject] of [
    [zh, TEXT, '【大堡礁】珊瑚白化', '大堡礁'],
    [zh, '观众可以在线收看。', '短视频平台整改', '短视频'],
    [en, reef, 'Video art of the reef', 'Video art'],
  ] as const) {
    assert.ok(
      extractKeywords(model, text, { title, topN: 30 }).some((keyword) => keyword.text.includes(subject)),
      title,
    );
  }
});

test('a title given is what the same first line is, set apart', () => {
  for (const method of ['mixture', 'likelihood', 'tf-idf', 'text-rank'] as const) {
    const before = extractKeywords(zh, `${TITLE}\n\n${TEXT}`, { method });
    const given = extractKeywords(zh, TEXT, { method, title: TITLE });
    assert.deepEqual(
      given.map(({ text, score }) => [text, score]),
      before.map(({ text, score }) => [text, score]),
      method,
    );
  }
});

test('what the title adds to a score is in its base', () => {
  for (const method of ['mixture', 'likelihood'] as const) {
    const options = { method, select: 'top', explain: true, title: TITLE } as const;
    const { keywords, explanation } = analyzeKeywords(zh, TEXT, options);
    const { tokens, base, contributions } = explanation!;
    for (const [start, end] of tokens) assert.ok(start >= 0 && end <= TEXT.length);
    keywords.forEach(({ text, score }, k) => {
      assert.equal(contributions[k].length, tokens.length);
      const sum = contributions[k].reduce((sum, gain) => sum + gain, base[k]);
      assert.ok(Math.abs(sum - score) < 1e-6 * Math.max(1, Math.abs(score)), `${text}: ${sum}, ${score}`);
    });
  }
});

test('an empty title is none, and a title does not stand for a text', () => {
  assert.deepEqual(analyzeKeywords(zh, TEXT, { title: ' \n' }), analyzeKeywords(zh, TEXT));
  assert.throws(() => extractKeywords(zh, ' ', { title: TITLE }), { code: 'INVALID_TEXT' });
  assert.throws(() => extractKeywords(zh, TEXT, { title: 5 as unknown as string }), { code: 'INVALID_OPTION' });
});

test('each of many texts has its own title', async () => {
  const pool = await ExtractionPool.open('zh', { threads: 1 });
  try {
    const found = [];
    const texts = [TEXT, { text: TEXT, title: TITLE }, { text: TEXT }];
    for await (const result of pool.extractMany(texts)) found.push('keywords' in result && result.keywords);
    const [without, withTitle] = [extractKeywords(zh, TEXT), extractKeywords(zh, TEXT, { title: TITLE })];
    assert.deepEqual(found, [without, withTitle, without]);
  } finally {
    await pool.close();
  }
});
