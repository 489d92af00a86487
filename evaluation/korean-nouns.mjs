// How many nouns of Korean texts our rules cut as Kiwi does, a morphological analyser, and how the keywords agree with marked ones
// by each:
//
//   python evaluation/korean-nouns.py evaluation/own/*.jsonl > nouns.jsonl
//   node evaluation/korean-nouns.mjs nouns.jsonl [20]        how many of the commonest differences are listed
import { readFileSync } from 'node:fs';
import { extractKeywords, modelForText } from '@telltale/core';

const [file, listed = '0'] = process.argv.slice(2);
const model = await modelForText('auto')('한국어', 'ko');
const { tokenizer, stopWords } = model;
const f1 = { rules: [], kiwi: [] };
let [shared, theirs, ours] = [0, 0, 0];
const different = { theirs: new Map(), ours: new Map() };
const count = (words, word) => words.set(word, (words.get(word) ?? 0) + 1);
for (const line of readFileSync(file, 'utf8').trim().split('\n')) {
  const { text, keywords, nouns } = JSON.parse(line);
  const characters = [...text];
  const offsets = [0];
  for (const character of characters) offsets.push(offsets.at(-1) + character.length);
  const isHangul = ([start, end]) => /^[가-힣]+$/.test(text.slice(start, end));
  const isFunctionWord = ([start, end]) => stopWords.has(text.slice(start, end));
  const keyed = (spans) => new Set(spans.filter((span) => isHangul(span) && !isFunctionWord(span)).map(String));
  const byKiwi = keyed(nouns.map(([start, end]) => [offsets[start], offsets[end]]));
  const byRules = keyed(
    tokenizer.tokenize(text).flatMap(({ start, end, partOfSpeech }) => (partOfSpeech ? [] : [[start, end]])),
  );
  theirs += byKiwi.size;
  ours += byRules.size;
  for (const span of byKiwi) if (byRules.has(span)) shared++;
  if (keywords) {
    const tokenize = () =>
      tokensOf(
        text,
        nouns.map(([start, end]) => [offsets[start], offsets[end]]),
      );
    f1.rules.push(f1Of(extractKeywords(model, text), keywords));
    f1.kiwi.push(f1Of(extractKeywords({ ...model, tokenizer: { ...tokenizer, tokenize } }, text), keywords));
  }
  const wordOf = (span) => text.slice(...span.split(',').map(Number));
  for (const span of byKiwi) if (!byRules.has(span)) count(different.theirs, wordOf(span));
  for (const span of byRules) if (!byKiwi.has(span)) count(different.ours, wordOf(span));
}
const percent = (part, whole) => `${((100 * part) / whole).toFixed(1)} %`;
console.log(`of Kiwi's ${theirs} nouns ${percent(shared, theirs)} are cut so by the rules`);
console.log(`of the ${ours} nouns of the rules ${percent(shared, ours)} are Kiwi's`);
for (const [by, all] of Object.entries(f1).filter(([, all]) => all.length))
  console.log(
    `F1@10 on ${all.length} marked texts by ${by}: ${percent(
      all.reduce((sum, one) => sum + one, 0),
      all.length,
    )}`,
  );
for (const [whose, words] of Object.entries(different)) {
  const commonest = [...words].sort((a, b) => b[1] - a[1]).slice(0, Number(listed));
  if (commonest.length) console.log(`${whose}: ${commonest.map(([word, times]) => `${word} ${times}`).join(', ')}`);
}

/** Kiwi's nouns, and what is between them, which may not be keywords. */
function tokensOf(text, nouns) {
  const between = (start, end) =>
    tokenizer.tokenize(text.slice(start, end)).map((token) => ({
      ...token,
      start: start + token.start,
      end: start + token.end,
      ...(/[가-힣]/.test(token.word) && { partOfSpeech: 'X' }),
    }));
  let at = 0;
  const tokens = nouns.flatMap(([start, end]) => {
    const before = between(at, start);
    at = end;
    return [...before, { word: text.slice(start, end), start, end }];
  });
  return [...tokens, ...between(at, text.length)];
}

function f1Of(found, keywords) {
  const right = found.filter(({ text }) => keywords.includes(text)).length;
  return (2 * right) / (found.length + keywords.length);
}
