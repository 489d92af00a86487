// What an encoder adds, on sets of keywords that people chose: P@1 / F1@5 / F1@10 in percent, the tables of docs/encoder.md.
//
//   node evaluation/encoder.mjs ENCODER SET.jsonl… [--limit 100] [--weights 0.1,0.2,0.3] [--results FILE.jsonl] [--minutes 5]
//
// Without --weights: the default, with the encoder as its card has it, and the definition with the encoder, with micro F1@10 as a
// fourth number, and the means over the sets. With --weights
// the weight that is best by P@1 and F1@5 together on every second text of all sets, and what it gains on the others; of
// several sets also, for each, the weight that is best on the others.
// With --results what was found is appended to a file, and not asked for again; with --minutes it stops in time, so that
// a long run is made of short ones. Delete the file when anything that finds keywords has changed.
// Run it where onnxruntime-node is installed; it is about four times as fast as onnxruntime-web.
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import {
  analyzeKeywords,
  analyzeKeywordsWithEncoder,
  compareRankings,
  loadEncoder,
  loadModel,
} from '../packages/core/dist/node.js';

const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    limit: { type: 'string', default: '100' },
    weights: { type: 'string' },
    results: { type: 'string' },
    minutes: { type: 'string', default: 'Infinity' },
  },
});
const [encoderName, ...files] = positionals;
if (files.length === 0)
  throw new Error('Usage: node evaluation/encoder.mjs ENCODER SET.jsonl… [--limit N] [--weights …] [--results FILE]');

/** Keywords that are asked for: for so many the encoder is asked of fifteen candidates. */
const TOP = 10;
const end = Date.now() + 60_000 * Number(flags.minutes);
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

/** The keywords of a text by a method; with a weight by the encoder, too. */
async function find({ model, lang }, { text }, { method, weight }) {
  const options = { method, topN: TOP, lang };
  const { keywords } =
    weight === undefined
      ? analyzeKeywords(model, text, options)
      : await analyzeKeywordsWithEncoder(model, { ...encoder, weight }, text, options);
  return keywords.map((keyword) => keyword.text);
}

const sets = await Promise.all(files.map(readSet));
const weights = flags.weights?.split(',').map(Number);
const methods = weights
  ? [{ method: 'mixture' }, ...weights.map((weight) => ({ method: 'mixture', weight }))]
  : [{ method: 'mixture' }, { method: 'mixture', weight: encoder.weight ?? 0.3 }, { method: 'likelihood', weight: 1 }];

/** Keywords by set, document and method. */
const found = new Map();
const placeOf = ({ name }, document, { method, weight = 0 }) => `${name} ${document} ${method} ${weight}`;
if (flags.results && existsSync(flags.results)) {
  for (const line of readFileSync(flags.results, 'utf8').split('\n').filter(Boolean)) {
    const { place, keywords } = JSON.parse(line);
    found.set(place, keywords);
  }
}
// The first text of all sets, then the second: wherever it stops, the sets have equally many.
for (let d = 0; d < Math.max(...sets.map(({ documents }) => documents.length)); d++) {
  for (const set of sets.filter(({ documents }) => d < documents.length)) {
    for (const method of methods) {
      const place = placeOf(set, d, method);
      if (found.has(place) || Date.now() > end) continue;
      const keywords = await find(set, set.documents[d], method);
      found.set(place, keywords);
      if (flags.results) appendFileSync(flags.results, `${JSON.stringify({ place, keywords })}\n`);
    }
  }
}

/** Agreement of all methods with people on the documents of a set that all of them were asked of. */
function compare(set, isWanted = () => true) {
  const all = set.documents.map((document, d) => ({
    document,
    found: methods.map((one) => found.get(placeOf(set, d, one))),
  }));
  const asked = all.filter((one, d) => isWanted(d) && one.found.every(Boolean));
  const rankings = methods.map(({ method }, m) => ({ method, keywords: asked.map((one) => one.found[m]) }));
  return compareRankings(
    asked.map(({ document }) => document),
    rankings,
    set.lang,
    'all',
  );
}

const row = (columns) => console.log(`| ${columns.join(' | ')} |`);
const size = ({ values }) => values['P@1'].length;

if (!weights) {
  row(['', 'the default', 'with the encoder', 'the definition with the encoder']);
  row(['---', '--:', '--:', '--:']);
  const numbers = ({ means, micro }) => [...measures.map((measure) => means[measure]), micro['micro F1@10']];
  const shown = (values) => values.map(percent).join(' / ');
  const all = sets.map((set) => compare(set));
  for (const [s, compared] of all.entries()) {
    row([`${sets[s].name}, ${size(compared[0])}`, ...compared.map((one) => shown(numbers(one)))]);
  }
  const mean = (values) => values.reduce((sum, value) => sum + value / values.length, 0);
  const meansOf = (m) => [0, 1, 2, 3].map((at) => mean(all.map((compared) => numbers(compared[m])[at])));
  row(['mean', ...methods.map((_, m) => shown(meansOf(m)))]);
} else {
  const [first, second] = [0, 1].map((half) => sets.map((set) => compare(set, (d) => d % 2 === half)));
  const whole = sets.map((set) => compare(set));
  /** The weight that is best on some sets together. */
  const bestOn = (compared) => {
    const worth = (w) => compared.reduce((sum, set) => sum + set[w + 1].means['P@1'] + set[w + 1].means['F1@5'], 0);
    return weights.map((_, w) => w).sort((a, b) => worth(b) - worth(a))[0];
  };
  /** What a weight is worth on a set, with what it gains over the default. */
  const judged = ({ name }, compared, w) => {
    const gains = measures.map((measure) => {
      // Of the default over the encoder: the other way round is what it gains.
      const { mean, low, high } = compared[w + 1].behindFirst[measure];
      return `${percent(-mean)} [${percent(-high)}, ${percent(-low)}]`;
    });
    row([`${name}, ${size(compared[0])}`, weights[w], cells(compared[0]), cells(compared[w + 1]), ...gains]);
  };
  const head = () => {
    row(['', 'weight', 'the default', 'with the encoder', ...measures.map((measure) => `gain ${measure}`)]);
    row(['---', '--:', '--:', '--:', ...measures.map(() => '--:')]);
  };
  row(['all texts', 'the default', ...weights]);
  row(['---', '--:', ...weights.map(() => '--:')]);
  for (const [s, { name }] of sets.entries()) row([`${name}, ${size(whole[s][0])}`, ...whole[s].map(cells)]);
  console.log('\nThe weight that is best on every second text, judged on the others:\n');
  head();
  sets.forEach((set, s) => {
    judged(set, second[s], bestOn(first));
  });
  if (sets.length > 1) {
    console.log('\nFor each set the weight that is best on the other sets:\n');
    head();
    sets.forEach((set, s) => {
      judged(set, whole[s], bestOn(whole.filter((_, other) => other !== s)));
    });
  }
}
