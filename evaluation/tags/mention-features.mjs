// What more a mention could tell, and what the best order of what a text says would reach: node evaluation/tags/mention-features.mjs
//
// After make-sets.mjs. Each feature of the labels that a text says is added to their scores with a few weights: the change of MRR and R@5 on
// the halves to learn from, where a weight may be chosen, and on those to test with. Last the measures if the right ones of the
// said tags came first.
import { readFileSync } from 'node:fs';
import { lexiconOf } from '../../packages/core/dist/extract/lexicon.js';
import { compileTags, loadModel, suggestTags } from '../../packages/core/dist/node.js';
import { hasHash, hashOfKeys } from '../../packages/core/dist/text/term-table.js';

const SETS = ['en_inspec', 'en_citeulike180', 'zh_cosx', 'zh_csl', 'zh_toutiao'];
const MOST = 300;

const sets = new URL('../.rivals/tag-sets/', import.meta.url);
const lines = (name) => readFileSync(new URL(name, sets), 'utf8').trimEnd().split('\n');

/** A feature is a function of the entries of a label's words and the terms of the language. */
const isGeneral = ({ key }, { general }) => hasHash(general, hashOfKeys([key]));
const isTerm = (words, { terms }) => hasHash(terms, hashOfKeys(words.map(({ key }) => key)));
const features = {
  'no word but general ones': (words, terms) =>
    Number(words.length > 0 && words.every((word) => isGeneral(word, terms))),
  'an established term': (words, terms) => Number(isTerm(words, terms)),
  'burstiness of its words': (words) =>
    words.reduce((sum, { burstiness }) => sum + burstiness, 0) / (words.length || 1),
  'words that are not known': (words) => words.filter(({ index }) => index < 0).length / (words.length || 1),
};
const WEIGHTS = [-1, -0.5, 0.5, 1];

/** Of each text the right tags, and its ranked ones with their features. */
function ranked(index, model, file) {
  const lexicon = lexiconOf(model.model);
  const terms = model.tokenizer.terms();
  return lines(file).map((line) => {
    const { title, text, tags } = JSON.parse(line);
    const whole = title && !text.startsWith(title) ? `${title}\n\n${text}` : text;
    const found = suggestTags(index, whole, { topN: MOST, minScore: -1e6 }, title?.length);
    return {
      right: tags.length,
      found: found.map(({ id, score, forms }) => {
        const words = model.tokenizer.words(id).map((word) => lexicon.of(word));
        const values = Object.values(features).map((value) => (forms.length > 0 ? value(words, terms) : 0));
        return { score, values, isSaid: forms.length > 0, isRight: tags.includes(id) };
      }),
    };
  });
}

/** MRR and R@5 in percent by a score. */
function measures(texts, scoreOf) {
  let [mrr, recall] = [0, 0];
  for (const { right, found } of texts) {
    const order = found.map((tag) => ({ tag, score: scoreOf(tag) })).sort((a, b) => b.score - a.score);
    const at = order.slice(0, 100).findIndex(({ tag }) => tag.isRight);
    mrr += at < 0 ? 0 : 1 / (at + 1);
    recall += order.slice(0, 5).filter(({ tag }) => tag.isRight).length / right;
  }
  return [mrr, recall].map((sum) => (100 * sum) / texts.length);
}

const halves = {};
for (const set of SETS) {
  const model = await loadModel(set.slice(0, 2));
  const index = compileTags(
    lines(`${set}.tags.txt`).map((label) => ({ id: label, label })),
    model,
  );
  for (const half of ['learn', 'test']) {
    halves[half] ??= [];
    halves[half].push(ranked(index, model, half === 'learn' ? `${set}.learn.jsonl` : `${set}.jsonl`));
  }
}
for (const [half, all] of Object.entries(halves)) {
  console.log(`${half}, MRR / R@5: ${SETS.join(', ')}`);
  const row = (name, cells) => console.log(`  ${name.padEnd(34)}${cells.map((cell) => cell.padStart(14)).join('')}`);
  const format = (numbers, sign = '') =>
    numbers.map((number) => (sign && number >= 0 ? sign : '') + number.toFixed(1)).join(' / ');
  const base = all.map((texts) => measures(texts, ({ score }) => score));
  row(
    'as it is',
    base.map((one) => format(one)),
  );
  Object.keys(features).forEach((name, f) => {
    for (const weight of WEIGHTS) {
      const changed = all.map((texts) => measures(texts, ({ score, values }) => score + weight * values[f]));
      row(
        `${name}, ${weight}`,
        changed.map((one, s) =>
          format(
            one.map((value, m) => value - base[s][m]),
            '+',
          ),
        ),
      );
    }
  });
  const best = all.map((texts) =>
    measures(texts, ({ score, isSaid, isRight }) => score + (isSaid && isRight ? 1e3 : 0)),
  );
  row(
    'said and right first',
    best.map((one) => format(one)),
  );
}
