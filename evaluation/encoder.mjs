// What an encoder adds, on sets of keywords that people chose: P@1 / F1@5 / F1@10 in percent, the tables of docs/encoder.md.
//
//   node evaluation/encoder.mjs ENCODER SET.jsonl… [--limit 100] [--weights 0.1,0.2,0.3]
//
// Without --weights: the default, with the encoder as its card has it, and the definition with the encoder. With --weights
// the weight that is best by P@1 and F1@5 together on every second text of all sets, and what it gains on the others.
// Run it where onnxruntime-node is installed; it is about three times as fast as onnxruntime-web.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { analyzeKeywords, analyzeKeywordsWithEncoder, compareRankings, loadEncoder, loadModel } from '../dist/node.js';

const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: { limit: { type: 'string', default: '100' }, weights: { type: 'string' } },
});
const [encoderName, ...files] = positionals;
if (files.length === 0)
  throw new Error('Usage: node evaluation/encoder.mjs ENCODER SET.jsonl… [--limit N] [--weights …]');

/** Keywords that are asked for: for so many the encoder is asked of fifteen candidates. */
const TOP = 10;
const encoder = remembering(await loadEncoder(encoderName));
const models = new Map();
const percent = (value) => (100 * value).toFixed(1);
const measures = ['P@1', 'F1@5', 'F1@10'];
const cells = ({ means }) => measures.map((measure) => percent(means[measure])).join(' / ');

/** The same text is embedded once, whatever the weight. */
function remembering(encoder) {
  const known = { text: new Map(), keyword: new Map() };
  return {
    ...encoder,
    async embed(texts, as) {
      const left = [...new Set(texts.filter((text) => !known[as].has(text)))];
      if (left.length > 0)
        for (const [i, vector] of (await encoder.embed(left, as)).entries()) known[as].set(left[i], vector);
      return texts.map((text) => known[as].get(text));
    },
  };
}

async function readSet(file) {
  const name = basename(file).replace(/\.jsonl$/, '');
  const lang = name.slice(0, 2);
  if (!models.has(lang)) models.set(lang, await loadModel(lang));
  const documents = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
    .slice(0, Number(flags.limit))
    .filter(({ keywords }) => keywords.length > 0)
    .map(({ text, title, keywords }) => ({
      text: title && !text.startsWith(title) ? `${title}\n\n${text}` : text,
      keywords,
    }));
  return { name, lang, model: models.get(lang), documents };
}

/** The keywords of documents by a method; with a weight by the encoder, too. */
async function find({ model, documents, lang }, method, weight) {
  const keywords = [];
  const options = { method, topN: TOP, lang };
  for (const { text } of documents) {
    const found =
      weight === undefined
        ? analyzeKeywords(model, text, options)
        : await analyzeKeywordsWithEncoder(model, { ...encoder, weight }, text, options);
    keywords.push(found.keywords.map((keyword) => keyword.text));
  }
  return { method, keywords };
}

const sets = await Promise.all(files.map(readSet));
const row = (columns) => console.log(`| ${columns.join(' | ')} |`);

if (flags.weights === undefined) {
  row(['', 'the default', 'with the encoder', 'the definition with the encoder']);
  row(['---', '--:', '--:', '--:']);
  for (const set of sets) {
    const methods = [
      await find(set, 'mixture'),
      await find(set, 'mixture', encoder.weight ?? 0.3),
      await find(set, 'likelihood', 1),
    ];
    const compared = compareRankings(set.documents, methods, set.lang, 'all');
    row([`${set.name}, ${set.documents.length}`, ...compared.map(cells)]);
  }
} else {
  const weights = flags.weights.split(',').map(Number);
  const halves = [0, 1].map((half) =>
    sets.map((set) => ({ ...set, documents: set.documents.filter((_, d) => d % 2 === half) })),
  );
  const compared = [];
  for (const half of halves) {
    const ofHalf = [];
    for (const set of half) {
      const methods = [await find(set, 'mixture')];
      for (const weight of weights) methods.push(await find(set, 'mixture', weight));
      ofHalf.push(compareRankings(set.documents, methods, set.lang, 'all'));
    }
    compared.push(ofHalf);
  }
  const worth = (w) => compared[0].reduce((sum, set) => sum + set[w + 1].means['P@1'] + set[w + 1].means['F1@5'], 0);
  const best = weights.map((_, w) => w).sort((a, b) => worth(b) - worth(a))[0];
  row(['first half', 'the default', ...weights]);
  row(['---', '--:', ...weights.map(() => '--:')]);
  for (const [s, { name }] of sets.entries()) row([name, ...compared[0][s].map(cells)]);
  console.log(`\nThe best weight is ${weights[best]}. On the other half:\n`);
  row(['', 'the default', `weight ${weights[best]}`, ...measures.map((measure) => `gain ${measure}`)]);
  row(['---', '--:', '--:', ...measures.map(() => '--:')]);
  sets.forEach(({ name }, s) => {
    const [plain, ...others] = compared[1][s];
    const gains = measures.map((measure) => {
      // Of the default over the encoder: the other way round is what it gains.
      const { mean, low, high } = others[best].behindFirst[measure];
      return `${percent(-mean)} [${percent(-high)}, ${percent(-low)}]`;
    });
    row([name, cells(plain), cells(others[best]), ...gains]);
  });
}
