// How often a keyword explains a word of the text by chance: for the content words of each text that are in no keyword, how
// many its own keywords make so many times likelier than usual, and how many the keywords of another text do.
//
//   node evaluation/explained-words.mjs TEXTS.jsonl …        # texts of one language each, in the field "text"
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { TIMES_LIKELIER } from '../packages/core/dist/extract/explained-words.js';
import { analyzeKeywords, modelForText } from '../packages/core/dist/node.js';

const { positionals } = parseArgs({ allowPositionals: true });
if (positionals.length === 0) throw new Error('Usage: node evaluation/explained-words.mjs TEXTS.jsonl …');
const modelOf = modelForText('auto', {}, 'auto');
const LEVELS = [5, 10, TIMES_LIKELIER, 40];

for (const file of positionals) {
  const texts = [];
  for (const line of readFileSync(file, 'utf8').trim().split('\n')) {
    const { text } = JSON.parse(line);
    const textModel = await modelOf(text);
    const { vocabulary } = textModel.model;
    const known = (words) => words.map((word) => vocabulary.indexOf(word)).filter((index) => index !== undefined);
    const cut = (words) => known(textModel.tokenizer.words(words));
    const { keywords } = analyzeKeywords(textModel, text);
    const conditions = keywords.map((keyword) => cut(keyword.text)).filter((words) => words.length > 0);
    const ofKeywords = new Set(conditions.flat());
    const { keywords: content } = analyzeKeywords(textModel, text, { topN: 1000, maxPhraseLength: 1 });
    const words = [...new Set(content.flatMap((keyword) => cut(keyword.text)))].filter((w) => !ofKeywords.has(w));
    texts.push({ model: textModel.model, conditions, words, all: new Set(cut(text)) });
  }
  const own = [];
  const others = [];
  for (const { model, conditions, words, all } of texts) {
    own.push(...mostLikelier(model, conditions, words));
    for (const other of texts) {
      const foreign = other.conditions.filter((condition) => !condition.some((word) => all.has(word)));
      if (other.words !== words && other.model === model) others.push(...mostLikelier(model, foreign, words));
    }
  }
  console.log(`\n${file}: ${texts.length} texts, ${own.length} words\n`);
  console.log('| times likelier | by own keywords, % | by those of another text, % |\n| --- | --- | --- |');
  for (const times of LEVELS) {
    const share = (values) => ((100 * values.filter((value) => value >= times).length) / values.length).toFixed(1);
    console.log(`| ${times} | ${share(own)} | ${share(others)} |`);
  }
}

/** Of each word how many times likelier than usual the conditions make it, at most. */
function mostLikelier(model, conditions, words) {
  const { counts, tokenCount } = model.vocabulary;
  if (conditions.length === 0) return [];
  const logs = model.logProbabilities(conditions, Int32Array.from(words));
  return words.map((word, w) => {
    const best = conditions.reduce(
      (most, _, c) => Math.max(most, logs[c * words.length + w]),
      Number.NEGATIVE_INFINITY,
    );
    return Math.exp(best) / (counts[word] / tokenCount);
  });
}
